// How often are answers right? Asks every question of a file over a folder of articles, and prints figures.
//   npm run eval [-- ARTICLES QUESTIONS.jsonl] [-- --readme]
// Without arguments: bench/questions.jsonl over seeds/. With --readme the figures go into README.md as well.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { BUILT_IN } from '../src/articles/article.ts';
import { ROOT } from '../src/config.ts';
import { createLogger } from '../src/log.ts';
import { openArchive } from '../src/open-archive.ts';
import type { Answer } from '../src/questions/answer.ts';
import { answerQuestion } from '../src/questions/answer-question.ts';
import { placeOfRight } from './judge.ts';
import { markdownTable } from './markdown-table.ts';
import { type ExpectedAnswer, readQuestions } from './questions.ts';

/** What is right about a right answer, by what is asked. */
const RIGHT: Readonly<Record<ExpectedAnswer['kind'], string>> = {
  who: 'who said it: the right speaker, with the right words',
  what: 'what somebody said: the right words, by the right speaker',
  when: 'when it was said',
  where: 'where it was said',
  did: 'whether somebody said it: the right verdict',
  which: 'which article has it',
  none: 'nobody said it: says so',
};

type Row = { readonly expected: ExpectedAnswer; readonly answer: Answer; readonly place: number | null };

/** The figures as a Markdown table, a line for each kind of question. */
function tableOf(rows: readonly Row[]): string {
  const kinds = (Object.keys(RIGHT) as ExpectedAnswer['kind'][]).map((kind): [string, readonly Row[]] => [
    RIGHT[kind],
    rows.filter(({ expected }) => expected.kind === kind),
  ]);
  const lines = [...kinds, ['all', rows] as const]
    .filter(([, of]) => of.length > 0)
    .map(([name, of]) => [name, String(of.length), within(of, 1), within(of, 3)]);
  const head = ['asked for', 'questions', 'right in first place', 'right among the first three'];
  return markdownTable([head, ...lines]);
}

/** "12 (86 %)": the rows whose right statement stands in one of so many first places. */
function within(rows: readonly Row[], places: number): string {
  const right = rows.filter(({ place }) => place !== null && place <= places).length;
  return `${right} (${Math.round((100 * right) / rows.length)} %)`;
}

function missLine({ expected, answer, place }: Row): string {
  const shown = answer.support[0] ?? answer.nearest[0];
  const where = place === null ? '' : ` (right in place ${place})`;
  const what = answer.support.length > 0 ? 'first' : 'nearest';
  const words = shown
    ? `${shown.statement.speaker?.name ?? 'somebody unnamed'}: ${shown.statement.text} (${shown.score.toFixed(2)})`
    : 'nothing';
  return `  ${expected.question}\n    ${answer.verdict}${where}, ${what}: ${words}`;
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
  options: { readme: { type: 'boolean', default: false } },
});
const [articles = join(ROOT, 'seeds'), questions = join(ROOT, 'bench', 'questions.jsonl')] = positionals;
const archive = await openArchive([articles], createLogger('warn', [])).whole;
const rows = readQuestions(questions).map((expected): Row => {
  const answer = answerQuestion(expected.question, archive, [BUILT_IN]);
  return { expected, answer, place: placeOfRight(expected, answer) };
});
const table = tableOf(rows);
const misses = rows.filter(({ place }) => place !== 1);
const counted = [archive.articles([BUILT_IN]).length, archive.statements([BUILT_IN]).length];
console.log(`${rows.length} questions, articles: ${counted[0]}, quotes: ${counted[1]}\n\n${table}`);
if (misses.length > 0) console.log(`\nNot right in first place:\n${misses.map(missLine).join('\n')}`);
if (values.readme) writeIntoReadme(table);
