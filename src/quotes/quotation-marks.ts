import type { Span } from '../articles/article.ts';

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
const CLOSERS: Readonly<Record<string, string>> = {
  '“': '”"',
  '"': '"”',
  '„': '“”"',
  '«': '»',
  '»': '«',
  "''": "''",
  '‘': '’',
  "'": "'",
};

/** A single mark opens where no letter stands before it and one stands after; it closes where no letter follows. */
function singleMark(text: string, at: number): 'opens' | 'closes' | 'apostrophe' {
  const before = text[at - 1] ?? ' ';
  const after = text[at + 1] ?? ' ';
  const letter = /[\p{L}\p{N}]/u;
  if (!letter.test(before) && !/[.,!?…]/.test(before) && /[\p{L}\p{N}“"[]/u.test(after)) return 'opens';
  if (!letter.test(after) && (/[.,!?…”"]/.test(before) || letter.test(before))) return 'closes';
  return 'apostrophe';
}

const MARK = /''|[“”"„«»‘’']/g;

/** Whether a mark stands where an opening one does: white space or a bracket before it, a word behind it. */
function opens(text: string, mark: string, at: number): boolean {
  if (mark === '‘' || mark === "'") return singleMark(text, at) === 'opens';
  if (mark === '’' || mark === '”') return false;
  if (mark === '"' || mark === "''")
    return /^[\s([—–-]?\S$/.test((text[at - 1] ?? ' ') + (text[at + mark.length] ?? ' '));
  return mark !== '»' || !/\S/.test(text[at - 1] ?? ' ');
}

function closes(text: string, opened: string, mark: string, at: number): boolean {
  if (!(CLOSERS[opened] ?? '').includes(mark)) return false;
  return (opened !== '‘' && opened !== "'") || singleMark(text, at) === 'closes';
}

/** "the workers' turn": an apostrophe behind an s, where a mark that surely closes comes before the next one that opens. */
function isPlural(text: string, opened: string, at: number, end: number): boolean {
  if (isDouble(opened) || !/^s.\s\p{Ll}/u.test(text.slice(at - 1, at + 3))) return false;
  for (let i = at + 1; i < end; i++) {
    if (text[i] !== text[at]) continue;
    const way = singleMark(text, i);
    if (way === 'opens') return false;
    if (way === 'closes' && /[.,!?…]/.test(text[i - 1] ?? '')) return true;
  }
  return false;
}

/**
 * The quotations of a paragraph, in order, none within another: “…”, "…", „…“, «…», ''…'', and ‘…’ or '…' where they
 * stand as British papers use them. A double mark left open reaches the next opening mark of its kind (some papers open
 * each sentence anew) or the end of the paragraph; a single one left open is an apostrophe.
 */
export function findQuotations(text: string, [start, end]: Span): readonly Quotation[] {
  const found: Quotation[] = [];
  const add = (open: Mark, inner: number, outer: number, closed: boolean) => {
    if (inner > open.to) found.push({ outer: [open.from, outer], inner: [open.to, inner], closed });
  };
  let open: Mark | undefined;
  for (const match of text.slice(start, end).matchAll(MARK)) {
    const from = start + match.index;
    const mark: Mark = { text: match[0], from, to: from + match[0].length };
    const opening = opens(text, mark.text, from);
    if (open === undefined) {
      if (opening) open = mark;
    } else if (opening && mark.text === open.text && isDouble(mark.text)) {
      const before = open.to + text.slice(open.to, from).trimEnd().length;
      add(open, before, before, false);
      open = mark;
    } else if (closes(text, open.text, mark.text, from) && !isPlural(text, open.text, from, end)) {
      add(open, from, mark.to, true);
      open = undefined;
    } else if (opening && !isDouble(open.text) && isDouble(mark.text)) {
      open = mark; // the single mark was an apostrophe
    }
  }
  if (open !== undefined && isDouble(open.text)) add(open, end, end, false);
  return found;
}

type Mark = { readonly text: string; readonly from: number; readonly to: number };

const isDouble = (mark: string): boolean => mark !== '‘' && mark !== "'";
