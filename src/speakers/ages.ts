import { namedBefore } from './lately.ts';
import type { Person } from './people.ts';
import { candidatesFor, choose, type Turn } from './pronouns.ts';
import type { Scene } from './scene.ts';
import { FEMALE_WORDS, MALE_WORDS } from './titles.ts';

/** The only one so far who is said to be of an age: "Dana Cole, 36,", "Dana Cole, a 36-year-old". */
export function agedOnly(scene: Scene, at: number, age: string): Person | null {
  const told = new RegExp(`^,?\\s+(?:who\\s+is\\s+|(?:is\\s+)?an?\\s+|aged\\s+)?${age}(?!\\d)`);
  const aged = namedBefore(scene, at).filter(({ span }) =>
    told.test(scene.copy.text.slice(span[1], span[1] + 30)),
  );
  const people = new Set(aged.map(({ person }) => person));
  const [only] = people;
  return only && people.size === 1 ? only : null;
}

const AGED = /^(?:the|this)\s+(\d{1,2})-year-old(?:\s+(\p{Ll}[\p{Ll}-]*))?/iu;

/**
 * Whom "the 36-year-old" means: the one who is said to be so old, or else whoever "he" or "she" would mean there; null where it
 * would be two people.
 */
export function agedPerson(
  scene: Scene,
  description: string,
  at: number,
  turns: readonly Turn[],
): Person | null {
  const [, age, noun = ''] = AGED.exec(description) ?? [];
  if (age === undefined) return null;
  const told = agedOnly(scene, at, age);
  if (told) return told;
  const genders = (['m', 'f'] as const).filter(
    (gender) => !(gender === 'm' ? FEMALE_WORDS : MALE_WORDS).has(noun),
  );
  const people = new Set(genders.flatMap((gender) => choose(candidatesFor(scene, at, gender, turns)) ?? []));
  const [only] = people;
  return only?.human && people.size === 1 ? only : null;
}
