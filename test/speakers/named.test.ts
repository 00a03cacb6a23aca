import { describe, expect, it } from 'vitest';
import { readAttributions } from '../../src/archive/read-attributions.ts';
import { news, SEED } from '../articles/news.ts';
import { speakersIn } from '../quotes/reading.ts';

it('names the four speakers of the first article, with the roles that it gives them', () => {
  const said = readAttributions(SEED).filter(({ quote }) => quote.source.length > 0);
  const who = new Set(said.map(({ attribution }) => `${attribution?.name}, ${attribution?.role}`));
  who.delete('NATO, null'); // "the alliance", which is called upon
  expect([...who]).toEqual([
    'Mark Rutte, NATO Secretary General',
    'Volodymyr Zelensky, Ukrainian President',
    'Andriy Sybiha, Ukrainian Foreign Minister',
    'Michael Waltz, US National Security Adviser',
  ]);
});

/** How the speakers of an article with that body were found. */
const waysIn = (body: string) => readAttributions(news(body)).map(({ attribution }) => attribution?.how);

describe('a speaker', () => {
  const SAYS = 'said the bridge was safe';
  it.each([
    ['the name alone', 'Lena Ortiz', 'Lena Ortiz'],
    ['an office before it', 'Mayor Lena Ortiz', 'Lena Ortiz, Mayor'],
    [
      'a long office before it',
      'White House press secretary Ada Moss',
      'Ada Moss, White House press secretary',
    ],
    ['an office behind it', 'Lena Ortiz, the mayor of Quarrytown,', 'Lena Ortiz, mayor of Quarrytown'],
    ['a party in brackets', 'Sen. Marcus Bell (R-Ohio)', 'Marcus Bell, Sen.'],
    ['a party between commas', 'Sen. Marcus Bell, R-Ohio,', 'Marcus Bell, Sen.'],
    ['a state behind it', 'Sen. Marcus Bell of Ohio', 'Marcus Bell, Sen.'],
    [
      'a country’s office',
      'Ukraine’s foreign minister, Taras Hrynko,',
      'Taras Hrynko, Ukraine’s foreign minister',
    ],
    ['an office of two parts', 'Secretary of State Dana Cole', 'Dana Cole, Secretary of State'],
    ['a former office', 'Former President Dana Cole', 'Dana Cole, Former President'],
    ['a bank’s office', 'Bank of Quarrytown Governor Dana Cole', 'Dana Cole, Bank of Quarrytown Governor'],
    ['a university behind it', 'Professor Dana Cole of the University of Quarrytown', 'Dana Cole, Professor'],
    ['somebody they speak for', "Ortiz's spokesman Jesse Falk", "Jesse Falk, Ortiz's spokesman"],
    [
      'somebody they speak for, between commas',
      "The mayor's spokesman, Jesse Falk,",
      "Jesse Falk, mayor's spokesman",
    ],
    ['a trade', 'the engineer Pavel Ivanenko', 'Pavel Ivanenko, engineer'],
    ['an age', 'Lena Ortiz, 54,', 'Lena Ortiz'],
    ['an honorific', 'Dr. Anna Holm', 'Anna Holm'],
    ['a knighthood', 'Sir Tom Pike', 'Tom Pike'],
    ['accents', 'Bishop José Núñez', 'José Núñez, Bishop'],
    ['an apostrophe', "Dana O'Neill", "Dana O'Neill"],
    ['small words in the name', 'Ludwig van der Berg', 'Ludwig van der Berg'],
    ['a generation', 'coach Tom Pike Jr.', 'Tom Pike Jr., coach'],
  ])('is known by name where the source has %s', (_, source, who) => {
    expect(speakersIn(`${source} ${SAYS}.`)).toEqual([`${who}: the bridge was safe`]);
  });

  it.each([
    ['a ministry', 'The Ministry of Transport', 'Ministry of Transport'],
    ['a department', 'The U.S. Department of Energy', 'U.S. Department of Energy'],
    ['an alliance', 'The United Nations', 'United Nations'],
    ['a paper', 'The Quarrytown Gazette', 'The Quarrytown Gazette'],
  ])('may be a body: %s', (_, source, name) => {
    const [found] = speakersIn(`${source} ${SAYS}.`);
    expect(found?.replace(/^The /, '')).toBe(`${name.replace(/^The /, '')}: the bridge was safe`);
  });

  it.each([
    'A senior official',
    'A senior White House official',
    'Officials familiar with the matter',
    'A person close to the talks',
    'One resident',
    'A spokeswoman for the council',
    'Quarrytown police',
    'The president of the United States',
  ])('who is not named is kept in the article’s words: %s', (source) => {
    expect(speakersIn(`${source} ${SAYS}.`)).toEqual([`${source}: the bridge was safe`]);
  });

  it.each(['Critics', 'Officials', 'Police', 'Experts', 'Demonstrators', 'Two residents'])(
    'is described and not named: %s',
    (source) => {
      expect(waysIn(`${source} ${SAYS}.`)).toEqual(['described']);
    },
  );
});
