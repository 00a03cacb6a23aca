import { stripVTControlCharacters } from 'node:util';

// Line breaks stay. Besides the control characters, those go that turn the direction of the text around them.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

/**
 * Text that may be shown in a terminal: without escape sequences and control characters, so that no article, file name
 * or question can drive the terminal. Line breaks stay as `\n`, tabs become spaces.
 */
export function plainText(text: string): string {
  return stripVTControlCharacters(text)
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replaceAll('\t', ' ')
    .replace(CONTROLS, '');
}

/** The same on one line: every stretch of white space is one space. */
export function oneLine(text: string): string {
  return plainText(text).replace(/\s+/g, ' ').trim();
}
