import { readFullDate } from '../language/dates.ts';
import { asRead } from '../language/reading.ts';
import type { Span } from './article.ts';
import { readDateline } from './dateline.ts';
import type { FrontMatter } from './front-matter.ts';
import { readSourceLine } from './source-line.ts';

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
/** A day with its year and nothing else. */
const DAY = /^(?:\p{L}+day,? )?(?:\d{1,2} \p{Lu}\p{L}{2,8}\.?,? \d{4}|\p{Lu}\p{L}{2,8}\.? \d{1,2}, \d{4})$/u;
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
 *
 * @param matter what is known already, which isn't looked for: then the title is a first block with the very words of the known
 *   one and nothing else, and other fields take a block out of the body only where it repeats them
 */
export function readMetadata(text: string, blocks: readonly Span[], matter: FrontMatter = {}): Metadata {
  const words = (block: Span) => asRead(text, block);
  const parts = [...blocks.slice(0, EDGE).flatMap((block) => headLines(text, block)), ...blocks.slice(EDGE)];
  const first = parts[0];
  // Above its headline may stand where the text was printed.
  const isPrinted =
    first !== undefined && words(first) !== matter.title && readSourceLine(words(first).trim());
  const at = isPrinted && parts.length > 2 ? 1 : 0;
  const headline = parts[at];
  const title = headline ? titleOf(words(headline), parts.length, matter.title) : null;
  const read: Edge = {};
  const body = parts.filter((block, index) => {
    if (index === at && title !== null) return false;
    if (index > EDGE && index < parts.length - EDGE) return true;
    return !readEdge(words(block).trim(), read, matter, index <= EDGE);
  });
  const dateline = body.slice(0, DATELINED).map((block) => readDateline(words(block)));
  const dated = dateline.find(({ published }) => published !== null);
  const signed = dateline.find(({ outlet }) => outlet !== null);
  const told = <T>(known: T | undefined, find: () => T): T => (known === undefined ? find() : known);
  return {
    title: told(matter.title, () => title),
    byline: told(matter.byline, () => read.byline ?? null),
    published: told(matter.published, () => read.published ?? dated?.published ?? null),
    url: told(matter.url, () => read.url ?? null),
    outlet: told(matter.outlet, () => read.outlet ?? signed?.outlet ?? findOutlet(body.map(words))),
    body,
  };
}

/** The title where the first of so many blocks is it, with the words of that block; null where it is none. */
function titleOf(block: string, blocks: number, known: string | null | undefined): string | null {
  const headline = block.replace(HEADING, '');
  if (known === undefined) return blocks > 1 && isHeadline(headline) ? headline : null;
  return known !== null && (headline === known || block === known) ? headline : null;
}

/** A block in its lines where the last of them are a byline, a day or a source; what stands above them stays together. */
function headLines(text: string, [start, end]: Span): readonly Span[] {
  if (end - start > 600) return [[start, end]];
  const lines = [...text.slice(start, end).matchAll(/[^\r\n]+/g)].map(({ 0: line, index }) => ({
    from: start + index + line.length - line.trimStart().length,
    to: start + index + line.trimEnd().length,
  }));
  const count =
    lines.length - 1 - lines.findLastIndex(({ from, to }) => !isHeadLine(asRead(text, [from, to])));
  const heads = count === 0 ? [] : lines.slice(-count);
  const above = lines.at(-count - 1);
  if (heads.length === 0 || lines.length === 1) return [[start, end]];
  const kept: readonly Span[] = count === lines.length || !above ? [] : [[start, above.to]];
  return [...kept, ...heads.map(({ from, to }): Span => [from, to])];
}

/** Whether a line within others is one of those between a headline and its text: a byline, or where and when it was printed. */
export function isHeadLine(line: string): boolean {
  const told = line.trim();
  return told.length <= 150 && (BYLINE.test(told) || readSourceLine(told) !== null || DAY.test(told));
}

/** What is told by blocks at the edges. */
type Edge = { byline?: string; published?: string; url?: string; outlet?: string };

/**
 * Whether a block at an edge is a byline, a date, an address or a source and nothing else, and one that isn't known otherwise; notes it
 * in `read` then.
 */
function readEdge(line: string, read: Edge, matter: FrontMatter, isTop: boolean): boolean {
  if (line.length > 150) return false;
  const [byline, ...dated] = line.split(/\s+[|•·/]\s+|\s+[–—]\s+/);
  const name = BYLINE.exec(byline ?? '')?.[1];
  const source = isTop ? readSourceLine(name ? dated.join(', ') : line) : null;
  // One that names another outlet than is known is about something else.
  const isOther = source?.outlet && matter.outlet && source.outlet !== matter.outlet;
  if (isOther && !name) return false;
  const printed = isOther ? null : source;
  const date = printed?.published ?? readFullDate(line) ?? (name ? readFullDate(dated.join(' ')) : null);
  const url = ADDRESS.exec(line)?.[1];
  const outlet = printed?.outlet ?? SOURCE_LINE.exec(line)?.[1];
  const found = { byline: name, published: date, url, outlet: url ? undefined : outlet };
  let isNew = false;
  for (const [field, value] of Object.entries(found) as [keyof Edge, string | null | undefined][]) {
    const known = matter[field];
    if (!value || (known !== undefined && known !== value)) continue;
    read[field] ??= value;
    isNew = true;
  }
  return isNew;
}

/** The outlet that the body itself names as its own, or null. */
function findOutlet(body: readonly string[]): string | null {
  for (const paragraph of body) {
    const outlet = REPORTS.exec(paragraph)?.[1];
    if (outlet) return outlet;
  }
  return null;
}
