import type { Span } from '../articles/article.ts';
import { isUntold, type Told } from './attached-circumstances.ts';
import type { Quote } from './quote.ts';
import { ASKING, type Scene } from './scenes.ts';

/** A quote, the number of its paragraph, its speaker and what its own sentence tells of when and where it was said. */
export type Utterance = {
  readonly quote: Quote;
  readonly at: number;
  /** The sentence, or the run of sentences, of its cue and source. */
  readonly run: Span;
  /** Its cue with a few words before it; none where it has no cue. */
  readonly words: string;
  readonly paragraph: number;
  /** The speaker's surname, or the whole name where it has none. */
  readonly name: string | null;
  readonly told: Told;
  /** Whether the speaker is named in full, as where something new begins. */
  readonly namedInFull: boolean;
  /** Whom the sentence names as the ones who are asked: "the host asked Trump on CNN". */
  readonly asked: readonly string[];
  /** Whether it stands within what somebody else is quoted with. */
  readonly nested: boolean;
};

/** What is told of another time than that of the words around it. */
const ANOTHER_TIME =
  /\b(?:has|have|had|’ve|previously|once|often|repeatedly|long|used|frequently|later|subsequently|afterwards?|earlier|initially|eventually|recently|would|will|is expected|are expected)\b/i;
/** Words of speaking: who "is building his message" or "made a promise" needn't go on speaking where he was. */
const SPEAKING =
  /\b(?:sa(?:id|y|ys|ying)|add|told|tell|ask|continu|not(?:ed|es?|ing)|argu|warn|expla|repl(?:y|ied)|respon|declar|insist|stat(?:ed|es?|ing)|conclu|call|descri|claim|accus|assert|suggest|quip|jok|went on|promis|vow|pledg|prais|critici|attack|slam|blast|denounc|defend|urg|predict|recall|remark|emphasi|stress|point|mock|complain|boast|blam|mention|discuss|announc|admit|acknowledg|conced|den(?:y|ied|ies)|reject|dismiss|question|wonder|observ|shout|yell|tweet|wr[oi]te|writ|put it|cit(?:ed|es?|ing)|charg|contend|maintain|express|reiterat|repeat|lament|ridicul|challeng|talk|sp[eo]ak|spoke|compar|contrast|encourag|referr|thank|agree|answer|reveal|inform|highlight|hop(?:ed?|es|ing)|believ|th(?:ink|ought)|read)/i;
/** Words of writing, which is done elsewhere than where somebody spoke. */
const WRITING = /\b(?:wr[oi]te|writes|written|tweet\w*|retweet\w*|post(?:s|ed)|e-?mail\w*)\b/i;
/** What is written, or holds it. */
const WRITTEN =
  /\b(?:tweets?|Twitter|Facebook|Instagram|posts?|op-ed|letter|piece|column|e-?mail|essay|book|memo|blog|article|statement|Times|Post|Journal)\b/i;
/** Times in which much else is said. */
const LONG = /^(?:back )?in |\b(?:month|year|decade|summer|spring|fall|autumn|winter)s?\b|^recently/i;
/** How many paragraphs a speaker may go on without a word of time or place. */
const REACH = 2;
/** The last paragraph that may tell of the one occasion at which all of an article was said. */
const LEAD = 6;

/** A time and place that goes on over several sentences. */
type Setting = { readonly names: readonly string[]; readonly told: Told; readonly paragraph: number };

/**
 * Gives the statements of a speaker who goes on speaking the time and place that were told before, until another speaker, time or place
 * comes; and all of a speaker's statements the one occasion that an article's first paragraphs tell of, if it tells of no other.
 */
export function handOn(utterances: readonly Utterance[], scenes: readonly Scene[]): readonly Told[] {
  const told = utterances.map((utterance) => utterance.told);
  let setting: Setting | null = null;
  let next = 0;
  for (const [i, utterance] of utterances.entries()) {
    for (; (scenes[next]?.at ?? Number.POSITIVE_INFINITY) < utterance.at; next++)
      setting = enter(scenes[next] as Scene, utterances, i, told);
    if (utterance.nested) continue;
    setting = goOn(setting, utterance, i, told);
  }
  for (; next < scenes.length; next++) enter(scenes[next] as Scene, utterances, utterances.length, told);
  shareTheOne(utterances, scenes, told);
  return told;
}

/** The setting from a scene on, before which stand so many utterances; one that looks back is theirs as well. */
function enter(scene: Scene, utterances: readonly Utterance[], before: number, told: Told[]): Setting | null {
  const { names, paragraph } = scene;
  if (!scene.looksBack) return { names, told: scene.told, paragraph };
  const speaker = utterances[before - 1]?.name;
  if (!speaker || (names.length > 0 && !names.includes(speaker))) return null;
  for (let i = before - 1; i >= 0; i--) {
    const { name, paragraph: at } = utterances[i] as Utterance;
    if (name !== speaker || at < paragraph - REACH || !isUntold(told[i] as Told)) break;
    told[i] = scene.told;
  }
  return { names: [speaker], told: scene.told, paragraph };
}

/** The setting behind an utterance, which is told what the one before it tells. */
function goOn(setting: Setting | null, utterance: Utterance, i: number, told: Told[]): Setting | null {
  const { name, paragraph, words, told: own } = utterance;
  if (isUntold(own) && ASKING.test(words) && !setting?.names.includes(name ?? '')) return setting;
  if (name === null) return null;
  const continues = setting?.names.includes(name) && paragraph - setting.paragraph <= REACH;
  if (isUntold(own)) {
    if (!setting || !continues) return setting?.names.includes(name) ? setting : null;
    if (!fits(utterance, setting.told)) return setting;
    told[i] = setting.told;
    return { ...setting, paragraph };
  }
  if (setting && continues) told[i] = completed(own, setting, paragraph);
  if (ANOTHER_TIME.test(words) && own.where.length === 0) return setting;
  return { names: [name, ...utterance.asked], told: told[i] as Told, paragraph };
}

/** What is told of a statement with what the setting adds: "said on Tuesday", and then "said at a rally". */
function completed(own: Told, { told }: Setting, paragraph: number): Told {
  if (own.where.length > 0 && own.where.every(isKnown) && told.where.some(hasName))
    return { when: own.when ?? told.when, where: told.where };
  const [words, known] = [keyOf(own), keyOf(told)];
  if (
    own.when === null &&
    words.size > 0 &&
    words.size < known.size &&
    [...words].every((word) => known.has(word))
  )
    return told;
  if (own.when === null && told.when !== null && told.where.length === 0 && paragraph <= LEAD / 2)
    return { ...own, when: told.when };
  return own;
}

/** A place that has been told before: "during the interview". */
const isKnown = ({ words }: Told['where'][number]): boolean =>
  /^(?:in|at|during) (?:the|his|her|that) \P{Lu}+$/iu.test(words) && !hasName({ words });
const hasName = ({ words }: { readonly words: string }): boolean => /\s\p{P}*\p{Lu}/u.test(words);

/** Whether words of saying can belong to a time and place that was told before. */
function fits({ words, namedInFull }: Utterance, told: Told): boolean {
  if (told.where.length === 0 && (namedInFull || LONG.test(told.when?.words ?? ''))) return false;
  if (ANOTHER_TIME.test(words) || (words !== '' && !SPEAKING.test(words))) return false;
  return (
    !WRITING.test(words) || told.where.length === 0 || told.where.some(({ words: w }) => WRITTEN.test(w))
  );
}

/** Tells the one occasion of a speaker of all that follows it and of which nothing is told. */
function shareTheOne(utterances: readonly Utterance[], scenes: readonly Scene[], told: Told[]): void {
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
        fits(utterance, one.told)
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

/** The names and longer words of a place, by which it is known again. */
const keyOf = ({ where }: Told): ReadonlySet<string> =>
  new Set(where.flatMap(({ words }) => words.match(/\p{Lu}[\p{L}\p{N}]*|\p{L}{5,}/gu) ?? []));
