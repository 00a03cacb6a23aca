import { expect, it } from 'vitest';
import { lookOf } from '../../src/terminal/look.ts';
import { plainText } from '../../src/terminal/plain-text.ts';
import { renderOneLine, renderReply } from '../../src/terminal/render.ts';
import { card, reply } from './stand-ins.ts';

const PLAIN = { colour: false, width: null };
const URL = 'https://example.org/a?b#:~:text=c';
const PLAIN_CARD = [
  'Michael Waltz, US National Security Adviser',
  'on March 16',
  '> Ukraine’s NATO membership as unlikely',
  "paraphrase, in the article's words",
  `Rutte stresses long-term NATO prospects ${URL}`,
].join('\n');

it('shows lead, cards and page in this order, plain and verbatim where it is no terminal', () => {
  const shown = renderReply(
    reply({
      lead: [{ text: 'Two statements.' }],
      cards: [card(), card({ paraphrase: false, said: null })],
      page: { number: 1, of: 3 },
    }),
    PLAIN,
  );
  const direct = PLAIN_CARD.split('\n')
    .filter((_, i) => i !== 1 && i !== 3)
    .join('\n');
  const page = "page 1 of 3 — type 'more' for the next";
  expect(shown).toBe(['Two statements.', PLAIN_CARD, direct, page].join('\n\n').concat('\n'));
});

it('sets speaker and matching words in bold where there are colours', () => {
  const shown = renderReply(reply({ cards: [card()] }), { colour: true, width: null });
  expect(shown).toContain('\x1b[1mMichael Waltz\x1b[22m, US');
  expect(shown).toContain('Ukraine’s \x1b[1mNATO membership\x1b[22m as unlikely');
});

it('wraps to the width of a terminal, with the mark of a quote before each line and addresses whole', () => {
  const words = [{ text: 'one two three four five 漢字漢字漢字漢字 six' }];
  const shown = renderReply(reply({ cards: [card({ words })] }), { colour: false, width: 20 }).split('\n');
  expect(shown).toContain('> one two three four');
  expect(shown).toContain('> five');
  expect(shown).toContain('> 漢字漢字漢字漢字');
  expect(shown).toContain(URL);
});

it('lets no article drive the terminal', () => {
  const nasty = 'a\x1b[2J\x1b]0;title\x07b\x9b31mc\u202ed\re';
  expect(plainText(nasty)).toBe('abcd\ne');
  const shown = renderReply(
    reply({
      cards: [
        card({
          words: [{ text: nasty }],
          said: nasty,
          source: [{ text: 'x', url: 'https://e\x1b[2J.org/ y' }],
        }),
      ],
    }),
    PLAIN,
  );
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
  expect(shown).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]/);
  expect(shown).toContain('x https://e.org/%20y');
});

it('shows lines one below the other, and an empty reply as an empty line', () => {
  expect(renderReply(reply({ lines: [[{ text: 'a' }], [{ text: 'b', url: 'https://e.org' }]] }), PLAIN)).toBe(
    'a\nb https://e.org\n',
  );
  expect(renderReply(reply({}), PLAIN)).toBe('\n');
});

it('puts a reply on one line', () => {
  expect(renderOneLine(reply({ cards: [card({ words: [{ text: 'two\nlines' }] }), card()] }))).toBe(
    "Michael Waltz, US National Security Adviser, on March 16: two lines (paraphrase, in the article's words) - " +
      `Rutte stresses long-term NATO prospects ${URL}`,
  );
  expect(renderOneLine(reply({ lead: [{ text: 'Nobody.' }], lines: [[{ text: 'a' }]] }))).toBe('Nobody. a');
});

it('takes colours for a terminal, and what NO_COLOR and FORCE_COLOR say', () => {
  const terminal = { isTTY: true, columns: 100 };
  expect(lookOf(terminal, {})).toEqual({ colour: true, width: 100 });
  expect(lookOf({}, {})).toEqual({ colour: false, width: null });
  expect(lookOf(terminal, { NO_COLOR: '1', FORCE_COLOR: '1' }).colour).toBe(false);
  expect(lookOf(terminal, { TERM: 'dumb' }).colour).toBe(false);
  expect(lookOf(terminal, { FORCE_COLOR: '0' }).colour).toBe(false);
  expect(lookOf({}, { FORCE_COLOR: '1' }).colour).toBe(true);
});

it('shows how the speaker was told, and which other articles have the same words', () => {
  const also = [[{ text: 'also in Another title' }], [{ text: 'and 2 more' }]];
  expect(renderReply(reply({ cards: [card({ why: '“he” is Michael Waltz here', also })] }), PLAIN)).toBe(
    `${PLAIN_CARD.replace(/\n(?=Rutte stresses)/, '\n“he” is Michael Waltz here\n')}\nalso in Another title\nand 2 more\n`,
  );
});

it('lists those between whom a question does not tell, with how to ask', () => {
  const people = [
    { id: 'anna-keller', name: 'Anna Keller', about: 'mayor · 4 quotes' },
    { id: 'bruno-keller', name: 'Bruno Keller', about: '1 quote' },
  ];
  const choosing = { prompt: 'Which Keller?', people, chosen: null };
  expect(renderReply(reply({ cards: [card()], choosing }), PLAIN)).toBe(
    [
      PLAIN_CARD,
      '',
      'Which Keller?',
      '- Anna Keller, mayor · 4 quotes',
      '- Bruno Keller, 1 quote',
      'Ask again with the full name, such as “Anna Keller”.',
      '',
    ].join('\n'),
  );
});
