import { expect, it } from 'vitest';
import { parseCall } from '../../src/terminal/call.ts';
import { usage } from '../../src/terminal/usage.ts';
import { ASK, COMMANDS, QUOTE, SPEAKERS } from './stand-ins.ts';

/** The task of a call, or what is wrong with it. */
function read(...words: readonly string[]): unknown {
  const parsed = parseCall(words, COMMANDS);
  return parsed.ok ? parsed.value.task : parsed.problem;
}

it('reads a command with its words and options, wherever they stand', () => {
  const values = { speaker: 'Mark Rutte', about: 'nato', kind: 'direct' };
  const task = { kind: 'command', command: QUOTE, values };
  expect(read('quote', 'Mark', 'Rutte', '--about', 'nato', '--kind=Direct')).toEqual(task);
  expect(read('--about=nato', 'quote', '--kind', 'direct', '--speaker', 'Mark Rutte')).toEqual(task);
  expect(read('ask', 'who', 'said', 'that')).toMatchObject({
    command: ASK,
    values: { question: 'who said that' },
  });
  expect(read('speakers')).toEqual({ kind: 'command', command: SPEAKERS, values: {} });
});

it('reads standard input for ask without a question, starts a face without a command', () => {
  expect(read('ask')).toEqual({ kind: 'each-line', command: ASK });
  expect(read()).toEqual({ kind: 'face' });
  expect(read('extract', 'a.txt', 'b.md')).toEqual({ kind: 'extract', files: ['a.txt', 'b.md'] });
  expect(read('-h')).toEqual({ kind: 'usage', command: null });
  expect(read('quote', '--help')).toEqual({ kind: 'usage', command: 'quote' });
  expect(read('--version')).toEqual({ kind: 'version' });
});

it('reads the folders of articles and the wish for JSON', () => {
  const parsed = parseCall(['ask', '--json', '--articles', 'a', '--articles', 'b'], COMMANDS);
  expect(parsed).toMatchObject({ value: { json: true, articles: ['a', 'b'] } });
});

it.each([
  [['qoute', 'Rutte'], 'There is no command "qoute". Did you mean on-record quote?'],
  [['who said that'], 'There is no command "who said that". There are ask, quote, speakers, extract.'],
  [['quote'], 'quote needs a speaker.'],
  [['quote', ' '], 'quote needs a speaker.'],
  [['ask', ''], 'ask needs a question.'],
  [['quote', 'Rutte', '--kind', 'loud'], '"loud" is no kind of quote; it is one of direct, mixed, indirect.'],
  [['quote', 'Rutte', '--jsn'], 'There is no option --jsn. Did you mean --json?'],
  [['quote', 'Rutte', '-x'], 'There is no option -x.'],
  [['ask', 'who', '--kind', 'direct'], 'ask has no option --kind.'],
  [['speakers', 'all'], 'speakers takes no words.'],
  [['quote', 'Rutte', '--speaker', 'Waltz'], 'The speaker of quote is given twice.'],
  [['extract'], 'extract needs a FILE.'],
  [['ask', 'who', '--articles'], "Option '--articles <value>' argument missing."],
  [['--json'], '--json goes with a command.'],
  [['--about', 'nato'], '--about goes with a command.'],
])('says in one sentence what is wrong with %j', (words, problem) => {
  expect(read(...words)).toBe(problem);
});

it('writes the usage from the commands’ definitions', () => {
  const whole = usage(COMMANDS, null);
  expect(whole).toMatch(
    /^ {2}on-record ask \[QUESTION\] +Who said that\? \(without one: one question a line/m,
  );
  expect(whole).toMatch(/^ {2}on-record quote SPEAKER +What a speaker said$/m);
  expect(whole).toMatch(/--kind direct\|mixed\|indirect +words$/m);
  expect(whole).toContain('on-record extract FILE...');
  expect(usage(COMMANDS, 'quote')).not.toContain('ask');
});

it('has no command that is about a library of the asker’s own, nor tells of one', () => {
  const feeds = { ...SPEAKERS, name: 'feed list', needsLibrary: true } as const;
  const commands = [...COMMANDS, { ...ASK, name: 'add', needsLibrary: true } as const, feeds];
  const parsed = parseCall(['add', 'x'], commands);
  expect(parsed.ok ? null : parsed.problem).toMatch(/^There is no command "add"\./);
  expect(usage(commands, null)).not.toMatch(/\badd\b|feed/);
});
