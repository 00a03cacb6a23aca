import { placeIn } from './layout.ts';
import type { Turn } from './pronouns.ts';
import type { Appearance, Scene } from './scene.ts';

/** How many names and turns back a reader remembers: more than any but the longest articles have. */
const MEMORY = 300;

/** Who was named before an offset, the last one last. */
export function namedBefore({ appearances }: Scene, at: number): readonly Appearance[] {
  const count = placeIn(appearances, ({ span }) => span[1], at) + 1;
  return appearances.slice(Math.max(0, count - MEMORY), count);
}

/** Who is named from an offset on, up to another. */
export function namedFrom({ appearances }: Scene, from: number, to: number): readonly Appearance[] {
  const [first, last] = [from, to].map((at) => placeIn(appearances, ({ span }) => span[0] + 1, at) + 1);
  return appearances.slice(first, last);
}

/** Whose turn it was before an offset, the last one last. */
export function turnsBefore(turns: readonly Turn[], at: number): readonly Turn[] {
  const count = placeIn(turns, (turn) => turn.at + 1, at) + 1;
  return turns.slice(Math.max(0, count - MEMORY), count);
}
