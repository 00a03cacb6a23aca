import type { Asker, Choice, Command } from '../src/commands.ts';
import { foldPlain } from '../src/language/names.ts';
import { onPage, pickingOf } from '../src/libraries/article-picking.ts';
import type { Desk, OwnArticle } from '../src/libraries/desk.ts';
import { articleLine, articleRecord } from '../src/replies/article-lines.ts';
import { titleOf } from '../src/replies/card.ts';
import { noLibraryReply } from '../src/replies/no-library.ts';
import { linesReply } from '../src/replies/pages.ts';
import type { Reply } from '../src/replies/reply.ts';

/** `/remove`: takes an article out of the library. Carried is the id of one that was picked from a list, which is asked about once more. */
const remove: Command = {
  name: 'remove',
  description: 'Take an article out of the library, with all its quotes',
  options: [
    {
      name: 'article',
      description: 'Its title, or a part of it',
      required: false,
      suggest: (typed, _sight, asker) => (asker === undefined ? [] : suggestOwn(typed, asker.desk)),
      maxLength: 100,
    },
  ],
  carried: ['picked'],
  needsLibrary: true,
  needsManager: true,
  decidesItself: true,
  async run({ article = '', picked }, _sight, page, asker) {
    if (asker === undefined) return noLibraryReply();
    const { desk } = asker;
    if (picked !== undefined) return askOnce(picked, asker);
    if (article.trim() === '') return whichOf('Which one?', desk.articles(), page);
    const byId = withIds(article, desk);
    if (byId.length > 0) {
      if (!byId.every((one) => mayRemove(one, asker))) return notYours();
      return removedReply(await desk.remove(byId.map((one) => one.article.id)));
    }
    if (IDS.test(article)) return linesReply('It has been removed already.', [], [], 1);
    const found = called(article, desk);
    const [only] = found;
    if (only === undefined) return linesReply('There is no such article in this library.', [], [], 1);
    // Words may fit another article by the time that a page is turned.
    return found.length === 1
      ? askOnce(only.article.id, asker)
      : whichOf('Several articles are called that: which one?', found, page);
  },
};

/** Those who may manage the library, and whoever added the article. */
const mayRemove = ({ addedBy }: OwnArticle, { isTrusted, person }: Asker): boolean =>
  isTrusted || addedBy === person;

const notYours = (): Reply =>
  linesReply(
    'Only those who may manage this server, or who added the article, can take it out. A manager can also let you use `/remove`.',
    [],
    [],
    1,
  );

/** Beginnings of ids, joined by commas. */
const IDS = /^[0-9a-f]{12,16}(?:,[0-9a-f]{12,16})*$/;

/** The articles whose ids begin so; none where what was typed is words. */
function withIds(typed: string, desk: Desk): readonly OwnArticle[] {
  if (!IDS.test(typed)) return [];
  const beginnings = typed.split(',');
  return desk.articles().filter(({ article: { id } }) => beginnings.some((begun) => id.startsWith(begun)));
}

/** The articles that have all typed words in their titles. */
function called(typed: string, desk: Desk): readonly OwnArticle[] {
  const words = foldPlain(typed);
  if (words.length === 0) return [];
  return desk.articles().filter(({ article }) => {
    const title = ` ${foldPlain(titleOf(article)).join(' ')}`;
    return words.every((word) => title.includes(` ${word}`));
  });
}

function suggestOwn(typed: string, desk: Desk): readonly Choice[] {
  const found = typed.trim() === '' ? desk.articles() : called(typed, desk);
  return found.map(({ article }) => ({ name: titleOf(article), value: article.id }));
}

/** A page of articles with a menu to pick one of them. */
function whichOf(lead: string, found: readonly OwnArticle[], page: number): Reply {
  if (found.length === 0) return linesReply('There are no articles in this library yet.', [], [], 1);
  const reply = linesReply(lead, found.map(articleLine), found.map(articleRecord), page);
  return { ...reply, picking: pickingOf(onPage(found, reply)) };
}

/** What is picked from a menu is picked by accident now and then. */
function askOnce(id: string, asker: Asker): Reply {
  const article = asker.desk.article(id);
  if (!article) return linesReply('It has been removed already.', [], [], 1);
  if (!mayRemove(article, asker)) return notYours();
  return {
    ...linesReply('Take this article out, with all its quotes?', [articleLine(article)], [], 1),
    actions: [
      { label: 'Remove', isDangerous: true, command: 'remove', values: { article: id }, answers: 'in-place' },
    ],
  };
}

function removedReply(gone: readonly OwnArticle[]): Reply {
  if (gone.length === 0) return linesReply('It has been removed already.', [], [], 1);
  return linesReply('Removed, with all its quotes:', gone.map(articleLine), gone.map(articleRecord), 1);
}

export default remove;
