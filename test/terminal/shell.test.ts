import { PassThrough, Readable } from 'node:stream';
import { expect, it } from 'vitest';
import { createLogger } from '../../src/log.ts';
import { linesOf } from '../../src/terminal/lines.ts';
import { runCommand, runEachLine } from '../../src/terminal/run-call.ts';
import { pipedPrompt, runShell, typedPrompt } from '../../src/terminal/shell.ts';
import { ASK, COMMANDS, QUOTE, reply, SIGHT } from './stand-ins.ts';

const PLAIN = { colour: false, width: null };

/** Everything that a face needs, with what it wrote, complained about and logged. */
function stage(json = false) {
  const written: string[] = [];
  const complaints: string[] = [];
  const logged: string[] = [];
  const parts = {
    commands: COMMANDS,
    sight: SIGHT,
    context: (id: string) => reply({ lines: [[{ text: `around ${id}` }]] }),
    json,
    look: PLAIN,
    write: async (text: string) => void written.push(text),
    complain: (sentence: string) => void complaints.push(sentence),
    logger: createLogger('info', [], { write: (line) => void logged.push(line) }),
  };
  return { parts, written, complaints, logged };
}

const shellParts = ({ parts }: ReturnType<typeof stage>) => ({ ...parts, look: () => PLAIN });

async function shell(...lines: readonly string[]) {
  const staged = stage();
  const { written, logged } = staged;
  const worked = await runShell(pipedPrompt(Readable.from([lines.join('\n')])), shellParts(staged));
  return { worked, written, text: written.join(''), logged };
}

it('answers each line in order, and no line after exit', async () => {
  const { text, worked } = await shell('who?', '', 'speakers', 'exit', 'never');
  expect(text).toBe('asked: who?\n\nMark Rutte\nMichael Waltz\n\n');
  expect(worked).toBe(true);
});

it('turns the pages of the last reply, and shows what is around one of its statements', async () => {
  const { written } = await shell(
    'more',
    'quote Rutte',
    'context',
    'more',
    'more',
    'more',
    'back',
    'context 1',
    'context 2',
  );
  expect(written[0]).toBe('Nothing was asked yet.\n');
  expect(written[1]).toContain('page 1 of 3');
  expect(written[2]).toBe('around s1\n\n');
  expect(written[3]).toContain('{"speaker":"Rutte"} 2');
  expect(written[4]).toContain("page 3 of 3 — type 'back'");
  expect(written[5]).toBe('That was all.\n');
  expect(written[6]).toContain('page 2 of 3');
  expect(written[7]).toBe('around s2\n\n');
  expect(written[8]).toBe('Above are statements 1 to 1.\n');
});

it('lists what was asked', async () => {
  const { written } = await shell('who?', 'more', 'quote  Rutte', 'history');
  expect(written.at(-1)).toBe('1  who?\n2  quote Rutte\n');
});

it('goes on after a command that fails, with an id for the cause in the log', async () => {
  const { written, logged, worked } = await shell('ask boom', 'who?');
  const id = /Sorry, that went wrong\. The log has the cause under ([0-9a-f]{6})\./.exec(
    written[0] ?? '',
  )?.[1];
  expect(JSON.parse(logged[0] ?? '')).toMatchObject({ id, err: { message: 'the cause' } });
  expect(written[1]).toContain('asked: who?');
  expect(worked).toBe(false);
});

it('prompts a person, and ends when the input does', async () => {
  const [input, output] = [new PassThrough(), new PassThrough()];
  const staged = stage();
  const { written } = staged;
  const running = runShell(typedPrompt(input, output, COMMANDS, SIGHT), shellParts(staged));
  input.write('who?\n');
  input.end();
  await running;
  expect(written).toEqual(['asked: who?\n\n']);
  expect(String(output.read())).toBe('on record> on record> \n');
});

it('answers a call with all pages, or with the records as JSON', async () => {
  const { parts, written } = stage();
  expect(await runCommand(QUOTE, { speaker: 'Rutte' }, parts)).toBe(true);
  expect(written[0]?.match(/"Rutte"\} \d/g)).toEqual(['"Rutte"} 1', '"Rutte"} 2', '"Rutte"} 3']);
  expect(written[0]).not.toContain('page');
  const json = stage(true);
  await runCommand(QUOTE, { speaker: 'Rutte' }, json.parts);
  expect(json.written).toEqual(['{"n":1}\n{"n":2}\n{"n":3}\n']);
});

it('answers one line for each line that is not blank, also for one that fails', async () => {
  const input = () =>
    Readable.from(['\ufeffone\r\n\n', 'tw', 'o \u2028 lines\nboom\n   \n', `${'x'.repeat(61)}\nlast`]);
  const json = stage(true);
  expect(await runEachLine(ASK, input(), json.parts)).toBe(false);
  const records = json.written.map((line) => JSON.parse(line));
  expect(records.map(({ question }) => question)).toEqual([
    'one',
    'two \u2028 lines',
    'boom',
    'x'.repeat(61),
    'last',
  ]);
  expect(records[2]).toMatchObject({ answers: [], error: expect.stringContaining('went wrong') });
  expect(json.complaints).toHaveLength(2);
  const plain = stage();
  await runEachLine(ASK, input(), plain.parts);
  expect(plain.written).toHaveLength(5);
  expect(plain.written[0]).toBe('asked: one\n');
});

it('gives each line as soon as it has come', async () => {
  const input = new PassThrough();
  const lines = linesOf(input);
  input.write('one\ntw');
  expect((await lines.next()).value).toBe('one');
  input.end('o');
  expect((await lines.next()).value).toBe('two');
  expect((await lines.next()).done).toBe(true);
});
