import { foldName, foldPlain, likeness } from '../language/names.ts';
import { stemOf } from '../language/terms.ts';
import type { Speaker } from '../speakers/speaker.ts';
import { ROLE_NOUNS } from '../speakers/titles.ts';
import type { SpeakerEntry } from './archive.ts';
import { createVocabulary, type Vocabulary } from './vocabulary.ts';

/** Words that people use for whoever holds an office: they stand for any role. */
const ANY_OFFICE = new Set(['chief', 'head', 'boss', 'leader', 'guy', 'man', 'woman', 'official', 'person']);
/** Words of a typed name that say nothing about whose it is. */
const FILLERS = new Set([
  'the',
  'of',
  'a',
  'an',
  'mr',
  'mrs',
  'ms',
  'dr',
  'for',
  'from',
  'in',
  'at',
  's',
  'to',
]);
/** The least part of the best speaker's fit that another must have to be meant as well. */
const NEARLY_AS_GOOD = 0.92;
/** How well a word fits that stands in a role, beside others that stand in the name. */
const IN_ROLE = 0.9;
/** The least likeness of a word that stands for one in a role, unfinished or with a letter wrong: "advisor" for "adviser". */
const MISSPELT = 0.75;

/** What is like each typed word: the numbers of a vocabulary's words, with how well the typed word stands for them. */
type Likes = readonly ReadonlyMap<number, number>[];

/** A role as it is looked up, and whose it is, by their places in the entries. */
type Role = {
  readonly words: readonly number[];
  readonly stems: readonly string[];
  readonly isOffice: boolean;
  readonly holders: readonly number[];
};

/** A speaker's names as they are looked up: each word by its number; and the words of the roles, folded as names are. */
type Names = { readonly names: readonly (readonly number[])[]; readonly inRoles: ReadonlySet<string> };

/**
 * Makes a search for speakers by a typed name. It gives those whom the name fits, those that fit best first: by a name or a
 * part of one in any spelling or script, with letters wrong or missing, or by what their role says ("ukraine's foreign
 * minister", "nato chief"). Names and roles are read once; a search looks only at who has a word like a typed one.
 */
export function createSpeakerFinder(
  entries: readonly SpeakerEntry[],
): (typed: string) => readonly SpeakerEntry[] {
  const fitNames = createNameFinder(entries.map(({ speaker }) => speaker));
  const fitRoles = createRoleFinder(entries.map(({ speaker }) => speaker));
  return (typed) => {
    const isTelling = (word: string) => !FILLERS.has(word);
    const asked = foldPlain(typed).filter(isTelling);
    if (asked.length === 0) return [];
    const fits = new Map(fitNames(foldName(typed).filter(isTelling)));
    for (const [place, fit] of fitRoles(asked)) fits.set(place, Math.max(fit, fits.get(place) ?? 0));
    const sorted = [...fits]
      .flatMap(([place, fit]) => {
        const entry = entries[place];
        return entry ? [{ entry, fit, place }] : [];
      })
      .sort((a, b) => b.fit - a.fit || b.entry.statements - a.entry.statements || a.place - b.place);
    const least = (sorted[0]?.fit ?? 0) * NEARLY_AS_GOOD;
    return sorted.filter(({ fit }) => fit >= least).map(({ entry }) => entry);
  };
}

type Fits = ReadonlyMap<number, number>;

function createNameFinder(speakers: readonly Speaker[]): (asked: readonly string[]) => Fits {
  const vocabulary = createVocabulary();
  const named: number[][] = [];
  const inRoles = new Map<string, number[]>();
  const read = speakers.map((speaker, place): Names => {
    const folded = foldsOf(speaker);
    const names = folded.names.map((words) => words.map((word) => vocabulary.add(word)));
    for (const number of new Set(names.flat())) listIn(named, number).push(place);
    for (const word of folded.inRoles) {
      const holders = inRoles.get(word);
      if (holders) holders.push(place);
      else inRoles.set(word, [place]);
    }
    return { names, inRoles: folded.inRoles };
  });
  return (asked) => {
    const likes = asked.map((word) => vocabulary.near(word, likeness));
    const places = smallest(
      asked.map((word, i) => [
        ...[...(likes[i]?.keys() ?? [])].map((number) => named[number] ?? []),
        inRoles.get(word) ?? [],
      ]),
    );
    return fitsOf(places, (place) => {
      const [names, speaker] = [read[place], speakers[place]];
      return names && speaker ? nameFit(asked, likes, names, speaker.named) : 0;
    });
  };
}

/** The words of each of a speaker's names and of the roles, folded as names are; read once a speaker. */
const folds = new WeakMap<
  Speaker,
  { readonly names: readonly (readonly string[])[]; readonly inRoles: ReadonlySet<string> }
>();

function foldsOf(speaker: Speaker) {
  const known = folds.get(speaker);
  if (known) return known;
  const { name, aliases, roles } = speaker;
  const read = { names: [name, ...aliases].map(foldName), inRoles: new Set(roles.flatMap(foldName)) };
  folds.set(speaker, read);
  return read;
}

/**
 * How well typed words, folded, fit a name: 0 where one of them is in none of its spellings and in no role ("president
 * zelensky"), or where all are roles; otherwise up to 1.
 */
function nameFit(
  asked: readonly string[],
  likes: Likes,
  { names, inRoles }: Names,
  isNamed: boolean,
): number {
  let best = 0;
  for (const words of names) {
    const likest = fitWords(likes, words);
    const fits = likest.map((fit, i) => (fit === 0 && inRoles.has(asked[i] ?? '') ? IN_ROLE : fit));
    if (fits.some((fit) => fit === 0) || likest.every((fit) => fit === 0)) continue;
    const mean = fits.reduce((sum, fit) => sum + fit, 0) / fits.length;
    best = Math.max(
      best,
      isNamed ? mean : mean * 0.8 * (asked.length / Math.max(asked.length, words.length)),
    );
  }
  return best;
}

/** How like each typed word is to a word of a name; each word of the name stands for one typed word only. */
function fitWords(likes: Likes, words: readonly number[]): readonly number[] {
  const free = [...words];
  return likes.map((like) => {
    let [best, at] = [0, -1];
    for (const [i, number] of free.entries()) {
      const fit = like.get(number) ?? 0;
      if (fit > best) [best, at] = [fit, i];
    }
    if (at >= 0) free.splice(at, 1);
    return best;
  });
}

function createRoleFinder(speakers: readonly Speaker[]): (asked: readonly string[]) => Fits {
  const vocabulary = createVocabulary();
  const roles = readRoles(speakers, vocabulary);
  const byWord: number[][] = [];
  const byStem = new Map<string, Set<number>>();
  for (const [at, { words, stems }] of roles.entries()) {
    for (const number of new Set(words)) listIn(byWord, number).push(at);
    for (const [i, stem] of stems.entries())
      byStem.set(stem, (byStem.get(stem) ?? new Set()).add(words[i] as number));
  }
  return (asked) => {
    // "the us" is no adviser of it: a country or a body stands for an office only beside a word for one
    const telling = asked.filter((word) => !ANY_OFFICE.has(word));
    if (telling.length === 0 || !asked.some((word) => ROLE_NOUNS.has(word) || ANY_OFFICE.has(word)))
      return new Map();
    const stems = asked.map(stemOf);
    const likes = asked.map((word) => vocabulary.near(word, likeness));
    const places = smallest(
      telling.map((word) => {
        const stem = stemOf(word);
        const like = likes.flatMap((near, i) => (stems[i] === stem ? [...near.keys()] : []));
        return [...new Set([...like, ...(byStem.get(stem) ?? [])])].map((number) => byWord[number] ?? []);
      }),
    );
    const fits = new Map<number, number>();
    for (const [at, fit] of fitsOf(places, (place) => roleFit(asked, stems, likes, roles[place])))
      for (const holder of roles[at]?.holders ?? []) fits.set(holder, Math.max(fit, fits.get(holder) ?? 0));
    return fits;
  };
}

/** Every different role of the speakers, with its holders. */
function readRoles(speakers: readonly Speaker[], vocabulary: Vocabulary): readonly Role[] {
  const holders = new Map<string, number[]>();
  for (const [place, { roles }] of speakers.entries())
    for (const role of roles) {
      const others = holders.get(role);
      if (others) others.push(place);
      else holders.set(role, [place]);
    }
  return [...holders].map(([role, places]) => {
    const plain = foldPlain(role);
    return {
      words: plain.map((word) => vocabulary.add(word)),
      stems: plain.map(stemOf),
      isOffice: plain.some((word) => ROLE_NOUNS.has(word)),
      holders: places,
    };
  });
}

/** How well typed words fit a role: 0 unless all of them stand in it or stand for any office, otherwise up to 0.9. */
function roleFit(
  asked: readonly string[],
  stems: readonly string[],
  likes: Likes,
  role: Role | undefined,
): number {
  if (!role) return 0;
  const held = role.words.map((number, k) => {
    const typed = likes.findIndex((near) => (near.get(number) ?? 0) >= MISSPELT);
    return (typed < 0 ? role.stems[k] : stems[typed]) ?? '';
  });
  const isAnyOffice = asked.map((word) => ANY_OFFICE.has(word));
  const isHeld = stems.map((stem) => held.includes(stem));
  if (isHeld.some((is, i) => !is && !(role.isOffice && isAnyOffice[i]))) return 0;
  const named = isHeld.filter((is, i) => is && !isAnyOffice[i]).length;
  return named === 0 ? 0 : 0.6 + 0.3 * (named / held.length);
}

/** The places in that choice of lists which has the fewest in all. */
function smallest(choices: readonly (readonly (readonly number[])[])[]): ReadonlySet<number> {
  const sizes = choices.map((lists) => lists.reduce((sum, { length }) => sum + length, 0));
  return new Set(choices[sizes.indexOf(Math.min(...sizes))]?.flat());
}

/** How well each place fits that does at all. */
function fitsOf(places: Iterable<number>, fitOf: (place: number) => number): Fits {
  const fits = new Map<number, number>();
  for (const place of places) {
    const fit = fitOf(place);
    if (fit > 0) fits.set(place, fit);
  }
  return fits;
}

/** The list at a place, a new one where there is none yet. */
function listIn(lists: number[][], at: number): number[] {
  lists[at] ??= [];
  return lists[at];
}
