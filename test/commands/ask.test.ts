import { describe, expect, it } from 'vitest';
import { BUILT_IN } from '../../src/articles/article.ts';
import { looks } from '../replies/statements.ts';
import { commandOf, run, SEED_SIGHT } from './real.ts';

describe('/ask', () => {
  it('answers with speaker, role, circumstances, words and source', async () => {
    const { lead, cards } = await run('ask', { question: 'who said NATO membership is unlikely' });
    expect(lead).toBeNull();
    expect(cards).toHaveLength(1);
    expect(cards[0]).toMatchObject({ said: 'on March 16', paraphrase: true });
    expect(looks(cards[0]?.speaker ?? [])).toBe('*Michael Waltz*, US National Security Adviser');
    expect(looks(cards[0]?.words ?? [])).toBe('Ukraine’s *NATO* *membership* as *unlikely*');
  });

  it('gives the same record on each page, and the nearest page for one that is not there', async () => {
    const question = 'which article is about NATO and Ukraine';
    const [first, last, beyond] = await Promise.all([1, 3, 99].map((page) => run('ask', { question }, page)));
    expect(last?.records).toEqual(first?.records);
    expect(last?.page).toEqual({ number: 3, of: 3 });
    expect(beyond).toEqual(last);
  });

  it('takes as long a question as its definition allows', async () => {
    const [option] = commandOf('ask').options;
    const question = 'who said NATO '.repeat(40).slice(0, option?.maxLength);
    expect(question).toHaveLength(250);
    expect((await run('ask', { question })).records).toEqual([expect.objectContaining({ question })]);
  });

  it('has nothing to say to somebody who may see no articles', async () => {
    const sight = { archive: SEED_SIGHT.archive, libraries: ['guild:1'] } as const;
    for (const question of ['who said NATO membership is unlikely', 'what did Rutte say']) {
      const { lead, cards } = await run('ask', { question }, 1, sight);
      expect([looks(lead ?? []), cards]).toEqual(['Nobody in these articles said that.', []]);
    }
    expect(SEED_SIGHT.libraries).toEqual([BUILT_IN]);
  });
});
