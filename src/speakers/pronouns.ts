import { readFileSync } from 'node:fs';
import type { Span } from '../articles/article.ts';
import type { Attribution } from './attribution.ts';
import { namedBefore, namedFrom, turnsBefore } from './lately.ts';
import { blockAt, sentenceAt } from './layout.ts';
import { isJoined } from './pairs.ts';
import type { Person } from './people.ts';
import type { Appearance, Scene } from './scene.ts';

/** Who spoke, and where the words for the speaker stand. */
export type Turn = {
  readonly at: number;
  readonly attribution: Attribution | null;
  /** Whoever of the article's people it is. */
  readonly person: Person | null;
  readonly pronoun: boolean;
  /** Whether several speak as one. */
  readonly several: boolean;
};

/** What a choice among people rests on, each a number from 0 to about 1. models/README.md says how they are weighed. */
export const FEATURES = [
  'same sentence',
  'sentence before',
  'two sentences before',
  'three to five sentences before',
  'further before',
  'same paragraph',
  'named last',
  'named last but one',
  'leads its sentence',
  'leads the sentence before',
  'is owner or behind a preposition',
  'named in full there',
  'quoted only',
  'spoke last',
  'spoke last and by the same pronoun',
  'spoke last, a sentence before at most',
  'spoke last, nobody fitting named since',
  'spoke last, a quotation ends before the pronoun',
  'leads the sentence before, a quotation ends before the pronoun',
  'spoke last but one',
  'how often named',
  'named most often',
  'gender fits',
  'gender unknown',
  'pronouns fit',
  'pronouns do not fit',
  'is somebody',
  'named in what is said',
  'named in what is said with "I"',
  'is asked before',
  'asks before',
  'is spoken to',
] as const;

/** Somebody whom a pronoun could mean, and what speaks for that. */
export type Candidate = {
  readonly person: Person;
  readonly features: readonly number[];
  /** Those who are named together with the person there, as one. */
  readonly joined: readonly Person[];
};

const BEHIND =
  /(?<!\p{L})(?:of|to|by|with|for|against|about|from|on|over|than|between|at|in|like|and)\s+(?:\p{Lu}\p{L}*\.?\s+){0,3}$/u;

/** The people whom a pronoun at an offset could mean, with what speaks for each. */
export function candidatesFor(
  scene: Scene,
  at: number,
  gender: 'm' | 'f',
  turns: readonly Turn[],
): readonly Candidate[] {
  const before = namedBefore(scene, at);
  const latest = new Map<Person, Appearance>();
  const counts = new Map<Person, number>();
  for (const appearance of before) {
    if (!mayBeMeant(scene, appearance)) continue;
    const known = latest.get(appearance.person);
    if (!known || !appearance.quoted || known.quoted) latest.set(appearance.person, appearance);
    counts.set(appearance.person, (counts.get(appearance.person) ?? 0) + 1);
  }
  const about = askedAbout(scene, at);
  const fitting = [...latest.values()].filter(
    ({ person }) => genderFits(scene, person, gender) >= 0 && !about.has(person),
  );
  const recent = [...fitting].sort((a, b) => Number(a.quoted) - Number(b.quoted) || b.span[0] - a.span[0]);
  const most = Math.max(...fitting.map(({ person }) => counts.get(person) ?? 0));
  const told = (offset: number) => scene.told[sentenceAt(scene.layout, offset)] ?? 0;
  const here = told(at);
  const tags = /[”"’']\s*$/.test(scene.copy.text.slice(Math.max(0, at - 4), at));
  const paragraph = scene.layout.blocks[blockAt(scene.layout, at)]?.[0] ?? 0;
  const spoken = turnsBefore(turns, at).filter(({ person }) => person !== null);
  const [last, secondLast] = [
    spoken.at(-1),
    spoken.findLast(({ person }) => person !== spoken.at(-1)?.person),
  ];
  const content = scene.saidAt.get(at) ?? [];
  const saidOf = namedIn(scene, content);
  const byOneself = content.some((span) => OF_ONESELF.test(scene.copy.text.slice(...span)));
  const talk = readTalk(scene, at);
  return fitting.map((shown): Candidate => {
    const { person } = shown;
    const spokeLast = last?.person === person;
    const spokeAt = spokeLast ? last.at : -1;
    const seenAt = Math.max(shown.quoted ? -1 : shown.span[0], spokeAt);
    const distance = seenAt < 0 ? 9 : here - told(seenAt);
    const others = fitting.some(
      (other) => other.person !== person && !other.quoted && other.span[0] > spokeAt,
    );
    const lead = before.some(
      (one) => one.person === person && one.leads && !one.quoted && here - told(one.span[0]) === 1,
    );
    const agrees = genderFits(scene, person, gender);
    const votes = scene.votes.get(person) ?? { m: 0, f: 0 };
    const [same, other] = gender === 'm' ? [votes.m, votes.f] : [votes.f, votes.m];
    const place = before.indexOf(shown);
    const joined = [before[place - 1], before[place + 1]].flatMap((other) =>
      other && (isJoined(scene, shown, other) || isJoined(scene, other, shown)) ? [other.person] : [],
    );
    return {
      person,
      joined: spokeLast ? [] : joined.filter((one) => fitting.some((two) => two.person === one)),
      features: [
        distance === 0,
        distance === 1,
        distance === 2,
        distance > 2 && distance < 6,
        distance >= 6,
        seenAt >= paragraph,
        recent[0] === shown,
        recent[1] === shown,
        shown.leads && !shown.quoted,
        lead,
        shown.owns || BEHIND.test(scene.copy.text.slice(Math.max(0, shown.span[0] - 40), shown.span[0])),
        shown.full,
        shown.quoted,
        spokeLast,
        spokeLast && last.pronoun,
        spokeLast && here - told(spokeAt) <= 1,
        spokeLast && !others,
        spokeLast && tags,
        lead && tags,
        secondLast?.person === person,
        Math.min(1, Math.log2(1 + (counts.get(person) ?? 0)) / 5),
        counts.get(person) === most,
        agrees > 0,
        agrees === 0,
        same > other,
        other > same,
        person.human,
        saidOf.has(person),
        byOneself && saidOf.has(person),
        talk.asked.has(person),
        talk.asking.has(person),
        talk.addressed.has(person),
      ].map(Number),
    };
  });
}

/** Whether somebody named may be anybody at all: by a first name, a form of address, a role, a pronoun behind, or as a speaker. */
function mayBeMeant({ votes }: Scene, { person, full, leads }: Appearance): boolean {
  const { m = 0, f = 0 } = votes.get(person) ?? {};
  return person.human || person.speaks || m + f > 1 || (full && leads && m + f > 0);
}

const OF_ONESELF = /(?<![\p{L}’'])(?:I|me|my|we|our|us)(?!\p{L})/u;
const ASKED = /(?<!\p{L})(?:asked|asks|ask|asking|pressed|questioned)(?:\s+(?:\p{Lu}\S*|by))*\s+$/u;
const ASKING =
  /^(?:[’']s\s+\p{Ll}+)?\s+(?:\p{Ll}+ly\s+)?(?:asked|asks|pressed|questioned|wanted\s+to\s+know|wondered)(?!\p{L})/u;
const ADDRESSED =
  /^\p{L}+\s+(?:\p{Ll}+ly\s+)?(?:told|asked|assured|reminded|informed|warned|urged)\s+(?:\p{Lu}\S*\s+)*$/u;

type Talk = Readonly<Record<'asked' | 'asking' | 'addressed', ReadonlySet<Person>>>;

/** Who asks and is asked in the sentence before a pronoun, and to whom the one it stands for speaks: "he told Cole". */
function readTalk(scene: Scene, at: number): Talk {
  const { copy, layout, told } = scene;
  const here = sentenceAt(layout, at);
  const unquoted = namedBefore(scene, at).filter(
    ({ quoted, sentence }) => !quoted && (told[here] ?? 0) - (told[sentence] ?? 0) <= 1,
  );
  const behind = namedFrom(scene, at, Math.min(copy.text.length, at + 80));
  const of = (some: readonly Appearance[], isMeant: (one: Appearance) => boolean) =>
    new Set(some.filter(isMeant).map(({ person }) => person));
  return {
    asked: of(unquoted, ({ span }) => ASKED.test(copy.text.slice(Math.max(0, span[0] - 40), span[0]))),
    asking: of(unquoted, ({ span }) => ASKING.test(copy.text.slice(span[1], span[1] + 40))),
    addressed: of(behind, ({ span }) => ADDRESSED.test(copy.text.slice(at, span[0]))),
  };
}

const ABOUT =
  /^\P{L}*(?:(?:When\s+)?(?:[Aa]sked|[Qq]uestioned|[Pp]ressed)|Speaking|Talking|Commenting|Reacting|Responding|Turning|Referring|On\s+\p{Lu}[^,]{0,60}[’']s)\s[^.;]*,\s*$/u;

/** Who is named before a pronoun in what only leads up to it: "Asked about Cole’s injury, he" is somebody else. */
function askedAbout(scene: Scene, at: number): ReadonlySet<Person> {
  const start = scene.layout.sentences[sentenceAt(scene.layout, at)] ?? at;
  return ABOUT.test(scene.copy.text.slice(start, at)) ? namedIn(scene, [[start, at]]) : new Set();
}

/** Who is named within some spans: people seldom speak of themselves by name. */
const namedIn = (scene: Scene, spans: readonly Span[]): ReadonlySet<Person> =>
  new Set(spans.flatMap(([start, end]) => namedFrom(scene, start, end).map(({ person }) => person)));

/** How well somebody is meant by "he" (m) or "she" (f): 1, 0 where nothing tells, -1 where it is the other one. */
export function genderFits(scene: Scene, person: Person, gender: 'm' | 'f'): -1 | 0 | 1 {
  const { m, f } = scene.votes.get(person) ?? { m: 0, f: 0 };
  // a first name can mislead ("Stevie"), and so can a pronoun that goes back to somebody else
  const followed = m > f ? 'm' : f > m ? 'f' : null;
  const told = person.gender === null || (Math.abs(m - f) > 1 && m * f === 0) ? followed : person.gender;
  return told === null ? 0 : told === gender ? 1 : -1;
}

type Model = { readonly weights: readonly number[]; readonly nobody: number; readonly sure: number };
let loaded: Model | undefined;

/** The weights of {@link FEATURES}, what speaks for nobody of the candidates, and from which share on a choice is sure. */
function model(): Model {
  if (loaded) return loaded;
  const file = new URL('../../models/speakers.json', import.meta.url);
  const read: Omit<Model, 'weights'> & { readonly weights: Readonly<Record<string, number>> } = JSON.parse(
    readFileSync(file, 'utf8'),
  );
  loaded = { ...read, weights: FEATURES.map((feature) => read.weights[feature] ?? 0) };
  return loaded;
}

/** Whom "he" or "she" at an offset means; null where it can't be told well enough. */
export function choose(candidates: readonly Candidate[]): Person | null {
  const { weights, nobody, sure } = model();
  const scores = candidates.map(({ features }) =>
    Math.exp(features.reduce((sum, feature, i) => sum + feature * (weights[i] ?? 0), 0)),
  );
  const total = scores.reduce((sum, score) => sum + score, Math.exp(nobody));
  const best = scores.indexOf(Math.max(...scores));
  const chosen = candidates[best];
  // of two who are named as one, neither is meant more than the other
  return chosen && chosen.joined.length === 0 && (scores[best] ?? 0) / total >= sure ? chosen.person : null;
}
