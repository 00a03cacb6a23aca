/**
 * A linear-chain conditional random field over segments (Lafferty, McCallum and Pereira, Conditional random fields, ICML
 * 2001): a sequence of tokens goes through states; a token in a state, the begin of a segment and its end each have a score,
 * an output of the token. Everything here is arithmetic on numbers: which state means what is its caller's.
 */
export type Chain = {
  /** How many scores a token has. */
  readonly outputs: number;
  /** For each state the output that scores a token in it; -1 for a state outside every segment. */
  readonly node: readonly number[];
  readonly transitions: readonly Transition[];
  /** The states that a sequence may end in, each with the output that scores its last token as a segment's last; -1 for none. */
  readonly finals: readonly { readonly state: number; readonly end: number }[];
};

/** A step from one state (-1: before the first token) to another. */
export type Transition = {
  readonly from: number;
  readonly to: number;
  /** The output that scores the previous token as a segment's last one; -1 where no segment ends. */
  readonly end: number;
  /** The output that scores this token as a segment's first one; -1 where none begins. */
  readonly begin: number;
};

/** What a sequence of at least one token scores. */
export type Scores = {
  readonly length: number;
  /** For each token its outputs. */
  readonly values: Float64Array;
  /** For each transition a constant. */
  readonly biases: Float64Array;
  /** For each token 1 where it must stay outside every segment. */
  readonly closed: Uint8Array;
};

/** The log of a probability that is none. */
const NEVER = -1e30;
/** Scores beyond this say no more; three of them in a product stay finite. */
const UTMOST = 200;

/** A chain's transitions as columns, for speed. */
type Columns = {
  readonly from: Int8Array;
  readonly to: Int8Array;
  readonly end: Int8Array;
  readonly begin: Int8Array;
  readonly node: Int8Array;
  /** How many of them, the first ones, begin a sequence. */
  readonly first: number;
};

const columns = new WeakMap<Chain, Columns>();

function columnsOf(chain: Chain): Columns {
  const known = columns.get(chain);
  if (known) return known;
  const { transitions } = chain;
  const made = {
    from: Int8Array.from(transitions, ({ from }) => from),
    to: Int8Array.from(transitions, ({ to }) => to),
    end: Int8Array.from(transitions, ({ end }) => end),
    begin: Int8Array.from(transitions, ({ begin }) => begin),
    node: Int8Array.from(transitions, ({ to }) => chain.node[to] as number),
    first: transitions.findIndex(({ from }) => from >= 0),
  };
  columns.set(chain, made);
  return made;
}

/**
 * Sums over all paths, as probabilities: forward times backward is how probable a state is at a token. `step(i, t)` times the
 * forward sum of its first state at the token before and the backward sum of its second state here is how probable
 * transition t is at token i.
 */
export type Sums = {
  /** For each token and state. */
  readonly forward: Float64Array;
  readonly backward: Float64Array;
  /** The log of the sum over all paths. */
  readonly total: number;
  readonly step: (token: number, transition: number) => number;
};

/** Sums over all paths of a sequence (forward and backward, scaled at each token; Rabiner, A tutorial on hidden Markov models, 1989). */
export function sumPaths(chain: Chain, scores: Scores): Sums {
  const { from, to, end, begin, node, first } = columnsOf(chain);
  const { length, closed } = scores;
  const [S, K, T] = [chain.node.length, chain.outputs, from.length];
  const weights = scores.values.map((value) => Math.exp(Math.max(-UTMOST, Math.min(UTMOST, value))));
  const constants = scores.biases.map((bias) => Math.exp(bias));
  const scale = new Float64Array(length);
  const forward = new Float64Array(length * S);
  const backward = new Float64Array(length * S);
  const weigh = (i: number, t: number): number => {
    const n = node[t] as number;
    if (n >= 0 && closed[i] === 1) return 0;
    const here = i * K;
    let weight = constants[t] as number;
    if (n >= 0) weight *= weights[here + n] as number;
    const b = begin[t] as number;
    if (b >= 0) weight *= weights[here + b] as number;
    const e = end[t] as number;
    if (e >= 0) weight *= weights[here - K + e] as number;
    return weight;
  };
  let total = 0;
  for (let i = 0; i < length; i++) {
    const [start, stop] = i === 0 ? [0, first] : [first, T];
    let sum = 0;
    for (let t = start; t < stop; t++) {
      const before = i === 0 ? 1 : (forward[(i - 1) * S + (from[t] as number)] as number);
      if (before === 0) continue;
      const added = before * weigh(i, t);
      const at = i * S + (to[t] as number);
      forward[at] = (forward[at] as number) + added;
      sum += added;
    }
    scale[i] = sum;
    total += Math.log(sum);
    for (let s = 0; s < S; s++) forward[i * S + s] = (forward[i * S + s] as number) / sum;
  }
  let ending = 0;
  const last = (length - 1) * S;
  for (const { state, end: output } of chain.finals) {
    const weight = output < 0 ? 1 : (weights[(length - 1) * K + output] as number);
    backward[last + state] = weight;
    ending += weight * (forward[last + state] as number);
  }
  for (let s = 0; s < S; s++) backward[last + s] = (backward[last + s] as number) / ending;
  total += Math.log(ending);
  for (let i = length - 1; i > 0; i--)
    for (let t = first; t < T; t++) {
      const after = backward[i * S + (to[t] as number)] as number;
      if (after === 0) continue;
      const at = (i - 1) * S + (from[t] as number);
      backward[at] = (backward[at] as number) + (after * weigh(i, t)) / (scale[i] as number);
    }
  return { forward, backward, total, step: (i, t) => weigh(i, t) / (scale[i] as number) };
}

/** A way through the states, with its score. */
export type Path = { readonly states: Int16Array; readonly score: number };

/** The `count` best paths of a sequence, best first; none where there is none (Viterbi, with a list for each state). */
export function bestPaths(chain: Chain, scores: Scores, count: number): readonly Path[] {
  const { from, to, end, begin, node, first } = columnsOf(chain);
  const { length, closed, values, biases } = scores;
  const [S, K, T] = [chain.node.length, chain.outputs, from.length];
  const width = S * count;
  const best = new Float64Array(length * width).fill(NEVER);
  const back = new Int16Array(length * width).fill(-1);
  for (let i = 0; i < length; i++) {
    const [start, stop] = i === 0 ? [0, first] : [first, T];
    for (let t = start; t < stop; t++) {
      const n = node[t] as number;
      if (n >= 0 && closed[i] === 1) continue;
      let step = biases[t] as number;
      if (n >= 0) step += values[i * K + n] as number;
      const b = begin[t] as number;
      if (b >= 0) step += values[i * K + b] as number;
      const e = end[t] as number;
      if (e >= 0) step += values[(i - 1) * K + e] as number;
      const target = i * width + (to[t] as number) * count;
      const source = (from[t] as number) * count;
      for (let rank = 0; rank < (i === 0 ? 1 : count); rank++) {
        const before = i === 0 ? 0 : (best[(i - 1) * width + source + rank] as number);
        if (before <= NEVER) break;
        if (!enter(best, back, target, count, before + step, source + rank)) break;
      }
    }
  }
  const last = (length - 1) * width;
  const ends = chain.finals.flatMap(({ state, end: output }) => {
    const ending = output < 0 ? 0 : (values[(length - 1) * K + output] as number);
    return Array.from({ length: count }, (_, rank) => {
      const at = state * count + rank;
      return { at, score: (best[last + at] as number) + ending };
    });
  });
  return ends
    .filter(({ score }) => score > NEVER / 2)
    .sort((a, b) => b.score - a.score)
    .slice(0, count)
    .map(({ at, score }) => ({ states: traced(back, at, length, width, count), score }));
}

/** Puts a score in its place of a list of `count` from `target` on; false where it isn't among the best. */
function enter(
  best: Float64Array,
  back: Int16Array,
  target: number,
  count: number,
  score: number,
  origin: number,
): boolean {
  let at = target + count - 1;
  if (score <= (best[at] as number)) return false;
  while (at > target && score > (best[at - 1] as number)) {
    best[at] = best[at - 1] as number;
    back[at] = back[at - 1] as number;
    at--;
  }
  best[at] = score;
  back[at] = origin;
  return true;
}

function traced(back: Int16Array, final: number, length: number, width: number, count: number): Int16Array {
  const states = new Int16Array(length);
  let at = final;
  for (let i = length - 1; i >= 0; i--) {
    states[i] = Math.floor(at / count);
    at = back[i * width + at] as number;
  }
  return states;
}
