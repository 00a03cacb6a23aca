/** What is to become an article: a text as it would stand in a file, and what that file is called. */
export type Draft = {
  /** Plain text or Markdown, with front matter on top where more is known than the text itself tells. */
  readonly text: string;
  /** Ends in .txt or .md, which tells plain text from Markdown; shown where an article has no title. */
  readonly file: string;
};
