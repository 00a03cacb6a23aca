import { describe, expect, it } from 'vitest';
import { readClaims } from '../../src/questions/checks/claims.ts';

const claims = (typed: string) => readClaims(typed).map(({ words, speaker }) => [words, speaker]);
const WORDS = 'The ferry runs twice a day';

describe('what a message has somebody say', () => {
  it.each([
    [`"${WORDS}" – Lena Ortiz`],
    [`“${WORDS}” - Lena Ortiz, mayor of Quarrytown, 2024`],
    [`«${WORDS}»\n— Lena Ortiz`],
    [`„${WORDS}“ (Lena Ortiz)`],
    [`'${WORDS}' ~ Lena Ortiz`],
    [`Lena Ortiz: "${WORDS}"`],
    [`**Lena Ortiz**, the mayor: “${WORDS}”`],
    [`I read that Lena Ortiz once said "${WORDS}" 😂 https://news.example/a`],
    [`<@123456> according to Lena Ortiz, "${WORDS}"`],
    [`did Lena Ortiz really say “${WORDS}”?`],
    [`"${WORDS}," said Lena Ortiz on Tuesday`],
    [`"${WORDS}," Lena Ortiz told reporters`],
    [`> ${WORDS}\n– Lena Ortiz`],
    [`> *“${WORDS}”*\n> – Lena Ortiz`],
    [`Lena Ortiz said that ${WORDS}`],
    [`Lena Ortiz: ${WORDS}`],
    [`${WORDS} – Lena Ortiz`],
    [`According to Lena Ortiz, ${WORDS}`],
    [`Did Lena Ortiz say ${WORDS}`],
  ])('with who says it: %s', (typed) => {
    const [[words, speaker] = []] = claims(typed);
    expect([words?.replace(/,$/, ''), speaker]).toEqual([WORDS, 'Lena Ortiz']);
  });

  it.each([
    ['the ferry runs twice a day :ferry: <:boat:1234>', 'the ferry runs twice a day'],
    ['the [ferry](https://ferry.example/x) runs **twice** a ||day||', 'the ferry runs twice a day'],
    ['he said the ferry runs twice a day', 'the ferry runs twice a day'],
    ['who said the ferry runs twice a day', 'the ferry runs twice a day'],
    ['we have never promised a second ferry', 'we have never promised a second ferry'],
    ['the united states does not support a ferry', 'the united states does not support a ferry'],
  ])('with nobody who says it: %s', (typed, words) => {
    expect(claims(typed)).toEqual([[words, null]]);
  });

  it('is each of several quotations, with whom the words at it name', () => {
    expect(
      claims('Ortiz: "We will open it when it is safe" and then Bell goes "That is a costly mistake"'),
    ).toEqual([
      ['We will open it when it is safe', 'Ortiz'],
      ['That is a costly mistake', 'Bell'],
    ]);
    expect(claims('"We will open it soon" and "The ferry runs again" – Ortiz')).toEqual([
      ['We will open it soon', 'Ortiz'],
      ['The ferry runs again', 'Ortiz'],
    ]);
  });

  it('is one statement where its sentence goes on behind the name', () => {
    expect(claims('"The ferry," Ortiz said, "runs twice a day"')).toEqual([
      ['The ferry, runs twice a day', 'Ortiz'],
    ]);
  });

  it('is not a word between quotation marks beside the point', () => {
    expect(claims('Ortiz said the bridge is on an “irreversible” path')).toEqual([
      ['the bridge is on an “irreversible” path', 'Ortiz'],
    ]);
  });

  it('is nothing where a message has no words', () => {
    for (const typed of ['', '   ', '🎉 https://news.example <@42> :tada:', '> ', '""', '…'])
      expect(claims(typed)).toEqual([]);
  });

  it('is read in no time from whatever is pasted', () => {
    for (const piece of ['"', 'a said ', 'A: ', '> x\n', '– a ', '“', "'a' ", 'said ', '[', 'Aa Bb, '])
      expect(readClaims(piece.repeat(4000 / piece.length)).length).toBeLessThanOrEqual(3);
  });
});
