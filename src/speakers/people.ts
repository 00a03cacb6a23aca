import { genderOfFirstName, isForEither } from '../language/first-names.ts';
import { foldName, foldPlain } from '../language/names.ts';
import { placeOf } from '../language/places.ts';
import { wordRanks } from '../language/word-list.ts';
import type { Copy } from './layout.ts';
import { readMention } from './mentions.ts';
import { OPENERS } from './openers.ts';
import { prominentBy } from './prominent.ts';
import { BODY_WORDS, FEMALE_WORDS, MALE_WORDS, OFFICE_HONORIFICS, ROLE_NOUNS } from './titles.ts';

/** A person whom an article names, with the roles that it gives. */
export type Person = {
  readonly name: string;
  /** First and last name, folded: what all spellings of the name share. */
  readonly key: string;
  /** Folded; null where the article has the last name alone: "President Obama". */
  readonly first: string | null;
  readonly last: string;
  readonly roles: readonly string[];
  readonly gender: 'm' | 'f' | null;
  /** How sure it is that this is somebody: by a first name, a form of address, a role. */
  readonly human: boolean;
  /** Whether the article uses the first of the names alone, as Chinese and Korean last names are: "Mr. Ban". */
  readonly byFirst: boolean;
  /** Whether a source is the name. */
  readonly speaks: boolean;
};

type Draft = {
  name: string;
  first: string | null;
  last: string;
  roles: string[];
  honorifics: string[];
  sources: number;
};

const GENERATION = new Set(['jr', 'sr', 'ii', 'iii', 'iv']);
const PARTICLES = 'de|da|del|della|di|du|van|von|der|den|bin|ibn|al|el|la|le|ben|abu';
const CAPITAL =
  'Jr\\.|Sr\\.|\\p{Lu}[\\p{L}\\p{M}-]+(?:[’\'](?!s(?![\\p{L}]))\\p{L}+)*|\\p{Lu}\\.(?:\\p{Lu}\\.)*|[“"]\\p{Lu}\\p{L}+[”"]';
/** Words in small letters that may stand in a role before a name: "former", "spokesman". */
const LOWER_TITLE = `(?:former|current|acting|interim|deputy|senior|then|vice|campaign|press|prime|foreign|${[...ROLE_NOUNS].join('|')})`;
/** Behind an office its "of" goes on: "Secretary of State Dana Cole". */
const OFFICE_OF = `(?<=(?<!\\p{L})(?:${[...ROLE_NOUNS].map((noun) => noun.replace(/^./, (first) => first.toUpperCase())).join('|')}))\\s+of(?:\\s+the)?`;
/** A form of address: its full stop ends no sentence. */
const ADDRESS =
  '(?:Mr|Mrs|Ms|Mx|Dr|Sen|Rep|Gov|Gen|Lt|Col|Sgt|Capt|Prof|Rev|Del|Maj|Adm|Supt|Insp|Det|Hon)\\.';
const RUN = new RegExp(
  `(?<!\\p{L})(?:${LOWER_TITLE}\\s+){0,3}(?:${ADDRESS}|${CAPITAL})(?:(?:${OFFICE_OF})?\\s+(?:(?:${PARTICLES})\\s+)*(?:${ADDRESS}|${CAPITAL})){1,7}(?:,\\s+(?:the|an?)\\s+[^,.;]{3,80}(?=[,.]))?`,
  'gu',
);
/** First and last name of a full name, folded, without middle names and "Jr."; null where there are not two. */
export function nameKey(name: string): { key: string; first: string; last: string } | null {
  const parts = foldPlain(name.replace(/[“"(][^”")]*[”")]/g, ' '));
  const generation = parts.filter((part) => GENERATION.has(part));
  const names = parts.filter((part) => !GENERATION.has(part)).flatMap((part) => foldName(part));
  const [first, last] = [names[0], names.at(-1)];
  if (first === undefined || last === undefined || names.length < 2) return null;
  return { key: [first, last, ...generation].join(' '), first, last };
}

/** Whether a name is a last name alone: one word, or one with small words before it ("De Blasio"). */
export const isSurname = (name: string): boolean =>
  new RegExp(`^(?:(?:${PARTICLES})\\s+)*\\S+$`, 'iu').test(name);

/** Whether a name may be a person's: two to four words, none of which names a body. */
function isPersonal(name: string): boolean {
  const parts = name.split(/\s+/);
  if (parts.length > 5 || /\bof\b|&/.test(name)) return false;
  if (parts.some((part) => OPENERS.test(part))) return false;
  const capitals = (part: string | undefined) => /^\p{Lu}{2,}$/u.test(part ?? '');
  if (capitals(parts.at(-1)) || capitals(parts[0])) return parts.every(capitals) && parts.length > 1;
  // a given name may be a body's word, but a last name may not: "Bill Cole", but not "Sierra Club"
  const given = genderOfFirstName(parts[0] ?? '') !== null && parts.length > 1;
  return (
    placeOf(name.toLowerCase()) === undefined &&
    !/^(?:North|South|East|West|New|Big|Black|White|National|Capitol)$/.test(parts[0] ?? '') &&
    !(given ? parts.slice(1) : parts).some((part) => isBodily(part))
  );
}

const isBodily = (part: string): boolean =>
  [part.toLowerCase(), ...foldPlain(part)].some((word) => BODY_WORDS.has(word));

/** The people whom an article names, in the order in which it first does, with their roles. */
export function findPeople(
  { text, paragraphs, published }: Copy,
  sources: readonly string[],
): readonly Person[] {
  const drafts = new Map<string, Draft>();
  for (const { span } of paragraphs)
    for (const match of text.slice(...span).matchAll(RUN))
      if (!describes(text.slice(span[0] + match.index + match[0].length, span[1])))
        addPhrase(drafts, withoutOpener(match[0]), false);
  for (const source of sources) addPhrase(drafts, source, true);
  joinNicknames(drafts);
  const inFullNamed = new Set(
    [...drafts.values()].filter(({ first }) => first !== null).map(({ last }) => last),
  );
  const named = fullNames(text);
  for (const { first, name, last } of [...drafts.values()])
    if (first === null && !inFullNamed.has(last))
      for (const full of named(name)) {
        addPhrase(drafts, full, false);
        inFullNamed.add(last);
      }
  const borne = new Set([...drafts.values()].filter(hasGivenName).map(({ last }) => last));
  // "Everything Cole" is Cole with a word before the name
  const full = [...drafts.values()].filter(
    (draft) =>
      draft.first !== null &&
      (hasGivenName(draft) || !borne.has(draft.last) || (hasRareName(draft) && !isLonger(draft, drafts))),
  );
  const alone = [...drafts.values()].filter(({ first }) => first === null);
  const [firsts, namesakes] = [new Set(full.map(({ first }) => first)), new Map<string, Draft[]>()];
  for (const draft of full) namesakes.set(draft.last, [...(namesakes.get(draft.last) ?? []), draft]);
  const lasts = new Set(alone.map(({ last }) => last));
  return [
    ...full,
    ...alone
      .filter(
        (draft) =>
          !firsts.has(draft.last) && !namesakes.get(draft.last)?.some((other) => isShort(draft, other)),
      )
      .map((draft) => inFull(draft, published ?? null)),
  ].map((draft) => ({
    name: draft.name,
    key: draft.first === null ? draft.last : (nameKey(draft.name)?.key ?? draft.last),
    first: draft.first,
    last: draft.last,
    roles: draft.roles,
    gender: genderOf(draft),
    human:
      draft.honorifics.length > 0 ||
      draft.roles.length > 0 ||
      genderOfFirstName(draft.name.split(/\s+/)[0] ?? '') !== null,
    speaks: draft.sources > 0,
    byFirst: draft.first !== null && lasts.has(draft.first),
  }));
}

/** Somebody with the last name alone, by the full name where everybody knows it. */
function inFull(draft: Draft, published: string | null): Draft {
  const known = prominentBy(draft.last, genderOf(draft), draft.roles, published);
  return known
    ? {
        ...draft,
        name: known.name,
        first: foldName(known.name)[0] ?? null,
        honorifics: [known.gender === 'f' ? 'mrs' : 'mr'],
      }
    : draft;
}

/** Whether a last name alone is short for a full one with it: not where a form of address or a role shows that it is another's. */
function isShort(alone: Draft, full: Draft): boolean {
  // "Tran" is also a woman's name, but that tells nothing of Bob Tran
  const addressed = alone.honorifics.length > 0 || alone.roles.length > 0;
  const [one, other] = [addressed ? genderOf(alone) : null, genderOf(full)];
  return one === null || other === null || one === other;
}

const hasGivenName = ({ first, name }: Draft): boolean =>
  first !== null && genderOfFirstName(name.split(/\s+/)[0] ?? '') !== null;

/** Takes who is named by a nickname as whoever has it between first and last name: 'Robert "Bob" Cole' is Bob Cole. */
function joinNicknames(drafts: Map<string, Draft>): void {
  for (const draft of [...drafts.values()]) {
    const nickname = /[“"](\p{Lu}\p{L}+)[”"]/u.exec(draft.name)?.[1];
    const key = nickname === undefined ? null : (nameKey(`${nickname} ${draft.last}`)?.key ?? null);
    const other = key === null ? undefined : drafts.get(key);
    if (key === null || !other || other === draft) continue;
    draft.roles.push(...other.roles);
    draft.honorifics.push(...other.honorifics);
    draft.sources += other.sources;
    drafts.delete(key);
  }
}

/** The rank in frequency from which on a word before a last name is hardly anything but a name. */
const ORDINARY = 4000;

const hasRareName = ({ name }: Draft): boolean => {
  const first = name.split(/\s+/)[0] ?? '';
  return /^\p{Lu}\p{Ll}+$/u.test(first) && (wordRanks().get(first.toLowerCase()) ?? ORDINARY) >= ORDINARY;
};

/** Whether a name is another one with a word before it: "Universe Dana Cole". */
function isLonger({ name }: Draft, drafts: ReadonlyMap<string, Draft>): boolean {
  const key = nameKey(name.split(/\s+/).slice(1).join(' '))?.key;
  return key !== undefined && drafts.has(key);
}

/** For a last name every name of a given name and it in a text, headlines too, where capitals don't tell names from other words. */
function fullNames(text: string): (last: string) => readonly string[] {
  const spaced = new Map<string, [given: string, at: number][]>();
  for (const { 0: whole, 1: given = '', 2: word = '', index } of text.matchAll(GIVEN_THEN_WORD)) {
    if (genderOfFirstName(given) === null || OPENERS.test(given)) continue;
    const known = spaced.get(word) ?? [];
    if (known.length === 0) spaced.set(word, known);
    known.push([whole, index + whole.length]);
  }
  return (last) =>
    (spaced.get(/^\p{L}*/u.exec(last)?.[0] ?? '') ?? [])
      .filter(
        ([, at]) =>
          text.startsWith(last, at) && !/^\p{L}/u.test(text.slice(at + last.length, at + last.length + 2)),
      )
      .map(([before]) => before + last);
}

const GIVEN_THEN_WORD = /(?<!\p{L})(\p{Lu}[\p{L}-]+)\s+(?=(\p{L}+))/gu;

/** Takes in what a phrase names, with its role. A last name alone counts where it is addressed or speaks. */
function addPhrase(drafts: Map<string, Draft>, phrase: string, isSource: boolean): void {
  const mention = readMention(phrase);
  if (mention.kind !== 'name' || !isPersonal(mention.name)) return;
  const named = isSurname(mention.name) ? null : nameKey(mention.name);
  const only = foldName(mention.name).at(-1);
  if (!named && only === undefined) return;
  if (!named && mention.honorific === null && mention.role === null && !isSource) return;
  const { key, first, last } = named ?? { key: only ?? '', first: null, last: only ?? '' };
  const draft = drafts.get(key) ?? { name: mention.name, first, last, roles: [], honorifics: [], sources: 0 };
  drafts.set(key, draft);
  if (isSource) draft.sources++;
  if (mention.role !== null && !draft.roles.includes(mention.role)) draft.roles.push(mention.role);
  if (mention.honorific !== null) draft.honorifics.push(mention.honorific);
  const shouts = /^[\p{Lu}\s.]+$/u.test(draft.name) && !/^[\p{Lu}\s.]+$/u.test(mention.name);
  if (shouts || mention.name.length > draft.name.length) draft.name = mention.name;
}

/** A person's gender by a form of address, a role or the first name; null where they don't tell. */
function genderOf({ name, first, roles, honorifics }: Draft): 'm' | 'f' | null {
  // "Mr Cole’s wife" is no man
  const own = roles.map((role) => role.toLowerCase().replace(/^.*[’']s\s/, ''));
  const told = [...honorifics, ...own.flatMap((role) => role.split(/[^a-z-]+/))];
  const [male, female] = [
    told.some((word) => MALE_WORDS.has(word)),
    told.some((word) => FEMALE_WORDS.has(word)),
  ];
  if (male !== female) return male ? 'm' : 'f';
  // women's names are seldom last names
  if (first === null) return honorifics.length === 0 && genderOfFirstName(name) === 'f' ? 'f' : null;
  const [given = '', middle = ''] = name.split(/\s+/);
  if (isForEither(given)) return null;
  return genderOfFirstName(given) ?? (/^\p{Lu}\./u.test(given) ? genderOfFirstName(middle) : null);
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

/** Whether a word before a name is a title or a form of address and no part of it. */
export const isTitle = (word: string): boolean => {
  const bare = word.toLowerCase().replace(/[^\p{L}-]/gu, '');
  return ROLE_NOUNS.has(bare) || OFFICE_HONORIFICS.has(bare);
};
