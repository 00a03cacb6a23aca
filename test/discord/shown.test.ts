import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { replyMessage } from '../../src/discord/messages.ts';
import { questionLine, readQuestionLine } from '../../src/discord/question-line.ts';
import { customIdsIn, shownIn } from '../../src/discord/shown.ts';
import { contextIds, menuId, readShown, type ShownState } from '../../src/discord/state.ts';
import { loadCommands } from '../../src/load-commands.ts';
import type { Reply } from '../../src/replies/reply.ts';
import { card, idOf, NASTY, reply } from './samples.ts';

const commands = await loadCommands();
const ask = commands.find(({ name }) => name === 'ask');
const LONGEST = Array.from({ length: 60 }, (_, at) => `word${(at * 7919) % 1000}`)
  .join(' ')
  .slice(0, 250)
  .trim();
const EMOJI = '📰🗞️'.repeat(84).slice(0, 250);

/** What can be read again from the message of a reply. */
const readBack = (over: Partial<Reply>, values: Readonly<Record<string, string>>, command = 'ask') => {
  const { components } = replyMessage(reply(over), { command, values }, 'everybody');
  return shownIn(JSON.parse(JSON.stringify(components)), commands);
};

function questionOf(shown: ShownState | null): string | undefined {
  const { question } = shown?.query.values ?? {};
  return question;
}

describe('a message of the bot tells of its answer', () => {
  it.each([
    ['with one card', { cards: [card(1)] }],
    ['with three cards', { cards: [card(1), card(2), card(1)] }],
    ['with several pages', { cards: [card(1)], page: { number: 2, of: 4 } }],
    ['without a card', { lead: [{ text: 'Nobody said that.' }] }],
    ['with lines', { lines: [[{ text: 'A paragraph' }]] }],
  ] as [string, Partial<Reply>][])('%s, short or long', (_, over) => {
    for (const question of ['who said it', LONGEST, EMOJI, NASTY, '-# small', ' who  said it ']) {
      const shown = readBack(over, { question });
      expect(shown?.command).toBe(ask);
      expect(questionOf(shown)?.replace(/\s+/g, ' ').trim()).toBe(question.replace(/\s+/g, ' ').trim());
      expect(shown?.page).toBe(over.page?.number ?? 1);
      expect(shown?.statement).toBe(over.cards ? idOf(1) : null);
    }
  });

  it('with who was chosen, and the options of other commands', () => {
    const chosen = { question: 'what did Keller say', speaker: 'anna-keller', beyond: '1' };
    expect(readBack({ cards: [card(1)] }, chosen)?.query.values).toEqual(chosen);
    const quote = { speaker: 'Rutte', about: 'NATO' };
    expect(readBack({ cards: [card(1)] }, quote, 'quote')?.query).toEqual({
      command: 'quote',
      values: quote,
    });
  });

  it('but not of a list, nor of a command that has gone', () => {
    const gone = readBack({ cards: [card(1)] }, { question: 'who' }, 'gone');
    expect([gone?.query.values, gone?.statement]).toEqual([{}, idOf(1)]);
    expect(readBack({}, { question: 'who' }, 'gone')).toBeNull();
    expect(readBack({ lines: [[{ text: 'Rutte' }]] }, {}, 'speakers')?.query.values ?? {}).toEqual({});
    expect(shownIn([], commands)).toBeNull();
  });

  it('and shows the question only where no button has room for it', () => {
    const texts = (over: Partial<Reply>, question: string) =>
      JSON.stringify(replyMessage(reply(over), { command: 'ask', values: { question } }, 'everybody'));
    expect(texts({ cards: [card(1)] }, 'who said it')).not.toContain('-# who said it');
    expect(texts({ lead: [{ text: 'Nobody.' }] }, 'who said it')).toContain('-# who said it');
  });

  it('in custom_ids that Discord takes, each of them once', () => {
    const values = { question: LONGEST };
    const { components } = replyMessage(
      reply({
        cards: [card(1), card(1), card(1)],
        choosing: { prompt: 'Which?', people: [{ id: 'a', name: 'A', about: '' }], chosen: null },
      }),
      { command: 'ask', values },
      'everybody',
    );
    const ids = customIdsIn(components);
    expect(new Set(ids).size).toBe(4);
    for (const id of ids) expect(id.length).toBeLessThanOrEqual(100);
  });

  it('and nothing where its custom_ids are not ours', () => {
    const [first = '', ...others] = contextIds([idOf(1), idOf(2)], {
      command: 'ask',
      values: { question: LONGEST },
    }).ids;
    expect(questionOf(readShown([first, ...others], null, commands, 'ask'))).toBe(LONGEST);
    expect(questionOf(readShown(others, null, commands, 'ask'))).toBeUndefined();
    for (const ids of [['c:x:1'], ['m:wask.'], ['m:w.'], ['zp1:一.']])
      expect(readShown(ids, null, commands, 'ask')).toBeNull();
    expect(menuId({ command: 'ask', values: { question: LONGEST } }).fits).toBe(false);
  });
});

it('a question that a message shows is read as it was asked, whatever is in it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 250 }), (typed) => {
      const question = typed
        .replace(/\p{Cc}|\p{Surrogate}|[\u2028\u2029]/gu, '')
        .replace(/\s+/gu, ' ')
        .trim();
      const line = questionLine(question);
      if (question === '') expect(line).toBeNull();
      else expect(readQuestionLine([JSON.parse(JSON.stringify(line))])).toBe(question);
    }),
  );
});
