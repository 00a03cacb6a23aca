import type { Archive, SearchTerm, Statement } from '../../archive/archive.ts';
import type { Article, LibraryId } from '../../articles/article.ts';
import { stemOf } from '../../language/terms.ts';
import { neighboursOf } from '../../language/word-meaning.ts';
import type { QuestionWord, Wanted } from './wanted.ts';

/** Up to this many statements are all looked at. */
const FEW = 600;
/** How many hits a search gives, and how many of them, and of the statements of the best articles, are looked at. */
const HITS = 500;
const BEST_HITS = 120;
const BEST_ARTICLES = 8;
/** How many of a named speaker's statements are looked at. */
const BY_SPEAKER = 150;
/** How near a word must be to be searched for beside the question's own, how many at most, and how much it counts. */
const NEAR = 0.45;
const MOST_NEAR = 8;
const NEAR_COUNTS = 0.5;

/** The words to search for: the question's own, and those near them in meaning. */
function searchTerms(words: readonly QuestionWord[]): readonly SearchTerm[] {
  const terms = new Map<string, number>();
  const add = (stem: string, weight: number) => terms.set(stem, Math.max(terms.get(stem) ?? 0, weight));
  for (const { stem, row, weight, surname, isName } of words) {
    add(stem, weight);
    if (surname !== undefined) add(surname, weight * 0.8);
    if (isName) continue;
    for (const { word, likeness } of neighboursOf(row).slice(0, MOST_NEAR))
      if (likeness >= NEAR) add(stemOf(word), weight * likeness * NEAR_COUNTS);
  }
  return [...terms].map(([stem, weight]) => ({ stem, weight }));
}

/**
 * The statements that may answer a question: those that a search brings in, all of the articles that it brings in most of,
 * and those of whom the question names.
 */
export function candidatesFor(
  wanted: Wanted,
  archive: Archive,
  libraries: readonly LibraryId[],
): readonly Statement[] {
  const statements = archive.statements(libraries);
  if (statements.length <= FEW) return statements;
  const hits = archive.search(searchTerms([...wanted.topic, ...wanted.whom]), libraries, HITS);
  const chosen = new Set(hits.slice(0, BEST_HITS).map(({ statement }) => statement));
  const scores = new Map<Article, number>();
  for (const { statement, score } of hits)
    scores.set(statement.article, (scores.get(statement.article) ?? 0) + score);
  const best = [...scores].sort((a, b) => b[1] - a[1]).slice(0, BEST_ARTICLES);
  const byArticle = groupsOf(statements);
  for (const [article] of best) for (const statement of byArticle.get(article) ?? []) chosen.add(statement);
  for (const statement of ownStatements(
    wanted,
    hits.map(({ statement }) => statement),
    archive,
    libraries,
  ))
    chosen.add(statement);
  return [...chosen];
}

/** What those say whom a question names: all of it where it isn't much, otherwise what a search brought in. */
function ownStatements(
  { speakers }: Wanted,
  hits: readonly Statement[],
  archive: Archive,
  libraries: readonly LibraryId[],
): readonly Statement[] {
  const own = [...speakers].flatMap((id) => archive.statementsBy(id, libraries));
  return own.length <= BY_SPEAKER ? own : hits.filter(({ speaker }) => speakers.has(speaker?.id ?? ''));
}

const groups = new WeakMap<readonly Statement[], ReadonlyMap<Article, readonly Statement[]>>();

function groupsOf(statements: readonly Statement[]): ReadonlyMap<Article, readonly Statement[]> {
  const known = groups.get(statements);
  if (known) return known;
  const byArticle = new Map<Article, Statement[]>();
  for (const statement of statements) {
    const group = byArticle.get(statement.article);
    if (group) group.push(statement);
    else byArticle.set(statement.article, [statement]);
  }
  groups.set(statements, byArticle);
  return byArticle;
}
