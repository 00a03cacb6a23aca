import { readFullDate } from '../language/dates.ts';
import { readHtmlBlocks } from './html-blocks.ts';
import { parseDocument } from './html-document.ts';
import { oneLine } from './one-line.ts';

// RFC 822 with the four-digit years of RFC 2822, or ISO 8601, as far as the day; the zone is left out, so that the day stays as written.
const MAIL_DAY = /\b(\d{1,2})[ -]([A-Z][a-z]{2})[a-z]*[ -](\d{4}|\d{2})\b/;
const ISO_DAY = /^\s*(\d{4}-\d{2}-\d{2})(?!\d)/;

/** The day that a feed tells, YYYY-MM-DD; null where it tells none. */
export function readDay(told: string | undefined): string | null {
  if (told === undefined) return null;
  const day = ISO_DAY.exec(told)?.[1];
  if (day !== undefined) return isDay(day) ? day : null;
  const mail = MAIL_DAY.exec(told);
  if (!mail) return readFullDate(told);
  const time = Date.parse(`${mail[1]} ${mail[2]} ${mail[3]} UTC`);
  return Number.isNaN(time) ? null : new Date(time).toISOString().slice(0, 10);
}

function isDay(day: string): boolean {
  const time = Date.parse(day);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
}

const TAG_OR_ENTITY = /<[a-z/!]|&[#a-z0-9]+;/i;
const LONGEST_TITLE = 1000;

/** A title without the markup that many feeds put in it, in one line; null where nothing is left. */
export function readTitle(title: string | undefined): string | null {
  if (title === undefined) return null;
  const told = title.slice(0, LONGEST_TITLE);
  return oneLine(TAG_OR_ENTITY.test(told) ? (parseDocument(told).body.textContent ?? '') : told) || null;
}

/** How many characters a whole article has at least, in what is meant for the text and in what is meant for a summary. */
const LEAST = { text: 400, summary: 1500 } as const;
/** How much HTML is read as one article's: characters, tags, and tags within one another. */
const MOST = { characters: 300_000, tags: 20_000, depth: 500 } as const;
/** How many characters of its end are looked at. */
const END = 800;
// How a text ends that goes on elsewhere.
const GOES_ON =
  /(?:…|\.\.\.|\[\W*\])[\s\])»]*$|\b(?:continue|keep) reading\b.{0,120}$|\bread (?:more|the (?:full|rest|whole))\b.{0,120}$/is;
// What WordPress puts below each text.
const SEEN_FIRST = /\s*The post\s.{1,400}?\s(?:appeared first on|first appeared on)\s.{1,200}$/is;

/** The HTML of an item where it is a whole article and not only its beginning. */
export function wholeText(html: string | undefined, meantFor: keyof typeof LEAST): string | null {
  if (html === undefined || html.length < LEAST[meantFor] || isTooMuch(html)) return null;
  const text = html
    .replace(/<[^<>]*>/g, ' ')
    .replace(/&hellip;|&#8230;|&#x2026;/gi, '…')
    .replace(/\s+/g, ' ')
    .trim();
  const end = text.slice(-END).replace(SEEN_FIRST, '');
  return text.length < LEAST[meantFor] || GOES_ON.test(end) ? null : html;
}

/** Tags within which none of their own kind stands, or nothing does. */
const FLAT =
  /^(?:area|base|br|col|dd|dt|embed|hr|img|input|li|link|meta|option|p|param|rp|rt|source|td|th|tr|track|wbr)$/i;

/** Whether HTML would take long to parse: that grows with the square of the depth. */
function isTooMuch(html: string): boolean {
  if (html.length > MOST.characters) return true;
  let tags = 0;
  let depth = 0;
  for (const [, end, name = ''] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)/gi)) {
    tags += 1;
    if (!FLAT.test(name)) depth = Math.max(0, depth + (end === '' ? 1 : -1));
    if (tags > MOST.tags || depth > MOST.depth) return true;
  }
  return false;
}

/**
 * The text of an item's HTML, its paragraphs apart by an empty line, without the line that WordPress puts below.
 *
 * @throws Refusal where it is built too intricately
 */
export const readItemText = (html: string): string =>
  readHtmlBlocks(parseDocument(html).body)
    .map(({ text }) => text)
    .filter((text) => !SEEN_FIRST.test(` ${text.slice(0, END)}`))
    .join('\n\n');
