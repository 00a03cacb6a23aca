import type { Statement } from '../../archive/archive.ts';
import { paragraphOf } from '../../archive/paragraph.ts';
import { textAt } from '../../language/span.ts';
import { readTerms, type Term } from '../../language/terms.ts';
import { rarity } from '../../language/word-list.ts';
import { nearness } from '../../language/word-vectors.ts';
import { areOpposites } from '../polarity.ts';

/** How much a question's word counts that is found, by where it is found. */
const FOUND_IN = { content: 1, cue: 0.9, said: 0.9, context: 0.55, speaker: 0.6, title: 0.45 } as const;
/** Names of people and places tell which matter it is, but less of what was said about it. */
const NAMES_COUNT = 0.7;
/** Words nearer than the first in meaning count as alike, the more the nearer they are, up to the second. */
const ALIKE = { from: 0.65, to: 1.1, counts: 0.85 };

/** Words for numbers are like none: twenty is not twelve. */
const NUMBER =
  /^(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|hundred|thousand|million|billion|trillion|dozen|half|twice|third|quarter)s?$/;

/** A word that is matched less than this isn't matched. */
const LIKENESS = 0.15;

/** A statement's words, read once. */
type Words = Readonly<Record<keyof typeof FOUND_IN, readonly Term[]>> & {
  readonly stems: Readonly<Record<keyof typeof FOUND_IN, ReadonlySet<string>>>;
};
const read = new WeakMap<Statement, Words>();

function wordsOf(statement: Statement): Words {
  const known = read.get(statement);
  if (known) return known;
  const { article, quote, said, speaker, role } = statement;
  const terms = {
    content: readTerms(statement.text),
    cue: readTerms(textAt(article.text, quote.cue)),
    said: readTerms([said.when ?? '', said.where ?? ''].join(' ')),
    context: readTerms(paragraphOf(statement)),
    speaker: readTerms([speaker?.name ?? '', role ?? ''].join(' ')),
    title: readTerms(article.title ?? ''),
  };
  const stems = Object.fromEntries(
    Object.entries(terms).map(([field, list]) => [field, new Set(list.map(({ stem }) => stem))]),
  ) as unknown as Words['stems'];
  const words = { ...terms, stems };
  read.set(statement, words);
  return words;
}

/** How much of a question's meaning a statement holds. */
export type Evidence = {
  /** The part of the question's words, weighted by how much they tell, that the statement holds: from 0 to 1. */
  readonly coverage: number;
  /** The same, counting only what stands in the statement's own words. */
  readonly inContent: number;
  /** How many of the question's words the statement has, but for their endings. */
  readonly exact: number;
  /** How many it has only in words near in meaning. */
  readonly alike: number;
  /** Of the question's words that are no names: how well the least matched one is matched, from 0 to 1. */
  readonly weakest: number;
  /** Of the same: how many are matched as good as to the letter, and how many at all. */
  readonly firm: number;
  readonly matched: number;
  /** The part of the same that isn't matched in the statement, and the part of the names that stand nowhere near it. */
  readonly unmatched: number;
  readonly missing: number;
  /** The words of the statement's content that match, in lower case. */
  readonly matching: readonly string[];
};

/** How telling each of a question's words is, by its stem: rare words, in these statements and in English, tell more. */
export type Weights = ReadonlyMap<string, number>;

/** Weighs a question's terms against the statements that it is asked over. */
export function weigh(terms: readonly Term[], statements: readonly Statement[]): Weights {
  const weights = new Map<string, number>();
  for (const { stem, word, isName } of terms) {
    const holding = statements.filter((statement) => wordsOf(statement).stems.content.has(stem)).length;
    const here = Math.log(1 + (statements.length + 8) / (holding + 1)) / Math.log(statements.length + 9);
    weights.set(stem, (0.25 + here) * (0.3 + rarity(word)) * (isName ? NAMES_COUNT : 1));
  }
  return weights;
}

/**
 * How well a statement answers to a question's terms: each term counts by its weight, in full where its stem stands in the
 * content, in part where it stands around it or where a word near in meaning stands there.
 */
export function weighEvidence(terms: readonly Term[], weights: Weights, statement: Statement): Evidence {
  const words = wordsOf(statement);
  const matching = new Set<string>();
  let [total, found, inContent, exact, alike, weakest, firm, matched, plain, names, missing] = [
    0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0,
  ];
  for (const term of terms) {
    const weight = weights.get(term.stem) ?? 1;
    total += weight;
    const match = matchIn(term, words);
    found += weight * match.counts;
    inContent += weight * match.inContent;
    if (term.isName) {
      names++;
      if (match.counts === 0) missing++;
    } else {
      plain++;
      weakest = Math.min(weakest, match.inContent);
      if (match.inContent >= ALIKE.counts) firm++;
      if (match.inContent >= LIKENESS) matched++;
    }
    if (match.exact) exact++;
    else if (match.inContent > 0) alike++;
    if (match.word !== null) matching.add(match.word);
  }
  return {
    coverage: total === 0 ? 0 : found / total,
    inContent: total === 0 ? 0 : inContent / total,
    exact,
    alike,
    weakest,
    firm,
    matched,
    unmatched: plain === 0 ? 0 : 1 - matched / plain,
    missing: names === 0 ? 0 : missing / names,
    matching: [...matching],
  };
}

/** How a question's word is found in a statement, and the word of the content that it is found in, if any. */
type Match = {
  readonly counts: number;
  readonly inContent: number;
  readonly exact: boolean;
  readonly word: string | null;
};

function matchIn(term: Term, words: Words): Match {
  const same = words.content.find(({ stem }) => stem === term.stem);
  if (same) return { counts: 1, inContent: 1, exact: true, word: same.word };
  const near = nearest(term, words.content);
  // the cue and the circumstances belong to the statement as its content does; what stands around it only hints
  const own = Math.max(
    near.counts,
    nearest(term, words.cue).counts * FOUND_IN.cue,
    ...(['cue', 'said'] as const).map((field) => (words.stems[field].has(term.stem) ? FOUND_IN[field] : 0)),
  );
  const around = (['context', 'speaker', 'title'] as const).map((field) =>
    words.stems[field].has(term.stem) ? FOUND_IN[field] : 0,
  );
  return {
    counts: Math.max(own, ...around),
    inContent: own,
    exact: own >= FOUND_IN.said,
    word: near.counts > 0.4 ? near.word : null,
  };
}

/**
 * The word nearest in meaning to a term, and how much it counts: from 0 to {@link ALIKE}.counts. Names are like none.
 * A word's opposite is on the same matter; which way it is meant is for the polarity to tell.
 */
function nearest(term: Term, words: readonly Term[]): { counts: number; word: string | null } {
  let [best, word]: [number, string | null] = [ALIKE.from, null];
  if (term.isName || NUMBER.test(term.word)) return { counts: 0, word };
  for (const other of words) {
    if (other.isName) continue;
    const near = areOpposites(term.word, other.word) ? ALIKE.to : nearnessOf(term.word, other.word);
    if (near > best) [best, word] = [near, other.word];
  }
  return { counts: Math.min(1, (best - ALIKE.from) / (ALIKE.to - ALIKE.from)) * ALIKE.counts, word };
}

const nearnessOf = (a: string, b: string): number => Math.max(nearness(a, b), nearness(baseOf(a), baseOf(b)));

const bases = new Map<string, string>();

/** A word without the ending of a verb or a plural, where that is a word too: "acknowledged" -> "acknowledge". */
function baseOf(word: string): string {
  const known = bases.get(word);
  if (known !== undefined) return known;
  const cut = word.replace(/(?:ied|ies)$/, 'y').replace(/(?:ed|ing|es|s)$/, '');
  const base =
    [cut, `${cut}e`, cut.replace(/(.)\1$/, '$1')].find((form) => form.length > 2 && rarity(form) < 1) ?? word;
  bases.set(word, base);
  return base;
}
