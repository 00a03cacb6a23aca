import { namedBefore, namedFrom, turnsBefore } from './lately.ts';
import { blockAt, sentenceAt } from './layout.ts';
import { pairBefore } from './pairs.ts';
import { nameKey, type Person } from './people.ts';
import { prominentBy } from './prominent.ts';
import { genderFits, type Turn } from './pronouns.ts';
import type { Role } from './roles.ts';
import type { Scene } from './scene.ts';
import { FEMALE_WORDS, MALE_WORDS, ROLE_NOUNS } from './titles.ts';

/** Whom a role at an offset means: the one who has it, or whoever it can be another word for; null where that can't be told. */
export function personWith(scene: Scene, asked: Role, at: number, turns: readonly Turn[]): Person | null {
  const isOffice = ROLE_NOUNS.has(asked.head) || ROLE_NOUNS.has(asked.office);
  const isLoose = LOOSE.has(asked.office) && asked.modifiers.length === 0;
  const holders =
    isOffice && !isLoose
      ? scene.people.filter((person) => (scene.roles.get(person) ?? []).some((role) => holds(role, asked)))
      : [];
  const holder = holderAt(scene, asked, at, holders, turns);
  if (holder || holders.filter((person) => isSeen(scene, person, at)).length > 1) return holder;
  return inTurn(scene, asked, at, turns) ?? (isOffice ? namedNext(scene, asked, at, turns) : null);
}

/** Offices by which news varies the name of somebody whom it has just named. */
const VARIED = new Set(
  `nominee senator governor president mayor representative billionaire businessman republican democrat leader strategist actor
  actress singer lawyer chairman secretary minister premier chancellor justice prosecutor director congressman mother father
  pastor general author woman man star host pollster diplomat comedian columnist commentator pundit anchor professor economist
  historian`.split(/\s+/),
);

/** Offices of which there is one: whoever isn't said to hold it is hardly meant. */
const GOVERNING = new Set('president chancellor premier minister mayor'.split(' '));

/** What anybody in politics may be besides an office. */
const LOOSE = new Set('nominee rival politician businessman leader'.split(' '));
const POLITICAL = new Set([
  ...LOOSE,
  ...'republican democrat senator governor president mayor representative secretary minister premier'.split(
    ' ',
  ),
]);

/** Whether somebody who is the one may well be the other; the president of a company is no politician. */
function agree(one: Role, other: Role): boolean {
  const political = ({ office, modifiers }: Role) =>
    POLITICAL.has(office) && !(/^(?:president|leader|secretary)$/.test(office) && modifiers.length > 1);
  return (
    one.office === other.office ||
    (political(one) && political(other) && (LOOSE.has(one.office) || LOOSE.has(other.office)))
  );
}

/** Whoever spoke or was spoken of last, where a description can be another word for the name. */
function inTurn(scene: Scene, asked: Role, at: number, turns: readonly Turn[]): Person | null {
  if (
    asked.article === 'indefinite' ||
    asked.explained ||
    asked.modifiers.length > 5 ||
    !(VARIED.has(asked.office) || VARIED.has(asked.head))
  )
    return null;
  const turn = turnsBefore(turns, at).at(-1);
  // in "He said Cole was late", Cole doesn't lead
  const lead = namedBefore(scene, at).findLast(
    ({ leads, quoted, span, sentence }) =>
      leads &&
      !quoted &&
      !(turn?.person && turn.at < span[0] && sentenceAt(scene.layout, turn.at) === sentence),
  );
  const from = Math.max(turn?.at ?? 0, lead?.span[0] ?? 0);
  const person = lead && lead.span[0] > (turn?.at ?? -1) ? lead.person : turn?.person;
  if (!person?.human || blockAt(scene.layout, at) - blockAt(scene.layout, from) > 2) return null;
  if (asked.article === 'owned' && person !== turn?.person) return null;
  const gender =
    MALE_WORDS.has(asked.head) || asked.head === 'man'
      ? 'm'
      : FEMALE_WORDS.has(asked.head) || asked.head === 'woman'
        ? 'f'
        : null;
  if (gender && genderFits(scene, person, gender) < 0) return null;
  const roles = scene.roles.get(person) ?? [];
  if (roles.length > 0) return roles.some((role) => agree(role, asked)) ? person : null;
  return asked.former || !GOVERNING.has(asked.office) || isKnownAs(scene, person, asked.office)
    ? person
    : null;
}

/** Whether everybody knows somebody as the holder of an office. */
function isKnownAs({ copy }: Scene, { key, last, gender }: Person, office: string): boolean {
  const known = prominentBy(last, gender, [], copy.published ?? null);
  return known !== undefined && nameKey(known.name)?.key === key && known.offices.includes(office);
}

/** Whom a headline or first paragraph describes and the next paragraph begins by naming in full. */
function namedNext(scene: Scene, asked: Role, at: number, turns: readonly Turn[]): Person | null {
  const block = blockAt(scene.layout, at);
  if (asked.article === 'definite' || block > 3) return null;
  const next = namedFrom(scene, at, Number.POSITIVE_INFINITY).find(
    ({ span, leads, full, person }) =>
      leads && blockAt(scene.layout, span[0]) > block && full && person.human,
  );
  const first = next && scene.firsts.get(next.person);
  if (!next || first !== next || blockAt(scene.layout, next.span[0]) - block > 2) return null;
  const roles = scene.roles.get(next.person) ?? [];
  if (block < 2 && roles.some((role) => role.office === asked.office)) return next.person;
  const start = scene.layout.sentences[next.sentence] ?? 0;
  if (next.owns || next.span[1] - start > next.person.name.length + 25) return null;
  const speaks = turns.some((turn) => turn.at === next.span[0] || turn.person === next.person);
  return roles.length === 0 && speaks && !VAGUE.test(asked.office) && asked.modifiers.length > 0
    ? next.person
    : null;
}

/** The one person of those who have a role; null where nobody seen so far has it, or several could be meant. */
function holderAt(
  scene: Scene,
  asked: Role,
  at: number,
  holders: readonly Person[],
  turns: readonly Turn[],
): Person | null {
  const seen = holders.filter((person) => isSeen(scene, person, at));
  const now = seen.filter(
    (person) => asked.former || !(scene.roles.get(person) ?? []).every(({ former }) => former),
  );
  if (asked.article === 'definite' && seen.length > 0)
    return nearest(scene, now.length > 0 ? now : seen, at, turns, now.length === 0);
  const block = blockAt(scene.layout, at);
  // the story is about whom its headline describes, but its first paragraph may begin with anybody
  const meant = block === 0 || (block === 1 && asked.modifiers.length === 0);
  const one = meant && asked.article === 'indefinite' ? heldByOne(scene, asked, turns) : null;
  if (one) return one;
  // a headline or a first paragraph describes somebody whom the next ones name
  const [only, ...more] = holders;
  const exact = asked.article === 'definite' || asked.modifiers.length > 0;
  const opens = block <= 2 || asked.article === 'owned';
  return only && more.length === 0 && exact && opens ? only : null;
}

/** The only one with an office in an article, who speaks in it: whoever the headline's "Judge" or "A former chairman" is. */
function heldByOne(scene: Scene, asked: Role, turns: readonly Turn[]): Person | null {
  if (asked.explained || !ROLE_NOUNS.has(asked.head) || VAGUE.test(asked.office)) return null;
  const [only, ...more] = scene.people.filter((person) =>
    (scene.roles.get(person) ?? []).some(
      ({ office, former }) => office === asked.office && former === asked.former,
    ),
  );
  return only?.human && more.length === 0 && turns.some(({ person }) => person === only) ? only : null;
}

/** What many are who are never named. */
const VAGUE =
  /^(?:official|adviser|officer|expert|member|leader|analyst|lawyer|reporter|friend|witness|student|fellow|researcher|scientist|doctor)$/;

const isSeen = ({ firsts }: Scene, person: Person, at: number): boolean =>
  (firsts.get(person)?.span[0] ?? at) < at;

/** Of several the one who spoke last or is named in this paragraph or the one before. */
function nearest(
  scene: Scene,
  people: readonly Person[],
  at: number,
  turns: readonly Turn[],
  former: boolean,
): Person | null {
  const [only, ...more] = people;
  if (only && more.length === 0 && !former) return only;
  const spoke = turnsBefore(turns, at).findLast((turn) => turn.person)?.person;
  if (spoke && people.includes(spoke)) return spoke;
  const lead = namedBefore(scene, at).findLast(({ leads, quoted }) => leads && !quoted);
  const alone =
    lead && pairBefore(scene, at).length === 0 && sentenceAt(scene.layout, at) - lead.sentence <= 2;
  if (alone && people.includes(lead.person)) return lead.person;
  const block = blockAt(scene.layout, at);
  const near = new Set(
    namedBefore(scene, at)
      .filter(
        ({ person, span, quoted }) =>
          !quoted && people.includes(person) && block - blockAt(scene.layout, span[0]) <= 1,
      )
      .map(({ person }) => person),
  );
  const [one] = near;
  return near.size === 1 && one ? one : null;
}

/** Whether a role is what is asked for: the same office with all that is said of it. */
function holds(role: Role, asked: Role): boolean {
  if (role.office !== asked.office) return false;
  if (role.former && !asked.former && asked.office === 'president') return false;
  if (asked.former && !role.former) return false;
  return asked.modifiers.every((word) => role.modifiers.includes(word));
}
