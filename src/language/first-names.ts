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

/** Whom a first name is mostly given to: `m` or `f`; null for a word that is no first name that we know. */
export function genderOfFirstName(firstName: string): 'm' | 'f' | null {
  const genders: readonly string[] = [firstName, ...firstName.split('-')].map((name) => lookup()(name));
  const found = genders.find((gender) => gender !== 'unknown');
  return found === undefined ? null : found === 'male' ? 'm' : 'f';
}
