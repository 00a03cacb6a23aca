/** What has no width and says nothing: soft hyphens, marks of direction, byte order marks; joiners stay, emoji and scripts need them. */
const WITHOUT_WIDTH = /[\xad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;
/** White space of any kind, and what stands for a line break in a parsed page. */
const SPACE = /[\s\p{Cc}\ue000]+/gu;

/**
 * A stretch of text as one line that can be kept anywhere: white space and control characters of any kind are one space, none stands at
 * an end, and what is half a character is U+FFFD. Every other character stays as it is.
 */
export const oneLine = (text: string): string =>
  text
    .replace(WITHOUT_WIDTH, '')
    .replace(SPACE, ' ')
    .trim()
    .replace(/\p{Cs}/gu, '\ufffd');
