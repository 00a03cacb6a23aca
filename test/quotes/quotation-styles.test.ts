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
    ['Swedish', '”The bridge is safe,” Lena Ortiz said.', 'The bridge is safe'],
    ['French and spaced', '«\u00a0The bridge is safe\u00a0», Lena Ortiz said.', 'The bridge is safe'],
    ['doubled single', "''The bridge isn't safe,'' Lena Ortiz said.", "The bridge isn't safe"],
    ['wrongly closed', '“The bridge is safe,“ Lena Ortiz said.', 'The bridge is safe'],
    ['unlike', '“The bridge is safe," Lena Ortiz said.', 'The bridge is safe'],
    ['HTML', '&quot;The bridge is safe,&quot; Lena Ortiz said.', 'The bridge is safe'],
    ['numbered', '&#8220;It isn&#8217;t safe,&#8221; Lena Ortiz said.', 'It isn&#8217;t safe'],
    ['named', '&ldquo;The bridge is safe,&rdquo;&nbsp;Lena Ortiz said.', 'The bridge is safe'],
    ['emphasised', '*“The bridge is safe,”* **Lena Ortiz** said.', 'The bridge is safe'],
    ['escaped', '\\"The bridge is safe,\\" Lena Ortiz said.', 'The bridge is safe'],
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

  it.each([
    ['**Lena Ortiz** said the bridge was safe.', 'Lena Ortiz | said | indirect | the bridge was safe'],
    [
      '[Lena Ortiz](https://gazette.example/ortiz) said the bridge was safe.',
      'Lena Ortiz | said | indirect | the bridge was safe',
    ],
    [
      'LONDON, 12 May 2023 (Reuters) - Lena Ortiz said the bridge was safe.',
      'Lena Ortiz | said | indirect | the bridge was safe',
    ],
    [
      'U.S. Sen. Lena Ortiz said the bridge was safe.',
      'U.S. Sen. Lena Ortiz | said | indirect | the bridge was safe',
    ],
    ['“Why is it closed?” Lena Ortiz asked.', 'Lena Ortiz | asked | direct | Why is it closed?'],
    ['Lena Ortiz said:"The bridge is safe."', 'Lena Ortiz | said: | direct | The bridge is safe.'],
    [
      'Lena Ortiz tweeted: "The bridge is safe. #quarrytown"',
      'Lena Ortiz | tweeted: | direct | The bridge is safe. #quarrytown',
    ],
    [
      'LONDON, 12 May 2023 (Reuters) - “The bridge is safe,” Lena Ortiz said.',
      'Lena Ortiz | said | direct | The bridge is safe',
    ],
    ['10:45 GMT Lena Ortiz says the bridge is safe.', 'Lena Ortiz | says | indirect | the bridge is safe'],
    ['ORTIZ SAYS BRIDGE IS SAFE', 'ORTIZ | SAYS | indirect | BRIDGE IS SAFE'],
    [
      'Lena Ortiz said a “phased” approach was needed.',
      'Lena Ortiz | said | mixed | a “phased” approach was needed',
    ],
  ])('are found in text as it comes: %s', (text, quote) => {
    expect(quotesIn(text)).toEqual([quote]);
  });

  it('end before their cue where the closing mark is missing', () => {
    expect(quotesIn('“The bridge is safe for everybody, Lena Ortiz said.')).toEqual([
      'Lena Ortiz | said | direct | The bridge is safe for everybody',
    ]);
  });

  it.each(['»…«', '«…»', '„…“'])('are a sentence of their own behind another: %s', (marks) => {
    const words = marks.replace('…', 'If it does not rain, there will be no bread');
    expect(quotesIn(`The harvest of the whole valley is in danger. ${words}, Walter Kiesl said.`)).toEqual([
      'Walter Kiesl | said | direct | If it does not rain, there will be no bread',
    ]);
  });

  it('end where the time or place of their saying begins', () => {
    expect(quotesIn('Lena Ortiz said “the bridge is safe for everyone now” on Friday.')).toEqual([
      'Lena Ortiz | said | direct | the bridge is safe for everyone now',
    ]);
  });

  it('may be quoted within other words', () => {
    expect(quotesIn('‘They called it “the widow” and left,’ Ortiz said.')).toEqual([
      'Ortiz | said | direct | They called it “the widow” and left',
    ]);
    expect(quotesIn('“They called it ‘the widow’ and left,” Ortiz said.')).toEqual([
      'Ortiz | said | direct | They called it ‘the widow’ and left',
    ]);
  });

  it('have the speaker who is told only in a later paragraph', () => {
    expect(quotesIn('“It gave us a sense of hope.', '“We had waited for years,” said Lena Ortiz.')).toEqual([
      'Lena Ortiz | said | direct | It gave us a sense of hope. … We had waited for years',
    ]);
  });

  it('are their speaker’s, not the report’s that has them', () => {
    expect(
      quotesIn(
        '“We cannot take it for granted that the bridge is safe,” Ortiz said, according to the minutes.',
      ),
    ).toEqual(['Ortiz | said | direct | We cannot take it for granted that the bridge is safe']);
  });

  it('are nobody’s where they are a heading', () => {
    expect(
      quotesIn(
        '“Come home now, please,” said Siv Aas.',
        '“THE SEA TAKES ITS OWN TODAY”',
        'The rain stopped.',
      ),
    ).toEqual(['Siv Aas | said | direct | Come home now, please']);
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
      'Lena Ortiz | said | direct | We came to the river at dawn … Nobody had slept. … The water was already at the door. … We left with what we could carry.',
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
      'Marcus Bell | was blunt: | direct | We will not pay for the bridge.',
    ]);
    expect(quotesIn('Ortiz asked: "Who will pay for it?"')).toEqual([
      'Ortiz | asked: | direct | Who will pay for it?',
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
