import type { Command } from '../commands.ts';

/** The commands that the terminal has: in it nobody has a library of their own. */
export const offered = (commands: readonly Command[]): readonly Command[] =>
  commands.filter(({ needsLibrary }) => !needsLibrary);
