import { setTimeout } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { OpenedArchive, Progress } from '../archive/archive.ts';
import { BUILT_IN } from '../articles/article.ts';
import type { Command } from '../commands.ts';
import type { Call } from './call.ts';
import { lookOf } from './look.ts';
import { offered } from './offered.ts';
import { writerTo } from './output.ts';

/** What the terminal needs from the program around it. */
export type FaceParts = {
  readonly commands: readonly Command[];
  /** Opens the archive, which may still be filling; not called where a task needs none. */
  readonly open: () => Promise<OpenedArchive>;
  readonly logger: Logger;
  /** Writes a line for the person who called, to standard error. */
  readonly complain: (sentence: string) => void;
};

/** The tasks that are the terminal's. */
export type TerminalTask = Exclude<Call['task'], { readonly kind: 'usage' | 'version' }>;

/** For how long, in milliseconds, somebody who wants to type waits for the articles; then the rest comes in meanwhile. */
const PATIENCE = 1500;

/** What is said where articles are still being read. */
const soFar = ({ read, total }: Progress): string =>
  read < total ? `${read} of ${total} articles are read; answers know of the others as they come in.\n` : '';

/**
 * Does one task on standard input and output. A person who types at the prompt has seen what failed, so that an
 * interactive session always counts as having worked.
 *
 * @returns whether everything that was asked for worked
 */
export async function runInTerminal(task: TerminalTask, json: boolean, parts: FaceParts): Promise<boolean> {
  const { logger, complain } = parts;
  const commands = offered(parts.commands);
  const { stdin, stdout, env } = process;
  const currentLook = () => lookOf(stdout, env);
  const look = currentLook();
  const write = writerTo(stdout);
  if (task.kind === 'extract') {
    const [{ runExtract }, { extractFile }] = await Promise.all([
      import('./extract.ts'),
      import('../extract-file.ts'),
    ]);
    const extract = (file: string) => extractFile(file, logger);
    return runExtract(task.files, { json, look, write, complain, extract });
  }
  const opened = await parts.open();
  const sight = { archive: opened.archive, libraries: [BUILT_IN] };
  // What nobody watches must not depend on how fast it was read.
  const isTyped = task.kind === 'face' && stdin.isTTY === true;
  await (isTyped ? Promise.race([opened.whole, setTimeout(PATIENCE)]) : opened.whole);
  if (task.kind !== 'face') {
    const { runCommand, runEachLine } = await import('./run-call.ts');
    const callParts = { sight, json, look, write, complain, logger };
    return task.kind === 'command'
      ? runCommand(task.command, task.values, callParts)
      : runEachLine(task.command, stdin, callParts);
  }
  const [{ pipedPrompt, runShell, typedPrompt }, { contextReply }] = await Promise.all([
    import('./shell.ts'),
    import('../replies/context.ts'),
  ]);
  if (stdin.isTTY) await write(`Ask who said what, or type help.\n${soFar(opened.progress())}`);
  const prompt = stdin.isTTY ? typedPrompt(stdin, stdout, commands, sight) : pipedPrompt(stdin);
  const shellParts = { commands, sight, context: contextReply, look: currentLook, write, logger };
  const worked = await runShell(prompt, shellParts);
  return worked || stdin.isTTY === true;
}
