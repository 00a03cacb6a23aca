import type { Article, Span } from '../articles/article.ts';

/** What the speakers are looked for in: an article's text, its paragraphs and, where known, its title and author. */
export type Copy = Pick<Article, 'text' | 'paragraphs'> &
  Partial<Pick<Article, 'title' | 'byline' | 'published'>>;

/** The title and the paragraphs of an article, and where each of their sentences begins. */
export type Layout = {
  /** The title where the text has it, then the paragraphs. */
  readonly blocks: readonly Span[];
  /** Where the sentences begin, in the order of the text. */
  readonly sentences: readonly number[];
};

const ABBREVIATION =
  /(?:^|[\s(“"])(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Lt|Col|Sgt|Capt|Prof|Rev|St|Jr|Sr|vs|No|Jan|Feb|Aug|Sept|Sep|Oct|Nov|Dec|Inc|Corp|Co|\p{Lu}|(?:\p{Lu}\.)+\p{Lu})\.$/u;

const bodies = new WeakMap<Copy, string>();

/** An article's text without its headlines, whose capitals don't tell names from other words. */
export function bodyOf(copy: Copy): string {
  const known = bodies.get(copy);
  if (known !== undefined) return known;
  const lines = copy.paragraphs.map(({ span }) => copy.text.slice(...span));
  const body = lines.filter((line) => !isHeadline(line)).join('\n');
  bodies.set(copy, body);
  return body;
}

/** Whether a line is a headline: no sentence, and all its longer words have capitals. */
const isHeadline = (line: string): boolean =>
  line.length < 150 && !/[.!?:;”"’'…)]\s*$/.test(line) && !/(?<!\p{L})\p{Ll}[\p{L}’']{3,}/u.test(line);

/** Reads where an article's title, paragraphs and sentences begin. */
export function readLayout({ text, paragraphs, title }: Copy): Layout {
  const body = paragraphs.map(({ span }) => span);
  const found = title ? text.indexOf(title) : -1;
  const above = title && found >= 0 && found < (body[0]?.[0] ?? 0);
  const blocks: Span[] = above ? [[found, found + title.length], ...body] : body;
  const sentences: number[] = [];
  for (const [start, end] of blocks) {
    sentences.push(start);
    for (const stop of text.slice(start, end).matchAll(/[.!?…]+["”’')]*\s+(?=["“‘'([]*[\p{Lu}\p{N}])/gu)) {
      const upTo = text.slice(Math.max(start, start + stop.index - 12), start + stop.index + 1);
      if (!ABBREVIATION.test(upTo)) sentences.push(start + stop.index + stop[0].length);
    }
  }
  return { blocks, sentences };
}

/** The place of the last of some ascending things that begins at an offset or before; -1 where none does. */
export function placeIn<T>(ascending: readonly T[], startOf: (thing: T) => number, at: number): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const thing = ascending[middle];
    if (thing !== undefined && startOf(thing) <= at) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The number of the sentence that holds an offset. */
export const sentenceAt = ({ sentences }: Layout, at: number): number =>
  placeIn(sentences, (start) => start, at);

/** The number of the block that holds an offset: 0 is the title, where the text has one. */
export const blockAt = ({ blocks }: Layout, at: number): number => placeIn(blocks, ([start]) => start, at);

/** Whether a span lies within one of others, which ascend and don't overlap. */
export function isWithin([start, end]: Span, spans: readonly Span[]): boolean {
  const last = spans[placeIn(spans, ([from]) => from, start)];
  return last !== undefined && end <= last[1];
}
