import type { Article, Span } from '../articles/article.ts';
import { type ChosenAttribution, chooseAttributions } from './choose-attributions.ts';
import { encodePassage } from './encoded-passage.ts';
import { readAnswer, readInterview } from './interview.ts';
import { kindOf } from './kind.ts';
import { type Passage, type Range, readPassage, spanOf } from './passage.ts';
import type { Quote } from './quote.ts';
import { tellsOfSpeech } from './spoken-words.ts';
import { opensWithMark, readStretches } from './stretches.ts';
import { readTurn, readTurnNames, type TurnNames } from './turns.ts';
import {
  findUncued,
  openSpeech,
  quotationsBehindNames,
  speechLedUpTo,
  withSpeechBefore,
} from './uncued-quotations.ts';
import { type QuoteModels, quoteModels } from './weights.ts';
import { makeClausesWhole } from './whole-clauses.ts';

/** What quotes are found in. */
type Copy = Pick<Article, 'text' | 'paragraphs'> & Partial<Pick<Article, 'title'>>;

/**
 * Finds the quotes of an article: who (source) expresses (cue) what (content), in the order of their contents.
 *
 * Headline and paragraphs are read one by one: a learned tagger finds where cues may stand, another reads for each cue
 * its content and source, and a choice is made among what was read (README.md tells more). Contents are as people
 * mark them in PolNeAR: with their quotation marks, with the "that" that begins them, without a full stop behind them.
 */
export function extractQuotes(article: Copy): readonly Quote[] {
  const models = quoteModels();
  const names = readTurnNames(article);
  const interview = readInterview(article);
  const quotes: Quote[] = [];
  let before: readonly Quote[] = [];
  let speech: readonly Span[] = [];
  let previous: Passage | null = null;
  let told: Passage | null = null;
  const stretches = readStretches(article);
  for (const [i, stretch] of stretches.entries()) {
    const passage = readPassage(article.text, stretch);
    const answer = readAnswer(passage, stretch.number, interview);
    const read = answer ? [answer] : readQuotes(passage, models, stretch.number === 0, names);
    const next = stretches[i + 1];
    const goesOn = next !== undefined && opensWithMark(article.text, next);
    const unclosed = read.length === 0 && !goesOn ? readUnclosed(passage, models) : [];
    const chosen = withSpeechBefore(passage, [...read, ...unclosed], speech);
    const { extended, found } = findUncued(passage, chosen, before, previous);
    const led = chosen.length + found.length > 0 ? [] : speechLedUpTo(passage, speech, told);
    const whole = openSpeech(passage);
    if (whole === null) told = passage;
    previous = passage;
    if (extended) quotes[quotes.indexOf(extended.from)] = extended.to;
    before = [...(extended ? [extended.to] : []), ...chosen, ...found].sort(byContent);
    quotes.push(...chosen, ...found, ...led);
    const open = before.length === 0 ? whole : null;
    speech = open ? [...speech, open] : [];
  }
  return quotes.sort(byContent);
}

/** A passage's quotes, in the order of their contents: a turn by its layout, or what the models find. */
function readQuotes(
  passage: Passage,
  models: QuoteModels,
  isHeadline: boolean,
  names: TurnNames,
): readonly Quote[] {
  const turn = readTurn(passage, isHeadline, names);
  return turn ? [turn] : quotesByModels(passage, models);
}

function quotesByModels(passage: Passage, models: QuoteModels): readonly Quote[] {
  const encoded = encodePassage(passage);
  return makeClausesWhole(encoded, chooseAttributions(encoded, models))
    .map((attribution) => quoteOf(passage, attribution))
    .filter(({ content }) => content.some((span) => /[\p{L}\p{N}]/u.test(passage.text.slice(...span))))
    .sort(byContent);
}

/** The least characters of a content that is looked through for what others have said. */
const ROOM = 30;

/**
 * Finds the quotes within the contents of others: "Cole wrote that Bell had said …" has Bell's as well. Each content that tells of
 * speech is read as if it stood alone.
 */
export function extractNested(article: Copy, quotes: readonly Quote[]): readonly Quote[] {
  const models = quoteModels();
  return quotes
    .flatMap(({ content }) => content)
    .map((span) => unmarked(article.text, span))
    .filter(([start, end]) => end - start >= ROOM && tellsOfSpeech(article.text.slice(start, end)))
    .flatMap((span) => {
      const passage = readPassage(article.text, { number: 0, span });
      const quotes = quotesByModels(passage, models);
      return [...quotes, ...quotationsBehindNames(passage, quotes)];
    })
    .filter(({ source }) => source.length > 0);
}

/** A span without the quotation marks that it is all within. */
function unmarked(text: string, [start, end]: Span): Span {
  const opens = /^(?:["“„«]|'')/.exec(text.slice(start, start + 2))?.[0].length ?? 0;
  const closes = /(?:["”“»]|'')$/.exec(text.slice(end - 2, end))?.[0].length ?? 0;
  return opens > 0 && closes > 0 && !/["“”„«»]|''/.test(text.slice(start + opens, end - closes))
    ? [start + opens, end - closes]
    : [start, end];
}

/** A cue stands within so many characters of the end of a quotation whose closing mark is missing. */
const TAIL = 80;

/**
 * The quote of a passage that is all one quotation without a closing mark, where its end names who says it: "“The bridge is safe, Smith
 * said." is read as if the mark stood before its cue.
 */
function readUnclosed(passage: Passage, models: QuoteModels): readonly Quote[] {
  const open = openSpeech(passage);
  if (!open) return [];
  const unmarked = { ...passage, quotations: [], inside: passage.inside.map(() => -1) };
  return quotesByModels(unmarked, models)
    .filter(({ content, cue, source }) => {
      const behind = (content[0]?.[1] ?? 0) <= (cue[0]?.[0] ?? 0) && (cue[0]?.[0] ?? 0) > passage.end - TAIL;
      return behind && source.length > 0 && content.length === 1 && (content[0]?.[0] ?? 0) <= open[0] + 1;
    })
    .map((quote): Quote => ({ ...quote, kind: 'direct' }));
}

const byContent = (a: Quote, b: Quote): number => (a.content[0]?.[0] ?? 0) - (b.content[0]?.[0] ?? 0);

function quoteOf(p: Passage, { content, cue, source }: ChosenAttribution): Quote {
  const spans = (ranges: readonly Range[]) => ranges.map((range) => spanOf(p, range));
  const ranges = content.map((range) => withoutTime(p, range));
  const kind = kindOf(p, ranges);
  const edged = kind === 'direct' ? ranges.map((range) => quotedPart(p, range)) : ranges;
  return withSourceInCue(p, { content: spans(edged), cue: spans([cue]), source: spans(source), kind });
}

/** Words of speech behind which a name may have been read as the cue's. */
const SAID = '(?:said|says|added|adds|asked|wrote|writes|explained|recalled|noted|insisted|argued|replied)';
const ONLY_SAID = new RegExp(`^${SAID}$`);
const SAID_BEFORE_NAME = new RegExp(`^${SAID}(?=\\s+\\p{Lu}\\S*\\s+\\p{Lu})`, 'u');
const FULL_NAME = /^\p{Lu}\S*\s+\p{Lu}/u;

/** `“…,” said | Dana Cole of Bridgeton`: a quote whose cue has the name that its source lacks, put right. */
function withSourceInCue({ text }: Passage, quote: Quote): Quote {
  const [[from, to] = [0, 0], ...more] = quote.cue;
  const [source] = quote.source;
  if (more.length > 0 || quote.source.length > 1) return quote;
  const cue = text.slice(from, to);
  if (source && ONLY_SAID.test(text.slice(...source)) && FULL_NAME.test(cue))
    return { ...quote, cue: [source], source: [[from, to]] };
  const said = SAID_BEFORE_NAME.exec(cue)?.[0];
  if (source || said === undefined) return quote;
  return { ...quote, cue: [[from, from + said.length]], source: [[from + said.length + 1, to]] };
}

/** Quotation marks are the edges of what is quoted directly: what stands beyond them, without a word in it, is cut off. */
function quotedPart(p: Passage, [from, to]: Range): Range {
  let [start, end] = [from, to];
  while (start < end && p.inside[start] === -1) start++;
  while (end > start && p.inside[end - 1] === -1) end--;
  return start < end ? [start, end] : [from, to];
}

/** A quotation ends at its closing mark: the time behind it says when it was said. */
function withoutTime(p: Passage, [from, to]: Range): Range {
  let end = to;
  while (end > from && p.timed[end - 1] === true) end--;
  const closes = end < to && p.inside[end - 1] !== -1 && p.inside[end - 1] === p.inside[from];
  return closes ? [from, end] : [from, to];
}
