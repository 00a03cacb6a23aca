import { describe, expect, it } from 'vitest';
import { desk, LIBRARY_COMMANDS } from './library-samples.ts';
import type { Where } from './payloads.ts';
import { IDS, OTHER } from './payloads.ts';
import { itKeepsToTheDescription, useStandIn } from './running.ts';
import { buttonsOf, everyPart, type SentMessage, textOf } from './stand-in.ts';

const running = useStandIn();
const startOver = () => running().start({ commands: LIBRARY_COMMANDS, desk });
const isPrivate = ({ flags }: SentMessage) => (flags & 64) !== 0;
const leadOf = (message: SentMessage) => textOf(message).split('\n')[0]?.replaceAll('\\', '');

/** What `/shelf list` shows there, to whoever it is. */
async function shelf(where: Where = {}): Promise<SentMessage> {
  return (await running().discord.command('shelf list', {}, where)).message;
}

describe('whose library a command works on', () => {
  it('is the server’s in a server that has the bot, and the person’s own in a direct message', async () => {
    await startOver();
    expect(leadOf(await shelf())).toBe(
      `shelf list  | guild:${IDS.guild} for ${IDS.asker} in ${IDS.channel}, trusted`,
    );
    expect(leadOf(await shelf({ place: 'other-guild' }))).toContain(`| guild:${IDS.otherGuild} for`);
    expect(leadOf(await shelf({ place: 'dm' }))).toBe(
      `shelf list  | user:${IDS.asker} for ${IDS.asker} in ${IDS.dm}, trusted`,
    );
    expect(leadOf(await shelf({ place: 'dm', person: OTHER }))).toContain(`| user:${IDS.other} for`);
  });

  it.each(['group', 'foreign-guild'] as const)('is nobody’s in a %s, which is said', async (place) => {
    await startOver();
    const message = await shelf({ place });
    expect(textOf(message)).toMatch(/^There is no library here .*direct message with me\.$/);
    expect(isPrivate(message)).toBe(true);
    const { message: own } = await running().discord.command('who', {}, place);
    expect(leadOf(own)).toBe('who  | nobody');
  });

  it('is nobody’s where no libraries are kept, which is said', async () => {
    await running().start({ commands: LIBRARY_COMMANDS, desk: null });
    expect(textOf(await shelf())).toBe('I keep no libraries at the moment, so that can’t be done.');
    const { message } = await running().discord.command('who');
    expect(leadOf(message)).toBe('who  | nobody');
  });

  it('is that of who is typing, for what is offered', async () => {
    await startOver();
    const { discord } = running();
    expect(await discord.typing('shelf clear', 'book', 'x', 'other-guild')).toEqual([
      { name: `x of guild:${IDS.otherGuild}, trusted`, value: `guild:${IDS.otherGuild}` },
    ]);
    expect(await discord.typing('shelf clear', 'book', 'x', 'group')).toEqual([
      { name: 'x of none', value: 'none' },
    ]);
  });

  it('is that of the place where a button is, whatever is copied from elsewhere', async () => {
    await startOver();
    const { discord } = running();
    const there = await shelf();
    const ids = everyPart(there.components).flatMap(({ custom_id }) => custom_id ?? []);
    for (const id of ids.filter((one) => !one.startsWith('p:') && !/^.h/.test(one))) {
      const { message } = await discord.click(there, id, {
        place: 'other-guild',
        person: OTHER,
        manages: true,
      });
      expect(textOf(message)).not.toContain(IDS.guild);
    }
    const { message } = await discord.pick(there, 'Book a', { place: 'other-guild', person: OTHER });
    expect(leadOf(message)).toContain(`guild:${IDS.otherGuild} for ${IDS.other}`);
    const outside = await discord.click(there, 'Apart', { place: 'foreign-guild', person: OTHER });
    expect(textOf(outside.message)).toMatch(/^There is no library here/);
  });
});

describe('whom a command trusts', () => {
  it('is whom Discord lets use it, and below it only those who may manage the server', async () => {
    await startOver();
    const { discord } = running();
    const message = await shelf({ person: OTHER });
    expect(leadOf(message)).toMatch(/, trusted$/);
    const byOther = await discord.click(message, 'Apart', { person: OTHER });
    expect(leadOf(byOther.message)).toBe(
      `shelf list step=apart | guild:${IDS.guild} for ${IDS.other} in ${IDS.channel}`,
    );
    const byManager = await discord.click(message, 'Apart', { person: OTHER, manages: true });
    expect(leadOf(byManager.message)).toMatch(/, trusted$/);
    expect(leadOf((await discord.pick(message, 'Book b', { person: OTHER })).message)).not.toContain(
      'trusted',
    );
  });

  it('is the person themself in a direct message', async () => {
    await startOver();
    const where = { place: 'dm', person: OTHER } as const;
    const { message } = await running().discord.click(await shelf(where), 'Clear', where);
    expect(leadOf(message)).toBe(
      `shelf clear sure=yes | user:${IDS.other} for ${IDS.other} in ${IDS.otherDm}, trusted`,
    );
  });

  it('is nobody else for a button of what managers do, which is said to who clicked alone', async () => {
    await startOver();
    const { discord } = running();
    const message = await shelf();
    const refused = await discord.click(message, 'Clear', { person: OTHER });
    expect(refused.kind).toBe('message');
    expect(textOf(refused.message)).toBe('Only those who may manage this server can do that.');
    expect(isPrivate(refused.message)).toBe(true);
    expect((await discord.click(message, 'Clear')).kind).toBe('update');
  });
});

describe('a command that decides itself', () => {
  it('is run for others who click, who are told apart, and see its answer alone', async () => {
    await startOver();
    const { discord } = running();
    const { message } = await discord.command('shelf put');
    const shown = await discord.click(message, 'Undo', { person: OTHER });
    expect([shown.kind, isPrivate(shown.message)]).toEqual(['message', true]);
    expect(leadOf(shown.message)).toBe(
      `shelf put back=yes | guild:${IDS.guild} for ${IDS.other} in ${IDS.channel}`,
    );
    expect((await discord.click(message, 'Undo')).kind).toBe('update');
  });
});

describe('pages of a library', () => {
  it('are turned by anybody in the server, for whose library it is', async () => {
    await startOver();
    const { discord } = running();
    const { message } = await discord.command('shelf list', { like: 'x'.repeat(90) });
    const next = await discord.click(message, 'Next', { person: OTHER });
    expect(next.kind).toBe('update');
    expect(textOf(next.message)).toContain('page 2');
    expect(leadOf(next.message)).toContain(`like=${'x'.repeat(90)} | guild:${IDS.guild} for ${IDS.other}`);
    const back = await discord.click(next.message, 'Previous', { place: 'other-guild' });
    expect(leadOf(back.message)).toContain(`guild:${IDS.otherGuild} for`);
  });
});

describe('a button that runs a command', () => {
  it('answers apart, to who clicked alone', async () => {
    await startOver();
    const shown = await running().discord.click(await shelf(), 'Apart');
    expect([shown.kind, isPrivate(shown.message)]).toEqual(['message', true]);
  });

  it('answers in place of the message, also where that takes long', async () => {
    await startOver();
    const { discord } = running();
    const message = await shelf();
    const here = await discord.click(message, 'Here');
    expect([here.kind, here.deferred, here.message.id]).toEqual(['update', false, message.id]);
    const slow = await discord.click(message, 'Slowly here');
    expect([slow.kind, slow.deferred, leadOf(slow.message)]).toEqual([
      'update',
      true,
      expect.stringContaining('step=slow'),
    ]);
  });

  it('answers apart to whom the message isn’t entrusted, so that others see it as it was', async () => {
    await startOver();
    const shown = await running().discord.click(await shelf(), 'Here', { person: OTHER });
    expect([shown.kind, isPrivate(shown.message)]).toEqual(['message', true]);
  });

  it('answers in place to whom the message answers, though they manage nothing', async () => {
    await startOver();
    const message = await shelf({ person: OTHER });
    expect((await running().discord.click(message, 'Here', { person: OTHER })).kind).toBe('update');
  });

  it('answers in place where there is no library to be trusted with', async () => {
    await startOver();
    const { discord } = running();
    const where = { place: 'group', person: OTHER } as const;
    const { message } = await discord.command('who', {}, where);
    const shown = await discord.click(message, 'Here', where);
    expect([shown.kind, leadOf(shown.message)]).toEqual(['update', 'who about=here | nobody']);
  });

  it('tells who clicked of a failure, and leaves the message', async () => {
    await startOver();
    const { discord, log } = running();
    const failed = await discord.click(await shelf(), 'Fail');
    expect([failed.kind, isPrivate(failed.message)]).toEqual(['message', true]);
    const [, id] = /`([0-9a-f]{8})`/.exec(textOf(failed.message)) ?? [];
    expect(log.find(({ errorId }) => errorId === id)).toMatchObject({
      err: { message: 'the shelf has fallen down' },
    });
  });

  it('is red where what it does can’t be undone, and still works after a restart', async () => {
    const before = await startOver();
    const message = await shelf();
    expect(buttonsOf(message)).toEqual([
      '[Previous]',
      '[1 / 3]',
      'Next',
      'Apart',
      'Here',
      'Slowly here',
      'Fail',
      'Clear',
    ]);
    const styles = everyPart(message.components).flatMap(({ style }) => style ?? []);
    expect(styles).toEqual([2, 2, 2, 2, 2, 2, 2, 4]);
    await before.stop();
    await startOver();
    const { message: cleared } = await running().discord.click(message, 'Clear');
    expect(leadOf(cleared)).toContain('shelf clear sure=yes');
  });

  it.each([
    'a0xw:gone.',
    'a0xw:shelf list␟gone␟1.',
    'a0xw:shelf list␟step.',
    `a0xw:shelf list␟like␟${'x'.repeat(200)}.`,
    'a0xz:一.',
    'a0-',
    'a9qw:who.',
    'f:et:submit',
  ])('that is none of its command’s is out of date: %s', async (customId) => {
    await startOver();
    const { message } = await running().discord.click(await shelf(), customId);
    expect(textOf(message)).toContain('out of date');
  });

  it('can’t be clicked where what it stands for is too long, and is packed where that helps', async () => {
    const long = (length: number) => ({
      label: `${length}`,
      command: 'who',
      values: { about: 'who said it? '.repeat(20).slice(0, length) },
      answers: 'apart' as const,
    });
    const noise = Array.from({ length: 100 }, (_, at) => String.fromCodePoint(0x3400 + ((at * 7919) % 6500)));
    const [who, ...others] = LIBRARY_COMMANDS;
    const many = {
      ...who,
      name: 'many',
      run: () => ({
        ...{ lead: null, cards: [], lines: [], page: null, records: [] },
        actions: [long(1), long(100), { ...long(1), label: 'noise', values: { about: noise.join('') } }],
      }),
    } as (typeof LIBRARY_COMMANDS)[number];
    await running().start({ commands: [...(who ? [who] : []), many, ...others] });
    const { discord } = running();
    const { message } = await discord.command('many');
    expect(buttonsOf(message)).toEqual(['1', '100', '[noise]']);
    expect(leadOf((await discord.click(message, '100')).message)).toContain(
      `about=${long(100).values.about}`,
    );
  });
});

describe('a menu that runs a command', () => {
  it('is shown with what there is to pick, and answers for it to who picked alone', async () => {
    await startOver();
    const message = await shelf();
    expect(everyPart(message.components).find(({ options }) => options)).toMatchObject({
      placeholder: 'Which one?',
      options: [
        { label: 'Book a', value: 'a' },
        { label: 'Book b', value: 'b', description: 'the second' },
      ],
    });
    const picked = await running().discord.pick(message, 'Book b', { person: OTHER });
    expect([picked.kind, isPrivate(picked.message)]).toEqual(['message', true]);
    expect(leadOf(picked.message)).toContain('shelf list step=b');
  });

  it('is out of date where its command takes that no more', async () => {
    const before = await startOver();
    const message = await shelf();
    await before.stop();
    await running().start({ commands: LIBRARY_COMMANDS.slice(0, 1), desk });
    expect(textOf((await running().discord.pick(message, 'Book b')).message)).toContain('out of date');
  });
});

itKeepsToTheDescription();
