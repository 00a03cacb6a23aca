import { describe, expect, it } from 'vitest';
import { quotesIn } from './reading.ts';

describe('words between quotation marks', () => {
  it.each([
    ['straight', '"The bridge is safe," Lena Ortiz said.', 'The bridge is safe'],
    ['curly', '“The bridge is safe,” Lena Ortiz said.', 'The bridge is safe'],
    ['French', '«The bridge is safe,» Lena Ortiz said.', 'The bridge is safe'],
    ['French, turned round', '»The bridge is safe,« Lena Ortiz said.', 'The bridge is safe'],
    ['low and high', '„The bridge is safe“, Lena Ortiz said.', 'The bridge is safe'],
    ['British', '‘The bridge is safe,’ Lena Ortiz said.', 'The bridge is safe'],
    ['single and straight', "'The bridge is safe,' Lena Ortiz said.", 'The bridge is safe'],
  ])('are direct speech in %s marks', (_, sentence, words) => {
    expect(quotesIn(sentence)).toEqual([`Lena Ortiz | said | direct | ${words}`]);
  });

  it.each([
    [
      'straight',
      "'It isn't the ferry's fault, and we won't wait,' Tom Pike said.",
      "It isn't the ferry's fault, and we won't wait",
    ],
    [
      'curly',
      '‘It isn’t the ferry’s fault, and we won’t wait,’ Tom Pike said.',
      'It isn’t the ferry’s fault, and we won’t wait',
    ],
    [
      'of many',
      "'It is the workers' turn, and we won't wait,' Tom Pike said.",
      "It is the workers' turn, and we won't wait",
    ],
    [
      'of many, curly',
      '‘It is the workers’ turn, and we won’t wait,’ Tom Pike said.',
      'It is the workers’ turn, and we won’t wait',
    ],
  ])('may hold apostrophes between single marks: %s', (_, sentence, words) => {
    expect(quotesIn(sentence)).toEqual([`Tom Pike | said | direct | ${words}`]);
  });

  it('end where the time or place of their saying begins', () => {
    expect(quotesIn('Lena Ortiz said “the bridge is safe for everyone now” on Friday.')).toEqual([
      'Lena Ortiz | said | direct | the bridge is safe for everyone now',
    ]);
  });

  it('may be quoted within other words', () => {
    expect(quotesIn('“They called it ‘the widow’ and left,” Ortiz said.')).toEqual([
      'Ortiz | said | direct | They called it ‘the widow’ and left',
    ]);
  });

  it('go on in the next paragraphs where each opens anew, with the same source', () => {
    expect(
      quotesIn(
        '“We came to the river at dawn,” said Lena Ortiz. “Nobody had slept.',
        '“The water was already at the door.',
        '“We left with what we could carry.”',
        'The rain had stopped by noon.',
      ),
    ).toEqual([
      'Lena Ortiz | said | direct | We came to the river at dawn … Nobody had slept.',
      'Lena Ortiz |  | direct | The water was already at the door.',
      'Lena Ortiz |  | direct | We left with what we could carry.',
    ]);
  });

  it('that who says them breaks off are one quote in two parts', () => {
    expect(quotesIn('"We will rebuild," Ortiz said, "and we will do it before winter."')).toEqual([
      'Ortiz | said | direct | We will rebuild … and we will do it before winter.',
    ]);
    expect(quotesIn('“The plan,” said Lena Ortiz, “has failed.”')).toEqual([
      'Lena Ortiz | said | direct | The plan … has failed.',
    ]);
  });

  it('may be only a part of what is said', () => {
    expect(quotesIn('Marcus Bell called the plan “a disgrace”.')).toEqual([
      'Marcus Bell | called | mixed | the plan “a disgrace”',
    ]);
  });

  it('leave out the sentence of the article before them', () => {
    expect(quotesIn('Her brother was not there. "Nobody expected it," Ortiz said.')).toEqual([
      'Ortiz | said | direct | Nobody expected it',
    ]);
  });

  it('may stand behind a colon', () => {
    expect(quotesIn('Marcus Bell was blunt: “We will not pay for the bridge.”')).toEqual([
      'Marcus Bell | : | direct | We will not pay for the bridge.',
    ]);
    expect(quotesIn('Ortiz asked: "Who will pay for it?"')).toEqual([
      'Ortiz | asked | direct | Who will pay for it?',
    ]);
  });

  it.each([
    '“The Long Way Home” won the prize on Monday.',
    'Her new film, “The Bridge at Noon,” opens on Friday.',
    'The so-called “bridge tax” was dropped in June.',
    'The word "bridge" stands on the sign.',
  ])('are nobody’s where nobody says them: %s', (sentence) => {
    expect(quotesIn(sentence)).toEqual([]);
  });
});
