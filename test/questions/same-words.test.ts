import { describe, expect, it } from 'vitest';
import { createMemoryArchive } from '../../src/archive/memory-archive.ts';
import { type Article, BUILT_IN } from '../../src/articles/article.ts';
import { answerQuestion } from '../../src/questions/answer-question.ts';
import { answerReply } from '../../src/replies/answer-reply.ts';
import { news } from '../articles/news.ts';
import { looks } from '../replies/statements.ts';

const WORDS = 'The old bridge will stay closed until the spring';
const QUESTION = 'who said the old bridge will stay closed';
const titled = (title: string, body: string, over: Partial<Article> = {}) =>
  news(body, { id: `article-${title}`, title, file: `${title}.txt`, ...over });

const answerFrom = (...articles: readonly Article[]) =>
  answerQuestion(QUESTION, createMemoryArchive(articles), [BUILT_IN]);
const found = (...articles: readonly Article[]) =>
  answerFrom(...articles).support.map(({ statement, also }) => [
    statement.article.title,
    ...also.map(({ article }) => article.title),
  ]);

describe('the same words by the same speaker', () => {
  it('are one answer with all its sources, whatever the quotation marks and capitals', () => {
    const curly = titled('One', `“${WORDS},” Lena Ortiz said.`);
    const straight = titled('Two', `"${WORDS}," said Mayor Lena Ortiz.`);
    const lower = titled(
      'Three',
      `Lena Ortiz told reporters that "the old bridge will stay closed until the spring."`,
    );
    expect(found(curly, straight)).toEqual([['One', 'Two']]);
    const [all = []] = found(curly, straight, lower);
    expect([...all].sort()).toEqual(['One', 'Three', 'Two']);
  });

  it('are two answers where two people say them', () => {
    const one = titled('One', `“${WORDS},” Lena Ortiz said.`);
    const two = titled('Two', `“${WORDS},” Marcus Bell said.`);
    expect(found(one, two)).toEqual([['One'], ['Two']]);
  });

  it('are two answers where nobody is named', () => {
    const unnamed = (title: string) => titled(title, `“${WORDS},” she said.`);
    expect(found(unnamed('One'), unnamed('Two')).flat()).toHaveLength(
      answerFrom(unnamed('One'), unnamed('Two')).support.length,
    );
  });

  it('of which there are few are not the same', () => {
    const short = (title: string) => titled(title, '“Bridge closed,” Lena Ortiz said.');
    expect(found(short('One'), short('Two'))).toEqual([['One'], ['Two']]);
  });

  it('come from libraries that the asker may see', () => {
    const open = titled('One', `“${WORDS},” Lena Ortiz said.`);
    const closed = news(`“${WORDS},” Lena Ortiz said.`, { title: 'Two', file: 'two.txt' }, 'guild:1');
    expect(found(open, closed)).toEqual([['One']]);
  });

  it('leave room for others among the ten answers', () => {
    const copies = Array.from({ length: 12 }, (_, at) =>
      titled(`Copy ${at}`, `“${WORDS},” Lena Ortiz said.`),
    );
    const other = titled('Other', 'Marcus Bell said the old bridge will stay closed for a year.');
    expect(found(...copies, other).map((titles) => titles.length)).toEqual([12, 1]);
  });

  it('are one card, whose further sources are cut to three', () => {
    const titles = ['One', 'Two', 'Three', 'Four', 'Five', 'Six'];
    const answer = answerFrom(...titles.map((title) => titled(title, `“${WORDS},” Lena Ortiz said.`)));
    const { cards, records } = answerReply(QUESTION, answer, 1);
    expect(cards).toHaveLength(1);
    const [card] = cards;
    expect(card?.also.map(looks)).toEqual([
      expect.stringMatching(/^also in \w+ · paragraph 1$/),
      expect.stringMatching(/^also in \w+ · paragraph 1$/),
      expect.stringMatching(/^also in \w+ · paragraph 1$/),
      'and 2 more',
    ]);
    expect(records).toEqual([expect.objectContaining({ answers: expect.objectContaining({ length: 6 }) })]);
  });
});
