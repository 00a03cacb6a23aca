import { describe, expect, it } from 'vitest';
import { createMemoryArchive } from '../../src/archive/memory-archive.ts';
import { BUILT_IN } from '../../src/articles/article.ts';
import { news } from '../articles/news.ts';

/** Who says what in an article of some paragraphs, as "name: words". */
const statementsOf = (...paragraphs: readonly string[]): readonly string[] =>
  createMemoryArchive([news(paragraphs.join('\n\n'))])
    .statements([BUILT_IN])
    .map(({ speaker, text }) => `${speaker?.name ?? 'nobody'}: ${text}`);

describe('what is told of somebody else’s words', () => {
  it('has its own speaker beside whoever tells it', () => {
    expect(
      statementsOf(
        '“The bridge was never safe,” Lena Ortiz said at a meeting, according to the Bridgeton Herald.',
      ),
    ).toContain('Lena Ortiz: The bridge was never safe');
    expect(
      statementsOf(
        'Marcus Bell told aides that he saw the mayor as a threat, according to the Bridgeton Herald.',
      ),
    ).toContain('Marcus Bell: he saw the mayor as a threat');
  });

  it('has the speaker whose name and a dash stand before it', () => {
    expect(
      statementsOf(
        'A chorus of senators has said the same thing, including the former mayor Lena Ortiz -- “It was wrong to build the bridge there” -- and her deputy.',
      ),
    ).toContain('Lena Ortiz: It was wrong to build the bridge there');
  });

  it('is nobody’s where it is only what somebody thinks of another', () => {
    const found = statementsOf('“Lena Ortiz wants to tear down the old bridge,” Marcus Bell said on Monday.');
    expect(found).toEqual(['Marcus Bell: Lena Ortiz wants to tear down the old bridge']);
  });
});

it('gives speech over paragraphs to whom the sentence before is about', () => {
  expect(
    statementsOf(
      'Marcus Bell won in two hours, beating Radu Cole 6-1.',
      '“It was a good day for us all. We train together.',
      '“They make me feel at home. I am lucky to have them.”',
    ),
  ).toEqual([
    'Marcus Bell: It was a good day for us all. We train together. … They make me feel at home. I am lucky to have them.',
  ]);
});

describe('a letter', () => {
  const LETTERS = [
    'I have crossed the bridge for thirty years. It has been shut since May.',
    'Lena Ortiz.',
    'The ferry was slow, but it never fell into the river. Give it back to us!',
    'Marcus Bell, Bridgeton.',
  ];

  it('is whose name stands below it', () => {
    expect(statementsOf(...LETTERS)).toEqual([
      'Lena Ortiz: I have crossed the bridge for thirty years.',
      'Lena Ortiz: It has been shut since May.',
      'Marcus Bell: The ferry was slow, but it never fell into the river.',
      'Marcus Bell: Give it back to us!',
    ]);
  });

  it('is nobody’s where names stand above what is told of them', () => {
    expect(
      statementsOf(
        'Lena Ortiz.',
        'The mayor lost the vote in May by a hundred.',
        'Marcus Bell.',
        'He won it.',
      ),
    ).toEqual([]);
  });
});

describe('a name that ends news', () => {
  it.each([
    [
      'of whom the news is',
      ['Opener Raj Sen made 88 and took three catches.', 'They must win to stay up.', 'Raj Sen'],
    ],
    ['of who took the picture', ['The cranes should stay until March.', 'Image: Getty', 'Ola Norden']],
    [
      'of who wrote it',
      ['A fire gutted the old mill in May.', 'It was built in 1890 and stood empty.', 'Laura Benn'],
    ],
  ])('signs nothing where it is the name %s', (_, paragraphs) => {
    expect(statementsOf(...paragraphs).join()).not.toMatch(/(?:Sen|Norden|Benn):/);
  });
});

describe('a piece of opinion', () => {
  const PIECE = [
    'We should never have built the bridge. It took our river from us.',
    'The city must tear it down before it falls. Nobody should wait for that.',
    'Our children need the ferry more than a road to nowhere.',
  ];

  it('is by whom the note below it names', () => {
    expect(statementsOf(...PIECE, 'Lena Ortiz is a former mayor of Bridgeton.')[0]).toBe(
      'Lena Ortiz: We should never have built the bridge.',
    );
  });

  it('is nobody’s where the note is on a reporter', () => {
    expect(statementsOf(...PIECE, 'Lena Ortiz is a reporter in Bridgeton.').join()).not.toContain('Ortiz');
  });
});

describe('bodies', () => {
  it('aren’t one for the last word of their names', () => {
    const found = statementsOf(
      'The Bridge Foundation said that the bridge was safe. The River Foundation said that it was not.',
    );
    expect(found.map((one) => one.split(':')[0])).toEqual(['The Bridge Foundation', 'The River Foundation']);
  });
});
