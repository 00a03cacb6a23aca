import type { Archive, SpeakerEntry, Statement } from '../archive/archive.ts';
import type { LibraryId } from '../articles/article.ts';
import { foldPlain } from '../language/names.ts';
import { textAt } from '../language/span.ts';
import { readTerms } from '../language/terms.ts';
import { ROLE_NOUNS } from '../speakers/titles.ts';
import type { Question } from './question.ts';

/** Whom and what a question asks about, as far as the archive knows them. */
export type AskedAbout = {
  /** Whom it asks about, in the question's words; null where it asks about nobody in particular. */
  readonly subject: string | null;
  readonly topic: string;
  /** The ids of the speakers whom the subject fits. */
  readonly speakers: readonly string[];
  /** True where the subject fits no speaker and only describes somebody: "the un guy". */
  readonly described: boolean;
};

/** Words for people that name nobody: a subject with one is described rather than named. */
const DESCRIBES =
  /^(?:guy|man|woman|lady|prof|people|team|lawyer|cop|police|person|girl|boy|kid|mother|father|mom|dad|campaign|staff|group)s?$/;

/**
 * Finds whom a question asks about: by its subject, by the first words of it where the others belong to the topic ("rutte rule
 * out"), or, where no verb told a subject, by a name at an end of the topic.
 */
export function findAskedAbout(
  question: Question,
  archive: Archive,
  libraries: readonly LibraryId[],
): AskedAbout {
  const { subject, topic } = splitBareName(question, archive, libraries);
  if (subject === null) return { subject, topic, speakers: [], described: false };
  const speakers = idsOf(subject, archive, libraries);
  if (speakers.length > 0) return { subject, topic, speakers, described: false };
  const described = isDescription(subject, archive.speakers(libraries));
  return (
    (described ? null : splitSubject(subject, topic, archive, libraries)) ?? {
      subject,
      topic,
      speakers,
      described,
    }
  );
}

/** The ids of everybody whom a subject names, which may be several: "rutte and zelensky". */
const idsOf = (subject: string, archive: Archive, libraries: readonly LibraryId[]): readonly string[] =>
  subject
    .split(/,| and | or | & /)
    .flatMap((name) => archive.findSpeakers(name, libraries))
    .map(({ speaker }) => speaker.id);

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

/** Whether a subject describes somebody rather than naming one: by an office, or by a word of some speaker's role ("nato"). */
function isDescription(subject: string, entries: readonly SpeakerEntry[]): boolean {
  const words = foldPlain(subject);
  if (words.some((word) => ROLE_NOUNS.has(word) || DESCRIBES.test(word))) return true;
  const roles = new Set(
    entries
      .flatMap(({ speaker }) => speaker.roles)
      .flatMap((role) => readTerms(role))
      .map(({ stem }) => stem),
  );
  const asked = readTerms(`the ${subject}`);
  return asked.length > 0 && asked.every(({ stem }) => roles.has(stem));
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

/**
 * Whether a statement's source is as a subject describes it: all words of the description that tell anything ("us", "president")
 * stand in the speaker's name or role, so that an office that nobody holds is nobody's.
 */
export function fitsDescription(subject: string, { article, quote, speaker, role }: Statement): boolean {
  const source = textAt(article.text, quote.source);
  const held = new Set(readTerms(['', speaker?.name, role, source].join(' ')).map(({ stem }) => stem));
  const asked = readTerms(`the ${subject}`).filter(({ word }) => !DESCRIBES.test(word));
  return asked.every(({ stem }) => held.has(stem));
}
