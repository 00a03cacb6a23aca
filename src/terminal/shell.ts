import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import type { Logger } from 'pino';
import type { Sight } from '../archive/archive.ts';
import type { Command, Values } from '../commands.ts';
import type { Reply } from '../replies/reply.ts';
import { complete } from './complete.ts';
import { failure } from './failure.ts';
import { parseLine, type Request, SHELL_WORDS } from './line.ts';
import { linesOf } from './lines.ts';
import type { Look } from './look.ts';
import type { Write } from './output.ts';
import { oneLine } from './plain-text.ts';
import { renderReply } from './render.ts';

/** What the shell works with. */
export type ShellParts = {
  readonly commands: readonly Command[];
  readonly sight: Sight;
  /** The reply with the paragraph around a statement. */
  readonly context: (statementId: string, sight: Sight) => Reply;
  /** Asked before each reply: a window may have another width by then. */
  readonly look: () => Look;
  readonly write: Write;
  readonly logger: Logger;
};

/** A place to type lines: what gives them, one after the other. */
export type Prompt = {
  readonly lines: AsyncIterable<string>;
  /** Called before each line is waited for. */
  readonly ready: () => void;
};

const PROMPT = 'on record> ';

/**
 * Answers each line in turn until the lines end or one of them is `exit`. A command that fails costs one polite line;
 * the shell goes on.
 *
 * @returns whether every command worked
 */
export async function runShell(prompt: Prompt, parts: ShellParts): Promise<boolean> {
  const answer = createShell(parts);
  let worked = true;
  prompt.ready();
  for await (const line of prompt.lines) {
    const outcome = await answer(line);
    await parts.write(outcome.text);
    if (outcome.failed) worked = false;
    if (outcome.exit) break;
    prompt.ready();
  }
  return worked;
}

/** The lines of a file or a pipe: no prompt. */
export function pipedPrompt(input: Readable): Prompt {
  return { lines: linesOf(input), ready: () => {} };
}

/** Lines that a person edits: with a prompt, a history on the arrow keys, and Tab. Ctrl-C and Ctrl-D end them. */
export function typedPrompt(
  input: Readable,
  output: Writable,
  commands: readonly Command[],
  sight: Sight,
): Prompt {
  const readline = createInterface({
    input,
    output,
    prompt: PROMPT,
    completer: (line: string) => complete(line, commands, sight),
  });
  // The prompt's line ends here, so that what comes next in the terminal begins a new one.
  readline.on('SIGINT', () => readline.close());
  readline.once('close', () => output.write('\n'));
  return { lines: readline, ready: () => readline.prompt() };
}

type Outcome = { readonly text: string; readonly failed?: true; readonly exit?: true };

type Shown = {
  readonly command: Command;
  readonly values: Values;
  readonly reply: Reply;
};

/** A function from a line to its answer; it remembers the last reply and what was asked. */
function createShell(parts: ShellParts): (line: string) => Promise<Outcome> {
  const { commands, sight, look, logger } = parts;
  const asked: string[] = [];
  let last: Shown | null = null;

  const show = async (command: Command, values: Values, page: number): Promise<Outcome> => {
    const reply = await command.run(values, sight, page);
    last = { command, values, reply };
    const own = command.name === 'help' ? `\n${shellWords()}` : '';
    return { text: `${renderReply(reply, look())}${own}\n` };
  };

  const turn = (step: 1 | -1): Outcome | Promise<Outcome> => {
    if (!last) return say('Nothing was asked yet.');
    const { number, of } = last.reply.page ?? { number: 1, of: 1 };
    if (number + step < 1) return say('That was the first page.');
    return number + step > of ? say('That was all.') : show(last.command, last.values, number + step);
  };

  const around = (which: number): Outcome => {
    const cards = last?.reply.cards ?? [];
    const card = cards[which - 1];
    if (card) return { text: `${renderReply(parts.context(card.statement, sight), look())}\n` };
    return say(
      cards.length === 0 ? 'There is no statement above.' : `Above are statements 1 to ${cards.length}.`,
    );
  };

  const perform = (request: Request): Outcome | Promise<Outcome> => {
    switch (request.kind) {
      case 'command':
        return show(request.command, request.values, 1);
      case 'context':
        return around(request.which);
      case 'more':
        return turn(1);
      case 'back':
        return turn(-1);
      case 'history':
        return { text: asked.map((line, i) => `${i + 1}  ${line}\n`).join('') };
      case 'exit':
        return { text: '', exit: true };
      case 'nothing':
        return { text: '' };
    }
  };

  return async (line) => {
    const parsed = parseLine(line, commands);
    if (!parsed.ok) return say(parsed.problem);
    if (parsed.value.kind === 'command') asked.push(oneLine(line));
    try {
      return await perform(parsed.value);
    } catch (error) {
      return { ...say(failure(error, logger, 'a command failed')), failed: true };
    }
  };
}

const say = (sentence: string): Outcome => ({ text: `${sentence}\n` });

const shellWords = (): string =>
  Object.entries(SHELL_WORDS)
    .map(([word, what]) => `${word}: ${what}\n`)
    .join('');
