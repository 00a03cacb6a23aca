import type { Chain } from './segment-chain.ts';

/** Outside a cue, and within one. */
const [OUT, IN] = [0, 1];
/** A cue's outputs: a token within it, as its first, as its last. */
const [NODE, BEGIN, END] = [0, 1, 2];

/** The places of its transitions that a single cue goes through. */
export const STEP = { startsIn: 1, begins: 3, ends: 4, goesOn: 5 } as const;

/** Cues in a passage, any number of them, none touching the next. */
export const CUE_CHAIN: Chain = {
  outputs: 3,
  node: [-1, NODE],
  transitions: [
    { from: -1, to: OUT, end: -1, begin: -1 },
    { from: -1, to: IN, end: -1, begin: BEGIN },
    { from: OUT, to: OUT, end: -1, begin: -1 },
    { from: OUT, to: IN, end: -1, begin: BEGIN },
    { from: IN, to: OUT, end: END, begin: -1 },
    { from: IN, to: IN, end: -1, begin: -1 },
  ],
  finals: [
    { state: OUT, end: -1 },
    { state: IN, end: END },
  ],
};
