/** Signs of scripts that put no spaces between words. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]{8}/u;
/** A sentence that says anything has so many words. */
const FEW_WORDS = 4;

/** Whether a text has a sentence in it, or at least a line of words: without one nobody says anything. Takes a time that grows with the text. */
export function hasSentence(text: string): boolean {
  // A pattern that repeats itself over millions of characters may run out of stack.
  for (const line of text.split(/[\r\n]/)) {
    let words = 0;
    for (const word of line.split(/\s/)) if (/[\p{L}\p{N}]/u.test(word) && ++words === FEW_WORDS) return true;
  }
  return UNSPACED.test(text);
}
