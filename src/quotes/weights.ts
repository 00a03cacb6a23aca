import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { FeatureList } from './feature-hash.ts';
import type { Chain, Scores } from './segment-chain.ts';

/** A linear model: a row of weights, one an output, for each feature; a constant for each transition of its chain. */
export type Weights = {
  readonly outputs: number;
  /** `rows` times `outputs` numbers; the number of rows is a power of two. */
  readonly table: Float32Array;
  readonly biases: Float64Array;
};

/** The models that find quotes. */
export type QuoteModels = { readonly cues: Weights; readonly spans: Weights; readonly choice: Weights };

const FILE = new URL('../../models/quotes.bin.gz', import.meta.url);
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

type Section = {
  readonly name: keyof QuoteModels;
  readonly outputs: number;
  readonly rows: number;
  /** For each output the weight that 127 stands for. */
  readonly scales: readonly number[];
  readonly biases: readonly number[];
  readonly bytes: number;
};

/**
 * Models as bytes: a line of JSON that tells the sections; then, for each, its rows that aren't all 0: how many rows on from
 * the last one (seven bits a byte, the lowest first), and a signed byte a weight, whose square is proportional to the weight.
 */
export function packModels(models: QuoteModels): Uint8Array {
  const bodies: Uint8Array[] = [];
  const sections = (Object.entries(models) as [keyof QuoteModels, Weights][]).map(
    ([name, weights]): Section => {
      const { outputs, table, biases } = weights;
      const scales = Array.from({ length: outputs }, (_, k) => largest(table, outputs, k));
      const body = packTable(table, outputs, scales);
      bodies.push(body);
      return { name, outputs, rows: table.length / outputs, scales, biases: [...biases], bytes: body.length };
    },
  );
  const head = Buffer.from(`${JSON.stringify(sections)}\n`);
  return Buffer.concat([head, ...bodies]);
}

function largest(table: Float32Array, outputs: number, output: number): number {
  let found = 1e-9;
  for (let at = output; at < table.length; at += outputs)
    found = Math.max(found, Math.abs(table[at] as number));
  return found;
}

function packTable(table: Float32Array, outputs: number, scales: readonly number[]): Uint8Array {
  const bytes: number[] = [];
  const row = new Int8Array(outputs);
  let last = -1;
  for (let r = 0; r * outputs < table.length; r++) {
    let some = false;
    for (let k = 0; k < outputs; k++) {
      const weight = table[r * outputs + k] as number;
      row[k] = Math.sign(weight) * Math.round(127 * Math.sqrt(Math.abs(weight) / (scales[k] as number)));
      if (row[k] !== 0) some = true;
    }
    if (!some) continue;
    for (let gap = r - last; ; gap >>= 7) {
      bytes.push(gap < 128 ? gap : (gap & 127) | 128);
      if (gap < 128) break;
    }
    for (const weight of row) bytes.push(weight & 255);
    last = r;
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
    const { outputs, biases } = section;
    return [section.name, { outputs, biases: Float64Array.from(biases), table: unpackTable(body, section) }];
  });
  return Object.fromEntries(models) as QuoteModels;
}

function unpackTable(body: Uint8Array, { outputs, rows, scales }: Section): Float32Array {
  const table = new Float32Array(rows * outputs);
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
    for (let k = 0; k < outputs; k++) {
      const weight = ((body[at++] as number) << 24) >> 24;
      table[row * outputs + k] = ((weight * Math.abs(weight)) / 16129) * (scales[k] as number);
    }
  }
  return table;
}

/** Scores a sequence: for each token the sum of its features' weights. */
export function scoreTokens(chain: Chain, weights: Weights, list: FeatureList, closed: Uint8Array): Scores {
  const { outputs, table } = weights;
  const mask = table.length / outputs - 1;
  const length = list.ends.length;
  const values = new Float64Array(length * chain.outputs);
  let f = 0;
  for (let i = 0; i < length; i++) {
    const at = i * outputs;
    for (const end = list.ends[i] as number; f < end; f++) {
      const row = ((list.hashes[f] as number) & mask) * outputs;
      for (let k = 0; k < outputs; k++)
        values[at + k] = (values[at + k] as number) + (table[row + k] as number);
    }
  }
  return { length, values, biases: weights.biases, closed };
}
