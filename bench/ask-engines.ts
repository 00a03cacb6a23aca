import { create, insertMultiple, search as searchOrama } from '@orama/orama';
import { Charset, Document } from 'flexsearch';
import MiniSearch from 'minisearch';
import type { ChangingArchive, Statement } from '../src/archive/archive.ts';
import { paragraphOf } from '../src/archive/paragraph.ts';
import { BUILT_IN } from '../src/articles/article.ts';
import { readTerms } from '../src/language/terms.ts';
import { warmUp } from '../src/open-archive.ts';
import { answerQuestion } from '../src/questions/answer-question.ts';

/** Finds statements for a question; gives back how many. */
export type Ask = (question: string) => number | Promise<number>;
type Engine = (archive: ChangingArchive) => Ask | Promise<Ask>;

/** How many statements each search is to find, at most. */
const WANTED = 10;

/** What is searched, the same for all: a statement's words, its speaker, its paragraph and the title. */
const entryOf = (statement: Statement, id: number) => ({
  id,
  content: statement.text,
  speaker: [statement.speaker?.name, ...(statement.speaker?.aliases ?? []), statement.role]
    .filter(Boolean)
    .join(' '),
  context: paragraphOf(statement),
  title: statement.article.title ?? '',
});
const FIELDS = ['content', 'speaker', 'context', 'title'];
const BOOST = { content: 3, speaker: 2, context: 1, title: 0.5 };

const entries = (archive: ChangingArchive) => archive.statements([BUILT_IN]).map(entryOf);

/**
 * Ways to find statements. The libraries are used as their own first pages show it, with a letter or two wrong allowed where
 * they know that, and all of them with the same fields.
 */
export const ENGINES: Readonly<Record<string, Engine>> = {
  'On Record, whole answers': async (archive) => {
    await warmUp(archive);
    return (question) => answerQuestion(question, archive, [BUILT_IN]).support.length;
  },
  'On Record, search alone': (archive) => (question) =>
    archive.search(
      readTerms(question).map(({ stem }) => ({ stem, weight: 1 })),
      [BUILT_IN],
      WANTED,
    ).length,
  'On Record, speakers alone': (archive) => {
    // whom somebody may type: each word of a question, and two after another
    return (question) => {
      const words = question.split(' ');
      return words.reduce((sum, word, i) => {
        const typed = i % 2 === 0 ? word : `${words[i - 1]} ${word}`;
        return sum + archive.findSpeakers(typed, [BUILT_IN]).length;
      }, 0);
    };
  },
  MiniSearch: (archive) => {
    const index = new MiniSearch({
      fields: FIELDS,
      searchOptions: { boost: BOOST, fuzzy: 0.2, prefix: true },
    });
    index.addAll(entries(archive));
    return (question) => index.search(question).slice(0, WANTED).length;
  },
  Orama: async (archive) => {
    const index = create({
      schema: { content: 'string', speaker: 'string', context: 'string', title: 'string' } as const,
    });
    const documents = entries(archive).map(({ id: _, ...entry }) => entry);
    await insertMultiple(index, documents, 1000);
    return async (question) =>
      (await searchOrama(index, { term: question, boost: BOOST, tolerance: 1, limit: WANTED })).hits.length;
  },
  FlexSearch: (archive) => {
    const index = new Document({
      document: { id: 'id', index: FIELDS },
      tokenize: 'forward',
      encoder: Charset.LatinBalance,
    });
    for (const entry of entries(archive)) index.add(entry);
    return (question) => index.search(question, { limit: WANTED, suggest: true }).length;
  },
};
