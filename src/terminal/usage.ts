import type { Command, Option } from '../commands.ts';
import { EXTRACT, READS_LINES } from './call.ts';
import { offered } from './offered.ts';

type Row = readonly [left: string, right: string];

const OPTIONS: readonly Row[] = [
  ['    --articles DIR', 'the folder of articles; may be repeated (default: the built-in ones)'],
  ['    --json', 'JSON Lines on standard output, nothing else there'],
  ['-h, --help', 'this text, or that of one command'],
  ['    --version', 'the version'],
];

/** The usage text for the whole program, or for one command where `name` is that of one. */
export function usage(all: readonly Command[], name: string | null): string {
  const commands = offered(all);
  const one = commands.filter((command) => command.name === name);
  const shown = one.length > 0 ? one : commands;
  const rows = shown.flatMap((command) => commandRows(command));
  const whole: readonly Row[] =
    one.length > 0
      ? rows
      : [
          ['on-record', 'the bot where DISCORD_TOKEN is set, otherwise the same commands in the terminal'],
          ...rows,
          [`on-record ${EXTRACT} FILE...`, 'the quotes of the given article files'],
        ];
  const table = [...whole, ['', ''] as const, ...OPTIONS];
  const width = Math.max(...table.map(([left]) => left.length)) + 2;
  const lines = table.map(([left, right]) => `  ${left.padEnd(width)}${right}`.trimEnd());
  return ['Usage: on-record [COMMAND] [OPTIONS]', '', ...lines, ''].join('\n');
}

function commandRows(command: Command): readonly Row[] {
  const [main, ...others] = command.options;
  const called = main ? `${command.name} ${placeholder(command, main)}` : command.name;
  const fromInput =
    command.name === READS_LINES ? ' (without one: one question a line on standard input)' : '';
  return [
    [`on-record ${called}`, `${command.description}${fromInput}`],
    ...others.map((option): Row => [`    --${option.name} ${valueName(option)}`, option.description]),
  ];
}

const valueName = (option: Option): string => option.choices?.join('|') ?? option.name.toUpperCase();

const placeholder = (command: Command, main: Option): string =>
  main.required && command.name !== READS_LINES ? valueName(main) : `[${valueName(main)}]`;
