/** Addresses, mentions, times, emoji, and the marks that Discord's markdown has at the beginning of a line. */
const NO_WORDS: readonly (readonly [pattern: RegExp, instead: string])[] = [
  [/\[([^\]\n]+)\]\(<?[a-z]+:\/\/[^)\s]+>?(?: "[^"]*")?\)/gi, '$1'],
  [/<?\b[a-z][a-z0-9+.-]*:\/\/[^\s>]+>?/gi, ' '],
  [/<(?:@[!&]?|#|a?:\w+:|t:|\/[\w -]+:|id:)[\w:-]*>/g, ' '],
  [/(?<![\p{L}\p{N}]):[a-z0-9_+-]{2,32}:(?![\p{L}\p{N}])/giu, ' '],
  [/@(?:everyone|here)\b/g, ' '],
  [/```[a-z]*\n?|`/g, ' '],
  [/^(?:-#|#{1,3}) +/gm, ''],
  [/\*{1,3}|__|~~|\|\|/g, ''],
  [/(?<![\p{L}\p{N}_])_(?=\S)|(?<=\S)_(?![\p{L}\p{N}_])/gu, ''],
  [/\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|\ufe0f|\u20e3/gu, ' '],
  [/[\u200b-\u200f\u2060\ufeff]/g, ''],
];
/** Lines of a block quote, and the text behind ">>>" to the end of the message. */
const BLOCK = /(?:^> ?.*(?:\n|$))+|^>>> [\s\S]*/gm;

/**
 * The words of a message in Discord's markdown, lines kept: without links, mentions, emoji and marks. A block quote becomes a
 * quotation between marks, unless it holds one or says itself who said it.
 */
export function plainMessage(typed: string): string {
  const text = typed.replace(/\r\n?/g, '\n').replace(BLOCK, (block) => {
    const words = block.replace(/^>(?:>>)? ?/gm, '').trim();
    const holdsQuotation = /["“”«»]/.test(words) || /(?:^|\n)\s*[-–—]\s*\p{L}/u.test(words);
    return holdsQuotation || words === '' ? `${words}\n` : `“${words}”\n`;
  });
  return NO_WORDS.reduce((plain, [pattern, instead]) => plain.replace(pattern, instead), text)
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n\s*/g, '\n')
    .trim();
}
