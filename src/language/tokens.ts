import type { PartOfSpeech } from 'wink-nlp';
import { readingOf } from './reading.ts';
import type { Span } from './span.ts';
import { tag } from './tagger.ts';
import { separateWords } from './words.ts';

/** One word or mark of a text. */
export type Token = {
  /** As it is read: an HTML entity is the character that it stands for. */
  readonly text: string;
  readonly lower: string;
  /** The dictionary form, in lower case: "said" -> "say". */
  readonly lemma: string;
  /** Part of speech, a Universal Dependencies tag: "VERB". */
  readonly tag: PartOfSpeech;
  readonly start: number;
  readonly end: number;
  /** The number of its sentence within the paragraph, from 0. */
  readonly sentence: number;
};

/**
 * Reads a stretch of a text as tokens with tags, lemmas and sentences. Marks of Markdown and HTML are no tokens.
 *
 * Give it one paragraph at a time: the sentence splitter doesn't end a sentence at a line break.
 * Offsets count from the start of `text`, not of the stretch.
 */
export function readTokens(text: string, span: Span): readonly Token[] {
  const reading = readingOf(text, span);
  const { separated, cuts } = separateWords(reading.text);
  const { words, lemmas, tags, sentences } = tag(separated);
  const tokens: Token[] = [];
  let [at, cut, sentence] = [0, 0, 0];
  for (const [i, word] of words.entries()) {
    if (word === '') continue; // the tokeniser finds words without letters between full stops
    while (i > (sentences[sentence] ?? i)) sentence++;
    const start = find(reading.text, word, at);
    if (start === null) continue; // the tokeniser changed the word's letters; nothing may be told about it
    at = start + word.length;
    while ((cuts[cut]?.[0] ?? at) < at) cut++;
    if (cuts[cut]?.[0] === at) at = cuts[cut]?.[1] ?? at;
    const written = reading.text.slice(start, at);
    tokens.push({
      text: written,
      lower: written.toLowerCase(),
      lemma: lemmas[i] ?? word,
      tag: tags[i] ?? 'X',
      start: reading.startOf(start),
      end: reading.endOf(at),
      sentence,
    });
  }
  return tokens;
}

/** How far behind its place a word is looked for, where the tokeniser left something out. */
const REACH = 100;

/** Where the next word stands: behind the white space at `at`, or a little further on; null where it doesn't. */
function find(text: string, word: string, at: number): number | null {
  let from = at;
  while (text.charCodeAt(from) === 32) from++;
  if (text.startsWith(word, from)) return from;
  const found = text.slice(from, from + REACH + word.length).indexOf(word);
  return found < 0 ? null : from + found;
}
