import { readFullDate } from '../language/dates.ts';
import { asRead } from '../language/reading.ts';
import type { Span } from './article.ts';
import { readDateline } from './dateline.ts';

/** What an article's own text tells about it, and which of its blocks are its body. */
export type Metadata = {
  readonly title: string | null;
  readonly outlet: string | null;
  readonly byline: string | null;
  readonly published: string | null;
  readonly url: string | null;
  readonly body: readonly Span[];
};

/** How many blocks from the top and from the bottom a byline, a date or an address may stand in. */
const EDGE = 4;
/** In how many blocks of the body's beginning a dateline may stand. */
const DATELINED = 3;

const NAME = String.raw`\p{Lu}[\p{L}'’.-]*`;
const BYLINE = new RegExp(
  String.raw`^(?:By|BY|by|Written by|Reported by|Author:|Words by)\s+((?:${NAME}|and|&|de|von|van|der|la|,|with|for)(?:[ ,]+(?:${NAME}|and|&|de|von|van|der|la|with|for|in))*)\.?$`,
  'u',
);
/** "Caliber.Az reports, referring to foreign media": the outlet that took the news over from another. */
const REPORTS = new RegExp(
  String.raw`(?:^|[,”"]\s)(${NAME}(?:\s${NAME}){0,4})\s(?:reports|reported|writes),?\s(?:referring to|with reference to|citing)\b`,
  'u',
);
const SOURCE_LINE =
  /^(?:Source|Outlet|Publication|Originally published (?:by|in|on)):?\s+(\p{Lu}[^.:]{1,60})$/u;
const ADDRESS = /^(?:(?:Source|URL|Link|Read more(?: at)?):?\s*)?<?(https?:\/\/[^\s<>]+)>?$/i;
const HEADING = /^#{1,6}\s+|\s+#+$/g;

/** A headline: not too long, and either without a full stop or in capitals, word for word, as headlines are. */
function isHeadline(line: string): boolean {
  if (line.length > 250) return false;
  if (!/[.,;:]["”’']?$/.test(line)) return true;
  const words = line.match(/\p{L}{4,}/gu) ?? [];
  return line.length <= 120 && words.length > 2 && words.every((word) => /^\p{Lu}/u.test(word));
}

/**
 * Tells title, byline, date, outlet and address from an article's blocks. The title is the first block where that reads
 * like a headline; a byline, a date or an address counts only in a block of its own near the top or the bottom.
 * What the text doesn't tell is null.
 */
export function readMetadata(text: string, blocks: readonly Span[]): Metadata {
  const words = (block: Span) => asRead(text, block);
  const first = blocks[0];
  const headline = first === undefined ? '' : words(first).replace(HEADING, '');
  const hasTitle = first !== undefined && blocks.length > 1 && isHeadline(headline);
  const read: { byline?: string; published?: string; url?: string; outlet?: string } = {};
  const body = blocks.filter((block, index) => {
    if (index === 0 && hasTitle) return false;
    if (index > EDGE && index < blocks.length - EDGE) return true;
    return !readEdge(words(block).trim(), read);
  });
  const dateline = body.slice(0, DATELINED).map((block) => readDateline(words(block)));
  const dated = dateline.find(({ published }) => published !== null);
  const signed = dateline.find(({ outlet }) => outlet !== null);
  return {
    title: hasTitle ? headline : null,
    byline: read.byline ?? null,
    published: read.published ?? dated?.published ?? null,
    url: read.url ?? null,
    outlet: read.outlet ?? signed?.outlet ?? findOutlet(body.map(words)),
    body,
  };
}

/** Whether a block at an edge is a byline, a date, an address or a source and nothing else; notes it in `read` then. */
function readEdge(
  line: string,
  read: { byline?: string; published?: string; url?: string; outlet?: string },
): boolean {
  if (line.length > 150) return false;
  const [byline, ...dated] = line.split(/\s+[|•·]\s+|\s+[–—]\s+/);
  const name = BYLINE.exec(byline ?? '')?.[1];
  const date = readFullDate(line) ?? (name ? readFullDate(dated.join(' ')) : null);
  const url = ADDRESS.exec(line)?.[1];
  const outlet = SOURCE_LINE.exec(line)?.[1];
  if (name) read.byline ??= name;
  if (date) read.published ??= date;
  if (url) read.url ??= url;
  if (outlet && !url) read.outlet ??= outlet;
  return Boolean(name || date || url || outlet);
}

/** The outlet that the body itself names as its own, or null. */
function findOutlet(body: readonly string[]): string | null {
  for (const paragraph of body) {
    const outlet = REPORTS.exec(paragraph)?.[1];
    if (outlet) return outlet;
  }
  return null;
}
