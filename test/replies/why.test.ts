import { describe, expect, it } from 'vitest';
import { cardOf } from '../../src/replies/card.ts';
import { whyOf } from '../../src/replies/why.ts';
import { news } from '../articles/news.ts';
import { seedStatement, statementsOf } from './statements.ts';

/** Why the last statement of an article with that body is who it is. */
const why = (body: string) => {
  const last = statementsOf(news(body)).at(-1);
  return last ? whyOf(last) : 'no statement';
};

describe('how the speaker was told', () => {
  it('is said with the article’s own words for a pronoun', () => {
    expect(whyOf(seedStatement('this decision does not'))).toBe(
      '“he” is Mark Rutte here, as told from the text around it',
    );
  });

  it('is said for a surname', () => {
    expect(whyOf(seedStatement('We have never'))).toBe(
      '“Rutte” is Mark Rutte here, as told from the full name elsewhere in the article',
    );
  });

  it('is said for a role', () => {
    expect(
      why('Mayor Lena Ortiz visited the bridge on Monday. The mayor said it would stay closed until May.'),
    ).toBe('“The mayor” is Lena Ortiz here, as told from who holds that role in the article');
  });

  it('is not said where the article names the speaker there, or names nobody', () => {
    expect(whyOf(seedStatement('as unlikely'))).toBeNull();
    expect(why('A senior official said the bridge would stay closed.')).toBeNull();
    expect(why('“It is over for all of us,” she said.')).toBeNull();
  });

  it('is said without the article’s Markdown', () => {
    expect(why('**Lena Ortiz** was there. *Ortiz* said the bridge would stay closed.')).toMatch(
      /^“Ortiz” is Lena/,
    );
  });

  it('says who has signed a letter, whose words are no paraphrase', () => {
    const [statement] = statementsOf(
      news('I liked the ferry: it was slow, but it never fell into the river.\n\nLena Ortiz.'),
    );
    expect(statement && whyOf(statement)).toBe('Lena Ortiz has signed this text');
    expect(statement && cardOf(statement, []).paraphrase).toBe(false);
  });
});
