import { describe, expect, it } from 'vitest';
import { looks } from '../replies/statements.ts';
import { commandOf, run } from './real.ts';

describe('/check', () => {
  it('answers with the verdict, the quote as it stands, and its source', async () => {
    const { lead, cards } = await run('check', {
      statement: 'Kyiv very much wants NATO membership',
      speaker: 'Zelenskyy',
    });
    expect(looks(lead ?? [])).toBe('Word for word: Volodymyr Zelensky, Ukrainian President.');
    expect(cards).toHaveLength(1);
    expect(cards[0]?.said).toBe('On March 20');
    expect(looks(cards[0]?.source ?? [])).toMatch(/paragraph 7$/);
  });

  it('names who said it where it was somebody else', async () => {
    const { lead } = await run('check', {
      statement: 'Kyiv very much wants NATO membership',
      speaker: 'Mark Rutte',
    });
    expect(looks(lead ?? [])).toBe(
      'Mark Rutte didn’t say that in these articles; Volodymyr Zelensky, Ukrainian President did, word for word.',
    );
  });

  it('has nothing to say to somebody who may see no articles', async () => {
    const { lead, cards } = await run('check', { statement: 'Kyiv very much wants NATO membership' }, 1, {
      archive: (await import('./real.ts')).SEED_SIGHT.archive,
      libraries: ['guild:1'],
    });
    expect([looks(lead ?? []), cards]).toEqual(['Nobody in these articles said that.', []]);
  });
});

describe('“Who said this?”', () => {
  it('takes the text of a message as its statement, as much of it as the command takes', async () => {
    const { forMessage, options } = commandOf('check');
    expect(forMessage?.name).toBe('Who said this?');
    const { statement = '' } =
      forMessage?.values('“Kyiv very much wants NATO membership” 🎉'.repeat(100), []) ?? {};
    expect([...statement]).toHaveLength(options[0]?.maxLength ?? 0);
    const { lead } = await run(
      'check',
      forMessage?.values('Zelensky: “Kyiv very much wants NATO membership” 🎉', []),
    );
    expect(looks(lead ?? [])).toMatch(/^Word for word: Volodymyr Zelensky/);
  });

  it('says so where a message has no words', async () => {
    for (const text of ['', '🎉', 'https://news.example/a'])
      expect(looks((await run('check', { statement: text })).lead ?? [])).toBe(
        'There are no words to check.',
      );
  });
});
