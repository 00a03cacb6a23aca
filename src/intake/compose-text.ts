import type { FrontMatter } from '../articles/front-matter.ts';
import { asRead } from '../language/reading.ts';
import { oneLine } from './one-line.ts';

/**
 * What an article's text is put together from. A field that is null is not known, and `parseArticle` finds none either; one that is
 * left out is told by the text, where the text tells it. A byline is names only, without "By"; a day is YYYY-MM-DD, an address http or https.
 */
export type TextParts = FrontMatter & { readonly paragraphs: readonly string[] };

const FIELDS = ['title', 'outlet', 'byline', 'published', 'url'] as const;
/** No title or byline is longer; all of them together are front matter of a length that is read. */
const LONGEST = 1000;
const LONGEST_URL = 4000;

/**
 * The text of an article that is kept and from which everything later comes: front matter with what is known, then the title and the
 * paragraphs, each a line with an empty one before it. Written to a `.txt` file it is read like any other: `parseArticle` gives the
 * parts back as they are here, as one line each. A paragraph without a letter or a figure is left out, and one of more than 5,000
 * characters comes back in pieces.
 */
export function composeText(parts: TextParts): string {
  const matter: string[] = [];
  for (const field of FIELDS) {
    const value = parts[field];
    if (value === undefined) continue;
    const line = value === null ? null : fieldValue(field, value);
    // As JSON it is YAML as well, whatever is in it.
    matter.push(line === null ? `${field}:` : `${field}: ${JSON.stringify(line)}`);
  }
  const title = parts.title ? fieldValue('title', parts.title) : null;
  const paragraphs = parts.paragraphs.map(oneLine).filter(hasWords);
  const blocks = title === null ? paragraphs : [title, ...paragraphs];
  const head = matter.length === 0 ? '' : `---\n${matter.join('\n')}\n---\n\n`;
  return `${head}${blocks.join('\n\n')}\n`;
}

const hasWords = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);

/** A field's value as it is read again, null where it is none. */
function fieldValue(field: (typeof FIELDS)[number], value: string): string | null {
  if (field === 'url') return value.length <= LONGEST_URL ? value.trim() : null;
  const read = asItIsRead(value);
  const line = field === 'byline' ? withoutBy(read) : read;
  return line.length <= LONGEST && hasWords(line) ? line : null;
}

/** Front matter is read without entities and marks: what is read of it must read the same once more. */
function asItIsRead(value: string): string {
  let line = oneLine(value);
  for (let again = 0; again < 10; again++) {
    const read = oneLine(asRead(line, [0, line.length]));
    if (read === line) break;
    line = read;
  }
  return line;
}

const withoutBy = (byline: string): string => byline.replace(/^(?:by\s+)+/i, '');
