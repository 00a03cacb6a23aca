import { describe, expect, it } from 'vitest';
import { checkMessage } from '../../src/discord/limits.ts';
import { type Message, noticeMessage, PARAPHRASE, replyMessage } from '../../src/discord/messages.ts';
import { readText } from './markdown-reader.ts';
import { card, reply } from './samples.ts';
import { type Component, everyPart } from './stand-in.ts';

const QUERY = { command: 'cards', values: { question: 'who' } };
const parts = (message: Message) => everyPart(message.components as unknown as readonly Component[]);
const texts = (message: Message) =>
  parts(message).flatMap(({ content }) => (content === undefined ? [] : [content]));

describe('a card', () => {
  it('shows speaker, said, words, that it is a paraphrase, and the source, in this order and nothing else', () => {
    expect(texts(replyMessage(reply({ cards: [card(1)] }), QUERY, 'everybody'))).toEqual([
      [
        '**Michael Waltz**, US National Security Adviser',
        'on March 16',
        '> membership in NATO was **unlikely** \\(1\\)',
        PARAPHRASE,
        '-# [Ukraine and NATO](<https://news.example/a#:~:text=membership>) · Caliber.Az · paragraph 4',
      ].join('\n'),
    ]);
  });

  it('leaves out what the article does not tell', () => {
    const bare = card(1, { said: null, paraphrase: false, source: [] });
    const [text] = texts(replyMessage(reply({ cards: [bare] }), QUERY, 'everybody'));
    expect(text?.split('\n')).toHaveLength(2);
  });

  it('quotes every line of the words, and keeps its other lines to one', () => {
    const odd = card(1, { words: [{ text: 'One.\n\nTwo.' }], said: 'on\nMarch 16', paraphrase: false });
    const [text] = texts(replyMessage(reply({ cards: [odd] }), QUERY, 'everybody'));
    expect(text?.split('\n').slice(1, 5)).toEqual(['on March 16', '> One.', '> ', '> Two.']);
  });

  it('has a Context button of its own, and a line between it and the next', () => {
    const message = replyMessage(reply({ cards: [card(1), card(1), card(3)] }), QUERY, 'everybody');
    expect(parts(message).map(({ type }) => type)).toEqual([17, 9, 10, 2, 14, 9, 10, 2, 14, 9, 10, 2]);
    const ids = parts(message).flatMap(({ custom_id }) => custom_id ?? []);
    expect(new Set(ids).size).toBe(3);
  });

  it('keeps its source, and its share of the words, beside longer ones', () => {
    const long = card(1, { words: [{ text: 'He went on and on. '.repeat(400) }] });
    const shown = texts(replyMessage(reply({ cards: [long, card(2), long] }), QUERY, 'everybody'));
    expect(shown.join('').length).toBeLessThanOrEqual(4000);
    expect(shown.join('').length).toBeGreaterThan(3900);
    for (const text of shown) expect(text).toContain('[Ukraine and NATO](<');
    expect(shown[1]).toContain('**unlikely** \\(2\\)');
    expect(readText(shown[0] ?? '')).toContain(' […]\n');
  });
});

describe('a reply', () => {
  it('begins with its lead', () => {
    const lead = [{ text: 'Nobody in these articles said that.' }];
    expect(texts(replyMessage(reply({ lead, cards: [card(1)] }), QUERY, 'everybody'))[0]).toBe(lead[0]?.text);
  });

  it('shows a list line by line', () => {
    const lines = [[{ text: 'Rutte', bold: true as const }, { text: ', 8 quotes' }], [{ text: '- Sybiha' }]];
    expect(texts(replyMessage(reply({ lines }), QUERY, 'everybody'))).toEqual([
      '**Rutte**, 8 quotes\n\\- Sybiha',
    ]);
  });

  it('has buttons to turn pages where there are several', () => {
    const labels = (number: number, of: number) =>
      parts(replyMessage(reply({ lines: [[{ text: 'a' }]], page: { number, of } }), QUERY, 'everybody'))
        .filter(({ type }) => type === 2)
        .map(({ label, disabled }) => `${label}${disabled ? ' (off)' : ''}`);
    expect(labels(1, 1)).toEqual([]);
    expect(labels(1, 2)).toEqual(['Previous (off)', '1 / 2 (off)', 'Next']);
    expect(labels(2, 4)).toEqual(['Previous', '2 / 4 (off)', 'Next']);
    expect(labels(4, 4)).toEqual(['Previous', '4 / 4 (off)', 'Next (off)']);
  });

  it('says so where there is nothing in it', () => {
    expect(texts(replyMessage(reply({}), QUERY, 'everybody'))).toEqual(['There is nothing to show.']);
  });

  it('keeps to 40 components and 4000 characters with more cards than a page has', () => {
    const message = replyMessage(
      reply({
        lead: [{ text: 'a '.repeat(3000) }],
        cards: Array.from({ length: 12 }, (_, at) => card(at)),
        page: { number: 1, of: 9 },
      }),
      QUERY,
      'everybody',
    );
    expect(() => checkMessage(message.components)).not.toThrow();
  });
});

describe('every message', () => {
  it('is one container of Components V2 that pings nobody', () => {
    for (const message of [
      replyMessage(reply({}), null, 'everybody'),
      noticeMessage('Sorry.', 'everybody'),
    ]) {
      expect(message.components.map(({ type }) => type)).toEqual([17]);
      expect(message.flags).toBe(1 << 15);
      expect(message.allowedMentions).toEqual({ parse: [] });
    }
  });

  it('is for the asker alone where it is to be', () => {
    expect(replyMessage(reply({}), null, 'asker').flags).toBe((1 << 15) | 64);
    expect(noticeMessage('Sorry.', 'asker').flags).toBe((1 << 15) | 64);
  });
});
