import { createRequire } from 'node:module';
import type { ItsFunction, PartOfSpeech, WinkMethods } from 'wink-nlp';

/** The words and marks of a text, with what the tagger tells of each. */
export type Tagging = {
  readonly words: readonly string[];
  /** The dictionary forms, in lower case. */
  readonly lemmas: readonly string[];
  readonly tags: readonly PartOfSpeech[];
  /** For each sentence the number of its last word. */
  readonly sentences: readonly number[];
};

/** The tagger keeps every word that it ever saw; after so many characters it is loaded anew, so that memory has an end. */
const LIFETIME = 4_000_000;

let loaded: WinkMethods | undefined;
let read = 0;

/** The tagger with its model, loaded at the first text: what reads none (`--help`) needn't wait for it. */
function tagger(): WinkMethods {
  if (loaded) return loaded;
  const require = createRequire(import.meta.url);
  const winkNLP: typeof import('wink-nlp').default = require('wink-nlp');
  loaded = winkNLP(require('wink-eng-lite-web-model'), ['sbd', 'pos']);
  read = 0;
  return loaded;
}

/** Tells the words of a text, with their tags, lemmas and sentences. */
export function tag(text: string): Tagging {
  if (read > LIFETIME) loaded = undefined;
  const { readDoc, its, as } = tagger();
  read += text.length;
  const doc = readDoc(text);
  const words = doc.tokens();
  if (words.length() === 0) return { words: [], lemmas: [], tags: [], sentences: [] };
  return {
    words: words.out(its.value, as.array) as string[],
    lemmas: words.out(its.lemma as unknown as ItsFunction<string>, as.array) as string[],
    tags: words.out(its.pos as unknown as ItsFunction<string>, as.array) as PartOfSpeech[],
    sentences: (doc.sentences().out(its.span, as.array) as unknown as [number, number][]).map(
      ([, last]) => last,
    ),
  };
}
