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

/** What a sequence scores. */
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
/** exp of less than minus this adds nothing to 1. */
const NEGLIGIBLE = 30;

/** log(exp(a) + exp(b)). */
function addLogs(a: number, b: number): number {
  if (a < b) return b - a > NEGLIGIBLE ? b : b + Math.log1p(Math.exp(a - b));
  return a - b > NEGLIGIBLE ? a : a + Math.log1p(Math.exp(b - a));
}

/** What transition `t` to token `i` scores, the token's own score included; `NEVER` where it can't be. */
export function stepScore(chain: Chain, scores: Scores, i: number, t: number): number {
  const transition = chain.transitions[t] as Transition;
  if (transition.from < 0 !== (i === 0)) return NEVER;
  const node = chain.node[transition.to] as number;
  if (node >= 0 && scores.closed[i] === 1) return NEVER;
  const { values } = scores;
  const here = i * chain.outputs;
  let score = scores.biases[t] as number;
  if (transition.end >= 0) score += values[here - chain.outputs + transition.end] as number;
  if (transition.begin >= 0) score += values[here + transition.begin] as number;
  if (node >= 0) score += values[here + node] as number;
  return score;
}

/** What ending a sequence in a final state scores. */
export const finalScore = (chain: Chain, scores: Scores, end: number): number =>
  end < 0 ? 0 : (scores.values[(scores.length - 1) * chain.outputs + end] as number);

/** For each token and state the log of the sum over all paths that lead to it, and from it on; and over all paths. */
export type Sums = {
  readonly forward: Float64Array;
  readonly backward: Float64Array;
  readonly total: number;
};

/** Sums over all paths of a sequence of at least one token. */
export function sumPaths(chain: Chain, scores: Scores): Sums {
  const states = chain.node.length;
  const steps = chain.transitions.length;
  const { length } = scores;
  const forward = new Float64Array(length * states).fill(NEVER);
  const backward = new Float64Array(length * states).fill(NEVER);
  for (let i = 0; i < length; i++) {
    for (let t = 0; t < steps; t++) {
      const { from, to } = chain.transitions[t] as Transition;
      const before = i === 0 ? 0 : (forward[(i - 1) * states + from] ?? NEVER);
      if (before <= NEVER) continue;
      const step = stepScore(chain, scores, i, t);
      if (step <= NEVER) continue;
      const at = i * states + to;
      forward[at] = addLogs(forward[at] as number, before + step);
    }
  }
  let total = NEVER;
  for (const { state, end } of chain.finals) {
    const last = (length - 1) * states + state;
    backward[last] = finalScore(chain, scores, end);
    total = addLogs(total, (forward[last] as number) + (backward[last] as number));
  }
  for (let i = length - 1; i > 0; i--) {
    for (let t = 0; t < steps; t++) {
      const { from, to } = chain.transitions[t] as Transition;
      const after = backward[i * states + to] as number;
      if (after <= NEVER || from < 0) continue;
      const step = stepScore(chain, scores, i, t);
      if (step <= NEVER) continue;
      const at = (i - 1) * states + from;
      backward[at] = addLogs(backward[at] as number, after + step);
    }
  }
  return { forward, backward, total };
}

/** A way through the states, with its score. */
export type Path = { readonly states: Int16Array; readonly score: number };

/** The best path of a sequence of at least one token (Viterbi); null where there is none. */
export function bestPath(chain: Chain, scores: Scores): Path | null {
  const count = chain.node.length;
  const { length } = scores;
  const best = new Float64Array(length * count).fill(NEVER);
  const back = new Int16Array(length * count).fill(-1);
  for (let i = 0; i < length; i++) {
    for (let t = 0; t < chain.transitions.length; t++) {
      const { from, to } = chain.transitions[t] as Transition;
      const before = i === 0 ? 0 : (best[(i - 1) * count + from] ?? NEVER);
      if (before <= NEVER) continue;
      const score = before + stepScore(chain, scores, i, t);
      const at = i * count + to;
      if (score <= (best[at] as number)) continue;
      best[at] = score;
      back[at] = from;
    }
  }
  let score = NEVER;
  let state = -1;
  for (const final of chain.finals) {
    const whole = (best[(length - 1) * count + final.state] as number) + finalScore(chain, scores, final.end);
    if (whole <= score) continue;
    score = whole;
    state = final.state;
  }
  if (state < 0) return null;
  const states = new Int16Array(length);
  for (let i = length - 1; i >= 0; i--) {
    states[i] = state;
    state = back[i * count + state] as number;
  }
  return { states, score };
}
