import { foldPlain } from '../language/names.ts';
import { readNamed } from './named.ts';
import { BODY_WORDS } from './titles.ts';

const WORD = '(?:(?:\\p{Lu}\\.){2,}|\\p{Lu}[\\p{L}&-]+)';

/** Capitalised words with the small ones that names have between them: "Bank of England". */
export const CAPITALS = `${WORD}(?:\\s+(?:(?:of|for|and|the)\\s+)*${WORD}){0,8}`;

/** Whether one of a name's words is in the names of bodies. */
export const hasBodyWord = (name: string): boolean => foldPlain(name).some((word) => BODY_WORDS.has(word));

/**
 * The full name of a body that an article also calls by the last word of its name or by its initials: "The Times" is The New
 * York Times, "RNC" the Republican National Committee (RNC). The name as it is where the article doesn't tell, or tells of two.
 */
export function fullBodyName(text: string, name: string): string {
  const short = name.replace(/^The\s+/, '');
  if (/^\p{Lu}{2,6}$/u.test(short)) {
    const spelled = new RegExp(`(${CAPITALS})\\s+\\(${short}\\)`, 'gu');
    return only([...text.matchAll(spelled)].map(([, full = '']) => initialled(full, short))) ?? name;
  }
  if (!LAST_WORDS.has(short.toLowerCase())) return name;
  const longer = new RegExp(`(?<![\\p{L}’'])((?:${WORD}\\s+){1,4}${short})(?![\\p{L}’'])`, 'gu');
  const found = [...text.matchAll(longer)].map(([, full = '']) =>
    full.replace(/^(?:The|A|An|In|At|But|And|As)\s+/, ''),
  );
  const full = only(found.filter((one) => /\s/.test(one)));
  return full === undefined ? name : (readNamed(full, '')?.name ?? full);
}

/** Last words by which bodies, mostly papers, are called alone. */
const LAST_WORDS = new Set(
  `post times journal news tribune herald gazette guardian telegraph mail mirror sun globe magazine review star chronicle examiner
  observer standard independent committee commission council department ministry agency bureau board foundation institute
  association federation law day`.split(/\s+/),
);

/** The one of some names that all of them are; undefined where they differ. */
const only = (names: readonly string[]): string | undefined =>
  new Set(names).size === 1 && names[0] !== '' ? names[0] : undefined;

/** The last words of a run of capitals whose initials an abbreviation has. */
function initialled(run: string, initials: string): string {
  const words = run.split(/\s+/);
  for (let i = words.length - 1; i >= 0; i--) {
    const tail = words.slice(i);
    const letters = tail.map((word) => word[0] ?? '').join('');
    if (letters === initials || letters.replace(/\p{Ll}/gu, '') === initials) return tail.join(' ');
  }
  return '';
}
