import { type Question, readQuestion } from '../question.ts';
import { splitTime, withTimeWords } from '../time/time-phrase.ts';

/** Tells whether typed words name somebody who is quoted. */
export type IsKnownName = (typed: string) => boolean;

/** A question in its parts, as far as one can be told from another: "zelensky nato" has a person and a matter. */
type Parts = {
  readonly kind: Question['kind'];
  /** Whom it asks about, as it says; null where it asks about nobody in particular. */
  readonly person: string | null;
  readonly topic: string;
  /** The question without its full stop or question mark, and without the time of saying. */
  readonly text: string;
  /** The time of saying, or nothing. */
  readonly time: string;
};

/** The most words that a name has at an end of a question without a verb. */
const LONGEST_NAME = 3;
/** What asks for words on a matter without a verb: "quotes about nato". */
const WORDS_ON = /^(?:quotes?|statements?|comments?|anything|everything) (?:about|on|regarding) /i;
const ANYBODY = /\b(?:anyone|anybody|someone|somebody)\b/i;

/** Takes a question apart. */
export function partsOf(question: string, isKnownName: IsKnownName): Parts {
  const { question: text, time } = splitTime(question.replace(/\s+/g, ' ').replace(/[?!.\s]+$/, ''));
  const { kind, subject, topic: matter } = readQuestion(text);
  const topic = matter.replace(WORDS_ON, '');
  const name = subject === null && kind === 'what' ? nameAtAnEnd(topic, isKnownName) : null;
  if (name === null) return { kind, person: subject, topic, text, time };
  return { kind, person: name, topic: topic.replace(name, '').replace(/\s+/g, ' ').trim(), text, time };
}

/** The longest name that words begin or end with: "mark rutte" in "mark rutte nato"; null where they do with none. */
function nameAtAnEnd(words: string, isKnownName: IsKnownName): string | null {
  const all = words.split(' ');
  for (let size = Math.min(LONGEST_NAME, all.length); size > 0; size--)
    for (const name of [all.slice(0, size).join(' '), all.slice(-size).join(' ')])
      if (isKnownName(name)) return name;
  return null;
}

const joined = (...words: readonly string[]): string => words.filter((word) => word !== '').join(' ');

/** The same question about somebody else: "what did rutte say about nato" -> "what did Zelensky say about nato". */
export function withPerson(question: string, name: string, isKnownName: IsKnownName): string {
  const { kind, person, topic, text, time } = partsOf(question, isKnownName);
  const at = person === null ? -1 : text.toLowerCase().indexOf(person.toLowerCase());
  if (person !== null && at >= 0)
    return withTimeWords(joined(text.slice(0, at) + name + text.slice(at + person.length)), time);
  if (kind === 'did' && ANYBODY.test(text)) return withTimeWords(joined(text.replace(ANYBODY, name)), time);
  if (kind === 'did') return withTimeWords(joined('did', name, 'say', topic), time);
  if (kind === 'when' || kind === 'where')
    return withTimeWords(joined(kind, 'did', name, 'say', topic), time);
  return withTimeWords(joined('what did', name, 'say', topic === '' ? '' : `about ${topic}`), time);
}

/** The same question about another matter: "did rutte say nato is weak" -> "what did rutte say about Russia". */
export function withTopic(question: string, topic: string, isKnownName: IsKnownName): string {
  const { kind, person, text, time } = partsOf(question, isKnownName);
  if (kind === 'which') return withTimeWords(joined('which article is about', topic), time);
  if (person === null) return withTimeWords(joined('who talked about', topic), time);
  if (kind === 'when' || kind === 'where')
    return withTimeWords(joined(kind, 'did', person, 'talk about', topic), time);
  const bare = readQuestion(text).subject === null;
  return bare
    ? withTimeWords(joined(person, topic), time)
    : withTimeWords(joined('what did', person, 'say about', topic), time);
}

/** The same question for a time, instead of the one that it names: "… in august" -> "… since monday". */
export const withTime = (question: string, time: string): string =>
  withTimeWords(splitTime(question.replace(/[?!.\s]+$/, '')).question, time);

/** When or where the thing asked about was said. */
export function forCircumstance(
  question: string,
  kind: 'when' | 'where',
  name: string | null,
  isKnownName: IsKnownName,
): string {
  const { person, topic, time } = partsOf(question, isKnownName);
  const whom = name ?? person;
  return whom === null
    ? withTimeWords(joined(kind, 'was', topic, 'said'), time)
    : withTimeWords(joined(kind, 'did', whom, 'say', topic), time);
}
