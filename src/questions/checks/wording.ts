import { foldPlain } from '../../language/names.ts';
import { readTerms } from '../../language/terms.ts';
import { rarity } from '../../language/word-list.ts';

/** One word of a wording that is compared with another one. */
export type Word = {
  /** As it is written, with the marks around it. */
  readonly text: string;
  /** What it is compared by: case, accents, marks, contractions and British spelling make no difference. */
  readonly key: string;
  /** True where it stands at the one before without a space: the "n’t" of "don’t". */
  readonly glued: boolean;
  /** Whether it is one of the words that are frequent enough to be known. */
  readonly isKnown: boolean;
  /** How much it tells which wording this is, from 0 (a word that only holds a sentence together) to 1. */
  readonly weight: number;
};

const NUMBERS = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ');
const CONTRACTED: Readonly<Record<string, string>> = {
  "n't": 'not',
  "'m": 'am',
  "'re": 'are',
  "'ve": 'have',
  "'ll": 'will',
  "'d": 'would',
  "'s": 'is',
};
const STEMS: Readonly<Record<string, string>> = { ca: 'can', wo: 'will', sha: 'shall' };

/** "don't", "they're"; and "it's", which is no possessive. */
const CONTRACTION =
  /^(\P{L}*)([\p{L}]+?)(n['’‘]t|['’‘](?:m|re|ve|ll|d)|(?<=^\P{L}*(?:it|he|she|that|there|what|who|here|where|let))['’‘]s)(\P{L}*)$/iu;
/** A piece between spaces, up to a dash or slash within it. */
const PIECES = /[^\s\-‐‑–—/]+[-‐‑–—/]*|[-‐‑–—/]+/gu;

/** The words of a text in order; marks that stand alone belong to none. */
export function readWords(text: string): readonly Word[] {
  const words: Word[] = [];
  for (const { 0: piece, index } of text.matchAll(PIECES)) {
    const glued = index > 0 && !/\s/.test(text[index - 1] ?? '');
    for (const [i, word] of readPiece(piece).entries()) words.push({ ...word, glued: glued || i > 0 });
  }
  return words;
}

type Read = Omit<Word, 'glued'>;

/** Pieces that were read: the same ones come again and again. Emptied when it is full, so that it can't grow without end. */
const known = new Map<string, readonly Read[]>();
const MOST_KNOWN = 50_000;

function readPiece(piece: string): readonly Read[] {
  const found = known.get(piece);
  if (found) return found;
  if (known.size >= MOST_KNOWN) known.clear();
  const read = split(piece).map(([text, plain]) => ({
    text,
    key: american(plain),
    isKnown: rarity(plain) < 1,
    weight: weightOf(plain),
  }));
  known.set(piece, read);
  return read;
}

function split(piece: string): readonly (readonly [text: string, key: string])[] {
  const contraction = CONTRACTION.exec(piece);
  if (contraction) {
    const [, before = '', stem = '', end = '', after = ''] = contraction;
    const lower = stem.toLowerCase();
    const folded = end.toLowerCase().replace(/[’‘]/g, "'");
    return [
      [before + stem, plainOf(STEMS[lower] ?? stem)],
      [end + after, CONTRACTED[folded] ?? folded],
    ];
  }
  if (/^\P{L}*cannot\P{L}*$/iu.test(piece)) {
    const at = piece.toLowerCase().indexOf('not');
    return [
      [piece.slice(0, at), 'can'],
      [piece.slice(at), 'not'],
    ];
  }
  const key = plainOf(piece);
  if (key === '') return [];
  const percent = /^(.*\d)\s*%/.exec(piece)?.[1];
  if (percent === undefined) return [[piece, key]];
  return [
    [percent, key],
    [piece.slice(percent.length), 'percent'],
  ];
}

function plainOf(piece: string): string {
  if (/\d/.test(piece))
    return piece
      .toLowerCase()
      .replace(/[^0-9a-z.,]/g, '')
      .replace(/,(?=\d{3})/g, '')
      .replace(/^[.,]+|[.,]+$/g, '');
  const plain = foldPlain(piece).join('');
  const number = NUMBERS.indexOf(plain);
  if (number >= 0) return String(number);
  return plain;
}

/** One spelling for "recognise" and "recognize", "colour" and "color". */
const american = (plain: string): string =>
  plain.replace(/(?<=..)is(?=(?:e|ed|es|ing|ation)$)/, 'iz').replace(/(?<=...)our(?=s?$)/, 'or');

/** Words that hold a sentence together weigh nothing, others the more the rarer they are; numbers, names and places most. */
function weightOf(plain: string): number {
  if (/\d/.test(plain)) return plain.length > 1 ? 1 : 0.5;
  const [term] = readTerms(plain);
  return term === undefined ? 0 : term.isName ? 1 : rarity(term.word);
}

/** How much words tell together: the sum of their weights. */
export const tellingOf = (words: readonly Word[]): number =>
  words.reduce((sum, { weight }) => sum + weight, 0);

/** The words as they are written, with the spaces between them. */
export const textOfWords = (words: readonly Word[]): string =>
  words.map(({ text, glued }, i) => (i === 0 || glued ? text : ` ${text}`)).join('');
