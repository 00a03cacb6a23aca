import {
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
  type APIComponentInContainer,
  ButtonStyle,
  ComponentType,
} from 'discord.js';
import type { Command, Values } from '../commands.ts';
import type { Action } from '../replies/reply.ts';
import { clip, LIMITS } from './limits.ts';
import { onOneLine } from './markdown.ts';
import { pack, unpack } from './packing.ts';
import { readQuery, writeQuery } from './query.ts';

/** What a click on an action's button asks for. */
export type ActionClick = {
  readonly command: Command;
  readonly values: Values;
  readonly answers: Action['answers'];
};

/**
 * An action's custom_id, at most 100 characters: `a<place><answers><way>:<query>.`
 *
 * - place: which button of the message it is, because a custom_id may stand in a message only once.
 * - answers: `i`n place or `x`, apart.
 * - way: `w` the query as it is, `z` packed (see packing.ts).
 */
const ACTION_ID = /^a\d([ix])([wz]):(.*)\.$/su;
const HEAD = 'a0xw:'.length;

/** An action's custom_id; null where what it is to be run with is too long for one. */
function actionId({ command, values, answers }: Action, place: number): string | null {
  const text = writeQuery({ command, values });
  const room = LIMITS.customId - HEAD - '.'.length;
  const [way, written] = text.length <= room ? ['w', text] : ['z', pack(text)];
  return written.length > room ? null : `a${place}${answers === 'in-place' ? 'i' : 'x'}${way}:${written}.`;
}

/**
 * What a click asks for, or null where the button is no action's, or its command takes it no more.
 *
 * @param commands - those that there are now: only what they take of values is read
 */
export function readAction(customId: string, commands: readonly Command[]): ActionClick | null {
  const [, answers, way, written = ''] = ACTION_ID.exec(customId) ?? [];
  const text = way === 'z' ? unpack(written) : written;
  const found = way === undefined || text === null ? null : readQuery(text, commands);
  if (found === null) return null;
  const { command, query } = found;
  return { command, values: query.values, answers: answers === 'i' ? 'in-place' : 'apart' };
}

/** The buttons of a reply's actions, at most five; one that couldn't tell what it is for can't be clicked. */
export function actionParts(actions: readonly Action[]): APIComponentInContainer[] {
  if (actions.length === 0) return [];
  const components = actions.slice(0, LIMITS.buttonsInRow).map((action, place) => {
    const id = actionId(action, place);
    const button: APIButtonComponentWithCustomId = {
      type: ComponentType.Button,
      style: action.isDangerous ? ButtonStyle.Danger : ButtonStyle.Secondary,
      label: clip(onOneLine([{ text: action.label }])[0]?.text ?? '', LIMITS.buttonLabel),
      custom_id: id ?? `a${place}-`,
    };
    return id === null ? { ...button, disabled: true } : button;
  });
  const row: APIActionRowComponent<APIButtonComponentWithCustomId> = {
    type: ComponentType.ActionRow,
    components,
  };
  return [row];
}
