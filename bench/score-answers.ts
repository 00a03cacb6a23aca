import type { Least } from '../src/questions/asking.ts';
import type { Question } from '../src/questions/question.ts';
import {
  hasSpanInFirstThree,
  hasWrongSpeaker,
  isAnswered,
  type JudgedAnswer,
  placeOfRight,
} from './judge.ts';
import { type ExpectedAnswer, wasSaid } from './questions.ts';

/** A question with its answer. */
export type Judged = { readonly expected: ExpectedAnswer; readonly answer: JudgedAnswer };

/** A question with the answers that the program would give with other thresholds. */
export type Asked = Judged & {
  /** The answer where both thresholds are 0. */
  readonly open: JudgedAnswer & { readonly question: Pick<Question, 'kind'> };
  /** Whether it is answered whatever the thresholds are, as "what did Ann Lee say" is. */
  readonly isCertain: boolean;
};

/** How many of how many. */
export type Share = { readonly count: number; readonly of: number };

/** Figures of answers. "did" counts in `right` and in the last two alone. */
export type AnswerFigures = {
  /** Right first time, of all questions. */
  readonly right: Share;
  /** Answered, of those that can be. */
  readonly answered: Share;
  /** Right first time, of all that were answered. */
  readonly precision: Share;
  readonly spanInFirstThree: Share;
  /** Answered with somebody else, of the answers to "who". */
  readonly wrongSpeaker: Share;
  /** Not answered, of those that can't be. */
  readonly toldNone: Share;
  /** Supported, of what was said. */
  readonly trueSupported: Share;
  /** Not called supported, of what wasn't said. */
  readonly falseNotSupported: Share;
};

/** Counts what is right, and what is wrong, about answers. */
export function figuresOf(rows: readonly Judged[]): AnswerFigures {
  const others = rows.filter(({ expected }) => expected.kind !== 'did');
  const of = (said: boolean) => rows.filter(({ expected }) => wasSaid(expected) === said);
  const isSupported = ({ answer }: Judged) => answer.verdict === 'supported';
  return {
    right: shareOf(rows, isRightFirst),
    answered: shareOf(
      others.filter(({ expected }) => expected.kind !== 'none'),
      ({ answer }) => isAnswered(answer),
    ),
    precision: shareOf(
      others.filter(({ answer }) => isAnswered(answer)),
      isRightFirst,
    ),
    spanInFirstThree: shareWhereTold(rows, hasSpanInFirstThree),
    wrongSpeaker: shareWhereTold(rows, hasWrongSpeaker),
    toldNone: shareOf(
      rows.filter(({ expected }) => expected.kind === 'none'),
      isRightFirst,
    ),
    trueSupported: shareOf(of(true), isSupported),
    falseNotSupported: shareOf(of(false), (row) => !isSupported(row)),
  };
}

const isRightFirst = ({ expected, answer }: Judged): boolean => placeOfRight(expected, answer) === 1;

const shareOf = (rows: readonly Judged[], holds: (row: Judged) => boolean): Share => ({
  count: rows.filter(holds).length,
  of: rows.length,
});

function shareWhereTold(
  rows: readonly Judged[],
  tell: (expected: ExpectedAnswer, answer: JudgedAnswer) => boolean | null,
): Share {
  const told = rows.map(({ expected, answer }) => tell(expected, answer)).filter((is) => is !== null);
  return { count: told.filter(Boolean).length, of: told.length };
}

/** What the program answers with other thresholds. */
export function answerAt({ expected, open, isCertain }: Asked, least: Least): Judged {
  const { kind } = open.question;
  const threshold = kind === 'did' ? least.said : kind === 'who' ? least.who : least.answer;
  const isEnough = isCertain || (open.support[0]?.score ?? 0) >= threshold;
  return { expected, answer: isEnough ? open : { verdict: 'not-found', support: [], nearest: [] } };
}

/** A point of the curve: the figures where one threshold has this value and the other its own. */
export type CurvePoint = {
  readonly threshold: number;
  readonly answer: AnswerFigures;
  readonly said: AnswerFigures;
};

/** The curve over thresholds 0, 0.05 … 0.95, and over those that are in use. */
export function curveOf(asked: readonly Asked[], inUse: Least): readonly CurvePoint[] {
  const steps = Array.from({ length: 20 }, (_, i) => i / 20);
  const thresholds = [...new Set([...steps, inUse.who, inUse.answer, inUse.said])].sort((a, b) => a - b);
  const at = (least: Partial<Least>) => figuresOf(asked.map((row) => answerAt(row, { ...inUse, ...least })));
  return thresholds.map((threshold) => ({
    threshold,
    answer: at({ answer: threshold, who: threshold }),
    said: at({ said: threshold }),
  }));
}

/** Answers whose first statement has a score of at least `from`, and of less than a tenth more. */
export type ScoreBin = { readonly from: number; readonly right: Share; readonly meanScore: number };

/** How far scores are the chances of being right. */
export type Calibration = {
  readonly bins: readonly ScoreBin[];
  /**
   * The expected calibration error, from 0 to 1: how far the mean score of a bin is from the share that is right, over the
   * bins by their answers (Naeini, Cooper and Hauskrecht 2015, with ten bins of one width); NaN where nothing is answered.
   */
  readonly error: number;
};

/** Compares the scores of first statements, where both thresholds are 0, with how many of them are right. */
export function calibrationOf(asked: readonly Asked[]): Calibration {
  const answers = asked
    .filter(({ open }) => isAnswered(open))
    .map(({ expected, open }) => ({ expected, answer: open, score: open.support[0]?.score ?? 0 }));
  const bins = Array.from({ length: 10 }, (_, i): ScoreBin => {
    const within = answers.filter(({ score }) => Math.min(9, Math.floor(10 * score)) === i);
    const meanScore = within.reduce((sum, { score }) => sum + score, 0) / within.length;
    return { from: i / 10, right: shareOf(within, isRightFirst), meanScore };
  });
  const apart = bins.reduce(
    (sum, { right: { count, of }, meanScore }) => (of === 0 ? sum : sum + Math.abs(of * meanScore - count)),
    0,
  );
  return { bins, error: apart / answers.length };
}
