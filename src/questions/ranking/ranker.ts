import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { MODELS } from '../../language/word-list.ts';
import { FEATURES } from './feature-names.ts';

/** A small neural network with one hidden layer and a direct way past it; its inputs are centred and scaled first. */
const Net = z.strictObject({
  mean: z.array(z.number()),
  scale: z.array(z.number()),
  /** A row of weights for each hidden unit. */
  hidden: z.array(z.array(z.number())),
  bias: z.array(z.number()),
  out: z.array(z.number()),
  direct: z.array(z.number()),
});
export type Net = z.infer<typeof Net>;

const Model = z.strictObject({
  features: z.array(z.string()),
  ranker: z.array(Net),
  confidence: z.array(Net),
  supported: z.array(Net),
});
/** What has been learned about questions; models/README.md says how. */
export type QuestionModel = z.infer<typeof Model>;

let loaded: QuestionModel | undefined;

/** The model, read once. */
export function questionModel(): QuestionModel {
  if (loaded) return loaded;
  const model = Model.parse(JSON.parse(readFileSync(new URL('questions.json', MODELS), 'utf8')));
  const chances = [...model.confidence, ...model.supported];
  if (model.features.join() !== INPUTS.join() || chances.some(({ mean }) => mean.length !== CHANCE_INPUTS))
    throw new Error('models/questions.json was trained for other features: run npm run train:questions');
  loaded = model;
  return model;
}

/** Features that are also given as what they lack to the best candidate's. */
const RELATIVE = [
  'contentSoft',
  'sentenceSoft',
  'cosSentence',
  'paragraphExact',
  'whomSpeakerSoft',
  'whomIntroSoft',
  'contentExact',
  'speakerFit',
  'reverse',
  'run',
  'whomUnion',
  'whomHead',
] as const;
const PLACES = RELATIVE.map((name) => FEATURES.indexOf(name));
export const INPUTS: readonly string[] = [...FEATURES, ...RELATIVE.map((name) => `${name} to the best`)];

/** The inputs of the ranker for all candidates of a question. */
export function rankerInputs(candidates: readonly Float32Array[]): readonly Float32Array[] {
  const best = PLACES.map((place) =>
    candidates.reduce((most, list) => Math.max(most, list[place] as number), -1),
  );
  return candidates.map((list) => {
    const input = new Float32Array(INPUTS.length);
    input.set(list);
    PLACES.forEach((place, i) => {
      input[FEATURES.length + i] = (list[place] as number) - (best[i] as number);
    });
    return input;
  });
}

/** A network with the centring and scaling of its inputs worked into its weights, which is what takes least to run. */
type Folded = {
  /** The hidden units' weights, one row behind the other. */
  readonly hidden: Float64Array;
  readonly bias: Float64Array;
  readonly out: Float64Array;
  readonly direct: Float64Array;
  readonly constant: number;
};
const folded = new WeakMap<Net, Folded>();

function fold(net: Net): Folded {
  const known = folded.get(net);
  if (known) return known;
  const { mean, scale, hidden, bias, out, direct } = net;
  const scaled = (row: readonly number[]) => row.map((weight, i) => weight / (scale[i] as number));
  const shift = (row: readonly number[]) =>
    row.reduce((sum, weight, i) => sum + weight * (mean[i] as number), 0);
  const rows = hidden.map(scaled);
  const way = scaled(direct);
  const made: Folded = {
    hidden: Float64Array.from(rows.flat()),
    bias: Float64Array.from(bias, (value, h) => value - shift(rows[h] as number[])),
    out: Float64Array.from(out),
    direct: Float64Array.from(way),
    constant: -shift(way),
  };
  folded.set(net, made);
  return made;
}

/** What a network gives for an input. */
function runNet(net: Net, input: Float32Array): number {
  const { hidden, bias, out, direct, constant } = fold(net);
  const size = direct.length;
  let sum = constant;
  for (let i = 0; i < size; i++) sum += (input[i] as number) * (direct[i] as number);
  for (let h = 0, at = 0; h < out.length; h++, at += size) {
    let unit = bias[h] as number;
    for (let i = 0; i < size; i++) unit += (input[i] as number) * (hidden[at + i] as number);
    if (unit > 0) sum += unit * (out[h] as number);
  }
  return sum;
}

const meanOf = (nets: readonly Net[], input: Float32Array): number =>
  nets.reduce((sum, net) => sum + runNet(net, input), 0) / nets.length;

/** What the networks make of a candidate: the mean of their scores, and the share of them that have it first. */
export type Ranking = { readonly score: number; readonly votes: number };

/** How well each candidate answers, beside the others of the same question; the scale of scores is the ranker's own. */
export function rankCandidates(nets: readonly Net[], inputs: readonly Float32Array[]): readonly Ranking[] {
  const scores = nets.map((net) => inputs.map((input) => runNet(net, input)));
  const firsts = scores.map((list) => list.indexOf(Math.max(...list)));
  return inputs.map((_, i) => ({
    score: scores.reduce((sum, list) => sum + (list[i] as number), 0) / nets.length,
    votes: firsts.filter((first) => first === i).length / nets.length,
  }));
}

/** A candidate that has been ranked. */
export type RankedInput = Ranking & { readonly features: Float32Array; readonly speaker: string | null };

/** Features of which it is told how far the first candidate is ahead of the best one by somebody else. */
const AGAINST = (
  [
    'contentSoft',
    'contentExact',
    'sentenceSoft',
    'cosContent',
    'paragraphExact',
    'whomSpeakerSoft',
    'whomIntroSoft',
    'speakerInTopic',
    'articleFit',
    'unmatched',
    'whomUnion',
    'whomHead',
    'kindMatch',
    'prominence',
  ] as const
).map((name) => FEATURES.indexOf(name));

/** How many numbers {@link confidenceInput} gives. */
const CHANCE_INPUTS = 2 * FEATURES.length + AGAINST.length + 6;

/**
 * What tells whether the first of ranked candidates, best first, is the answer: it, those behind it, how far it is ahead of
 * what somebody else said, and whether the networks agree.
 */
export function confidenceInput(ranked: readonly RankedInput[]): Float32Array {
  const [first] = ranked;
  if (!first) return new Float32Array(CHANCE_INPUTS);
  const top = ranked.slice(0, 3);
  const other = ranked.find(({ speaker }) => speaker !== first.speaker);
  const chances = ranked.map(({ score }) => Math.exp(score - first.score));
  const all = chances.reduce((sum, chance) => sum + chance, 0);
  const entropy = chances.reduce((sum, chance) => sum - (chance / all) * Math.log(chance / all + 1e-9), 0);
  const mean = ranked.reduce((sum, { score }) => sum + score, 0) / ranked.length;
  return Float32Array.from([
    ...first.features.subarray(0, FEATURES.length),
    ...FEATURES.map(
      (_, f) => top.reduce((sum, { features }) => sum + (features[f] as number), 0) / top.length,
    ),
    ...AGAINST.map((f) => (first.features[f] as number) - (other?.features[f] ?? 0)),
    first.score,
    first.score - (other?.score ?? first.score - 5),
    1 / all,
    entropy,
    first.score - mean,
    first.votes,
  ]);
}

/** The chance, from 0 to 1, that networks give for an input. */
export const chanceOf = (nets: readonly Net[], input: Float32Array): number =>
  1 / (1 + Math.exp(-meanOf(nets, input)));
