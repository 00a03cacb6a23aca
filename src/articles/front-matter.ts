import { parse } from 'yaml';
import { z } from 'zod';
import { readFullDate } from '../language/dates.ts';
import { asRead } from '../language/reading.ts';

/**
 * What a file may say of itself above its text, between two lines of `---`. A field that is named but empty (`byline:`) is null: it
 * says that there is none, so that none is looked for in the text either.
 */
export type FrontMatter = {
  readonly title?: string | null;
  readonly outlet?: string | null;
  readonly byline?: string | null;
  readonly published?: string | null;
  readonly url?: string | null;
};

/** The front matter of a file, where its body begins, and what was wrong with it, a sentence a problem. */
export type FrontMatterReading = {
  readonly matter: FrontMatter;
  readonly bodyStart: number;
  readonly problems: readonly string[];
};

const LINE = /([^\r\n]*)(?:\r\n|\r|\n|$)/y;
const FENCE = /^---[ \t]*$/;
/** What a line of front matter looks like. */
const FIELD = /^(?:[A-Za-z][\w-]*:(?:\s|$)|\s+\S|-\s|#|$)/;
/** No front matter has more characters. */
const LONGEST = 20_000;

type Block = { readonly lines: string; readonly bodyStart: number; readonly closed: boolean };

/** Where the lines of a file's front matter stand, and where its body begins; null where it has none. */
function findBlock(file: string): Block | null {
  const opening = lineAt(file, 0);
  if (!FENCE.test(opening.line)) return null;
  let blank: number | null = null;
  let at = opening.end;
  while (at < file.length && at < LONGEST) {
    const { line, end } = lineAt(file, at);
    if (FENCE.test(line)) return { lines: file.slice(opening.end, at), bodyStart: end, closed: true };
    if (!FIELD.test(line)) break;
    if (line.trim() === '') blank ??= at;
    at = end;
  }
  const bodyStart = blank ?? at;
  const lines = file.slice(opening.end, bodyStart);
  // otherwise the dashes are a line above a text
  return /^(?:title|outlet|byline|published|url):/m.test(lines) ? { lines, bodyStart, closed: false } : null;
}

function lineAt(file: string, at: number): { readonly line: string; readonly end: number } {
  LINE.lastIndex = at;
  const [whole = '', line = ''] = LINE.exec(file) ?? [];
  return { line, end: at + whole.length };
}

/** A headline may hold what YAML takes for a sign of its own: "title: Rutte: no NATO membership". */
const withQuotes = (lines: string): string =>
  lines.replace(
    /^(title|outlet|byline):[ \t]+([^\s"'[{>|&*!].*?(?::(?:[ \t].*)?|[ \t]#.*))[ \t]*$/gm,
    (_, name: string, value: string) => `${name}: ${JSON.stringify(value)}`,
  );

const text = z
  .union([z.string(), z.number()])
  .transform((value) => asRead(String(value), [0, String(value).length]));
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
  const block = findBlock(file);
  if (block === null) return { matter: {}, bodyStart: 0, problems: [] };
  const { lines, bodyStart } = block;
  const problems = block.closed ? [] : ['its front matter has no second line of ---'];
  let values: unknown;
  try {
    values = parse(withQuotes(lines), { logLevel: 'error' });
  } catch (cause) {
    const why = cause instanceof Error ? (cause.message.split('\n')[0] ?? '') : String(cause);
    return { matter: {}, bodyStart, problems: [...problems, `its front matter is not YAML: ${why}`] };
  }
  if (typeof values !== 'object' || values === null) return { matter: {}, bodyStart, problems };
  const matter: Record<string, string | null> = {};
  for (const [name, field] of Object.entries(fields)) {
    const value = (values as Record<string, unknown>)[name];
    if (value === undefined) continue;
    if (value === null || value === '') {
      matter[name] = null;
      continue;
    }
    const read = field.safeParse(value);
    if (read.success && typeof read.data === 'string') matter[name] = read.data;
    else problems.push(`its front matter's ${name} ${read.error?.issues[0]?.message ?? 'is not text'}`);
  }
  return { matter, bodyStart, problems };
}
