import { type HtmlElement, type HtmlNode, isElement, LINE_BREAK, walk } from './html-document.ts';
import { oneLine } from './one-line.ts';

/** A paragraph, a heading or a list's item of a page, as one line. */
export type HtmlBlock = {
  readonly text: string;
  readonly kind: 'paragraph' | 'heading' | 'item';
  /** How much of its text leads elsewhere, from 0 to 1. */
  readonly linked: number;
};

const BLOCKS = new Set(
  `ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CENTER DD DETAILS DIV DL DT FIELDSET FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR LI
  MAIN NAV OL P PRE SECTION SUMMARY TABLE TBODY TD TFOOT TH THEAD TR UL`.split(/\s+/),
);
const SKIPPED = new Set(
  `AUDIO BUTTON CANVAS DATALIST EMBED FIGCAPTION HEAD IFRAME INPUT LINK MAP MATH META NAV NOSCRIPT OBJECT OPTION RP RT SCRIPT SELECT STYLE SVG
  TEMPLATE TEXTAREA TITLE VIDEO`.split(/\s+/),
);

/** A table's cell with more characters holds text and not data. */
const LONG_CELL = 200;

/** What is gathered until a block ends. */
type Open = { text: string; linked: number };

/**
 * The blocks of a part of a page in their order: what stands between the borders of block elements, or between two line breaks in a row.
 * Captions, tables of data, and what isn't text are left out; quotation marks that a browser draws around `<q>` are in it.
 */
export function readHtmlBlocks(root: HtmlNode): readonly HtmlBlock[] {
  const blocks: HtmlBlock[] = [];
  let open: Open = { text: '', linked: 0 };
  const inside = { links: 0, quotes: 0, verbatim: 0, headings: 0, items: 0 };
  const count = (name: string, by: 1 | -1) => {
    if (name === 'A') inside.links += by;
    else if (name === 'Q') inside.quotes += by;
    else if (name === 'PRE') inside.verbatim += by;
    else if (/^H[1-6]$/.test(name)) inside.headings += by;
    else if (name === 'LI') inside.items += by;
  };
  const add = (text: string) => {
    open.text += text;
    if (inside.links > 0) open.linked += text.trim().length;
  };
  const close = () => {
    const kind = inside.headings > 0 ? 'heading' : inside.items > 0 ? 'item' : 'paragraph';
    const linked = Math.min(1, open.linked / Math.max(1, open.text.trim().length));
    for (const text of splitAtBreaks(open.text)) blocks.push({ text, kind, linked });
    open = { text: '', linked: 0 };
  };
  walk(
    root,
    (node) => {
      if (!isElement(node)) {
        if (node.nodeType === 3) add(textOf(node, inside.verbatim > 0));
        return false;
      }
      if (isSkipped(node)) return false;
      if (BLOCKS.has(node.nodeName)) close();
      count(node.nodeName, 1);
      if (node.nodeName === 'Q') add(inside.quotes % 2 === 1 ? '“' : '‘');
      return true;
    },
    (node) => {
      if (node.nodeName === 'Q') add(inside.quotes % 2 === 1 ? '”' : '’');
      if (BLOCKS.has(node.nodeName)) close();
      count(node.nodeName, -1);
    },
  );
  close();
  return blocks;
}

/** The text of a text node; a line's end is one only where lines are kept as they are. */
function textOf(node: HtmlNode, isVerbatim: boolean): string {
  const text = node.textContent ?? '';
  return (isVerbatim ? text : text.replace(/[\r\n]+/g, ' ')).replaceAll(LINE_BREAK, '\n');
}

function isSkipped(element: HtmlElement): boolean {
  const { nodeName } = element;
  if (SKIPPED.has(nodeName.toUpperCase())) return true;
  if (nodeName === 'SUP')
    return (
      /^[\s[(]*(?:\d{1,3}|[a-z]|note \d+|citation needed)?[\s\])]*$/i.test(wordsOf(element)) &&
      element.querySelector('a') !== null
    );
  if (nodeName === 'FIGURE') return element.querySelector('blockquote') === null;
  return nodeName === 'TABLE' && isData(element);
}

const wordsOf = (node: HtmlNode): string => node.textContent ?? '';

/** Whether a table is one of figures or names, and not a page's layout or a text in a frame. */
function isData(table: HtmlElement): boolean {
  for (const cell of table.querySelectorAll('td')) if (wordsOf(cell).trim().length > LONG_CELL) return false;
  return true;
}

/** Lines that end a sentence, and a first word after them that may begin one. */
const ENDED = /[.!?:…]["”’»)\]]*$/;

/**
 * The paragraphs of a text in which line breaks stand: between two in a row; and where there are no two in a row, between all of them
 * if each of the lines ends a sentence. Other line breaks are only for the look.
 */
function splitAtBreaks(text: string): readonly string[] {
  const paragraphs = text.split(/\n[^\S\n]*\n\s*/);
  const lines = text.split('\n').map(oneLine).filter(Boolean);
  const areParagraphs = paragraphs.length === 1 && lines.slice(0, -1).every((line) => ENDED.test(line));
  return (areParagraphs ? lines : paragraphs.map(oneLine)).filter(Boolean);
}
