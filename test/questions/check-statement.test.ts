import { describe, expect, it } from 'vitest';
import { createMemoryArchive } from '../../src/archive/memory-archive.ts';
import { BUILT_IN } from '../../src/articles/article.ts';
import type { Check } from '../../src/questions/checks/check.ts';
import { checkMessage, checkStatement } from '../../src/questions/checks/check-statement.ts';
import { BRIDGE, news, SEED } from '../articles/news.ts';

const seed = createMemoryArchive([SEED]);
const bridge = createMemoryArchive([BRIDGE]);
const check = (statement: string, speaker: string | null = null) =>
  checkStatement(statement, speaker, seed, [BUILT_IN]);
const found = ({ kind, statement }: Check) => [kind, statement?.speaker?.name];
/** The difference with what isn't in the article in brackets, and what is there only in braces. */
const difference = ({ changes }: Check) =>
  changes
    .map(({ text, change }) =>
      change === null ? text : change === 'deleted' ? ` [${text.trim()}]` : ` {${text.trim()}}`,
    )
    .join('');

describe('a statement is verbatim', () => {
  it.each([
    '“We have never promised Ukraine that it would become a NATO member” – Mark Rutte',
    'rutte: we have never promised ukraine that it would become a nato member in the context of peace negotiations',
    '"We’ve never promised Ukraine that it would become a NATO member"',
    'WE HAVE NEVER PROMISED UKRAINE THAT IT WOULD BECOME A NATO MEMBER!!!',
    'lol, we have never promised Ukraine that it would become a NATO member, unbelievable',
    'Secretary General of the North Atlantic Treaty Organization Mark Rutte: “We have never promised Ukraine that it would become a NATO member”',
    '“we have never promissed Ukraine that it would becom a NATO member” – NATO Secretary General Mark Rutte',
  ])('where somebody said it in these words: %s', (typed) => {
    expect(found(check(typed))).toEqual(['verbatim', 'Mark Rutte']);
  });

  it('over the name within a quotation', () => {
    const typed = 'Marcus Bell: "The ferry runs twice a day. That is not enough."';
    expect(found(checkStatement(typed, null, bridge, [BUILT_IN]))).toEqual(['verbatim', 'Marcus Bell']);
  });

  it('of few words where they are all of a quotation, or those of whom they are claimed to be', () => {
    expect(found(check('"irreversible path"'))).toEqual(['verbatim', 'Mark Rutte']);
    expect(found(check('very intensive', 'Rutte'))).toEqual(['verbatim', 'Mark Rutte']);
  });

  it('but not of a few words that anybody uses', () => {
    for (const typed of ['peace negotiations', 'of the people', 'it would', 'NATO'])
      expect(check(typed)).toMatchObject({ kind: 'not-found', isTooShort: true });
  });
});

describe('a statement is altered', () => {
  it('where words were changed, with what differs', () => {
    const one = check('"Kyiv very much wants EU membership, as it would solve all problems" – Zelensky');
    expect(found(one)).toEqual(['altered', 'Volodymyr Zelensky']);
    expect(one.sense).toBe('name');
    expect(difference(one)).toBe(
      'Kyiv very much wants [EU] {NATO} membership, as it would solve [all] {many} problems',
    );
  });

  it('where another body is put in for what the article has', () => {
    const one = check('Russia will not recognize the loss of its territories');
    expect(difference(one)).toContain('[Russia]');
    expect(one.kind).toBe('altered');
  });

  it('where it is shortened, with what was left out', () => {
    const one = check('"We have never promised Ukraine … but we need to distinguish that from the future"');
    expect(one).toMatchObject({ kind: 'altered', wording: 'shortened' });
    expect(difference(one)).toContain(
      '{that it would become a NATO member in the context of peace negotiations,}',
    );
  });

  it('where a number is another', () => {
    const archive = createMemoryArchive([
      news('Lena Ortiz said that the new bridge would cost 12 million euros and take three years.'),
    ]);
    const one = checkStatement('Ortiz said the new bridge would cost 21 million euros', null, archive, [
      BUILT_IN,
    ]);
    expect(one).toMatchObject({ kind: 'altered', sense: 'number' });
  });
});

describe('a statement is the opposite of what was said', () => {
  it.each([
    ['"We have promised Ukraine that it would become a NATO member" – Rutte', 'Mark Rutte'],
    ['"We have … promised Ukraine that it would become a NATO member" – Rutte', 'Mark Rutte'],
    ['the country will recognize the loss of its territories', 'Andriy Sybiha'],
    ["Waltz says Ukraine's NATO membership is likely", 'Michael Waltz'],
  ])('%s', (typed, speaker) => {
    expect(found(check(typed))).toEqual(['opposite', speaker]);
  });

  it('where it is cut out of a sentence that denies it', () => {
    const archive = createMemoryArchive([
      news('“I don’t think the old bridge should be closed for good,” Lena Ortiz said.'),
    ]);
    const one = checkStatement('Ortiz: "the old bridge should be closed for good"', null, archive, [
      BUILT_IN,
    ]);
    expect(one.kind).toBe('opposite');
    expect(difference(one)).toContain('{I don’t think}');
  });
});

describe('a statement was said by another', () => {
  it.each([
    'Trump: "We have never promised Ukraine that it would become a NATO member"',
    '“We have never promised Ukraine that it would become a NATO member” – Zelensky',
    'Did Waltz say we have never promised Ukraine that it would become a NATO member?',
  ])('who is named: %s', (typed) => {
    expect(found(check(typed))).toEqual(['said-by-another', 'Mark Rutte']);
  });

  it('where it is claimed to be of somebody with the same surname', () => {
    const typed = '"Kyiv very much wants NATO membership" – Olena Zelensky';
    expect(check(typed)).toMatchObject({ kind: 'said-by-another', isQuoted: false });
  });

  it('but not where the article leaves open who said it', () => {
    const archive = createMemoryArchive([news('“The bridge moves by an inch a day,” an official said.')]);
    const one = checkStatement('Ortiz: "The bridge moves by an inch a day"', null, archive, [BUILT_IN]);
    expect(one).toMatchObject({ kind: 'verbatim', whose: 'untold' });
  });
});

describe('a statement is a paraphrase', () => {
  it('where whom it is of said so in other words', () => {
    expect(found(check('Zelensky said Kyiv really wants to join NATO'))).toEqual([
      'paraphrase',
      'Volodymyr Zelensky',
    ]);
  });

  it('but not with a name or number that the article does not have', () => {
    expect(check('Zelensky said Kyiv really wants to join NATO in 2027').kind).toBe('not-found');
    expect(check('Zelensky said Kyiv and Chisinau really want to join NATO').kind).toBe('not-found');
  });
});

describe('a statement is not found', () => {
  it.each([
    '"Ukraine will leave the United Nations next year" – Zelensky',
    'Rutte: "Nobody in the alliance sleeps well these days"',
    'the moon is made of green cheese',
    '"Never interrupt your enemy when he is making a mistake" – Napoleon',
  ])('where nobody said it: %s', (typed) => {
    expect(check(typed).kind).toBe('not-found');
  });

  it('by somebody who may see no articles', () => {
    const typed = '"We have never promised Ukraine that it would become a NATO member" – Rutte';
    expect(checkMessage(typed, null, seed, ['guild:1'])).toMatchObject([
      { kind: 'not-found', statement: null },
    ]);
  });
});

it('checks each of several quotations of a message', () => {
  const typed =
    'Rutte: "We have never promised Ukraine that it would become a NATO member" and Zelensky said "Kyiv wants no NATO membership at all, it would solve nothing"';
  expect(checkMessage(typed, null, seed, [BUILT_IN]).map(({ claim: { speaker } }) => speaker)).toEqual([
    'Rutte',
    'Zelensky',
  ]);
});

it('lets who is given apart go before whom the words name', () => {
  const typed = 'Rutte: "Kyiv very much wants NATO membership, as it would solve many problems"';
  expect(found(check(typed, 'Zelensky'))).toEqual(['verbatim', 'Volodymyr Zelensky']);
});
