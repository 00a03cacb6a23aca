import { type APIComponentInContainer, ComponentType } from 'discord.js';
import type { Command, Values } from '../commands.ts';
import type { Picking } from '../replies/reply.ts';
import { clip, LIMITS, within } from './limits.ts';
import { escapeMarkdown, onOneLine } from './markdown.ts';
import { takes } from './query.ts';
import { isSealed, sealOf, type Viewer } from './seal.ts';

/** A menu's custom_id: `p<seal>:<name of the value>:<command>`, see seal.ts; the seal may be nothing. */
const PICKING_ID = /^p([\w-]{8}|):([^:]+):([^:]+)$/u;
const SEAL_LENGTH = 8;

/**
 * A prompt and a menu of what may be picked.
 *
 * @param trusted - whom it is for, where they may do what its command does; null where nobody is taken for that
 * @throws RangeError where the names of the command and its value are too long for a custom_id
 */
export function pickingParts(
  { prompt, options, command, as }: Picking,
  trusted: Viewer | null,
): APIComponentInContainer[] {
  const shown = options
    .filter(({ value }) => value !== '' && value.length <= LIMITS.menuText)
    .slice(0, LIMITS.menuOptions);
  if (shown.length === 0) return [];
  const target = `${as}:${command}`;
  const custom_id = `p${trusted === null ? '' : sealOf(target, trusted, SEAL_LENGTH)}:${target}`;
  within('characters in a custom_id', custom_id.length, LIMITS.customId);
  const placeholder = clip(oneLine(prompt), LIMITS.placeholder);
  return [
    { type: ComponentType.TextDisplay, content: escapeMarkdown(placeholder) },
    {
      type: ComponentType.ActionRow,
      components: [
        {
          type: ComponentType.StringSelect,
          custom_id,
          placeholder,
          options: shown.map(({ label, about, value }) => ({
            label: clip(oneLine(label), LIMITS.menuText) || value,
            value,
            ...(oneLine(about) === '' ? {} : { description: clip(oneLine(about), LIMITS.menuText) }),
          })),
        },
      ],
    },
  ];
}

/** Whether a custom_id is that of a menu to pick from. */
export const isPickingId = (customId: string): boolean => PICKING_ID.test(customId);

/** What is to be run for what was picked, and whether the menu was made for the one who did; null where its command takes it no more. */
export function readPicked(
  customId: string,
  picked: string,
  commands: readonly Command[],
  viewer: Viewer,
): { readonly command: Command; readonly values: Values; readonly isTrusted: boolean } | null {
  const [, seal = '', as, name] = PICKING_ID.exec(customId) ?? [];
  const command = commands.find((candidate) => candidate.name === name);
  if (as === undefined || command === undefined || !takes(command, as, picked)) return null;
  const isComplete = command.options.every(({ name: option, required }) => !required || option === as);
  if (!isComplete) return null;
  return { command, values: { [as]: picked }, isTrusted: isSealed(`${as}:${name}`, viewer, seal) };
}

const oneLine = (text: string): string => (onOneLine([{ text }])[0]?.text ?? '').trim();
