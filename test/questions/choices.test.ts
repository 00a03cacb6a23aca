import { describe, expect, it } from 'vitest';
import { createMemoryArchive } from '../../src/archive/memory-archive.ts';
import { BUILT_IN } from '../../src/articles/article.ts';
import { answerQuestion } from '../../src/questions/answer-question.ts';
import { news, SEED } from '../articles/news.ts';

const archive = createMemoryArchive([
  SEED,
  news('Anna Keller, the mayor, said the bridge was safe. Anna Keller said the ferry was late.', {
    file: 'a.txt',
  }),
  news('Bruno Keller, an engineer, said the bridge was old.', { file: 'b.txt' }),
  news('The Keller Foundation said the bridge was a monument.', { file: 'c.txt' }),
  news('Clara Keller said the bridge was ugly.', { file: 'd.txt' }, 'guild:1'),
]);
const choices = (question: string, only?: string) =>
  answerQuestion(question, archive, [BUILT_IN], only).choices.map(({ speaker }) => speaker.name);
const said = (question: string, only?: string) =>
  answerQuestion(question, archive, [BUILT_IN], only).support.map(
    ({ statement }) => `${statement.speaker?.name}: ${statement.text}`,
  );

describe('a name that two people bear', () => {
  it.each(['what did Keller say about the bridge', 'did keller say the bridge is old', 'keller bridge'])(
    'is left to choose, most quoted first and within what the asker may see: %s',
    (question) => {
      expect(choices(question)).toEqual(['Anna Keller', 'Bruno Keller']);
    },
  );

  it('is no matter to choose where the question tells which, or names both', () => {
    expect(choices('what did Anna Keller say about the bridge')).toEqual([]);
    expect(choices('what did Anna Keller and Bruno Keller say about the bridge')).toEqual([]);
    expect(choices('what did Rutte say about NATO')).toEqual([]);
    expect(choices('who said the bridge was old')).toEqual([]);
    expect(choices('what did Putin say')).toEqual([]);
  });

  it('answers for the one who is chosen, by id', () => {
    const question = 'what did Keller say about the bridge';
    expect(said(question).length).toBeGreaterThan(1);
    expect(said(question, 'bruno-keller')).toEqual([expect.stringContaining('Bruno Keller: ')]);
    expect(choices(question, 'bruno-keller')).toEqual(['Anna Keller', 'Bruno Keller']);
    expect(said(question, 'clara-keller')).toEqual([]);
  });
});
