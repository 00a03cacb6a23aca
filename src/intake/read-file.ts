import { decode } from '../articles/read-article.ts';
import { cleanAddress } from './address-key.ts';
import type { Draft } from './draft.ts';
import { fileNameOf } from './draft-file.ts';
import { parseApart } from './parse-apart.ts';
import { Refusal } from './refusal.ts';
import { hasSentence } from './sentence.ts';

/** The kinds of files that are read. */
type Kind = 'txt' | 'md' | 'page' | 'docx' | 'pdf';

/**
 * The article of a file, whatever it is called: its content tells what it is, then its name, then its media type.
 *
 * @param type the media type, perhaps with parameters; null where none is told
 * @param address where it was had from, where that is the article's own; it becomes the article's
 * @throws Refusal where it is of another kind, damaged, or holds no article
 */
export async function readFile(
  name: string,
  bytes: Uint8Array,
  type: string | null,
  address: string | null = null,
): Promise<Draft> {
  const kind = kindOf(name, bytes, type);
  if (kind === 'txt' || kind === 'md') return readText(name, bytes, kind, address);
  const charset = /charset\s*=\s*"?([^\s;"]+)/i.exec(type ?? '')?.[1] ?? null;
  return parseApart({ kind, bytes, charset, address, file: name });
}

/** The control characters that mean nothing in a text. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what has to go
const CONTROL = /[\u0000-\u0008\u000b\u000e-\u001f\u007f]/g;

/** A text's own words; only a file that says nothing of where it is from is told it here. */
function readText(name: string, bytes: Uint8Array, kind: 'txt' | 'md', address: string | null): Draft {
  const text = decode(bytes).replace(CONTROL, '').replace(/\f/g, '\n');
  if (!hasSentence(text)) throw new Refusal('That file holds no sentence of text.');
  const isBare = address !== null && !/^---[ \t]*\r?\n/.test(text);
  const matter = isBare ? `---\nurl: ${JSON.stringify(cleanAddress(address))}\n---\n\n` : '';
  return { text: matter + text, file: fileNameOf(name, `.${kind}`) };
}

const ZIP = 'PK\x03\x04';
const HTML = /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b/i;

/** @throws Refusal where it is none that is read */
function kindOf(name: string, bytes: Uint8Array, type: string | null): Kind {
  const head = Buffer.from(bytes.subarray(0, 4096)).toString('latin1');
  const ending = /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  const media = type?.split(';')[0]?.trim().toLowerCase() ?? '';
  if (head.slice(0, 1024).includes('%PDF-')) return 'pdf';
  if (head.startsWith(ZIP)) {
    if (ending === 'docx' || holdsWord(bytes)) return 'docx';
    throw otherwise(ending, media) ?? unknown(ending || 'zip');
  }
  if (head.startsWith('{\\rtf')) throw unknown('rtf');
  const isText = isUtf16(bytes) || !head.includes('\0');
  if (!isText) throw otherwise(ending, media) ?? unknown(ending || 'binary');
  if (HTML.test(isUtf16(bytes) ? decode(bytes.subarray(0, 4096)) : head.replace(/^ï»¿/, ''))) return 'page';
  return kindOfText(ending, media);
}

function kindOfText(ending: string, media: string): Kind {
  if (/^(?:x?html?|shtml)$/.test(ending)) return 'page';
  if (/^(?:md|markdown)$/.test(ending)) return 'md';
  if (/^(?:txt|text)$/.test(ending)) return 'txt';
  if (media === 'text/html' || media === 'application/xhtml+xml') return 'page';
  if (media === 'text/markdown') return 'md';
  if (media === 'text/plain' || (ending === '' && (media === '' || media === 'application/octet-stream')))
    return 'txt';
  throw otherwise(ending, media) ?? unknown(ending || media);
}

const isUtf16 = (bytes: Uint8Array): boolean =>
  (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);

/** What is said of a file that is called one of the kinds that are read, by its ending or its media type, and is none. */
const MISNAMED: readonly (readonly [RegExp, string])[] = [
  [/^(?:docx|application\/.*\bwordprocessingml\.document)$/, 'That file is damaged, or no Word document.'],
  [/^(?:pdf|application\/pdf)$/, 'That file is damaged, or no PDF.'],
  [/^(?:x?html?|shtml|text\/html|application\/xhtml\+xml)$/, 'That file is damaged, or no web page.'],
  [/^(?:txt|text|md|markdown|text\/(?:plain|markdown))$/, 'That file is no text.'],
];

function otherwise(ending: string, media: string): Refusal | null {
  const [, sentence] = MISNAMED.find(([names]) => names.test(ending || media)) ?? [];
  return sentence === undefined ? null : new Refusal(sentence);
}

/** Whether a zip file has a Word document's parts in it. */
const holdsWord = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes('word/document.xml');

const unknown = (kind: string): Refusal =>
  new Refusal(
    `${kind ? `Files of the kind “${kind.slice(0, 60)}” aren’t read` : 'That file isn’t read'}: it takes texts (.txt, .md), saved pages (.html), Word documents (.docx) and PDFs (.pdf).`,
  );
