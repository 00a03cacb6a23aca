import { characterOf } from './entities.ts';
import type { Span } from './span.ts';

/**
 * A stretch of a text as a person reads it: HTML entities are the characters that they stand for, marks of Markdown and
 * HTML are gone, white space of any kind is a space, marks without width are gone. Every offset leads back to the text.
 */
export type Reading = {
  readonly text: string;
  /** Where a character of the reading begins in the text. */
  readonly startOf: (at: number) => number;
  /** Where the character before `at` ends in the text. */
  readonly endOf: (at: number) => number;
};

/** What reads otherwise than it is written; everything else is read as it stands. */
const ODD =
  /[&*_[<\\\p{Cc}\xa0\xad\u1680\u2000-\u200b\u200e\u200f\u2028-\u202f\u205f\u2060\u2066-\u2069\u3000\ufeff\p{Cs}]/u;

const TAG =
  '</?(?:p|br|div|blockquote|li|h[1-6]|a|b|i|u|q|em|strong|span|cite|sup|sub)(?:[\\s/][^<>]{0,300})?>';
const TARGET =
  '\\((?:https?://|www\\.|mailto:|/|#|[^()\\s]{1,80}\\.)[^()\\s]{0,500}(?:\\([^()\\s]{0,100}\\)[^()\\s]{0,100})?(?:\\s"[^"\\n]{0,200}")?\\)';

const ODDITIES = new RegExp(
  [
    '(?<entity>&(?:amp;){0,3}(?:#\\d{1,7}|#x[\\da-f]{1,6}|[a-z]{2,8}\\d{0,2});)',
    `(?<tag>${TAG})`,
    `(?<picture>!\\[[^\\[\\]\\n]{0,300}\\]${TARGET})`,
    `\\[(?<label>[^\\[\\]\\n]{1,300})\\](?<target>${TARGET})`,
    '(?<escape>\\\\(?=[*_"\'`#\\[\\]()!]))',
    '(?<emphasis>\\*+|_+)',
    '(?<fold>[\\r\\n][ \\t]*(?:>[ \\t]?)+)',
    '(?<space>[\\p{Cc}\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000])',
    '(?<nothing>[\\xad\\u200b\\u200e\\u200f\\u202a-\\u202e\\u2060\\u2066-\\u2069\\ufeff])',
    '(?<broken>\\p{Cs})',
  ].join('|'),
  'giu',
);

/** What stands at `[from, to)` and is read as `as`. */
type Edit = { readonly from: number; readonly to: number; readonly as: string };

/** Reads a stretch of a text as a person would. */
export function readingOf(text: string, [start, end]: Span): Reading {
  const stretch = text.slice(start, end);
  const edits = ODD.test(stretch) ? findEdits(stretch) : [];
  if (edits.length === 0) return { text: stretch, startOf: (at) => start + at, endOf: (at) => start + at };
  const { read, starts, ends } = applied(stretch, edits);
  return {
    text: read,
    startOf: (at) => start + (starts[at] ?? stretch.length),
    endOf: (at) => start + (at > 0 ? (ends[at - 1] ?? stretch.length) : 0),
  };
}

/**
 * The words of a text at a span as they are shown to a person: without entities, Markdown or HTML. Give it the paragraph
 * that the span lies in, so that a mark with only one half within the span is known as one.
 */
export function asRead(text: string, span: Span, paragraph: Span = span): string {
  const { text: read, startOf } = readingOf(text, paragraph);
  const from = firstAt(read.length, (at) => startOf(at) >= span[0]);
  const to = firstAt(read.length, (at) => startOf(at) >= span[1]);
  return read.slice(from, to).replace(/ {2,}/g, ' ').trim();
}

/** The least number up to `limit` from which on `holds` is true. */
function firstAt(limit: number, holds: (at: number) => boolean): number {
  let [low, high] = [0, limit];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

function applied(stretch: string, edits: readonly Edit[]) {
  const parts: string[] = [];
  const starts = new Int32Array(stretch.length);
  const ends = new Int32Array(stretch.length);
  let [at, length] = [0, 0];
  const keep = (to: number) => {
    parts.push(stretch.slice(at, to));
    while (at < to) {
      starts[length] = at;
      ends[length++] = ++at;
    }
  };
  for (const { from, to, as } of edits) {
    keep(from);
    parts.push(as);
    for (let k = 0; k < as.length; k++) {
      starts[length] = from;
      ends[length++] = to;
    }
    at = to;
  }
  keep(stretch.length);
  return { read: parts.join(''), starts: starts.subarray(0, length), ends: ends.subarray(0, length) };
}

function findEdits(stretch: string): readonly Edit[] {
  const edits: Edit[] = [];
  const emphases: Emphasis[] = [];
  ODDITIES.lastIndex = 0;
  for (let match = ODDITIES.exec(stretch); match; match = ODDITIES.exec(stretch)) {
    const { index: from } = match;
    const groups = match.groups as Oddity;
    const to = from + match[0].length;
    if (groups.emphasis) emphases.push({ mark: match[0], from, to });
    else if (groups.label) {
      edits.push({ from, to: from + 1, as: '' }, { from: from + 1 + groups.label.length, to, as: '' });
      ODDITIES.lastIndex = from + 1; // the label may hold marks of its own
    } else {
      const as = readAs(match[0], groups);
      if (as !== null) edits.push({ from, to, as });
    }
  }
  for (const edit of findEmphasis(stretch, emphases)) edits.push(edit);
  edits.sort((a, b) => a.from - b.from || a.to - b.to);
  let before = 0;
  return edits.filter(({ from, to }) => {
    if (from < before) return false; // within what another edit took
    before = to;
    return true;
  });
}

type Oddity = Readonly<
  Partial<Record<'entity' | 'tag' | 'label' | 'emphasis' | 'fold' | 'space' | 'broken', string>>
>;

function readAs(written: string, groups: Oddity): string | null {
  if (groups.entity) return characterOf(written);
  if (groups.tag) return /^<\/?(?:p|br|div|blockquote|li|h\d)/i.test(written) ? ' ' : '';
  if (groups.space || groups.fold) return ' ';
  return groups.broken ? '\ufffd' : '';
}

type Emphasis = { readonly mark: string; readonly from: number; readonly to: number };

/** The marks of Markdown's emphasis: `**Name**`, `_word_`; an asterisk or underscore that has no other half is none. */
function findEmphasis(stretch: string, marks: readonly Emphasis[]): readonly Edit[] {
  const letter = /[\p{L}\p{N}]/u;
  const edits: Edit[] = [];
  const open = new Map<string, Emphasis>();
  for (const mark of marks) {
    if (mark.mark.length > 3) continue;
    const before = stretch[mark.from - 1] ?? ' ';
    const after = stretch[mark.to] ?? ' ';
    const opening = open.get(mark.mark);
    if (opening && !/\s/.test(before) && !letter.test(after)) {
      edits.push({ ...opening, as: '' }, { ...mark, as: '' });
      open.delete(mark.mark);
    } else if (!letter.test(before) && !/\s/.test(after)) open.set(mark.mark, mark);
  }
  return edits;
}
