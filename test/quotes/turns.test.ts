import { describe, expect, it } from 'vitest';
import { parseArticle } from '../../src/articles/read-article.ts';
import { quotesIn, tableOf } from './reading.ts';

const articleOf = (text: string) => parseArticle(text, 'turns.txt', 'built-in').article;

describe('words that are somebody’s by their place on the page', () => {
  it('stand behind a name in capitals that the article has in small letters too', () => {
    expect(
      quotesIn(
        'The mayor, Lena Ortiz, was on the radio.',
        'ORTIZ: The bridge is safe for everybody now.',
        'NOTE: The programme is repeated on Sunday.',
      ),
    ).toEqual(['ORTIZ | : | indirect | The bridge is safe for everybody now.']);
  });

  it('stand behind the names of an interview, in bold or not', () => {
    for (const mark of ['**', ''])
      expect(
        quotesIn(
          `${mark}Gazette:${mark} Is the bridge safe?`,
          `${mark}Lena Ortiz:${mark} It is safe for everybody now.`,
          `${mark}Gazette:${mark} When will it open?`,
          `${mark}Lena Ortiz:${mark} It will open in May.`,
        ),
      ).toEqual([
        'Gazette | : | indirect | Is the bridge safe?',
        'Lena Ortiz | : | indirect | It is safe for everybody now.',
        'Gazette | : | indirect | When will it open?',
        'Lena Ortiz | : | indirect | It will open in May.',
      ]);
  });

  it('stand behind the account of a post', () => {
    expect(quotesIn('@lenaortiz: The bridge is safe for everybody now.')).toEqual([
      '@lenaortiz | : | indirect | The bridge is safe for everybody now.',
    ]);
  });

  it('stand in a headline behind a name that the text has', () => {
    const text = (headline: string) =>
      articleOf(`${headline}\n\nThe bridge is closed. The mayor is Lena Ortiz.`);
    expect(tableOf(text('Ortiz: no bridge before May'))).toEqual([
      'Ortiz | : | indirect | no bridge before May',
    ]);
    expect(tableOf(text('Analysis: no bridge before May'))).toEqual([]);
  });

  it('stand in a quotation that is signed behind a dash', () => {
    expect(quotesIn('“The bridge will be safe for many years to come.” — Lena Ortiz, mayor')).toEqual([
      'Lena Ortiz | — | direct | The bridge will be safe for many years to come.',
    ]);
  });

  it('stand in the paragraph behind one that ends in a colon', () => {
    expect(quotesIn('Lena Ortiz wrote:', '“The bridge is safe for everybody.”', 'The rain stopped.')).toEqual(
      ['Lena Ortiz | wrote: | direct | The bridge is safe for everybody.'],
    );
  });

  it('stand behind a sentence about one person that only leads up to them', () => {
    const words = '“It is a scandal and we will not forget it.”';
    const read = 'direct | It is a scandal and we will not forget it.';
    expect(quotesIn('Rune Dahl was angry, too.', words)).toEqual([`Rune Dahl |  | ${read}`]);
    expect(quotesIn('Rune Dahl was angry with Siv Aas.', words)).toEqual([]);
    expect(quotesIn('Monday was cold.', words)).toEqual([]);
  });

  it('stand behind the questions of an interview that the headline announces', () => {
    const article = articleOf(
      [
        'Q&A Mayor Lena Ortiz on bridges, ferries and breakfast',
        'Lena Ortiz has been mayor since the spring.',
        'When will the bridge open?',
        'In May, if the weather is kind.',
        'And the ferry?',
        'It goes on as long as it is needed.',
        'What do you have for breakfast?',
        'Bread and cheese.',
        'The bridge was built in 1931.',
      ].join('\n\n'),
    );
    expect(tableOf(article)).toEqual([
      'Lena Ortiz |  | indirect | In May, if the weather is kind.',
      'Lena Ortiz |  | indirect | It goes on as long as it is needed.',
      'Lena Ortiz |  | indirect | Bread and cheese.',
    ]);
  });

  it('stand behind "A:", by the one whom the headline names', () => {
    const article = articleOf(
      [
        'Lena Ortiz on the bridge',
        'The mayor Lena Ortiz spoke with us.',
        'Q: Is the bridge safe?',
        'A: It is safe for everybody now.',
      ].join('\n\n'),
    );
    expect(tableOf(article)).toEqual(['Lena Ortiz |  | indirect | It is safe for everybody now.']);
  });

  it('are no answers where a text only asks itself something', () => {
    expect(quotesIn('When will the bridge open?', 'Nobody in the town can tell.')).toEqual([]);
  });

  it('are nobody’s behind any other colon', () => {
    expect(quotesIn('Weather: rain in the morning and wind in the afternoon.')).toEqual([]);
    expect(quotesIn('READ MORE: the history of the bridge in pictures.')).toEqual([]);
  });
});
