import { wordCluster } from '../language/word-clusters.ts';
import { hashText, join } from './feature-hash.ts';
import type { Passage, Range } from './passage.ts';

/** A passage's tokens as numbers, one array an attribute: what features are made of. */
export type EncodedPassage = {
  readonly length: number;
  /** The word in lower case, digits and quotation marks of all kinds alike. */
  readonly word: Int32Array;
  readonly lemma: Int32Array;
  readonly tag: Int32Array;
  /** Capitals, digits and marks. */
  readonly shape: Int32Array;
  readonly suffix: Int32Array;
  /** A coarse and a fine class of words that are used alike; 0 where it isn't known. */
  readonly coarse: Int32Array;
  readonly fine: Int32Array;
  /** The number of the quotation that the token stands in with its marks, or -1. */
  readonly quotation: Int32Array;
  /** 1 where it belongs to a phrase of time outside quotation marks. */
  readonly timed: Uint8Array;
  /** The number of its sentence within the passage. */
  readonly sentence: Int32Array;
  readonly sentences: readonly Range[];
};

/** What stands beyond a passage's edges. */
const OUTSIDE = 7;

const suffixHash = (word: string): number => hashText(`x${word.slice(-3)}`);
export const wordHash = (word: string): number => hashText(`w${word}`);
const tagHash = (tag: string): number => hashText(`t${tag}`);

/** Some words and tags that features look for. */
export const MARK = wordHash('"');
export const COMMA = wordHash(',');
export const THAT = wordHash('that');
export const TO = wordHash('to');
export const VERB = tagHash('VERB');
export const AUX = tagHash('AUX');
export const NOUN = tagHash('NOUN');
export const PROPN = tagHash('PROPN');
export const PRON = tagHash('PRON');
export const PARTICIPLE = suffixHash('ing');
export const CCONJ = tagHash('CCONJ');

/** An attribute of a token, or `OUTSIDE` where there is no such token. */
export const attribute = (p: EncodedPassage, values: Int32Array, i: number): number =>
  i >= 0 && i < p.length ? (values[i] as number) : OUTSIDE;

type Word = {
  readonly word: number;
  readonly shape: number;
  readonly suffix: number;
  readonly coarse: number;
  readonly fine: number;
};

/** Words as they were encoded before, by their text: most words come again. */
const encoded = new Map<string, Word>();
const lemmas = new Map<string, number>();
/** So many are kept, lest hostile text fill the memory. */
const KEPT = 100_000;

/** How a word looks: a run of alike characters counts as two. */
const shapeOf = (text: string): string =>
  text
    .slice(0, 40)
    .replace(/\p{Lu}/gu, 'X')
    .replace(/\p{L}/gu, 'x')
    .replace(/\p{N}/gu, 'd')
    .replace(/(.)\1+/g, '$1$1')
    .slice(0, 8);

/** One spelling for what means the same. */
const normal = (lower: string): string =>
  lower
    .replace(/[‘’]/g, "'")
    .replace(/^(?:[“”„«»"]|'')$/, '"')
    .replace(/\d/g, '0');

function encodeWord(text: string): Word {
  const known = encoded.get(text);
  if (known) return known;
  const word = normal(text.toLowerCase());
  const cluster = wordCluster(word);
  const fresh = {
    word: wordHash(word),
    shape: hashText(`s${shapeOf(text)}`),
    suffix: suffixHash(word),
    coarse: cluster ? join(11, cluster.coarse) : 0,
    fine: cluster ? join(12, cluster.fine) : 0,
  };
  if (encoded.size < KEPT) encoded.set(text, fresh);
  return fresh;
}

function lemmaHash(lemma: string): number {
  const known = lemmas.get(lemma);
  if (known !== undefined) return known;
  const fresh = wordHash(normal(lemma));
  if (lemmas.size < KEPT) lemmas.set(lemma, fresh);
  return fresh;
}

const tags = new Map<string, number>();

function cachedTag(tag: string): number {
  const known = tags.get(tag);
  if (known !== undefined) return known;
  const fresh = tagHash(tag);
  tags.set(tag, fresh);
  return fresh;
}

/** Writes a passage's tokens as numbers. */
export function encodePassage(p: Passage): EncodedPassage {
  const length = p.tokens.length;
  const make = () => new Int32Array(length);
  const columns = {
    word: make(),
    lemma: make(),
    tag: make(),
    shape: make(),
    suffix: make(),
    coarse: make(),
    fine: make(),
  };
  for (const [i, token] of p.tokens.entries()) {
    // '' is a quotation mark that the tokeniser takes for two apostrophes
    const twin = token.text === "'" ? p.tokens[i + 1] : undefined;
    const before = token.text === "'" ? p.tokens[i - 1] : undefined;
    const doubled =
      (twin?.text === "'" && twin.start === token.end) ||
      (before?.text === "'" && before.end === token.start);
    const word = encodeWord(doubled ? '"' : token.text);
    columns.word[i] = word.word;
    columns.shape[i] = word.shape;
    columns.suffix[i] = word.suffix;
    columns.coarse[i] = word.coarse;
    columns.fine[i] = word.fine;
    columns.lemma[i] = lemmaHash(token.lemma);
    columns.tag[i] = cachedTag(token.tag);
  }
  const sentence = make();
  for (const [n, [from, to]] of p.sentences.entries()) sentence.fill(n, from, to);
  return {
    ...columns,
    length,
    quotation: Int32Array.from(p.inside),
    timed: Uint8Array.from(p.timed, Number),
    sentence,
    sentences: p.sentences,
  };
}
