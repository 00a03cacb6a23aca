import { describe, expect, it } from 'vitest';
import { createMemoryArchive } from '../../src/archive/memory-archive.ts';
import { BUILT_IN } from '../../src/articles/article.ts';
import { answerQuestion } from '../../src/questions/answer-question.ts';
import { readQuestion } from '../../src/questions/question.ts';
import { BRIDGE, news, SEED } from '../articles/news.ts';

const archive = createMemoryArchive([SEED, BRIDGE]);

const ODD = [
  '',
  '   ',
  '?',
  '???!!!',
  'who',
  'what did',
  'did',
  'when',
  'which article',
  'who said',
  '🦆🦆🦆 did 🦆 say 🦆',
  '**who** _said_ `NATO` ||x|| <@123> @everyone [a](https://x.example)',
  'що сказав Зеленський про НАТО',
  '誰がNATOについて話しましたか',
  'من قال إن العضوية غير محتملة',
  '\u202ewho said NATO\u0000',
  '"who said "NATO membership" is unlikely',
  "who'd've said it's Rutte's",
  'a'.repeat(250),
  'who said NATO '.repeat(18).slice(0, 250),
  '\\ / . * + ^ $ { } ( ) | [ ]',
  'constructor prototype __proto__ toString',
];

describe('whatever is typed', () => {
  it.each(ODD)('is answered, and never a failure: %j', (typed) => {
    const { verdict, support, nearest } = answerQuestion(typed, archive, [BUILT_IN]);
    expect(['answered', 'supported', 'contradicted', 'not-found']).toContain(verdict);
    expect(support.length > 0).toBe(verdict !== 'not-found');
    if (verdict !== 'not-found') expect(nearest).toEqual([]);
    for (const { score } of support) expect(Number.isFinite(score)).toBe(true);
  });

  it.each(['', '   ', '?', '🦆🦆🦆', 'who said', 'a'.repeat(250)])(
    'that asks nothing finds nothing: %j',
    (typed) => {
      expect(answerQuestion(typed, archive, [BUILT_IN]).verdict).toBe('not-found');
    },
  );

  it('is answered by nothing from an archive that has nothing', () => {
    const answer = answerQuestion('who said NATO membership is unlikely', createMemoryArchive([]), [
      BUILT_IN,
    ]);
    expect(answer).toMatchObject({ verdict: 'not-found', support: [], nearest: [] });
  });

  it('is answered by ten statements at most', () => {
    const many = Array.from({ length: 14 }, (_, at) =>
      news(`Marcus Bell said the bridge was closed ${at} times.`),
    );
    const answer = answerQuestion('who said the bridge was closed', createMemoryArchive(many), [BUILT_IN]);
    expect([answer.verdict, answer.support.length]).toEqual(['answered', 10]);
  });

  it('is answered from what the asker may see, and the nearest thing too', () => {
    const closed = createMemoryArchive([news('Marcus Bell said the ferry had sunk.', {}, 'guild:1')]);
    for (const question of [
      'who said the ferry had sunk',
      'did bell say the ferry had sunk',
      'bell',
      'who said the ferry flew',
    ])
      expect(answerQuestion(question, closed, [BUILT_IN, 'guild:2'])).toMatchObject({
        verdict: 'not-found',
        support: [],
        nearest: [],
      });
    expect(answerQuestion('who said the ferry had sunk', closed, ['guild:1']).verdict).toBe('answered');
  });
});

describe('a question is read', () => {
  it.each([
    ['who said NATO membership is unlikely', 'who', null, 'NATO membership is unlikely'],
    ['what did Rutte say about peace negotiations?', 'what', 'Rutte', 'peace negotiations'],
    ['when did Zelensky say Kyiv wants NATO', 'when', 'Zelensky', 'Kyiv wants NATO'],
    ['where did rutte speak', 'where', 'rutte', ''],
    ['did waltz say membership is unlikely', 'did', 'waltz', 'membership is unlikely'],
    ['which article mentions the irreversible path', 'which', null, 'the irreversible path'],
    ['on what day did zelensky say that', 'when', 'zelensky', ''],
    ['did anyone say the bridge is safe', 'did', null, 'the bridge is safe'],
    ['rutte said about russia', 'what', 'rutte', 'russia'],
  ])('%s', (typed, kind, subject, topic) => {
    expect(readQuestion(typed)).toMatchObject({ kind, subject, topic });
  });
});
