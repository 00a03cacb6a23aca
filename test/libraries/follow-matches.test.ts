import { describe, expect, it } from 'vitest';
import { createMemoryArchive } from '../../src/archive/memory-archive.ts';
import { BUILT_IN } from '../../src/articles/article.ts';
import { matchesOf } from '../../src/libraries/follow-matches.ts';
import { news, SEED } from '../articles/news.ts';

const statementsIn = (...bodies: readonly string[]) =>
  createMemoryArchive(bodies.map((body, at) => news(body, { file: `${at}.txt` }))).statements([BUILT_IN]);

const SEED_STATEMENTS = createMemoryArchive([SEED]).statements([BUILT_IN]);

/** Who is heard by whoever follows a name, in the first article. */
const heard = (words: string, statements = SEED_STATEMENTS) => [
  ...new Set(
    matchesOf({ kind: 'speaker', words }, statements).map(({ statement }) => statement.speaker?.name),
  ),
];

/** The first words of what is found on a topic. */
const onTopic = (words: string, statements = SEED_STATEMENTS) =>
  matchesOf({ kind: 'topic', words }, statements).map(({ statement }) => statement.text);

describe('somebody who is followed', () => {
  it.each([
    'Volodymyr Zelensky',
    'zelensky',
    'Zelenskyy',
    'Зеленський',
    'President Zelensky',
    'Ukrainian President Volodymyr Zelensky',
    'Volodymyr Oleksandrovych Zelensky',
    'Ukrainian President',
    'the president of Ukraine',
  ])('is heard as %s', (words) => {
    expect(heard(words)).toEqual(['Volodymyr Zelensky']);
    expect(matchesOf({ kind: 'speaker', words }, SEED_STATEMENTS)).toHaveLength(3);
  });

  it.each([
    ['Zelenska', 'another name'],
    ['Zelensk', 'a name that is begun'],
    ['Volodymyr', 'a first name, which others have'],
    ['Olena Zelensky', 'somebody else of that last name'],
    ['president', 'a part of an office'],
    ['US President', 'another office'],
    ['minister', 'a word that many offices have'],
    ['NATO', 'a body that somebody speaks for'],
    ['Putin', 'somebody who is only spoken of'],
    ['', 'nothing'],
    ['the', 'no name'],
    ['🦆', 'no word'],
  ])('is nobody for “%s”: %s', (words) => {
    expect(heard(words)).toEqual([]);
  });

  it('is no neighbour in spelling: Johnson is not Jonson, Johnston or John', () => {
    const statements = statementsIn(
      'Boris Johnson said the bridge was safe. Ben Jonson said the bridge was old.\nAnna Johnston said the bridge was ugly. Elton John said the bridge was closed.',
    );
    expect(heard('Johnson', statements)).toEqual(['Boris Johnson']);
    expect(heard('jonson', statements)).toEqual(['Ben Jonson']);
    expect(heard('Mike Johnson', statements)).toEqual([]);
  });

  it('is everybody of a last name, and one of them by the full name', () => {
    const statements = statementsIn(
      'Boris Johnson said the bridge was safe.',
      'Mike Johnson said the bridge was old.',
    );
    expect(heard('Johnson', statements)).toEqual(['Boris Johnson', 'Mike Johnson']);
    expect(heard('Mike Johnson', statements)).toEqual(['Mike Johnson']);
  });

  it('is a body by its whole name, not by a word that others have', () => {
    const statements = statementsIn(
      'The Bank of England said that rates would rise. The European Commission said it would wait.',
    );
    expect(heard('Bank of England', statements)).toEqual(['Bank of England']);
    expect(heard('the European commission', statements)).toEqual(['The European Commission']);
    for (const words of ['Commission', 'England', 'Bank of America', 'Bank'])
      expect(heard(words, statements)).toEqual([]);
  });

  it('is neither father nor son of that name, unless by the last name alone', () => {
    const statements = statementsIn(
      'Robert Cole Jr. said the bridge was safe.',
      'Robert Cole said the bridge was old.',
    );
    expect(heard('Robert Cole', statements)).toEqual(['Robert Cole']);
    expect(heard('Robert Cole Jr.', statements)).toEqual(['Robert Cole Jr.']);
    expect(heard('Cole', statements)).toEqual(['Robert Cole Jr.', 'Robert Cole']);
  });

  it('is not who held an office before', () => {
    const statements = statementsIn('Former mayor of London Boris Johnson said the bridge was safe.');
    expect(heard('mayor of London', statements)).toEqual([]);
  });
});

describe('a topic that is followed', () => {
  it.each(['NATO membership', 'nato', 'peace negotiations'])('is found in the first article: %s', (words) => {
    expect(onTopic(words)).not.toEqual([]);
  });

  it.each(['nuclear weapons', 'football', 'climate change', 'membership fees', 'the', ''])(
    'is not found there: “%s”',
    (words) => {
      expect(onTopic(words)).toEqual([]);
    },
  );

  const NEWS = statementsIn(
    [
      'Mayor Lena Ortiz said on Tuesday that rents were too high and that the city needed affordable housing.',
      'Marcus Bell said the White House had not called him.',
      'Pavel Ivanenko warned that the army was attacking towns in eastern Ukraine.',
      'Dana Cole said her mental health had suffered.',
      'Tim Reed said that health care cost too much.',
    ].join('\n'),
  );

  it('is found by its words, whatever their endings', () => {
    for (const words of ['rent', 'rents', 'the rent', 'affordable house'])
      expect(onTopic(words, NEWS)).toEqual([expect.stringContaining('rents were too high')]);
    expect(onTopic('health care', NEWS)).toEqual(['health care cost too much']);
  });

  it('is not a name that looks like it: the White House is not housing', () => {
    expect(onTopic('housing', NEWS)).toHaveLength(1);
  });

  it('is found by words near in meaning, as long as each of its words has one', () => {
    expect(onTopic('war in Ukraine', NEWS)).toEqual(['the army was attacking towns in eastern Ukraine']);
    expect(onTopic('war in Syria', NEWS)).toEqual([]);
  });

  it('has the words that match, for whoever is shown it', () => {
    const [first] = matchesOf({ kind: 'topic', words: 'health care' }, NEWS);
    expect(first?.matching).toEqual(['health', 'care']);
  });
});
