import type { Span } from '../articles/article.ts';
import type { Circumstance } from '../language/circumstances.ts';
import { overlap } from '../language/span.ts';
import { type Clause, GOES_ON, isOpened, left, type Told } from './attached-circumstances.ts';

/** A sentence that tells where somebody spoke: "Trump coined the phrase at a rally in Watertown." */
export type Scene = {
  readonly at: number;
  readonly paragraph: number;
  readonly names: readonly string[];
  readonly told: Told;
  /** Whether it tells so of what was quoted before: "His comments came in an interview." */
  readonly looksBack: boolean;
};

/** Words of asking: who is asked speaks where the one who asks does. */
export const ASKING = /\b(?:ask|press|question|interview)/i;
/** Words before a place where nobody has spoken yet. */
const TO_COME =
  /\b(?:will|plans? to|planned to|plans|scheduled|set to|expected|would|going to|is to|are to|upcoming|next|ahead of|hopes to)\b/i;
/** A sentence that tells where the words before it were said. */
const LOOKING_BACK =
  /\b(?:comments?|remarks|statements?|words) (?:came|were made|was made)\b|\b(?:made|making|offered|delivered) (?:the|his|her|those|these|that) (?:comments?|remarks|statements?)\b|\bwas (?:speaking|responding)\b/i;
/** Words that begin a clause of its own. */
const BREAK = /\b(?:who|whose|which|that|where|because|if|than|before|since|until|whether|why)\b/i;
/** Who spoke there, behind a place: "at a rally in Ohio, where Mr. Trump". */
const INTRODUCED = /\b(?:when|as|where) (?:\S+ ){0,3}$/i;
/** From how many characters between them a time and a place don't belong together. */
const FAR = 80;

/** The words by which a sentence names a speaker: the last one of the name. */
export const surnameOf = (name: string): string | null =>
  /(\p{Lu}[\p{L}’'-]+)(?: (?:Jr|Sr|II|III)\.?)?$/u.exec(name)?.[1] ?? null;

/** Reads a sentence as a scene of one of the speakers; null where it is none. */
export function readScene(clause: Clause, paragraph: number, names: ReadonlySet<string>): Scene | null {
  const free = clause.phrases.filter(
    ({ span }) => !clause.contents.some((content) => overlap(content, span)),
  );
  const place = free.find(({ occasion }) => occasion);
  if (!place || TO_COME.test(left(clause, [clause.run[0], place.span[0]]))) return null;
  const words = left(clause, clause.run);
  const looksBack = LOOKING_BACK.test(words);
  const subject = subjectOf(place, clause, names);
  if (subject === undefined && !looksBack) return null;
  const asked = ASKING.test(words) ? namesIn(words, names) : [];
  return {
    at: place.span[0],
    paragraph,
    names: [...new Set([...(subject === undefined ? [] : [subject]), ...asked])],
    told: { when: timeOf(place, clause, free), where: [place, ...goingOn(place, clause, free)] },
    looksBack,
  };
}

/** Who of the speakers spoke at a place: the first one named behind a place that opens the sentence, or else before it. */
function subjectOf({ span }: Circumstance, clause: Clause, names: ReadonlySet<string>): string | undefined {
  const behind: Span = [span[1], clause.run[1]];
  if (isOpened(span, clause)) return namesIn(left(clause, behind), names)[0];
  const before = left(clause, [clause.run[0], span[0]]);
  const [subject] = namesIn(before, names);
  if (subject !== undefined) return BREAK.test(before.split(subject)[1] ?? '') ? undefined : subject;
  const rest = clause.text.slice(...behind);
  const [follower] = namesIn(rest, names);
  return follower !== undefined && INTRODUCED.test(rest.split(follower)[0] ?? '') ? follower : undefined;
}

/** The time that stands by a place, with nothing between them that begins a clause of its own. */
function timeOf({ span }: Circumstance, clause: Clause, free: readonly Circumstance[]): Circumstance | null {
  const when = free.find(({ kind, words }) => kind === 'when' && !/^(?:since|until|by|from)\b/.test(words));
  if (!when) return null;
  const between: Span = span[1] <= when.span[0] ? [span[1], when.span[0]] : [when.span[1], span[0]];
  const gap = left(clause, between);
  return !BREAK.test(gap) && gap.length < FAR ? when : null;
}

/** The places that stand right behind one. */
function goingOn(
  place: Circumstance,
  clause: Clause,
  free: readonly Circumstance[],
): readonly Circumstance[] {
  const rest: Circumstance[] = [];
  let end = place.span[1];
  for (const phrase of free) {
    if (phrase.kind !== 'where' || phrase.span[0] < end) continue;
    if (!GOES_ON.test(left(clause, [end, phrase.span[0]]))) break;
    rest.push(phrase);
    end = phrase.span[1];
  }
  return rest;
}

/** Whose names stand in some words, in their order. */
export function namesIn(words: string, names: ReadonlySet<string>): readonly string[] {
  const found = new Set<string>();
  for (const [word] of words.matchAll(/\p{Lu}[\p{L}-]+/gu)) if (names.has(word)) found.add(word);
  return [...found];
}
