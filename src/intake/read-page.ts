import { Readability } from '@mozilla/readability';
import { composeText } from './compose-text.ts';
import type { Draft } from './draft.ts';
import { fileNameOf } from './draft-file.ts';
import type { Fetched } from './fetch.ts';
import { type HtmlBlock, readHtmlBlocks } from './html-blocks.ts';
import {
  decodeHtml,
  type HtmlDocument,
  type HtmlElement,
  type HtmlNode,
  parseDocument,
} from './html-document.ts';
import { impressionOf, whyNoArticle } from './no-article.ts';
import { oneLine } from './one-line.ts';
import { isFurniture, removeFurniture } from './page-furniture.ts';
import { type PageMetadata, readPageMetadata } from './page-metadata.ts';
import { Refusal } from './refusal.ts';

/**
 * The article of a web page: its words as they stand there, with what the page tells of it.
 *
 * @throws Refusal where it holds none, with what it holds instead as far as that can be told
 */
export const readPage = (fetched: Fetched): Draft => readHtml(fetched.bytes, fetched.charset, fetched.url);

/**
 * The same for HTML from anywhere.
 *
 * @param charset the encoding as whoever sent it told it
 * @param address null where it has none, as a file
 * @param file what it is called; null to call it by its address
 * @throws Refusal as above
 */
export function readHtml(
  bytes: Uint8Array,
  charset: string | null,
  address: string | null,
  file: string | null = null,
): Draft {
  const document = parseDocument(decodeHtml(bytes, charset));
  const page = readPageMetadata(document, address);
  const impression = impressionOf(document);
  const found = foundBlocks(document);
  const blocks = articleBlocks(found, page);
  const why = whyNoArticle(found, blocks, impression, page.isArticle);
  const told = why === null ? null : page.body;
  if (why !== null && told === null) throw new Refusal(why);
  const { title, outlet, byline, published, url } = page;
  const paragraphs = told ?? blocks.map(({ text }) => text);
  const text = composeText({
    title,
    // What the page's metadata don't tell may stand in the text: a dateline, a byline.
    ...(outlet !== null && { outlet }),
    ...(byline !== null && { byline }),
    ...(published !== null && { published }),
    url,
    paragraphs,
  });
  return { text, file: fileNameOf(file ?? url ?? title ?? 'page') };
}

/** The blocks of the part of a page that holds its text. Changes the document. */
function foundBlocks(document: HtmlDocument): readonly HtmlBlock[] {
  removeFurniture(document);
  const content = findContent(document);
  return content === null ? [] : readHtmlBlocks(content);
}

/** The blocks of the article's body, without its headline and what stands in between. */
const articleBlocks = (found: readonly HtmlBlock[], page: PageMetadata): readonly HtmlBlock[] =>
  withoutHead(withoutEmptyHeadings(found.filter((block) => !isFurniture(block))), page);

function findContent(document: HtmlDocument): HtmlNode | null {
  const found = new Readability<HtmlElement>(document as never, {
    charThreshold: 250,
    keepClasses: true,
    disableJSONLD: true,
    serializer: (node) => node as unknown as HtmlElement,
  }).parse();
  return found?.content ?? null;
}

/** How many blocks from the top may repeat the headline, names the author, or tell the date. */
const HEAD = 6;

/** Without the blocks at the top that only say again what the page's metadata tell. */
function withoutHead(blocks: readonly HtmlBlock[], page: PageMetadata): readonly HtmlBlock[] {
  return blocks.filter((block, at) => at >= HEAD || !repeats(block.text, page));
}

function repeats(text: string, { title, outlet, byline, published }: PageMetadata): boolean {
  const line = foldCase(text);
  if (title !== null && line === foldCase(title)) return true;
  if (outlet !== null && line === foldCase(outlet)) return true;
  if (text.length > 150 || SENTENCE.test(text)) return false;
  let rest = line;
  for (const name of byline?.split(/, | and /) ?? []) rest = rest.replace(foldCase(name), '');
  const isSigned = rest !== line;
  const isDated = published !== null && DATED.test(text) && text.length < 80;
  return isDated || (isSigned && (/^(?:by\b|\W)/.test(rest) || rest.length < 60));
}

const SENTENCE = /[.!?]["”’]*$/;
const DATED =
  /^(?:(?:first )?(?:published|updated|posted|last (?:updated|modified))\b|(?:mon|tues?|wed(?:nes)?|thurs?|fri|satur|sun)(?:day)?\b|\d{1,2} \p{Lu}\p{Ll}+,? \d{4}|\p{Lu}\p{Ll}{2,8}\.? \d{1,2},? \d{4}|\d{4}-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./]\d{2,4}).{0,50}$/u;

const foldCase = (text: string): string => oneLine(text).toLowerCase();

/** Without headings at the end or right before another one, below which nothing is left. */
function withoutEmptyHeadings(blocks: readonly HtmlBlock[]): readonly HtmlBlock[] {
  const kept: HtmlBlock[] = [];
  for (const block of blocks.toReversed()) {
    if (block.kind === 'heading' && kept.length === 0) continue;
    kept.push(block);
  }
  return kept.reverse();
}
