import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { FeatureList } from './feature-hash.ts';
import type { Chain, Scores } from './segment-chain.ts';

/** A linear model as it was learned: a row of weights, one an output, for each feature; a constant for each transition. */
export type LearnedWeights = {
  readonly outputs: number;
  /** Rows times outputs; the number of rows is a power of two. */
  readonly table: Float32Array;
  readonly biases: Float64Array;
};

/** A linear model as it is used: a byte a weight. */
export type Weights = {
  readonly outputs: number;
  readonly rows: number;
  /** Each weight's root, signed: 127 stands for its output's scale. */
  readonly table: Int8Array;
  /** For each output the largest weight. */
  readonly scales: readonly number[];
  readonly biases: Float64Array;
  /** A bit a row: whether any of its weights isn't 0. */
  readonly used: Uint32Array;
  /** What each byte stands for, 256 numbers an output. */
  readonly decoded: Float32Array;
};

/** The models that find quotes. */
export type QuoteModels = {
  readonly cues: Weights;
  readonly spans: Weights;
  readonly readings: Weights;
  readonly choice: Weights;
};

const FILE = new URL('../../models/quotes.bin.gz', import.meta.url);
const HIGHEST = 127;
let loaded: QuoteModels | undefined;

/**
 * The trained models, read at the first text.
 *
 * @throws Error where models/quotes.bin.gz can't be read
 */
export function quoteModels(): QuoteModels {
  loaded ??= unpackModels(gunzipSync(readFileSync(FILE)));
  return loaded;
}

function weightsOf(
  table: Int8Array,
  used: Uint32Array,
  { outputs, rows, scales, biases }: Pick<Section, 'outputs' | 'rows' | 'scales' | 'biases'>,
): Weights {
  const decoded = new Float32Array(256 * outputs);
  for (const [k, scale] of scales.entries())
    for (let byte = -HIGHEST; byte <= HIGHEST; byte++)
      decoded[256 * k + (byte & 255)] = ((byte * Math.abs(byte)) / (HIGHEST * HIGHEST)) * scale;
  return { outputs, rows, table, scales, biases: Float64Array.from(biases), used, decoded };
}

/** A learned model with a byte a weight; small weights keep more of their precision than large ones. */
export function quantise({ outputs, table, biases }: LearnedWeights): Weights {
  const scales = Array.from({ length: outputs }, (_, k) => largest(table, outputs, k));
  const bytes = Int8Array.from(table, (weight, at) => {
    const share = Math.abs(weight) / (scales[at % outputs] as number);
    return Math.sign(weight) * Math.round(HIGHEST * Math.sqrt(share));
  });
  const rows = table.length / outputs;
  const used = new Uint32Array(Math.ceil(rows / 32));
  for (let row = 0; row < rows; row++)
    if (bytes.subarray(row * outputs, (row + 1) * outputs).some((byte) => byte !== 0)) use(used, row);
  return weightsOf(bytes, used, { outputs, rows, scales, biases: [...biases] });
}

/** Sets a row's bit. */
function use(used: Uint32Array, row: number): void {
  used[row >>> 5] = (used[row >>> 5] as number) | (1 << (row & 31));
}

function largest(table: Float32Array, outputs: number, output: number): number {
  let found = 1e-9;
  for (let at = output; at < table.length; at += outputs)
    found = Math.max(found, Math.abs(table[at] as number));
  return found;
}

type Section = {
  readonly name: keyof QuoteModels;
  readonly outputs: number;
  readonly rows: number;
  readonly scales: readonly number[];
  readonly biases: readonly number[];
  readonly bytes: number;
};

/**
 * Models as bytes: a line of JSON that tells the sections; then, for each, its rows that are used: how many rows on from the
 * last one (seven bits a byte, the lowest first), and a byte a weight.
 */
export function packModels(models: QuoteModels): Uint8Array {
  const bodies: Uint8Array[] = [];
  const sections = (Object.entries(models) as [keyof QuoteModels, Weights][]).map(
    ([name, weights]): Section => {
      const body = packTable(weights);
      bodies.push(body);
      const { outputs, rows, scales, biases } = weights;
      return { name, outputs, rows, scales, biases: [...biases], bytes: body.length };
    },
  );
  return Buffer.concat([Buffer.from(`${JSON.stringify(sections)}\n`), ...bodies]);
}

const isUsed = (used: Uint32Array, row: number): boolean =>
  (((used[row >>> 5] as number) >>> (row & 31)) & 1) === 1;

function packTable({ table, outputs, rows, used }: Weights): Uint8Array {
  const bytes: number[] = [];
  let last = -1;
  for (let row = 0; row < rows; row++) {
    if (!isUsed(used, row)) continue;
    for (let gap = row - last; ; gap >>= 7) {
      bytes.push(gap < 128 ? gap : (gap & 127) | 128);
      if (gap < 128) break;
    }
    for (let k = 0; k < outputs; k++) bytes.push((table[row * outputs + k] as number) & 255);
    last = row;
  }
  return Uint8Array.from(bytes);
}

/** The models that `packModels` made bytes of. */
export function unpackModels(bytes: Uint8Array): QuoteModels {
  const end = bytes.indexOf(10);
  const sections: readonly Section[] = JSON.parse(Buffer.from(bytes.subarray(0, end)).toString('utf8'));
  let at = end + 1;
  const models = sections.map((section): [string, Weights] => {
    const body = bytes.subarray(at, at + section.bytes);
    at += section.bytes;
    const { table, used } = unpackTable(body, section);
    return [section.name, weightsOf(table, used, section)];
  });
  return Object.fromEntries(models) as QuoteModels;
}

function unpackTable(body: Uint8Array, { outputs, rows }: Section): Pick<Weights, 'table' | 'used'> {
  const table = new Int8Array(rows * outputs);
  const used = new Uint32Array(Math.ceil(rows / 32));
  let row = -1;
  let at = 0;
  while (at < body.length) {
    let gap = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = body[at++] as number;
      gap |= (byte & 127) << shift;
      if (byte < 128) break;
    }
    row += gap;
    use(used, row);
    for (let k = 0; k < outputs; k++) table[row * outputs + k] = body[at++] as number;
  }
  return { table, used };
}

/** Adds the weights of some features, from place `from` to `to` of the list, to `values` from place `at` on. */
export function addWeights(
  { outputs, rows, table, used, decoded }: Weights,
  { hashes }: FeatureList,
  [from, to]: readonly [number, number],
  values: Float64Array,
  at: number,
): void {
  for (let f = from; f < to; f++) {
    const row = (hashes[f] as number) & (rows - 1);
    if ((((used[row >>> 5] as number) >>> (row & 31)) & 1) === 0) continue;
    for (let k = 0; k < outputs; k++)
      values[at + k] =
        (values[at + k] as number) +
        (decoded[256 * k + ((table[row * outputs + k] as number) & 255)] as number);
  }
}

/** Scores a sequence: for each token the sum of its features' weights. */
export function scoreTokens(chain: Chain, weights: Weights, list: FeatureList, closed: Uint8Array): Scores {
  const length = list.ends.length;
  const values = new Float64Array(length * chain.outputs);
  for (let i = 0; i < length; i++) {
    const from = i === 0 ? 0 : (list.ends[i - 1] as number);
    addWeights(weights, list, [from, list.ends[i] as number], values, i * chain.outputs);
  }
  return { length, values, biases: weights.biases, closed };
}
