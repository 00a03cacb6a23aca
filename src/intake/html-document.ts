import { decodeBuffer } from 'encoding-sniffer';
import { parseHTML } from 'linkedom';
import { Refusal } from './refusal.ts';

/** What of the DOM is used here; linkedom's own types want those of a browser. */
export type HtmlNode = {
  /** 1 for an element, 3 for text. */
  readonly nodeType: number;
  /** In capitals, of an element. */
  readonly nodeName: string;
  readonly textContent: string | null;
  readonly parentNode: HtmlNode | null;
  readonly firstChild: HtmlNode | null;
  readonly nextSibling: HtmlNode | null;
};

export type HtmlElement = HtmlNode & {
  getAttribute(name: string): string | null;
  hasAttribute(name: string): boolean;
  querySelector(selector: string): HtmlElement | null;
  querySelectorAll(selector: string): Iterable<HtmlElement> & { readonly length: number };
  readonly attributes: Iterable<{ readonly name: string; readonly value: string }>;
  setAttribute(name: string, value: string): void;
  replaceWith(text: string): void;
  remove(): void;
};

export type HtmlDocument = HtmlElement & {
  readonly documentElement: HtmlElement | null;
  readonly body: HtmlElement;
};

export const isElement = (node: HtmlNode): node is HtmlElement => node.nodeType === 1;

/** The most elements of a page that is read; the longest live blogs have some 20,000. */
const MOST_ELEMENTS = 50_000;
/** Each sign that may begin a tag makes a piece of text of its own. */
const MOST_SIGNS = 200_000;
/** How deep they may stand within one another: hardly a page goes down to 50, and the time to find its text grows with the cube of this. */
const DEEPEST = 200;

/**
 * The text of HTML that came with a label of its encoding, or without: by its byte order mark, as UTF-8 where it can be nothing else
 * (many pages are labelled wrongly), and otherwise by the label of HTTP, that of the page, or as Windows-1252. Never throws.
 *
 * @param charset as HTTP told it
 */
export function decodeHtml(bytes: Uint8Array, charset: string | null): string {
  if (isUtf8(bytes)) return new TextDecoder('utf-8').decode(bytes);
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const label = charset?.trim().replace(/^["']|["']$/g, '');
  try {
    return decodeBuffer(buffer, label ? { transportLayerEncodingLabel: label } : {});
  } catch {
    return decodeBuffer(buffer, { userEncoding: 'windows-1252' });
  }
}

/** Whether bytes have more than ASCII in them, and that as UTF-8 has it; in long ones a few may be damaged. */
function isUtf8(bytes: Uint8Array): boolean {
  const isMarked = bytes[0] === 0xff || bytes[0] === 0xfe;
  if (isMarked) return false;
  let [good, bad, zeros] = [0, 0, 0];
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x80) {
      if (byte === 0) zeros++;
      continue;
    }
    const more = byte >= 0xf0 ? 3 : byte >= 0xe0 ? 2 : byte >= 0xc2 ? 1 : 0;
    let length = 0;
    while (length < more && ((bytes[at + 1 + length] ?? 0) & 0xc0) === 0x80) length++;
    if (more > 0 && length === more) good++;
    else bad++;
    at += length;
  }
  return good > 0 && bad * 100 <= good && zeros * 10 < bytes.length; // UTF-16 is full of them
}

/** Stands in the text of a parsed document where a line break does: a character that no text has. */
export const LINE_BREAK = '\ue000';

/**
 * HTML as a document with a body, whatever tags it leaves out. Names of attributes are in small letters, and each `<br>` is a
 * {@link LINE_BREAK} in the text, so that nothing that rearranges the document loses one.
 *
 * @throws Refusal where it has more elements, or deeper ones, than any page that a person made
 */
export function parseDocument(html: string): HtmlDocument {
  if (exceeds(html, /<[a-z]/gi, MOST_ELEMENTS) || exceeds(html, /</g, MOST_SIGNS)) throw tooMuch();
  let document = parse(html.replaceAll(LINE_BREAK, ' '));
  if (document.documentElement?.nodeName !== 'HTML' || !hasBody(document.documentElement)) {
    const inner = html.replace(/<!doctype[^>]*>|<\/?(?:html|head|body)(?:\s[^<>]*)?>/gi, '');
    document = parse(`<!DOCTYPE html><html><head></head><body>${inner}</body></html>`);
  }
  // not the document: its type, if it has one, has no sibling here
  if (document.documentElement && depthOf(document.documentElement) > DEEPEST) throw tooMuch();
  if (/\s[A-Z][A-Z-]*=/.test(html)) lowerAttributes(document);
  for (const lineBreak of [...document.querySelectorAll('br')]) lineBreak.replaceWith(LINE_BREAK);
  return document;
}

function lowerAttributes(document: HtmlDocument): void {
  for (const element of document.querySelectorAll('*')) {
    for (const { name, value } of [...element.attributes]) {
      const lower = name.toLowerCase();
      if (lower !== name && !element.hasAttribute(lower)) element.setAttribute(lower, value);
    }
  }
}

function exceeds(text: string, sign: RegExp, most: number): boolean {
  let count = 0;
  while (count <= most && sign.test(text)) count++;
  return count > most;
}

const parse = (html: string): HtmlDocument =>
  (parseHTML(html) as unknown as { readonly document: HtmlDocument }).document;

const tooMuch = () => new Refusal('That page is built too intricately to be read as an article.');

function hasBody(root: HtmlElement): boolean {
  for (let child = root.firstChild; child; child = child.nextSibling)
    if (child.nodeName === 'BODY') return child.firstChild !== null;
  return false;
}

function depthOf(root: HtmlNode): number {
  let [depth, deepest] = [0, 0];
  walk(
    root,
    () => {
      deepest = Math.max(deepest, ++depth);
      return true;
    },
    () => depth--,
  );
  return deepest;
}

/**
 * Goes through a node and all that is in it in the order of the text, without recursion, so that no depth is too great.
 *
 * @param enter whether to go into what is in the node
 * @param leave called for each node that was gone into, after all that is in it
 */
export function walk(
  root: HtmlNode,
  enter: (node: HtmlNode) => boolean,
  leave: (node: HtmlNode) => void,
): void {
  let node: HtmlNode | null = root;
  while (node) {
    const isIn: boolean = enter(node);
    if (isIn && node.firstChild) {
      node = node.firstChild;
      continue;
    }
    if (isIn) leave(node);
    while (node && node !== root && !node.nextSibling) {
      node = node.parentNode;
      if (node) leave(node);
    }
    node = node === root || !node ? null : node.nextSibling;
  }
}
