import { readPublished } from '../articles/source-line.ts';
import { cleanAddress } from './address-key.ts';
import { composeText } from './compose-text.ts';
import type { Draft } from './draft.ts';
import { fileNameOf } from './draft-file.ts';
import { oneLine } from './one-line.ts';
import { httpAddress } from './read-feed-address.ts';
import { Refusal } from './refusal.ts';
import { hasSentence } from './sentence.ts';

/** What somebody pastes, with what they know of it; what they don't is null. */
export type PastedText = {
  readonly text: string;
  readonly title: string | null;
  /** Perhaps with the day: "Bay Courier, August 4, 2025". */
  readonly outlet: string | null;
  readonly url: string | null;
  /** The day, as YYYY-MM-DD; left out where the text may tell it. */
  readonly published?: string | null;
};

/** The lines of a text that was wrapped are no longer than this, and most not much shorter. */
const WRAPPED = { most: 120, least: 45 };

/**
 * The article of a pasted text. Empty lines part its paragraphs, and where there are none each line is one; lines within a paragraph
 * that are only wrapped are joined. An address that is none is left out.
 *
 * @throws Refusal where it has no sentence
 */
export function readPasted({ text, title, outlet, url, published }: PastedText): Draft {
  if (text.trim() === '') throw new Refusal('That text is empty: there is nothing in it but spaces.');
  if (!hasSentence(text)) throw new Refusal('That text has no sentence in it.');
  const address = addressOf(url ?? '');
  const named = oneLine(title ?? '');
  const printed = readPublished(oneLine(outlet ?? ''));
  const day = published || printed.published;
  const paragraphs = paragraphsOf(text);
  if (named !== '' && oneLine(paragraphs[0] ?? '') === named) paragraphs.shift();
  return {
    text: composeText({
      ...(named && { title: named }),
      ...(printed.outlet && { outlet: printed.outlet }),
      ...(address && { url: cleanAddress(address) }),
      ...(day && { published: day }),
      paragraphs,
    }),
    file: fileNameOf(named || 'pasted text'),
  };
}

/** An address without its beginning, as people type it. */
const BARE = /^[\w-]+(?:\.[\w-]+)+(?::\d{1,5})?(?:[/?#]\S*)?$/;

/** An address as it was typed, with its beginning; null where it is none. */
function addressOf(typed: string): string | null {
  const told = typed.trim().replace(/^<(.*)>$/, '$1');
  return httpAddress(BARE.test(told) ? `https://${told}` : told, 'about:blank');
}

function paragraphsOf(text: string): string[] {
  const lines = text.replace(/\r\n?|[\u2028\u2029\v\f\u0085]/g, '\n').trim();
  const blocks = lines.split(/\n[^\S\n]*\n\s*/);
  const parts = blocks.length === 1 ? lines.split('\n') : blocks.flatMap(linesOrWhole);
  return parts.filter((part) => oneLine(part) !== '');
}

/** A block as one paragraph where its lines are wrapped, else each line as one. */
function linesOrWhole(block: string): readonly string[] {
  const lines = block.split('\n').map((line) => line.trim());
  const full = lines.slice(0, -1);
  const isWrapped =
    lines.every(({ length }) => length <= WRAPPED.most) &&
    full.every(({ length }) => length >= WRAPPED.least) &&
    full.some((line) => !/[.!?]["”’»)\]]*$/.test(line));
  return isWrapped ? [lines.join(' ')] : lines;
}
