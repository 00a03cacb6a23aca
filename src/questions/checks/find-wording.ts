import type { Archive, SearchTerm, Statement } from '../../archive/archive.ts';
import type { LibraryId } from '../../articles/article.ts';
import { readTerms } from '../../language/terms.ts';
import { rarity } from '../../language/word-list.ts';
import type { ClaimPart } from './claim-words.ts';
import { isDeniedBy, type SenseChange, senseChangeOf } from './sense-change.ts';
import { readWords, tellingOf, textOfWords, type Word } from './wording.ts';
import { type Fit, fitWording, type Step } from './wording-difference.ts';

/** A statement that has a claim's words, or most of them in order. */
export type WordingFound = {
  readonly statement: Statement;
  /** `shortened` where words are left out only where the claim says so, with "…" or brackets. */
  readonly wording: 'verbatim' | 'shortened' | 'altered';
  readonly steps: readonly Step[];
  readonly sense: SenseChange | null;
  /** How much of the words is the same, from 0 to 1. */
  readonly likeness: number;
};

/** How many statements are searched for, and how many of them are compared word by word. */
const SEARCHED = 60;
const COMPARED = 10;
/** As many words of a claim are searched for. */
const MOST_TERMS = 31;
/** A claim of fewer terms of meaning is looked for in every statement. */
const FEW_TERMS = 3;
/** How many words of the sentence before a passage may turn its sense round. */
const BEFORE = 6;

/**
 * How much words must tell so that it is no chance that somebody has said them (sums of the words' weights, each up to 1): of
 * words in one run, of words that whoever is claimed to have said them has, and the same of words with others between them.
 */
const TELLING = { run: 1.2, claimed: 0.7, altered: 1.8, claimedAltered: 1.2 } as const;
/** The least run of words that is told from chance, unless it is the whole of a quotation; and of one between changes. */
const LEAST_WORDS = { run: 4, claimed: 2, altered: 4 } as const;
/** The least part of a claim's words that an altered statement has, and of the statement's that the claim has. */
const ALTERED = { ofClaim: 0.6, ofPrinted: 0.55 } as const;
/** From so many words in one fit on, what stands around them in a message that marks no quotation isn't part of the claim. */
const TRIMMED = { words: 6, telling: 1.5 } as const;
/** What each word counts beside its weight, and how much each one more makes chance less likely. */
const EACH = 0.2;
const EACH_MORE = 0.08;

/**
 * Finds the statements that have a claim's words: all of them in a row, shortened, or altered; the likest first, at most ten.
 *
 * @param quoted - whether the claim is marked as a quotation; what isn't may have other words before and behind it
 * @param isClaimed - whether a statement may be of whoever is claimed to have said it
 */
export function findWording(
  claim: readonly ClaimPart[],
  quoted: boolean,
  isClaimed: (statement: Statement) => boolean,
  archive: Archive,
  libraries: readonly LibraryId[],
): readonly WordingFound[] {
  const all = archive.statements(libraries);
  const found = new Map<string, WordingFound>();
  for (const statement of candidatesFor(claim, archive, libraries)) {
    const one = compare(claim, quoted, isClaimed, passageOf(statement, all));
    const known = one && found.get(one.statement.id);
    if (one && (!known || known.likeness < one.likeness)) found.set(one.statement.id, one);
  }
  return [...found.values()].sort((a, b) => b.likeness - a.likeness);
}

const wordsOf = (claim: readonly ClaimPart[]): readonly Word[] =>
  claim.flatMap((part) => (part.kind === 'word' ? [part.word] : []));

/** The statements that share most with a claim, the most telling words counting most. */
function candidatesFor(
  claim: readonly ClaimPart[],
  archive: Archive,
  libraries: readonly LibraryId[],
): readonly Statement[] {
  const words = wordsOf(claim);
  const terms = searchTermsOf(words);
  const searched =
    terms.length < FEW_TERMS
      ? archive.statements(libraries)
      : archive.search(terms, libraries, SEARCHED).map(({ statement }) => statement);
  const weights = new Map(words.map(({ key, weight }) => [key, EACH + weight]));
  return searched
    .map((statement) => ({ statement, shared: sharedWeight(statement, weights) }))
    .filter(({ shared }) => shared > 0)
    .sort((a, b) => b.shared - a.shared)
    .slice(0, COMPARED)
    .map(({ statement }) => statement);
}

function searchTermsOf(words: readonly Word[]): readonly SearchTerm[] {
  const terms = readTerms(words.map(({ text }) => text).join(' '));
  const weights = new Map(
    terms.map(({ stem, word, isName }) => [stem, isName ? 1 : 0.2 + 0.8 * rarity(word)]),
  );
  return [...weights]
    .map(([stem, weight]) => ({ stem, weight }))
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MOST_TERMS);
}

function sharedWeight(statement: Statement, weights: ReadonlyMap<string, number>): number {
  const line = lineOf(statement);
  let sum = 0;
  for (const [key, weight] of weights) if (line.includes(` ${key} `)) sum += weight;
  return sum;
}

const lines = new WeakMap<Statement, string>();

/** What a statement's words are compared by, between spaces: one text a statement, as all of them may have to be looked through. */
function lineOf(statement: Statement): string {
  const known = lines.get(statement);
  if (known !== undefined) return known;
  const line = ` ${readWords(statement.text)
    .map(({ key }) => key)
    .join(' ')} `;
  lines.set(statement, line);
  return line;
}

const printed = new WeakMap<Statement, readonly Word[]>();

function printedWords(statement: Statement): readonly Word[] {
  const known = printed.get(statement);
  if (known) return known;
  const words = readWords(statement.text);
  printed.set(statement, words);
  return words;
}

/** A statement with those right before and behind it that go on in the same speaker's words. */
type Passage = {
  readonly parts: readonly Statement[];
  readonly words: readonly Word[];
  readonly owners: readonly number[];
};

function passageOf(statement: Statement, all: readonly Statement[]): Passage {
  const at = all.indexOf(statement);
  const parts = [statement];
  for (const step of [-1, 1] as const)
    for (let i = at + step; Math.abs(i - at) <= 2; i += step) {
      const [next, last] = [all[i], step === -1 ? parts[0] : parts.at(-1)];
      if (!next || !last || !goesOn(last, next)) break;
      if (step === -1) parts.unshift(next);
      else parts.push(next);
    }
  const words = parts.map(printedWords);
  return { parts, words: words.flat(), owners: words.flatMap((of, i) => of.map(() => i)) };
}

const goesOn = (one: Statement, other: Statement): boolean =>
  one.article === other.article &&
  one.speaker !== null &&
  one.speaker.id === other.speaker?.id &&
  Math.abs(one.paragraph - other.paragraph) <= 1;

function compare(
  claim: readonly ClaimPart[],
  quoted: boolean,
  isClaimed: (statement: Statement) => boolean,
  passage: Passage,
): WordingFound | null {
  const fit = fitWording(claim, passage.words);
  const statement = ownerOf(fit, passage);
  if (!statement) return null;
  const steps = quoted ? fit.steps : withoutTheRest(fit.steps);
  const same = steps.flatMap((step) => (step.kind === 'same' ? [step.word] : []));
  const wording = wordingOf(steps);
  const isTelling =
    wording === 'altered'
      ? isAltered(steps, same, isClaimed(statement))
      : isTellingRun(same, isClaimed(statement)) ||
        (wording === 'verbatim' && isWhole(fit, passage, statement));
  if (!isTelling) return null;
  const denial = denialBefore(fit, passage);
  return {
    statement,
    wording: denial.length > 0 ? 'altered' : wording,
    steps: [...denial, ...steps],
    sense: denial.length > 0 ? 'negation' : senseChangeOf(steps),
    likeness: likenessOf(steps),
  };
}

/** The statement that most of the words stand in that are the same. */
function ownerOf({ steps, from }: Fit, { parts, owners }: Passage): Statement | undefined {
  const counts = parts.map(() => 0);
  let at = from;
  for (const { kind } of steps) {
    if (kind === 'claimed') continue;
    const owner = owners[at] ?? 0;
    if (kind === 'same') counts[owner] = (counts[owner] ?? 0) + 1;
    at++;
  }
  const most = Math.max(...counts);
  return most === 0 ? undefined : parts[counts.indexOf(most)];
}

/**
 * A fit without the clauses at its ends that only a message has ("wow, …"); a word of the same clause stays, as it may be another
 * subject, and so does a negation, as it turns the rest round.
 */
function withoutTheRest(steps: readonly Step[]): readonly Step[] {
  const isSame = ({ kind }: Step) => kind === 'same';
  const [first, last] = [steps.findIndex(isSame), steps.findLastIndex(isSame)];
  const same = steps.filter(isSame).map(({ word }) => word);
  if (same.length < TRIMMED.words || chanceless(same) < TRIMMED.telling) return steps;
  const [head, end] = [steps.slice(0, first).map(({ word }) => word), steps[last]];
  const isApart = /[.,;:!?–—]$/.test(head.at(-1)?.text ?? '') && !isDeniedBy(head.slice(-BEFORE));
  const goesOn = end?.kind === 'same' && !end.ends;
  return steps.slice(isApart ? first : 0, goesOn ? steps.length : last + 1);
}

function wordingOf(steps: readonly Step[]): WordingFound['wording'] {
  if (steps.some((step) => step.kind === 'claimed' || (step.kind === 'printed' && !step.marked)))
    return 'altered';
  return steps.some(({ kind }) => kind === 'printed') ? 'shortened' : 'verbatim';
}

/** How little a run of words is chance. */
const chanceless = (words: readonly Word[]): number => tellingOf(words) + EACH_MORE * words.length;

const isTellingRun = (same: readonly Word[], claimed: boolean): boolean =>
  (same.length >= LEAST_WORDS.run && chanceless(same) >= TELLING.run) ||
  (claimed && same.length >= LEAST_WORDS.claimed && chanceless(same) >= TELLING.claimed);

const sumOf = (steps: readonly Step[]): number =>
  steps.reduce((sum, { word }) => sum + EACH + word.weight, 0);

function partsOf(steps: readonly Step[]): {
  readonly same: number;
  readonly claimed: number;
  readonly printed: number;
} {
  return {
    same: sumOf(steps.filter(({ kind }) => kind === 'same')),
    claimed: sumOf(steps.filter(({ kind }) => kind === 'claimed')),
    printed: sumOf(steps.filter((step) => step.kind === 'printed' && !step.marked)),
  };
}

function likenessOf(steps: readonly Step[]): number {
  const { same, claimed, printed } = partsOf(steps);
  return (2 * same) / (2 * same + claimed + printed || 1);
}

function isAltered(steps: readonly Step[], words: readonly Word[], isTheirs: boolean): boolean {
  if (
    words.length < LEAST_WORDS.altered ||
    chanceless(words) < (isTheirs ? TELLING.claimedAltered : TELLING.altered)
  )
    return false;
  const { same, claimed, printed } = partsOf(steps);
  return same >= ALTERED.ofClaim * (same + claimed) && same >= ALTERED.ofPrinted * (same + printed);
}

/** Whether a fit is all of a statement's words, or all that stands between quotation marks within them. */
function isWhole({ from, to }: Fit, { words, parts, owners }: Passage, statement: Statement): boolean {
  const own = owners.indexOf(parts.indexOf(statement));
  const all = printedWords(statement);
  if (from === own && to === own + all.length) return true;
  const keys = words
    .slice(from, to)
    .map(({ key }) => key)
    .join(' ');
  return [...statement.text.matchAll(/["“]([^"“”]+)["”]/g)].some(
    ([, quoted = '']) =>
      readWords(quoted)
        .map(({ key }) => key)
        .join(' ') === keys,
  );
}

/** The words right before a fit, in its clause, where they say that it isn't so: "I don't think"; otherwise none. */
function denialBefore({ from }: Fit, { words, owners }: Passage): readonly Step[] {
  let start = from;
  while (start > 0 && from - start < BEFORE && owners[start - 1] === owners[from]) {
    if (/[.!?;:,”"]$/.test(words[start - 1]?.text ?? '')) break;
    start--;
  }
  const before = words.slice(start, from);
  return isDeniedBy(before) ? before.map((word): Step => ({ kind: 'printed', word, marked: false })) : [];
}

/** A claim's words as they are written, for a search or a question. */
export const claimText = (claim: readonly ClaimPart[]): string => textOfWords(wordsOf(claim));
