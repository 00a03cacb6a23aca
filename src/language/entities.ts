/** HTML's names for the characters from 160 on, in their order. */
const LATIN =
  `nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute
  micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil
  Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute
  Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute
  icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml`.split(
    /\s+/,
  );

/** The other names that news leaves in its text. */
const OTHERS: Readonly<Record<string, string>> = {
  quot: '"',
  apos: "'",
  amp: '&',
  lt: '<',
  gt: '>',
  ldquo: '“',
  rdquo: '”',
  bdquo: '„',
  lsquo: '‘',
  rsquo: '’',
  sbquo: '‚',
  lsaquo: '‹',
  rsaquo: '›',
  hellip: '…',
  ndash: '–',
  mdash: '—',
  bull: '•',
  euro: '€',
  trade: '™',
  ensp: ' ',
  emsp: ' ',
  thinsp: ' ',
  zwnj: '',
  zwj: '',
  Scaron: 'Š',
  scaron: 'š',
  Zcaron: 'Ž',
  zcaron: 'ž',
};

const NAMED = new Map([
  ...Object.entries(OTHERS),
  ...LATIN.map((name, place): [string, string] => [name, String.fromCharCode(160 + place)]),
]);

/** What Windows-1252 has at 0x80 to 0x9f, where Unicode has control characters: `&#147;` means “ in HTML too. */
export const WINDOWS_1252 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

/**
 * The character that an HTML entity stands for, also where it was escaped twice: "&quot;", "&#8220;", "&amp;#x201c;".
 * White space of any kind is a space. Null where it stands for none.
 */
export function characterOf(entity: string): string | null {
  const name = entity.replace(/^&(?:amp;(?=[^;]+;))*/i, '').slice(0, -1);
  const character = name.startsWith('#') ? numbered(name) : (NAMED.get(name) ?? null);
  if (character === null) return null;
  return /^\s$/.test(character) ? ' ' : character === '\xad' ? '' : character;
}

function numbered(name: string): string | null {
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
  if (code >= 0x80 && code <= 0x9f) return WINDOWS_1252[code - 0x80] ?? null;
  if (code === 9 || code === 10 || code === 13) return ' ';
  if (code < 32 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return null;
  return String.fromCodePoint(code);
}
