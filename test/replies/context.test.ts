import { describe, expect, it } from 'vitest';
import { createMemoryArchive } from '../../src/archive/memory-archive.ts';
import { BUILT_IN } from '../../src/articles/article.ts';
import { contextReply } from '../../src/replies/context.ts';
import { news, SEED } from '../articles/news.ts';
import { looks, seedStatement } from './statements.ts';

const sight = { archive: createMemoryArchive([SEED]), libraries: [BUILT_IN] } as const;

describe('the context of a statement', () => {
  it('is its whole paragraph with its own words in bold, and the source', () => {
    const { lead, cards, lines, page } = contextReply(seedStatement('as unlikely').id, sight);
    expect([lead, cards, page]).toEqual([null, [], null]);
    expect(lines.map(looks)).toEqual([
      'Additionally, US National Security Adviser Michael Waltz on March 16 described *Ukraine’s NATO membership as unlikely*, noting that this view is shared by not only the United States but also other NATO member states.',
      expect.stringMatching(/^Rutte stresses .* · Caliber\.Az · by Tamilla Hasanova · paragraph 9$/),
    ]);
  });

  it('has each part of a quote that was broken off in bold', () => {
    const archive = createMemoryArchive([news('“The plan,” said Lena Ortiz, “has failed.”')]);
    const id = archive.statements([BUILT_IN])[0]?.id ?? '';
    expect(looks(contextReply(id, { archive, libraries: [BUILT_IN] }).lines[0] ?? [])).toBe(
      '“*The plan*,” said Lena Ortiz, “*has failed.*”',
    );
  });

  it('loses no word of the paragraph, for any statement', () => {
    for (const { id, paragraph } of sight.archive.statements([BUILT_IN])) {
      const [runs = []] = contextReply(id, sight).lines;
      const span = SEED.paragraphs[paragraph - 1]?.span ?? [0, 0];
      expect(runs.map(({ text }) => text).join('')).toBe(SEED.text.slice(...span));
    }
  });

  it('is a sentence where the statement is gone, or another’s', () => {
    const gone = 'This passage is no longer in the articles.';
    expect(looks(contextReply('0123456789abcdef', sight).lead ?? [])).toBe(gone);
    const closed = { archive: sight.archive, libraries: ['guild:1'] } as const;
    expect(looks(contextReply(seedStatement('as unlikely').id, closed).lead ?? [])).toBe(gone);
  });
});
