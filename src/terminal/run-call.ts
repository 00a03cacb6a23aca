import type { Readable } from 'node:stream';
import type { Logger } from 'pino';
import type { Sight } from '../archive/archive.ts';
import type { Command, Values } from '../commands.ts';
import type { Reply } from '../replies/reply.ts';
import { failure } from './failure.ts';
import { linesOf } from './lines.ts';
import type { Look } from './look.ts';
import { jsonLine, type Write } from './output.ts';
import { renderOneLine, renderReply } from './render.ts';
import { checkValues, mainOption } from './values.ts';

/** What a call works with. */
export type CallParts = {
  readonly sight: Sight;
  readonly json: boolean;
  readonly look: Look;
  /** Writes to standard output. */
  readonly write: Write;
  /** Writes a line for the person who called, to standard error. */
  readonly complain: (sentence: string) => void;
  readonly logger: Logger;
};

/**
 * Answers one command with everything that it finds, all pages of it; with `json`, with its records.
 *
 * @returns whether it worked
 */
export async function runCommand(command: Command, values: Values, parts: CallParts): Promise<boolean> {
  const { sight, json, look, write, complain, logger } = parts;
  try {
    const reply = json ? await command.run(values, sight, 1) : await wholeReply(command, values, sight);
    await write(json ? reply.records.map(jsonLine).join('') : renderReply(reply, look));
    return true;
  } catch (error) {
    complain(failure(error, logger, `${command.name} failed`));
    return false;
  }
}

async function wholeReply(command: Command, values: Values, sight: Sight): Promise<Reply> {
  const first = await command.run(values, sight, 1);
  const replies = [first];
  for (let page = 2; page <= (first.page?.of ?? 1); page++)
    replies.push(await command.run(values, sight, page));
  return {
    ...first,
    cards: replies.flatMap(({ cards }) => cards),
    lines: replies.flatMap(({ lines }) => lines),
    page: null,
  };
}

/**
 * Answers each line of `input` as it comes, as the value of the command's first option: one line out for each line in,
 * in their order; blank lines are passed over. A line that fails has a line too: with `json` an answer without answers
 * that names the error.
 *
 * @returns whether all of them worked
 */
export async function runEachLine(command: Command, input: Readable, parts: CallParts): Promise<boolean> {
  let worked = true;
  for await (const line of linesOf(input)) {
    if (line.trim() === '') continue;
    const answer = await answerLine(command, line.trim(), parts);
    if (answer.problem !== null) {
      worked = false;
      parts.complain(answer.problem);
    }
    await parts.write(answer.text);
  }
  return worked;
}

async function answerLine(
  command: Command,
  line: string,
  { sight, json, logger }: CallParts,
): Promise<{ readonly text: string; readonly problem: string | null }> {
  const name = mainOption(command)?.name ?? '';
  const failed = (problem: string) => {
    const record = { [name]: line, verdict: 'not-found', answers: [], error: problem };
    return { text: json ? jsonLine(record) : `${problem}\n`, problem };
  };
  const values = checkValues(command, { [name]: line });
  if (!values.ok) return failed(values.problem);
  try {
    const reply = await command.run(values.value, sight, 1);
    const text = json ? reply.records.map(jsonLine).join('') : `${renderOneLine(reply)}\n`;
    return { text, problem: null };
  } catch (error) {
    return failed(failure(error, logger, `${command.name} failed`));
  }
}
