import type { Article, Span } from '../articles/article.ts';
import { type ChosenAttribution, chooseAttributions } from './choose-attributions.ts';
import { encodePassage } from './encoded-passage.ts';
import { type Passage, type Range, readPassage } from './passage.ts';
import type { Kind, Quote } from './quote.ts';
import { readStretches } from './stretches.ts';
import { quoteModels } from './weights.ts';

/**
 * Finds the quotes of an article: who (source) expresses (cue) what (content), in the order of their contents.
 *
 * Headline and paragraphs are read one by one: a learned tagger finds where cues may stand, another reads for each cue
 * its content and source, and a choice is made among what was read (README.md tells more). Contents are as people
 * mark them in PolNeAR: with their quotation marks, with the "that" that begins them, without a full stop behind them.
 */
export function extractQuotes(
  article: Pick<Article, 'text' | 'paragraphs'> & Partial<Pick<Article, 'title'>>,
): readonly Quote[] {
  const models = quoteModels();
  return readStretches(article)
    .flatMap((stretch) => {
      const passage = readPassage(article.text, stretch);
      return chooseAttributions(encodePassage(passage), models).map((chosen) => quoteOf(passage, chosen));
    })
    .sort((a, b) => (a.content[0]?.[0] ?? 0) - (b.content[0]?.[0] ?? 0));
}

function quoteOf(p: Passage, { content, cue, source }: ChosenAttribution): Quote {
  const spans = (ranges: readonly Range[]) => ranges.map((range) => spanOf(p, range));
  const contents = spans(content);
  return { content: contents, cue: spans([cue]), source: spans(source), kind: kindOf(p, contents) };
}

const spanOf = (p: Passage, [from, to]: Range): Span => [
  p.tokens[from]?.start ?? p.start,
  p.tokens[to - 1]?.end ?? p.end,
];

/** By where the content's words stand: all, some or none of them within quotation marks. */
function kindOf(p: Passage, content: readonly Span[]): Kind {
  const words = p.tokens.filter(
    (token) =>
      /[\p{L}\p{N}]/u.test(token.text) && content.some(([s, e]) => s <= token.start && token.end <= e),
  );
  const quoted = words.filter((word) =>
    p.quotations.some((q) => q.outer[0] <= word.start && word.end <= q.outer[1]),
  );
  if (quoted.length === 0) return 'indirect';
  return quoted.length === words.length ? 'direct' : 'mixed';
}
