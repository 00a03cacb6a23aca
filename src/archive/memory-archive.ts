import { createHash } from 'node:crypto';
import MiniSearch from 'minisearch';
import type { Article, LibraryId } from '../articles/article.ts';
import { textAt } from '../language/span.ts';
import { readTerms } from '../language/terms.ts';
import type { Speaker } from '../speakers/speaker.ts';
import type { Archive, ArticleEntry, Hit, SpeakerEntry, Statement } from './archive.ts';
import { findSpeakers } from './find-speakers.ts';
import { paragraphOf } from './paragraph.ts';
import { type AttributedQuote, readStated } from './read-attributions.ts';
import { createSpeakerRegister } from './speaker-register.ts';

/** How much more a match in one field counts than in another. */
const BOOST = { content: 3, speaker: 2, context: 1, title: 0.5 } as const;

type Entry = { readonly id: string } & Readonly<Record<keyof typeof BOOST, string>>;

/**
 * Keeps articles in memory: reads their quotes, gathers their speakers, and indexes every statement with MiniSearch by the
 * stems of its own words, its speaker, its paragraph and its article's title.
 */
export function createMemoryArchive(articles: readonly Article[]): Archive {
  const statements = readStatements(articles);
  const byId = new Map(statements.map((statement) => [statement.id, statement]));
  const index = indexOf(statements);
  const visible = ({ library }: Article, libraries: readonly LibraryId[]) => libraries.includes(library);
  const seen = (libraries: readonly LibraryId[]) =>
    statements.filter(({ article }) => visible(article, libraries));
  const speakers = (libraries: readonly LibraryId[]) => countSpeakers(seen(libraries));
  return {
    statements: seen,
    statement(id, libraries) {
      const found = byId.get(id);
      return found && visible(found.article, libraries) ? found : undefined;
    },
    speakers,
    articles: (libraries) =>
      countArticles(
        articles.filter((article) => visible(article, libraries)),
        statements,
      ),
    findSpeakers: (name, libraries) => findSpeakers(name, speakers(libraries)),
    search(query, libraries, limit) {
      const hits: Hit[] = [];
      for (const { id, score } of index.search(query)) {
        const statement = byId.get(id as string);
        if (statement && visible(statement.article, libraries)) hits.push({ statement, score });
        if (hits.length === limit) break;
      }
      return hits;
    },
  };
}

function readStatements(articles: readonly Article[]): readonly Statement[] {
  const register = createSpeakerRegister();
  const read = articles.map((article) => ({ article, quotes: readStated(article) }));
  const ids = read.map(({ article, quotes }) =>
    quotes.map(({ attribution }) => attribution && register.add(attribution, article.id)),
  );
  const speakers = register.speakers();
  return read.flatMap(({ article, quotes }, a) =>
    quotes.map((quote, q) => statementOf(article, quote, speakers.get(ids[a]?.[q] ?? '') ?? null)),
  );
}

function statementOf(
  article: Article,
  { quote, attribution, said }: AttributedQuote,
  speaker: Speaker | null,
): Statement {
  const start = quote.content[0]?.[0] ?? 0;
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
    paragraph: article.paragraphs.find(({ span }) => span[0] <= start && start < span[1])?.number ?? 0,
  };
}

function indexOf(statements: readonly Statement[]): MiniSearch<Entry> {
  const index = new MiniSearch<Entry>({
    fields: Object.keys(BOOST),
    tokenize: (text) => readTerms(text).map(({ stem }) => stem),
    processTerm: (term) => term,
    searchOptions: {
      boost: BOOST,
      combineWith: 'OR',
      fuzzy: (term) => (term.length > 5 ? 0.15 : false),
      prefix: (term) => term.length > 4,
    },
  });
  index.addAll(
    statements.map((statement) => ({
      id: statement.id,
      content: statement.text,
      speaker: statement.speaker
        ? [statement.speaker.name, ...statement.speaker.aliases, statement.role ?? ''].join(' ')
        : '',
      context: paragraphOf(statement),
      title: statement.article.title ?? '',
    })),
  );
  return index;
}

function countSpeakers(statements: readonly Statement[]): readonly SpeakerEntry[] {
  const counts = new Map<Speaker, number>();
  for (const { speaker } of statements) if (speaker) counts.set(speaker, (counts.get(speaker) ?? 0) + 1);
  return [...counts]
    .map(([speaker, count]) => ({ speaker, statements: count }))
    .sort((a, b) => b.statements - a.statements || (a.speaker.name < b.speaker.name ? -1 : 1));
}

function countArticles(
  articles: readonly Article[],
  statements: readonly Statement[],
): readonly ArticleEntry[] {
  return articles.map((article) => ({
    article,
    statements: statements.filter((statement) => statement.article === article).length,
  }));
}
