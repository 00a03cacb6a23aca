import type { Span } from '../articles/article.ts';
import { genderOfFirstName } from '../language/first-names.ts';
import { foldName } from '../language/names.ts';
import type { Copy, Layout } from './layout.ts';
import { OPENERS } from './openers.ts';
import { isTitle, type Person } from './people.ts';
import { FEMALE_WORDS, HONORIFICS, LETTERS, MALE_WORDS, ROLE_NOUNS } from './titles.ts';

/** One place at which an article names somebody. */
export type Place = {
  readonly span: Span;
  /** Everybody whom the words could mean: more than one where several bear a last name. */
  readonly bearers: readonly Person[];
  /** Whether the first name stands there too. */
  readonly full: boolean;
  /** Whether it is the owner of something: "Cole’s plan". */
  readonly owns: boolean;
};

/** Behind a name these make it a body's or a thing's: "the Cole campaign". */
const ATTRIBUTED =
  /^(?:\s+|[-–])(?:campaign|administration|team|camp|aides?|advis[eo]rs?|spokes\p{L}+|supporters?|surrogates?|all(?:y|ies)|rall(?:y|ies)|voters?|foundation|ad|ads|era|family|brand|organi[sz]ation|university|tower|hotel|presidency|people|officials?|backers?|donors?|staffers?|government|cabinet|doctrine|server|emails?|\p{Lu}[\p{L}]+)(?!\p{L})/u;

const escaped = (word: string): string =>
  word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/[’']/g, "[’']");

const surnameOf = ({ name }: Person): string =>
  name
    .replace(/,?\s+(?:Jr|Sr|II|III|IV)\.?$/, '')
    .split(/\s+/)
    .at(-1) ?? name;

/** Words as alternatives that share their first letters: many of them are found much sooner so. */
function alternatives(words: ReadonlySet<string>): string {
  const tails = new Map<string, string[]>();
  for (const word of words) {
    const letters = [...word];
    const head = letters.slice(0, 2).join('');
    const known = tails.get(head) ?? [];
    if (known.length === 0) tails.set(head, known);
    known.push(escaped(letters.slice(2).join('')));
  }
  return [...tails].map(([head, behind]) => `${escaped(head)}(?:${behind.join('|')})`).join('|');
}

/** Every place at which an article names one of some people, in the order of the text. */
export function findPlaces({ text }: Copy, layout: Layout, people: readonly Person[]): readonly Place[] {
  const words = new Set(
    people.flatMap((person) => {
      const given = person.name.split(/\s+/)[0] ?? '';
      const surname = surnameOf(person);
      return [surname, surname.toUpperCase(), ...(isGiven(given) || person.byFirst ? [given] : [])];
    }),
  );
  if (words.size === 0) return [];
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}@#/-])(?:${alternatives(words)})(?![\\p{L}\\p{N}-])`, 'gu');
  const [byLast, byFirst] = [new Map<string, Person[]>(), new Map<string, Person[]>()];
  for (const person of people) {
    byLast.set(person.last, [...(byLast.get(person.last) ?? []), person]);
    if (person.first !== null) byFirst.set(person.first, [...(byFirst.get(person.first) ?? []), person]);
  }
  return layout.blocks.flatMap(([start, end]) => {
    const block = text.slice(start, end);
    return [...block.matchAll(pattern)].flatMap((match): Place[] => {
      const [from, to] = [match.index, match.index + match[0].length];
      const folded = foldName(match[0]).at(-1) ?? '';
      const [before, after] = [block.slice(Math.max(0, from - 60), from), block.slice(to, to + 40)];
      const found = whoseName(folded, before, after, byLast, byFirst);
      if (found === null) return [];
      return [{ span: [start + from, start + to], owns: /^[’']s?(?!\p{L})/u.test(after), ...found }];
    });
  });
}

const isGiven = (word: string): boolean => word.length > 2 && genderOfFirstName(word) !== null;

/** Whom a word of a name stands for, by what stands beside it; null where it is another's name or a body's. */
function whoseName(
  word: string,
  before: string,
  after: string,
  byLast: ReadonlyMap<string, readonly Person[]>,
  byFirst: ReadonlyMap<string, readonly Person[]>,
): Pick<Place, 'bearers' | 'full'> | null {
  const bearers = byLast.get(word) ?? [];
  const next = foldName(
    /^(?:\s+\p{Lu}\.)*\s+(?:(?:de|da|del|di|du|van|von|der|bin|al|el|la)\s+)*(\p{Lu}[\p{L}’'-]*)/u.exec(
      after,
    )?.[1] ?? '',
  ).at(-1);
  const given = byFirst.get(word) ?? [];
  if (given.some(({ last }) => last === next)) return null; // the last name behind it is the place
  const prior = [
    ...before.matchAll(
      /(?:^|[\s(“"—–-])([\p{L}.’'“”-]+)(?=\s+$|\s+(?:de|da|del|di|du|van|von|der|bin|al|el|la)\s+$)/gu,
    ),
  ].at(-1)?.[1];
  const capital =
    prior !== undefined && /^[\p{Lu}“]/u.test(prior) && !/[’']s?$/.test(prior) && /\s$/.test(before);
  if (bearers.length > 0) {
    if (capital && !isTitle(prior) && !OPENERS.test(prior) && !HONORIFICS.has(bareWord(prior))) {
      const named = bearers.filter((person) => matches(person, prior, before));
      if (named.length > 0) return { bearers: named, full: true };
      if (isGiven(prior) || /^\p{Lu}\.$/u.test(prior)) return null;
    }
    const behind = /^\s+(\p{L}+)/u.exec(after)?.[1] ?? '';
    if (ATTRIBUTED.test(after) && !isTitle(behind) && !LETTERS.has(behind)) return null;
    const fitting = bearers.filter((person) => fits(person, capital ? bareWord(prior) : '', before));
    return fitting.length > 0 ? { bearers: fitting, full: false } : null;
  }
  if (
    given.length === 0 ||
    ATTRIBUTED.test(after) ||
    (capital && !OPENERS.test(prior) && !isTitle(prior) && !HONORIFICS.has(bareWord(prior)))
  )
    return null;
  return { bearers: given, full: false };
}

const bareWord = (word: string): string => word.toLowerCase().replace(/[^\p{L}-]/gu, '');

/** Whether the words before a last name have the person's first name among them: "Dana", "Dana J.", "D." */
function matches({ first, name }: Person, prior: string, before: string): boolean {
  if (first === null) return false;
  const words = before
    .trim()
    .split(/\s+/)
    .slice(-4)
    .flatMap((word) => foldName(word));
  const spelled = name
    .split(/\s+/)
    .slice(0, -1)
    .flatMap((word) => foldName(word));
  const folded = foldName(prior).at(-1) ?? '';
  return words.includes(first) || (folded.length > 1 && spelled.includes(folded));
}

/** Whether a form of address or an office before a last name can be the person's. */
function fits({ gender, roles, first }: Person, address: string, before: string): boolean {
  if (address === '' && !/\p{L}/u.test(before.slice(-3))) return true;
  if (MALE_WORDS.has(address) && gender === 'f') return false;
  if (FEMALE_WORDS.has(address) && gender === 'm') return false;
  if (!ROLE_NOUNS.has(address) || first === null) return true;
  return roles.some((role) => role.toLowerCase().includes(address));
}
