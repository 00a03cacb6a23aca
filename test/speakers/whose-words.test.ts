import { describe, expect, it } from 'vitest';
import { parseArticle } from '../../src/articles/read-article.ts';
import { resolveSpeakers } from '../../src/speakers/resolve-speakers.ts';
import { foundIn, speakersOf } from './marked.ts';

describe('a name behind “whose”', () => {
  it.each([
    'Jane Potts, {whose son Peter}, 19, drowned in May, said <the bridge was unsafe>.',
    'Jane Potts, whose {son Peter}, 19, drowned in May, said <the bridge was unsafe>.',
    'Jane Potts, whose late husband {Peter} drowned in May, said <the bridge was unsafe>.',
    '{Jane Potts, whose son Peter, 19, drowned in May}, said <the bridge was unsafe>.',
  ])('isn’t the one who speaks: %s', (text) => {
    expect(speakersOf(text)).toEqual(['Jane Potts']);
  });

  it('is, where what is said follows on it', () => {
    expect(speakersOf('Jane Potts, {whose lawyer Tom Pike} said <the bridge was unsafe>, left.')).toEqual([
      'Tom Pike',
    ]);
  });
});

describe('somebody quoted by an agency', () => {
  it.each([
    'Pavel Ivanenko was quoted by {Quarrynews} as saying <the bridge was safe>.',
    'Pavel Ivanenko was quoted {by Quarrynews} as saying <the bridge was safe>.',
    'On Monday, Pavel Ivanenko was quoted on Monday by the {Quarrynews} agency as saying <it was safe>.',
    'Pavel Ivanenko came. He was quoted by {Quarrynews} as saying <the bridge was safe>.',
  ])('is the one who speaks: %s', (text) => {
    expect(speakersOf(text)[0]).toBe('Pavel Ivanenko');
  });

  it('is not where the agency itself says it', () => {
    expect(speakersOf('{Quarrynews} said <the bridge was safe>.')).toEqual(['Quarrynews']);
  });
});

describe('whoever is accused or told', () => {
  it.each([
    '{The Norland government} have been accused of <dumping salt in the river>.',
    '{Marcus Bell} was told that <the bridge was closed>.',
  ])('doesn’t say it: %s', (text) => {
    expect(speakersOf(text)).toEqual([null]);
  });

  it.each([
    '{Marcus Bell} was asked about the bridge and said <it was safe>.',
    '{Marcus Bell} was accused of lying, and denied <that he had>.',
  ])('says what follows: %s', (text) => {
    expect(speakersOf(text)).toEqual(['Marcus Bell']);
  });
});

describe('a name', () => {
  it.each([
    'Thomas Rowe QC',
    'Thomas Rowe, KC',
    'Thomas Rowe MP',
    'Thomas Rowe MEP OBE',
    'Rowe QC',
    'Mr. Rowe MP',
    'Rowe MP',
  ])('has no letters behind it: %s', (name) => {
    expect(
      speakersOf(
        'Thomas Rowe opened the inquiry.',
        `{${name}} said <it was late>. {Rowe} left, saying <so>.`,
      ),
    ).toEqual(['Thomas Rowe', 'Thomas Rowe']);
  });

  it.each(['The Labour MP', 'Quarrytown MP'])('is not what stands before a seat: %s', (source) => {
    expect(speakersOf(`{${source}} said <it was late>.`)).toEqual([source]);
  });

  it('has no markup, nor has its role', () => {
    expect(
      foundIn(
        '{**Bob Tran**} said <it was late>. {Tran} added <that it rained>.',
        '{Governor [Lena Ortiz](https://quarrytown.example/ortiz)} said <it was late>.',
        '{House speaker **Marcus Bell**} said <it was late>.',
      ),
    ).toEqual([
      'Bob Tran (named)',
      'Bob Tran (surname)',
      'Lena Ortiz, Governor (named)',
      'Marcus Bell, House speaker (named)',
    ]);
  });
});

describe('a description that ends in capitals', () => {
  it('is nobody’s name, but may have one behind it', () => {
    expect(
      foundIn(
        '{The former Norland PM} said <it was late>.',
        '{The Labour MP, Thomas Rowe,} said <it was late>.',
      ),
    ).toEqual(['The former Norland PM (described)', 'Thomas Rowe (named)']);
  });
});

describe('a body', () => {
  it.each(['Republican National Committee', 'Democrat State Assembly'])(
    'keeps its first word: %s',
    (body) => {
      expect(speakersOf(`{The ${body}} said <it was late>.`)).toEqual([body]);
    },
  );

  it('isn’t read together with the words of a headline', () => {
    const text = 'Council Hears World Weekly Review\n\nThe Review said the bridge was safe.';
    const { article } = parseArticle(text, 'bridge.txt', 'built-in');
    const at = text.indexOf('The Review');
    const [speaker] = resolveSpeakers(article, [
      { source: [[at, at + 10]], cue: [], content: [[at + 16, text.length - 1]], kind: 'indirect' },
    ]);
    expect(speaker?.name).toBe('The Review');
    expect(speakersOf('Council Hears World Weekly Review', '{The Review} said <it was late>.')).toEqual([
      'The Review',
    ]);
  });
});

describe('the report', () => {
  it('is of whoever spoke last near by', () => {
    expect(
      speakersOf(
        '{The Bridge Institute} said <the bridge was safe>.',
        'According to {the report}, <it would last>.',
      ),
    ).toEqual(['The Bridge Institute', 'The Bridge Institute']);
  });

  it('is not of whoever spoke two paragraphs before', () => {
    expect(
      speakersOf(
        '{The Bridge Institute} said <the bridge was safe>.',
        'The ferry ran all day.',
        'According to {the report}, <it would last>.',
      ),
    ).toEqual(['The Bridge Institute', 'the report']);
  });

  it('is not of whoever spoke in another entry of a live blog', () => {
    expect(
      speakersOf(
        '10:30 - {The Bridge Institute} said <the bridge was safe>.',
        '10:45 - According to {the report}, <it would last>.',
      ),
    ).toEqual(['The Bridge Institute', 'the report']);
  });
});
