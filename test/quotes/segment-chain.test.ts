import { describe, expect, it } from 'vitest';
import { bestPaths, type Chain, type Scores, sumPaths } from '../../src/quotes/segment-chain.ts';

/** Outside, in a segment; a segment may follow another only over a token outside. */
const CHAIN: Chain = {
  outputs: 3,
  node: [-1, 0],
  transitions: [
    { from: -1, to: 0, end: -1, begin: -1 },
    { from: -1, to: 1, end: -1, begin: 1 },
    { from: 0, to: 0, end: -1, begin: -1 },
    { from: 0, to: 1, end: -1, begin: 1 },
    { from: 1, to: 0, end: 2, begin: -1 },
    { from: 1, to: 1, end: -1, begin: -1 },
  ],
  finals: [
    { state: 0, end: -1 },
    { state: 1, end: 2 },
  ],
};

const LENGTH = 5;
const scores = (closed: readonly number[] = [0, 0, 0, 0, 0]): Scores => ({
  length: LENGTH,
  values: Float64Array.from({ length: LENGTH * 3 }, (_, i) => Math.sin(7 * i + 1) * 2),
  biases: Float64Array.of(0.3, -0.2, 0.1, -0.4, 0.2, 0.5),
  closed: Uint8Array.from(closed),
});

/** Every sequence of states with its score, the best first. */
function everyPath(of: Scores): readonly { readonly states: readonly number[]; readonly score: number }[] {
  const at = (i: number, k: number) => of.values[i * 3 + k] ?? 0;
  return Array.from({ length: 2 ** LENGTH }, (_, n) =>
    Array.from({ length: LENGTH }, (__, i) => (n >> i) & 1),
  )
    .filter((states) => states.every((state, i) => state === 0 || of.closed[i] === 0))
    .map((states) => {
      let score = 0;
      for (const [i, to] of states.entries()) {
        const from = i === 0 ? -1 : (states[i - 1] ?? -1);
        const t = CHAIN.transitions.findIndex((step) => step.from === from && step.to === to);
        const { begin, end } = CHAIN.transitions[t] ?? { begin: -1, end: -1 };
        score += (of.biases[t] ?? 0) + (to === 1 ? at(i, 0) : 0);
        score += (begin >= 0 ? at(i, begin) : 0) + (end >= 0 ? at(i - 1, end) : 0);
      }
      return { states, score: score + (states.at(-1) === 1 ? at(LENGTH - 1, 2) : 0) };
    })
    .sort((a, b) => b.score - a.score);
}

describe.each([
  ['free', [0, 0, 0, 0, 0]],
  ['with closed tokens', [0, 1, 0, 0, 1]],
])('a chain of tokens, %s', (_, closed) => {
  const paths = everyPath(scores(closed));

  it('has the best paths that trying all of them finds', () => {
    const found = bestPaths(CHAIN, scores(closed), 4);
    expect(found.map(({ states }) => [...states])).toEqual(paths.slice(0, 4).map(({ states }) => states));
    for (const [i, { score }] of found.entries()) expect(score).toBeCloseTo(paths[i]?.score ?? 0, 9);
  });

  it('sums over all paths, and tells how probable a token is to be in a segment', () => {
    const sums = sumPaths(CHAIN, scores(closed));
    const total = paths.reduce((sum, { score }) => sum + Math.exp(score), 0);
    expect(sums.total).toBeCloseTo(Math.log(total), 9);
    for (let i = 0; i < LENGTH; i++) {
      const within = paths.filter(({ states }) => states[i] === 1);
      const share = within.reduce((sum, { score }) => sum + Math.exp(score), 0) / total;
      expect((sums.forward[2 * i + 1] ?? 0) * (sums.backward[2 * i + 1] ?? 0)).toBeCloseTo(share, 9);
    }
  });
});

it('has no path where none is allowed', () => {
  const always: Chain = { ...CHAIN, finals: [{ state: 1, end: 2 }] };
  expect(bestPaths(always, scores([0, 0, 0, 0, 1]), 3)).toEqual([]);
});
