import type { Span } from '../articles/article.ts';
import type { Quote } from '../quotes/quote.ts';
import { mainClause } from './clauses.ts';
import type { Copy } from './layout.ts';

/** A source's words, and where they stand. */
type Words = { readonly at: number; readonly words: string };

const HAVE = '(?:(?:has|have|had)(?:\\s+(?:also|now|since|long))?\\s+been|is|are|was|were|being)';
const ADVERB = '(?:\\s+(?:\\p{Ll}+ly|also|later|once|often|widely))?';
/** Behind "whose": nouns for somebody or something that belongs to the one named before. */
const WHOSE = /(?<!\p{L})whose\s+(?:[\p{Ll}\d-]+\s+|[\p{Ll}\d-]+,\s+){0,4}$/u;
const SPEAKS =
  /^(?:,[^,.]{1,60},|,\s*\d+,?)?\s+(?:(?:has|had|also|later|then)\s+)*(?:said|says|told|tells|added|asked|wrote|writes|argued|argues|claimed|claims|warned|warns|insisted|insists|called|calls|denied|denies|believes|believed|thinks|thought)(?!\p{L})/u;
/** "Cole was quoted by | Interfax | as saying": somebody before the words says it. */
const QUOTED = new RegExp(
  `\\s+${HAVE}${ADVERB}\\s+(?:quoted|cited|reported)(?:\\s+\\p{Ll}+ly)?(?:\\s+on\\s+\\p{Lu}\\p{Ll}+)?\\s+(?:by|in)\\s+(?:(?:the|a|an)\\s+)?$`,
  'u',
);
const AS_SAYING =
  /^[^.!?;“”"]{0,80}?\s*(?:as\s+(?:saying|having|telling|stating|warning|claiming|insisting|describing|calling)|saying)(?!\p{L})/u;
/** "The government have been accused of …": others say it. */
const ACCUSED = new RegExp(
  `^,?\\s+${HAVE}${ADVERB}\\s+(?:accused|suspected|blamed|charged|criticised|criticized|condemned|denounced|convicted|sued|urged|warned|told|asked|ordered|advised|reminded|informed)(?:\\s+(?!and|but|when|then|as|after|before|who)\\p{Ll}+){0,3}[\\s:,]*$`,
  'u',
);

/** Whether a quote is what others say of its source: of somebody accused, or to somebody told. */
export function isSaidOf({ text }: Copy, { source, content }: Quote): boolean {
  const [words, first] = [source[0], content[0]];
  return words !== undefined && first !== undefined && ACCUSED.test(text.slice(words[1], first[0]));
}

/** The words for whoever says it where a source's own are of somebody else. */
export function reframe({ text }: Copy, [at, end]: Span, words: string): Words {
  const behind = text.slice(end, end + 140);
  const start = sentenceStart(text, at);
  const before = text.slice(start, at);
  const by = /^(?:by|in)\s+/.exec(words)?.[0] ?? '';
  const quoted = QUOTED.exec(before + by);
  if (quoted && AS_SAYING.test(behind)) {
    const main = mainClause(text, [start, start + quoted.index]);
    const clause = text.slice(main, start + quoted.index);
    const adjunct =
      /^(?:(?:On|In|At|Later|Earlier|Today|Yesterday|Also)(?:\s[^,]{1,60})?,\s+)/.exec(clause)?.[0] ?? '';
    return { at: main + adjunct.length, words: clause.slice(adjunct.length) };
  }
  // "Jean Cole, whose son Peter died, said": never Peter, but "Jean Cole, whose lawyer Tom Pike said" is the lawyer
  const opening = /^(?:whose\s+)?(?:[\p{Ll}\d-]+\s+)*/u.exec(words)?.[0] ?? '';
  const whose = WHOSE.exec(before + opening);
  if (whose && /\p{Lu}/u.test(words) && !SPEAKS.test(behind))
    return { at: start + whose.index, words: 'who' };
  return { at, words };
}

/** Where the sentence of an offset begins, at most 300 letters before. */
function sentenceStart(text: string, at: number): number {
  const from = Math.max(0, at - 300);
  const before = text.slice(from, at);
  const stop = [...before.matchAll(/(?<!(?:\p{Lu}|Mr|Ms|Mrs|Dr|Sen|Gov|Rep))[.!?][”"’']?\s+|\n/gu)].at(-1);
  return from + (stop ? stop.index + stop[0].length : 0);
}
