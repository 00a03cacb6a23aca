import type { Environment } from '../config.ts';

/** How an output is written to. */
export type Look = {
  readonly colour: boolean;
  /** The columns that a line may take; null where nothing is wrapped. */
  readonly width: number | null;
};

/** What is asked about an output: a terminal says that it is one, and how wide. */
export type Screen = { readonly isTTY?: boolean; readonly columns?: number };

/**
 * The look for an output: colours and wrapped lines for a terminal, neither for a file or a pipe. NO_COLOR, set to
 * anything, turns colours off; FORCE_COLOR, set to anything but 0, turns them on.
 */
export function lookOf(screen: Screen, environment: Environment): Look {
  const width = screen.isTTY ? Math.max(20, screen.columns || 80) : null;
  return { colour: wantsColour(screen, environment), width };
}

function wantsColour(screen: Screen, environment: Environment): boolean {
  const { NO_COLOR: no, FORCE_COLOR: force, TERM: terminal } = environment;
  if (no) return false;
  if (force) return force !== '0';
  return screen.isTTY === true && terminal !== 'dumb';
}
