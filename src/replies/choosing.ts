import type { SpeakerEntry } from '../archive/archive.ts';
import { foldPlain } from '../language/names.ts';
import type { Choosing, Person } from './reply.ts';
import { countOf } from './suggestions.ts';

/**
 * The people of whom one may be meant, for the asker to choose from; undefined where there are none.
 *
 * @param chosen - the id of the one chosen already
 */
export function choosingOf(
  entries: readonly SpeakerEntry[],
  chosen: string | undefined,
): Choosing | undefined {
  if (entries.length === 0) return undefined;
  return { prompt: promptFor(entries), people: entries.map(personOf), chosen: chosen ?? null };
}

/** "Which Trump?", by the words that all of their names share. */
function promptFor(entries: readonly SpeakerEntry[]): string {
  const [first = '', ...others] = entries.map(({ speaker }) => speaker.name);
  const shared = first
    .split(' ')
    .filter((word) => others.every((name) => foldPlain(name).includes(foldPlain(word)[0] ?? '')));
  return shared.length === 0 ? 'Who is meant?' : `Which ${shared.join(' ')}?`;
}

function personOf({ speaker: { id, name, roles }, statements }: SpeakerEntry): Person {
  const about = [roles[0], countOf(statements, 'quote')].filter((part) => part !== undefined);
  return { id, name, about: about.join(' · ') };
}
