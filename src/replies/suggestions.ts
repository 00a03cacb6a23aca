import type { SpeakerEntry } from '../archive/archive.ts';
import type { Choice, Sight } from '../commands.ts';
import { foldPlain } from '../language/names.ts';
import { titleOf } from './card.ts';

/** "3 quotes" */
export const countOf = (count: number, thing: string): string => `${count} ${thing}${count === 1 ? '' : 's'}`;

/** The named speakers whom what is typed so far fits, with role and number of quotes; all of them where nothing is. */
export function suggestSpeakers(typed: string, { archive, libraries }: Sight): readonly Choice[] {
  const entries = typed.trim() === '' ? archive.speakers(libraries) : archive.findSpeakers(typed, libraries);
  return entries.filter(({ speaker }) => speaker.named).map(speakerChoice);
}

function speakerChoice({ speaker: { name, roles }, statements }: SpeakerEntry): Choice {
  const role = roles[0] === undefined ? '' : `, ${roles[0]}`;
  return { name: `${name}${role} · ${countOf(statements, 'quote')}`, value: name };
}

/** The articles whose title, outlet or file holds what is typed so far. */
export function suggestArticles(typed: string, { archive, libraries }: Sight): readonly Choice[] {
  const asked = foldPlain(typed);
  return archive
    .articles(libraries)
    .filter(({ article }) => {
      const words = foldPlain(`${titleOf(article)} ${article.outlet ?? ''} ${article.file}`);
      return asked.every((word) => words.some((other) => other.startsWith(word)));
    })
    .map(({ article }) => ({ name: titleOf(article), value: article.id }));
}
