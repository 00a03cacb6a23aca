import { attributionTo } from './attribution.ts';
import { personWith } from './holders.ts';
import { nameFor } from './makers.ts';
import type { Found } from './names.ts';
import { namesOf, twoBefore } from './pairs.ts';
import type { Turn } from './pronouns.ts';
import { readRole } from './roles.ts';
import type { Scene } from './scene.ts';
import { ROLE_NOUNS } from './titles.ts';

/** Whom a description at an offset means: whoever the article says it is, or nobody but the one described. */
export function resolveDescription(
  scene: Scene,
  description: string,
  at: number,
  turns: readonly Turn[],
): Found {
  if (TWO.test(description)) {
    const two = namesOf(twoBefore(scene, at));
    if (two) return { person: null, attribution: two };
  }
  const asked = readRole(description);
  const person = asked && personWith(scene, asked, at, turns);
  if (person) return { person, attribution: attributionTo(person, 'role') };
  // "the report" goes back to one, "the report that Cole wrote in May" doesn't
  const [, head] =
    /^(?:[Tt]he|[Tt]his|[Tt]hat)\s+(?:\p{Ll}+\s+)?(\p{Ll}[\p{Ll}-]+)$/u.exec(description) ?? [];
  const name = head === undefined ? null : nameFor(scene, head, at, turns);
  if (name !== null) return { person: null, attribution: { name, role: null, how: 'role' } };
  return { person: null, attribution: { name: description, role: null, how: 'described' } };
}

/** Two people as one: "the two", "both men", "the two Republican senators". */
const TWO = new RegExp(
  `^(?:the\\s+(?:two|pair|couple|duo)|both)(?:\\s(?:\\p{L}+\\s)?(?:men|women|politicians|lawmakers|${[...ROLE_NOUNS].map((noun) => `${noun}s`).join('|')}))?$`,
  'iu',
);
