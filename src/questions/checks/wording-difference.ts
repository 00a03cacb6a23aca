import { distance } from 'fastest-levenshtein';
import type { ClaimPart } from './claim-words.ts';
import { textOfWords, type Word } from './wording.ts';

/** One step from a claimed wording to that of an article. */
export type Step =
  /** The word stands in both; `ends` where a clause ends with it in the claim. */
  | { readonly kind: 'same'; readonly word: Word; readonly ends: boolean }
  /** The word stands only in the claim. */
  | { readonly kind: 'claimed'; readonly word: Word }
  /** The word stands only in the article; `marked` where the claim itself says that it left something out there. */
  | { readonly kind: 'printed'; readonly word: Word; readonly marked: boolean };

/** Where a claim fits an article's words best. */
export type Fit = {
  readonly steps: readonly Step[];
  /** The words of the article that it fits, `[from, to)`. */
  readonly from: number;
  readonly to: number;
};

/** A stretch of the difference, as it is shown. */
export type Change = { readonly text: string; readonly change: 'deleted' | 'inserted' | null };

/** What it costs to pass over a word that the claim says it left out: little, so that it leaves out as few as it can. */
const PASSED = 0.01;

/**
 * Finds the stretch of an article's words that a claim fits with the fewest words changed, and how it differs from it. Words
 * of the article before and behind the stretch cost nothing (Sellers: The theory and computation of evolutionary distances,
 * 1980).
 */
export function fitWording(claim: readonly ClaimPart[], printed: readonly Word[]): Fit {
  const [n, m] = [claim.length, printed.length];
  const costs = Array.from({ length: n + 1 }, () => new Float64Array(m + 1));
  for (let i = 1; i <= n; i++) {
    const part = claim[i - 1] as ClaimPart;
    const [above, row] = [costs[i - 1] as Float64Array, costs[i] as Float64Array];
    const omission = part.kind === 'omission';
    row[0] = (above[0] as number) + (omission ? 0 : 1);
    for (let j = 1; j <= m; j++) {
      const left = (row[j - 1] as number) + (omission ? PASSED : 1);
      let cost = Math.min(left, (above[j] as number) + (omission ? 0 : 1));
      if (!omission && isSame(part.word, printed[j - 1] as Word))
        cost = Math.min(cost, above[j - 1] as number);
      row[j] = cost;
    }
  }
  const last = costs[n] as Float64Array;
  let to = 0;
  for (let j = 1; j <= m; j++) if ((last[j] as number) <= (last[to] as number)) to = j;
  return traceBack(claim, printed, costs, to);
}

function traceBack(
  claim: readonly ClaimPart[],
  printed: readonly Word[],
  costs: readonly Float64Array[],
  to: number,
): Fit {
  const steps: Step[] = [];
  let [i, j] = [claim.length, to];
  const at = (row: number, column: number) => costs[row]?.[column] ?? Number.POSITIVE_INFINITY;
  while (i > 0) {
    const part = claim[i - 1] as ClaimPart;
    const here = at(i, j);
    const word = printed[j - 1];
    if (part.kind === 'word' && word && isSame(part.word, word) && at(i - 1, j - 1) === here) {
      steps.push({ kind: 'same', word, ends: /[.,;:!?–—-][”"’)]*$/.test(part.word.text) });
      [i, j] = [i - 1, j - 1];
    } else if (word && at(i, j - 1) + (part.kind === 'omission' ? PASSED : 1) === here) {
      steps.push({ kind: 'printed', word, marked: part.kind === 'omission' });
      j--;
    } else {
      if (part.kind === 'word') steps.push({ kind: 'claimed', word: part.word });
      i--;
    }
  }
  return { steps: steps.reverse(), from: j, to };
}

/** Whether two words are the same, or one is the other with a typing error: a word that there isn't, a letter or two away. */
function isSame(claimed: Word, printed: Word): boolean {
  const [one, other] = [claimed.key, printed.key];
  if (one === other) return true;
  const length = Math.min(one.length, other.length);
  if (length < 4 || Math.abs(one.length - other.length) > 2 || /\d/.test(one + other)) return false;
  if (claimed.isKnown || !printed.isKnown) return false;
  return distance(one, other) <= (length < 8 ? 1 : 2) || isSwapped(one, other);
}

/** Whether two neighbouring letters have changed places: "teh". */
function isSwapped(one: string, other: string): boolean {
  if (one.length !== other.length) return false;
  const at = [...one].findIndex((letter, i) => letter !== other[i]);
  const swapped = one.slice(0, at) + one.charAt(at + 1) + one.charAt(at) + one.slice(at + 2);
  return swapped === other;
}

/** A fit as it is shown: what was claimed and isn't printed is deleted, what is printed and wasn't claimed inserted. */
export function changesOf(steps: readonly Step[]): readonly Change[] {
  const changes: Change[] = [];
  for (const group of regroup(steps)) {
    const [first] = group;
    if (!first) continue;
    const text = textOfWords(group.map(({ word }) => word));
    const change = first.kind === 'same' ? null : first.kind === 'claimed' ? 'deleted' : 'inserted';
    const glued = first.word.glued && changes.length > 0;
    changes.push({ text: changes.length === 0 || glued ? text : ` ${text}`, change });
  }
  return changes;
}

/** Steps of one kind in a row together; between two that are the same, what is deleted comes before what is inserted. */
function regroup(steps: readonly Step[]): readonly (readonly Step[])[] {
  const groups: Step[][] = [];
  let [claimed, printed]: [Step[], Step[]] = [[], []];
  const flush = () => {
    groups.push(claimed, printed);
    [claimed, printed] = [[], []];
  };
  for (const [i, step] of steps.entries()) {
    if (step.kind === 'claimed') claimed.push(step);
    else if (step.kind === 'printed') printed.push(step);
    else if (isStray(steps, i)) {
      claimed.push({ kind: 'claimed', word: step.word });
      printed.push({ kind: 'printed', word: step.word, marked: false });
    } else {
      if (claimed.length + printed.length > 0) flush();
      const last = groups.at(-1);
      if (last?.[0]?.kind === 'same') last.push(step);
      else groups.push([step]);
    }
  }
  flush();
  return groups;
}

/** A small word alone between two changes of both sides only cuts them into pieces. */
function isStray(steps: readonly Step[], at: number): boolean {
  const changed = (from: number, step: 1 | -1): boolean => {
    const kinds = new Set<Step['kind']>();
    for (let i = from; steps[i] && steps[i]?.kind !== 'same'; i += step) kinds.add((steps[i] as Step).kind);
    return kinds.size === 2;
  };
  const weight = steps[at]?.word.weight ?? 1;
  return weight === 0 && changed(at - 1, -1) && changed(at + 1, 1);
}
