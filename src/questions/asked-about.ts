import type { Archive, SpeakerEntry } from '../archive/archive.ts';
import type { LibraryId } from '../articles/article.ts';
import { foldPlain } from '../language/names.ts';
import { placeOf } from '../language/places.ts';
import { readTerms } from '../language/terms.ts';
import { BODY_WORDS } from '../speakers/titles.ts';
import type { Question } from './question.ts';
import { isPersonNoun } from './question-words.ts';

/** Whom and what a question asks about, as far as the archive knows them. */
export type AskedAbout = {
  /** Whom it asks about, in the question's words; null where it asks about nobody in particular. */
  readonly subject: string | null;
  readonly topic: string;
  /** The ids of the speakers whom the subject fits. */
  readonly speakers: readonly string[];
  /** True where the subject describes somebody rather than naming him, so that others than the speakers may be meant: "the un guy". */
  readonly described: boolean;
};

/**
 * Finds whom a question asks about: by its subject, by a name at an end of it ("that bernie delegate solomon", "christine link
 * from the aclu"), by the first words of it where the others belong to the topic ("rutte rule out"), or, where no verb told a
 * subject, by a name at an end of the topic.
 */
export function findAskedAbout(
  question: Question,
  archive: Archive,
  libraries: readonly LibraryId[],
): AskedAbout {
  const { subject, topic } = splitBareName(question, archive, libraries);
  if (subject === null) return { subject, topic, speakers: [], described: false };
  const whole = entriesOf(subject, archive, libraries);
  if (whole.length > 0)
    return {
      subject,
      topic,
      speakers: whole.map(({ speaker }) => speaker.id),
      described: tellsWhatTheyAre(subject, whole),
    };
  const described = isDescription(subject);
  if (described) {
    const within = nameWithin(subject, archive, libraries);
    return {
      subject,
      topic,
      speakers: within === null ? [] : idsOf(within, archive, libraries),
      described: within === null,
    };
  }
  return splitSubject(subject, topic, archive, libraries) ?? { subject, topic, speakers: [], described };
}

/** Everybody whom a subject names, which may be several: "rutte and zelensky". */
const entriesOf = (
  subject: string,
  archive: Archive,
  libraries: readonly LibraryId[],
): readonly SpeakerEntry[] =>
  subject.split(/,| and | or | & /).flatMap((name) => archive.findSpeakers(name, libraries));

const idsOf = (subject: string, archive: Archive, libraries: readonly LibraryId[]): readonly string[] =>
  entriesOf(subject, archive, libraries).map(({ speaker }) => speaker.id);

/**
 * Whether a subject that fits speakers does so by what they are, so that others may be meant as well: "putin's spokesman", "the
 * study", "bernie's aides"; "president obama" and "the clinton campaign" name theirs.
 */
function tellsWhatTheyAre(subject: string, entries: readonly SpeakerEntry[]): boolean {
  const last = foldPlain(subject).at(-1) ?? '';
  const isNamed = entries.some(({ speaker }) => speaker.named && foldPlain(speaker.name).includes(last));
  return !isNamed && (isPersonNoun(last) || BODY_WORDS.has(last));
}

/** Whether a subject describes somebody rather than naming one: by a word for an office, a body or a person, or by "the". */
function isDescription(subject: string): boolean {
  const words = foldPlain(subject);
  return (
    /^(?:the|that|this|some|a|an)\b/i.test(subject) ||
    words.some((word) => isPersonNoun(word) || BODY_WORDS.has(word)) ||
    placeOf(words[0] ?? '') !== undefined
  );
}

/** The name that a description begins or ends with; null where it has none. */
function nameWithin(subject: string, archive: Archive, libraries: readonly LibraryId[]): string | null {
  const words = subject.split(' ');
  for (const size of [3, 2, 1])
    for (const name of [words.slice(-size), words.slice(0, size)]) {
      if (name.length !== size || size >= words.length) continue;
      const folded = foldPlain(name.join(' '));
      if (folded.some((word) => isPersonNoun(word) || placeOf(word) !== undefined || BODY_WORDS.has(word)))
        continue;
      if (readTerms(`the ${name.join(' ')}`).length < size) continue;
      if (isSpeakersName(name.join(' '), archive, libraries)) return name.join(' ');
    }
  return null;
}

/** A subject that took in words of the topic, split behind the longest name that it begins with; null where it has none. */
function splitSubject(
  subject: string,
  topic: string,
  archive: Archive,
  libraries: readonly LibraryId[],
): AskedAbout | null {
  const words = subject.split(' ');
  for (let size = words.length - 1; size > 0; size--) {
    const name = words.slice(0, size).join(' ');
    if (!isSpeakersName(name, archive, libraries)) continue;
    const rest = [...words.slice(size), topic].join(' ');
    return { subject: name, topic: rest, speakers: idsOf(name, archive, libraries), described: false };
  }
  return null;
}

/** "zelensky nato", "did rutte rule out …": a name at either end of words that no verb was found in is whom they ask about. */
function splitBareName(
  { kind, subject, topic }: Question,
  archive: Archive,
  libraries: readonly LibraryId[],
): { subject: string | null; topic: string } {
  if (kind === 'which' || subject !== null) return { subject, topic };
  const words = topic.split(' ');
  for (const size of [3, 2, 1])
    for (const [name, rest] of [
      [words.slice(0, size), words.slice(size)],
      [words.slice(-size), words.slice(0, -size)],
    ] as const) {
      const typed = name.join(' ').replace(/[’']s?$/, '');
      if (kind === 'who' && rest.length > 0) continue;
      if (name.length !== size || typed.length < 3 || readTerms(typed).length < size) continue;
      if (isSpeakersName(typed, archive, libraries)) return { subject: typed, topic: rest.join(' ') };
    }
  return { subject, topic };
}

/** Whether typed words name a speaker by a whole word at least, so that a topic's word isn't taken for a misspelt name. */
function isSpeakersName(typed: string, archive: Archive, libraries: readonly LibraryId[]): boolean {
  const words = foldPlain(typed);
  return archive
    .findSpeakers(typed, libraries)
    .some(({ speaker }) => speaker.named && foldPlain(speaker.name).some((word) => words.includes(word)));
}
