import type { Span } from '../articles/article.ts';
import { readingOf } from '../language/reading.ts';

/** A stretch of a paragraph between quotation marks. */
export type Quotation = {
  /** With its marks. */
  readonly outer: Span;
  /** Without them. */
  readonly inner: Span;
  /** False where the paragraph ends before the closing mark, as in a quotation over several paragraphs. */
  readonly closed: boolean;
};

/** The marks that may close what an opening mark opened. */
const CLOSERS: Readonly<Record<string, readonly string[]>> = {
  '“': ['”', '"', '“'],
  '"': ['"', '”'],
  '”': ['”'],
  '„': ['“', '”', '"'],
  '«': ['»'],
  '»': ['«'],
  '‹': ['›'],
  '›': ['‹'],
  "''": ["''"],
  '``': ["''", '``'],
  '‘': ['’'],
  '‚': ['‘', '’'],
  "'": ["'"],
};

const MARK = /''|``|[“”"„«»‹›‘’‚']/g;
const LETTER = /[\p{L}\p{N}]/u;
/** What may stand before a mark that opens. */
const BEFORE = /[\s([{—–\-:;/>…‘“«„'"]/;
/** Words that begin with an apostrophe: "’em", "rock ’n’ roll", "the ’90s". */
const ELIDED = /^(?:em|n|til|tis|twas|cause|bout|round|\d0s)(?![\p{L}\p{N}])/iu;

type Mark = {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  /** Whether it stands where an opening mark does. */
  readonly opens: boolean;
  /** Whether it stands where a closing mark does, so far as its neighbours tell. */
  readonly closes: boolean;
};

const isDouble = (mark: string): boolean => !['‘', '’', "'", '‚', '‹', '›'].includes(mark);

/**
 * The quotations of a paragraph, in order, none within another: “…”, "…", „…“, «…», ”…”, ''…'', and ‘…’ or '…' where they
 * stand as British papers use them; also where a mark is written as an HTML entity. A double mark left open reaches the next
 * opening mark of its kind (some papers open each sentence anew) or the end of the paragraph; a single one left open is an
 * apostrophe.
 */
export function findQuotations(text: string, span: Span): readonly Quotation[] {
  const reading = readingOf(text, span);
  const marks = findMarks(reading.text);
  return pair(reading.text, marks).map(({ outer, inner, closed }) => ({
    outer: [reading.startOf(outer[0]), reading.endOf(outer[1])],
    inner: [reading.startOf(inner[0]), reading.endOf(inner[1])],
    closed,
  }));
}

function findMarks(text: string): readonly Mark[] {
  return [...text.matchAll(MARK)].map(({ 0: mark, index }): Mark => {
    const to = index + mark.length;
    const before = text[index - 1] ?? ' ';
    const after = text[to] ?? ' ';
    const single = !isDouble(mark) && mark !== '‹' && mark !== '›';
    return {
      text: mark,
      from: index,
      to,
      opens: single ? singleOpens(text, mark, before, to) : doubleOpens(mark, before, after),
      closes: !single || singleCloses(before, after),
    };
  });
}

function doubleOpens(mark: string, before: string, after: string): boolean {
  if (mark === '„' || mark === '«' || mark === '‹') return true;
  if (mark === '»' || mark === '›') return /\s/.test(before) && /\S/.test(after);
  // “ closes in German; ” opens in Swedish
  if (mark === '“') return /[\s([{—–-]/.test(before) || !/[\s.,;:!?)\]]/.test(after);
  if (mark === '”') return /[\s(]/.test(before) && LETTER.test(after);
  return BEFORE.test(before) && /\S/.test(after);
}

/** A single mark opens where no letter stands before it and one stands after; it closes where no letter follows. */
function singleOpens(text: string, mark: string, before: string, to: number): boolean {
  if (mark === '’' || LETTER.test(before) || /[.,!?…]/.test(before)) return false;
  return /[\p{L}\p{N}“"[]/u.test(text[to] ?? ' ') && !ELIDED.test(text.slice(to, to + 6));
}

const singleCloses = (before: string, after: string): boolean =>
  !LETTER.test(after) && (/[.,!?…”")]/.test(before) || LETTER.test(before));

/** Finds which mark closes which, in one pass. */
function pair(text: string, marks: readonly Mark[]): readonly Quotation[] {
  const found: Quotation[] = [];
  const add = (open: Mark, inner: number, outer: number, closed: boolean) => {
    if (inner > open.to && text.slice(open.to, inner).trim() !== '')
      found.push({ outer: [open.from, outer], inner: [open.to, inner], closed });
  };
  const closing = findClosing(text, marks);
  let open: Mark | undefined;
  for (const [i, mark] of marks.entries()) {
    if (open === undefined) {
      if (mark.opens) open = mark;
    } else if (mark.opens && mark.text === open.text && isDouble(mark.text)) {
      const before = open.to + text.slice(open.to, mark.from).trimEnd().length;
      add(open, before, before, false);
      open = mark;
    } else if (CLOSERS[open.text]?.includes(mark.text) && mark.closes && !isPlural(text, mark, closing[i])) {
      add(open, mark.from, mark.to, true);
      open = undefined;
    } else if (
      mark.opens &&
      !isDouble(open.text) &&
      isDouble(mark.text) &&
      !closing[i]?.[open.text as "'" | '‘']
    ) {
      open = mark; // the single mark was an apostrophe
    }
  }
  if (open !== undefined && isDouble(open.text)) {
    const end = open.to + text.slice(open.to).trimEnd().length;
    add(open, end, end, false);
  }
  return found;
}

/** Which opening single marks a mark that surely closes, behind a full stop or comma, follows before another one opens. */
type Closing = { readonly "'": boolean; readonly '‘': boolean };

function findClosing(text: string, marks: readonly Mark[]): readonly Closing[] {
  const closing = new Array<Closing>(marks.length);
  let next: Closing = { "'": false, '‘': false };
  for (let i = marks.length - 1; i >= 0; i--) {
    const { text: mark, from, opens, closes } = marks[i] as Mark;
    closing[i] = next;
    const kind = mark === '’' ? '‘' : mark;
    if (kind !== "'" && kind !== '‘') continue;
    const surely = closes && mark !== '‘' && /[.,!?…”"]/.test(text[from - 1] ?? '');
    if (opens ? next[kind] : surely && !next[kind]) next = { ...next, [kind]: !opens };
  }
  return closing;
}

/** "the workers' turn": an apostrophe behind an s, where a mark that surely closes comes before the next one that opens. */
function isPlural(text: string, { text: mark, from }: Mark, closing: Closing | undefined): boolean {
  const closesLater = mark === "'" ? closing?.["'"] : mark === '’' && closing?.['‘'];
  return closesLater === true && /^s.\s\p{Ll}/u.test(text.slice(from - 1, from + 3));
}
