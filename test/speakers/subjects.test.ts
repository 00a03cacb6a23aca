import { describe, expect, it } from 'vitest';
import { speakersOf } from './marked.ts';

const SHE_SAID = '<“Go home,”> {she} said.';
const HE_SAID = '<“Go home,”> {he} said.';

describe('he and she behind a sentence that opens with another clause', () => {
  it.each([
    ['a clause of time', 'When Petra Lind arrived, Anna Holm stood up.'],
    ['a clause with an apposition', 'As Petra Lind, the mayor, arrived, Anna Holm stood up.'],
    ['a participle', 'Accused by Petra Lind of wasting money, Anna Holm laughed.'],
    ['a participle with a clause of its own', 'Told that Petra Lind had left the party, Anna Holm laughed.'],
    ['a preposition', 'Unlike Petra Lind, Anna Holm laughed.'],
    ['a phrase, then a clause', 'In May, when Petra Lind was mayor, Anna Holm left.'],
  ])('mean the one whom the main clause is about: %s', (_, before) => {
    expect(speakersOf('Petra Lind was late.', `${before} ${SHE_SAID}`)).toEqual(['Anna Holm']);
  });

  it('mean the one of the opening clause where the main clause goes back to that', () => {
    expect(speakersOf(`When Anna Holm arrived, she thanked Petra Lind. ${SHE_SAID}`)).toEqual(['Anna Holm']);
  });

  it('mean the one whom the main clause names behind them', () => {
    expect(
      speakersOf(
        '{Petra Lind} said <the bridge was safe>.',
        'As {she} said that <it was over>, Anna Holm sat down.',
      ),
    ).toEqual(['Petra Lind', 'Anna Holm']);
  });
});

describe('he and she behind somebody who is only described', () => {
  it.each([
    'The former Danish PM shook his head.',
    'The 36-year-old shook his head.',
    'My doctor shook his head.',
    'My father shook his head.',
    'Bell’s lawyer shook his head.',
    'The man who drove Bell to work shook his head.',
    'After the vote, an engineer of the ferry company shook his head.',
  ])('mean nobody who was named before: %s', (before) => {
    expect(speakersOf('Marcus Bell opened the session on Monday.', `${before} ${HE_SAID}`)).toEqual([null]);
  });

  it('nor do they a sentence later', () => {
    expect(
      speakersOf(
        'Marcus Bell opened the session on Monday.',
        `The ferry driver shook his head. ${HE_SAID} {He} added <that it was late>.`,
      ),
    ).toEqual([null, null]);
  });

  it('mean the one whom the article says it is', () => {
    expect(
      speakersOf('Mayor Marcus Bell opened the session.', `The mayor shook his head. ${HE_SAID}`),
    ).toEqual(['Marcus Bell']);
  });

  it('mean the only one of that age', () => {
    expect(
      speakersOf('Marcus Bell, 36, and Thomas Cole, 41, met.', `The 36-year-old shook his head. ${HE_SAID}`),
    ).toEqual(['Marcus Bell']);
  });

  it('mean the one whom the description can’t be', () => {
    expect(speakersOf('Marcus Bell opened the session.', `His wife shook her head. ${HE_SAID}`)).toEqual([
      'Marcus Bell',
    ]);
  });

  it('mean the one who is named beside the description', () => {
    expect(
      speakersOf(
        'Anna Holm and Marcus Bell met the press.',
        `Holm spoke first. Their daughter, Clara, agreed with her. ${SHE_SAID}`,
      ),
    ).toEqual(['Clara']);
  });
});
