import { createHash } from 'node:crypto';
import type { Article } from '../articles/article.ts';
import { textAt } from '../language/span.ts';
import type { Speaker } from '../speakers/speaker.ts';
import type { ArticleEntry, Statement } from './archive.ts';
import type { ArticleWords } from './article-words.ts';
import { paragraphNumber } from './paragraph.ts';
import type { AttributedQuote, StatedArticle } from './read-attributions.ts';
import { areAlike, createSpeakerRegister, type SpeakerFile, speakerOf } from './speaker-register.ts';
import { createStatementIndex, type StatementIndex } from './statement-index.ts';

/** An article as a library holds it. */
export type HeldArticle = Omit<StatedArticle, 'words'> & Partial<Pick<StatedArticle, 'words'>>;

/** The articles of one library, and what is told by them alone: nothing in here knows of another one. */
export type Library = {
  /** Takes in articles; one that is there already stays as it is. Statements of speakers whom they tell more of are new objects. */
  add(articles: readonly StatedArticle[]): void;
  /** The articles as they were taken in; their words where the library keeps them. */
  stated(): readonly HeldArticle[];
  /** The articles with the number of their statements. */
  articles(): readonly ArticleEntry[];
  /** Every statement in order; the list changes with the library. */
  readonly statements: readonly Statement[];
  /** The place of a statement in the list, by its id. */
  placeOf(id: string): number | undefined;
  /** The key of a statement's speaker, by the statement's place; null where it has none. */
  keyAt(place: number): string | null;
  /** The speakers by their keys, which are the same in every library. */
  readonly speakers: ReadonlyMap<string, Speaker>;
  file(key: string): SpeakerFile | undefined;
  /** The index over all statements; they are read into it when it is first asked for. */
  index(): StatementIndex;
};

/**
 * A library without articles.
 *
 * @param keepsWords - whether it keeps the articles' words, some kilobytes each: they needn't be read again to put the library
 *   together anew, as where an article is taken out
 */
export function createLibrary(keepsWords: boolean): Library {
  const files = createSpeakerRegister();
  const stated = new Map<string, HeldArticle>();
  const stems = new Map<string, string>();
  const statements: Statement[] = [];
  const places = new Map<string, number>();
  const keys: (string | null)[] = [];
  const speakers = new Map<string, Speaker>();
  const placesBy = new Map<string, number[]>();
  const index = createStatementIndex();
  /** What the index hasn't got yet: it is filled by the first who searches. */
  let unread: { readonly words: ArticleWords; readonly paragraphs: readonly number[] }[] = [];

  /** The words with stems that are one object for all articles. */
  const shared = (words: ArticleWords): ArticleWords => ({
    ...words,
    stems: words.stems.map((stem) => {
      const known = stems.get(stem) ?? stem;
      stems.set(stem, known);
      return known;
    }),
  });
  /** Registers what an article tells of speakers, and gives back their keys in the order of its quotes. */
  const register = ({ article, quotes }: StatedArticle) =>
    quotes.map(({ attribution }) => attribution && files.add(attribution, article.id));
  /** Shows a speaker in all statements that are there as the files have it now. */
  const updateSpeaker = (key: string) => {
    const file = files.file(key);
    if (!file) return;
    const [before, now] = [speakers.get(key), speakerOf([file])];
    if (before && areAlike(before, now)) return;
    speakers.set(key, now);
    for (const place of placesBy.get(key) ?? []) {
      const statement = statements[place];
      if (statement) statements[place] = { ...statement, speaker: now };
    }
  };
  const addStatements = (
    { article, quotes, words }: StatedArticle,
    keysOfQuotes: readonly (string | null)[],
  ) => {
    const from = statements.length;
    for (const [i, quote] of quotes.entries()) {
      const key = keysOfQuotes[i] ?? null;
      const statement = statementOf(article, quote, speakers.get(key ?? '') ?? null);
      places.set(statement.id, statements.length);
      if (key !== null) {
        const others = placesBy.get(key);
        if (others) others.push(statements.length);
        else placesBy.set(key, [statements.length]);
      }
      statements.push(statement);
      keys.push(key);
    }
    unread.push({ words, paragraphs: statements.slice(from).map(({ paragraph }) => paragraph) });
  };
  return {
    add(read) {
      const added = read.flatMap((one) => {
        const { article, quotes, words } = one;
        if (stated.has(article.id)) return [];
        stated.set(article.id, keepsWords ? { article, quotes, words: shared(words) } : { article, quotes });
        return [{ one, keys: register(one) }];
      });
      for (const key of new Set(added.flatMap((of) => of.keys))) if (key !== null) updateSpeaker(key);
      for (const of of added) addStatements(of.one, of.keys);
    },
    stated: () => [...stated.values()],
    articles: () =>
      [...stated.values()].map(({ article, quotes }) => ({ article, statements: quotes.length })),
    statements,
    placeOf: (id) => places.get(id),
    keyAt: (place) => keys[place] ?? null,
    speakers,
    file: (key) => files.file(key),
    index() {
      for (const { words, paragraphs } of unread) index.addArticle(words, paragraphs);
      if (unread.length > 0) index.setSpeakers(statements);
      unread = [];
      return index;
    },
  };
}

function statementOf(
  article: Article,
  { quote, attribution, said }: AttributedQuote,
  speaker: Speaker | null,
): Statement {
  return {
    id: createHash('sha256')
      .update(`${article.id} ${JSON.stringify(quote.content)}`)
      .digest('hex')
      .slice(0, 16),
    quote,
    text: textAt(article.text, quote.content, ' … '),
    speaker,
    role: attribution?.role ?? null,
    how: attribution?.how ?? null,
    said,
    article,
    paragraph: paragraphNumber(article, quote),
  };
}
