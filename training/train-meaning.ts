// Learns what words mean in questions: a matrix that turns a question word's vector towards the words of the statements that
// answer it, and writes models/question-meaning.f32.
//   npm run train:meaning -- path/to/polnear/train/text [CACHE]
// It goes before train:questions, whose features rest on it, and begins from the identity, so that the same articles always
// give the same file; it takes some minutes.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../src/config.ts';
import { DIMENSIONS, vectorOf } from '../src/language/word-meaning.ts';
import { turn } from '../src/questions/ranking/asked-meaning.ts';
import { ALL, NOTHING } from '../src/questions/ranking/coverage.ts';
import { rowToMeasure } from '../src/questions/ranking/likeness.ts';
import { INPUTS } from '../src/questions/ranking/ranker.ts';
import { statementWords } from '../src/questions/ranking/statement-words.ts';
import { createAdam } from './adam.ts';
import { choiceSlopes, spread } from './perceptron.ts';
import type { Example } from './question-examples.ts';
import { random, shuffled } from './random.ts';

const ROUNDS = 2;
const BATCH = 8;
/** How fast the matrix, the weights of the other features and that of the held words are learned. */
const RATES = { matrix: 1e-3, features: 5e-3, held: 1e-2 };
/** What it costs for the matrix to be unlike the identity. */
const DECAY = 0.03;
/** The most by which one word is held by another, as in likeness.ts. */
const MOST = 0.98;
/** How much of a likeness that counts for nothing is still learned from. */
const LEAK = 0.05;

const identity = () =>
  Float32Array.from({ length: DIMENSIONS ** 2 }, (_, i) => +(i % (DIMENSIONS + 1) === 0));
const file = join(ROOT, 'models', 'question-meaning.f32');
const write = (matrix: Float32Array) => writeFileSync(file, new Uint8Array(matrix.buffer));

const [articles, cache = null] = process.argv.slice(2);
if (!articles) {
  console.error('Say where the training articles are: npm run train:meaning -- path/to/polnear/train/text');
  process.exit(2);
}
write(identity());
const { readExamples } = await import('./question-examples.ts');
const { examples } = await readExamples(join(ROOT, 'training', 'questions'), articles, cache);

const vectors = new Map<number, Float32Array | null>();
function vector(row: number): Float32Array | null {
  const known = vectors.get(row);
  if (known !== undefined) return known;
  const found = vectorOf(row);
  vectors.set(row, found);
  return found;
}

type Lesson = {
  readonly inputs: readonly Float32Array[];
  readonly right: readonly boolean[];
  /** The question's words, each with its part of the weight and its vector. */
  readonly asked: readonly {
    readonly part: number;
    readonly vector: Float32Array | null;
    readonly number: number;
  }[];
  readonly contents: readonly { readonly rows: Int32Array; readonly stems: Int32Array }[];
};

const lessons = examples
  .filter(({ asked, right, alone }) => !alone && asked.truth !== false && right.includes(true))
  .map(({ inputs, right, topic, statements }: Example): Lesson => {
    const total = topic.reduce((sum, { weight }) => sum + weight, 0) || 1;
    return {
      inputs,
      right,
      asked: topic.map((word) => ({
        part: word.weight / total,
        vector: vector(rowToMeasure(word)),
        number: word.number,
      })),
      contents: statements.map((statement) => statementWords(statement).content),
    };
  });

const { mean, scale } = spread(
  lessons.flatMap(({ inputs }) => inputs),
  INPUTS.length,
);
const matrix = identity();
const weights = new Float32Array(INPUTS.length);
const held = Float32Array.of(5);
const steps = {
  matrix: createAdam(matrix, RATES.matrix),
  features: createAdam(weights, RATES.features),
  held: createAdam(held, RATES.held),
};

/** How well a statement holds one of a question's words, from a little below 0 to 1, and the vector of the word that holds it. */
function holding(
  turned: Float32Array | null,
  number: number,
  { rows, stems }: Lesson['contents'][number],
): { value: number; slope: number; by: Float32Array | null } {
  if (stems.includes(number)) return { value: 1, slope: 0, by: null };
  let [most, by]: [number, Float32Array | null] = [0, null];
  if (turned)
    for (const row of rows) {
      const other = vector(row);
      if (!other) continue;
      let product = 0;
      for (let d = 0; d < DIMENSIONS; d++) product += (turned[d] as number) * (other[d] as number);
      if (product > most) [most, by] = [product, other];
    }
  if (most >= MOST) return { value: (MOST - NOTHING) / (ALL - NOTHING), slope: 0, by: null };
  if (most <= NOTHING) return { value: (most - NOTHING) * LEAK, slope: LEAK, by };
  return { value: (most - NOTHING) / (ALL - NOTHING), slope: 1 / (ALL - NOTHING), by };
}

type Slopes = { readonly matrix: Float32Array; readonly features: Float32Array; readonly held: Float32Array };

/** A feature as it is learned from: centred and scaled. */
const centred = (input: Float32Array, f: number): number =>
  ((input[f] as number) - (mean[f] as number)) / (scale[f] as number);

function outputOf(input: Float32Array, sum: number): number {
  let output = (held[0] as number) * sum;
  for (let f = 0; f < input.length; f++) output += (weights[f] as number) * centred(input, f);
  return output;
}

/** Adds a lesson's slopes to those of its batch, which is of `count`, and gives back its loss. */
function learn({ inputs, right, asked, contents }: Lesson, slopes: Slopes, count: number): number {
  const turned = asked.map(({ vector: own }) => own && turn(own, matrix));
  const holds = contents.map((content) =>
    asked.map(({ number }, w) => holding(turned[w] ?? null, number, content)),
  );
  const sums = holds.map((words) =>
    words.reduce((sum, { value }, w) => sum + value * (asked[w]?.part ?? 0), 0),
  );
  const outputs = inputs.map((input, i) => outputOf(input, sums[i] as number));
  const towards = asked.map(() => new Float32Array(DIMENSIONS));
  choiceSlopes(right, outputs).forEach((whole, i) => {
    const slope = whole / count;
    const input = inputs[i] as Float32Array;
    for (let f = 0; f < input.length; f++)
      slopes.features[f] = (slopes.features[f] as number) + slope * centred(input, f);
    slopes.held[0] = (slopes.held[0] as number) + slope * (sums[i] as number);
    holds[i]?.forEach((holds, w) => {
      addTowards(towards[w] as Float32Array, holds, slope * (held[0] as number) * (asked[w]?.part ?? 0));
    });
  });
  asked.forEach(({ vector: own }, w) => {
    if (own) addProduct(slopes.matrix, own, towards[w] as Float32Array);
  });
  return lossOf(right, outputs);
}

/** Adds the vector of the word that holds another, times what it counts. */
function addTowards(sum: Float32Array, { slope, by }: ReturnType<typeof holding>, counts: number): void {
  if (by)
    for (let d = 0; d < DIMENSIONS; d++) sum[d] = (sum[d] as number) + counts * slope * (by[d] as number);
}

/** Adds the outer product of two vectors to a matrix. */
function addProduct(to: Float32Array, one: Float32Array, other: Float32Array): void {
  for (let i = 0, at = 0; i < DIMENSIONS; i++)
    for (let j = 0; j < DIMENSIONS; j++, at++)
      to[at] = (to[at] as number) + (one[i] as number) * (other[j] as number);
}

/** Minus the logarithm of the part of a softmax that the right ones have. */
function lossOf(right: readonly boolean[], outputs: readonly number[]): number {
  const most = Math.max(...outputs);
  const chances = outputs.map((output) => Math.exp(output - most));
  const all = chances.reduce((sum, chance) => sum + chance, 0);
  return -Math.log(chances.reduce((sum, chance, i) => sum + (right[i] ? chance : 0), 0) / all);
}

const next = random(1);
const start = identity();
for (let round = 1; round <= ROUNDS; round++) {
  let loss = 0;
  const order = shuffled(lessons.length, next);
  for (let at = 0; at < order.length; at += BATCH) {
    const some = order.subarray(at, at + BATCH);
    const slopes = {
      matrix: matrix.map((value, i) => 2 * DECAY * (value - (start[i] as number))),
      features: new Float32Array(weights.length),
      held: new Float32Array(1),
    };
    for (const place of some) loss += learn(lessons[place] as Lesson, slopes, some.length);
    steps.matrix(slopes.matrix);
    steps.features(slopes.features);
    steps.held(slopes.held);
  }
  const moved = Math.sqrt(matrix.reduce((sum, value, i) => sum + (value - (start[i] as number)) ** 2, 0));
  console.error(
    `round ${round}: ${lessons.length} questions, loss ${(loss / lessons.length).toFixed(4)}, moved by ${moved.toFixed(3)}`,
  );
}
write(matrix);
