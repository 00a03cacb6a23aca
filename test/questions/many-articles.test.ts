import { describe, expect, it } from 'vitest';
import { createMemoryArchive } from '../../src/archive/memory-archive.ts';
import { BUILT_IN } from '../../src/articles/article.ts';
import { answerQuestion } from '../../src/questions/answer-question.ts';
import { news } from '../articles/news.ts';

const TOWNS = 'Quarrytown Harbourville Millbrook Eastfield Northgate Silverton Ashford Lakeview'.split(' ');
const NAMES =
  'Anna Petra Thomas Marcus Lena Robert Dana Pavel Ingrid Martin Clara Victor Julia Simon Helen Peter Laura Daniel Maria Oscar'.split(
    ' ',
  );
const SURNAMES =
  'Holm Lind Bell Cole Vance Ortiz Quist Berger Novak Sato Rossi Moreau Silva Jansen Keller Dubois'.split(
    ' ',
  );
const TRADES = 'teacher farmer nurse baker engineer librarian gardener fisherman'.split(' ');
const MATTERS = [
  'The orchard needs more water than the river can give',
  'Nobody has repaired the school roof since the winter',
  'Our buses are late because the old road floods',
  'The market sells less fish than it did ten years ago',
  'Children learn music faster when they sing together',
  'The new library should stay open on Sundays',
  'Tourists leave their rubbish all over the beach',
  'Our hospital has too few doctors at night',
  'The museum cannot pay for a second guard',
  'Bread costs twice what it did before the drought',
];

/** Eighty articles in which eight people each say something of little matter. */
const everyday = Array.from({ length: 80 }, (_, a) =>
  news(
    Array.from({ length: 8 }, (_, p) => {
      const n = 8 * a + p;
      const name = `${NAMES[n % NAMES.length]} ${SURNAMES[Math.floor(n / 20) % SURNAMES.length]}`;
      const town = TOWNS[(a + p) % TOWNS.length];
      return `“${MATTERS[(3 * a + p) % MATTERS.length]},” said ${name}, a ${TRADES[p]} from ${town}.`;
    }).join('\n'),
    { id: `everyday-${a}`, file: `everyday-${a}.txt`, url: `https://example.com/everyday-${a}` },
  ),
);
const archive = createMemoryArchive([
  ...everyday,
  news(
    [
      'The Quarrytown Times reported that the mayor had sold the harbour to a bank.',
      'Governor Ada Lindqvist refused to reopen the nuclear plant, saying it was a danger to everyone near it.',
      '“We will never let ships with weapons into this harbour,” the governor’s spokesman, Tomas Arden, told reporters on Friday.',
      'Senator Paul Weber called the uranium deal a gift to smugglers.',
      'A source said the lighthouse keeper had been paid to look away.',
    ].join('\n'),
    { id: 'harbour', file: 'harbour.txt', url: 'https://example.com/harbour' },
  ),
]);
const ask = (question: string) => answerQuestion(question, archive, [BUILT_IN]);

describe('a question over many articles', () => {
  it('is asked over more statements than are looked at one by one', () => {
    expect(archive.statements([BUILT_IN]).length).toBeGreaterThan(600);
  });

  it.each([
    ['who called the uranium deal a gift to smugglers', 'Paul Weber'],
    ['which senator thinks the uranium deal helps smugglers', 'Paul Weber'],
    ['who refused to reopen the nuclear plant', 'Ada Lindqvist'],
    ['what did the governors spokesman say about ships with weapons', 'Tomas Arden'],
    ['what did lindqvist say about the nuclear plant', 'Ada Lindqvist'],
  ])('is answered first by the right speaker: %s', (question, speaker) => {
    expect(ask(question).support[0]?.statement.speaker?.name).toBe(speaker);
  });

  it.each([
    'who said the airport should be closed for good',
    'what did weber say about the school roof',
    'who wants to send soldiers to the moon',
    'did lindqvist say the nuclear plant is safe',
  ])('names nobody where nobody said it: %s', (question) => {
    expect(ask(question).verdict).not.toBe('answered');
    expect(ask(question).verdict).not.toBe('supported');
  });

  it('shows what is nearest where it names nobody', () => {
    const { verdict, nearest } = ask('who said the harbour should be closed to tourists for good');
    expect(verdict).toBe('not-found');
    expect(nearest.length).toBeGreaterThan(0);
  });

  it('names nobody vague to whoever asks which one it was', () => {
    const nameOf = (question: string) => ask(question).support[0]?.statement.speaker?.name;
    expect(nameOf('who said the lighthouse keeper had been paid to look away')).toBe('A source');
    expect(nameOf('which minister said the lighthouse keeper had been paid to look away')).not.toBe(
      'A source',
    );
  });
});
