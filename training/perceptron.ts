import type { Net } from '../src/questions/ranking/ranker.ts';
import { random, shuffled } from './random.ts';

/**
 * Teaches small networks (see src/questions/ranker.ts) by Adam (Kingma and Ba, ICLR 2015). Groups of inputs are learned
 * together; `slopes` tells for a group's outputs by how much each should move.
 */
export type Lessons = {
  readonly groups: readonly (readonly Float32Array[])[];
  readonly slopes: (group: number, outputs: readonly number[]) => readonly number[];
};
export type Teaching = {
  readonly hidden: number;
  readonly rounds: number;
  readonly rate: number;
  readonly decay: number;
  /** Groups a step. */
  readonly batch: number;
  readonly seed: number;
};

type Parameters = {
  readonly hidden: Float64Array;
  readonly bias: Float64Array;
  readonly out: Float64Array;
  readonly direct: Float64Array;
};

export function teach(
  { groups, slopes }: Lessons,
  { hidden, rounds, rate, decay, batch, seed }: Teaching,
): Net {
  const inputs = groups.flat();
  const size = inputs[0]?.length ?? 0;
  const { mean, scale } = spread(inputs, size);
  const centred = groups.map((group) =>
    group.map((input) =>
      Float64Array.from(input, (value, i) => (value - (mean[i] as number)) / (scale[i] as number)),
    ),
  );
  const next = random(seed);
  const normal = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  const net: Parameters = {
    hidden: Float64Array.from({ length: hidden * size }, () => normal() / Math.sqrt(size)),
    bias: new Float64Array(hidden),
    out: Float64Array.from({ length: hidden }, () => normal() / Math.sqrt(hidden)),
    direct: new Float64Array(size),
  };
  const step = adam(net, decay);
  for (let round = 0; round < rounds; round++) {
    const speed = rate * (1 - (0.9 * round) / rounds);
    const order = shuffled(groups.length, next);
    for (let at = 0; at < order.length; at += batch) {
      const gradient = emptyLike(net);
      const some = order.subarray(at, at + batch);
      for (const g of some)
        learnGroup(net, gradient, centred[g] as Float64Array[], (outputs) => slopes(g, outputs), some.length);
      step(gradient, speed);
    }
  }
  const rounded = (list: Iterable<number>) => Array.from(list, (value) => Number(value.toPrecision(5)));
  return {
    mean: rounded(mean),
    scale: rounded(scale),
    hidden: Array.from({ length: hidden }, (_, h) => rounded(net.hidden.subarray(h * size, (h + 1) * size))),
    bias: rounded(net.bias),
    out: rounded(net.out),
    direct: rounded(net.direct),
  };
}

const emptyLike = ({ hidden, bias, out, direct }: Parameters): Parameters => ({
  hidden: new Float64Array(hidden.length),
  bias: new Float64Array(bias.length),
  out: new Float64Array(out.length),
  direct: new Float64Array(direct.length),
});

/** The mean and the standard deviation of each input, the latter not below a thousandth. */
export function spread(
  inputs: readonly Float32Array[],
  size: number,
): { mean: Float64Array; scale: Float64Array } {
  const mean = new Float64Array(size);
  const scale = new Float64Array(size);
  for (const input of inputs)
    for (let i = 0; i < size; i++) mean[i] = (mean[i] as number) + (input[i] as number) / inputs.length;
  for (const input of inputs)
    for (let i = 0; i < size; i++)
      scale[i] = (scale[i] as number) + ((input[i] as number) - (mean[i] as number)) ** 2 / inputs.length;
  return { mean, scale: scale.map((value) => Math.sqrt(value) + 1e-3) };
}

function learnGroup(
  net: Parameters,
  gradient: Parameters,
  inputs: readonly Float64Array[],
  slopes: (outputs: readonly number[]) => readonly number[],
  groups: number,
): void {
  const units = net.bias.length;
  const size = net.direct.length;
  const states: Float64Array[] = [];
  const outputs = inputs.map((input) => {
    const state = new Float64Array(units);
    let output = 0;
    for (let i = 0; i < size; i++) output += (input[i] as number) * (net.direct[i] as number);
    for (let h = 0; h < units; h++) {
      let unit = net.bias[h] as number;
      for (let i = 0, at = h * size; i < size; i++, at++)
        unit += (input[i] as number) * (net.hidden[at] as number);
      state[h] = Math.max(0, unit);
      output += (state[h] as number) * (net.out[h] as number);
    }
    states.push(state);
    return output;
  });
  slopes(outputs).forEach((slope, n) => {
    if (slope === 0) return;
    addGradient(net, gradient, inputs[n] as Float64Array, states[n] as Float64Array, slope / groups);
  });
}

function addGradient(
  net: Parameters,
  gradient: Parameters,
  input: Float64Array,
  state: Float64Array,
  slope: number,
): void {
  const size = input.length;
  for (let i = 0; i < size; i++)
    gradient.direct[i] = (gradient.direct[i] as number) + slope * (input[i] as number);
  for (let h = 0; h < state.length; h++) {
    if ((state[h] as number) <= 0) continue;
    gradient.out[h] = (gradient.out[h] as number) + slope * (state[h] as number);
    const back = slope * (net.out[h] as number);
    gradient.bias[h] = (gradient.bias[h] as number) + back;
    for (let i = 0, at = h * size; i < size; i++, at++)
      gradient.hidden[at] = (gradient.hidden[at] as number) + back * (input[i] as number);
  }
}

function adam(net: Parameters, decay: number): (gradient: Parameters, rate: number) => void {
  const [first, second] = [emptyLike(net), emptyLike(net)];
  let steps = 0;
  return (gradient, rate) => {
    steps++;
    const [unbias1, unbias2] = [1 - 0.9 ** steps, 1 - 0.999 ** steps];
    for (const part of ['hidden', 'bias', 'out', 'direct'] as const) {
      const [values, slopes, m, v] = [net[part], gradient[part], first[part], second[part]];
      for (let i = 0; i < values.length; i++) {
        const slope = (slopes[i] as number) + decay * (values[i] as number);
        m[i] = 0.9 * (m[i] as number) + 0.1 * slope;
        v[i] = 0.999 * (v[i] as number) + 0.001 * slope * slope;
        values[i] =
          (values[i] as number) -
          (rate * ((m[i] as number) / unbias1)) / (Math.sqrt((v[i] as number) / unbias2) + 1e-8);
      }
    }
  };
}

/** Slopes for a choice: the right ones of a group together should be chosen (the listwise loss of a softmax). */
export function choiceSlopes(right: readonly boolean[], outputs: readonly number[]): readonly number[] {
  const most = Math.max(...outputs);
  const chances = outputs.map((output) => Math.exp(output - most));
  const all = chances.reduce((sum, chance) => sum + chance, 0);
  const good = chances.reduce((sum, chance, i) => (right[i] ? sum + chance : sum), 1e-12);
  return chances.map((chance, i) => chance / all - (right[i] ? chance / good : 0));
}
