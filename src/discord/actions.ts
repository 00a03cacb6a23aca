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
import { isSealed, sealOf, type Viewer } from './seal.ts';

/** What a click on an action's button asks for. */
export type ActionClick = {
  readonly command: Command;
  readonly values: Values;
  readonly answers: Action['answers'];
  /** Whether it was shown to the one who clicks as somebody who may do what the command does. */
  readonly isTrusted: boolean;
};

/**
 * An action's custom_id, at most 100 characters: `a<place><answers><way><seal>:<query>.`
 *
 * - place: which button of the message it is, because a custom_id may stand in a message only once.
 * - answers: `i`n place or `x`, apart.
 * - way: `w` the query as it is, `z` packed (see packing.ts).
 * - seal: nothing, or what ties the query to somebody who may do it (see seal.ts).
 */
const ACTION_ID = /^a\d([ix])([wz])([\w-]{8}|):(.*)\.$/su;
const HEAD = 'a0xw:'.length;
const SEAL_LENGTH = 8;

/** An action's custom_id; null where what it is to be run with is too long for one. */
function actionId(
  { command, values, answers }: Action,
  place: number,
  trusted: Viewer | null,
): string | null {
  const text = writeQuery({ command, values });
  const seal = trusted === null ? '' : sealOf(text, trusted, SEAL_LENGTH);
  const room = LIMITS.customId - HEAD - seal.length - '.'.length;
  const [way, written] = text.length <= room ? ['w', text] : ['z', pack(text)];
  if (written.length > room) return null;
  return `a${place}${answers === 'in-place' ? 'i' : 'x'}${way}${seal}:${written}.`;
}

/**
 * What a click asks for, or null where the button is no action's, or its command takes it no more.
 *
 * @param commands - those that there are now: only what they take of values is read
 * @param viewer - who clicks, and where
 */
export function readAction(
  customId: string,
  commands: readonly Command[],
  viewer: Viewer,
): ActionClick | null {
  const [, answers, way, seal = '', written = ''] = ACTION_ID.exec(customId) ?? [];
  const text = way === 'z' ? unpack(written) : written;
  const found = way === undefined || text === null ? null : readQuery(text, commands);
  if (found === null) return null;
  const { command, query } = found;
  return {
    command,
    values: query.values,
    answers: answers === 'i' ? 'in-place' : 'apart',
    isTrusted: isSealed(text ?? '', viewer, seal),
  };
}

/**
 * The buttons of a reply's actions, at most five; one that couldn't tell what it is for can't be clicked.
 *
 * @param trusted - whom the reply is for, where they may do what its commands do; null where nobody is taken for that
 */
export function actionParts(actions: readonly Action[], trusted: Viewer | null): APIComponentInContainer[] {
  if (actions.length === 0) return [];
  const components = actions.slice(0, LIMITS.buttonsInRow).map((action, place) => {
    const id = actionId(action, place, trusted);
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
