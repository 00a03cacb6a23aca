import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { extname } from 'node:path';
import { WINDOWS_1252 } from '../language/entities.ts';
import type { Article, LibraryId, Paragraph, Span } from './article.ts';
import { readFrontMatter } from './front-matter.ts';
import { readBlocks } from './lines.ts';
import { readMetadata } from './metadata.ts';

/** An article, with what was wrong in its file but didn't keep it from being read, a sentence a problem. */
export type ArticleReading = { readonly article: Article; readonly problems: readonly string[] };

/** The endings of the files that are articles. */
export const ARTICLE_ENDINGS: readonly string[] = ['.txt', '.md'];

/** Bytes as text: UTF-8 or UTF-16 with a byte order mark, UTF-8 without one, otherwise Windows-1252. Any bytes are some text. */
export function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return decodeWindows1252(bytes);
  }
}

/** Some releases of Node take "windows-1252" for Latin-1 and so lose its quotation marks; hence by hand. */
function decodeWindows1252(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString('latin1')
    .replace(/[\x80-\x9f]/g, (byte) => WINDOWS_1252[byte.charCodeAt(0) - 0x80] ?? byte);
}

/** The most bytes that are read as one article; a thick novel has a million. */
const LARGEST = 16 * 1024 * 1024;

/** What stands before a Markdown paragraph's words: marks of headings, lists and block quotes. */
const MARKDOWN_PREFIX = /^(?:#{1,6}(?:\s+|$)|>\s?|[-*+](?:\s+|$)|\d+[.)]\s+)+/;

/**
 * Reads an article's text: front matter where there is some, and otherwise title, byline, outlet, date and address as the
 * text itself tells them. Offsets count from the start of `text`.
 *
 * @param file the name that the article's source is shown under; its ending tells Markdown from plain text
 */
export function parseArticle(text: string, file: string, library: LibraryId): ArticleReading {
  const markdown = extname(file).toLowerCase() === '.md';
  const { matter, bodyStart, problems } = readFrontMatter(text);
  const told = readMetadata(text, readBlocks(text, bodyStart, markdown), matter);
  const paragraphs = told.body
    .map(([start, end]): Span => {
      const prefix = markdown ? (MARKDOWN_PREFIX.exec(text.slice(start, end))?.[0].length ?? 0) : 0;
      return [start + prefix, end];
    })
    .filter(([start, end]) => start < end)
    .map((span, index): Paragraph => ({ number: index + 1, span }));
  const article: Article = {
    id: articleId(text, library),
    library,
    file,
    text,
    title: told.title,
    outlet: told.outlet,
    byline: told.byline,
    published: told.published,
    url: told.url,
    paragraphs,
  };
  return { article, problems };
}

/** The id of an article, told by its text and whose it is. */
export const articleId = (text: string, library: LibraryId): string =>
  createHash('sha256').update(`${library}\n${text}`).digest('hex').slice(0, 16);

/** What keeps a file from being read, for the person who can mend it. */
function whyUnread(cause: unknown): string {
  const reasons: Readonly<Record<string, string>> = {
    ENOENT: 'there is no such file',
    EACCES: 'its permissions forbid it',
    EISDIR: 'it is a folder',
  };
  const { code = '', message = String(cause) } = cause as {
    readonly code?: string;
    readonly message?: string;
  };
  return reasons[code] ?? message;
}

/**
 * Reads one file as an article.
 *
 * @throws Error where the file can't be read or holds no text; its message names the file
 */
export function readArticle(file: string, library: LibraryId): ArticleReading {
  return parseArticle(readText(file), file, library);
}

/**
 * Reads the text of one file, in whatever encoding, without a byte order mark.
 *
 * @throws Error where the file can't be read or holds no text; its message names the file
 */
export function readText(file: string): string {
  let bytes: Uint8Array;
  try {
    const { size } = statSync(file);
    if (size > LARGEST) throw new Error(`it has ${size} bytes, more than an article's ${LARGEST}`);
    bytes = readFileSync(file);
  } catch (cause) {
    throw new Error(`${file} can't be read: ${whyUnread(cause)}`, { cause });
  }
  const text = decode(bytes);
  if (text.includes('\0')) throw new Error(`${file} is no text file: it holds zero bytes`);
  if (text.trim() === '') throw new Error(`${file} holds no text`);
  return text;
}
