import { readFrontMatter } from '../articles/front-matter.ts';
import { parseArticle } from '../articles/read-article.ts';
import type { Draft } from './draft.ts';
import { oneLine } from './one-line.ts';

/** What whoever gave an address, a feed say, tells of the article there; what they don't tell is null. */
export type ToldElsewhere = {
  /** The day, as YYYY-MM-DD. */
  readonly published: string | null;
  readonly outlet: string | null;
};

const FIELDS = ['outlet', 'published'] as const;
/** What is longer is no article but a book, and takes longer to look through than others should wait. */
const LONGEST = 500_000;

/**
 * A draft with what was told of it elsewhere, where neither it nor its front matter tells that. A draft that says there is none, or whose
 * front matter can't be read, stays as it is.
 */
export function withToldElsewhere(draft: Draft, told: ToldElsewhere | null): Draft {
  if (told === null || FIELDS.every((field) => told[field] === null) || draft.text.length > LONGEST)
    return draft;
  const { matter, bodyStart, problems } = readFrontMatter(draft.text);
  if (problems.length > 0) return draft;
  const { article } = parseArticle(draft.text, draft.file, 'built-in');
  const lines = FIELDS.flatMap((field) => {
    const value = oneLine(told[field] ?? '');
    const isOpen = matter[field] === undefined && article[field] === null && value !== '';
    return isOpen ? [`${field}: ${JSON.stringify(value)}\n`] : [];
  }).join('');
  if (lines === '') return draft;
  const text =
    bodyStart === 0
      ? `---\n${lines}---\n\n${draft.text}`
      : draft.text.replace(/\r\n|\r|\n/, (end) => `${end}${lines}`);
  return { ...draft, text };
}
