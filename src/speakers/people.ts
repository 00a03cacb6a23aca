import type { Article, Span } from '../articles/article.ts';
import { foldName } from '../language/names.ts';
import { readMention } from './mentions.ts';
import { BODY_WORDS, ROLE_NOUNS } from './titles.ts';

/** A person whom an article names in full, with the roles that it gives. */
export type Person = {
  readonly name: string;
  /** First and last name, folded: what all spellings of the name share. */
  readonly key: string;
  readonly first: string;
  readonly last: string;
  readonly roles: readonly string[];
  /** Where the article names the person, in full or by surname. */
  readonly places: readonly Span[];
};

const GENERATION = new Set(['jr', 'sr', 'ii', 'iii', 'iv']);
const PARTICLES = 'de|da|del|della|di|du|van|von|der|den|bin|ibn|al|el|la|le|ben|abu';
const CAPITAL =
  "\\p{Lu}[\\p{L}\\p{M}-]+(?:[’'](?!s(?![\\p{L}]))\\p{L}+)*|\\p{Lu}\\.(?:\\p{Lu}\\.)*|“\\p{Lu}\\p{L}+”|Jr\\.|Sr\\.";
/** Words in small letters that may stand in a role before a name: "former", "spokesman". */
const LOWER_TITLE = `(?:former|current|acting|interim|deputy|senior|then|vice|campaign|press|prime|foreign|${[...ROLE_NOUNS].join('|')})`;
/** Behind an office its "of" goes on: "Secretary of State Dana Cole". */
const OFFICE_OF = `(?<=(?<!\\p{L})(?:${[...ROLE_NOUNS].map((noun) => noun.replace(/^./, (first) => first.toUpperCase())).join('|')}))\\s+of(?:\\s+the)?`;
const RUN = new RegExp(
  `(?:${LOWER_TITLE}\\s+){0,3}(?:${CAPITAL})(?:(?:${OFFICE_OF})?\\s+(?:(?:${PARTICLES})\\s+)*(?:${CAPITAL})){1,7}(?:,\\s+(?:the|an?)\\s+[^,.;]{3,80}(?=[,.]))?`,
  'gu',
);
/** Words that open a sentence with a capital and are no part of a name. */
const OPENERS =
  /^(?:The|A|An|In|On|At|But|And|As|When|While|After|Before|For|From|With|If|That|This|These|Those|It|He|She|They|We|I|His|Her|Their|Its|Our|Meanwhile|However|Additionally|Also|Since|Though|Although|Yet|So|Then|Now|Even|Like|Both|Only|Last|Mr|Says|Former|Asked|Did|Does|Is|Was|Will|What|Who|Why|How|Because|Still|Another|Some|Many|Most|One|Two|Three|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December)$/;

/** First and last name of a full name, folded, without middle names and "Jr."; null where there are not two. */
export function nameKey(name: string): { key: string; first: string; last: string } | null {
  const parts = foldName(name.replace(/[“"(][^”")]*[”")]/g, ' '));
  const generation = parts.filter((part) => GENERATION.has(part));
  const names = parts.filter((part) => !GENERATION.has(part));
  const [first, last] = [names[0], names.at(-1)];
  if (first === undefined || last === undefined || names.length < 2) return null;
  return { key: [first, last, ...generation].join(' '), first, last };
}

/** Whether a name may be a person's: two to four words, none of which names a body. */
function isPersonal(name: string): boolean {
  const parts = name.split(/\s+/);
  if (parts.length > 5 || /\bof\b|&/.test(name)) return false;
  if (parts.some((part) => OPENERS.test(part))) return false;
  const capitals = (part: string | undefined) => /^\p{Lu}{2,}$/u.test(part ?? '');
  if (capitals(parts.at(-1)) || capitals(parts[0])) return parts.every(capitals) && parts.length > 1;
  return (
    !foldName(name).some((part) => BODY_WORDS.has(part)) &&
    !parts.some((part) => BODY_WORDS.has(part.toLowerCase()))
  );
}

/** The people whom an article names in full, in the order in which it first does, with their roles and places. */
export function findPeople(
  article: Pick<Article, 'text' | 'paragraphs'>,
  sources: readonly string[],
): readonly Person[] {
  const found = new Map<string, { name: string; first: string; last: string; roles: string[] }>();
  const add = (phrase: string) => {
    const mention = readMention(phrase);
    if (mention.kind !== 'name' || !isPersonal(mention.name)) return;
    const key = nameKey(mention.name);
    if (!key) return;
    const known = found.get(key.key);
    const roles = mention.role === null || known?.roles.includes(mention.role) ? [] : [mention.role];
    if (known) {
      known.roles.push(...roles);
      if (mention.name.length > known.name.length) known.name = mention.name;
    } else found.set(key.key, { name: mention.name, first: key.first, last: key.last, roles });
  };
  for (const { span } of article.paragraphs)
    for (const match of article.text.slice(...span).matchAll(RUN))
      if (!describes(article.text.slice(span[0] + match.index + match[0].length, span[1])))
        add(withoutOpener(match[0]));
  for (const source of sources) add(source);
  return [...found].map(([key, person]) => ({ ...person, key, places: placesOf(article, person.name) }));
}

/** Whether what follows a run makes it a description of somebody: "VOA Pentagon | correspondent Carla Babb". */
const describes = (rest: string): boolean => ROLE_NOUNS.has(/^\s+(\p{Ll}+)/u.exec(rest)?.[1] ?? '');

/** A run of capitalised words from behind the words that only open its sentence. */
function withoutOpener(run: string): string {
  const parts = run.split(/\s+/);
  const opener = parts.findLastIndex(
    (part, i) => i < parts.length - 1 && OPENERS.test(part) && i < 6 && !/^[a-z]/.test(part),
  );
  return parts.slice(opener + 1).join(' ');
}

/** Every place at which an article writes somebody's last name. */
function placesOf(article: Pick<Article, 'text' | 'paragraphs'>, name: string): Span[] {
  const last =
    name
      .replace(/,?\s+(?:Jr|Sr|II|III|IV)\.?$/, '')
      .split(/\s+/)
      .at(-1) ?? name;
  const pattern = new RegExp(`(?<![\\p{L}])${last.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\p{L}])`, 'gu');
  return article.paragraphs.flatMap(({ span }) =>
    [...article.text.slice(...span).matchAll(pattern)].map((match): Span => {
      const from = span[0] + match.index;
      return [from, from + last.length];
    }),
  );
}
