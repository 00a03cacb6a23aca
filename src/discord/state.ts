import type { Command } from '../commands.ts';
import { LIMITS } from './limits.ts';
import { pack, unpack } from './packing.ts';
import { type Query, readQuery, writeQuery } from './query.ts';

/** What a message of the bot tells of the answer in it. */
export type ShownState = {
  readonly command: Command;
  /** Without values where the message holds a statement and not what was asked. */
  readonly query: Query;
  readonly page: number;
  /** The id of the statement that stands first; null where none does. */
  readonly statement: string | null;
};

/** What a click on a button asks for. */
export type Click =
  | { readonly kind: 'context'; readonly statement: string }
  | { readonly kind: 'page'; readonly command: Command; readonly query: Query; readonly page: number };

/** The custom_ids of the buttons that turn pages; `fits` is false where a query is too long for all three of them. */
export type TurnerIds =
  | { readonly fits: true; readonly previous: string; readonly place: string; readonly next: string }
  | { readonly fits: false; readonly place: string };

/**
 * A page button's custom_id, at most 100 characters: `<way><button><page>:<text>.`
 *
 * - way: `w` the text is the whole query; `s` it is one of three slices of it, in the order of the buttons; `z` the same,
 *   but of the packed query (see packing.ts). `n` means that there is no query.
 * - button: `p`revious, `h`ere, `n`ext.
 * - page: the one to go to.
 * - The full stop keeps spaces at the end of a slice from being trimmed.
 */
const PAGE_ID = /^([wszn])([phn])(\d{1,5}):(.*)\.$/su;
/**
 * A context button's custom_id: `c:<statement>:<place>`, and where no buttons turn pages, `:<way><text>.` with the query behind
 * it: `w` the whole of it, `s` and `z` a slice, in the order of the cards.
 */
const CONTEXT_ID = /^c:([0-9a-z]{16}):\d{1,2}(?::([wsz])(.*)\.)?$/su;
/** A menu's custom_id, with the whole query where it is short enough. */
const MENU_ID = /^m:(?:w(.*)\.)?$/su;
const BUTTONS = ['p', 'h', 'n'] as const;

/**
 * The custom_ids of the "Context" buttons of a message's cards, which also hold the query, for what is said to the answer later.
 *
 * @param statements - the cards' statements
 * @param query - null where there is none, or other buttons hold it
 * @returns the ids, and whether the query fits into them
 */
export function contextIds(
  statements: readonly string[],
  query: Query | null,
): { readonly ids: readonly string[]; readonly fits: boolean } {
  // A custom_id may stand in a message only once, a statement more often: hence the place.
  const heads = statements.map((statement, place) => `c:${statement}:${place}`);
  const text = query === null ? '' : writeQuery(query);
  const rooms = heads.map((head) => LIMITS.customId - head.length - ':w.'.length);
  const idsOf = (way: string, parts: readonly string[]) => ({
    ids: heads.map((head, at) => (parts[at] === undefined ? head : `${head}:${way}${parts[at]}.`)),
    fits: true,
  });
  if (query === null) return { ids: heads, fits: false };
  if (text.length <= (rooms[0] ?? 0)) return idsOf('w', [text]);
  const slices = slice(text, rooms);
  if (slices !== null) return idsOf('s', slices);
  const packed = slice(pack(text), rooms);
  return packed === null ? { ids: heads, fits: false } : idsOf('z', packed);
}

/** The custom_id of the menu of people to choose from, and whether the query fits into it. */
export function menuId(query: Query): { readonly id: string; readonly fits: boolean } {
  const id = `m:w${writeQuery(query)}.`;
  return id.length <= LIMITS.customId ? { id, fits: true } : { id: 'm:', fits: false };
}

/** Whether a custom_id is that of a menu of people to choose from. */
export const isMenuId = (customId: string): boolean => MENU_ID.test(customId);

/**
 * What a message of the bot tells of its answer, or null where it tells nothing: it shows neither what was asked nor a
 * statement.
 *
 * @param customIds - every custom_id of the message, in the order in which they are shown
 * @param question - the question, where the message shows it
 * @param commands - those that there are now
 * @param asking - the name of the command that takes the question
 */
export function readShown(
  customIds: readonly string[],
  question: string | null,
  commands: readonly Command[],
  asking: string,
): ShownState | null {
  const text = carriedQuery(customIds);
  const asked = question === null ? null : writeQuery({ command: asking, values: { question } });
  const found = [text, asked]
    .map((one) => (one === null ? null : readQuery(one, commands)))
    .find((one) => one !== null);
  const place = customIds.map(readPageId).find((id) => id?.button === 'h');
  const page = Math.max(1, place?.page ?? 1);
  const statement = customIds.map((id) => CONTEXT_ID.exec(id)?.[1]).find((id) => id !== undefined) ?? null;
  if (found) return { ...found, page, statement };
  // What was said first can be asked about, even where what was asked had no room.
  const command = commands.find(({ name }) => name === asking);
  if (statement === null || command === undefined) return null;
  return { command, query: { command: asking, values: {} }, page, statement };
}

/** The query that a message's custom_ids hold, as it is written; null where they hold none. */
function carriedQuery(customIds: readonly string[]): string | null {
  const turner = customIds.map(readPageId).find((id) => id?.button === 'p');
  if (turner) return queryText(turner, customIds);
  const parts = customIds.map((id) => CONTEXT_ID.exec(id)).filter((match) => match?.[2] !== undefined);
  const joined = parts.map((match) => match?.[3] ?? '').join('');
  if (parts.length > 0) return parts[0]?.[2] === 'z' ? unpack(joined) : joined;
  return customIds.map((id) => MENU_ID.exec(id)?.[1]).find((text) => text !== undefined) ?? null;
}

/**
 * The custom_ids of the buttons below a page. Where the whole query fits into one, the clicked button's own id tells all;
 * otherwise it is spread over the three of them, if need be packed.
 */
export function turnerIds(query: Query, page: number): TurnerIds {
  const text = writeQuery(query);
  const pages = [Math.max(1, page - 1), page, page + 1];
  const head = (way: string, index: number) => `${way}${BUTTONS[index]}${pages[index]}:`;
  const roomOf = (index: number) => LIMITS.customId - head('w', index).length - 1;
  const rooms = BUTTONS.map((_, index) => roomOf(index));
  const ids = (way: string, parts: readonly string[]): TurnerIds => {
    const [previous = '', place = '', next = ''] = parts.map((part, index) => `${head(way, index)}${part}.`);
    return { fits: true, previous, place, next };
  };
  if (text.length <= Math.min(...rooms)) return ids('w', [text, '', text]);
  const slices = slice(text, rooms);
  if (slices !== null) return ids('s', slices);
  const packed = slice(pack(text), rooms);
  if (packed !== null) return ids('z', packed);
  return { fits: false, place: `${head('n', 1)}.` };
}

/**
 * What a click asks for, or null where the button isn't one of ours or is older than the commands.
 *
 * @param customId - the clicked button's
 * @param others - every custom_id of the message, the clicked one's too, in the order in which they are shown
 * @param commands - those that there are now: a query must still be one of theirs
 */
export function readClick(
  customId: string,
  others: readonly string[],
  commands: readonly Command[],
): Click | null {
  const statement = CONTEXT_ID.exec(customId)?.[1];
  if (statement !== undefined) return { kind: 'context', statement };
  const clicked = readPageId(customId);
  if (clicked === null || clicked.page < 1) return null;
  const text = queryText(clicked, others);
  const found = text === null ? null : readQuery(text, commands);
  return found === null ? null : { kind: 'page', ...found, page: clicked.page };
}

type PageId = { readonly way: string; readonly button: string; readonly page: number; readonly text: string };

function readPageId(customId: string): PageId | null {
  const match = PAGE_ID.exec(customId);
  if (match === null) return null;
  const [, way = '', button = '', page = '', text = ''] = match;
  return { way, button, page: Number(page), text };
}

function queryText(clicked: PageId, others: readonly string[]): string | null {
  if (clicked.way === 'w') return clicked.text;
  if (clicked.way === 'n') return null;
  const row = others.map(readPageId).filter((id) => id !== null);
  const order = row.map((id) => id.way + id.button).join(' ');
  if (order !== BUTTONS.map((button) => clicked.way + button).join(' ')) return null;
  const joined = row.map((id) => id.text).join('');
  return clicked.way === 'z' ? unpack(joined) : joined;
}

/** Cuts a text to fill the rooms in order, never within a surrogate pair; null where it is too long for them. */
function slice(text: string, rooms: readonly number[]): readonly string[] | null {
  let left = text;
  const slices = rooms.map((room) => {
    const splitsPair = /[\ud800-\udbff]$/.test(left.slice(0, room)) && left.length > room;
    const part = left.slice(0, splitsPair ? room - 1 : room);
    left = left.slice(part.length);
    return part;
  });
  return left === '' ? slices : null;
}
