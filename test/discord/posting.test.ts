import { describe, expect, it } from 'vitest';
import { IDS } from './payloads.ts';
import { itKeepsToTheDescription, useStandIn } from './running.ts';
import { card, NASTY, reply } from './samples.ts';
import { buttonsOf, textOf } from './stand-in.ts';

const running = useStandIn();
const REPLY = reply({ lead: [{ text: `New: ${NASTY}` }], cards: [card(1)] });
const refusal = (path: RegExp, status: number, code: number) => ({
  path,
  answer: { status, body: { code, message: 'No' } },
});

describe('posting', () => {
  it('puts a reply into a channel, pinging nobody, with buttons that work there', async () => {
    const { discord, start } = running();
    const bot = await start();
    expect(await bot.post(IDS.channel, REPLY)).toBe('posted');
    const [message] = discord.rest.posted;
    if (message === undefined) throw new Error('Nothing has been posted.');
    expect(message.channel_id).toBe(IDS.channel);
    expect(textOf(message)).toContain('New: \\@everyone');
    expect(buttonsOf(message)).toEqual(['Context']);
    const shown = await discord.click(message, 'Context');
    expect(textOf(shown.message)).toContain(`for built-in and guild:${IDS.guild}`);
  });

  it('is done once, however often it is tried with the same number', async () => {
    const { discord, start } = running();
    const bot = await start();
    expect(await bot.post(IDS.channel, REPLY, 'alert-1')).toBe('posted');
    expect(await bot.post(IDS.channel, REPLY, 'alert-1')).toBe('posted');
    await bot.post(IDS.channel, REPLY, 'alert-2');
    expect(discord.rest.posted).toHaveLength(2);
    await expect(bot.post(IDS.channel, REPLY, 'x'.repeat(26))).rejects.toThrow('at most 25 characters');
  });

  it('takes files along', async () => {
    const { discord, start } = running();
    const bytes = new TextEncoder().encode('{}');
    await (await start()).post(IDS.channel, reply({ files: [{ name: 'a.json', bytes }] }));
    const [file] = discord.rest.posted[0]?.attachments ?? [];
    expect(await (await fetch(file?.url ?? '')).text()).toBe('{}');
  });

  it.each([
    ['it may not see', 403, 50001],
    ['it may not write in', 403, 50013],
    ['that is gone', 404, 10003],
    ['that is a closed thread', 400, 50083],
  ])('is refused by a channel %s', async (_, status, code) => {
    const { discord, start } = running();
    const bot = await start();
    discord.rest.faults.push(refusal(/^\/channels\/\d+\/messages$/, status, code));
    expect(await bot.post(IDS.channel, REPLY)).toBe('refused');
    expect(await bot.post(IDS.channel, REPLY)).toBe('posted');
  });

  it('that fails otherwise says so, so that it can be tried again', async () => {
    const { discord, start } = running();
    const bot = await start();
    discord.rest.faults.push(refusal(/^\/channels\/\d+\/messages$/, 400, 50035));
    await expect(bot.post(IDS.channel, REPLY)).rejects.toThrow('No');
  });
});

describe('telling a person', () => {
  it('writes to them directly, as plain text', async () => {
    const { discord, start } = running();
    expect(await (await start()).tell(IDS.other, [{ text: 'I can’t post in *that* channel.' }])).toBe(
      'posted',
    );
    const [message] = discord.rest.posted;
    expect([message?.channel_id, message && textOf(message)]).toEqual([
      IDS.otherDm,
      'I can’t post in \\*that\\* channel.',
    ]);
  });

  it.each([
    ['takes no messages from it', /^\/channels\/\d+\/messages$/, 403, 50007],
    ['is gone', /^\/users\/@me\/channels$/, 404, 10013],
  ])('is refused by who %s', async (_, path, status, code) => {
    const { discord, start } = running();
    const bot = await start();
    discord.rest.faults.push(refusal(path, status, code));
    expect(await bot.tell(IDS.other, [{ text: 'Hello' }])).toBe('refused');
  });
});

describe('the servers that the bot is in', () => {
  const watching = () => {
    const seen: string[] = [];
    const servers = {
      all: (ids: readonly string[]) => void seen.push(`all ${[...ids].sort()}`),
      joined: (id: string) => void seen.push(`joined ${id}`),
      left: (id: string) => void seen.push(`left ${id}`),
    };
    return { seen, servers };
  };

  it('are told at the start, and each that it comes to or goes from', async () => {
    const { discord, start } = running();
    const { seen, servers } = watching();
    await start({ servers });
    expect(seen).toEqual([`all ${IDS.guild},${IDS.otherGuild}`]);
    discord.leave(IDS.otherGuild);
    discord.join(IDS.foreignGuild);
    discord.join(IDS.otherGuild);
    await expect
      .poll(() => seen.slice(1))
      .toEqual([`left ${IDS.otherGuild}`, `joined ${IDS.foreignGuild}`, `joined ${IDS.otherGuild}`]);
  });

  it('that it has left while it was away are missing at the start', async () => {
    const { discord, start } = running();
    discord.leave(IDS.otherGuild);
    const { seen, servers } = watching();
    await start({ servers });
    expect(seen).toEqual([`all ${IDS.guild}`]);
  });

  it('that are only down for a while count as there', async () => {
    const { discord, start, log } = running();
    const { seen, servers } = watching();
    await start({
      servers: {
        ...servers,
        left: () => {
          throw new Error('no such library');
        },
      },
    });
    discord.gateway.dispatch('GUILD_DELETE', { id: IDS.guild, unavailable: true });
    discord.join(IDS.guild);
    discord.leave(IDS.otherGuild);
    await expect
      .poll(() => log.find(({ level }) => level === 50))
      .toMatchObject({
        err: { message: 'no such library' },
      });
    expect(seen).toHaveLength(1);
    expect(textOf((await discord.command('lines')).message)).toContain('built-in');
  });
});

itKeepsToTheDescription();
