import { describe, expect, it } from 'vitest';
import { foundIn, namesIn, speakersOf } from './marked.ts';

describe('a description', () => {
  it('stands for the body that spoke last under another word', () => {
    expect(
      speakersOf(
        '{The Bridgeton Herald} wrote <that the mayor should resign>.',
        '<“He has lost the city,”> {the left-leaning newspaper} added.',
      ),
    ).toEqual(['The Bridgeton Herald', 'The Bridgeton Herald']);
  });

  it('stands for whoever wrote a statement, but not for who told of a letter', () => {
    expect(
      speakersOf('{Lena Ortiz} said <the bridge was safe>.', '<“It always was,”> {the statement} said.'),
    ).toEqual(['Lena Ortiz', 'Lena Ortiz']);
    expect(
      speakersOf(
        '{Lena Ortiz} said <the letter came on Monday>.',
        '{The letter} warned <that the bridge would fall>.',
      ),
    ).toEqual(['Lena Ortiz', 'The letter']);
  });

  it('stands for the one described before', () => {
    expect(
      speakersOf(
        'Lena Ortiz left early. {A council aide} called <the report a shame>.',
        '<“It was wrong,”> {the aide} said.',
      ),
    ).toEqual(['A council aide', 'A council aide']);
  });

  it('of a report is its maker, of a poll the poll', () => {
    expect(speakersOf('{A report issued in May by the Bridge Foundation} found <that it was safe>.')).toEqual(
      ['Bridge Foundation'],
    );
    expect(speakersOf('{A new Bridgeton Herald poll released Sunday} found <that he would win>.')).toEqual([
      'Bridgeton Herald poll',
    ]);
  });

  it.each([
    ['an office before the name', 'Mayor Lena Ortiz opened the session.', 'the mayor'],
    [
      'an office behind the name',
      'Lena Ortiz, the state’s tax commissioner, spoke first.',
      'the tax commissioner',
    ],
    ['an office short for its form of address', 'Sen. Lena Ortiz spoke first.', 'the senator'],
    ['another word for the office', 'Lena Ortiz, an attorney for the city, spoke first.', 'the lawyer'],
    [
      'one part of a longer office',
      'NATO Secretary General Lena Ortiz spoke first.',
      'the secretary general',
    ],
  ])('stands for the one who has %s', (_, before, source) => {
    expect(speakersOf(`${before} Marcus Bell left.`, `{${source}} said <the bridge was safe>.`)).toEqual([
      'Lena Ortiz',
    ]);
  });

  it('stands for the one who holds an office, not for one who did', () => {
    expect(
      speakersOf(
        'President Lena Ortiz met former President Marcus Bell.',
        '<“The bridge is safe,”> {the president} said.',
      ),
    ).toEqual(['Lena Ortiz']);
  });

  it('stands for the one who spoke, of two with the same office', () => {
    expect(
      speakersOf(
        'Sen. Lena Ortiz and Sen. Marcus Bell met on Monday.',
        '{Bell} said <the bridge was safe>. <“It always was,”> {the senator} added.',
      ),
    ).toEqual(['Marcus Bell', 'Marcus Bell']);
  });

  it('stands for nobody where two could be meant', () => {
    expect(
      foundIn(
        'Sen. Lena Ortiz and Sen. Marcus Bell met on Monday.',
        '<“The bridge is safe,”> {the senator} said.',
      ),
    ).toEqual(['the senator (described)']);
  });

  it('can vary the name of whoever spoke', () => {
    expect(
      foundIn('{Marcus Bell} said <the tax was fair>.', '{The Republican nominee} promised <to keep it>.'),
    ).toEqual(['Marcus Bell (named)', 'Marcus Bell (role)']);
  });

  it('doesn’t where whoever spoke holds another office', () => {
    expect(
      speakersOf(
        '{Governor Marcus Bell} said <the tax was fair>.',
        '{The prime minister} said <it was not>.',
      ),
    ).toEqual(['Marcus Bell', 'The prime minister']);
  });

  it('doesn’t where there is one such office and nobody is said to hold it', () => {
    expect(
      foundIn('{Marcus Bell} said <the tax was fair>.', '{The German chancellor} said <it was not>.').at(1),
    ).toBe('The German chancellor (described)');
  });

  it('in a first paragraph stands for the one whom the next one names', () => {
    expect(
      speakersOf(
        '{A former bridge inspector} says <the bridge is safe>.',
        'Lena Ortiz, who was a bridge inspector for ten years, told reporters.',
        '{Ortiz} said <it had been safe for long>.',
      ),
    ).toEqual(['Lena Ortiz', 'Lena Ortiz']);
  });

  it.each([
    'A senior official',
    'One resident',
    'a spokeswoman for the council',
    'Most residents',
    'Those who voted',
  ])('of somebody unnamed stands as it is: %s', (source) => {
    expect(
      foundIn(
        'Mayor Lena Ortiz opened the session.',
        '{Ortiz} said <so>.',
        `{${source}} said <the bridge was safe>.`,
      ).at(1),
    ).toBe(`${source} (described)`);
  });
});

describe('a body or a document', () => {
  it('is gone back to by the last word of its name', () => {
    expect(
      speakersOf(
        'The Quarrytown Planning Committee met on Monday.',
        '<“The bridge is safe,”> {the committee} said.',
      ),
    ).toEqual(['Quarrytown Planning Committee']);
  });

  it('isn’t where two have that word', () => {
    expect(
      speakersOf(
        'The Planning Committee met the Finance Committee on Monday.',
        '<“The bridge is safe,”> {the committee} said.',
      ),
    ).toEqual(['the committee']);
  });

  it('speaks for whoever made it', () => {
    expect(
      speakersOf(
        'A report by the Ministry of Transport came out on Monday.',
        '{The report} says <the bridge is safe>.',
      ),
    ).toEqual(['Ministry of Transport']);
  });

  it('speaks for its publisher where the words tell which', () => {
    expect(
      speakersOf('The Quarrytown Times was first to tell.', '{A Times article} said <the bridge was safe>.'),
    ).toEqual(['Quarrytown Times']);
  });

  it('without a maker stands as it is', () => {
    expect(speakersOf('Marcus Bell read on.', '{The report} says <the bridge is safe>.')).toEqual([
      'The report',
    ]);
  });
});

describe('somebody by age', () => {
  it('is the one who is said to be so old', () => {
    expect(
      speakersOf(
        'Lena Ortiz, 36, built the bridge. Anna Holm, 41, opened it.',
        '<“It is safe,”> said {the 36-year-old}.',
      ),
    ).toEqual(['Lena Ortiz']);
  });

  it('is whom “he” or “she” would mean where no age is told', () => {
    expect(
      speakersOf('Thomas Bell won the race on Monday.', '<“It was a long one,”> said {the 36-year-old}.'),
    ).toEqual(['Thomas Bell']);
  });

  it('stays described where it could be two', () => {
    expect(
      speakersOf('Thomas Bell met Anna Holm on Monday.', '<“It was a long one,”> said {the 36-year-old}.'),
    ).toEqual(['the 36-year-old']);
  });
});

describe('somebody described', () => {
  it('is told without what only tells more', () => {
    expect(
      speakersOf(
        '{An aide, who asked not to be named,} said <the bridge was safe>.',
        '{Officials at the Harbour Office, a part of the ministry,} said <it was late>.',
        '{A Quarrytown Times poll released on Sunday} found <that most want it>.',
      ),
    ).toEqual(['An aide', 'Officials at the Harbour Office', 'Quarrytown Times poll']);
  });

  it('keeps what tells who is meant', () => {
    expect(
      speakersOf(
        '{people who have lost their homes} said <the bridge was late>.',
        '{A person close to the mayor} said <it was safe>.',
      ),
    ).toEqual(['people who have lost their homes', 'A person close to the mayor']);
  });

  it('is named where the name stands behind the comma', () => {
    expect(
      speakersOf(
        '{another leading Harbour advocate, Robert Cole of the firm Bell and Sons,} said <it was late>.',
        '{The other man, his cousin Thomas Bell, 40,} said <the bridge was safe>.',
      ),
    ).toEqual(['Robert Cole', 'Thomas Bell']);
  });
});

describe('somebody whom everybody knows', () => {
  it('is named in full where an article leaves the first name out', () => {
    expect(
      speakersOf('<“The bridge is safe,”> {President Obama} said. {He} thanked <the engineers>.'),
    ).toEqual(['Barack Obama', 'Barack Obama']);
  });

  it('isn’t meant where somebody else of that name is in the article', () => {
    expect(speakersOf('The engineer Ada Merkel spoke first. {Merkel} said <the bridge was safe>.')).toEqual([
      'Ada Merkel',
    ]);
  });

  it('isn’t meant by another office, another gender or before the time', () => {
    expect(speakersOf('{Judge Merkel} said <the bridge was safe>.')).toEqual(['Merkel']);
    expect(speakersOf('{Mr. Merkel} said <the bridge was safe>.')).toEqual(['Merkel']);
    expect(namesIn({ published: '1998-05-01' }, '{Putin} said <the bridge was safe>.')).toEqual(['Putin']);
  });

  it('isn’t told where two are known by that name', () => {
    expect(speakersOf('{Clinton} said <the bridge was safe>.')).toEqual(['Clinton']);
  });
});
