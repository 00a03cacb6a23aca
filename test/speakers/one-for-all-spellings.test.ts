import { describe, expect, it } from 'vitest';
import { speakersIn } from '../quotes/reading.ts';
import { speakersOf } from './marked.ts';

const FAIR = 'the tax was fair';
const CLOSE = 'the vote would be close';

describe('a surname', () => {
  it('stands for the one who bears it, with the role from the full name', () => {
    expect(speakersIn(`Governor Anna Holm said ${FAIR}.`, `Holm added that ${CLOSE}.`)).toEqual([
      `Anna Holm, Governor: ${FAIR}`,
      `Anna Holm, Governor: ${CLOSE}`,
    ]);
  });

  it('stands for the one who bears it with an honorific too', () => {
    expect(speakersIn(`Dr. Anna Holm said ${FAIR}. Mrs Holm added that ${CLOSE}.`)).toEqual([
      `Anna Holm: ${FAIR}`,
      `Anna Holm: ${CLOSE}`,
    ]);
  });

  it('stands for somebody whose office is of two parts', () => {
    expect(speakersIn(`Secretary of State Dana Cole opened the session.`, `Cole said ${FAIR}.`)).toEqual([
      `Dana Cole, Secretary of State: ${FAIR}`,
    ]);
  });

  it('that two people bear stands for neither of them', () => {
    expect(
      speakersIn(`Anna Holm said ${FAIR}. Peter Holm said it was not. Holm added that ${CLOSE}.`),
    ).toEqual([`Anna Holm: ${FAIR}`, 'Peter Holm: it was not', `Holm: ${CLOSE}`]);
  });

  it('that two people bear never turns one into the other', () => {
    const said = speakersIn(
      `Marcus Bell said ${FAIR}. Dana Bell said it was not. Marcus Bell added that ${CLOSE}.`,
    );
    expect(said).toEqual([`Marcus Bell: ${FAIR}`, 'Dana Bell: it was not', `Marcus Bell: ${CLOSE}`]);
  });

  it('that nobody bears in full stands as it is', () => {
    expect(speakersIn(`Mr. Bell said ${FAIR}.`)).toEqual([`Bell: ${FAIR}`]);
  });
});

describe('an office', () => {
  it('stands for the one who holds it', () => {
    expect(
      speakersIn(`Prime Minister Anna Holm said ${FAIR}. The prime minister added that ${CLOSE}.`),
    ).toEqual([`Anna Holm, Prime Minister: ${FAIR}`, `Anna Holm, Prime Minister: ${CLOSE}`]);
  });

  it('that nobody is named for stands in the article’s words', () => {
    expect(speakersIn(`Governor Anna Holm said ${FAIR}. The prime minister said ${CLOSE}.`)).toEqual([
      `Anna Holm, Governor: ${FAIR}`,
      `The prime minister: ${CLOSE}`,
    ]);
  });
});

describe('a pronoun', () => {
  it('stands for whoever spoke before', () => {
    expect(speakersIn(`Governor Anna Holm said ${FAIR}.`, `She added that ${CLOSE}.`)).toEqual([
      `Anna Holm, Governor: ${FAIR}`,
      `Anna Holm, Governor: ${CLOSE}`,
    ]);
  });

  it('stands for the one person whom the paragraph is about', () => {
    expect(speakersIn(`Governor Anna Holm opened the session. She said ${FAIR}.`)).toEqual([
      `Anna Holm, Governor: ${FAIR}`,
    ]);
  });

  it('names nobody where two people could be meant', () => {
    expect(
      speakersIn(`Chancellor Anna Holm and President Clara Vance met on Monday. She said ${FAIR}.`),
    ).toEqual([`?: ${FAIR}`]);
    expect(speakersIn(`President Thomas Cole and Marcus Bell met on Monday. He said ${FAIR}.`)).toEqual([
      `?: ${FAIR}`,
    ]);
  });

  it('stands for whoever was named since the last one spoke', () => {
    expect(
      speakersIn(
        `Governor Anna Holm said ${FAIR}. President Clara Vance arrived at noon. She said ${CLOSE}.`,
      ),
    ).toEqual([`Anna Holm, Governor: ${FAIR}`, `Clara Vance, President: ${CLOSE}`]);
  });

  it('names nobody where nobody was named', () => {
    expect(speakersIn(`“It is fair,” she said.`)).toEqual(['?: It is fair']);
  });

  it.each(['They', 'It', 'We', 'Both'])('in the plural or of a thing names nobody: %s', (pronoun) => {
    expect(speakersIn(`Governor Anna Holm opened the session. ${pronoun} said ${FAIR}.`)).toEqual([
      `?: ${FAIR}`,
    ]);
  });
});

it('names nobody where no one is said to say it', () => {
  expect(speakersOf('<“A bridge that nobody needs in a town that nobody knows.”>')).toEqual([null]);
});
