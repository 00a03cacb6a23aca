import type { Article, LibraryId } from '../articles/article.ts';
import type { Quote } from '../quotes/quote.ts';
import type { Said } from '../quotes/said.ts';
import type { Attribution } from '../speakers/attribution.ts';
import type { Speaker } from '../speakers/speaker.ts';

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

/**
 * The articles, statements and speakers of all libraries. Every read says which libraries the asker may see, and gives
 * back nothing of another one.
 */
export type Archive = {
  /** Every statement, in the order of the articles and of their texts. */
  statements(libraries: readonly LibraryId[]): readonly Statement[];
  /** One statement by its id, or undefined where there is none that the asker may see. */
  statement(id: string, libraries: readonly LibraryId[]): Statement | undefined;
  /** The speakers, those with the most statements first. */
  speakers(libraries: readonly LibraryId[]): readonly SpeakerEntry[];
  /** The articles, in the order in which they were read. */
  articles(libraries: readonly LibraryId[]): readonly ArticleEntry[];
  /** The speakers whom a name, a part of one, another spelling or a role fits, best first. */
  findSpeakers(name: string, libraries: readonly LibraryId[]): readonly SpeakerEntry[];
  /** The statements that share words with `query`, best first, at most `limit`. */
  search(query: string, libraries: readonly LibraryId[], limit: number): readonly Hit[];
};

/** The archive, as far as an asker may see it. */
export type Sight = { readonly archive: Archive; readonly libraries: readonly LibraryId[] };
