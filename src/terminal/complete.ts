import type { Sight } from '../archive/archive.ts';
import type { Command, Option } from '../commands.ts';
import { SHELL_WORDS } from './line.ts';

/** What Tab offers, and the end of the line that it stands in for: what node:readline asks for. */
export type Completion = [offers: string[], typed: string];

/**
 * Completes the line up to the cursor: the name of a command, the name of an option, or a value that the option offers.
 */
export function complete(line: string, commands: readonly Command[], sight: Sight): Completion {
  const [, slash = '', first = '', rest] = /^\s*(\/?)(\S*)(?:\s+(.*))?$/s.exec(line) ?? [];
  if (rest === undefined) {
    const names = [...commands.map(({ name }) => name), ...(slash ? [] : Object.keys(SHELL_WORDS))];
    return [beginning(names, first).map((name) => `${slash}${name} `), `${slash}${first}`];
  }
  const command = commands.find(({ name }) => name === first.toLowerCase());
  return command ? completeValue(command, rest, sight) : [[], line];
}

// The last option that is named in the line, as `--name` or `name:`, and all that stands behind it.
const LAST_OPTION = /(?:^|\s)(?:--([a-z-]+)[=\s]\s*|([a-z-]+):\s*)((?:(?!--)[^:])*)$/is;

function completeValue(command: Command, rest: string, sight: Sight): Completion {
  const [, dashed, before, typed = ''] = LAST_OPTION.exec(rest) ?? [];
  const name = (dashed ?? before)?.toLowerCase();
  const named = command.options.find((option) => option.name === name);
  if (named) return [offers(named, typed, sight), typed];
  const lastWord = /\S*$/.exec(rest)?.[0] ?? '';
  const begun = lastWord.startsWith('--') ? lastWord.slice(2) : lastWord;
  const others = command.options.slice(1).filter((option) => !rest.includes(`${option.name}:`));
  const names =
    rest.trim() !== lastWord || lastWord.startsWith('--')
      ? beginning(
          others.map((o) => o.name),
          begun,
        )
      : [];
  if (names.length > 0) return [names.map((option) => `${option}: `), lastWord];
  const [main] = command.options;
  return main ? [offers(main, rest, sight), rest] : [[], rest];
}

/**
 * What an option offers for the text typed so far. Where nothing that it offers begins with that text ("zel" for
 * "Volodymyr Zelensky") only the best is offered: readline could not put several of them in its place.
 */
function offers(option: Option, typed: string, sight: Sight): string[] {
  const suggested = option.suggest?.(typed, sight) ?? [];
  // Only a library of somebody's own is looked into with a promise, and there is none in the terminal.
  const values = option.choices ?? ('then' in suggested ? [] : suggested.map(({ value }) => value));
  const begun = beginning(values, typed);
  return begun.length > 0 || option.choices ? begun : values.slice(0, 1);
}

const beginning = (names: readonly string[], typed: string): string[] =>
  names.filter((name) => name.toLowerCase().startsWith(typed.toLowerCase()));
