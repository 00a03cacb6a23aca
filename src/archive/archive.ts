import type { Article, LibraryId } from '../articles/article.ts';
import type { Quote } from '../quotes/quote.ts';
import type { Said } from '../quotes/said.ts';
import type { Attribution } from '../speakers/attribution.ts';
import type { Speaker } from '../speakers/speaker.ts';
import type { StatedArticle } from './read-attributions.ts';

/** A quote as the archive keeps it: with its speaker, its circumstances and its article. */
export type Statement = {
  /** Stands for this statement in buttons, the same after a restart; 16 characters of [0-9a-z]. */
  readonly id: string;
  readonly quote: Quote;
  /** The content's words as they stand in the article; its parts are joined by " … ". */
  readonly text: string;
  readonly speaker: Speaker | null;
  /** How this article describes the speaker. */
  readonly role: string | null;
  /** How the speaker was found: by name, by a surname, a pronoun, a role, or only described; null where nobody is. */
  readonly how: Attribution['how'] | null;
  readonly said: Said;
  readonly article: Article;
  /** The number of the paragraph that the content begins in, counted as in {@link Article.paragraphs}; 0 for the headline. */
  readonly paragraph: number;
};

/** A speaker with the number of statements that the asker may see. */
export type SpeakerEntry = { readonly speaker: Speaker; readonly statements: number };

/** An article with the number of its statements. */
export type ArticleEntry = { readonly article: Article; readonly statements: number };

/** A statement that a search found; the score is at least 0, and higher is better. */
export type Hit = { readonly statement: Statement; readonly score: number };

/** A word to search for: its stem as `readTerms` gives it, and how much it counts beside the others (1 for a plain one). */
export type SearchTerm = { readonly stem: string; readonly weight: number };

/**
 * The articles, statements and speakers of all libraries. Every read says which libraries the asker may see, and gives
 * back nothing of another one. The same read gives back the same object until the archive changes, so that it costs
 * nothing to read again; what was given back before a change stays as it was.
 */
export type Archive = {
  /** Every statement, in the order of the articles and of their texts. */
  statements(libraries: readonly LibraryId[]): readonly Statement[];
  /** One statement by its id, or undefined where there is none that the asker may see. */
  statement(id: string, libraries: readonly LibraryId[]): Statement | undefined;
  /** The statements of one speaker, by the speaker's id; empty where there is none that the asker may see. */
  statementsBy(speakerId: string, libraries: readonly LibraryId[]): readonly Statement[];
  /** The speakers, those with the most statements first. */
  speakers(libraries: readonly LibraryId[]): readonly SpeakerEntry[];
  /** The articles, in the order in which they were read. */
  articles(libraries: readonly LibraryId[]): readonly ArticleEntry[];
  /** The speakers whom a name, a part of one, another spelling or a role fits, best first. */
  findSpeakers(name: string, libraries: readonly LibraryId[]): readonly SpeakerEntry[];
  /** The statements that have terms of a query, best first, at most `limit`. */
  search(terms: readonly SearchTerm[], libraries: readonly LibraryId[], limit: number): readonly Hit[];
  /** The number of statements in whose own words a stem stands. */
  frequency(stem: string, libraries: readonly LibraryId[]): number;
};

/** An archive whose articles come and go. */
export type ChangingArchive = Archive & {
  /**
   * Takes in articles behind those of their library that are there. One that is there already, by its id, stays as it is.
   * What an article tells of a speaker shows in the statements of all articles of its library, which are new objects then.
   */
  add(articles: readonly StatedArticle[]): void;
  /** Takes out those of a library's articles that have one of the ids. */
  remove(ids: readonly string[], library: LibraryId): void;
};

/** How many files have been read, of how many that are to be. */
export type Progress = { readonly read: number; readonly total: number };

/** An archive that is being filled. */
export type OpenedArchive = {
  /** Answers with what has been read so far. */
  readonly archive: ChangingArchive;
  readonly progress: () => Progress;
  /** Fulfilled with the archive when everything has been read. */
  readonly whole: Promise<ChangingArchive>;
};

/** The archive, as far as an asker may see it. */
export type Sight = { readonly archive: Archive; readonly libraries: readonly LibraryId[] };
