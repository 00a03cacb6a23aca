import { createRequire } from 'node:module';

type Lookup = (firstName: string) => 'male' | 'female' | 'unknown';
let loaded: Lookup | undefined;

/** The list of first names, loaded at the first name: what resolves no speaker needn't wait for it. */
function lookup(): Lookup {
  if (loaded) return loaded;
  const require = createRequire(import.meta.url);
  const { getGender }: typeof import('gender-detection-from-name') = require('gender-detection-from-name');
  loaded = getGender;
  return loaded;
}

/** Words that the list has as names, but that in English news stand before names of places and things: "San Diego". */
const NO_NAMES = new Set(
  'great second fort young san santa south los mount saint lake port royal general'.split(' '),
);

/** First names that are given to men and women alike, so that they tell neither. */
const EITHER = new Set(
  `alex angel avery cameron casey dana drew frankie jackie jamie jan jean jessie jody jordan kelly kerry kim kit lee leigh leslie
  lindsey lynn marion marty morgan pat quinn riley robin sandy sasha sidney terry tracy val`.split(/\s+/),
);

/** Whether a first name is given to men and women alike. */
export const isForEither = (firstName: string): boolean => EITHER.has(firstName.toLowerCase());

/** Whom a first name is mostly given to: `m` or `f`; null for a word that is no first name that we know. */
export function genderOfFirstName(firstName: string): 'm' | 'f' | null {
  if (NO_NAMES.has(firstName.toLowerCase())) return null;
  const genders: readonly string[] = [firstName, ...firstName.split('-')].map((name) => lookup()(name));
  const found = genders.find((gender) => gender !== 'unknown');
  return found === undefined ? null : found === 'male' ? 'm' : 'f';
}
