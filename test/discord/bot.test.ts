import { describe, expect, it } from 'vitest';
import { itKeepsToTheDescription, useStandIn } from './running.ts';
import { COMMANDS, reply } from './samples.ts';
import { textOf } from './stand-in.ts';

const running = useStandIn();
const IDENTIFY = 2;
const RESUME = 6;

describe('logging in', () => {
  it('asks Discord for servers and messages, and for nothing that is privileged', async () => {
    const { discord, start, log } = running();
    await start();
    const identify = discord.gateway.received.find(({ op }) => op === IDENTIFY);
    expect(identify?.d).toMatchObject({ intents: 1 | (1 << 9) | (1 << 12) });
    expect(log.map(({ msg }) => msg)).toContain('Logged in to Discord.');
  });

  it('says in one sentence that a token is wrong, and never the token', async () => {
    const { launch } = running();
    const { ready } = launch({ token: 'a-wrong-token' });
    const failure = await ready.then(
      () => null,
      (cause: Error) => cause,
    );
    expect(failure?.message).toMatch(/^Discord does not accept this token: .*DISCORD_TOKEN/);
    expect(failure?.cause).toBeInstanceOf(Error);
    expect(String(failure?.cause)).not.toContain('a-wrong-token');
  });

  it('says the same where only the gateway turns the token away', async () => {
    const { discord, launch } = running();
    discord.gateway.refuseWith(4004);
    await expect(launch().ready).rejects.toThrow('Discord does not accept this token');
  });

  it('says that Discord cannot be reached', async () => {
    const { launch } = running();
    await expect(launch({ api: 'http://127.0.0.1:9/api' }).ready).rejects.toThrow(
      'Discord could not be reached',
    );
  });

  it('refuses to start with a command that Discord would not take', () => {
    const { launch } = running();
    const [first] = COMMANDS;
    const long = { ...first, name: 'x'.repeat(33) } as (typeof COMMANDS)[number];
    expect(() => launch({ commands: [long] })).toThrow(/"x{33}".*at most 32/);
  });
});

describe('a connection that fails', () => {
  it('is taken up again where it was lost, and nothing that came meanwhile is missed', async () => {
    const { discord, start, log } = running();
    await start();
    discord.gateway.drop();
    const asked = discord.command('lines');
    await discord.gateway.saw(RESUME);
    expect(textOf((await asked).message)).toContain('guild:');
    expect(textOf((await discord.command('lines')).message)).toContain('guild:');
    const resume = discord.gateway.received.find(({ op }) => op === RESUME);
    expect(resume?.d).toMatchObject({ session_id: 'f00dfeedf00dfeedf00dfeedf00dfeed' });
    expect(log.map(({ msg }) => msg).join('\n')).toMatch(/was lost; connecting again[\s\S]*is back/);
  });

  it('is reported as lost where Discord has ended it for good', async () => {
    const { discord, start } = running();
    const bot = await start();
    discord.gateway.closeWith(4004);
    expect((await bot.lost).message).toContain('4004');
  });
});

describe('a request that fails', () => {
  it('is sent again when Discord says to wait', async () => {
    const { discord, start, log } = running();
    await start();
    discord.rest.faults.push({
      path: /\/callback$/,
      answer: {
        status: 429,
        headers: { 'retry-after': '0.1', 'x-ratelimit-scope': 'user' },
        body: { message: 'You are being rate limited.', retry_after: 0.1, global: false },
      },
    });
    expect(textOf((await discord.command('lines')).message)).toContain('guild:');
    expect(discord.rest.requests.filter(({ path }) => path.endsWith('/callback'))).toHaveLength(2);
    expect(log.map(({ msg }) => msg)).toContain('Discord wants requests to wait.');
  });

  it('is sent again when Discord has failed', async () => {
    const { discord, start } = running();
    await start();
    discord.rest.faults.push({ path: /\/callback$/, answer: { status: 500, body: { message: 'oops' } } });
    expect(textOf((await discord.command('lines')).message)).toContain('guild:');
  });
});

describe('stopping', () => {
  it('leaves the gateway', async () => {
    const { discord, start } = running();
    const bot = await start();
    await bot.stop();
    await expect.poll(() => discord.gateway.connections()).toBe(0);
    await bot.stop();
  });

  it('lets an answer finish that is on its way', async () => {
    const { discord, start } = running();
    let finish = () => {};
    const asked = new Promise<void>((resolve) => {
      finish = resolve;
    });
    let begun = () => {};
    const hasBegun = new Promise<void>((resolve) => {
      begun = resolve;
    });
    const wait = {
      name: 'wait',
      description: 'Waits',
      options: [],
      run: async () => {
        begun();
        await asked;
        return reply({ lines: [[{ text: 'Done' }]] });
      },
    };
    const bot = await start({ commands: [wait] });
    const answer = discord.command('wait');
    await hasBegun;
    const stopped = bot.stop();
    await expect.poll(() => discord.gateway.connections()).toBe(0);
    finish();
    expect(textOf((await answer).message)).toBe('Done');
    await stopped;
  });

  it('may come before the bot is logged in', async () => {
    const { discord, launch } = running();
    const bot = launch();
    await bot.stop();
    await bot.ready;
    await expect.poll(() => discord.gateway.connections()).toBe(0);
  });

  it('may come while the connection is lost, and nothing connects again after it', async () => {
    const { discord, start } = running();
    const bot = await start();
    discord.gateway.drop();
    await expect.poll(() => discord.gateway.connections()).toBe(0);
    await bot.stop();
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect(discord.gateway.connections()).toBe(0);
  });
});

itKeepsToTheDescription();
