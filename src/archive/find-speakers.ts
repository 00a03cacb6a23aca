import { foldName, foldPlain, likeness } from '../language/names.ts';
import { stemOf } from '../language/terms.ts';
import type { Speaker } from '../speakers/speaker.ts';
import { ROLE_NOUNS } from '../speakers/titles.ts';
import type { SpeakerEntry } from './archive.ts';

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

/**
 * The speakers whom a typed name fits, those that fit best first: by a name or a part of one in any spelling or script, with
 * letters wrong or missing, or by what their role says ("ukraine's foreign minister", "nato chief").
 */
export function findSpeakers(typed: string, entries: readonly SpeakerEntry[]): readonly SpeakerEntry[] {
  const asked = foldPlain(typed).filter((word) => !FILLERS.has(word));
  if (asked.length === 0) return [];
  const names = foldName(typed).filter((word) => !FILLERS.has(word));
  const fits = entries
    .map((entry) => ({ entry, fit: Math.max(nameFit(names, entry.speaker), roleFit(asked, entry.speaker)) }))
    .filter(({ fit }) => fit > 0)
    .sort((a, b) => b.fit - a.fit || b.entry.statements - a.entry.statements);
  const best = fits[0]?.fit ?? 0;
  return fits.filter(({ fit }) => fit >= best * NEARLY_AS_GOOD).map(({ entry }) => entry);
}

/**
 * How well typed words, folded, fit a name: 0 where one of them is in none of its spellings and in no role ("president
 * zelensky"), or where all are roles; otherwise up to 1.
 */
function nameFit(asked: readonly string[], speaker: Speaker): number {
  let best = 0;
  const roles = new Set(speaker.roles.flatMap(foldName));
  for (const name of [speaker.name, ...speaker.aliases]) {
    const words = foldName(name);
    const likest = fitWords(asked, words);
    const fits = likest.map((fit, i) => (fit === 0 && roles.has(asked[i] ?? '') ? IN_ROLE : fit));
    if (fits.some((fit) => fit === 0) || likest.every((fit) => fit === 0)) continue;
    const mean = fits.reduce((sum, fit) => sum + fit, 0) / fits.length;
    best = Math.max(
      best,
      speaker.named ? mean : mean * 0.8 * (asked.length / Math.max(asked.length, words.length)),
    );
  }
  return best;
}

/** How like each typed word is to a word of a name; each word of the name stands for one typed word only. */
function fitWords(asked: readonly string[], words: readonly string[]): readonly number[] {
  const free = [...words];
  return asked.map((word) => {
    const likes = free.map((other) => likeness(word, other));
    const best = Math.max(0, ...likes);
    if (best > 0) free.splice(likes.indexOf(best), 1);
    return best;
  });
}

/** How well typed words fit a role: 0 unless nearly all of them stand in it, otherwise up to 0.9. */
function roleFit(asked: readonly string[], speaker: Speaker): number {
  const words = asked.map(stemOf);
  let best = 0;
  for (const role of speaker.roles) {
    const plain = foldPlain(role);
    const held = plain.map((word) => {
      const typed = asked.find((other) => likeness(other, word) >= MISSPELT);
      return stemOf(typed ?? word);
    });
    const office = plain.some((word) => ROLE_NOUNS.has(word));
    const found = words.filter(
      (word, i) => held.includes(word) || (office && ANY_OFFICE.has(asked[i] ?? '')),
    );
    const named = words.filter((word, i) => !ANY_OFFICE.has(asked[i] ?? '') && held.includes(word));
    // "the us" is no adviser of it: a country or a body stands for an office only beside a word for one
    const names = asked.some((word) => ROLE_NOUNS.has(word) || ANY_OFFICE.has(word));
    if (found.length < words.length || named.length === 0 || !names) continue;
    best = Math.max(best, 0.6 + 0.3 * (named.length / held.length));
  }
  return best;
}
