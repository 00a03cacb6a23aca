import { quantise, type Weights } from '../src/quotes/weights.ts';
import { random, shuffled } from './random.ts';

/** A cue's readings to learn from, and the place of the right one. */
export type ReadingExample = {
  readonly readings: readonly { readonly rows: Int32Array; readonly log: number }[];
  readonly right: number;
};

/**
 * Learns which of a cue's readings is right: a softmax over them of a linear score, by FTRL-Proximal. What the score of the
 * chain counts for is learned with it, as the model's one bias. `rows` is the size of the table, a power of two.
 */
export function trainReadings(examples: readonly ReadingExample[], rows: number): Weights {
  const [alpha, l1, l2, rounds] = [0.05, 0.5, 10, 8];
  const w = new Float32Array(rows);
  const z = new Float32Array(rows);
  const n = new Float32Array(rows);
  let share = 1;
  const next = random(11);
  for (let round = 0; round < rounds; round++)
    for (const e of shuffled(examples.length, next)) {
      const { readings, right } = examples[e] as ReadingExample;
      const scores = readings.map(({ rows: of, log }) =>
        of.reduce((sum, row) => sum + (w[row] as number), share * log),
      );
      const highest = Math.max(...scores);
      const shares = scores.map((score) => Math.exp(score - highest));
      const total = shares.reduce((sum, value) => sum + value, 0);
      let slope = 0;
      for (const [i, reading] of readings.entries()) {
        const g = (shares[i] as number) / total - (i === right ? 1 : 0);
        slope += g * reading.log;
        if (g < 1e-3 && g > -1e-3) continue;
        for (const row of reading.rows) {
          const old = n[row] as number;
          const root = Math.sqrt(old + g * g);
          const sum = (z[row] as number) + g - ((root - Math.sqrt(old)) / alpha) * (w[row] as number);
          z[row] = sum;
          n[row] = old + g * g;
          w[row] = Math.abs(sum) <= l1 ? 0 : -(sum - Math.sign(sum) * l1) / ((1 + root) / alpha + l2);
        }
      }
      share = Math.max(0.1, share - 0.002 * Math.max(-5, Math.min(5, slope)));
    }
  return quantise({ outputs: 1, table: w, biases: Float64Array.from([share]) });
}
