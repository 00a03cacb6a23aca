import type { Archive, SpeakerEntry } from '../archive/archive.ts';
import type { LibraryId } from '../articles/article.ts';
import { foldName, likeness } from '../language/names.ts';

/** The most people to choose between: as many as a menu of Discord takes. */
const MOST = 25;

/** Names that a subject joins: "rutte and zelensky". */
const JOINED = /,|&|\b(?:and|or)\b/i;

/** Last words of the names of bodies that are called after a person: "the Trump campaign" is nobody called Trump. */
const BODY =
  /^(?:campaign|administration|organization|organisation|foundation|team|camp|government|cabinet|group|company|party|institute|office|university|library|hotel|tower)s?$/;

/**
 * The people between whom a subject doesn't tell: several named speakers whom it fits as well, those quoted most first and at
 * most 25; none where it fits one, or names several itself.
 *
 * @param subject - whom a question asks about, in its words; null for nobody in particular
 */
export function choicesFor(
  subject: string | null,
  archive: Archive,
  libraries: readonly LibraryId[],
): readonly SpeakerEntry[] {
  if (subject === null || JOINED.test(subject)) return [];
  const people = archive
    .findSpeakers(subject, libraries)
    .filter(({ speaker }) => speaker.named && !BODY.test(foldName(speaker.name).at(-1) ?? ''));
  const typed = foldName(subject);
  const exact = people.filter(({ speaker }) => isWhole(typed, speaker.name));
  // a name that is typed to its last letter isn't another that is only like it
  const fitting = exact.length > 0 ? exact : people;
  if (fitting.length < 2) return [];
  return [...fitting].sort((a, b) => b.statements - a.statements).slice(0, MOST);
}

/** Whether one of the typed words is a whole word of a name. */
function isWhole(typed: readonly string[], name: string): boolean {
  const words = foldName(name);
  return typed.some((word) => words.some((other) => likeness(word, other) === 1));
}
