/** The longest word that the tagger is given: its time grows with the square of a word's length. */
const LONGEST = 60;

/** "Clinton's" is two words, but "it's" is one that the tagger takes apart itself, knowing what its 's is. */
const CONTRACTED =
  /(?:^|[^\p{L}])(?:it|he|she|that|what|who|where|when|why|how|here|there|this|which|let|so)$/iu;
const POSSESSIVE = /['’][sS](?![\p{L}\p{N}'’])[—–-]?/gu;
const OVERLONG = new RegExp(`(?<!\\S)\\S{${LONGEST + 1},}`, 'g');

/** A text made ready for the tagger. */
export type SeparatedWords = {
  /** The text, with spaces added between its words. */
  readonly separated: string;
  /** What was left out at the end of an address, as stretches of the text. */
  readonly cuts: readonly (readonly [from: number, to: number])[];
};

/**
 * Makes a text ready for the tagger: its words come out the same whatever was read before, and none is overlong. An
 * overlong address keeps its beginning; any other overlong word is cut into pieces.
 */
export function separateWords(text: string): SeparatedWords {
  const cuts: [number, number][] = [];
  const pieces: string[] = [];
  let from = 0;
  for (const { 0: word, index } of text.matchAll(OVERLONG)) {
    pieces.push(text.slice(from, index));
    from = index + word.length;
    if (!/^https?:\/\//i.test(word)) pieces.push(inPieces(word));
    else {
      const end = endOfAddress(word);
      if (end > LONGEST) cuts.push([index + LONGEST, index + end]);
      pieces.push(word.slice(0, Math.min(end, LONGEST)), ` ${inPieces(word.slice(end))}`);
    }
  }
  pieces.push(text.slice(from));
  return { separated: pieces.join('').replace(POSSESSIVE, separatePossessive), cuts };
}

function separatePossessive(found: string, at: number, text: string): string {
  const before = text.slice(Math.max(0, at - 6), at);
  if (!/[\p{L}.]$/u.test(before) || CONTRACTED.test(before)) return found;
  return found.length > 2 ? ` ${found.slice(0, 2)} ${found.slice(2)}` : ` ${found}`;
}

/** Where an address ends, before the marks of the sentence that it stands in. */
function endOfAddress(word: string): number {
  let end = word.search(/["“”<>]/);
  if (end < 0) end = word.length;
  while (end > 0 && /[.,;:!?)\]'’]/.test(word[end - 1] ?? '')) end--;
  return end;
}

/** An overlong word in pieces, cut behind a mark where there is one, never within a character. */
function inPieces(word: string): string {
  const pieces: string[] = [];
  let from = 0;
  while (from < word.length) {
    let to = Math.min(word.length, from + LONGEST);
    if (to < word.length) {
      const mark = lastMark(word, from, to);
      if (mark > from) to = mark;
      else if (/[\ud800-\udbff]/.test(word[to - 1] ?? '')) to--;
    }
    pieces.push(word.slice(from, to));
    from = to;
  }
  return pieces.join(' ');
}

/** Behind the last mark in the second half of a piece; 0 where there is none. */
function lastMark(word: string, from: number, to: number): number {
  for (let at = to; at > (from + to) / 2; at--)
    if (/[^\p{L}\p{N}\p{M}\p{Cs}'’.]/u.test(word[at - 1] ?? '')) return at;
  return 0;
}
