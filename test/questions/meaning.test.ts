import { describe, expect, it } from 'vitest';
import { createMemoryArchive } from '../../src/archive/memory-archive.ts';
import { BUILT_IN } from '../../src/articles/article.ts';
import { answerQuestion } from '../../src/questions/answer-question.ts';
import { news } from '../articles/news.ts';

const archive = createMemoryArchive([
  news(
    [
      'Lena Ortiz, the mayor of Quarrytown, said on Tuesday that repairs of the bridge would cost twelve million dollars.',
      '“Children should walk to a school in their own neighbourhood,” said Pavel Ivanenko, a Ukrainian engineer.',
      '“The council is strong enough to pay for it,” Marcus Bell, the leader of the opposition, told reporters in Harbourville.',
      'Sen. Dana Cole, D-Ore., warned that the harbour would refuse large ships after the storm.',
    ].join('\n'),
  ),
]);
const ask = (question: string) => answerQuestion(question, archive, [BUILT_IN]);
const first = (question: string) => ask(question).support[0]?.statement.speaker?.name;

describe('a question in other words than the article', () => {
  it.each([
    ['who thinks kids should go to school close to home', 'Pavel Ivanenko'],
    ['who said the brigde repairs cost twelve million', 'Lena Ortiz'],
  ])('finds who said it: %s', (question, speaker) => {
    expect(first(question)).toBe(speaker);
  });
});

describe('somebody who is asked about', () => {
  it.each([
    ['what did ivanenko say about school', 'Pavel Ivanenko'],
    ['what did Іваненко say about school', 'Pavel Ivanenko'],
    ['what did ivanenco say about school', 'Pavel Ivanenko'],
    ['what did the mayor say about the bridge', 'Lena Ortiz'],
    ['bell council', 'Marcus Bell'],
  ])('is known by a surname, in another script, misspelt, by an office: %s', (question, speaker) => {
    expect(first(question)).toBe(speaker);
  });
});

describe('whether somebody said a thing', () => {
  it.each([
    'did bell say the council is weak',
    'did the mayor say repairs would cost twenty million dollars',
    'did cole say the harbour would accept large ships',
    'did ortiz say the council is strong enough to pay',
  ])('is not supported by the opposite, another number or another speaker: %s', (question) => {
    expect(ask(question).verdict).not.toBe('supported');
  });
});
