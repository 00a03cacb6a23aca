import { describe, expect, it } from 'vitest';
import { hasSpanInFirstThree, hasWrongSpeaker, type JudgedAnswer, placeOfRight } from '../../bench/judge.ts';
import type { ExpectedAnswer, MarkedQuestion } from '../../bench/questions.ts';

type Judged = JudgedAnswer['support'][number]['statement'];

const RIGHT: Judged = {
  text: 'the bridge will be open in May',
  speaker: { name: 'Ann María Lee' },
  said: { when: 'on Tuesday', where: 'in Port  Royal, Ohio' },
  article: { file: 'news/bridge.txt' },
  quote: { content: [[100, 130]] },
};
/** The right statement but for something. */
const but = (other: Partial<Judged>): Judged => ({ ...RIGHT, ...other });
const byBob = but({ speaker: { name: 'Bob Moss' } });
const unnamed = but({ speaker: null });
const elsewhere = but({ article: { file: 'news/ferry.txt' } });
const beside = but({ quote: { content: [[140, 150]] } });
const otherWords = but({ text: 'the ferry is late' });

const answered = (...statements: readonly Judged[]): JudgedAnswer => ({
  verdict: 'answered',
  support: statements.map((statement) => ({ statement, score: 0.5 })),
  nearest: [],
});
const verdict = (is: JudgedAnswer['verdict'], statement: Judged = RIGHT): JudgedAnswer => ({
  ...answered(statement),
  verdict: is,
});
const NOT_FOUND: JudgedAnswer = { verdict: 'not-found', support: [], nearest: [] };

describe('an answer whose passage is marked', () => {
  const marked = (kind: MarkedQuestion['kind'], other: Partial<MarkedQuestion> = {}): MarkedQuestion => ({
    question: 'hm?',
    kind,
    overlap: 'low',
    speakers: ['Ann Maria Lee', 'Mayor Lee'],
    articles: ['bridge.txt', 'bridge-again.txt'],
    spans: [[120, 140]],
    truth: null,
    date: null,
    ...other,
  });
  const none = marked('none', { speakers: [], articles: [], spans: [] });

  it.each<[string, MarkedQuestion, Judged]>([
    ['"who": the speaker, wherever in the article', marked('who'), but({ quote: { content: [[0, 9]] } })],
    ['"who": the speaker, by the last name alone', marked('who'), but({ speaker: { name: 'Lee' } })],
    [
      '"who": the speaker, in another of the articles',
      marked('who'),
      but({ article: { file: 'bridge-again.txt' } }),
    ],
    ['"what": the passage, in part', marked('what'), RIGHT],
    ['"when": the passage and the day', marked('when', { date: 'Tuesday' }), RIGHT],
    [
      '"when": the passage and the place, however it is written',
      marked('when', { date: 'port royal Ohio' }),
      RIGHT,
    ],
    ['"when": whoever is named for it', marked('when', { date: 'Tuesday' }), unnamed],
    ['"which": any statement of the article', marked('which'), but({ ...otherWords, speaker: null })],
  ])('is right for %s', (_, expected, statement) =>
    expect(placeOfRight(expected, answered(statement))).toBe(1),
  );

  it.each<[string, MarkedQuestion, Judged]>([
    ['"who": somebody else', marked('who'), byBob],
    ['"who": nobody by name', marked('who'), unnamed],
    ['"who": somebody who ends otherwise', marked('who'), but({ speaker: { name: 'Ann Maria' } })],
    ['"who": the speaker, in an article on something else', marked('who'), elsewhere],
    ['"what": the passage beside it', marked('what'), beside],
    ['"what": the passage by somebody else', marked('what'), byBob],
    ['"what": the same offsets of another article', marked('what'), elsewhere],
    ['"what": those of the second article', marked('what'), but({ article: { file: 'bridge-again.txt' } })],
    ['"when": another day', marked('when', { date: 'Friday' }), RIGHT],
    ['"when": the passage beside it', marked('when', { date: 'Tuesday' }), beside],
    ['"which": another article', marked('which'), elsewhere],
    ['"none": anything', none, RIGHT],
  ])('is wrong for %s', (_, expected, statement) =>
    expect(placeOfRight(expected, answered(statement))).toBeNull(),
  );

  it('tells in which place the right one is', () => {
    expect(placeOfRight(marked('who'), answered(byBob, elsewhere, RIGHT))).toBe(3);
  });

  it('is wrong where nothing was found, but for what nobody said', () => {
    for (const kind of ['who', 'what', 'when', 'which'] as const)
      expect(placeOfRight(marked(kind), NOT_FOUND)).toBeNull();
    expect(placeOfRight(none, NOT_FOUND)).toBe(1);
  });

  it('has to support what was said, with the right article', () => {
    const said = marked('did', { truth: true });
    expect(placeOfRight(said, verdict('supported', beside))).toBe(1);
    for (const wrong of [verdict('supported', elsewhere), verdict('contradicted'), NOT_FOUND])
      expect(placeOfRight(said, wrong)).toBeNull();
  });

  it("may deny or miss, but mustn't support, what wasn't said", () => {
    const notSaid = marked('did', { truth: false });
    for (const right of [verdict('contradicted'), NOT_FOUND]) expect(placeOfRight(notSaid, right)).toBe(1);
    expect(placeOfRight(notSaid, verdict('supported'))).toBeNull();
  });

  it('has the passage among its first three statements, or not', () => {
    expect(hasSpanInFirstThree(marked('who'), answered(elsewhere, beside, byBob))).toBe(true);
    expect(hasSpanInFirstThree(marked('which'), answered(elsewhere, beside, elsewhere, RIGHT))).toBe(false);
    expect(hasSpanInFirstThree(marked('what'), NOT_FOUND)).toBe(false);
    const near = { ...NOT_FOUND, nearest: answered(beside, RIGHT).support };
    expect(hasSpanInFirstThree(marked('what'), near)).toBe(true);
    expect(placeOfRight(marked('what'), near)).toBeNull();
    expect(hasSpanInFirstThree(marked('did', { truth: true }), verdict('supported'))).toBeNull();
    expect(hasSpanInFirstThree(none, answered(RIGHT))).toBeNull();
  });

  it('names a wrong speaker where "who" is answered with anybody else', () => {
    expect(hasWrongSpeaker(marked('who'), answered(byBob, RIGHT))).toBe(true);
    expect(hasWrongSpeaker(marked('who'), answered(unnamed))).toBe(true);
    expect(hasWrongSpeaker(marked('who'), answered(elsewhere))).toBe(false);
    expect(hasWrongSpeaker(marked('who'), NOT_FOUND)).toBeNull();
    expect(hasWrongSpeaker(marked('what'), answered(byBob))).toBeNull();
  });
});

describe('an answer of which words are known', () => {
  const known = { question: 'hm?', speaker: 'Ann Maria Lee', holds: 'open in May' };
  const who: ExpectedAnswer = { kind: 'who', ...known };
  const when: ExpectedAnswer = { kind: 'when', ...known, said: 'Tuesday' };
  const where: ExpectedAnswer = { kind: 'where', ...known, said: 'Ohio' };
  const which: ExpectedAnswer = { kind: 'which', question: 'hm?', article: 'bridge.txt' };
  const did = (is: 'supported' | 'contradicted'): ExpectedAnswer => ({
    kind: 'did',
    question: 'hm?',
    verdict: is,
  });

  it.each<[string, ExpectedAnswer]>([
    ['the words by the speaker', who],
    ['the words by the speaker, asked by "what"', { ...who, kind: 'what' }],
    ['and the day', when],
    ['and the place', where],
    ['the article', which],
  ])('is right with %s', (_, expected) => expect(placeOfRight(expected, answered(RIGHT))).toBe(1));

  it.each<[string, ExpectedAnswer, Judged]>([
    ['the words by somebody else', who, byBob],
    ['other words by the speaker', who, otherWords],
    ['another day', when, but({ said: { when: 'on Friday', where: null } })],
    ['no place', where, but({ said: { when: null, where: null } })],
    ['another article', which, elsewhere],
  ])('is wrong with %s', (_, expected, statement) =>
    expect(placeOfRight(expected, answered(statement))).toBeNull(),
  );

  it('is judged by its verdict where that is known', () => {
    expect(placeOfRight(did('contradicted'), verdict('contradicted'))).toBe(1);
    expect(placeOfRight(did('contradicted'), NOT_FOUND)).toBeNull();
    expect(placeOfRight(did('supported'), verdict('contradicted'))).toBeNull();
    expect(placeOfRight({ kind: 'none', question: 'hm?' }, NOT_FOUND)).toBe(1);
    expect(placeOfRight({ kind: 'none', question: 'hm?' }, verdict('contradicted'))).toBeNull();
  });

  it('has the words among its first three statements, whoever says them', () => {
    expect(hasSpanInFirstThree(who, answered(otherWords, otherWords, byBob))).toBe(true);
    expect(hasSpanInFirstThree(who, answered(otherWords, otherWords, otherWords, RIGHT))).toBe(false);
    expect(hasSpanInFirstThree(which, answered(RIGHT))).toBeNull();
  });
});
