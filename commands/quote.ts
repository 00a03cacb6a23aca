import type { Sight, Statement } from '../src/archive/archive.ts';
import type { Article } from '../src/articles/article.ts';
import type { Command, Values } from '../src/commands.ts';
import { foldPlain } from '../src/language/names.ts';
import { readTerms } from '../src/language/terms.ts';
import { groupSameWords } from '../src/questions/same-words.ts';
import { statementsAbout } from '../src/questions/statements-about.ts';
import { KINDS } from '../src/quotes/quote.ts';
import { cardOf, titleOf } from '../src/replies/card.ts';
import { cardsReply } from '../src/replies/pages.ts';
import { answerRecord } from '../src/replies/records.ts';
import { suggestArticles, suggestSpeakers } from '../src/replies/suggestions.ts';

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
  ],
  run(values, sight, page) {
    const { speaker = '', about = '' } = values;
    const ids = new Set(
      sight.archive.findSpeakers(speaker, sight.libraries).map((entry) => entry.speaker.id),
    );
    const all = sight.archive
      .statements(sight.libraries)
      .filter((statement) => statement.speaker !== null && ids.has(statement.speaker.id));
    const wanted = all.filter((statement) => isWanted(statement, values, sight));
    const found =
      about === ''
        ? wanted.map((statement) => ({ statement, score: 1, matching: [], also: [] }))
        : statementsAbout(about, wanted);
    if (found.length === 0) return cardsReply(nothing(speaker, all.length, sight), [], [], page);
    const cards = groupSameWords(found, wanted).map(({ statement, matching, also }) =>
      cardOf(statement, matching, also),
    );
    const records = found.map(({ statement, score }) => answerRecord(statement, score));
    return cardsReply(null, cards, records, page);
  },
};

function isWanted(
  { quote: { kind }, article }: Statement,
  { kind: wanted, article: asked }: Values,
  { archive, libraries }: Sight,
): boolean {
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

function nothing(typed: string, all: number, { archive, libraries }: Sight): string {
  if (all > 0) return `None of the ${all} quotes by “${typed}” fits that.`;
  const [first] = archive.speakers(libraries).filter(({ speaker }) => speaker.named);
  const hint = first ? ' Try /speakers for those who are.' : '';
  return `Nobody called “${typed}” is quoted in these articles.${hint}`;
}

export default quote;
