import type { Span } from '../language/span.ts';

export type { Span };

/** Whose articles they are: the built-in ones, a server's or a person's. */
export type LibraryId = 'built-in' | `guild:${string}` | `user:${string}`;

/** The library that everybody sees. */
export const BUILT_IN: LibraryId = 'built-in';

/** One paragraph of an article's body. */
export type Paragraph = {
  /** Its place in the body: the first paragraph below the title is 1. */
  readonly number: number;
  readonly span: Span;
};

/** One news text. What the text doesn't tell is null, never guessed. */
export type Article = {
  /** The same for the same text in the same library, also after a restart. */
  readonly id: string;
  readonly library: LibraryId;
  /** The file that it was read from, as it was named to the program. */
  readonly file: string;
  /** The file's text as it stands on disk, without a byte order mark. */
  readonly text: string;
  readonly title: string | null;
  readonly outlet: string | null;
  readonly byline: string | null;
  /** The day it was published, as YYYY-MM-DD. */
  readonly published: string | null;
  readonly url: string | null;
  /** The body, without front matter, title, date line and byline. */
  readonly paragraphs: readonly Paragraph[];
};
