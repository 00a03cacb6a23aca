import { foldPlain } from '../language/names.ts';
import { placeOf } from '../language/places.ts';
import { BODY_WORDS, DEPARTMENT, GROUPS, HONORIFICS, OFFICE_HONORIFICS, ROLE_NOUNS } from './titles.ts';

/** What a source's words say of who speaks. */
export type Mention =
  | { readonly kind: 'pronoun'; readonly pronoun: string }
  /** Somebody named, with the role that stands beside the name. */
  | {
      readonly kind: 'name';
      readonly name: string;
      readonly role: string | null;
      readonly honorific: string | null;
    }
  /** Somebody described but not named: "a senior official", "the secretary general". */
  | { readonly kind: 'description'; readonly description: string };

const PRONOUN = /^(?:he|she|they|it|we|i|you|who|one|some|many|others|both)$/i;
const PARTICLES = '(?:de|da|del|della|di|du|van|von|der|den|bin|ibn|al|el|la|le|ben|abu|af|zu)';
const CAPITAL = "(?:\\p{Lu}[\\p{L}\\p{M}\\p{N}’'.&-]*|\\p{Lu}\\.)";
const NAME_AT_END = new RegExp(
  `(?:${CAPITAL}|“${CAPITAL}”|"${CAPITAL}")(?:\\s+(?:${PARTICLES}\\s+)*(?:${CAPITAL}|“${CAPITAL}”|"${CAPITAL}"))*$`,
  'u',
);

const plain = (word: string): string => word.toLowerCase().replace(/[^\p{L}\p{N}-]/gu, '');
const words = (text: string): string[] => text.split(/\s+/).filter(Boolean);

/** Reads a source's words: a pronoun, a name with its role, or a description. */
export function readMention(source: string): Mention {
  const text = source.replace(/\s+/g, ' ').trim();
  if (PRONOUN.test(text)) return { kind: 'pronoun', pronoun: text.toLowerCase() };
  const [head = '', ...behind] = text.split(/,\s+|\s+[—–]\s+|\s+\(/);
  const named = readNamed(head, behind.join(', ').replace(/\)$/, ''));
  return named ?? { kind: 'description', description: text };
}

function readNamed(phrase: string, apposition: string): Mention | null {
  const head = withoutTail(phrase);
  if (
    /\s(?:and|or)\s+(?:the\s+)?\p{Lu}/u.test(head) &&
    !/&|\band (?:Company|Co|Sons|Drug|Human|Trade|Budget)\b/.test(head)
  )
    return null;
  const run = NAME_AT_END.exec(head);
  if (!run) return describedThenNamed(head, apposition);
  if (isGroup(head)) return null;
  if (OF.test(head)) {
    const read = readWithOf(head, apposition);
    if (read !== undefined) return read;
  }
  const before = head.slice(0, run.index).trim();
  if (/[’']s?$/.test(before) && before !== '') {
    // "Clinton's spokesman Jesse Lehrich" has the role before the name; "Trump's Twitter" is no person
    if (!ROLE_NOUNS.has(plain(words(before).at(-1) ?? ''))) return null;
  }
  const { role, name, honorific } = splitRun(words(run[0]));
  if (name === '') return null;
  const roleBefore = [before, role]
    .filter(Boolean)
    .join(' ')
    .replace(/^(?:the|a|an|and|but|as|when|while)\b\s*/i, '');
  const isBody = foldPlain(name).some((word) => BODY_WORDS.has(word));
  return {
    kind: 'name',
    name,
    role: roleOf(isBody && role === '' ? '' : roleBefore) ?? roleOf(apposition),
    honorific,
  };
}

/** "Critics", "Officials": many people, whom a capital at the beginning of a sentence doesn't name. */
const isGroup = (head: string): boolean =>
  GROUPS.has(head.toLowerCase()) || (/s$/.test(head) && ROLE_NOUNS.has(head.toLowerCase().slice(0, -1)));

/** "Secretary of State Dana Cole", "the Ministry of Transport": words up to the first "of", and those behind it. */
const OF = /^(?:[Tt]he\s+)?((?:[^\s]+\s+)*?(\p{Lu}[\p{L}-]*))\s+(of(?:\s+the)?)\s+(\p{Lu}.*)$/u;

/** A name with "of" in it, or behind an office with "of"; undefined where it is neither. */
function readWithOf(head: string, apposition: string): Mention | null | undefined {
  const [, before = '', last = '', of = '', rest = ''] = OF.exec(head) ?? [];
  if (words(rest).some((word) => ROLE_NOUNS.has(plain(word)) || HONORIFICS.has(plain(word))))
    return undefined;
  if (BODY_WORDS.has(plain(last))) {
    const name = /^\p{Lu}/u.test(before) ? `${before} ${of} ${rest}` : null;
    return name === null ? undefined : { kind: 'name', name, role: roleOf(apposition), honorific: null };
  }
  if (!ROLE_NOUNS.has(plain(last))) return undefined;
  const [first = ''] = words(rest);
  const office = DEPARTMENT.exec(rest)?.[0] ?? (placeOf(plain(first)) === undefined ? '' : first);
  const name = rest.slice(office.length).trim();
  if (office === '') return undefined;
  if (name === '') return null;
  return { kind: 'name', name, role: roleOf(`${before} ${of} ${office}`), honorific: null };
}

/** "police press liaison officer, Superintendent Audley Peters": a description, then the name behind the comma. */
function describedThenNamed(head: string, apposition: string): Mention | null {
  const [next = ''] = apposition.split(/,\s+/);
  const run = NAME_AT_END.exec(next.trim());
  if (run?.index !== 0 || !ROLE_NOUNS.has(plain(words(head).at(-1) ?? ''))) return null;
  const { role, name, honorific } = splitRun(words(run[0]));
  if (words(name).length < 2) return null;
  return { kind: 'name', name, honorific, role: roleOf([head, role].filter(Boolean).join(' ')) };
}

/** A phrase up to the preposition behind its head: "the mother of the victim" -> "the mother"; names keep theirs. */
function withoutTail(phrase: string): string {
  const parts = words(phrase);
  for (let i = 1; i < parts.length; i++) {
    if (!/^(?:of|for|in|at|from|with|on|to|near|who|whose|which|that)$/.test(parts[i] ?? '')) continue;
    const [before = '', after = '', next = ''] = [parts[i - 1], parts[i + 1], parts[i + 2]];
    // "Sen. Marcus Bell of Ohio" is a person, "the Ministry of Transport" is not
    const person =
      parts[i] === 'of' && i > 1 && /^\p{Lu}/u.test(parts[i - 2] ?? '') && !isOfficeOrBody(before);
    const joins =
      !person &&
      /^(?:of|for|in|on|to)$/.test(parts[i] ?? '') &&
      /^\p{Lu}/u.test(before) &&
      (/^\p{Lu}/u.test(after) || (after === 'the' && /^\p{Lu}/u.test(next)));
    if (!joins) return parts.slice(0, i).join(' ');
  }
  return parts.join(' ');
}

const isOfficeOrBody = (word: string): boolean =>
  [plain(word), plain(word).replace(/s$/, '')].some((bare) => ROLE_NOUNS.has(bare) || BODY_WORDS.has(bare));

/** Capitalised words as a role and a name: the last office or honorific among them ends the role. */
function splitRun(run: readonly string[]): { role: string; name: string; honorific: string | null } {
  let end = 0;
  let honorific: string | null = null;
  for (const [i, word] of run.entries()) {
    const bare = plain(word);
    if (!ROLE_NOUNS.has(bare) && !HONORIFICS.has(bare)) continue;
    if (i === run.length - 1 && end > 0) break;
    end = i + 1;
    honorific = HONORIFICS.has(bare) ? bare : null;
  }
  if (end === run.length) return { role: run.join(' '), name: '', honorific };
  const title = run.slice(0, end);
  const office =
    title.length > 0 && !(title.length === 1 && honorific !== null && !OFFICE_HONORIFICS.has(honorific));
  return { role: office ? title.join(' ') : '', name: run.slice(end).join(' '), honorific };
}

/** A role as it is shown, without an article before it; null where it is too long to be one or holds no office. */
function roleOf(text: string): string | null {
  const role = text
    .replace(/^(?:the|a|an|his|her|its|their)\s+/i, '')
    .replace(/\s+(?:who|which|whose)\b.*$/, '')
    .trim();
  if (role === '' || role.length > 90) return null;
  const holdsOffice = words(role).some((word) => {
    const bare = plain(word);
    return (
      ROLE_NOUNS.has(bare) ||
      ROLE_NOUNS.has(bare.replace(/s$/, '')) ||
      OFFICE_HONORIFICS.has(bare) ||
      /-/.test(bare)
    );
  });
  return holdsOffice ? role : null;
}
