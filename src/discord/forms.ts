import {
  type APIModalInteractionResponseCallbackData,
  ComponentType,
  type ModalSubmitInteraction,
  TextInputStyle,
} from 'discord.js';
import type { Command, Field, Form, Values } from '../commands.ts';
import { clip, LIMITS } from './limits.ts';
import type { Way } from './messages.ts';
import { isSealed, sealOf, type Viewer } from './seal.ts';

/** How a form was opened, which its custom_id tells when it comes back. */
export type Opening = {
  readonly command: string;
  readonly way: Way;
  /** Whether whom it was shown to may do what the command does. */
  readonly isTrusted: boolean;
};

/** A form's custom_id: `f:<e|a|i><t|u><seal>:<command>`. */
const FORM_ID = /^f:([eai])([tu])([\w-]{16}):(.+)$/u;
const WAYS = { e: 'everybody', a: 'asker', i: 'in-place' } as const;

const SEAL_LENGTH = 16;

/** A command's form, with what was typed already in the fields by the same names. */
export function formOf(
  form: Form,
  typed: Values,
  opening: Opening,
  viewer: Viewer,
): APIModalInteractionResponseCallbackData {
  const { command, way, isTrusted } = opening;
  const how = `${way[0]}${isTrusted ? 't' : 'u'}`;
  return {
    custom_id: `f:${how}${sealOf(`${how}:${command}`, viewer, SEAL_LENGTH)}:${command}`,
    title: form.title,
    components: form.fields.map((field) => labelOf(field, typed[field.name])),
  };
}

function labelOf({ name, label, required, long, maxLength }: Field, typed: string | undefined) {
  return {
    type: ComponentType.Label as const,
    label,
    component: {
      type: ComponentType.TextInput as const,
      custom_id: name,
      style: long ? TextInputStyle.Paragraph : TextInputStyle.Short,
      required,
      max_length: maxLength,
      ...(typed === undefined ? {} : { value: clip(typed, Math.min(maxLength, LIMITS.fieldLength)) }),
    },
  };
}

/** How a form was opened that has come back from a person; null where it is none of ours. A broken seal takes the trust from it. */
export function readOpening(customId: string, viewer: Viewer): Opening | null {
  const [, letter, trust, seal = '', command = ''] = FORM_ID.exec(customId) ?? [];
  if (letter === undefined) return null;
  const isWhole = isSealed(`${letter}${trust}:${command}`, viewer, seal);
  return { command, way: WAYS[letter as keyof typeof WAYS], isTrusted: isWhole && trust === 't' };
}

/** What was filled into a command's form; what was left empty has no value. */
export function filledIn({ fields }: ModalSubmitInteraction, { form }: Command): Values {
  const filled = (form?.fields ?? []).flatMap(({ name, maxLength }) => {
    const field = fields.fields.get(name);
    const value = field?.type === ComponentType.TextInput ? field.value.trim() : '';
    return value === '' || [...value].length > maxLength ? [] : [[name, value] as const];
  });
  return Object.fromEntries(filled);
}
