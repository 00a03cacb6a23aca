import { strFromU8, unzipSync, zipSync } from 'fflate';
import mammoth from 'mammoth';
import { parseArticle } from '../articles/read-article.ts';
import { asRead } from '../language/reading.ts';
import { cleanAddress } from './address-key.ts';
import { bylineOf } from './byline.ts';
import { composeText } from './compose-text.ts';
import type { Draft } from './draft.ts';
import { fileNameOf } from './draft-file.ts';
import { readHtmlBlocks } from './html-blocks.ts';
import { parseDocument } from './html-document.ts';
import { oneLine } from './one-line.ts';
import { Refusal } from './refusal.ts';

/** The most that the parts of a document may take when they are unpacked; a thick novel takes ten. */
const LARGEST = 50 * 1024 * 1024;
/** What of a document its text is told by; pictures, fonts and macros aren't looked at. */
const NEEDED =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|docProps\/core\.xml|word\/(?:_rels\/)?[^/]+\.(?:xml|rels))$/;

/**
 * The article of a Word document (.docx). Its title is what is styled as one, or the properties' where the text has it too; its author
 * that of the properties only where the text names none.
 *
 * @param address where it was had from, if that is the article's own address
 * @throws Refusal where it is damaged, locked, too large when unpacked, or holds no text
 */
export async function readDocx(
  bytes: Uint8Array,
  file: string,
  address: string | null = null,
): Promise<Draft> {
  const parts = unpack(bytes);
  const document = parseDocument(`<!DOCTYPE html><html><body>${await toHtml(parts)}</body></html>`);
  const blocks = readHtmlBlocks(document.body).map(({ text, kind }) => ({
    kind,
    text: text.replace(/ ?↑$/, ''),
  }));
  const core = parts['docProps/core.xml'] ? strFromU8(parts['docProps/core.xml']) : '';
  const styled = oneLine(document.querySelector('h1.title')?.textContent ?? '');
  const [first] = blocks;
  const isHeaded = first?.kind === 'heading' && blocks.length > 1;
  const title =
    styled ||
    (isHeaded ? first.text : blocks.slice(0, 3).find(({ text }) => text === property(core, 'title'))?.text);
  const paragraphs = blocks.map(({ text }) => text);
  const at = title === undefined ? -1 : paragraphs.indexOf(title);
  if (at >= 0) paragraphs.splice(at, 1);
  if (!paragraphs.some((text) => /\p{L}/u.test(text))) throw new Refusal('That document holds no text.');
  const told = { ...(title && { title }), ...(address && { url: cleanAddress(address) }), paragraphs };
  const text = composeText(told);
  const byline = bylineOf([property(core, 'creator')].filter(isPerson), null);
  const isSigned = byline === null || parseArticle(text, file, 'built-in').article.byline !== null;
  return { text: isSigned ? text : composeText({ ...told, byline }), file: fileNameOf(file) };
}

/** The parts of a document by their names. */
function unpack(bytes: Uint8Array): Record<string, Uint8Array> {
  let size = 0;
  try {
    // What a part takes is told beforehand, and no more is unpacked of it than that.
    return unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!NEEDED.test(name)) return false;
        size += originalSize;
        if (size > LARGEST)
          throw new Refusal('That document is too large: unpacked it takes more than 50 MB.');
        return true;
      },
    });
  } catch (cause) {
    throw cause instanceof Refusal ? cause : damaged();
  }
}

const damaged = () => new Refusal('That document can’t be read: it is damaged, locked, or no Word document.');

async function toHtml(parts: Record<string, Uint8Array>): Promise<string> {
  if (!parts['word/document.xml'] && !parts['_rels/.rels']) throw damaged();
  try {
    // Packed anew, so that the library sees nothing but what was looked at here.
    const buffer = Buffer.from(zipSync(parts, { level: 0 }));
    const { value } = await mammoth.convertToHtml(
      { buffer },
      {
        styleMap: ["p[style-name='Title'] => h1.title:fresh", "p[style-name='title'] => h1.title:fresh"],
        convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
        externalFileAccess: false,
      },
    );
    return value;
  } catch {
    throw damaged();
  }
}

/** A property of a document, one line; empty where it isn't told. */
function property(core: string, name: 'title' | 'creator'): string {
  const value = new RegExp(`<dc:${name}(?:\\s[^<>]*)?>([^<>]{1,500})</dc:${name}>`).exec(core)?.[1] ?? '';
  return oneLine(asRead(value, [0, value.length]));
}

/** Whether a document's author is a person and not what its program calls whoever uses it. */
const isPerson = (name: string): boolean =>
  /^\p{Lu}\S*(?:\s\S+){0,2}\s\p{Lu}\S*$/u.test(name) &&
  !/\b(?:user|office|microsoft|python|admin|unknown|author)\b/i.test(name);
