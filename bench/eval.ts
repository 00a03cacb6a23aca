// How often are answers right? Asks every question of a file over a folder of articles, and prints figures.
//   npm run eval [-- [ARTICLES QUESTIONS.jsonl]... [--misses N] [--readme] [--cache DIR]]
// Without arguments: bench/questions.jsonl over seeds/. With --misses the first N that aren't right are listed, with --readme the
// table of the first set goes into README.md as well, and --cache keeps what was read of the articles for the next time.
// Of every set, and of all together, it prints the curve on which the thresholds LEAST of src/questions are chosen.
import { readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { BUILT_IN } from '../src/articles/article.ts';
import { ROOT } from '../src/config.ts';
import { createLogger } from '../src/log.ts';
import { openArchive } from '../src/open-archive.ts';
import type { Answer } from '../src/questions/answer.ts';
import { answerQuestion } from '../src/questions/answer-question.ts';
import type { Least } from '../src/questions/asking.ts';
import { LEAST } from '../src/questions/ranking/answer-by-ranking.ts';
import { placeOfRight } from './judge.ts';
import { readQuestions } from './questions.ts';
import { type Asked, type Calibration, calibrationOf, curveOf, figuresOf } from './score-answers.ts';
import { calibrationTable, curveTable, figureLines, kindsTable } from './score-answers-table.ts';

/** A question with the whole of its answer. */
type AskedInFull = Asked & { readonly answer: Answer };
/** A folder of articles, and the file of questions that are asked over it. */
type QuestionSet = { readonly articles: string; readonly questions: string };

const OPEN: Least = { who: 0, answer: 0, said: 0 };
const SHUT: Least = {
  who: Number.POSITIVE_INFINITY,
  answer: Number.POSITIVE_INFINITY,
  said: Number.POSITIVE_INFINITY,
};

/** The project's own, as seen from where it is called. */
const OWN: QuestionSet = {
  articles: relative('', join(ROOT, 'seeds')),
  questions: relative('', join(ROOT, 'bench', 'questions.jsonl')),
};

/** The sets that are named by pairs of words; the project's own where there are none. */
function setsOf([articles, questions, ...rest]: readonly string[]): readonly QuestionSet[] {
  if (articles === undefined) return [OWN];
  if (questions === undefined) {
    console.error(
      `Say which questions are asked over ${articles}: npm run eval -- ${articles} QUESTIONS.jsonl`,
    );
    process.exit(2);
  }
  return [{ articles, questions }, ...(rest.length > 0 ? setsOf(rest) : [])];
}

async function ask(
  { articles, questions }: QuestionSet,
  cache: string | null,
): Promise<readonly AskedInFull[]> {
  const archive = await openArchive([articles], createLogger('warn', []), cache).whole;
  const asked = readQuestions(questions).map((expected): AskedInFull => {
    const at = (least?: Least) => answerQuestion(expected.question, archive, [BUILT_IN], undefined, least);
    return { expected, answer: at(), open: at(OPEN), isCertain: at(SHUT).verdict !== 'not-found' };
  });
  const counted = `articles: ${archive.articles([BUILT_IN]).length}, quotes: ${archive.statements([BUILT_IN]).length}`;
  console.log(`${asked.length} questions of ${questions} over ${articles} (${counted})\n`);
  return asked;
}

/** The curve, and how far scores are chances: those of answers, and those of somebody's having said a thing. */
function curve(asked: readonly Asked[]): string {
  const table = curveTable(curveOf(asked, LEAST), LEAST);
  const [answers, claims] = [false, true].map((isDid) =>
    calibrationOf(asked.filter(({ open }) => (open.question.kind === 'did') === isDid)),
  ) as [Calibration, Calibration];
  const errors = `expected calibration error ${decimals(answers.error)}, of "did" ${decimals(claims.error)}`;
  return `What each threshold gives while the other stays:\n\n${table}\n\n${calibrationTable(answers)}\n\n${errors}\n`;
}

const decimals = (error: number): string => (Number.isNaN(error) ? '–' : error.toFixed(3));

function missLine({ expected, answer }: AskedInFull): string {
  const place = placeOfRight(expected, answer);
  const shown = answer.support[0] ?? answer.nearest[0];
  const where = place === null ? '' : ` (right in place ${place})`;
  const what = answer.support.length > 0 ? 'first' : 'nearest';
  const words = shown
    ? `${shown.statement.speaker?.name ?? 'somebody unnamed'}: ${shown.statement.text} (${shown.score.toFixed(2)})`
    : 'nothing';
  return `  ${expected.kind}: ${expected.question}\n    ${answer.verdict}${where}, ${what}: ${words}`;
}

/** The first questions that aren't answered right, two lines each. */
function missesOf(asked: readonly AskedInFull[], most: number): string {
  const misses = asked.filter(({ expected, answer }) => placeOfRight(expected, answer) !== 1);
  return `Not right in first place, ${Math.min(most, misses.length)} of ${misses.length}:\n${misses
    .slice(0, most)
    .map(missLine)
    .join('\n')}\n`;
}

/** Puts the table between README.md's two marks. */
function writeIntoReadme(table: string): void {
  const file = join(ROOT, 'README.md');
  const readme = readFileSync(file, 'utf8');
  const marked = /(<!-- eval -->)[\s\S]*?(<!-- \/eval -->)/;
  if (!marked.test(readme)) throw new Error('README.md has no place marked <!-- eval --> … <!-- /eval -->.');
  writeFileSync(
    file,
    readme.replace(marked, (_, start, end) => `${start}\n\n${table}\n\n${end}`),
  );
}

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    readme: { type: 'boolean', default: false },
    misses: { type: 'string', default: '0' },
    cache: { type: 'string' },
  },
});

const all: Asked[] = [];
const sets = setsOf(positionals);
for (const [i, set] of sets.entries()) {
  const asked = await ask(set, values.cache ?? null);
  const table = kindsTable(asked);
  console.log(`${table}\n\n${figureLines(figuresOf(asked))}\n\n${curve(asked)}`);
  if (Number(values.misses) > 0) console.log(missesOf(asked, Number(values.misses)));
  if (values.readme && i === 0) writeIntoReadme(table);
  all.push(...asked);
}
if (sets.length > 1)
  console.log(`All ${all.length} questions together\n\n${figureLines(figuresOf(all))}\n\n${curve(all)}`);
