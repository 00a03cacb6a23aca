import { getDocumentProxy } from 'unpdf';
import { cleanAddress } from './address-key.ts';
import { composeText } from './compose-text.ts';
import type { Draft } from './draft.ts';
import { fileNameOf } from './draft-file.ts';
import { withoutEdges } from './pdf-edges.ts';
import { type PdfPiece, readPdfBlocks } from './pdf-lines.ts';
import { type PdfParagraph, readPdfParagraphs } from './pdf-paragraphs.ts';
import { Refusal } from './refusal.ts';

/** So many pages are read; no article has more. */
const MOST_PAGES = 200;
/** A page of text has more letters. */
const FEW_LETTERS = 40;

/**
 * The article of a PDF: its paragraphs put together from where the words stand, its title the largest letters of the first page.
 *
 * @param address where it was had from, if that is the article's own address
 * @throws Refusal where it is damaged, locked, too long, or holds no text
 */
export async function readPdf(
  bytes: Uint8Array,
  file: string,
  address: string | null = null,
): Promise<Draft> {
  const pages = (await readPieces(bytes)).map(readPdfBlocks);
  const paragraphs = readPdfParagraphs(withoutEdges(pages));
  const all = paragraphs.map(({ text }) => text).join(' ');
  const letters = all.match(/\p{L}/gu)?.length ?? 0;
  if (letters < FEW_LETTERS)
    throw new Refusal('That PDF holds no text: its pages are pictures, as a scanner makes them.');
  if (letters * 2 < all.replace(/\s/g, '').length)
    throw new Refusal('The letters of that PDF can’t be told: its fonts don’t say what they stand for.');
  const title = findTitle(paragraphs);
  const body = paragraphs.filter((paragraph) => paragraph !== title).map(({ text }) => text);
  return {
    text: composeText({
      ...(title && { title: title.text }),
      ...(address && { url: cleanAddress(address) }),
      paragraphs: body,
    }),
    file: fileNameOf(file),
  };
}

async function readPieces(bytes: Uint8Array): Promise<readonly (readonly PdfPiece[])[]> {
  const document = await open(bytes);
  try {
    if (document.numPages > MOST_PAGES)
      throw new Refusal(`That PDF has ${document.numPages} pages; at most ${MOST_PAGES} are read.`);
    const pages: PdfPiece[][] = [];
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number);
      const { items } = await page.getTextContent();
      pages.push(items.flatMap((item: Item | object) => ('str' in item ? pieceOf(item) : [])));
      page.cleanup();
    }
    return pages;
  } catch (cause) {
    throw cause instanceof Refusal ? cause : unreadable(cause);
  } finally {
    await document.destroy();
  }
}

async function open(bytes: Uint8Array) {
  try {
    // pdf.js takes the bytes for its own
    return await getDocumentProxy(bytes.slice(), {
      verbosity: 0,
      disableFontFace: true,
      stopAtErrors: false,
    });
  } catch (cause) {
    throw unreadable(cause);
  }
}

const unreadable = (cause: unknown): Refusal =>
  cause instanceof Error && cause.name === 'PasswordException'
    ? new Refusal('That PDF is locked with a password.')
    : new Refusal('That PDF can’t be read: it is damaged, or no PDF.');

type Item = { readonly str: string; readonly width: number; readonly transform: readonly number[] };

/** A piece of text where it stands; nothing where it is turned, as a watermark is, or says nothing. */
function pieceOf({ str, width, transform }: Item): readonly PdfPiece[] {
  const [a = 0, b = 0, , d = 0, x = 0, y = 0] = transform;
  // private characters are the signs of a font of its own
  const text = str.replace(/\p{Co}/gu, '');
  const size = Math.abs(d) || Math.abs(a);
  const isUpright = Math.abs(b) < 0.1 * Math.abs(a) && size > 0;
  return isUpright && text !== '' ? [{ text, x, y, width, size }] : [];
}

/** The headline: what is printed largest on the first page, if larger than the text; an outlet's name may be larger still. */
function findTitle(paragraphs: readonly PdfParagraph[]): PdfParagraph | null {
  const usual = usualSize(paragraphs);
  const large = paragraphs
    .filter(
      ({ size, page, text }) => page === 0 && size > 1.12 * usual && text.length > 5 && text.length <= 300,
    )
    .toSorted((a, b) => b.size - a.size);
  return large.find(({ text }) => text.split(' ').length > 3) ?? large[0] ?? null;
}

/** The size in which most letters are set. */
function usualSize(paragraphs: readonly PdfParagraph[]): number {
  const letters = new Map<number, number>();
  for (const { size, text } of paragraphs) {
    const rounded = Math.round(size * 2) / 2;
    letters.set(rounded, (letters.get(rounded) ?? 0) + text.length);
  }
  return [...letters].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}
