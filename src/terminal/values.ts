import type { Command, Option, Values } from '../commands.ts';
import { oneLine } from './plain-text.ts';

/** What was asked for, or the sentence that says what is wrong with it. */
export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: string };

/** Wraps a value that is right. */
export const right = <T>(value: T): Parsed<T> => ({ ok: true, value });

/** Wraps a sentence about what is wrong. */
export const wrong = (problem: string): Parsed<never> => ({ ok: false, problem });

/** The option that takes the words which stand under no name. */
export const mainOption = (command: Command): Option | undefined => command.options[0];

/**
 * Checks the values of a call against the command's options: a required one must be there, a choice must be one of
 * those offered (in any case of letters), and nothing may be longer than it may be. Blanks around a value are dropped.
 */
export function checkValues(command: Command, given: Values): Parsed<Values> {
  const values: Record<string, string> = {};
  for (const option of command.options) {
    const typed = given[option.name]?.trim();
    if (!typed) {
      if (option.required || typed === '') return wrong(`${command.name} needs a ${option.name}.`);
      continue;
    }
    const value = option.choices ? choice(option.choices, typed) : typed;
    if (value === undefined) {
      const choices = (option.choices ?? []).join(', ');
      return wrong(`"${short(typed)}" is no ${option.name} of ${command.name}; it is one of ${choices}.`);
    }
    if (value.length > option.maxLength) {
      return wrong(`The ${option.name} of ${command.name} takes at most ${option.maxLength} characters.`);
    }
    values[option.name] = value;
  }
  return right(values);
}

const choice = (choices: readonly string[], typed: string): string | undefined =>
  choices.find((name) => name.toLowerCase() === typed.toLowerCase());

/** What a person typed, fit to be shown back in a message: on one line, at most 40 characters of it. */
export function short(typed: string): string {
  const line = oneLine(typed);
  return line.length <= 40 ? line : `${line.slice(0, 39)}…`;
}
