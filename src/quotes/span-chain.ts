import type { Range } from './passage.ts';
import type { Chain, Transition } from './segment-chain.ts';

/** What a token of a cue's window can be part of. */
export type Part = 'none' | 'content' | 'source';

/** How far a reading has come: what the token is part of, how many pieces of content and sources have begun. */
type State = { readonly part: Part; readonly contents: number; readonly sources: number };

/** The most pieces of content that are read, as in: "…," he said, "…"; and sources. */
const MOST = { contents: 2, sources: 1 };

const STATES: readonly State[] = Array.from({ length: MOST.contents + 1 }, (_, contents) =>
  Array.from({ length: MOST.sources + 1 }, (_, sources): readonly State[] => [
    { part: 'none', contents, sources },
    ...(contents > 0 ? [{ part: 'content' as const, contents, sources }] : []),
    ...(sources > 0 ? [{ part: 'source' as const, contents, sources }] : []),
  ]),
).flat(2);

/** The outputs: a token within a content, as its first, as its last token; the same for a source. */
const OUTPUTS = { content: 0, source: 3 };
const BEGIN = 1;
const END = 2;

const outputOf = ({ part }: State, edge: number): number => (part === 'none' ? -1 : OUTPUTS[part] + edge);

function follows(before: State, after: State): boolean {
  const contents = after.contents - before.contents;
  const sources = after.sources - before.sources;
  if (contents === 0 && sources === 0) return after.part === before.part || after.part === 'none';
  if (before.part === after.part) return false;
  return contents === 1
    ? after.part === 'content' && sources === 0
    : contents === 0 && after.part === 'source';
}

function transitions(): readonly Transition[] {
  const start: State = { part: 'none', contents: 0, sources: 0 };
  const first = STATES.flatMap((state, to) =>
    follows(start, state) ? [{ from: -1, to, end: -1, begin: outputOf(state, BEGIN) }] : [],
  );
  const others = STATES.flatMap((before, from) =>
    STATES.flatMap((after, to) => {
      if (!follows(before, after)) return [];
      const stays = from === to;
      return [
        { from, to, end: stays ? -1 : outputOf(before, END), begin: stays ? -1 : outputOf(after, BEGIN) },
      ];
    }),
  );
  return [...first, ...others];
}

/** Content and source of one cue: at most two pieces of content, at least one, and at most one source. */
export const SPAN_CHAIN: Chain = {
  outputs: 6,
  node: STATES.map((state) => outputOf(state, 0)),
  transitions: transitions(),
  finals: STATES.flatMap((state, i) => (state.contents > 0 ? [{ state: i, end: outputOf(state, END) }] : [])),
};

const statesOf = (part: Part): readonly number[] =>
  STATES.flatMap((state, i) => (state.part === part ? [i] : []));

/** The states in which a token is part of something. */
export const STATES_OF = {
  none: statesOf('none'),
  content: statesOf('content'),
  source: statesOf('source'),
} as const;

export const partOf = (state: number): Part => STATES[state]?.part ?? 'none';

/** The pieces of a path that are part of something, as ranges of tokens counted from `from`. */
export function piecesOf(states: ArrayLike<number>, part: Part, from: number): readonly Range[] {
  const pieces: Range[] = [];
  let begin = -1;
  for (let i = 0; i <= states.length; i++) {
    const within = i < states.length && partOf(states[i] as number) === part;
    if (within && begin < 0) begin = i;
    if (!within && begin >= 0) {
      pieces.push([from + begin, from + i]);
      begin = -1;
    }
  }
  return pieces;
}

/** The states of a reading whose tokens are part of what `parts` says; pieces beyond the most that are read are left out. */
export function statesFor(parts: readonly Part[]): Uint8Array {
  const count = { contents: 0, sources: 0 };
  let dropped = false;
  return Uint8Array.from(parts, (wanted, i) => {
    if (wanted !== parts[i - 1]) {
      const counted = wanted === 'content' ? 'contents' : 'sources';
      dropped = wanted !== 'none' && count[counted] === MOST[counted];
      if (wanted !== 'none' && !dropped) count[counted]++;
    }
    const part = dropped ? 'none' : wanted;
    return STATES.findIndex(
      (state) => state.part === part && state.contents === count.contents && state.sources === count.sources,
    );
  });
}
