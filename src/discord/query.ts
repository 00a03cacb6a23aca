import type { Command, Values } from '../commands.ts';

/** A command with the values of its options: what a page is a page of. */
export type Query = { readonly command: string; readonly values: Values };

/** Stands between a query's parts; in a part it becomes a space. */
const BETWEEN = '\u241f';

/** A query as a piece of a custom_id. */
export function writeQuery({ command, values }: Query): string {
  const parts = Object.entries(values).flatMap(([name, value]) =>
    value === undefined ? [] : [name, value.replaceAll(BETWEEN, ' ')],
  );
  return [command, ...parts].join(BETWEEN);
}

/** The query that {@link writeQuery} was given, where it is one that its command takes; otherwise null. */
export function readQuery(
  text: string,
  commands: readonly Command[],
): { readonly command: Command; readonly query: Query } | null {
  const [name, ...parts] = text.split(BETWEEN);
  const command = commands.find((candidate) => candidate.name === name);
  if (command === undefined || parts.length % 2 !== 0) return null;
  const values: Record<string, string> = {};
  for (let at = 0; at < parts.length; at += 2) {
    const [option, value = ''] = parts.slice(at, at + 2);
    if (option === undefined || !takes(command, option, value)) return null;
    values[option] = value;
  }
  const complete = command.options.every((option) => !option.required || values[option.name] !== undefined);
  return complete ? { command, query: { command: command.name, values } } : null;
}

/** The most characters of a value that is carried on. */
const LONGEST_CARRIED = 100;

/** Whether a command takes a value by that name: typed, filled into its form, or carried on. */
export function takes(command: Command, name: string, value: string): boolean {
  // Discord counts characters, of which a pair of code units is one.
  const length = [...value].length;
  if (command.carried?.includes(name)) return length <= LONGEST_CARRIED;
  const field = command.form?.fields.find((candidate) => candidate.name === name);
  if (field !== undefined && length <= field.maxLength) return true;
  const option = command.options.find((candidate) => candidate.name === name);
  return option !== undefined && length <= option.maxLength && (option.choices?.includes(value) ?? true);
}
