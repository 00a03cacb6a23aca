import type { Least } from '../src/questions/asking.ts';
import { placeOfRight } from './judge.ts';
import { markdownTable } from './markdown-table.ts';
import { type ExpectedAnswer, isMarked } from './questions.ts';
import type { AnswerFigures, Calibration, CurvePoint, Judged, Share } from './score-answers.ts';

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

/** Of questions whose answers are marked, for which the article stands for the words. */
const RIGHT_BY_MARKS: typeof RIGHT = {
  ...RIGHT,
  who: 'who said it: the right speaker, from the right article',
  when: 'when or where it was said',
  did: 'whether somebody said it',
};

/** Which questions share many words with the text that answers them, and which few. */
const OVERLAPS = { high: 'of many shared words', medium: 'of some', low: 'of few' } as const;

/** How many are right in first place, and among the first three, as a Markdown table: a line for each kind of question. */
export function kindsTable(rows: readonly Judged[]): string {
  const names = rows.some(({ expected }) => isMarked(expected)) ? RIGHT_BY_MARKS : RIGHT;
  const kinds = (Object.keys(RIGHT) as ExpectedAnswer['kind'][]).map((kind): [string, readonly Judged[]] => [
    names[kind],
    rows.filter(({ expected }) => expected.kind === kind),
  ]);
  const overlaps = (Object.keys(OVERLAPS) as (keyof typeof OVERLAPS)[]).map(
    (overlap): [string, readonly Judged[]] => [
      OVERLAPS[overlap],
      rows.filter(
        ({ expected }) => isMarked(expected) && expected.kind !== 'none' && expected.overlap === overlap,
      ),
    ],
  );
  const lines = [...kinds, ...overlaps, ['all', rows] as const]
    .filter(([, of]) => of.length > 0)
    .map(([name, of]) => [name, String(of.length), within(of, 1), within(of, 3)]);
  const head = ['asked for', 'questions', 'right in first place', 'right among the first three'];
  return markdownTable([head, ...lines]);
}

/** "12 (86 %)": the rows whose right statement stands in one of so many first places. */
function within(rows: readonly Judged[], places: number): string {
  const right = rows.filter(({ expected, answer }) => {
    const place = placeOfRight(expected, answer);
    return place !== null && place <= places;
  }).length;
  return `${right} (${Math.round((100 * right) / rows.length)} %)`;
}

/** The figures that aren't by kind, a line each. */
export function figureLines(figures: AnswerFigures): string {
  const lines: readonly (readonly [string, Share])[] = [
    ['right first time', figures.right],
    ['the right words among the first three shown', figures.spanInFirstThree],
    ['answers to "who" with somebody else', figures.wrongSpeaker],
    ['told that nobody said it, where nobody did', figures.toldNone],
    ['not called supported, where it was not said', figures.falseNotSupported],
  ];
  return lines
    .filter(([, { of }]) => of > 0)
    .map(([name, share]) => `${name.padEnd(46)} ${share.count} of ${share.of}, ${percent(share)}`)
    .join('\n');
}

/** The curve as a Markdown table, in percent: what each threshold gives while the other stays as it is. */
export function curveTable(points: readonly CurvePoint[], inUse: Least): string {
  const use = (threshold: number) =>
    [
      threshold === inUse.who ? ' who' : '',
      threshold === inUse.answer ? ' answer' : '',
      threshold === inUse.said ? ' said' : '',
    ].join('');
  const heads = ['answered', 'precision', 'right of all', 'none told', 'wrong speaker'];
  return markdownTable([
    ['threshold', ...heads, 'did: true supported', 'did: false not supported', 'did: right of all'],
    ...points.map(({ threshold, answer, said }) => [
      `${threshold.toFixed(2)}${use(threshold)}`,
      ...[answer.answered, answer.precision, answer.right, answer.toldNone, answer.wrongSpeaker].map(percent),
      ...[said.trueSupported, said.falseNotSupported, said.right].map(percent),
    ]),
  ]);
}

/** How many answers of each score are right, as a Markdown table with a column for each tenth of the score. */
export const calibrationTable = ({ bins }: Calibration): string =>
  markdownTable([
    ['score from', ...bins.map(({ from }) => from.toFixed(1))],
    ['answers', ...bins.map(({ right }) => String(right.of))],
    ['mean score, %', ...bins.map(({ right, meanScore }) => (right.of === 0 ? '–' : inPercent(meanScore)))],
    ['right, %', ...bins.map(({ right: { count, of } }) => (of === 0 ? '–' : inPercent(count / of)))],
  ]);

const inPercent = (part: number): string => (100 * part).toFixed(0);

const percent = ({ count, of }: Share): string => (of === 0 ? '–' : `${((100 * count) / of).toFixed(1)} %`);
