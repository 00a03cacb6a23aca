import type { Command, Form, Option } from '../commands.ts';
import { LIMITS, within } from './limits.ts';

/** The option that commands have in Discord of their own: the answer is shown to the asker alone. */
export const PRIVATE = 'private';

/** Discord's own rule for the names of commands and options, without capitals, which it doesn't take either. */
const NAME = /^[-_'\p{Ll}\p{Lm}\p{Lo}\p{N}]+$/u;

/**
 * Makes sure that Discord takes a command.
 *
 * @throws Error that says what Discord wouldn't take about it
 */
export function checkCommand(command: Command): void {
  const { name, description, group, options, isPrivate, forMessage, form } = command;
  within('options', options.length + (isPrivate ? 0 : 1), LIMITS.options);
  if (group === undefined) checkNamed({ name, description }, 'a command');
  else checkGrouped(name, description, group);
  if (forMessage !== undefined) {
    if (forMessage.name.trim() === '') throw new Error('it needs a name in the menu of a message.');
    within('characters in the name of a command', forMessage.name.length, LIMITS.commandName);
  }
  for (const option of options) checkOption(option);
  if (form !== undefined) checkForm(form);
}

/** A command of a group has both names, and each of them keeps to the rules. */
function checkGrouped(name: string, description: string, group: string): void {
  const [first = '', second = '', ...more] = name.split(' ');
  if (more.length > 0) throw new Error(`"${name}" is no name for a command of a group.`);
  checkNamed({ name: first, description: group }, 'a group of commands');
  checkNamed({ name: second, description }, 'a command of a group');
}

function checkOption(option: Option): void {
  checkNamed(option, 'an option');
  if (option.name === PRIVATE) throw new Error(`the option "${PRIVATE}" is added to every command.`);
  within('characters in an option', option.maxLength, LIMITS.optionLength);
  within('choices', option.choices?.length ?? 0, LIMITS.choices);
  for (const choice of option.choices ?? []) {
    within('characters in a choice', choice.length, LIMITS.choiceName);
  }
}

function checkForm({ title, fields }: Form): void {
  if (title.trim() === '' || fields.length === 0) throw new Error('its form needs a title and a field.');
  within('characters in the title of a form', title.length, LIMITS.formTitle);
  within('fields in a form', fields.length, LIMITS.formFields);
  for (const { name, label, maxLength } of fields) {
    if (name === '' || label.trim() === '') throw new Error('each field of a form needs a name and a label.');
    within('characters in the name of a field', name.length, LIMITS.customId);
    within('characters in the label of a field', label.length, LIMITS.fieldLabel);
    within('characters in a field', maxLength, LIMITS.fieldLength);
  }
}

function checkNamed({ name, description }: Pick<Option, 'name' | 'description'>, what: string): void {
  if (!NAME.test(name)) throw new Error(`"${name}" is no name for ${what}.`);
  within(`characters in the name of ${what}`, name.length, LIMITS.commandName);
  if (description === '') throw new Error(`"${name}" needs a description.`);
  within('characters in a description', description.length, LIMITS.description);
}
