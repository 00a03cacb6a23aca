import { describe, expect, it } from 'vitest';
import { itKeepsToTheDescription, useStandIn } from './running.ts';
import { idOf, NASTY, reply } from './samples.ts';
import { buttonsOf, everyPart, type SentMessage, textOf } from './stand-in.ts';

const running = useStandIn();
const EPHEMERAL = 64;
const isPrivate = (message: SentMessage) => (message.flags & EPHEMERAL) !== 0;
const idIn = (text: string) => /`([0-9a-f]{8})`/.exec(text)?.[1];

describe('a command', () => {
  it('is answered with its reply, for everybody', async () => {
    const { discord, start } = running();
    await start();
    const { message } = await discord.command('cards', { question: 'who said it', kind: 'direct' });
    expect(textOf(message)).toContain('Asked: who said it\\|\\|direct');
    expect(isPrivate(message)).toBe(false);
  });

  it('shows the answer to the asker alone where private is on', async () => {
    const { discord, start } = running();
    await start();
    const { message } = await discord.command('cards', { question: 'who', private: true });
    expect(isPrivate(message)).toBe(true);
    expect(isPrivate((await discord.click(message, 'Next')).message)).toBe(true);
  });

  it.each([
    ['guild', 'built-in\nguild:1200000000000000001'],
    ['dm', 'built-in\nuser:1400000000000000001'],
    ['other-guild', 'built-in\nguild:1200000000000000002'],
    // What is shown there is seen by others, and a click of theirs would bring in articles of their own.
    ['group', 'built-in'],
    ['foreign-guild', 'built-in'],
  ] as const)('sees the articles that the asker may see in a %s', async (place, expected) => {
    const { discord, start } = running();
    await start();
    expect(textOf((await discord.command('lines', {}, place)).message)).toBe(expected);
  });

  it('shows what people and articles write as it stands, and pings nobody', async () => {
    const { discord, start } = running();
    await start();
    const { message } = await discord.command('cards', { question: NASTY });
    expect(textOf(message)).toContain(
      '\\@everyone \\*\\*bold\\*\\* \\<\\@123\\> https\\://x.example/\\_a\\_',
    );
  });

  it('that takes long is answered all the same', async () => {
    const { discord, start } = running();
    await start();
    const [open, closed] = await Promise.all([
      discord.command('delayed', { end: 'well' }),
      discord.command('delayed', { end: 'well', private: true }),
    ]);
    expect(textOf(open.message)).toContain('Page 1 at last');
    expect([open, closed].map(({ deferred, message }) => [deferred, isPrivate(message)])).toEqual([
      [true, false],
      [true, true],
    ]);
  });

  it('that is no longer there is answered with a polite line', async () => {
    const { discord, start } = running();
    await start();
    const { message } = await discord.command('gone');
    expect(textOf(message)).toBe("This command isn't there any more. `/help` lists those that are.");
    expect(isPrivate(message)).toBe(true);
  });
});

describe('a failure', () => {
  it('is told to the asker in one line with an id, under which the log has the cause', async () => {
    const { discord, start, log } = running();
    await start();
    const { message } = await discord.command('broken');
    expect(isPrivate(message)).toBe(true);
    expect(textOf(message)).not.toContain('burnt');
    expect(textOf(message).split('\n')).toHaveLength(1);
    const errorId = idIn(textOf(message));
    expect(errorId).toBeDefined();
    expect(log.find((line) => line.errorId === errorId)).toMatchObject({
      level: 50,
      err: { message: 'the archive has burnt down' },
      interaction: '/broken',
    });
  });

  it('after a long wait is told as well', async () => {
    const { discord, start, log } = running();
    await start();
    const { message, deferred } = await discord.command('delayed', { end: 'fail' });
    expect(deferred).toBe(true);
    expect(log.some((line) => line.errorId === idIn(textOf(message)))).toBe(true);
  });

  it('of the line about a failure is logged, without the token that answers interactions', async () => {
    const { discord, start, log } = running();
    await start();
    const refusal = {
      path: /\/callback$/,
      answer: { status: 404, body: { code: 10062, message: 'Unknown interaction' } },
    };
    discord.rest.faults.push(refusal, refusal);
    discord.command('lines').catch(() => {});
    await expect.poll(() => log.map(({ msg }) => msg)).toContain('The asker could not be told of a failure.');
    expect(JSON.stringify(log)).not.toContain('aW50ZXJhY3Rpb24');
    expect(textOf((await discord.command('lines')).message)).toContain('built-in');
  });
});

describe('what is offered while an option is typed', () => {
  it('comes from the option, as far as the asker may see, and is at most 25 choices', async () => {
    const { discord, start } = running();
    await start();
    const choices = await discord.typing('cards', 'speaker', 'zel', 'dm');
    expect(choices).toHaveLength(25);
    expect(choices[0]).toEqual({ name: 'zel 0 built-in,user:1400000000000000001', value: 'speaker-0' });
  });

  it.each([
    ['an option that offers nothing', 'cards', 'question'],
    ['an option that is not there', 'cards', 'gone'],
    ['a command that is not there', 'gone', 'speaker'],
  ])('is nothing for %s', async (_, command, option) => {
    const { discord, start } = running();
    await start();
    expect(await discord.typing(command, option, 'a')).toEqual([]);
  });

  it('is nothing where looking it up fails, and the log has the cause', async () => {
    const { discord, start, log } = running();
    await start();
    expect(await discord.typing('cards', 'speaker', 'fail')).toEqual([]);
    expect(log.find(({ level }) => level === 50)).toMatchObject({ err: { message: 'the index is broken' } });
  });
});

describe('the buttons that turn pages', () => {
  it('go there and back within the same message', async () => {
    const { discord, start } = running();
    await start();
    const first = await discord.command('cards', { question: 'who' });
    expect(buttonsOf(first.message)).toEqual([
      'Context',
      'Context',
      'Context',
      '[Previous]',
      '[1 / 3]',
      'Next',
    ]);
    const second = await discord.click(first.message, 'Next');
    expect(second.kind).toBe('update');
    expect(second.message.id).toBe(first.message.id);
    expect(textOf(second.message)).toMatch(/\\\(4\\\)[\s\S]*\\\(6\\\)/);
    const third = await discord.click(second.message, 'Next');
    expect(buttonsOf(third.message)).toEqual(['Context', 'Previous', '[3 / 3]', '[Next]']);
    const back = await discord.click((await discord.click(third.message, 'Previous')).message, 'Previous');
    expect(textOf(back.message)).toBe(textOf(first.message));
  });

  it.each([
    ['a short question', 'who said it'],
    ['250 characters of Latin', 'who said that NATO membership is unlikely? '.repeat(6).slice(0, 250)],
    ['250 Cyrillic characters', 'хто сказав, що членство малоймовірне? '.repeat(7).slice(0, 250)],
    ['250 emoji', '🇺🇦🕊️📰'.repeat(50).slice(0, 250)],
  ])('still work after a restart, for %s', async (_, question) => {
    const { discord, start } = running();
    const before = await start();
    const { message } = await discord.command('cards', {
      question,
      speaker: 'michael-waltz',
      kind: 'indirect',
    });
    const [lead] = textOf(message).split('\n');
    await before.stop();
    await start();
    const next = await discord.click(message, 'Next');
    expect(textOf(next.message).split('\n')[0]).toBe(lead);
    expect(textOf((await discord.click(next.message, 'Previous')).message)).toBe(textOf(message));
  });

  it('wait for a page that takes long, and tell who clicked of its failure', async () => {
    const { discord, start, log } = running();
    await start();
    const [good, bad] = await Promise.all([
      discord.command('delayed', { end: 'late' }),
      discord.command('delayed', { end: 'late fail' }),
    ]);
    const [next, failed] = await Promise.all([
      discord.click(good.message, 'Next'),
      discord.click(bad.message, 'Next'),
    ]);
    expect(next).toMatchObject({ kind: 'update', deferred: true });
    expect(textOf(next.message)).toContain('Page 2 at last');
    expect(failed.kind).toBe('message');
    expect(isPrivate(failed.message)).toBe(true);
    expect(log.some((line) => line.errorId === idIn(textOf(failed.message)))).toBe(true);
  });

  it('say that they are out of date where their command has changed', async () => {
    const { discord, start } = running();
    const bot = await start();
    const { message } = await discord.command('cards', { question: 'who' });
    await bot.stop();
    await start({ commands: [] });
    const { kind, message: notice } = await discord.click(message, 'Next');
    expect(kind).toBe('message');
    expect(isPrivate(notice)).toBe(true);
    expect(textOf(notice)).toBe('This button is out of date: please ask again with the command.');
  });

  it.each([
    '',
    'x',
    'w',
    'wn2:',
    'wn0:cards.',
    'sn2:cards.',
    'zn2:一.',
    'c:short:0',
    'wn2:gone␟a.',
    '\u{1f4f0}'.repeat(50),
  ])('are answered politely where they are foreign: %j', async (customId) => {
    const { discord, start, log } = running();
    await start();
    const { message } = await discord.command('lines');
    const notice = await discord.click(message, customId);
    expect(textOf(notice.message)).toContain('out of date');
    expect(log.some(({ level }) => level >= 50)).toBe(false);
  });
});

describe('the Context button', () => {
  it('shows the paragraph around its own statement to who clicks it', async () => {
    const { discord, start } = running();
    const before = await start();
    const { message } = await discord.command('cards', { question: 'who' });
    await before.stop();
    await start();
    const shown = await discord.click(message, 'Context', { nth: 1 });
    expect(shown.kind).toBe('message');
    expect(isPrivate(shown.message)).toBe(true);
    expect(textOf(shown.message)).toContain(`around ${idOf(2)}, for built-in and guild`);
  });

  it('shows nothing that the asker may not see', async () => {
    const { discord, start } = running();
    await start();
    const { message } = await discord.command('lines', {}, 'dm');
    const shown = await discord.click(message, `c:${idOf(9)}:0`, { place: 'dm' });
    expect(textOf(shown.message)).toBe("This statement isn't in the articles any more.");
    expect(isPrivate(shown.message)).toBe(true);
  });

  it('tells of a failure', async () => {
    const { discord, start, log } = running();
    await start({
      context: () => {
        throw new Error('no such paragraph');
      },
    });
    const { message } = await discord.command('cards', { question: 'who' });
    const shown = await discord.click(message, 'Context');
    expect(log.some((line) => line.errorId === idIn(textOf(shown.message)))).toBe(true);
  });
});

describe('a command in the menu of a message', () => {
  const quoted = {
    name: 'quoted',
    description: 'What a message says',
    options: [{ name: 'text', description: 'What it says', required: true, maxLength: 100 }],
    forMessage: { name: 'Who said this?', values: (text: string) => ({ text }) },
    run: ({ text = '' }) => reply({ lines: [[{ text: `Read: ${text}` }]] }),
  };

  it('is registered, and answers for the message’s text to the asker alone', async () => {
    const { discord, start } = running();
    await start({ commands: [quoted] });
    const [registered] = discord.rest.commands.values();
    expect(registered).toMatchObject([{ name: 'quoted' }, { name: 'Who said this?', type: 3 }]);
    const { message } = await discord.chooseFor('Who said this?', 'NATO is weak');
    expect(textOf(message)).toBe('Read: NATO is weak');
    expect(isPrivate(message)).toBe(true);
  });

  it('that is no longer there is answered with a polite line', async () => {
    const { discord, start } = running();
    await start();
    expect(textOf((await discord.chooseFor('Who said this?', 'x')).message)).toContain(
      "isn't there any more",
    );
  });
});

describe('an interaction of a kind that the bot has not', () => {
  it('is answered with a polite line', async () => {
    const { discord, start } = running();
    await start();
    const shown = await discord.pick((await discord.command('lines')).message);
    expect(textOf(shown.message)).toContain('`/help` lists what I can');
  });

  it('that nobody could answer is let be', async () => {
    const { discord, start } = running();
    await start();
    discord.gateway.dispatch('INTERACTION_CREATE', { type: 99, id: '1', token: 'x', data: {} });
    expect(textOf((await discord.command('lines')).message)).toContain('built-in');
  });
});

describe('a message', () => {
  it('stays within Discord’s limits however much there is to show', async () => {
    const { discord, start } = running();
    const words = [{ text: `${NASTY} `.repeat(200), bold: true as const }];
    const everything = {
      name: 'everything',
      description: 'Too much of everything',
      options: [],
      run: () =>
        reply({
          lead: words,
          cards: Array.from({ length: 20 }, (_, at) => ({
            statement: idOf(at),
            speaker: words,
            said: NASTY.repeat(30),
            words,
            paraphrase: true,
            why: NASTY.repeat(30),
            also: [words, words, words, words],
            source: [...words, { text: 'here', url: `https://news.example/${'a'.repeat(3000)}` }],
          })),
          lines: Array.from({ length: 20 }, () => words),
          page: { number: 2, of: 9 },
        }),
    };
    await start({ commands: [everything] });
    const { message } = await discord.command('everything');
    expect(everyPart(message.components).length).toBeLessThanOrEqual(40);
  });
});

itKeepsToTheDescription();
