import type { Sight, SpeakerEntry } from '../archive/archive.ts';
import type { Choice } from '../commands.ts';
import { foldPlain } from '../language/names.ts';
import { titleOf } from './card.ts';

/** "3 quotes" */
export const countOf = (count: number, thing: string): string => `${count} ${thing}${count === 1 ? '' : 's'}`;

/** The named speakers whom what is typed so far fits, with role and number of quotes; all of them where nothing is. */
export function suggestSpeakers(typed: string, { archive, libraries }: Sight): readonly Choice[] {
  const all = archive.speakers(libraries);
  const begun = all.filter(({ speaker }) =>
    isBegunBy(typed, [speaker.name, ...speaker.aliases, ...speaker.roles].join(' ')),
  );
  const fitting = typed.trim() === '' ? [] : archive.findSpeakers(typed, libraries);
  const entries = [
    ...fitting,
    ...begun.filter(({ speaker }) => !fitting.some((entry) => entry.speaker === speaker)),
  ];
  return entries.filter(({ speaker }) => speaker.named).map(speakerChoice);
}

/** Whether each typed word begins a word of a text. */
function isBegunBy(typed: string, text: string): boolean {
  const words = foldPlain(text);
  return foldPlain(typed).every((word) => words.some((other) => other.startsWith(word)));
}

function speakerChoice({ speaker: { name, roles }, statements }: SpeakerEntry): Choice {
  const role = roles[0] === undefined ? '' : `, ${roles[0]}`;
  return { name: `${name}${role} · ${countOf(statements, 'quote')}`, value: name };
}

/** The articles whose title, outlet or file holds what is typed so far. */
export function suggestArticles(typed: string, { archive, libraries }: Sight): readonly Choice[] {
  return archive
    .articles(libraries)
    .filter(({ article }) => isBegunBy(typed, `${titleOf(article)} ${article.outlet ?? ''} ${article.file}`))
    .map(({ article }) => ({ name: titleOf(article), value: article.id }));
}
