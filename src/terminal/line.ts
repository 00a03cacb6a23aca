import type { Command, Values } from '../commands.ts';
import { didYouMean, nearest } from './nearest.ts';
import { checkValues, mainOption, type Parsed, right, short, wrong } from './values.ts';

/** The words that belong to the shell itself, with what each is for. */
export const SHELL_WORDS = {
  more: 'the next page',
  back: 'the page before',
  context: 'the paragraph around a statement above: context 2',
  history: 'what was asked',
  exit: 'the end; quit and Ctrl-D too',
} as const;

/** What a line typed at the prompt asks for. */
export type Request =
  | { readonly kind: 'nothing' | 'more' | 'back' | 'history' | 'exit' }
  /** Which statement of the last reply, counted from 1. */
  | { readonly kind: 'context'; readonly which: number }
  | { readonly kind: 'command'; readonly command: Command; readonly values: Values };

/** The command that a line without a command's name is for. */
const DEFAULT = 'ask';

/**
 * Reads a line: `/quote Zelensky about: nato`, the same without the slash, a word of the shell, or a question as it is.
 * A line that only begins like a word of the shell ("back in March …") is a question.
 */
export function parseLine(line: string, commands: readonly Command[]): Parsed<Request> {
  const text = line.trim();
  if (text === '') return right({ kind: 'nothing' });
  const [, slash = '', first = '', rest = ''] = /^(\/?)(\S*)\s*(.*)$/s.exec(text) ?? [];
  const name = first.toLowerCase();
  const own = shellRequest(name, rest);
  if (own) return right(own);
  const command = commands.find((one) => one.name === name);
  if (command && (slash || rest === '' || command.options.length > 0))
    return commandRequest(command, rest, slash);
  const names = [...commands.map((one) => one.name), ...Object.keys(SHELL_WORDS)];
  const mistyped = rest === '' && nearest(name, names) !== null;
  const question = commands.find((one) => one.name === DEFAULT);
  if (slash || mistyped || !question) return wrong(unknownCommand(first, names));
  return commandRequest(question, text, '', false);
}

function unknownCommand(typed: string, names: readonly string[]): string {
  return `There is no command "${short(typed)}".${didYouMean(typed, names, '/') || ' Type /help for those there are.'}`;
}

function shellRequest(name: string, rest: string): Request | null {
  if (name === 'context' && /^\d{0,4}$/.test(rest)) return { kind: 'context', which: Number(rest || 1) };
  if (rest !== '') return null;
  if (name === 'quit') return { kind: 'exit' };
  return name === 'more' || name === 'back' || name === 'history' || name === 'exit' ? { kind: name } : null;
}

function commandRequest(command: Command, rest: string, slash: string, named = true): Parsed<Request> {
  const main = mainOption(command);
  if (rest !== '' && !main) return wrong(`${slash}${command.name} takes no words.`);
  const values = named ? readValues(command, rest) : right({ [main?.name ?? '']: rest });
  const checked = values.ok ? checkValues(command, values.value) : values;
  return checked.ok ? right({ kind: 'command', command, values: checked.value }) : checked;
}

// A word ends at a blank, but not within quotation marks. An apostrophe opens a quotation only before a word.
const WORDS = /'[^']*'(?!\S)|(?:"[^"]*"|“[^”]*”|\S)+/g;
const QUOTED = /^(?:"([^"]*)"|“([^”]*)”|'([^']*)')$/;

const unquoted = (text: string): string => {
  const found = QUOTED.exec(text);
  return found ? (found[1] ?? found[2] ?? found[3] ?? '') : text;
};

/**
 * The values of the options in a line. Bare words belong to the first option. An option is named as `about: nato` or
 * `--about nato`, and takes one word or a quotation; `about:` takes all the words up to the next option where the first
 * option already has its own, so that `Zelensky about: nato membership` reads as it is meant.
 */
function readValues(command: Command, rest: string): Parsed<Values> {
  const main = mainOption(command)?.name ?? '';
  // Everything is the one value then: a question may hold anything, marks and colons included.
  if (command.options.length === 1) {
    const own = rest.toLowerCase().startsWith(`${main}:`) ? rest.slice(main.length + 1).trim() : rest;
    return right(own === '' ? {} : { [main]: unquoted(own) });
  }
  const found = new Map<string, string[]>();
  let open: { readonly name: string; readonly greedy: boolean } | null = null;
  for (const [word] of rest.matchAll(WORDS)) {
    const named = namedOption(word, command);
    if (named && !named.ok) return named;
    if (named) {
      const { name, colon, value } = named.value;
      if (found.has(name)) return wrong(`The ${name} of ${command.name} is given twice.`);
      found.set(name, value === '' ? [] : [value]);
      const greedy: boolean = colon && (name === main || found.has(main));
      open = greedy || value === '' ? { name, greedy } : null;
      continue;
    }
    const name = open?.name ?? main;
    found.set(name, [...(found.get(name) ?? []), word]);
    if (!open?.greedy) open = null;
  }
  return right(Object.fromEntries([...found].map(([name, words]) => [name, unquoted(words.join(' '))])));
}

type Named = { readonly name: string; readonly colon: boolean; readonly value: string };

/** The option that a word names, with the value that is joined to it; null for a word that names none. */
function namedOption(word: string, command: Command): Parsed<Named> | null {
  const names = command.options.map(({ name }) => name);
  const [, dashed, , equal = ''] = /^--([a-z-]+)(=(.*))?$/is.exec(word) ?? [];
  if (dashed !== undefined) {
    const name = dashed.toLowerCase();
    if (names.includes(name)) return right({ name, colon: false, value: equal });
    return wrong(`${command.name} has no option --${short(dashed)}.${didYouMean(name, names, '--')}`);
  }
  const [, before = '', value = ''] = /^([a-z-]+):(.*)$/is.exec(word) ?? [];
  const name = before.toLowerCase();
  return names.includes(name) ? right({ name, colon: true, value }) : null;
}
