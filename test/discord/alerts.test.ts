import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Bot } from '../../src/discord/bot.ts';
import type { Alerts } from '../../src/libraries/alerts.ts';
import { loadCommands } from '../../src/load-commands.ts';
import { contextReply } from '../../src/replies/context.ts';
import { MINUTE, watch } from '../libraries/watching.ts';
import { openTestStorage } from '../storage/engines.ts';
import { IDS } from './payloads.ts';
import { itKeepsToTheDescription, useStandIn } from './running.ts';
import { buttonsOf, OTHER, type SentMessage, textOf } from './stand-in.ts';

const running = useStandIn();
const commands = await loadCommands();

const FERRY = '“The ferry runs twice a day, <@1>,” Lena Ortiz said.';
const HERE = `guild:${IDS.guild}` as const;

let world: ReturnType<typeof watch>;
let bot: Bot;
let alerts: Alerts;

beforeEach(async () => {
  world = watch(await openTestStorage('SQLite'));
  const { archive, followDesk: desk } = world;
  bot = await running().start({ commands, archive, context: contextReply, desk });
  alerts = world.start({ post: bot.post, tell: bot.tell });
});
afterEach(() => world.close());

const discord = () => running().discord;
const posted = (): readonly SentMessage[] => discord().rest.posted;

describe('what is followed in a channel', () => {
  it('is posted there when an article comes in, with the quote, its source and the Context button', async () => {
    const { message } = await discord().command('follow speaker', { name: 'Lena Ortiz' });
    expect(textOf(message)).toContain('Quotes by **Lena Ortiz** in articles that come in will be posted');
    await world.comesIn(alerts, FERRY, { library: HERE, title: 'Ferries', url: 'https://news.example/1' });
    const [alert] = posted();
    expect(alert?.channel_id).toBe(IDS.channel);
    expect(textOf(alert as SentMessage).split('\n')).toEqual([
      'You follow: **Lena Ortiz**',
      '**Lena Ortiz**',
      '> “The ferry runs twice a day, \\<\\@1\\>”',
      expect.stringMatching(/^-# \[Ferries\]\(<https:\/\/news\.example\/1#:~:text=.*>\) · paragraph 1$/),
    ]);
    expect(buttonsOf(alert as SentMessage)).toEqual(['Context']);
  });

  it('can be asked for its paragraph there, and from nowhere else', async () => {
    await discord().command('follow topic', { words: 'ferry' });
    await world.comesIn(alerts, FERRY, { library: HERE });
    const [alert] = posted();
    const { message } = await discord().click(alert as SentMessage, 'Context');
    expect(textOf(message)).toContain('runs twice a day');
    const elsewhere = await discord().click(alert as SentMessage, 'Context', { place: 'other-guild' });
    expect(textOf(elsewhere.message)).not.toContain('runs twice a day');
  });

  it('is posted once though the bot ends before it is noted', async () => {
    await discord().command('follow topic', { words: 'ferry' });
    const { storage } = world;
    const dies = { markPosted: () => Promise.reject(new Error('The process ended.')) };
    const first = world.start({
      post: bot.post,
      storage: { ...storage, follows: { ...storage.follows, ...dies } },
    });
    await world.comesIn(first, FERRY, { library: HERE });
    world.clock.now += 2 * MINUTE;
    await alerts.dispatch();
    await alerts.dispatch();
    expect(posted()).toHaveLength(1);
    const sent = discord().rest.requests.filter(
      ({ method, path }) => method === 'POST' && /messages$/.test(path),
    );
    expect(sent.map(({ body }) => (body as { enforce_nonce?: boolean }).enforce_nonce)).toEqual([true, true]);
  });

  it('is gathered into a message that keeps to Discord’s limits, however much there is', async () => {
    await discord().command('follow speaker', { name: 'Lena Ortiz' });
    const offline = world.start({ post: () => Promise.reject(new Error('There is no network.')) });
    const long =
      'that the ferry, the pier, the bridge and *all* of the rest of it were shut and would stay so. ';
    for (let at = 0; at < 30; at++) {
      const body = `${at} ferries are late\nLena Ortiz said number ${at} of them knew ${long.repeat(12)}\nLena Ortiz said that boat ${at} had sunk.`;
      await world.comesIn(offline, body, {
        library: HERE,
        title: `${at} [ferries](x) ${'late '.repeat(30)}`,
      });
    }
    await offline.stop();
    world.clock.now += 2 * MINUTE;
    await alerts.dispatch();
    expect(posted()).toHaveLength(6);
    const gathered = textOf(posted()[5] as SentMessage);
    expect(gathered).toContain('quotes in 25 articles');
    expect(gathered).toMatch(/and \d+ articles more$/);
    expect(buttonsOf(posted()[5] as SentMessage)).toEqual(['Context', 'Context', 'Context']);
  });

  it('is shown to a direct message of a person who follows it there', async () => {
    const { message } = await discord().command('follow topic', { words: 'ferry' }, 'dm');
    expect(textOf(message)).toContain('will be posted in this channel');
    await world.comesIn(alerts, FERRY, { library: `user:${IDS.asker}` });
    expect(posted().map(({ channel_id }) => channel_id)).toEqual([IDS.dm]);
  });
});

it('can be ended by a button below the answer, which for others is only refused', async () => {
  const { message } = await discord().command('follow topic', { words: 'ferry' });
  const refused = await discord().click(message, 'Stop following', { person: OTHER });
  expect(refused.kind).toBe('message');
  expect(await world.desk(HERE).list()).toHaveLength(1);
  const ended = await discord().click(message, 'Stop following');
  expect(ended.kind).toBe('update');
  expect(textOf(ended.message)).toBe('Quotes about **ferry** will not be posted in this channel any more.');
  expect(await world.desk(HERE).list()).toEqual([]);
});

describe('a channel that Discord refuses', () => {
  it('is dropped after some hours, and whoever set it up is told by a direct message', async () => {
    await discord().command('follow topic', { words: 'ferry' });
    const denied = { status: 403, body: { code: 50001, message: 'Missing Access' } };
    discord().rest.faults.push({
      path: new RegExp(`^/channels/${IDS.channel}/messages`),
      answer: denied,
      always: true,
    });
    await world.comesIn(alerts, FERRY, { library: HERE });
    for (const minutes of [1, 10, 60, 360]) {
      expect(await world.desk(HERE).list()).toHaveLength(1);
      world.clock.now += minutes * MINUTE;
      await alerts.dispatch();
    }
    expect(await world.desk(HERE).list()).toEqual([]);
    expect(posted().map(({ channel_id }) => channel_id)).toEqual([IDS.dm]);
    expect(textOf(posted()[0] as SentMessage)).toContain(
      `I can't post in <#${IDS.channel}> any more, so I have stopped following “ferry” there.`,
    );
  });

  it('is tried again where Discord only fails', async () => {
    await discord().command('follow topic', { words: 'ferry' });
    const gone = { status: 400, body: { code: 50035, message: 'Invalid Form Body' } };
    discord().rest.faults.push({ path: /messages/, answer: gone });
    await world.comesIn(alerts, FERRY, { library: HERE });
    expect(posted()).toEqual([]);
    world.clock.now += MINUTE;
    await alerts.dispatch();
    expect(posted()).toHaveLength(1);
  });
});

describe('/follow list in Discord', () => {
  it('shows channels and people by their names, and pings nobody', async () => {
    await world.follow('topic', 'ferry', { library: HERE, channel: '501', by: '78' });
    const { message } = await discord().command('follow list');
    expect(textOf(message)).toContain('**ferry** · topic · in <#501>, set up by <@78>, since 2026-03-20');
    const requests = discord().rest.requests.filter(({ path }) => path.includes('/callback'));
    expect(requests.at(-1)?.body).toMatchObject({ data: { allowed_mentions: { parse: [] } } });
  });

  it('has a menu whose choice ends one, for those who may manage the server', async () => {
    await world.follow('topic', 'ferry', { library: HERE, channel: '501' });
    const { message } = await discord().command('follow list');
    await discord().pick(message, 'ferry', { person: OTHER });
    expect(await world.desk(HERE).list()).toHaveLength(1);
    const picked = await discord().pick(message, 'ferry');
    expect(textOf(picked.message)).toBe('Quotes about **ferry** will not be posted in <#501> any more.');
    expect(await world.desk(HERE).list()).toEqual([]);
  });
});

itKeepsToTheDescription();
