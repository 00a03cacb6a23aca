import { describe, expect, it } from 'vitest';
import { createMemoryArchive } from '../../src/archive/memory-archive.ts';
import { BUILT_IN } from '../../src/articles/article.ts';
import { answerQuestion } from '../../src/questions/answer-question.ts';
import { news } from '../articles/news.ts';

const archive = createMemoryArchive([
  news(
    'Lena Ortiz, the mayor, denied that she had ignored the warnings about the bridge. Marcus Bell rejected claims that the bridge was unsafe.',
  ),
]);

describe('what somebody denies', () => {
  it.each([
    ['did Lena Ortiz say she ignored the warnings', 'contradicted'],
    ['did Marcus Bell say the bridge was unsafe', 'contradicted'],
    ['did Ortiz deny ignoring the warnings', 'supported'],
  ])('is not what they say: %s', (question, verdict) => {
    expect(answerQuestion(question, archive, [BUILT_IN]).verdict).toBe(verdict);
  });

  it('answers who denied it', () => {
    const { support } = answerQuestion('who denied ignoring the warnings', archive, [BUILT_IN]);
    expect(support[0]?.statement).toMatchObject({
      speaker: { name: 'Lena Ortiz' },
      text: 'denied that she had ignored the warnings about the bridge',
    });
  });
});
