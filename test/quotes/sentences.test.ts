import { describe, expect, it } from 'vitest';
import { readPassage } from '../../src/quotes/passage.ts';

/** The sentences of a paragraph, each in its own words. */
function sentencesOf(text: string): string[] {
  const { tokens, sentences } = readPassage(text, { number: 1, span: [0, text.length] });
  return sentences.map(([from, to]) => text.slice(tokens[from]?.start, tokens[to - 1]?.end));
}

describe('a sentence', () => {
  it.each([
    'Sen. Bob Corker and Rep. Ann Lee met Gov. Tom Hale, Lt. Col. May and Adm. Roe.',
    'Mr. and Mrs. Pike met Dr. Amy J. Cole at St. Mary’s.',
    'U.S. President Lena Ortiz spoke in Washington, D.C., on Jan. 5 at 5 p.m. Monday.',
    'The U.S. Senate and the U.N. Security Council met.',
    'Pike v. Cole was heard with Fig. 3 and No. 7.',
    'Acme Inc. said it would pay $5.5 million, or 3.5 percent.',
    'Caliber.Az reports from Quarrytown.',
    'Sen. Heidi Roe (D-N.D.) said so.',
    'She has a Ph.D. from Yale.',
    '“Why?” Lena Ortiz asked.',
    '“No! Never!” the mayor of Quarrytown shouted.',
    'Marcus Bell said: “It is late. We go. Now.”',
  ])('goes on: %s', (text) => {
    expect(sentencesOf(text)).toEqual([text]);
  });

  it.each([
    ['He moved to the U.S.', 'The plan failed.'],
    ['It was 5 p.m.', 'Then it rained.'],
    ['He left Acme Corp.', 'It had failed.'],
    ['The answer was no.', 'Ortiz left.'],
    ['He paid for the art.', 'She did not.'],
    ['“It is late.”', 'He left.'],
    ['"It is late," she said.', '"We go."'],
    ['He asked "Why?" and left.', '"Who?" she asked.'],
    ['(He won.)', 'She lost!', 'Who cares?', 'I do…', 'We do.'],
    ['“Yes.”', '“No.”', 'He laughed.'],
    ['It is &quot;late.&quot;', 'He left.'],
    ['**Ortiz** left.', '**Bell** did not.'],
  ])('ends: %s %s', (...sentences) => {
    const words = (text: string) => text.replace(/\*\*/g, '');
    expect(sentencesOf(sentences.join(' ')).map(words)).toEqual(sentences.map(words));
  });
});
