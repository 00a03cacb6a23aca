import pc from 'picocolors';
import type { Card, Choosing, Reply, Run } from '../replies/reply.ts';
import type { Look } from './look.ts';
import { oneLine, plainText } from './plain-text.ts';
import { columns, wrap } from './wrap.ts';

const QUOTE_MARK = '> ';
const PARAPHRASE = "paraphrase, in the article's words";

type Style = (text: string) => string;
type Piece = { readonly text: string; readonly style: Style };
type Colours = ReturnType<typeof pc.createColors>;

/**
 * A reply as text, with a line break at its end. In order: the lead; each card (what a check found, speaker and role, when and where, the
 * words as a block quote, how the speaker was told, the sources), with a blank line between cards; the lines of a list; those
 * between whom the question doesn't tell, with how to ask; which page it is. Without
 * colours the words stand verbatim, and nothing marks those that match.
 */
export function renderReply(reply: Reply, look: Look): string {
  const colours = pc.createColors(look.colour);
  const blocks = [
    ...(reply.lead ? [renderRuns(reply.lead, look, colours)] : []),
    ...reply.cards.map((card) => renderCard(card, look, colours)),
    ...(reply.lines.length > 0
      ? [reply.lines.map((line) => renderRuns(line, look, colours, '', '  ')).join('\n')]
      : []),
    ...(reply.choosing ? [renderChoosing(reply.choosing, look, colours)] : []),
    ...(reply.page ? [colours.dim(pageLine(reply.page))] : []),
  ];
  return `${blocks.join('\n\n')}\n`;
}

/** A reply on one line: the lead, then the first card where there is one, otherwise the lines. */
export function renderOneLine(reply: Reply): string {
  const parts = [
    textOf(reply.lead ?? []),
    ...reply.cards.slice(0, 1).map(cardLine),
    ...(reply.cards.length === 0 ? reply.lines.map(textOf) : []),
  ];
  return parts.filter((part) => part !== '').join(' ');
}

function cardLine(card: Card): string {
  const who = [textOf(card.speaker), card.said === null ? '' : oneLine(card.said)].filter(
    (part) => part !== '',
  );
  const words = card.paraphrase ? `${textOf(card.words)} (${PARAPHRASE})` : textOf(card.words);
  const notes = (card.notes ?? []).map((note) => `${textOf(note)} `).join('');
  return `${notes}${who.join(', ')}: ${words} - ${textOf(card.source)}`;
}

const pageLine = ({ number, of }: { number: number; of: number }): string => {
  const next = number < of ? " — type 'more' for the next" : " — type 'back' for the one before";
  return `page ${number} of ${of}${next}`;
};

function renderCard(card: Card, look: Look, colours: Colours): string {
  const quote = colours.dim(QUOTE_MARK);
  const small = (runs: readonly Run[]) => renderPieces(pieces(runs, colours, colours.dim), look, '', '');
  return [
    ...(card.notes ?? []).map((note) => renderRuns(note, look, colours)),
    renderRuns(card.speaker, look, colours),
    ...(card.said === null ? [] : [renderRuns([{ text: card.said }], look, colours)]),
    renderPieces(pieces(card.words, colours), look, quote, quote),
    ...(card.paraphrase ? [small([{ text: PARAPHRASE }])] : []),
    ...(card.why === null ? [] : [small([{ text: card.why }])]),
    small(card.source),
    ...card.also.map(small),
  ].join('\n');
}

/** "Which Trump?", a line for each person, and how to ask about one of them. */
function renderChoosing({ prompt, people }: Choosing, look: Look, colours: Colours): string {
  const [first] = people;
  const lines: readonly (readonly Run[])[] = [
    [{ text: prompt }],
    ...people.map(({ name, about }): readonly Run[] => [
      { text: '- ' },
      { text: name, bold: true },
      { text: `, ${about}` },
    ]),
    [{ text: `Ask again with the full name, such as “${first?.name ?? ''}”.` }],
  ];
  return lines.map((line) => renderRuns(line, look, colours, '', '  ')).join('\n');
}

function renderRuns(runs: readonly Run[], look: Look, colours: Colours, first = '', next = ''): string {
  return renderPieces(pieces(runs, colours), look, first, next);
}

function pieces(runs: readonly Run[], colours: Colours, rest: Style = String): readonly Piece[] {
  return runs.flatMap((run): Piece[] => {
    const style = run.bold || run.change === 'inserted' ? colours.bold : rest;
    const text = { text: withMarks(plainText(run.text), run.change), style };
    return run.url === undefined ? [text] : [text, { text: ` ${address(run.url)}`, style: colours.cyan }];
  });
}

// A space within an address would end it early where a terminal makes a link of it.
const address = (url: string): string => plainText(url).replace(/\s/g, '%20');

/** Words of a difference between the marks of wdiff, so that it is told without colours as well. */
function withMarks(text: string, change: Run['change']): string {
  if (change === undefined) return text;
  const [open, close] = change === 'deleted' ? ['[-', '-]'] : ['{+', '+}'];
  return text.replace(
    /^(\s*)(.*?)(\s*)$/s,
    (_, before, words, after) => `${before}${open}${words}${close}${after}`,
  );
}

const textOf = (runs: readonly Run[]): string =>
  oneLine(
    runs
      .map(({ text, url, change }) => withMarks(text, change) + (url === undefined ? '' : ` ${address(url)}`))
      .join(''),
  );

/** Wraps the pieces as one text, with `first` before the first line and `next` before the others. */
function renderPieces(parts: readonly Piece[], look: Look, first: string, next: string): string {
  const text = parts.map((piece) => piece.text).join('');
  const prefix = Math.max(...[first, next].map((mark) => columns(plainText(mark))));
  const lines = wrap(text, look.width === null ? null : look.width - prefix);
  return lines.map(([start, end], i) => (i === 0 ? first : next) + cut(parts, start, end)).join('\n');
}

/** The characters `[start, end)` of the pieces' text, each in its own style. */
function cut(parts: readonly Piece[], start: number, end: number): string {
  let offset = 0;
  return parts
    .map(({ text, style }) => {
      const within = text.slice(Math.max(0, start - offset), Math.max(0, end - offset));
      offset += text.length;
      return within === '' ? '' : style(within);
    })
    .join('');
}
