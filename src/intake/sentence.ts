/** Four words, the last of which ends a sentence or a line; or signs of a script without spaces. */
const SENTENCE =
  /(?:[\p{L}\p{N}][^\s]*[^\S\n]+){3,}[^\s]*[\p{L}\p{N}]|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]{8}/u;

/** Whether a text has a sentence in it: without one nobody says anything. */
export const hasSentence = (text: string): boolean => SENTENCE.test(text);
