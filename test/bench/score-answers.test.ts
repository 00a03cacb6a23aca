import { describe, expect, it } from 'vitest';
import type { JudgedAnswer } from '../../bench/judge.ts';
import type { ExpectedAnswer } from '../../bench/questions.ts';
import { type Asked, answerAt, calibrationOf, curveOf, figuresOf } from '../../bench/score-answers.ts';

type Kind = Asked['open']['question']['kind'];
const WHO: ExpectedAnswer = { kind: 'who', question: 'hm?', speaker: 'Ann Lee', holds: 'bridge' };
const NONE: ExpectedAnswer = { kind: 'none', question: 'hm?' };
const SAID: ExpectedAnswer = { kind: 'did', question: 'hm?', verdict: 'supported' };
const DENIED: ExpectedAnswer = { kind: 'did', question: 'hm?', verdict: 'contradicted' };

/** An answer with one statement about the bridge. */
const given = (verdict: JudgedAnswer['verdict'], score: number, name = 'Ann Lee'): JudgedAnswer => ({
  verdict,
  nearest: [],
  support: [
    {
      score,
      statement: {
        text: 'the bridge is open',
        speaker: { name },
        said: { when: null, where: null },
        article: { file: 'bridge.txt' },
        quote: { content: [[0, 18]] },
      },
    },
  ],
});
/** A question with its answer at the thresholds 0; it is given whatever they are. */
const asked = (
  expected: ExpectedAnswer,
  open: JudgedAnswer,
  kind: Kind = 'who',
  isCertain = false,
): Asked => ({
  expected,
  answer: open,
  open: { ...open, question: { kind } },
  isCertain,
});

const ROWS: readonly Asked[] = [
  asked(WHO, given('answered', 0.9)),
  asked(WHO, given('answered', 0.55)),
  asked(WHO, given('answered', 0.52, 'Bob Moss')),
  asked(NONE, given('answered', 0.3)),
  asked(SAID, given('supported', 0.8), 'did'),
  asked(DENIED, given('supported', 0.4), 'did'),
];
const IN_USE = { who: 0.5, answer: 0.5, said: 0.62 };

describe('the curve', () => {
  const curve = curveOf(ROWS, IN_USE);
  const at = (threshold: number) => curve.find((point) => point.threshold === threshold);

  it('has a point each twentieth, and one for each threshold in use', () => {
    expect(curve).toHaveLength(21);
    expect(curve.map(({ threshold }) => threshold)).toEqual(expect.arrayContaining([0, 0.05, 0.62, 0.95]));
  });

  it('weighs what is answered against what is right of it', () => {
    expect(at(0)?.answer).toMatchObject({
      answered: { count: 3, of: 3 },
      precision: { count: 2, of: 4 },
      toldNone: { count: 0, of: 1 },
      wrongSpeaker: { count: 1, of: 3 },
    });
    expect(at(0.9)?.answer).toMatchObject({
      answered: { count: 1, of: 3 },
      precision: { count: 1, of: 1 },
      toldNone: { count: 1, of: 1 },
      wrongSpeaker: { count: 0, of: 1 },
    });
  });

  it('leaves "did" to its own threshold, and the others as they are for that', () => {
    const supported = (threshold: number) => [
      at(threshold)?.said.trueSupported.count,
      at(threshold)?.said.falseNotSupported.count,
    ];
    expect([supported(0), supported(0.62), supported(0.95)]).toEqual([
      [1, 0],
      [1, 1],
      [0, 1],
    ]);
    expect(at(0)?.answer.trueSupported).toEqual(at(0.95)?.answer.trueSupported);
    expect(at(0)?.said.answered).toEqual(at(0.95)?.said.answered);
  });

  it('gives for the thresholds in use what the program answers with them', () => {
    expect(at(0.5)?.answer).toEqual(figuresOf(ROWS.map((row) => answerAt(row, IN_USE))));
  });

  it('answers what needs no chance at every threshold', () => {
    const certain = asked(WHO, given('answered', 0.6), 'what', true);
    expect(answerAt(certain, { who: 0.95, answer: 0.95, said: 0.95 }).answer.verdict).toBe('answered');
  });
});

describe('the calibration of scores', () => {
  it('sets the mean score of a tenth beside the share that is right', () => {
    const { bins } = calibrationOf(ROWS);
    expect(bins[5]).toMatchObject({ from: 0.5, right: { count: 1, of: 2 } });
    expect(bins[5]?.meanScore).toBeCloseTo(0.535);
    expect(bins[9]?.right).toEqual({ count: 1, of: 1 });
  });

  it('weighs how far they are apart by the answers', () => {
    const rows = [
      asked(WHO, given('answered', 1)),
      ...[1, 2, 3].map(() => asked(WHO, given('answered', 0.8, 'Bob Moss'))),
    ];
    expect(calibrationOf(rows).error).toBeCloseTo((0 + 3 * 0.8) / 4);
  });

  it('has none where nothing was answered', () => {
    const nothing = asked(WHO, { verdict: 'not-found', support: [], nearest: [] });
    expect(calibrationOf([nothing]).error).toBeNaN();
  });
});
