import { parse } from 'yaml';
import { z } from 'zod';
import { readFullDate } from '../language/dates.ts';

/** What a file may say of itself above its text, between two lines of `---`. */
export type FrontMatter = {
  readonly title?: string;
  readonly outlet?: string;
  readonly byline?: string;
  readonly published?: string;
  readonly url?: string;
};

/** The front matter of a file, where its body begins, and what was wrong with it, a sentence a problem. */
export type FrontMatterReading = {
  readonly matter: FrontMatter;
  readonly bodyStart: number;
  readonly problems: readonly string[];
};

const BLOCK = /^---[ \t]*\r?\n([\s\S]*?)^---[ \t]*(?:\r?\n|$)/m;

const text = z.union([z.string(), z.number()]).transform((value) => String(value).trim());
const fields = {
  title: text,
  outlet: text,
  byline: text.transform((value) => value.replace(/^by\s+/i, '')),
  published: text
    .transform((value) => readFullDate(value.slice(0, 10)) ?? readFullDate(value))
    .refine((value) => value !== null, 'is no date with a year, such as 2025-03-24'),
  url: z
    .string()
    .trim()
    .pipe(z.url({ protocol: /^https?$/, error: 'is no http or https address' })),
} as const;

/**
 * Reads YAML front matter at the very start of a file: title, outlet, byline, published (a date with its year) and url.
 * A field that can't be read is left out and named in `problems`; other fields are passed over.
 */
export function readFrontMatter(file: string): FrontMatterReading {
  const block = BLOCK.exec(file);
  if (block?.index !== 0) return { matter: {}, bodyStart: 0, problems: [] };
  const bodyStart = block[0].length;
  let values: unknown;
  try {
    values = parse(block[1] ?? '');
  } catch (cause) {
    const why = cause instanceof Error ? (cause.message.split('\n')[0] ?? '') : String(cause);
    return { matter: {}, bodyStart, problems: [`its front matter is not YAML: ${why}`] };
  }
  if (typeof values !== 'object' || values === null) return { matter: {}, bodyStart, problems: [] };
  const matter: Record<string, string> = {};
  const problems: string[] = [];
  for (const [name, field] of Object.entries(fields)) {
    const value = (values as Record<string, unknown>)[name];
    if (value === undefined || value === null || value === '') continue;
    const read = field.safeParse(value);
    if (read.success && typeof read.data === 'string') matter[name] = read.data;
    else problems.push(`its front matter's ${name} ${read.error?.issues[0]?.message ?? 'is not text'}`);
  }
  return { matter, bodyStart, problems };
}
