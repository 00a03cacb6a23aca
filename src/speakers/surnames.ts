import type { Span } from '../articles/article.ts';
import { blockAt, type Copy, isWithin, type Layout } from './layout.ts';
import { nameKey, type Person } from './people.ts';
import type { Place } from './places.ts';
import { prominentBy } from './prominent.ts';

/** One place at which an article names one person. */
export type Mention = {
  readonly person: Person;
  readonly span: Span;
  readonly full: boolean;
  readonly owns: boolean;
};

/** Before or in the role of somebody whom an article mentions for the sake of another: "his wife, Dana Cole". */
const KIN =
  /(?<!\p{L})(?:wife|husband|spouse|son|daughter|brother|sister|mother|father|widow|cousin|nephew|niece|uncle|aunt|sons|daughters|children|parents|brothers|sisters|first lady)(?!\p{L})/iu;

/** How much each person is the one whom a bare last name means, and in which blocks each is named in full. */
type Bearing = { readonly weight: number; readonly full: readonly number[] };

/**
 * Who is meant at each place. News names somebody in full first and by the last name from then on; where several bear one,
 * the rest of them go on being named in full. Places at which it can't be told whom they mean are left out.
 */
export function settlePlaces(
  copy: Copy,
  layout: Layout,
  places: readonly Place[],
  spoken: readonly Span[],
): readonly Mention[] {
  const told = places.filter(({ span }) => !isWithin(span, spoken));
  const shared = new Set(
    places.filter(({ bearers }) => bearers.length > 1).flatMap(({ bearers }) => bearers),
  );
  const bearings = new Map([...shared].map((person) => [person, bearingOf(copy, layout, told, person)]));
  const settled: Mention[] = [];
  for (const { bearers, span, full, owns } of places) {
    const [only] = bearers;
    const person =
      bearers.length === 1
        ? only
        : bearerAt(
            bearers,
            span[0],
            layout,
            bearings,
            settled.findLast((m) => bearers.includes(m.person)),
          );
    if (person) settled.push({ person, span, full, owns });
  }
  return settled;
}

function bearingOf(
  { text, title, published }: Copy,
  layout: Layout,
  places: readonly Place[],
  person: Person,
): Bearing {
  const own = places.filter(({ bearers, full }) => full && bearers.length === 1 && bearers[0] === person);
  const kin = own.some(({ span }) =>
    KIN.test(
      text
        .slice(Math.max(0, span[0] - 40), span[0])
        .split(/[.;:!?]/)
        .at(-1) ?? '',
    ),
  );
  const firsts = own[0]?.span[0] ?? Number.POSITIVE_INFINITY;
  const others = places.filter(
    ({ bearers, full }) => full && bearers[0] !== person && bearers[0]?.last === person.last,
  );
  const next = others[0]?.span[0] ?? Number.POSITIVE_INFINITY;
  // whoever had the last name alone before anybody else came keeps it
  const alone = places.filter(
    ({ bearers, span }) => bearers.length > 1 && bearers.includes(person) && span[0] < next,
  );
  const earlier = next < firsts;
  // somebody called by the first name isn't by the last one
  const byFirst = places.filter(
    ({ bearers, full, span }) =>
      !full &&
      bearers.length === 1 &&
      bearers[0] === person &&
      text.slice(...span) === person.name.split(/\s+/)[0],
  ).length;
  const prominent = prominentBy(person.last, person.gender, [], published ?? null);
  const known = prominent !== undefined && nameKey(prominent.name)?.key === person.key;
  const inTitle = title?.includes(person.name) === true;
  const weight =
    (inTitle ? 2 : 0) +
    (known ? 1 : 0) -
    Math.min(3, byFirst) +
    followed(text, places, person) +
    (kin ? -3 : 0) +
    (earlier ? 0 : alone.length > 1 ? 4 : 2) -
    Math.min(2, Math.max(0, own.length - 2));
  return { weight, full: own.map(({ span }) => blockAt(layout, span[0])) };
}

/** Whether "he" or "she" follows on the last name that several bear where the person's gender would have it: 2, or -2. */
function followed(text: string, places: readonly Place[], { last, gender }: Person): number {
  if (gender === null) return 0;
  let lead = 0;
  for (const [i, { bearers, span }] of places.entries()) {
    if (bearers.length < 2 || bearers[0]?.last !== last) continue;
    const end = Math.min(places[i + 1]?.span[0] ?? text.length, span[1] + 200);
    const pronoun = /(?<!\p{L})(?:(he|his|him)|she|hers?)(?!\p{L})/iu.exec(text.slice(span[1], end));
    if (pronoun) lead += (pronoun[1] === undefined) === (gender === 'f') ? 1 : -1;
  }
  return Math.abs(lead) < 2 ? 0 : 2 * Math.sign(lead);
}

/** Whom a last name that several bear means at an offset; undefined where that can't be told. */
function bearerAt(
  bearers: readonly Person[],
  at: number,
  layout: Layout,
  bearings: ReadonlyMap<Person, Bearing>,
  before: Mention | undefined,
): Person | undefined {
  const ranked = bearers
    .map((person) => ({ person, weight: bearings.get(person)?.weight ?? 0 }))
    .sort((a, b) => b.weight - a.weight);
  const [first, second] = ranked;
  if (!first) return undefined;
  const lead = first.weight - (second?.weight ?? Number.NEGATIVE_INFINITY);
  const block = blockAt(layout, at);
  const recent = before?.full && block - blockAt(layout, before.span[0]) <= 1 ? before.person : undefined;
  if (recent === undefined || recent === first.person) return lead >= 1 || recent ? first.person : undefined;
  return lead >= 3 ? first.person : undefined;
}
