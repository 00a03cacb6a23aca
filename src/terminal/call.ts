import { type ParseArgsConfig, parseArgs } from 'node:util';
import type { Command, Values } from '../commands.ts';
import { didYouMean } from './nearest.ts';
import { offered } from './offered.ts';
import { checkValues, mainOption, type Parsed, right, short, wrong } from './values.ts';

/** What the words of a call ask for. */
export type Call = {
  /** The folders of `--articles`; empty where none is named. */
  readonly articles: readonly string[];
  readonly json: boolean;
  readonly task:
    | { readonly kind: 'usage'; readonly command: string | null }
    | { readonly kind: 'version' }
    | { readonly kind: 'face' }
    | { readonly kind: 'extract'; readonly files: readonly string[] }
    | { readonly kind: 'command'; readonly command: Command; readonly values: Values }
    /** The command once for each line of standard input. */
    | { readonly kind: 'each-line'; readonly command: Command };
};

/** The command that reads standard input where a call names no question. */
export const READS_LINES = 'ask';

/** The subcommand that no command file defines: it works on files, without an archive. */
export const EXTRACT = 'extract';

const COMMON = {
  articles: { type: 'string', multiple: true },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
} as const satisfies ParseArgsConfig['options'];

/** Reads the words of a call, without the names of the program. */
export function parseCall(words: readonly string[], all: readonly Command[]): Parsed<Call> {
  const commands = offered(all);
  const optionNames = [...new Set(commands.flatMap(({ options }) => options.map(({ name }) => name)))];
  const split = splitWords(words, optionNames);
  if (!split.ok) return split;
  const { named, bare } = split.value;
  const { articles = [], json = false, help = false, version = false, ...rest } = named;
  const [name, ...words_] = bare;
  const call = (task: Call['task']): Parsed<Call> => right({ articles, json, task });

  if (version) return call({ kind: 'version' });
  if (help) return call({ kind: 'usage', command: name ?? null });
  const given = Object.keys(rest);
  if (name === undefined) {
    if (given[0] !== undefined) return wrong(`--${given[0]} goes with a command.`);
    return json ? wrong('--json goes with a command.') : call({ kind: 'face' });
  }
  if (name === EXTRACT) {
    if (given[0] !== undefined) return wrong(`extract has no option --${given[0]}.`);
    return words_.length === 0 ? wrong('extract needs a FILE.') : call({ kind: 'extract', files: words_ });
  }
  const command = commands.find((one) => one.name === name);
  if (!command) return wrong(unknownCommand(name, commands));
  const values = valuesOf(command, words_, rest);
  if (!values.ok) return values;
  if (command.name === READS_LINES && Object.keys(values.value).length === 0) {
    return call({ kind: 'each-line', command });
  }
  const checked = checkValues(command, values.value);
  return checked.ok ? call({ kind: 'command', command, values: checked.value }) : checked;
}

function unknownCommand(name: string, commands: readonly Command[]): string {
  const names = [...commands.map((command) => command.name), EXTRACT];
  const meant = didYouMean(name, names, 'on-record ');
  return `There is no command "${short(name)}".${meant || ` There are ${names.join(', ')}.`}`;
}

type Named = {
  readonly articles?: string[];
  readonly json?: boolean;
  readonly help?: boolean;
  readonly version?: boolean;
} & Record<string, unknown>;

function splitWords(
  words: readonly string[],
  optionNames: readonly string[],
): Parsed<{ named: Named; bare: readonly string[] }> {
  const own = Object.fromEntries(optionNames.map((name) => [name, { type: 'string' as const }]));
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      options: { ...own, ...COMMON },
      allowPositionals: true,
    });
    return right({ named: { ...values } as Named, bare: positionals });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return wrong(rewordProblem(message, [...optionNames, ...Object.keys(COMMON)]));
  }
}

// Node's message is a sentence about the option, then advice that doesn't fit this program.
function rewordProblem(message: string, names: readonly string[]): string {
  const unknown = /Unknown option '-{0,2}([^']*)'/.exec(message)?.[1];
  if (unknown === undefined) return `${message.split('\n')[0]?.replace(/\.?$/, '.')}`;
  const dashes = unknown.length === 1 ? '-' : '--';
  return `There is no option ${dashes}${short(unknown)}.${didYouMean(unknown, names, '--')}`;
}

function valuesOf(
  command: Command,
  words: readonly string[],
  named: Record<string, unknown>,
): Parsed<Values> {
  const main = mainOption(command);
  const stranger = Object.keys(named).find((name) => !command.options.some((option) => option.name === name));
  if (stranger !== undefined) return wrong(`${command.name} has no option --${stranger}.`);
  if (words.length === 0) return right(named as Values);
  if (!main) return wrong(`${command.name} takes no words.`);
  if (main.name in named) return wrong(`The ${main.name} of ${command.name} is given twice.`);
  return right({ ...named, [main.name]: words.join(' ') } as Values);
}
