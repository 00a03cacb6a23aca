import { describe, expect, it } from 'vitest';
import { createMemoryArchive } from '../../src/archive/memory-archive.ts';
import { paragraphSpan } from '../../src/archive/paragraph.ts';
import type { Article, Span } from '../../src/articles/article.ts';
import { extractQuotes } from '../../src/quotes/extract-quotes.ts';
import { readStretches } from '../../src/quotes/stretches.ts';
import { BRIDGE, news, SEED } from '../articles/news.ts';

const ODD = news(
  [
    '"" said nobody. “”, said Ortiz. “Unclosed said Ortiz.',
    'Said said said. According to. “Yes,” “no,” he said, she said, “perhaps”.',
    '🦆🦆 “A duck 🦆, a duck!” said Marcus 🦆 Bell, adding that 🦆 is a duck.',
    `${'Ortiz said that '.repeat(40)}it was over.`,
  ].join('\n'),
);
const WINDOWS = news('“One,” said Ortiz.\r\n\r\n“Two and more,” said Bell.\r\nBell said it was late.\r\n');
const PLAIN = news('The bridge has stood empty since the spring.');

const isWordPart = (character: string | undefined) => /[\p{L}\p{N}]/u.test(character ?? ' ');
const cutsWord = (text: string, at: number) => isWordPart(text[at - 1]) && isWordPart(text[at]);

describe.each<[string, Article]>([
  ['the first article', SEED],
  ['an invented one', BRIDGE],
  ['one of odd marks', ODD],
  ['one with Windows line ends', WINDOWS],
  ['one without quotes', PLAIN],
])('the spans of %s', (_, article) => {
  const quotes = extractQuotes(article);
  const all = quotes.flatMap(({ content, cue, source }) => [content, cue, source]);

  it('lie in its headline or paragraphs and are not empty', () => {
    const inParagraph = ([start, end]: Span) =>
      readStretches(article).some(({ span }) => span[0] <= start && start < end && end <= span[1]);
    expect(all.flat().filter((span) => !inParagraph(span))).toEqual([]);
  });

  it('are sorted and do not overlap within a part of a quote', () => {
    for (const spans of all)
      for (const [at, [start]] of spans.entries())
        if (at > 0) expect(start).toBeGreaterThanOrEqual(spans[at - 1]?.[1] ?? 0);
  });

  it('begin and end at the edges of words', () => {
    const cut = all
      .flat()
      .filter(([start, end]) => cutsWord(article.text, start) || cutsWord(article.text, end));
    expect(cut.map((span) => article.text.slice(...span))).toEqual([]);
  });

  it('of different quotes never share content', () => {
    const contents = quotes.flatMap(({ content }) => content).sort(([a], [b]) => a - b);
    for (const [at, [start]] of contents.entries())
      if (at > 0) expect(start).toBeGreaterThanOrEqual(contents[at - 1]?.[1] ?? 0);
  });

  it('of a quote keep its cue out of its content', () => {
    for (const { content, cue } of quotes)
      expect(content.filter(([s, e]) => cue.some(([from, to]) => s < to && from < e))).toEqual([]);
  });

  it('give the very words that a statement is shown with', () => {
    for (const { text, quote, paragraph } of createMemoryArchive([article]).statements(['built-in'])) {
      expect(text).toBe(quote.content.map((span) => article.text.slice(...span)).join(' … '));
      const [start] = paragraphSpan({ article, paragraph });
      expect(start).toBeGreaterThanOrEqual(0);
      expect(quote.content[0]?.[0]).toBeGreaterThanOrEqual(start);
    }
  });

  it('come with a kind that their quotation marks bear out', () => {
    for (const { kind, content } of quotes) {
      const words = content.map((span) => article.text.slice(...span)).join(' ');
      if (kind === 'indirect') expect(words).not.toMatch(/[“"«„]/);
      if (kind === 'direct')
        for (const [start] of content)
          expect(article.text.slice(Math.max(0, start - 1), start + 1)).toMatch(/[“"«„‘']/);
    }
  });
});
