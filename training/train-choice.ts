import { quantise, type Weights } from '../src/quotes/weights.ts';
import { random, shuffled } from './random.ts';

/** A candidate to learn from: its features' rows, and whether it is an attribution with this source. */
export type ChoiceExample = { readonly rows: Int32Array; readonly right: boolean };

/** Logistic regression by FTRL-Proximal; `rows` is the size of the table, a power of two. */
export function trainChoice(examples: readonly ChoiceExample[], rows: number): Weights {
  const [alpha, l2, rounds] = [0.05, 3, 8];
  const w = new Float64Array(rows);
  const z = new Float64Array(rows);
  const n = new Float64Array(rows);
  const next = random(7);
  for (let round = 0; round < rounds; round++)
    for (const e of shuffled(examples.length, next)) {
      const example = examples[e] as ChoiceExample;
      let score = 0;
      for (const row of example.rows) score += w[row] as number;
      const g = 1 / (1 + Math.exp(-score)) - (example.right ? 1 : 0);
      for (const row of example.rows) {
        const old = n[row] as number;
        const root = Math.sqrt(old + g * g);
        z[row] = (z[row] as number) + g - ((root - Math.sqrt(old)) / alpha) * (w[row] as number);
        n[row] = old + g * g;
        w[row] = -(z[row] as number) / ((1 + root) / alpha + l2);
      }
    }
  return quantise({ outputs: 1, table: Float32Array.from(w), biases: new Float64Array() });
}
