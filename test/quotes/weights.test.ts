import { expect, it } from 'vitest';
import { packModels, quantise, quoteModels, unpackModels } from '../../src/quotes/weights.ts';

const table = Float32Array.from({ length: 64 }, (_, i) => (i % 5 === 0 ? 0 : Math.sin(i) * i));
const learned = { outputs: 2, table, biases: Float64Array.of(0.5, -1.25) };

it('keeps models as they are through packing', () => {
  const weights = quantise(learned);
  const none = quantise({ ...learned, table: new Float32Array(64) });
  const models = { cues: weights, spans: none, readings: weights, choice: none };
  expect(unpackModels(packModels(models))).toEqual(models);
});

it('keeps each weight to within a hundredth of its output’s largest', () => {
  const { decoded, table: bytes, scales } = quantise(learned);
  for (const [at, weight] of table.entries()) {
    const read = decoded[256 * (at % 2) + ((bytes[at] ?? 0) & 255)] ?? 0;
    expect(Math.abs(read - weight)).toBeLessThan((scales[at % 2] ?? 0) / 100);
  }
});

it('has the four models of the repository', () => {
  const { cues, spans, readings, choice } = quoteModels();
  expect([cues, spans, readings, choice].map(({ outputs }) => outputs)).toEqual([3, 6, 1, 1]);
});
