import { describe, expect, it } from 'vitest';
import { quotesIn } from './reading.ts';

describe('what somebody says without quotation marks', () => {
  it.each([
    [
      'with "that"',
      'Lena Ortiz said that the bridge was safe.',
      'Lena Ortiz | said | indirect | the bridge was safe',
    ],
    [
      'without it',
      'Lena Ortiz said the bridge was safe.',
      'Lena Ortiz | said | indirect | the bridge was safe',
    ],
    [
      'to a listener',
      'Lena Ortiz told reporters that the bridge was safe.',
      'Lena Ortiz | told | indirect | the bridge was safe',
    ],
    [
      'with a warning',
      'Ortiz warned the council that the pillars were cracked.',
      'Ortiz | warned | indirect | the council that the pillars were cracked',
    ],
    [
      'behind it',
      'The tunnel is older than the town, said Ivanenko.',
      'Ivanenko | said | indirect | The tunnel is older than the town',
    ],
    [
      'behind it, the other way round',
      'The tunnel is older than the town, Ivanenko said.',
      'Ivanenko | said | indirect | The tunnel is older than the town',
    ],
    [
      'as a question',
      'Ortiz asked whether the town could pay for it.',
      'Ortiz | asked | indirect | whether the town could pay for it',
    ],
    [
      'as a promise',
      'Ortiz vowed to rebuild the bridge by the end of the year.',
      'Ortiz | vowed | indirect | to rebuild the bridge by the end of the year',
    ],
    [
      'as what a thing is called',
      'Bell called the plan a disgrace.',
      'Bell | called | indirect | the plan a disgrace',
    ],
    [
      'as a feeling',
      'Bell expressed doubts about the plan of the council.',
      'Bell | expressed doubts about | indirect | expressed doubts about the plan of the council',
    ],
    [
      'in two clauses',
      'Ortiz said that she would resign and that the town would vote in June.',
      'Ortiz | said | indirect | she would resign and that the town would vote in June',
    ],
    [
      'in a participle',
      'Lena Ortiz spoke for an hour, arguing that the bridge was unsafe.',
      'Lena Ortiz | arguing | indirect | the bridge was unsafe',
    ],
    [
      'in British spelling',
      'Ortiz emphasised that the bridge was safe.',
      'Ortiz | emphasised | indirect | the bridge was safe',
    ],
    [
      'behind an insertion',
      'Ortiz, who has led the town since 2011, said the pillars were cracked.',
      'Ortiz | said | indirect | the pillars were cracked',
    ],
    [
      'behind what was asked',
      'Asked whether she would resign, Ortiz said she had no plans to.',
      'Ortiz | said | indirect | she had no plans to',
    ],
    [
      'behind a party in brackets',
      'Sen. Marcus Bell (R-Ohio) said the tax was fair.',
      'Sen. Marcus Bell (R-Ohio) | said | indirect | the tax was fair',
    ],
    [
      'according to somebody',
      'The bridge will stay closed until May, according to the mayor, Lena Ortiz.',
      'the mayor, Lena Ortiz | according to | indirect | The bridge will stay closed until May',
    ],
    [
      'according to somebody, at the beginning',
      'According to Lena Ortiz, the bridge will stay closed until May.',
      'Lena Ortiz | According to | indirect | the bridge will stay closed until May',
    ],
    [
      'by one who is not named',
      'One resident, who asked not to be named, said the smell was unbearable.',
      'One resident | said | indirect | the smell was unbearable',
    ],
  ])('is indirect speech %s', (_, sentence, quote) => {
    expect(quotesIn(sentence)).toEqual([quote]);
  });

  it('may be what somebody does not deny', () => {
    expect(quotesIn('Ortiz did not deny that the bridge was closed.')).toEqual([
      'Ortiz | did not deny | indirect | did not deny that the bridge was closed',
    ]);
  });

  it('may be broken off by who says it', () => {
    expect(quotesIn('The new tunnel, Mayor Lena Ortiz said on Friday, will open in May.')).toEqual([
      'Mayor Lena Ortiz | said | indirect | The new tunnel … will open in May',
    ]);
    expect(quotesIn('On Friday, Marcus Bell said, the bridge will open.')).toEqual([
      'Marcus Bell | said | indirect | the bridge will open',
    ]);
  });

  it('ends with the insertion that it stands in', () => {
    expect(quotesIn('Ortiz, who said the bridge was safe, resigned on Friday.')).toEqual([
      'who | said | indirect | the bridge was safe',
    ]);
  });

  it('is each speaker’s own where a sentence has two', () => {
    expect(
      quotesIn('Lena Ortiz said she would resign, but Marcus Bell insisted that she must stay.'),
    ).toEqual([
      'Lena Ortiz | said | indirect | she would resign',
      'Marcus Bell | insisted | indirect | she must stay',
    ]);
  });

  it('goes on in a participle with the same source', () => {
    expect(
      quotesIn('The vote was a farce, Ortiz said on Friday, adding that she would not take part.'),
    ).toEqual([
      'Ortiz | said | indirect | The vote was a farce',
      'Ortiz | adding | indirect | she would not take part',
    ]);
  });
});

describe('what somebody denies', () => {
  it.each([
    ['Ortiz denied that she had ignored the warnings.', 'denied that she had ignored the warnings'],
    ['Bell rejected claims that the bridge was unsafe.', 'rejected claims that the bridge was unsafe'],
    ['Bell did not rule out that the bridge could close.', 'did not rule out that the bridge could close'],
  ])('is shown with the denial: %s', (sentence, words) => {
    expect(quotesIn(sentence).map((quote) => quote.split(' | ').at(-1))).toEqual([words]);
  });
});

describe('nobody says anything', () => {
  it.each([
    ['where somebody did not say it', 'Lena Ortiz did not say whether the bridge would open in May.'],
    ['where somebody never did', 'Lena Ortiz never said that the bridge was safe.'],
    ['where somebody would not', 'Ortiz declined to say whether the bridge was safe.'],
    ['where somebody does not think so', 'Lena Ortiz does not think the bridge is safe.'],
    ['in the passive', 'The bridge was said to be unsafe.'],
    ['in the passive with "it"', 'It is said that the bridge was built in a night.'],
    ['where a thing is believed', 'The bridge is believed to be safe.'],
    ['where a report is denied', 'The report was denied by the council.'],
    [
      'where nobody opens the mouth',
      'The bridge has stood empty since the spring, and the ferry runs twice a day.',
    ],
    ['where it says "nothing"', 'Ortiz said nothing.'],
  ])('%s', (_, sentence) => {
    expect(quotesIn(sentence)).toEqual([]);
  });
});
