import { type Article, BUILT_IN, type LibraryId } from '../articles/article.ts';
import type { ChangingArchive } from './archive.ts';
import { readWords } from './article-words.ts';
import { createLibrary, type HeldArticle, type Library } from './library.ts';
import { readForArchive, type StatedArticle } from './read-attributions.ts';
import { createVisible, type Visible } from './visible.ts';

/** For how many choices of libraries it is kept what they show together: those that were read last. */
const MOST_CHOICES = 32;

/** Keeps articles in memory, after reading their quotes. */
export function createMemoryArchive(articles: readonly Article[] = []): ChangingArchive {
  const libraries = new Map<LibraryId, Library>();
  const choices = new Map<string, { readonly of: readonly LibraryId[]; readonly visible: Visible }>();

  const see = (wanted: readonly LibraryId[]): Visible => {
    const of = [...new Set(wanted)].filter((id) => libraries.has(id)).sort();
    const key = of.join('\n');
    const known = choices.get(key) ?? {
      of,
      visible: createVisible(of.flatMap((id) => libraries.get(id) ?? [])),
    };
    choices.delete(key);
    choices.set(key, known);
    const [oldest] = choices.keys();
    if (choices.size > MOST_CHOICES && oldest !== undefined) choices.delete(oldest);
    return known.visible;
  };
  const forget = (changed: LibraryId) => {
    for (const [key, { of }] of choices) if (of.includes(changed)) choices.delete(key);
  };
  const archive: ChangingArchive = {
    statements: (wanted) => see(wanted).statements(),
    statement: (id, wanted) => see(wanted).statement(id),
    statementsBy: (speakerId, wanted) => see(wanted).statementsBy(speakerId),
    speakers: (wanted) => see(wanted).speakers(),
    articles: (wanted) => see(wanted).articles(),
    findSpeakers: (name, wanted) => see(wanted).findSpeakers(name),
    search: (terms, wanted, limit) => see(wanted).search(terms, limit),
    frequency: (stem, wanted) => see(wanted).frequency(stem),
    add(read) {
      for (const [id, some] of byLibrary(read)) {
        // Nobody takes articles out of what comes with the program.
        const library = libraries.get(id) ?? createLibrary(id !== BUILT_IN);
        libraries.set(id, library);
        library.add(some);
        forget(id);
      }
    },
    remove(ids, id) {
      const gone = new Set(ids);
      const stated = libraries.get(id)?.stated() ?? [];
      const left = stated.filter(({ article }) => !gone.has(article.id)).map(withWords);
      libraries.delete(id);
      forget(id);
      archive.add(left);
    },
  };
  archive.add(articles.map(readForArchive));
  return archive;
}

const withWords = ({ words, ...stated }: HeldArticle): StatedArticle => ({
  ...stated,
  words:
    words ??
    readWords(
      stated.article,
      stated.quotes.map(({ quote }) => quote),
    ),
});

function byLibrary(read: readonly StatedArticle[]): ReadonlyMap<LibraryId, readonly StatedArticle[]> {
  const groups = new Map<LibraryId, StatedArticle[]>();
  for (const stated of read) {
    const group = groups.get(stated.article.library);
    if (group) group.push(stated);
    else groups.set(stated.article.library, [stated]);
  }
  return groups;
}
