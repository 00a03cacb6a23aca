import { describe, expect, it } from 'vitest';
import { foundIn, speakersOf } from './marked.ts';

const SAYS = 'said <the bridge was safe>';

describe('a last name that several bear', () => {
  it('goes on meaning the one who had it alone before the other came', () => {
    expect(
      speakersOf(
        'Marcus Bell opened the session. Bell was late. Bell was tired.',
        'His daughter, Dana Bell, was not.',
        `{Bell} ${SAYS}.`,
      ),
    ).toEqual(['Marcus Bell']);
  });

  it('means the one of whom the others are relatives', () => {
    expect(
      speakersOf(
        'Governor Anna Bell came with her husband, Marcus Bell, on Monday.',
        'At noon the session began.',
        `{Bell} ${SAYS}.`,
      ),
    ).toEqual(['Anna Bell']);
  });

  it('means the man or the woman whom a form of address tells', () => {
    expect(
      speakersOf(
        'Marcus Bell and Anna Bell opened the session.',
        `{Mr. Bell} ${SAYS}. {Ms. Bell} added <that it was old>.`,
      ),
    ).toEqual(['Marcus Bell', 'Anna Bell']);
  });

  it('means the one whom the pronouns behind it tell', () => {
    expect(
      speakersOf(
        'Anna Bell met Marcus Bell on Monday.',
        `The session was long. {Bell} ${SAYS}, though she had doubts. Later Bell sat down. She was tired.`,
      ),
    ).toEqual(['Anna Bell']);
  });

  it('is nobody’s where it could be either’s', () => {
    expect(speakersOf('Marcus Bell sat down. Peter Bell sat down.', `{Bell} ${SAYS}.`)).toEqual(['Bell']);
  });

  it('leaves those alone who are named in full', () => {
    expect(
      speakersOf(
        'Marcus Bell opened the session.',
        `{Dana Bell} ${SAYS}. {Marcus Bell} added <that it was old>.`,
      ),
    ).toEqual(['Dana Bell', 'Marcus Bell']);
  });
});

describe('a name', () => {
  it.each([
    ['a first name alone', 'Lena Ortiz opened the session.', 'Lena', 'Lena Ortiz'],
    [
      'words in capitals around it, as in headlines',
      'Big News As Lena Ortiz Goes After Bell',
      'Ortiz',
      'Lena Ortiz',
    ],
    ['a dateline before it', 'Lena Ortiz spoke first.', 'QUARRYTOWN (AP) — Ortiz', 'Lena Ortiz'],
    ['capitals throughout', 'Lena Ortiz opened the session.', 'ORTIZ', 'Lena Ortiz'],
    [
      'a last name with small words',
      'Mayor Ludwig van der Berg opened the session.',
      'Van der Berg',
      'Ludwig van der Berg',
    ],
    ['a generation', 'Justice Thomas G. Pike Jr. opened the session.', 'Justice Pike', 'Thomas G. Pike Jr.'],
    [
      'a family name that comes first',
      'Ban Seo-jun, the head of the agency, spoke first.',
      'Mr. Ban',
      'Ban Seo-jun',
    ],
    ['an owner’s ending', 'Lena Ortiz opened the session.', 'Ortiz’s', 'Lena Ortiz'],
    ['the owner of a remark', 'Lena Ortiz opened the session.', 'Ortiz’s remarks', 'Lena Ortiz'],
    [
      'an apposition behind dashes',
      'Lena Ortiz opened the session.',
      'Ortiz -- the mayor of Quarrytown --',
      'Lena Ortiz',
    ],
    ['a relative clause', 'Lena Ortiz opened the session.', 'Ortiz, who spoke in Quarrytown,', 'Lena Ortiz'],
    ['aides', 'Lena Ortiz opened the session.', 'Ortiz and her aides', 'Lena Ortiz'],
    ['an outlet before it', 'The session was long.', 'CNN’s Lena Ortiz', 'Lena Ortiz'],
    ['a relative before it', 'The session was long.', 'Her uncle, Marcus Bell,', 'Marcus Bell'],
    [
      'others of its kind before it',
      'The session was long.',
      'One of the engineers, Marcus Bell,',
      'Marcus Bell',
    ],
    [
      'a time of day before it',
      'The session was long.',
      '14:30 - Energy Minister Marcus Bell',
      'Marcus Bell',
    ],
    ['the verb of saying before it', 'Lena Ortiz opened the session.', 'said Ortiz', 'Lena Ortiz'],
    ['the verb of saying behind it', 'Lena Ortiz opened the session.', 'Ortiz has also said', 'Lena Ortiz'],
    ['a verb behind it', 'Marcus Bell spoke first.', 'analyst Marcus Bell questions the plan', 'Marcus Bell'],
  ])('is found with %s', (_, before, source, name) => {
    expect(speakersOf(before, `{${source}} ${SAYS}.`)).toEqual([name]);
  });

  it.each([
    'a Lena Ortiz adviser',
    'Lena Ortiz supporters',
    'Most residents of Quarrytown',
    'residents outside Quarrytown',
    'candidates like Lena Ortiz',
    'a newspaper owned by Lena Ortiz',
  ])('isn’t found in a description of others: %s', (source) => {
    expect(foundIn('Lena Ortiz opened the session.', `{${source}} ${SAYS}.`)).toEqual([
      `${source} (described)`,
    ]);
  });

  it.each([
    ['the last word', 'The Quarrytown Gazette was first to tell.', 'The Gazette', 'Quarrytown Gazette'],
    [
      'its initials',
      'The Quarrytown Bridge Board (QBB) met on Monday.',
      'the QBB',
      'Quarrytown Bridge Board',
    ],
  ])('of a body is found by %s', (_, before, source, name) => {
    expect(speakersOf(before, `{${source}} ${SAYS}.`)).toEqual([name]);
  });

  it('of several is found for each', () => {
    expect(
      speakersOf(
        'Lena Ortiz met Marcus Bell and Dana Cole.',
        `{Ortiz, Bell and Cole} ${SAYS}. {Ortiz and Bell} added <that it was old>.`,
      ),
    ).toEqual(['Lena Ortiz and Marcus Bell and Dana Cole', 'Lena Ortiz and Marcus Bell']);
  });
});

describe('a quotation without a source', () => {
  it('goes on with the one before it', () => {
    expect(speakersOf('<“It is safe,”> {Lena Ortiz} said. <“It always was.”>')).toEqual([
      'Lena Ortiz',
      'Lena Ortiz',
    ]);
  });

  it('is nobody’s where anything else stands between', () => {
    expect(
      speakersOf(
        '<“It is safe,”> {Lena Ortiz} said. Marcus Bell disagreed. <“It never was.”>',
        '<“A bridge that nobody needs.”>',
      ),
    ).toEqual(['Lena Ortiz', null, null]);
  });

  it('of a man is not his wife’s, though her description names him', () => {
    expect(
      speakersOf(
        '{Ms Pym’s predecessor, Giles Orr}, said <she was right>. {Mr Orr’s wife, Jean Orr}, said <he was cross>.',
        '<“Jean knows me too well,”> said {Mr Orr}.',
      ),
    ).toEqual(['Giles Orr', 'Jean Orr', 'Giles Orr']);
  });
});
