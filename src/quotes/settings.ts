import type { Span } from '../articles/article.ts';
import { overlap } from '../language/span.ts';
import { type Clause, GOES_ON, isOpened, left, type Told } from './attached-circumstances.ts';
import type { Quote } from './quote.ts';

/** A quote, the number of its paragraph, its speaker and what its own sentence tells of when and where it was said. */
export type Utterance = {
  readonly quote: Quote;
  readonly at: number;
  readonly paragraph: number;
  readonly name: string | null;
  readonly told: Told;
  /** Whom the sentence names as the ones who are asked: "the host asked Trump on CNN". */
  readonly asked: readonly string[];
  /** Whether it stands within what somebody else is quoted with. */
  readonly nested: boolean;
};

/** A sentence that tells where somebody spoke: "Trump coined the phrase at a rally in Watertown." */
export type Scene = {
  readonly at: number;
  readonly paragraph: number;
  readonly names: readonly string[];
  readonly told: Told;
  /** Whether it tells so of what was quoted before: "His comments came in an interview." */
  readonly looksBack: boolean;
};

/** What is told of another time than that of the words around it. */
const ANOTHER_TIME =
  /\b(?:has|have|had|’ve|previously|once|often|repeatedly|long|used|frequently|later|would|will|is expected|are expected)\b/i;
const WRITING = /\b(?:wr[oi]te|writes|written|tweet\w*|retweet\w*|post(?:s|ed)|e-?mail\w*)\b/i;
const WRITTEN =
  /\b(?:tweets?|Twitter|Facebook|Instagram|posts?|op-ed|letter|piece|column|e-?mail|essay|book|memo|blog|article|statement|Times|Post|Journal)\b/i;
export const ASKING = /\b(?:ask|press|question|interview)/i;
const TO_COME = /\b(?:will|plans? to|planned to|plans|scheduled|set to|expected|would|going to|is to|are to|upcoming|next|ahead of|hopes to)\b/i;
const LOOKING_BACK =
  /\b(?:comments?|remarks|statements?|words) (?:came|were made|was made)\b|\b(?:made|making|offered|delivered) (?:the|his|her|those|these|that) (?:comments?|remarks|statements?)\b|\bwas (?:speaking|responding)\b/i;
const BREAK = /\b(?:who|whose|which|that|where|because|if|than|before|since|until|whether|why)\b/i;
/** How many paragraphs a speaker may go on without a word of time or place. */
const REACH = 2;
/** The last paragraph that may tell of the one occasion at which all of an article was said. */
const LEAD = 6;

/** The words by which a sentence names a speaker: the last one of the name. */
export const surnameOf = (name: string): string | null =>
  /(\p{Lu}[\p{L}’'-]+)(?: (?:Jr|Sr|II|III)\.?)?$/u.exec(name)?.[1] ?? null;

/** Reads a sentence as a scene of one of the speakers; null where it is none. */
export function readScene(
  clause: Clause,
  paragraph: number,
  names: ReadonlyMap<string, string>,
): Scene | null {
  const { text, run } = clause;
  const free = clause.phrases.filter(
    ({ span }) => !clause.contents.some((content) => overlap(content, span)),
  );
  const place = free.find(({ occasion }) => occasion);
  if (!place) return null;
  const words = left(clause, run);
  const looksBack = LOOKING_BACK.test(words);
  if (TO_COME.test(left(clause, [run[0], place.span[0]]))) return null;
  const opens = isOpened(place.span, clause);
  const before = left(clause, [run[0], place.span[0]]);
  const subject = opens ? namesIn(left(clause, [place.span[1], run[1]]), names)[0] : nameBefore(before, names);
  const introduced = /\b(?:when|as|where) (?:\S+ ){0,3}$/i;
  const behind = namesIn(text.slice(place.span[1], run[1]), names)[0];
  const found = subject ?? (behind && introduced.test(textBefore(text, place.span[1], run[1], behind)) ? behind : undefined);
  if (!found && !looksBack) return null;
  const asked = ASKING.test(words) ? namesIn(words, names) : [];
  const where = [place, ...joined(clause, place, free)];
  const when = free.find(({ kind, span }) => kind === 'when' && !/^(?:since|until|by|from)\b/.test(text.slice(...span)));
  return {
    at: place.span[0],
    paragraph,
    names: [...new Set([...(found ? [found] : []), ...asked])],
    told: { when: when && near(clause, place.span, when.span) ? when : null, where },
    looksBack,
  };
}

const textBefore = (text: string, from: number, to: number, name: string): string =>
  text.slice(from, to).split(surnameOf(name) ?? name)[0] ?? '';

/** Whether nothing stands between two phrases that begins a clause of its own. */
function near(clause: Clause, one: Span, other: Span): boolean {
  const gap = left(clause, one[1] <= other[0] ? [one[1], other[0]] : [other[1], one[0]]);
  return !BREAK.test(gap) && gap.length < 80;
}

function joined(clause: Clause, place: Told['where'][number], free: Clause['phrases']): Told['where'] {
  const rest: Told['where'][number][] = [];
  let end = place.span[1];
  for (const phrase of free) {
    if (phrase.kind !== 'where' || phrase.span[0] < end) continue;
    if (!GOES_ON.test(left(clause, [end, phrase.span[0]]))) break;
    rest.push(phrase);
    end = phrase.span[1];
  }
  return rest;
}

/** Whose surnames stand in some words, in their order. */
export function namesIn(words: string, names: ReadonlyMap<string, string>): readonly string[] {
  const found: string[] = [];
  for (const [word] of words.matchAll(/\p{Lu}[\p{L}-]+/gu)) {
    const name = names.get(word);
    if (name !== undefined && !found.includes(name)) found.push(name);
  }
  return found;
}

/** The first speaker named before a place, where the same clause goes on up to it. */
function nameBefore(before: string, names: ReadonlyMap<string, string>): string | undefined {
  const [name] = namesIn(before, names);
  if (name === undefined) return undefined;
  const rest = before.split(surnameOf(name) ?? name)[1] ?? '';
  return BREAK.test(rest) ? undefined : name;
}

/** A time and place that goes on over several sentences. */
type Setting = { readonly names: readonly string[]; readonly told: Told; readonly paragraph: number };

/**
 * Gives the statements of a speaker who goes on speaking the time and place that were told before, until another speaker, time or place
 * comes; and all of a speaker's statements the one occasion that an article's first paragraphs tell of, if it tells of no other.
 * `outside` are a sentence's words beside what is quoted.
 */
export function handOn(
  utterances: readonly Utterance[],
  scenes: readonly Scene[],
  outside: (utterance: Utterance) => string,
): readonly Told[] {
  const told = utterances.map((utterance) => utterance.told);
  let setting: Setting | null = null;
  let next = 0;
  for (const [i, utterance] of utterances.entries()) {
    for (; (scenes[next]?.at ?? Number.POSITIVE_INFINITY) < utterance.at; next++)
      setting = enter(scenes[next] as Scene, utterances.slice(0, i), told);
    if (utterance.nested) continue;
    setting = goOn(setting, utterance, i, told, outside);
  }
  for (; next < scenes.length; next++) enter(scenes[next] as Scene, utterances, told);
  shareTheOne(utterances, scenes, told, outside);
  return told;
}

const isUntold = ({ when, where }: Told): boolean => when === null && where.length === 0;

function enter(scene: Scene, before: readonly Utterance[], told: Told[]): Setting | null {
  const { names, paragraph } = scene;
  if (!scene.looksBack) return { names, told: scene.told, paragraph };
  const speaker = before.at(-1)?.name;
  if (!speaker || (names.length > 0 && !names.includes(speaker))) return null;
  for (let i = before.length - 1; i >= 0; i--) {
    const { name, paragraph: at } = before[i] as Utterance;
    if (name !== speaker || at < paragraph - REACH || !isUntold(told[i] as Told)) break;
    told[i] = scene.told;
  }
  return { names: [speaker], told: scene.told, paragraph };
}

function goOn(
  setting: Setting | null,
  utterance: Utterance,
  i: number,
  told: Told[],
  outside: (utterance: Utterance) => string,
): Setting | null {
  const { name, paragraph, told: own } = utterance;
  if (name === null) return null;
  const words = outside(utterance);
  const continues = setting?.names.includes(name) && paragraph - setting.paragraph <= REACH;
  if (isUntold(own)) {
    if (!setting || !continues) return setting?.names.includes(name) ? setting : null;
    if (!fits(words, setting.told)) return setting;
    told[i] = setting.told;
    return { ...setting, paragraph };
  }
  if (setting && continues) told[i] = completed(own, setting, paragraph);
  if (ANOTHER_TIME.test(words) && own.where.length === 0) return setting;
  return { names: [name, ...utterance.asked], told: told[i] as Told, paragraph };
}

/** What is told of a statement with what the setting adds: "said on Tuesday", and then "said at a rally". */
function completed(own: Told, { told }: Setting, paragraph: number): Told {
  const [words, known] = [keyOf(own), keyOf(told)];
  if (own.when === null && words.size > 0 && words.size < known.size && [...words].every((word) => known.has(word)))
    return told;
  if (own.when === null && told.when !== null && told.where.length === 0 && paragraph <= LEAD / 2)
    return { ...own, when: told.when };
  return own;
}

function fits(words: string, told: Told): boolean {
  if (ANOTHER_TIME.test(words)) return false;
  return !WRITING.test(words) || told.where.length === 0 || told.where.some(({ words: w }) => WRITTEN.test(w));
}

function shareTheOne(
  utterances: readonly Utterance[],
  scenes: readonly Scene[],
  told: Told[],
  outside: (utterance: Utterance) => string,
): void {
  for (const name of new Set(utterances.map((utterance) => utterance.name))) {
    if (name === null) continue;
    const one = onlyOccasion(name, utterances, scenes);
    if (one === null) continue;
    for (const [i, utterance] of utterances.entries())
      if (
        utterance.name === name &&
        !utterance.nested &&
        isUntold(told[i] as Told) &&
        utterance.at > one.at &&
        fits(outside(utterance), one.told)
      )
        told[i] = one.told;
  }
}

/** The one occasion that an article tells of for a speaker, in its first paragraphs; null where it is none, or several. */
function onlyOccasion(
  name: string,
  utterances: readonly Utterance[],
  scenes: readonly Scene[],
): { readonly told: Told; readonly at: number } | null {
  const all = [
    ...utterances.filter((utterance) => utterance.name === name && !isUntold(utterance.told)),
    ...scenes.filter(({ names }) => names.includes(name)),
  ].sort((a, b) => a.at - b.at);
  const first = all.find(({ told }) => told.where.some(({ occasion }) => occasion));
  if (!first || first.paragraph > LEAD) return null;
  const words = keyOf(first.told);
  const when = first.told.when?.words;
  const isSame = ({ told }: { readonly told: Told }) =>
    (told.where.length === 0 || [...keyOf(told)].every((word) => words.has(word))) &&
    (told.when === null || when === undefined || told.when.words === when);
  return all.every(isSame) ? first : null;
}

const keyOf = ({ where }: Told): ReadonlySet<string> =>
  new Set(where.flatMap(({ words }) => words.match(/\p{Lu}[\p{L}\p{N}]*|\p{L}{5,}/gu) ?? []));
