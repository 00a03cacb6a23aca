import { describe, expect, it } from 'vitest';
import { readTokens } from '../../src/language/tokens.ts';

const tokensOf = (text: string) => readTokens(text, [0, text.length]);
const wordsOf = (text: string) => tokensOf(text).map((token) => token.text);
const writtenOf = (text: string) => tokensOf(text).map(({ start, end }) => text.slice(start, end));

describe('tokens', () => {
  it('are the words and marks of a text, in order, with their places', () => {
    const text = '“It isn’t safe,” Lena Ortiz’s engineer said.';
    expect(wordsOf(text)).toEqual([
      '“',
      'It',
      'is',
      'n’t',
      'safe',
      ',',
      '”',
      'Lena',
      'Ortiz',
      '’s',
      'engineer',
      'said',
      '.',
    ]);
    expect(writtenOf(text)).toEqual(wordsOf(text));
  });

  it('count from the start of the text, not of the stretch', () => {
    const text = 'A headline\nIt is late.';
    expect(readTokens(text, [11, text.length]).map(({ start }) => start)).toEqual([11, 14, 17, 21]);
  });

  it('are the same whatever was read before', () => {
    const text = 'Quillborough’s mayor, and Quillborough’s, and “Quillborough’s” council';
    const before = wordsOf(text);
    wordsOf('[Quillborough’s]/Quillborough’s—Quillborough’s-own, Quillborough’s: (Quillborough’s)');
    expect(wordsOf(text)).toEqual(before);
    expect(before.filter((word) => word === 'Quillborough')).toHaveLength(3);
  });

  it('of a text with HTML entities are what they stand for, where they stand', () => {
    const text = '&quot;I don&#8217;t know,&quot; AT&amp;T&nbsp;said.';
    expect(wordsOf(text)).toEqual(['"', 'I', 'do', 'n’t', 'know', ',', '"', 'AT&T', 'said', '.']);
    expect(writtenOf(text)).toEqual([
      '&quot;',
      'I',
      'do',
      'n&#8217;t',
      'know',
      ',',
      '&quot;',
      'AT&amp;T',
      'said',
      '.',
    ]);
  });

  it('are not the marks of Markdown', () => {
    const text = '**Lena Ortiz** [said](https://gazette.example/1) _so_.';
    expect(wordsOf(text)).toEqual(['Lena', 'Ortiz', 'said', 'so', '.']);
    expect(writtenOf(text)).toEqual(['Lena', 'Ortiz', 'said', 'so', '.']);
  });

  it('are not line ends and odd spaces', () => {
    expect(wordsOf('It\r\nis\u00a0late\u2009now\u200b.')).toEqual(['It', 'is', 'late', 'now', '.']);
  });

  it('may be a long address, to its end and no further', () => {
    const address = `https://gazette.example/${'a-long-way/'.repeat(30)}home`;
    expect(wordsOf(`See ${address}, she said.`)).toEqual(['See', address, ',', 'she', 'said', '.']);
  });

  it.each([
    ['letters', 'a'.repeat(1000)],
    ['figures', '1'.repeat(1000)],
    ['marks', '?!'.repeat(500)],
    ['emoji', '🦆'.repeat(500)],
    ['words without a space', 'one—two—'.repeat(100)],
  ])('of an overlong word of %s cover all of it', (_, word) => {
    const text = `Then ${word} came.`;
    expect(writtenOf(text).join('')).toBe(text.replaceAll(' ', ''));
  });

  it('have a part of speech and a dictionary form', () => {
    expect(tokensOf('The mayors said it.').map(({ tag, lemma }) => `${lemma}/${tag}`)).toEqual([
      'the/DET',
      'mayor/NOUN',
      'say/VERB',
      'it/PRON',
      './PUNCT',
    ]);
  });

  it.each(['constructor', '__proto__', 'toString hasOwnProperty', '\ud800', '\0', '\u202e', ''])(
    'may be of any text: %j',
    (text) => {
      expect(() => tokensOf(text)).not.toThrow();
    },
  );
});
