import { type Chain, type Scores, sumPaths, type Transition } from '../src/quotes/segment-chain.ts';
import { quantise, type Weights } from '../src/quotes/weights.ts';
import { random, shuffled } from './random.ts';

/** A sequence to learn from. */
export type Example = {
  /** The rows of all its tokens' features, one token after the other; -1 for a feature too rare to learn. */
  readonly rows: Int32Array;
  /** Where each token's rows end. */
  readonly ends: Int32Array;
  /** The states that it goes through. */
  readonly states: Uint8Array;
  readonly closed: Uint8Array;
};

export type Settings = {
  /** How many rows the table has: a power of two. */
  readonly rows: number;
  readonly rounds: number;
  /** The size of the steps. */
  readonly alpha: number;
  readonly l1: number;
  readonly l2: number;
  readonly seed: number;
};

/** Gradients smaller than this are left out: they cost time and change nothing. */
const SMALL = 2e-3;

/** Takes features out that stand in fewer than `least` places of all examples. */
export function dropRare(examples: readonly Example[], rows: number, least: number): void {
  const count = new Uint8Array(rows);
  for (const example of examples)
    for (const row of example.rows) if ((count[row] as number) < 255) count[row] = (count[row] as number) + 1;
  for (const { rows: of } of examples)
    for (let i = 0; i < of.length; i++) if ((count[of[i] as number] as number) < least) of[i] = -1;
}

/**
 * Learns a chain's weights by FTRL-Proximal (McMahan et al., Ad click prediction: a view from the trenches, KDD 2013): each
 * weight has steps of its own, as AdaGrad's, and L1 and L2 penalties that cost nothing for features that aren't there.
 * The weights are averaged over the last two rounds. The same examples and settings give the same weights.
 */
export function trainChain(chain: Chain, examples: readonly Example[], settings: Settings): Weights {
  const K = chain.outputs;
  const { l1, l2 } = settings;
  const inverse = 1 / settings.alpha;
  // a row: K weights, K sums of gradients, K sums of their squares, side by side in memory
  const stride = 3 * K;
  const state = new Float32Array(settings.rows * stride);
  const steps = chain.transitions.length;
  const bias = { w: new Float64Array(steps), z: new Float64Array(steps), n: new Float64Array(steps) };
  const table = new Float32Array(settings.rows * K);
  const biases = new Float64Array(steps);
  const averaged = Math.min(2, settings.rounds);
  const next = random(settings.seed);
  for (let round = 0; round < settings.rounds; round++) {
    for (const e of shuffled(examples.length, next)) {
      const example = examples[e] as Example;
      const { rows, ends } = example;
      const scores = score(chain, example, state, stride, bias.w);
      const gradient = gradientOf(chain, example, scores);
      for (let t = 0; t < steps; t++) {
        const g = gradient.biases[t] as number;
        const before = Math.sqrt(bias.n[t] as number);
        bias.n[t] = (bias.n[t] as number) + g * g;
        const after = Math.sqrt(bias.n[t] as number);
        bias.z[t] = (bias.z[t] as number) + g - (after - before) * inverse * (bias.w[t] as number);
        bias.w[t] = -(bias.z[t] as number) / ((1 + after) * inverse);
      }
      for (let i = 0; i < ends.length; i++)
        for (let k = 0; k < K; k++) {
          const g = gradient.values[i * K + k] as number;
          if (g < SMALL && g > -SMALL) continue;
          const square = g * g;
          for (let r = i === 0 ? 0 : (ends[i - 1] as number); r < (ends[i] as number); r++) {
            if ((rows[r] as number) < 0) continue;
            const at = (rows[r] as number) * stride + k;
            const old = state[at + 2 * K] as number;
            const root = Math.sqrt(old + square);
            const z =
              (state[at + K] as number) + g - (root - Math.sqrt(old)) * inverse * (state[at] as number);
            state[at + K] = z;
            state[at + 2 * K] = old + square;
            const shrink = (1 + root) * inverse + l2;
            state[at] = z > l1 ? (l1 - z) / shrink : z < -l1 ? (-l1 - z) / shrink : 0;
          }
        }
    }
    if (round < settings.rounds - averaged) continue;
    for (let row = 0; row < settings.rows; row++)
      for (let k = 0; k < K; k++)
        table[row * K + k] = (table[row * K + k] as number) + (state[row * stride + k] as number) / averaged;
    for (let t = 0; t < steps; t++) biases[t] = (biases[t] as number) + (bias.w[t] as number) / averaged;
  }
  return quantise({ outputs: K, table, biases });
}

function score(
  chain: Chain,
  example: Example,
  state: Float32Array,
  stride: number,
  biases: Float64Array,
): Scores {
  const { rows, ends, closed } = example;
  const K = chain.outputs;
  const values = new Float64Array(ends.length * K);
  let r = 0;
  for (let i = 0; i < ends.length; i++)
    for (const end = ends[i] as number; r < end; r++) {
      const at = (rows[r] as number) * stride;
      if (at < 0) continue;
      for (let k = 0; k < K; k++)
        values[i * K + k] = (values[i * K + k] as number) + (state[at + k] as number);
    }
  return { length: ends.length, values, biases, closed };
}

/** The gradient of the negative log likelihood: expected minus observed counts of each output and transition. */
function gradientOf(
  chain: Chain,
  { states, ends }: Example,
  scores: Scores,
): { readonly values: Float64Array; readonly biases: Float64Array } {
  const { forward, backward, step } = sumPaths(chain, scores);
  const [K, S, length] = [chain.outputs, chain.node.length, ends.length];
  const values = new Float64Array(length * K);
  const biases = new Float64Array(chain.transitions.length);
  const add = (at: number, g: number) => {
    values[at] = (values[at] as number) + g;
  };
  for (let i = 0; i < length; i++)
    for (let t = 0; t < chain.transitions.length; t++) {
      const { from, to, end, begin } = chain.transitions[t] as Transition;
      if (from < 0 !== (i === 0)) continue;
      const observed = states[i] === to && (i === 0 || states[i - 1] === from) ? 1 : 0;
      const before = i === 0 ? 1 : (forward[(i - 1) * S + from] as number);
      const after = backward[i * S + to] as number;
      const expected = before === 0 || after === 0 ? 0 : before * step(i, t) * after;
      const g = expected - observed;
      if (g < 1e-7 && g > -1e-7) continue;
      biases[t] = (biases[t] as number) + g;
      if (end >= 0) add((i - 1) * K + end, g);
      if (begin >= 0) add(i * K + begin, g);
      const node = chain.node[to] as number;
      if (node >= 0) add(i * K + node, g);
    }
  const last = (length - 1) * S;
  for (const { state, end } of chain.finals) {
    if (end < 0) continue;
    const observed = states[length - 1] === state ? 1 : 0;
    const expected = (forward[last + state] as number) * (backward[last + state] as number);
    add((length - 1) * K + end, expected - observed);
  }
  return { values, biases };
}
