import type { Statement } from '../../archive/archive.ts';
import { foldPlain } from '../../language/names.ts';
import type { Speaker } from '../../speakers/speaker.ts';
import { BODY_WORDS, DOCUMENTS, GROUPS } from '../../speakers/titles.ts';
import { isPersonNoun } from '../question-words.ts';
import { speakerGender } from './speaker-gender.ts';

/** What a speaker is, and what a question asks for: one person, many, a body, or something that is written or shown. */
export type SpeakerKind = 'person' | 'many' | 'body' | 'document';

/** What bodies are called in a chat, beside the words that stand in their names. */
const BODIES = new Set(
  `outlet paper newspaper site website channel network station broadcaster firm outfit org group charity nonprofit union publication
  tabloid daily weekly wire blog watchdog regulator bank carmaker airline retailer club team camp side country nation city state
  coalition lobby thinktank pac campaign`.split(/\s+/),
);
const PREPOSITION =
  /^(?:of|from|in|at|for|with|on|by|to|close|near|who|that|which|inside|behind|against|about|familiar)$/;

/** The noun that words for somebody turn on: "the un guy" -> "guy", "a friend of the family" -> "friend". */
export function headOf(words: readonly string[]): string {
  const end = words.findIndex((word, i) => i > 0 && PREPOSITION.test(word));
  return words[(end < 0 ? words.length : end) - 1] ?? '';
}

/** What a noun stands for; null where it isn't known. */
function kindOfNoun(noun: string): SpeakerKind | null {
  const one = noun.replace(/s$/, '');
  if (BODIES.has(noun)) return 'body';
  if (DOCUMENTS.has(noun) || DOCUMENTS.has(one)) return 'document';
  if (GROUPS.has(noun)) return 'many';
  if (isPersonNoun(noun) && noun !== one && noun !== 'boss') return 'many';
  if (isPersonNoun(noun)) return 'person';
  return BODY_WORDS.has(noun) ? 'body' : null;
}

/** What a question's description asks for; null where it doesn't tell. */
export const wantedKind = (descriptor: string): SpeakerKind | null =>
  kindOfNoun(headOf(foldPlain(descriptor)));

const known = new WeakMap<Speaker, SpeakerKind | null>();

/** What the speaker of a statement is; null where nothing tells. */
export function speakerKind(statement: Statement): SpeakerKind | null {
  const { speaker, how } = statement;
  if (speaker === null) return null;
  if (speaker.named && (how === 'pronoun' || speakerGender(statement) !== null)) return 'person';
  const found = known.get(speaker);
  if (found !== undefined) return found;
  const kind = kindByName(speaker);
  known.set(speaker, kind);
  return kind;
}

/** What a name, or a description, stands for. */
function kindByName({ name, named, roles }: Speaker): SpeakerKind | null {
  const words = foldPlain(name);
  if (!named) return kindOfNoun(headOf(words));
  const last = words.at(-1) ?? '';
  if (DOCUMENTS.has(last)) return 'document';
  if (words.some((word) => BODY_WORDS.has(word) || BODIES.has(word)) || /^[A-Z]{2,5}$/.test(name))
    return 'body';
  return roles.length > 0 || words.length > 1 ? 'person' : null;
}

/** Whether a speaker is nobody who could be told from others: "a source", "the ad", "some". */
export const isVague = (speaker: Speaker | null): boolean =>
  speaker !== null && !speaker.named && speaker.name.split(/\s+/).length <= 2;
