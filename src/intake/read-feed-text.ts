import { isUtf8 } from 'node:buffer';
import { decodeBuffer, getEncoding } from 'encoding-sniffer';
import { Parser } from 'htmlparser2';
import { readFullDate } from '../language/dates.ts';
import type { Fetched } from './fetch.ts';

/**
 * A feed's text. A byte order mark decides its encoding, then what can only be UTF-8 (servers tell a wrong encoding more often than
 * text of another one happens to be valid UTF-8), then the media type, then the XML declaration (RFC 7303).
 */
export function decodeFeed({ bytes, charset }: Pick<Fetched, 'bytes' | 'charset'>): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const told = charset === null ? {} : { transportLayerEncodingLabel: charset };
  const encoding = getEncoding(buffer, { ...told, defaultEncoding: 'windows-1252' });
  const isOther = /^(?:utf-16|iso-2022)/i.test(encoding);
  const text =
    !isOther && isUtf8(buffer) ? buffer.toString('utf8') : decodeBuffer(buffer, { userEncoding: encoding });
  return text.replace(/^[\uFEFF\s]+/, '');
}

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

/** A title without the markup that many feeds put in it; null where nothing is left. */
export function readTitle(title: string | undefined): string | null {
  if (title === undefined) return null;
  const plain = TAG_OR_ENTITY.test(title) ? readItemText(title) : title;
  return plain.replace(/\s+/g, ' ').trim() || null;
}

/** How many characters a whole article has at least, in what is meant for the text and in what is meant for a summary. */
const LEAST = { text: 400, summary: 1500 } as const;
/** How many characters of its end are looked at. */
const END = 800;
// How a text ends that goes on elsewhere.
const GOES_ON =
  /(?:…|\.\.\.|\[\W*\])[\s\])»]*$|\b(?:continue|keep) reading\b.{0,120}$|\bread (?:more|on|the (?:full|rest|whole))\b.{0,120}$/is;
// What WordPress puts below each text.
const SEEN_FIRST = /\s*The post\s.{1,400}?\s(?:appeared first on|first appeared on)\s.{1,200}$/is;

/** The HTML of an item where it is a whole article and not only its beginning. */
export function wholeText(html: string | undefined, meantFor: keyof typeof LEAST): string | null {
  if (html === undefined || html.length < LEAST[meantFor]) return null;
  const text = html
    .replace(/<[^<>]*>/g, ' ')
    .replace(/&hellip;|&#8230;|&#x2026;/gi, '…')
    .replace(/\s+/g, ' ')
    .trim();
  const end = text.slice(-END).replace(SEEN_FIRST, '');
  return text.length < LEAST[meantFor] || GOES_ON.test(end) ? null : html;
}

const UNSEEN = new Set(
  'script style noscript template iframe object svg form button figure audio video'.split(' '),
);
const INLINE = new Set(
  'a abbr b bdi bdo big cite code del dfn em font i ins kbd mark q s samp small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);
const PARAGRAPH = '\n\n';
/** No article is nested deeper; and what is, takes time that grows with the square of its depth. */
const DEEPEST = 500;

/**
 * The text of an item's HTML, its paragraphs apart by an empty line; without pictures, scripts and the line that WordPress puts below.
 * It is read as a stream and not as a document, which takes a twentieth of the time.
 */
export function readItemText(html: string): string {
  const parts: string[] = [];
  let depth = 0;
  let unseen = 0;
  const parser = new Parser({
    onopentagname(name) {
      depth += 1;
      if (UNSEEN.has(name)) unseen += 1;
      if (name === 'br') parts.push('\n');
      else if (!INLINE.has(name)) parts.push(PARAGRAPH);
      if (depth > DEEPEST) parser.pause();
    },
    ontext(text) {
      if (unseen === 0) parts.push(text.replace(/\s+/g, ' '));
    },
    onclosetag(name) {
      depth -= 1;
      if (UNSEEN.has(name)) unseen -= 1;
      if (!INLINE.has(name) && name !== 'br') parts.push(PARAGRAPH);
    },
  });
  parser.write(html);
  parser.end();
  return parts
    .join('')
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.replace(/\s+/g, ' ').trim())
    .filter((paragraph) => paragraph !== '' && !SEEN_FIRST.test(` ${paragraph.slice(0, END)}`))
    .join(PARAGRAPH);
}
