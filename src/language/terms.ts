import { stemmer } from 'stemmer';
import { foldPlain } from './names.ts';
import { placeOf } from './places.ts';
import { spelledShort, withStates } from './shorthand.ts';

/** Words that carry no meaning of their own in a question or a quote. */
const STOP_WORDS = new Set(
  `a an the this that these those there here it its itself i me my we us our you your he him his she her they them their
  who whom whose which what when where why how is are was were be been being am do does did doing done have has had having
  will would shall should can could may might must to of in on at by for from with about as into onto over under between
  and or but if then than so such not no nor only just also too very more most any some all both each other own same
  again further once up down out off s t m re ve ll d don dont doesnt didnt isnt arent wasnt werent wont wouldnt cant
  couldnt shouldnt havent hasnt hadnt im youre hes shes theyre thats whats whos hows lets because while during before after
  one ones get gets got let like even ever yet still much many lot lots thing things really quite else though although
  upon within without per via hed theyd youd itd itll theyll youll weve youve theyve wouldve couldve shouldve mustve gonna
  gotta wanna lemme oughta kinda sorta aint cos cuz bout tho thru`
    .split(/\s+/)
    .filter(Boolean),
);

/** One word of meaning: its folded stem, the plain word it comes from, and whether it is written as a name or is a place's. */
export type Term = { readonly stem: string; readonly word: string; readonly isName: boolean };

/** "the US", "U.S." and "United States" are a country; "us" in small letters is a pronoun, but for "the us" in a question. */
const spelledOut = (text: string): string =>
  withStates(text)
    .replace(
      /\bUnited States(?: of America)?\b|\bU\.S\.(?:A\.)?|\bUSA?\b|\b[Tt]he us\b|\bunited states\b/g,
      ' America ',
    )
    .replace(/\bUnited Kingdom\b|\bU\.K\.|\bunited kingdom\b/g, ' Britain ')
    .replace(/\bUnited Nations\b|\bU\.N\.|\bunited nations\b|\bthe un\b/g, ' UN ')
    .replace(/\bEuropean Union\b|\beuropean union\b|\bE\.U\./g, ' EU ')
    .replace(/n[’']t\b/g, ' not')
    .replace(/[’'](?:re|ve|ll|d|m)\b/g, ' ');

const stems = new Map<string, string>();

/** A word's stem (Porter), or the one word for a country and its people. Takes a word in plain lower-case letters. */
export function stemOf(word: string): string {
  const known = stems.get(word);
  if (known !== undefined) return known;
  return keep(stems, word, placeOf(word) ?? placeOf(word.replace(/s$/, '')) ?? stemmer(word));
}

const CALENDAR =
  /^(?:january|february|march|april|june|july|august|september|october|november|december|(?:mon|tues|wednes|thurs|fri|satur|sun)day)$/;

/** Whether a word, however it is written, stands for one thing and nothing like it: a place, a day, a number. */
const isFixed = (word: string): boolean =>
  placeOf(word) !== undefined || CALENDAR.test(word) || /\d/.test(word);

/** The words of a text that mean something, in order: without the words that only hold a sentence together. */
export function readTerms(text: string): readonly Term[] {
  const terms: Term[] = [];
  for (const [place, piece] of spelledOut(text).split(/\s+/).entries()) {
    const { plain, named, isCapital } = readPiece(piece);
    for (const term of isCapital && place > 0 ? named : plain) terms.push(term);
  }
  return terms;
}

/** The terms of a piece between spaces, as they are and as they are where a capital makes them a name. */
type Piece = {
  readonly plain: readonly Term[];
  readonly named: readonly Term[];
  readonly isCapital: boolean;
};

/** What was read already: the same words come again and again. Emptied when it is full, so that it can't grow without end. */
const pieces = new Map<string, Piece>();
const cores = new Map<string, Omit<Piece, 'isCapital'>>();
const MOST_KEPT = 100_000;

function keep<T>(kept: Map<string, T>, text: string, value: T): T {
  if (kept.size >= MOST_KEPT) kept.clear();
  kept.set(text, value);
  return value;
}

function readPiece(piece: string): Piece {
  const known = pieces.get(piece);
  if (known) return known;
  // marks at the ends change nothing but how often the same word is read
  const core = readCore(piece.replace(/^[("“]+|[.,;:!?)”"]+$/g, '').toLowerCase());
  return keep(pieces, piece, { ...core, isCapital: /^[“"'‘(]*\p{Lu}/u.test(piece) });
}

function readCore(core: string): Omit<Piece, 'isCapital'> {
  const known = cores.get(core);
  if (known) return known;
  const plain = foldPlain(core)
    .flatMap((word) => spelledShort(word) ?? word)
    .filter((word) => !STOP_WORDS.has(word) && (word.length > 1 || /\d/.test(word)))
    .map((word): Term => ({ word, stem: stemOf(word), isName: isFixed(word) }));
  return keep(cores, core, { plain, named: plain.map((term) => ({ ...term, isName: true })) });
}
