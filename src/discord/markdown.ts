import type { Run } from '../replies/reply.ts';
import { cutAt, ELLIPSIS } from './limits.ts';

/** The longest address that is written out as a link; longer ones would eat up a message's text. */
export const LONGEST_URL = 700;

/**
 * What has a meaning in Discord's markdown. Discord shows any other ASCII sign behind a backslash as that sign, so that
 * a backslash too many is never seen.
 */
const SPECIAL = [
  // Emphasis, spoilers, code, links, mentions, custom emoji, times, commands, quotes.
  /[\\*_~|`[\]()<>@]/g,
  // Addresses (https://…) and emoji names (:smile:), which have at most 32 letters.
  /:(?=\/\/|\S{0,64}:)/g,
  // Headings, lists and small print (-#), at the start of a line.
  /(?<=^[^\S\n]*)[#+-]/gm,
  // Ordered lists.
  /(?<=^[^\S\n]*\d+)\./gm,
];

/** The text such that Discord shows it as it stands: nothing in it is markdown, a mention or a link. */
export function escapeMarkdown(text: string): string {
  return toMarkdown([{ text }]);
}

/** The runs on one line: line breaks become spaces. */
export function onOneLine(runs: readonly Run[]): readonly Run[] {
  return runs.map((run) => ({ ...run, text: run.text.replace(/\s*[\r\n\v\f\u2028\u2029]\s*/gu, ' ') }));
}

/**
 * The runs in Discord's markdown: everything in them is escaped; bold and inserted is bold, deleted struck, addresses are links, and
 * what is mentioned is shown by Discord.
 */
export function toMarkdown(runs: readonly Run[]): string {
  const clean = runs.map((run) => ({ ...run, text: showable(run.text) }));
  // A heading or an address may begin in one run and end in the next: what is special is told from the whole text.
  const text = clean.map((run) => run.text).join('');
  const special = specialPositions(text);
  let offset = 0;
  const pieces = clean.map((run): Piece => {
    const start = offset;
    offset += run.text.length;
    return { run, start, end: offset };
  });
  return groupBy(pieces, ({ run }) => markOf(run))
    .map((group) => emphasised(group, text, special))
    .join('');
}

/** The runs as a block quote: each of its lines is quoted. */
export function toBlockQuote(runs: readonly Run[]): string {
  return toMarkdown(runs)
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n');
}

/**
 * The runs in markdown, at most `max` code units of it. Where they are too long they end earlier, at a word's end, with
 * " […]"; as the cut is made before the markdown is written, that stays balanced.
 */
export function fitMarkdown(
  runs: readonly Run[],
  max: number,
  render: (runs: readonly Run[]) => string = toMarkdown,
): string {
  const whole = render(runs);
  if (whole.length <= max) return whole;
  let best = '';
  let low = 0;
  let high = Math.min(
    max,
    runs.reduce((sum, run) => sum + run.text.length, 0),
  );
  while (low <= high) {
    const middle = (low + high) >> 1;
    const attempt = render(clipRuns(runs, middle));
    if (attempt.length <= max) {
      best = attempt;
      low = middle + 1;
    } else {
      high = middle - 1;
    }
  }
  return best;
}

/** An http or https address such that it can't end the link that it stands in; null where it is no such address. */
export function safeUrl(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const parsed = new URL(url);
  if (!['http:', 'https:'].includes(parsed.protocol)) return null;
  // An address that shows a name and password only misleads.
  if (parsed.username !== '' || parsed.password !== '') return null;
  const href = parsed.href.replace(
    /[\s()<>[\]\\*`|"'{}]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
  if (href.length <= LONGEST_URL) return href;
  const [withoutFragment = ''] = href.split('#');
  return withoutFragment.length <= LONGEST_URL ? withoutFragment : null;
}

type Piece = { readonly run: Run; readonly start: number; readonly end: number };

/** Line breaks of all kinds become "\n"; control characters and halves of a pair, which have no look, go. */
function showable(text: string): string {
  return (
    text
      .replace(/\r\n?|[\v\f\u2028\u2029]/gu, '\n')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to take out.
      .replace(/[\u0000-\u0008\u000e-\u001f\u007f]|\p{Surrogate}/gu, '')
  );
}

function specialPositions(text: string): ReadonlySet<number> {
  return new Set(SPECIAL.flatMap((pattern) => [...text.matchAll(pattern)].map((match) => match.index)));
}

function escaped(text: string, start: number, end: number, special: ReadonlySet<number>): string {
  let out = '';
  for (let at = start; at < end; at++) out += special.has(at) ? `\\${text.charAt(at)}` : text.charAt(at);
  return out;
}

/** The marks around a run's look. */
function markOf({ bold, change }: Run): '**' | '~~' | '' {
  if (change === 'deleted') return '~~';
  return bold === true || change === 'inserted' ? '**' : '';
}

/** One look's pieces. Emphasis ends before a line does, and doesn't begin or end with a space: Discord wants it so. */
function emphasised(group: readonly Piece[], text: string, special: ReadonlySet<number>): string {
  const inner = groupBy(group, ({ run }) => run.mention ?? run.url)
    .map((pieces) => linked(pieces, text, special))
    .join('');
  const mark = group[0] === undefined ? '' : markOf(group[0].run);
  if (mark === '') return inner;
  return inner.replace(/[^\n]+/g, (line) =>
    line.replace(/^(\s*)(\S(?:.*\S)?)(\s*)$/su, `$1${mark}$2${mark}$3`),
  );
}

function linked(pieces: readonly Piece[], text: string, special: ReadonlySet<number>): string {
  const start = pieces[0]?.start ?? 0;
  const end = pieces.at(-1)?.end ?? start;
  const mention = mentionOf(pieces[0]?.run.mention);
  if (mention !== null) return mention;
  const words = escaped(text, start, end, special);
  const url = safeUrl(pieces[0]?.run.url ?? '');
  if (url === null || words.trim() === '') return words;
  const [, before = '', shown = '', after = ''] = /^(\s*)(.*?)(\s*)$/su.exec(words) ?? [];
  if (!fitsALink(shown)) return `${words.trimEnd()} [↗](<${url}>)${after}`;
  return `${before}[${shown}](<${url}>)${after}`;
}

/** A channel or person as Discord takes them; null where the id is none. */
const mentionOf = (mention: Run['mention']): string | null =>
  mention === undefined || !/^\d{1,20}$/.test(mention.id)
    ? null
    : `<${mention.kind === 'channel' ? '#' : '@'}${mention.id}>`;

/**
 * Discord pairs up the brackets of a link's text whether they are escaped or not, ends it at a blank line, and makes no
 * link of a text that looks like an address itself.
 */
function fitsALink(escapedText: string): boolean {
  return !/[[\]\n]|:\\?\/\//.test(escapedText);
}

function clipRuns(runs: readonly Run[], room: number): readonly Run[] {
  let left = cutAt(runs.map((run) => run.text).join(''), room);
  const kept = runs.map((run) => {
    const text = run.text.slice(0, left);
    left -= text.length;
    return { ...run, text };
  });
  return [...kept.filter((run) => run.text !== ''), { text: ELLIPSIS }];
}

/** Neighbours with the same key, together. */
function groupBy<T>(items: readonly T[], key: (item: T) => unknown): readonly (readonly T[])[] {
  const groups: T[][] = [];
  for (const item of items) {
    const group = groups.at(-1);
    if (group?.[0] !== undefined && key(group[0]) === key(item)) group.push(item);
    else groups.push([item]);
  }
  return groups;
}
