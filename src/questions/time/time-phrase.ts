import { today } from '../../language/calendar.ts';
import { genderOfFirstName } from '../../language/first-names.ts';
import { type Period, readTimeWords, type TimeWords } from '../../language/period.ts';
import {
  asks,
  holdsClause,
  isAuxiliary,
  isBesideWord,
  isDangling,
  isMatterWord,
  isSayingVerb,
  isWordsNoun,
  plainWord,
} from './time-words.ts';

/** A question and the time in it that says when the thing asked for was said. */
export type TimedQuestion = {
  /** Without the time, and otherwise as it was typed. */
  readonly question: string;
  /** The words of the time: "in august", "recently". */
  readonly time: string;
  /** Null where the words only say that it is not long ago. */
  readonly period: Period | null;
};

/** The most words of a time. */
const LONGEST = 9;
/** The most words of a question without a verb: "trump nato since monday". */
const LONGEST_BARE = 8;
/** The most words between a verb of saying and a time that still is the verb's: "say to reporters in Ohio on monday about …". */
const LONGEST_BESIDE = 6;
const RECENTLY = /^(?:(?:most |very |just )?recently|lately|of late|these days)$/i;
/** Prepositions with which a time at the end rather belongs to what is said: "done by friday", "plans for 2027". */
const OF_THE_MATTER = new Set(['by', 'for', 'within', 'up to']);
/** What stands before a day in a name: "black friday", "fox news sunday", "usa today". */
const NAMED_DAY =
  /^(?:black|super|bloody|good|easter|cyber|giving|palm|ruby|whit|ash|fat|shrove|maundy|holy|blue|happy|news|usa|russia|nation|press)$/;
/** What stands before a year in a name: "election 2016". */
const NAMED_YEAR =
  /^(?:elections?|olympics?|games|cup|campaign|vision|agenda|expo|euro|rio|cop|summit|convention|budget|project|windows|london|tokyo|paris|march|orwell|runner)$/;
/** Those who march, before "march". */
const MARCHES = /['’]s?$|^(?:the|a|women|womens|protest|climate|science|death|peace|freedom|hunger)$/i;
const TRUSTS = /^(?:confidence|trust|faith|believes?|believed?|belief|interest)$/;

/** A time and where it stands among the words of a question. */
type Found = {
  readonly words: string;
  /** Null where the words only say that it is not long ago. */
  readonly told: TimeWords | null;
  readonly from: number;
  readonly to: number;
};

/** Whether all of a text tells a time: "in august", "since monday", "last week". A month alone may be a name and does not. */
export function isTimePhrase(text: string): boolean {
  const told = readTimeWords(text.trim(), today());
  if (told === null) return RECENTLY.test(text.trim());
  return told.preposition !== '' || told.name === null;
}

/**
 * A question and the time in it that can only mean when the thing was said, apart; the time is empty where there is none. A time that
 * may belong to a claim stays in it: "who said the war ends in 2026".
 */
export function splitTime(question: string): { readonly question: string; readonly time: string } {
  const found = findTime(question, today());
  return found ?? { question, time: '' };
}

/** A question for a time, which is told where {@link splitTime} finds it again: at its end, or before all. */
export function withTimeWords(question: string, time: string): string {
  if (time === '') return question;
  const atEnd = `${question} ${time}`;
  return splitTime(atEnd).time === time ? atEnd : `${time}, ${question}`;
}

/**
 * Finds the time of saying in a question: before it all ("in august, what did …"), right behind a verb of saying ("who said in august
 * that …"), at the end of what asks for words ("what did X say about Y in august") or of words without a verb ("zelensky august 2024").
 * Null where there is none.
 *
 * @param typed - at any length, with or without a question mark
 * @param now - today, as YYYY-MM-DD
 */
export function findTime(typed: string, now: string): TimedQuestion | null {
  const words = typed
    .replace(/\s+/g, ' ')
    .replace(/[?!.\s]+$/, '')
    .trim()
    .split(' ');
  if (words.length > 60) return null;
  const found = atStart(words, now) ?? behindVerb(words, now) ?? atEnd(words, now) ?? behindName(words, now);
  if (found === null) return null;
  const before = words.slice(0, found.from).join(' ').replace(/,$/, '');
  const question = [before, ...words.slice(found.to)].filter((word) => word !== '').join(' ');
  return { question, time: found.words, period: found.told?.period ?? null };
}

/** The time between two words; null where they tell none, or one that is still to come, or a name. */
function timeBetween(words: readonly string[], from: number, to: number, now: string): Found | null {
  const text = words
    .slice(from, to)
    .join(' ')
    .replace(/[,:;]$/, '')
    .replace(/^\(|\)$/g, '');
  if (RECENTLY.test(text)) return { words: text, told: null, from, to };
  if (isDangling(words[from - 1])) return null;
  const told = readTimeWords(text, now);
  if (
    told === null ||
    isAhead(told.period, now) ||
    isName(told, plainWord(words[from]), words[from - 1] ?? '')
  )
    return null;
  return { words: text, told, from, to };
}

const isAhead = ({ since, yearly }: Period, now: string): boolean => !yearly && since !== null && since > now;

/** Whether a time is a part of a name that began before it: "theresa may", "black friday", "women's march 2017", "usa today". */
function isName({ kind, preposition, name }: TimeWords, first: string, before: string): boolean {
  const last = plainWord(before);
  if (/^(?:may|april|june|august)$/.test(first) && isFirstName(last)) return true;
  if (first === 'march' && MARCHES.test(before)) return true;
  if (name === 'may' && (preposition === 'from' || (preposition === 'in' && TRUSTS.test(last)))) return true;
  return (
    preposition === '' &&
    NAMED_DAY.test(last) &&
    (kind === 'weekday' || /^(?:today|tonight|this)$/.test(first))
  );
}

const isFirstName = (word: string): boolean =>
  word !== '' && genderOfFirstName(word.charAt(0).toUpperCase() + word.slice(1)) !== null;

/** Whether a time is a month or a season without a preposition, which may be another word: "may", "fall". */
const isNameAlone = ({ told }: Found): boolean =>
  told !== null && told.preposition === '' && told.name !== null;

/** "in august, what did …", "last week trump said …", "since monday zelensky". */
function atStart(words: readonly string[], now: string): Found | null {
  for (let to = Math.min(LONGEST, words.length); to > 0; to--) {
    const found = timeBetween(words, 0, to, now);
    if (found === null || (isNameAlone(found) && !/[,:]$/.test(words[to - 1] ?? ''))) continue;
    const rest = words.slice(to);
    if (rest.length === 0 || asks(rest[0]) || isWordsNoun(rest[0])) return found;
    const saying = rest.findIndex(isSayingVerb);
    if (saying > 0 && saying < LONGEST_BESIDE) return found;
    if (isBare(rest) && found.told?.kind !== 'weekday') return found;
  }
  return null;
}

/** "what did X say in august about …", "say to reporters on monday about …", "who said last week that …". */
function behindVerb(words: readonly string[], now: string): Found | null {
  const claims = asksForClaim(words);
  for (const [at, word] of words.entries()) {
    if (at === 0 || !(isSayingVerb(word) || (isWordsNoun(word) && !claims))) continue;
    const most = !claims && isBesideWord(words[at + 1]) ? LONGEST_BESIDE : 1;
    for (let from = at + 1; from <= at + most; from++)
      for (let to = Math.min(words.length, from + LONGEST); to > from; to--) {
        const found = timeBetween(words, from, to, now);
        if (found === null || !isFollowedWell(words[to], found, claims)) continue;
        if (from === at + 1 || isMatterWord(words[to])) return found;
      }
    if (claims) return null;
  }
  return null;
}

/** Whether the word behind a time that stands behind a verb of saying shows that the time is the verb's. */
function isFollowedWell(next: string | undefined, found: Found, claims: boolean): boolean {
  const { told, words } = found;
  if (isNameAlone(found) || OF_THE_MATTER.has(told?.preposition ?? '')) return false;
  if (next === undefined || isMatterWord(next) || /^(?:["“]|(?:that|how|why|whether|if)$)/i.test(next))
    return true;
  if (!claims && isBesideWord(next)) return true;
  // "who said last week nato is weak", but "who said in 2016 the war ends"
  const isRelative = told === null || told.kind === 'relative' || told.kind === 'rolling';
  return isRelative && !/^(?:in|on|at|over|during) /i.test(words) && !isAuxiliary(next);
}

/** Whether a question may hold a claim: "who said …", "did X say …", "when did X say …". */
function asksForClaim(words: readonly string[]): boolean {
  const first = words.slice(0, 5).find(asks);
  return first !== undefined && !/^(?:what|whats|how|why|show|find|give|list|tell)$/.test(plainWord(first));
}

/** "clinton in september 2016 on taxes" */
function behindName(words: readonly string[], now: string): Found | null {
  if (!isBare(words)) return null;
  for (const [to, word] of words.entries())
    for (let from = Math.max(1, to - LONGEST); isMatterWord(word) && from < to; from++) {
      const found = timeBetween(words, from, to, now);
      if (found !== null && standsBare(found.told, words.slice(0, from))) return found;
    }
  return null;
}

/** "what did X say about Y in august", "quotes by X since monday", "zelensky august 2024". */
function atEnd(words: readonly string[], now: string): Found | null {
  const end = words.length;
  for (let from = Math.max(1, end - LONGEST); from < end; from++) {
    const found = timeBetween(words, from, end, now);
    if (found === null) continue;
    if (OF_THE_MATTER.has(found.told?.preposition ?? '')) return null;
    if (endsSaying(words.slice(0, from), found)) return found;
  }
  return null;
}

/** Whether the words before a time at the end are such that it is the time of saying. */
function endsSaying(before: readonly string[], found: Found): boolean {
  const { told } = found;
  const verb = before.findIndex((word, at) => isSayingVerb(word) && (at > 0 || isWordsNoun(word)));
  const noun = before.findIndex(isWordsNoun);
  const head = verb >= 0 ? verb : noun;
  const asking = before.slice(0, LONGEST_BESIDE).some(asks);
  if (!asking && !standsBare(told, before)) return false;
  if (head < 0) return !asking && isBare(before);
  if (asking && told?.preposition === '' && (told.name !== null || told.kind === 'year')) return false;
  if (told?.preposition === 'from' && told.kind !== 'range' && !isWordsNoun(before[head])) return false;
  return isMatter(before.slice(head + 1), before[head] ?? '', asksForClaim(before));
}

/** Whether a time may stand behind a name as it is: a year or a month without a preposition only where it is no part of it. */
function standsBare(told: TimeWords | null, before: readonly string[]): boolean {
  if (told === null || told.preposition !== '') return true;
  if (told.name !== null) return told.name.length > 4 && !/^(?:march|spring)$/.test(told.name);
  return told.kind !== 'year' || !NAMED_YEAR.test(plainWord(before.at(-1)));
}

/** Verbs of saying with an object that is no claim: "mention nato", "call clinton names". */
const ABOUT_OBJECT =
  /^(?:mention|discuss|criticiz|criticis|prais|blam|welcom|endors|accus|attack|condemn|slam|mock|thank)/;
const WITH_OBJECT = /^(?:call|describ|tell|told|respond|react|promis|announc)/;
const TO_DO = /\bto (?:do|be|go|make|take|get|have|give|stop|end|build|leave|win)\b/i;

/** Whether words between a verb of saying and a time hold no claim that the time may belong to. */
function isMatter(between: readonly string[], verb: string, claims: boolean): boolean {
  const from = between.findIndex(
    (word) => !isWordsNoun(word) && !/^(?:else|more|much|a|lot|new)$/i.test(word),
  );
  const rest = from < 0 ? [] : between.slice(from);
  if (rest.length === 0) return true;
  if (holdsClause(rest) || TO_DO.test(rest.join(' '))) return false;
  if (isMatterWord(rest[0]) || ABOUT_OBJECT.test(plainWord(verb))) return true;
  return !claims && (WITH_OBJECT.test(plainWord(verb)) || isBesideWord(rest[0]) || isWordsNoun(verb));
}

/** Whether words without a question word are a name or a matter and no sentence. */
const isBare = (words: readonly string[]): boolean =>
  words.length <= LONGEST_BARE &&
  !words.some((word) => asks(word) || isSayingVerb(word) || /^(?:to|that)$/i.test(word)) &&
  !holdsClause(words);
