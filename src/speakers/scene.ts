import type { Span } from '../articles/article.ts';
import type { Quote } from '../quotes/quote.ts';
import { goesBack, mainClause } from './clauses.ts';
import { type Copy, isWithin, type Layout, readLayout, sentenceAt } from './layout.ts';
import { findPeople, type Person } from './people.ts';
import { findPlaces } from './places.ts';
import { collectRoles, type Role } from './roles.ts';
import { type Mention, settlePlaces } from './surnames.ts';

/** A mention with its place in the text's order of things. */
export type Appearance = Mention & {
  readonly sentence: number;
  /** Whether it is the first name of the clause that its sentence is about. */
  readonly leads: boolean;
  /** Whether it stands within words that are quoted. */
  readonly quoted: boolean;
};

/** How often "he" and "she" follow on somebody's name. */
type Votes = { readonly m: number; readonly f: number };

/** Everything in an article that tells whom a source means. */
export type Scene = {
  readonly copy: Copy;
  readonly layout: Layout;
  readonly people: readonly Person[];
  readonly appearances: readonly Appearance[];
  /** Where each of them is first named. */
  readonly firsts: ReadonlyMap<Person, Appearance>;
  readonly votes: ReadonlyMap<Person, Votes>;
  /** How many sentences up to each are told: not all in quotation marks. */
  readonly told: readonly number[];
  /** What stands in quotation marks. */
  readonly spoken: readonly Span[];
  /** What is said, by where the words for whoever says it begin. */
  readonly saidAt: ReadonlyMap<number, readonly Span[]>;
  /** What the article says that people are. */
  readonly roles: ReadonlyMap<Person, readonly Role[]>;
};

/** Reads who appears in an article, and where. */
export function readScene(copy: Copy, quotes: readonly Quote[], sources: readonly string[]): Scene {
  const layout = readLayout(copy);
  const people = findPeople(copy, sources);
  const spoken = quotes
    .filter(({ kind }) => kind === 'direct')
    .flatMap(({ content }) => content)
    .sort((a, b) => a[0] - b[0]);
  const mentions = settlePlaces(copy, layout, findPlaces(copy, layout, people), spoken);
  const placed = mentions.map((mention) => ({
    ...mention,
    sentence: sentenceAt(layout, mention.span[0]),
    quoted: isWithin(mention.span, spoken),
  }));
  const leaders = findLeaders(copy, layout, placed);
  const appearances = placed.map(
    (one): Appearance => ({ ...one, leads: leaders.get(one.sentence) === one.span[0] }),
  );
  return {
    copy,
    layout,
    people,
    spoken,
    told: countTold(copy, layout, spoken),
    appearances,
    firsts: new Map([...appearances].reverse().map((one) => [one.person, one])),
    votes: countVotes(copy, layout, appearances),
    saidAt: groupBySource(quotes),
    roles: collectRoles(copy, people, mentions),
  };
}

/** The contents of quotes by where their sources begin. */
function groupBySource(quotes: readonly Quote[]): ReadonlyMap<number, readonly Span[]> {
  const saidAt = new Map<number, readonly Span[]>();
  for (const { source, content } of quotes) {
    const at = source[0]?.[0];
    if (at !== undefined) saidAt.set(at, [...(saidAt.get(at) ?? []), ...content]);
  }
  return saidAt;
}

/** Where each sentence's leading name stands: the first of its main clause, or of all where that one has none or goes back to it. */
function findLeaders(
  { text }: Copy,
  { sentences }: Layout,
  placed: readonly Omit<Appearance, 'leads'>[],
): ReadonlyMap<number, number> {
  const leaders = new Map<number, number>();
  const mains = new Map<number, number>();
  for (const { sentence, span } of placed) {
    const start = sentences[sentence] ?? 0;
    const known = leaders.get(sentence);
    const main = mains.get(sentence) ?? mainClause(text, [start, sentences[sentence + 1] ?? text.length]);
    mains.set(sentence, main);
    if (known === undefined || (known < main && span[0] >= main && !goesBack(text, main)))
      leaders.set(sentence, span[0]);
  }
  return leaders;
}

/** For each sentence how many up to it are told, not all spoken. */
function countTold({ text }: Copy, { sentences }: Layout, spoken: readonly Span[]): readonly number[] {
  let told = 0;
  let next = 0;
  return sentences.map((start, i) => {
    const end = text.slice(start, sentences[i + 1] ?? text.length).trimEnd().length + start;
    while ((spoken[next]?.[1] ?? Number.POSITIVE_INFINITY) < end - 2) next++;
    const span = spoken[next];
    if (!span || span[0] > start + 2) told++;
    return told;
  });
}

/** What the pronouns behind names say: the first one behind a name that leads its sentence, before anybody else is named. */
function countVotes(
  { text }: Copy,
  layout: Layout,
  appearances: readonly Appearance[],
): ReadonlyMap<Person, Votes> {
  const votes = new Map<Person, { m: number; f: number }>();
  for (const [i, { person, span, leads, quoted, sentence }] of appearances.entries()) {
    if (!leads || quoted) continue;
    let after = i + 1;
    while (appearances[after]?.person === person) after++;
    const next = appearances[after];
    const end = Math.min(next?.span[0] ?? text.length, layout.sentences[sentence + 2] ?? text.length);
    const pronoun = /(?<!\p{L})(?:(he|his|him|himself)|(she|her|hers|herself))(?!\p{L})/iu.exec(
      text.slice(span[1], end),
    );
    if (!pronoun) continue;
    const count = votes.get(person) ?? { m: 0, f: 0 };
    votes.set(person, count);
    if (pronoun[1] === undefined) count.f++;
    else count.m++;
  }
  return votes;
}
