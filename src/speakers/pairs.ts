import type { Attribution } from './attribution.ts';
import { namedBefore } from './lately.ts';
import { blockAt, sentenceAt } from './layout.ts';
import type { Person } from './people.ts';
import type { Appearance, Scene } from './scene.ts';

/** Several people as one speaker, in the order in which they are named; null where there are none. */
export const namesOf = (people: readonly Person[]): Attribution | null =>
  people.length === 0
    ? null
    : { name: people.map(({ name }) => name).join(' and '), role: null, how: 'described' };

/** Whether two are named as one: "Dana Cole and Marcus Bell". */
export function isJoined({ copy }: Scene, one: Appearance, other: Appearance): boolean {
  const between = copy.text.slice(one.span[1], other.span[0]);
  return one.sentence === other.sentence && /^,?\s+and\s+(?:\p{L}+\.?\s+){0,3}$/u.test(between);
}

/** The two who together lead the sentence before an offset, or its own. */
export function pairBefore(scene: Scene, at: number): readonly Person[] {
  const sentence = sentenceAt(scene.layout, at);
  const before = namedBefore(scene, at);
  const lead = before.findLastIndex(({ leads, quoted }) => leads && !quoted);
  const [one, other] = [before[lead], before[lead + 1]];
  if (!one || !other || sentence - one.sentence > 2) return [];
  return isJoined(scene, one, other) ? [one.person, other.person] : [];
}

/** The two whom "the two men" means: the only ones named lately. */
export function twoBefore(scene: Scene, at: number): readonly Person[] {
  const [sentence, block] = [sentenceAt(scene.layout, at), blockAt(scene.layout, at)];
  const before = namedBefore(scene, at);
  for (const back of [1, 2, 3]) {
    const near = before.filter(
      (one) =>
        !one.quoted &&
        one.person.human &&
        sentence - one.sentence <= back &&
        block - blockAt(scene.layout, one.span[0]) <= 1,
    );
    const people = [...new Set(near.map(({ person }) => person))];
    if (people.length >= 2) return people.length === 2 ? people : [];
  }
  return [];
}
