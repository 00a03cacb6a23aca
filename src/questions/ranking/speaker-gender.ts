import type { Statement } from '../../archive/archive.ts';
import { genderOfFirstName, isForEither } from '../../language/first-names.ts';
import { foldPlain } from '../../language/names.ts';
import type { Speaker } from '../../speakers/speaker.ts';
import { FEMALE_WORDS, MALE_WORDS } from '../../speakers/titles.ts';

type Gender = 'm' | 'f';

/** What men and women are called in a chat, beside forms of address and roles. */
const MEN = new Set('man guy dude bloke chap lad boy gentleman dad daddy grandpa hubby'.split(' '));
const WOMEN = new Set('woman lady gal girl mom mum mommy grandma missus'.split(' '));

/** Whether words call somebody a man or a woman; null where they do neither or both. */
export function genderOfWords(words: readonly string[]): Gender | null {
  const male = words.some((word) => MEN.has(word) || MALE_WORDS.has(word));
  const female = words.some((word) => WOMEN.has(word) || FEMALE_WORDS.has(word));
  return male === female ? null : male ? 'm' : 'f';
}

/** The same by pronouns. */
export function genderOfPronouns(words: readonly string[]): Gender | null {
  const male = words.some((word) => /^(?:he|hes|hed|his|him|himself)$/.test(word));
  const female = words.some((word) => /^(?:she|shes|her|hers|herself)$/.test(word));
  return male === female ? null : male ? 'm' : 'f';
}

const known = new Map<string, Gender | null>();
const MOST_KEPT = 50_000;

/** Whether a statement's speaker is a man or a woman, as far as roles and the first name tell. */
export function speakerGender({ speaker, role }: Statement): Gender | null {
  if (speaker === null) return null;
  const key = `${speaker.id} ${role ?? ''}`;
  const found = known.get(key);
  if (found !== undefined) return found;
  if (known.size >= MOST_KEPT) known.clear();
  const gender = readGender(speaker, role);
  known.set(key, gender);
  return gender;
}

function readGender({ name, named, roles }: Speaker, role: string | null): Gender | null {
  const told = genderOfWords(foldPlain([role ?? '', ...roles, named ? '' : name].join(' ')));
  if (told !== null || !named) return told;
  const words = name.split(/\s+/);
  const [first = ''] = words;
  return words.length < 2 || isForEither(first) ? null : genderOfFirstName(first);
}
