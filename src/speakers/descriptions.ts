import { agedPerson } from './ages.ts';
import { type Attribution, attributionTo } from './attribution.ts';
import { personWith } from './holders.ts';
import { namedFrom, turnsBefore } from './lately.ts';
import { sentenceAt } from './layout.ts';
import { nameFor, publisherOf } from './makers.ts';
import type { Found } from './names.ts';
import { namesOf, twoBefore } from './pairs.ts';
import type { Person } from './people.ts';
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
  const again = sameAgain(scene, description, at, turns);
  if (again) return { person: null, attribution: again };
  const named = namedWithin(scene, description, at);
  if (named) return { person: named, attribution: attributionTo(named, 'named') };
  const asked = readRole(description);
  const person = agedPerson(scene, description, at, turns) ?? (asked && personWith(scene, asked, at, turns));
  if (person) return { person, attribution: attributionTo(person, 'role') };
  // "the report" goes back to one, "the report that Cole wrote in May" doesn't
  const [, head] =
    /^(?:[Tt]he|[Tt]his|[Tt]hat)\s+(?:\p{Ll}[\p{Ll}-]+\s+){0,2}(\p{Ll}[\p{Ll}-]+)$/u.exec(
      description.replace(/[’']s$|,\s+titled\s.*$/, ''),
    ) ?? [];
  const name = head === undefined ? publisherOf(scene, description) : nameFor(scene, head, at, turns);
  if (name !== null) return { person: null, attribution: { name, role: null, how: 'role' } };
  return { person: null, attribution: { name: coreOf(description), role: null, how: 'described' } };
}

/** How many sentences back somebody who was described may be meant by "the aide". */
const NEAR = 6;

/** Who is only described and gone back to: "A committee aide … the aide said". */
function sameAgain(
  scene: Scene,
  description: string,
  at: number,
  turns: readonly Turn[],
): Attribution | null {
  const [, head] = /^the\s+(\p{Ll}+)$/iu.exec(description) ?? [];
  if (head === undefined) return null;
  const last = turnsBefore(turns, at).findLast(({ attribution }) => attribution !== null);
  const said = last?.attribution;
  if (!last || said?.how !== 'described') return null;
  if (sentenceAt(scene.layout, at) - sentenceAt(scene.layout, last.at) > NEAR) return null;
  const isSame =
    /^(?:an?|one|another)\s/i.test(said.name) && readRole(said.name)?.head === head.toLowerCase();
  return isSame ? said : null;
}

/** What only tells more of somebody who is described: "…, who spoke anonymously", "…, led by …", "… released on Sunday". */
const MORE =
  /(?:,\s+(?:who|whom|whose|which|where|an?|the|including|like|not|one|\p{Ll}{2,}(?:ing|ed)|led|familiar|known)[\s,]|\s+familiar\s+with\s|\s+(?:(?:in|of|for|at|by|with|to|on|from)\s+)?(?:who|whom|which)\s|,?\s+(?:--|—|–)\s|\s+(?:being\s+|to\s+be\s+|just\s+)?(?:released|published|conducted|issued|posted|obtained)(?:\s|$)|,?\s+\(|,\s+\d{2}$).*$/su;

/** A description without what only tells more, as long as more than a bare noun is left: "an aide, who asked not to be named". */
function coreOf(description: string): string {
  const core = description.replace(MORE, '').trim();
  return /^\S+\s+\S/.test(core) &&
    !/^(?:those|some|many|one|people|anyone|everyone|the one|the ones)$/i.test(core)
    ? core
    : description;
}

/** Two people as one: "the two", "both men", "the two Republican senators". */
const TWO = new RegExp(
  `^(?:the\\s+(?:two|pair|couple|duo)|both)(?:\\s(?:\\p{L}+\\s)?(?:men|women|politicians|lawmakers|${[...ROLE_NOUNS].map((noun) => `${noun}s`).join('|')}))?$`,
  'iu',
);

/** Somebody whom the words name in full though they are more than a name: "analyst Dana Cole questions the plan". */
function namedWithin(scene: Scene, description: string, at: number): Person | null {
  const end = at + description.length;
  const { copy } = scene;
  const [only, ...more] = namedFrom(scene, at, end);
  if (!only?.full || !only.person.human || more.length > 0 || only.owns) return null;
  const before = copy.text
    .slice(at, only.span[0])
    .replace(new RegExp(`${only.person.name.split(' ')[0]}.*$`), '');
  const office = /(\p{L}+)\s*$/u.exec(before)?.[1]?.toLowerCase() ?? '';
  const apart =
    /(?<!\p{L})(?:of|for|by|to|with|from|in|at|on|about|against|and|or|like|who|that|which|including|than|close)(?!\p{L})|[,;(]/iu;
  const several = /^\s+and\s/.test(copy.text.slice(only.span[1], end));
  return ROLE_NOUNS.has(office) && !several && !apart.test(before) ? only.person : null;
}
