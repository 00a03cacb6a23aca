import type { Article, Paragraph, Span } from '../articles/article.ts';
import { type Circumstance, findCircumstances } from '../language/circumstances.ts';
import { resolveDay } from '../language/dates.ts';
import { contains, overlap } from '../language/span.ts';
import { attachedTo, type Clause, isUntold, left, type Told } from './attached-circumstances.ts';
import type { Quote } from './quote.ts';
import { sentencesOf } from './quote-sentences.ts';
import { ASKING, namesIn, readScene, type Scene, surnameOf } from './scenes.ts';
import { handOn, type Utterance } from './settings.ts';

/** When and where a statement was made. What the article doesn't tell is null. */
export type Said = {
  /** As the article words it: "on March 16". */
  readonly when: string | null;
  /** As the article words it: "in a recent speech at the Warsaw School of Economics". */
  readonly where: string | null;
  /** As YYYY-MM-DD, only where the text or the article's own date tells the year. */
  readonly date: string | null;
};

const UNTOLD: Said = { when: null, where: null, date: null };
const UNKNOWN: Told = { when: null, where: [] };

/**
 * Tells for each quote of an article when and where it was said, in the order of `quotes`: by the phrases of time and place that belong to
 * its cue, outside what anybody is quoted with; or else, where `names` tells each quote's speaker, by those of the sentences before, as
 * long as the same speaker goes on. In a sentence with several speakers a phrase belongs to the one whose cue is nearest.
 */
export function readSaid(
  article: Pick<Article, 'text' | 'paragraphs' | 'published'>,
  quotes: readonly Quote[],
  names: readonly (string | null)[] = [],
): readonly Said[] {
  const speakers = new Map(
    quotes.flatMap((quote, i) => {
      const name = names[i];
      return name ? [[quote, surnameOf(name) ?? name]] : [];
    }),
  );
  const surnames = new Set(speakers.values());
  const utterances: Utterance[] = [];
  const scenes: Scene[] = [];
  for (const [paragraph, inside] of byParagraph(article.paragraphs, quotes)) {
    const phrases = findCircumstances(article.text, paragraph.span);
    const tellsOfOccasion = surnames.size > 0 && phrases.some(({ occasion }) => occasion);
    if (inside.length === 0 && !tellsOfOccasion) continue;
    const reading = readParagraph(article.text, paragraph, inside, phrases);
    const heard = readUtterances(reading, speakers, surnames);
    for (const utterance of heard) utterances.push(utterance);
    if (tellsOfOccasion) for (const scene of readScenes(reading, heard, surnames)) scenes.push(scene);
  }
  utterances.sort((a, b) => a.at - b.at);
  const handed = surnames.size > 0 ? handOn(utterances, scenes) : [];
  const told = new Map(utterances.map((utterance, i) => [utterance.quote, handed[i] ?? utterance.told]));
  return quotes.map((quote) => worded(told.get(quote) ?? UNKNOWN, article.published));
}

/** A paragraph with what is said in it. */
type ParagraphReading = {
  readonly paragraph: Paragraph;
  readonly quotes: readonly Quote[];
  readonly sentences: readonly Span[];
  readonly clauseOf: (run: Span) => Clause;
};

function readParagraph(
  text: string,
  paragraph: Paragraph,
  quotes: readonly Quote[],
  phrases: readonly Circumstance[],
): ParagraphReading {
  const contents = quotes.flatMap(({ content }) => content);
  const clauseOf = (run: Span): Clause => ({
    text,
    run,
    phrases: phrases.filter(({ span }) => overlap(span, run)),
    contents: contents.filter((span) => overlap(span, run)),
  });
  return { paragraph, quotes, sentences: sentencesOf(text, paragraph.span), clauseOf };
}

/** The quotes of a paragraph, each with what its sentence tells of when and where it was said. */
function readUtterances(
  { paragraph, quotes, sentences, clauseOf }: ParagraphReading,
  speakers: ReadonlyMap<Quote, string>,
  surnames: ReadonlySet<string>,
): readonly Utterance[] {
  return bySentence(sentences, paragraph.span, quotes).flatMap(({ run, own, sharing }) => {
    const clause = clauseOf(run);
    return own.map((quote): Utterance => {
      const at = startOf(quote);
      const words = quote.cue.length === 0 ? '' : left(clause, [Math.max(run[0], at - 30), endOfCue(quote)]);
      return {
        quote,
        at,
        run,
        words,
        paragraph: paragraph.number,
        name: speakers.get(quote) ?? null,
        namedInFull: /\p{Lu}[\p{L}.’'-]* \p{Lu}\p{Ll}/u.test(
          quote.source
            .map((span) => clause.text.slice(...span))
            .join(' ')
            .replace(/\b(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov)\. /g, ''),
        ),
        told: attachedTo(quote, { ...clause, phrases: clause.phrases.filter(isNearest(quote, sharing)) }),
        asked: ASKING.test(words) ? namesIn(left(clause, run), surnames) : [],
        nested: quotes.some((other) => other !== quote && other.content.some(([s, e]) => s <= at && at < e)),
      };
    });
  });
}

/** The sentences of a paragraph that tell where somebody spoke, beside those whose phrases belong to a quote. */
function readScenes(
  { paragraph, sentences, clauseOf }: ParagraphReading,
  utterances: readonly Utterance[],
  surnames: ReadonlySet<string>,
): readonly Scene[] {
  const telling = utterances.filter(({ told }) => !isUntold(told));
  return sentences
    .filter((sentence) => !telling.some(({ run }) => overlap(run, sentence)))
    .flatMap((sentence) => readScene(clauseOf(sentence), paragraph.number, surnames) ?? []);
}

function worded({ when, where }: Told, published: string | null): Said {
  if (when === null && where.length === 0) return UNTOLD;
  const time = when && tidy(when.words);
  return {
    when: time,
    where: where.length === 0 ? null : tidy(where.map(({ words }) => words).join(' ')),
    date: time === null ? null : resolveDay(time, published),
  };
}

const tidy = (words: string): string =>
  words
    .replace(/ {2,}/g, ' ')
    .replace(/[,.]([”"’]|'')$/, '$1')
    .replace(/(?<=\p{Lu}{3})\.$/u, '')
    .trim();

/** Where a quote is said: its cue, or else its words. */
const startOf = ({ cue, content }: Quote): number => cue[0]?.[0] ?? content[0]?.[0] ?? 0;

const endOfCue = (quote: Quote): number => quote.cue.at(-1)?.[1] ?? startOf(quote);

/** The quotes whose cue, or else whose words, stand in a paragraph, for every paragraph. */
function byParagraph(
  paragraphs: readonly Paragraph[],
  quotes: readonly Quote[],
): ReadonlyMap<Paragraph, readonly Quote[]> {
  const found = new Map<Paragraph, Quote[]>(paragraphs.map((paragraph) => [paragraph, []]));
  for (const quote of quotes) {
    const at = startOf(quote);
    const paragraph = paragraphs[lastFrom(paragraphs, ({ span }) => span[0] <= at)];
    if (paragraph && at < paragraph.span[1]) found.get(paragraph)?.push(quote);
  }
  return found;
}

/** The number of the last item for which `holds` is true, where it is true up to some item and false from there on; -1 for none. */
function lastFrom<T>(items: readonly T[], holds: (item: T) => boolean): number {
  let [low, high] = [0, items.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(items[middle] as T)) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** A sentence, or a run of sentences, that holds the cue and the source of its own quotes; others may have a cue in it. */
type Run = { readonly run: Span; readonly own: readonly Quote[]; readonly sharing: readonly Quote[] };

function bySentence(sentences: readonly Span[], paragraph: Span, quotes: readonly Quote[]): readonly Run[] {
  const runs = new Map<number, { readonly run: Span; readonly own: Quote[] }>();
  for (const quote of quotes) {
    const parts = [...quote.cue, ...quote.source].filter((part) => contains(paragraph, part));
    if (quote.cue.length === 0) parts.push([startOf(quote), startOf(quote) + 1]);
    const [from, to] = [Math.min(...parts.map(([s]) => s)), Math.max(...parts.map(([, e]) => e))];
    const first = Math.max(
      0,
      lastFrom(sentences, ([s]) => s <= from),
    );
    const last = Math.max(
      0,
      lastFrom(sentences, ([s]) => s < to),
    );
    const key = first * sentences.length + last;
    const known = runs.get(key);
    if (known) known.own.push(quote);
    else runs.set(key, { run: [sentences[first]?.[0] ?? 0, sentences[last]?.[1] ?? 0], own: [quote] });
  }
  const byCue = quotes.filter(({ cue }) => cue.length > 0).sort((a, b) => startOf(a) - startOf(b));
  return [...runs.values()].map(({ run, own }) => ({
    run,
    own,
    sharing: byCue.slice(
      lastFrom(byCue, (quote) => startOf(quote) < run[0]) + 1,
      lastFrom(byCue, (quote) => startOf(quote) < run[1]) + 1,
    ),
  }));
}

/** Whether a phrase stands nearer to a quote's cue, or to another one with the same source, than to those of the others. */
const isNearest =
  (quote: Quote, sharing: readonly Quote[]) =>
  ({ span }: Circumstance): boolean => {
    const one = nearest(span, sharing);
    return one === undefined || one.source[0]?.[0] === quote.source[0]?.[0];
  };

function nearest(span: Span, quotes: readonly Quote[]): Quote | undefined {
  let [found, least]: [Quote | undefined, number] = [undefined, Number.POSITIVE_INFINITY];
  for (const quote of quotes)
    for (const [s, e] of quote.cue) {
      const gap = s >= span[1] ? s - span[1] : Math.max(0, span[0] - e);
      if (gap < least) [found, least] = [quote, gap];
    }
  return found;
}
