import type { Sight, Statement } from '../src/archive/archive.ts';
import type { Article } from '../src/articles/article.ts';
import type { Command, Values } from '../src/commands.ts';
import { today } from '../src/language/calendar.ts';
import { foldPlain } from '../src/language/names.ts';
import { readTerms } from '../src/language/terms.ts';
import type { Support } from '../src/questions/answer.ts';
import { groupSameWords } from '../src/questions/same-words.ts';
import { statementsAbout } from '../src/questions/statements-about.ts';
import { readBounds } from '../src/questions/time/bounds.ts';
import type { Order } from '../src/questions/time/order-words.ts';
import { byDate, dateOf, isWithin, type Period } from '../src/questions/time/period.ts';
import { KINDS } from '../src/quotes/quote.ts';
import { cardOf, titleOf } from '../src/replies/card.ts';
import { cardsReply } from '../src/replies/pages.ts';
import { answerRecord } from '../src/replies/records.ts';
import { suggestArticles, suggestSpeakers } from '../src/replies/suggestions.ts';

const ORDERS: readonly Order[] = ['newest', 'oldest'];

/** `/quote`: everything that a speaker says in the articles, or what they say on one matter. */
const quote: Command = {
  name: 'quote',
  description: "A speaker's quotes, all or about one matter, word for word with their sources",
  options: [
    {
      name: 'speaker',
      description: 'A name, a part of one, or a role',
      required: true,
      suggest: suggestSpeakers,
      maxLength: 100,
    },
    { name: 'about', description: 'Only what they say about this', required: false, maxLength: 100 },
    { name: 'kind', description: 'Only quotes of this kind', required: false, choices: KINDS, maxLength: 10 },
    {
      name: 'article',
      description: 'Only from this article',
      required: false,
      suggest: suggestArticles,
      maxLength: 100,
    },
    {
      name: 'since',
      description: 'Only what was said since then: 2016-08-01, August 2016, last Monday',
      required: false,
      maxLength: 40,
    },
    {
      name: 'until',
      description: 'Only what was said until then: 2016-08-31, August 2016, yesterday',
      required: false,
      maxLength: 40,
    },
    {
      name: 'order',
      description: 'The newest or the oldest first',
      required: false,
      choices: ORDERS,
      maxLength: 10,
    },
  ],
  run(values, sight, page) {
    const { speaker = '', about = '', order } = values;
    const bounds = readBounds(values, today());
    if (!bounds.ok) return cardsReply(bounds.problem, [], [], page);
    const ids = new Set(
      sight.archive.findSpeakers(speaker, sight.libraries).map((entry) => entry.speaker.id),
    );
    const all = sight.archive
      .statements(sight.libraries)
      .filter((statement) => statement.speaker !== null && ids.has(statement.speaker.id));
    const wanted = all.filter((statement) => isWanted(statement, values, bounds.period, sight));
    const best =
      about === ''
        ? wanted.map((statement) => ({ statement, score: 1, matching: [], also: [] }))
        : statementsAbout(about, wanted);
    const found = inOrder(best, order);
    if (found.length === 0) return cardsReply(nothing(speaker, all, bounds.period, sight), [], [], page);
    const cards = groupSameWords(found, wanted).map(({ statement, matching, also }) =>
      cardOf(statement, matching, also),
    );
    const records = found.map(({ statement, score }) => answerRecord(statement, score));
    return cardsReply(null, cards, records, page);
  },
};

/** Those found with the newest or the oldest first, or as they are where no order is asked for. */
function inOrder(found: readonly Support[], order: string | undefined): readonly Support[] {
  if (order !== 'newest' && order !== 'oldest') return found;
  const compare = byDate(order);
  return found.toSorted((one, other) => compare(one.statement, other.statement));
}

function isWanted(
  statement: Statement,
  { kind: wanted, article: asked }: Values,
  period: Period | null,
  { archive, libraries }: Sight,
): boolean {
  const {
    quote: { kind },
    article,
  } = statement;
  if (period !== null && !isWithin(statement, period)) return false;
  if (wanted !== undefined && kind !== wanted) return false;
  if (asked === undefined) return true;
  const exact = archive.articles(libraries).some((entry) => entry.article.id === asked);
  return exact ? article.id === asked : isCalled(article, asked);
}

/** Whether all words of a typed title or file name stand in an article's. */
function isCalled(article: Article, typed: string): boolean {
  const words = foldPlain(`${titleOf(article)} ${article.file}`);
  const asked = readTerms(typed).map(({ word }) => word);
  return asked.length > 0 && asked.every((word) => words.includes(word));
}

function nothing(
  typed: string,
  all: readonly Statement[],
  period: Period | null,
  { archive, libraries }: Sight,
): string {
  const undated = period === null ? 0 : all.filter((statement) => dateOf(statement) === null).length;
  const untold = undated === 0 ? '' : ` For ${undated} of them no date is known.`;
  if (all.length > 0) return `None of the ${all.length} quotes by “${typed}” fits that.${untold}`;
  const [first] = archive.speakers(libraries).filter(({ speaker }) => speaker.named);
  const hint = first ? ' Try /speakers for those who are.' : '';
  return `Nobody called “${typed}” is quoted in these articles.${hint}`;
}

export default quote;
