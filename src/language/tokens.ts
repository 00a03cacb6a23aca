import { createRequire } from 'node:module';
import type { ItemToken, ItsFunction, PartOfSpeech, WinkMethods } from 'wink-nlp';
import type { Span } from './span.ts';

/** One word or mark of a text. */
export type Token = {
  /** As it stands in the text. */
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

type Tagger = {
  readonly nlp: WinkMethods;
  readonly lemmaOf: ItsFunction<string>;
  readonly tagOf: ItsFunction<string>;
};
let loaded: Tagger | undefined;

/** The tagger with its model, loaded at the first text: what reads none (`--help`) needn't wait for it. */
function tagger(): Tagger {
  if (loaded) return loaded;
  const require = createRequire(import.meta.url);
  const winkNLP: typeof import('wink-nlp').default = require('wink-nlp');
  const nlp = winkNLP(require('wink-eng-lite-web-model'), ['sbd', 'pos']);
  // wink-nlp's typings don't hold its own token functions to be what `out` takes
  const lemmaOf = nlp.its.lemma as unknown as ItsFunction<string>;
  const tagOf = nlp.its.pos as unknown as ItsFunction<string>;
  loaded = { nlp, lemmaOf, tagOf };
  return loaded;
}

/**
 * Reads a stretch of a text as tokens with tags, lemmas and sentences.
 *
 * Give it one paragraph at a time: the sentence splitter doesn't end a sentence at a line break.
 * Offsets count from the start of `text`, not of the stretch.
 */
export function readTokens(text: string, [start, end]: Span): readonly Token[] {
  const stretch = text.slice(start, end);
  const { nlp, lemmaOf, tagOf } = tagger();
  const tokens: Token[] = [];
  let at = 0;
  nlp
    .readDoc(stretch)
    .sentences()
    .each((sentence, number) => {
      sentence.tokens().each((item: ItemToken) => {
        const word = item.out();
        const found = stretch.indexOf(word, at);
        if (found < 0) return; // the tokeniser changed the word's letters; nothing may be told about it
        at = found + word.length;
        tokens.push({
          text: word,
          lower: word.toLowerCase(),
          lemma: item.out(lemmaOf),
          tag: item.out(tagOf) as PartOfSpeech,
          start: start + found,
          end: start + at,
          sentence: number,
        });
      });
    });
  return tokens;
}
