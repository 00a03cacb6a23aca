import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { overlap, type Span } from '../src/language/span.ts';

/** A source in an article's text, with who it is: what a line of a file of speakers holds. */
const KnownSource = z.object({
  /** The name of the article's file. */
  file: z.string(),
  source: z.tuple([z.number().int().nonnegative(), z.number().int().nonnegative()]),
  text: z.string(),
  /** How the article puts it: "pronoun", "surname" … */
  type: z.string(),
  /** Every name that is right. */
  names: z.array(z.string()),
  /** Whether the article doesn't tell who it is. */
  nobody: z.boolean(),
});
export type KnownSource = Readonly<z.infer<typeof KnownSource>>;

/** A quote as far as its speaker goes. */
export type NamedQuote = { readonly source: readonly Span[]; readonly speaker: string | null };

/**
 * - right: one of the right names; where the article doesn't tell who it is, none, or no more than its own words
 * - unnamed: none, or no more than the article's own words, where it tells who it is
 * - wrong: another name
 * - not found: no quote has this source
 */
export type SpeakerOutcome = 'right' | 'wrong' | 'unnamed' | 'not found';

/** How many sources came out how. */
export type SpeakerScores = Readonly<Record<SpeakerOutcome, number>>;

/**
 * Reads a file of speakers: a JSON object a line.
 *
 * @throws Error that names the line and what is wrong with it
 */
export function readKnownSources(file: string): readonly KnownSource[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line, index) => {
      if (line.trim() === '') return [];
      try {
        return [KnownSource.parse(JSON.parse(line))];
      } catch (cause) {
        const why = cause instanceof z.ZodError ? cause.issues[0]?.message : 'it is no JSON';
        throw new Error(`${file}, line ${index + 1}: ${why}`, { cause });
      }
    });
}

/** How the program names known sources, by their type, the types in alphabetical order; "all" comes first. */
export function scoreSpeakers(
  sources: readonly KnownSource[],
  quotesOf: (file: string) => readonly NamedQuote[],
): ReadonlyMap<string, SpeakerScores> {
  const outcomes = sources.map((known): readonly [type: string, outcome: SpeakerOutcome] => [
    known.type,
    outcomeOf(known, quotesOf(known.file)),
  ]);
  const count = (wanted: string | null, outcome: SpeakerOutcome) =>
    outcomes.filter(([type, found]) => found === outcome && (wanted === null || type === wanted)).length;
  const scores = (type: string | null): SpeakerScores => ({
    right: count(type, 'right'),
    wrong: count(type, 'wrong'),
    unnamed: count(type, 'unnamed'),
    'not found': count(type, 'not found'),
  });
  const types = [...new Set(sources.map(({ type }) => type))].sort();
  return new Map([['all', scores(null)], ...types.map((type) => [type, scores(type)] as const)]);
}

function outcomeOf(
  { source, text, names, nobody }: KnownSource,
  quotes: readonly NamedQuote[],
): SpeakerOutcome {
  const quote = quotes.find((quote) => quote.source.some((span) => overlap(span, source)));
  if (!quote) return 'not found';
  const [said, mention] = [wordsOf(quote.speaker ?? ''), wordsOf(text)];
  const claimsNobody = holds(mention, said);
  if (nobody) return claimsNobody || holds(said, mention) ? 'right' : 'wrong';
  if (names.some((name) => areSame(wordsOf(name), said))) return 'right';
  return claimsNobody ? 'unnamed' : 'wrong';
}

const wordsOf = (name: string): readonly string[] =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');

const holds = (words: readonly string[], others: readonly string[]): boolean =>
  others.every((word) => words.includes(word));

const GENERATIONS: readonly string[] = ['jr', 'sr', 'ii', 'iii'];

/** Whether a name is a right one, cut short or made longer: one word alone is only where the right name has no more. */
function areSame(right: readonly string[], said: readonly string[]): boolean {
  if (right.length === 0 || said.length === 0) return false;
  const [generation, other] = [right, said].map((words) => words.find((word) => GENERATIONS.includes(word)));
  if (generation !== other) return false;
  return holds(said, right) || (said.length > 1 && holds(right, said));
}
