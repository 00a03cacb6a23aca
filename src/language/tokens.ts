import model from 'wink-eng-lite-web-model';
import winkNLP, { type ItemToken, type ItsFunction, type PartOfSpeech } from 'wink-nlp';
import type { Span } from '../articles/article.ts';

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

const nlp = winkNLP(model, ['sbd', 'pos']);
/** wink-nlp's typings don't hold its own token functions to be what `out` takes. */
const lemmaOf = nlp.its.lemma as unknown as ItsFunction<string>;
const tagOf = nlp.its.pos as unknown as ItsFunction<string>;

/**
 * Reads a stretch of a text as tokens with tags, lemmas and sentences.
 *
 * Give it one paragraph at a time: the sentence splitter doesn't end a sentence at a line break.
 * Offsets count from the start of `text`, not of the stretch.
 */
export function readTokens(text: string, [start, end]: Span): readonly Token[] {
  const stretch = text.slice(start, end);
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
