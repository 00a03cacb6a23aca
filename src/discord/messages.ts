import {
  type APIButtonComponentWithCustomId,
  type APIComponentInContainer,
  type APIContainerComponent,
  ButtonStyle,
  ComponentType,
  MessageFlags,
} from 'discord.js';
import type { Card, Reply, Run } from '../replies/reply.ts';
import { actionParts } from './actions.ts';
import { type Attachments, attachmentsOf, USUAL_SIZE } from './attachments.ts';
import { checkMessage, everyComponent, LIMITS, shareOut } from './limits.ts';
import { fitMarkdown, onOneLine, toBlockQuote, toMarkdown } from './markdown.ts';
import { choosingParts } from './menu.ts';
import { pickingParts } from './picking.ts';
import type { Query } from './query.ts';
import { questionLine } from './question-line.ts';
import type { Viewer } from './seal.ts';
import { ASK } from './shown.ts';
import { contextIds, menuId, type TurnerIds, turnerIds } from './state.ts';

/** A message as discord.js sends it. Nobody is ever pinged by one. */
export type Message = {
  readonly components: readonly [APIContainerComponent];
  readonly flags: number;
  readonly allowedMentions: { readonly parse: readonly [] };
  readonly files?: Attachments['files'];
};

/** Who sees a message: everybody where it stands, or the asker alone. */
export type Audience = 'everybody' | 'asker';

/** How an answer is shown: in a message of its own, or in place of the one that was clicked. */
export type Way = Audience | 'in-place';

/** Marks the words of an indirect statement: they are the article's. */
export const PARAPHRASE = "-# paraphrase, in the article's words";

/** What a reply without anything in it shows. */
const NOTHING = 'There is nothing to show.';

/** Components of a card with the separator above it: section, text, button, separator. */
const COMPONENTS_OF_A_CARD = 4;
/** A row with three buttons. */
const COMPONENTS_OF_PAGES = 4;
/** A prompt, a row, and the menu in it. */
const COMPONENTS_OF_A_MENU = 3;
/** The container, the lead, the question. */
const COMPONENTS_AROUND = 3;
/**
 * A reply as a message.
 *
 * @param reply - what to show; where it is longer than Discord takes, the long parts end in " […]"
 * @param query - the command and its options, for the buttons that turn the pages; null where there are none to turn
 * @param largest - how large a file may be, in bytes
 * @param trusted - whom it is for, where they may do what its buttons and its menu do
 * @throws RangeError where the message would overstep a limit of Discord all the same
 */
export function replyMessage(
  reply: Reply,
  query: Query | null,
  audience: Audience,
  largest: number = USUAL_SIZE,
  trusted: Viewer | null = null,
): Message {
  const turner = query === null ? null : pageTurner(reply, query);
  const attached = attachmentsOf(reply.files ?? [], largest);
  const extras = [
    ...attached.parts,
    ...(reply.picking ? pickingParts(reply.picking, trusted) : []),
    ...actionParts(reply.actions ?? [], trusted),
  ];
  const shown = reply.cards.slice(0, mostCards(reply, extras));
  const context = contextIds(
    shown.map(({ statement }) => statement),
    turner?.fits ? null : query,
  );
  const menu = reply.choosing && query !== null ? { ...menuId(query), choosing: reply.choosing } : null;
  const isCarried = turner?.fits || context.fits || menu?.fits;
  const { question: asked } = query?.command === ASK ? query.values : {};
  const question = isCarried ? null : questionLine(asked);
  const below = [
    ...(turner ? [turner.row] : []),
    ...(menu ? choosingParts(menu.choosing, menu.id) : []),
    ...extras,
  ];
  const end = question === null ? below : [...below, question];
  const lead = leadOf(reply, LIMITS.text - lengthOf(end));
  const left = LIMITS.text - lengthOf([...(lead === null ? [] : [textDisplay(lead)]), ...end]);
  const list = reply.lines.length === 0 ? [] : listText(reply.lines, listRoom(reply, left));
  const parts: APIComponentInContainer[] = [
    ...(lead === null ? [] : [textDisplay(lead)]),
    ...cardSections(shown, context.ids, left - lengthOf(list)),
    ...list,
  ];
  const isEmpty = parts.length === 0 && attached.parts.length === 0;
  const { files } = attached;
  return {
    ...message([...(isEmpty ? [textDisplay(NOTHING)] : parts), ...end], audience),
    ...(files.length === 0 ? {} : { files }),
  };
}

/** How much room a list may take: of what is left beside cards, a third. */
const listRoom = ({ cards }: Reply, left: number): number =>
  cards.length === 0 ? left : Math.floor(left / 3);

/** How many cards have room beside everything else: container, lead, pages, a menu of people and the question, and what is given. */
function mostCards(reply: Reply, extras: readonly APIComponentInContainer[]): number {
  const turner = reply.page === null ? 0 : COMPONENTS_OF_PAGES;
  const menu = reply.choosing === undefined ? 0 : COMPONENTS_OF_A_MENU;
  const around = COMPONENTS_AROUND + turner + menu + everyComponent(extras).length;
  return Math.max(0, Math.floor((LIMITS.components - around) / COMPONENTS_OF_A_CARD));
}

const lengthOf = (parts: readonly APIComponentInContainer[]): number =>
  parts.reduce((sum, part) => sum + ('content' in part ? part.content.length : 0), 0);

/** One line of our own in plain markdown: what went wrong, or why there is no answer. */
export function noticeMessage(markdown: string, audience: Audience): Message {
  return message([textDisplay(markdown)], audience);
}

function message(components: APIComponentInContainer[], audience: Audience): Message {
  const container: APIContainerComponent = { type: ComponentType.Container, components };
  checkMessage([container]);
  const flags = MessageFlags.IsComponentsV2 | (audience === 'asker' ? MessageFlags.Ephemeral : 0);
  return { components: [container], flags, allowedMentions: { parse: [] } };
}

/** The sentence on top. Below it, the cards need most of the room. */
function leadOf(reply: Reply, room: number): string | null {
  if (reply.lead === null) return null;
  const alone = reply.cards.length === 0 && reply.lines.length === 0;
  return fitMarkdown(reply.lead, alone ? room : Math.min(room, LIMITS.text / 4)) || null;
}

function cardSections(
  cards: readonly Card[],
  ids: readonly string[],
  room: number,
): APIComponentInContainer[] {
  return cardTexts(cards, room).flatMap((text, index): APIComponentInContainer[] => [
    ...(index === 0 ? [] : [{ type: ComponentType.Separator } as const]),
    {
      type: ComponentType.Section,
      components: [textDisplay(text)],
      accessory: button('Context', ids[index] ?? ''),
    },
  ]);
}

/** Each card's text. What is around the words comes first, the words share what is left. */
function cardTexts(cards: readonly Card[], room: number): readonly string[] {
  const frames = cards.map((card) => frameOf(card, Math.floor(room / cards.length)));
  const quotes = cards.map((card) => toBlockQuote(card.words));
  const spent = frames.reduce((sum, frame) => sum + frame.length, 0);
  const shares = shareOut(
    quotes.map((quote) => quote.length),
    room - spent,
  );
  return cards.map((card, index) => {
    const { above = [], below = [] } = frames[index] ?? {};
    const words = card.words.some((run) => run.text.trim() !== '')
      ? [fitMarkdown(card.words, shares[index] ?? 0, toBlockQuote)]
      : [];
    return [...above, ...words, ...below].filter((line) => line !== '').join('\n');
  });
}

type Frame = {
  readonly above: readonly string[];
  readonly below: readonly string[];
  readonly length: number;
};

/** The lines around a card's words, none of which may take the words' room: `room` is the whole card's. */
function frameOf(card: Card, room: number): Frame {
  const notes = card.notes ?? [];
  const above = [
    ...notes.map((note) => fitMarkdown(onOneLine(note), Math.floor((room * 0.3) / notes.length))),
    fitMarkdown(onOneLine(card.speaker), Math.floor(room * 0.15)),
    card.said === null ? '' : fitMarkdown(onOneLine([{ text: card.said }]), Math.floor(room * 0.15)),
  ];
  const below = [
    card.paraphrase ? PARAPHRASE : '',
    card.why === null ? '' : fitMarkdown(onOneLine([{ text: card.why }]), Math.floor(room * 0.1), smallPrint),
    sourceLine(card.source, Math.floor(room * 0.25)),
    ...alsoLines(card.also, Math.floor(room * 0.25)),
  ];
  // A line break after each line, the words' own included.
  const length = [...above, ...below].reduce((sum, line) => sum + line.length + 1, 1);
  return { above, below, length };
}

/** The source in small print. Where there is little room its link goes first, and then its end. */
function sourceLine(source: readonly Run[], max: number): string {
  const runs = onOneLine(source);
  const linked = smallPrint(runs);
  if (linked.length <= max) return linked;
  return fitMarkdown(
    runs.map(({ url: _, ...run }) => run),
    max,
    smallPrint,
  );
}

/** The sources of the same words, of which each gets its part of the room; a line that would only be a stump goes. */
function alsoLines(also: Card['also'], room: number): readonly string[] {
  return also.map((line) => sourceLine(line, Math.floor(room / also.length) - 1));
}

function smallPrint(runs: readonly Run[]): string {
  const text = toMarkdown(runs);
  return text.trim() === '' ? '' : `-# ${text}`;
}

/** The lines in one text; where they are too long together, the longest are cut. */
function listText(lines: readonly (readonly Run[])[], room: number): APIComponentInContainer[] {
  const wanted = lines.map((line) => toMarkdown(line).length + 1);
  const shares = shareOut(wanted, room);
  const text = lines.map((line, index) => fitMarkdown(line, (shares[index] ?? 1) - 1)).join('\n');
  return text.trim() === '' ? [] : [textDisplay(text)];
}

/** Previous, "2 / 4", Next, and whether they hold the query; null where there is one page only. */
function pageTurner(
  reply: Reply,
  query: Query,
): { readonly row: APIComponentInContainer; readonly fits: boolean } | null {
  if (reply.page === null || reply.page.of < 2) return null;
  const { number, of } = reply.page;
  const ids: TurnerIds = turnerIds(query, number);
  const place = { ...button(`${number} / ${of}`, ids.place), disabled: true };
  if (!ids.fits) return { row: { type: ComponentType.ActionRow, components: [place] }, fits: false };
  const previous = { ...button('Previous', ids.previous), disabled: number <= 1 };
  const next = { ...button('Next', ids.next), disabled: number >= of };
  return { row: { type: ComponentType.ActionRow, components: [previous, place, next] }, fits: true };
}

function textDisplay(content: string): { type: ComponentType.TextDisplay; content: string } {
  return { type: ComponentType.TextDisplay, content };
}

function button(label: string, customId: string): APIButtonComponentWithCustomId {
  return { type: ComponentType.Button, style: ButtonStyle.Secondary, label, custom_id: customId };
}
