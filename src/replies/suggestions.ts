import type { Sight, SpeakerEntry } from '../archive/archive.ts';
import type { Article } from '../articles/article.ts';
import type { Choice } from '../commands.ts';
import { foldPlain } from '../language/names.ts';
import type { Speaker } from '../speakers/speaker.ts';
import { titleOf } from './card.ts';

/** "3 quotes" */
export const countOf = (count: number, thing: string): string => `${count} ${thing}${count === 1 ? '' : 's'}`;

/** The named speakers whom what is typed so far fits, with role and number of quotes; all of them where nothing is. */
export function suggestSpeakers(typed: string, { archive, libraries }: Sight): readonly Choice[] {
  const isBegun = begunBy(typed);
  const begun = archive
    .speakers(libraries)
    .filter(({ speaker }) =>
      isBegun(speaker, () => [speaker.name, ...speaker.aliases, ...speaker.roles].join(' ')),
    );
  const fitting = typed.trim() === '' ? [] : archive.findSpeakers(typed, libraries);
  const found = new Set(fitting.map(({ speaker }) => speaker));
  const entries = [...fitting, ...begun.filter(({ speaker }) => !found.has(speaker))];
  return entries.filter(({ speaker }) => speaker.named).map(speakerChoice);
}

/** What a speaker or an article is looked up by, folded, with a space before each word; folded once, not at each keystroke. */
const folded = new WeakMap<Speaker | Article, string>();

/** Whether each typed word begins a word of what a speaker or an article is looked up by. */
function begunBy(typed: string): (of: Speaker | Article, text: () => string) => boolean {
  const beginnings = foldPlain(typed).map((word) => ` ${word}`);
  return (of, text) => {
    let words = folded.get(of);
    if (words === undefined) {
      words = ` ${foldPlain(text()).join(' ')}`;
      folded.set(of, words);
    }
    return beginnings.every((beginning) => words.includes(beginning));
  };
}

function speakerChoice({ speaker: { name, roles }, statements }: SpeakerEntry): Choice {
  const role = roles[0] === undefined ? '' : `, ${roles[0]}`;
  return { name: `${name}${role} · ${countOf(statements, 'quote')}`, value: name };
}

/** The articles whose title, outlet or file holds what is typed so far. */
export function suggestArticles(typed: string, { archive, libraries }: Sight): readonly Choice[] {
  const isBegun = begunBy(typed);
  return archive
    .articles(libraries)
    .filter(({ article }) =>
      isBegun(article, () => `${titleOf(article)} ${article.outlet ?? ''} ${article.file}`),
    )
    .map(({ article }) => ({ name: titleOf(article), value: article.id }));
}
