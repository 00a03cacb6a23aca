import type { Archive, SpeakerEntry } from '../archive/archive.ts';
import type { LibraryId } from '../articles/article.ts';
import { foldName, foldPlain, likeness } from '../language/names.ts';
import { HONORIFICS } from '../speakers/titles.ts';
import { looksLikeAPerson } from './follow-ups/known-name.ts';

/** The most people to choose between: as many as a menu of Discord takes. */
const MOST = 25;

/** Names that a subject joins: "rutte and zelensky". */
const JOINED = /,|&|\b(?:and|or)\b/i;

/** A longer name is a piece of a headline: "America Ferrera Sent Donald Trump". */
const MOST_WORDS = 4;
/** The least likeness of a misspelt name. */
const MISSPELT = 0.7;

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
  const fitting = archive
    .findSpeakers(subject, libraries)
    .filter(({ speaker }) => speaker.named)
    .sort((a, b) => b.statements - a.statements);
  if (fitting.length < 2) return [];
  const people = withoutTwins(
    called(foldName(subject), fitting).filter(
      ({ speaker: { name } }) => name.split(' ').length <= MOST_WORDS && looksLikeAPerson(name),
    ),
  );
  return people.length < 2 ? [] : people.slice(0, MOST);
}

/**
 * Those whom typed words call by their last name; where there are none, by their first; and all of them where the words are no
 * part of a name, but of a role. The words alone, as an article may have them without a first name, are nobody else.
 */
function called(typed: readonly string[], fitting: readonly SpeakerEntry[]): readonly SpeakerEntry[] {
  const hasAt = (at: 0 | -1, least: number) =>
    fitting.filter(({ speaker }) => {
      const end = foldName(speaker.name).at(at) ?? '';
      return typed.some((word) => likeness(word, end) >= least);
    });
  const named = [hasAt(-1, 1), hasAt(0, 1), hasAt(-1, MISSPELT), hasAt(0, MISSPELT)].find(
    (some) => some.length > 0,
  );
  return (named ?? fitting).filter(({ speaker }) =>
    foldPlain(speaker.name).some((word) => !HONORIFICS.has(word) && !typed.includes(foldName(word)[0] ?? '')),
  );
}

/** Without those whose name only holds another's, who is quoted more: "Year Barack Obama" beside Barack Obama. */
function withoutTwins(people: readonly SpeakerEntry[]): readonly SpeakerEntry[] {
  const ends = people.map(({ speaker }) => {
    const words = foldName(speaker.name);
    return { words, first: words[0] ?? '', last: words.at(-1) ?? '' };
  });
  return people.filter(
    (_, at) =>
      !ends
        .slice(0, at)
        .some(({ first, last }) => ends[at]?.words.includes(first) && ends[at]?.words.includes(last)),
  );
}
