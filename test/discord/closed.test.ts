import { beforeAll, describe, expect, it } from 'vitest';
import { createMemoryArchive } from '../../src/archive/memory-archive.ts';
import { BUILT_IN } from '../../src/articles/article.ts';
import type { Command } from '../../src/commands.ts';
import { loadCommands } from '../../src/load-commands.ts';
import { answerQuestion } from '../../src/questions/answer-question.ts';
import { SEED } from '../articles/news.ts';
import type { Where } from './payloads.ts';
import { personNumber } from './places.ts';
import { useStandIn } from './running.ts';
import { everyPart, type SentMessage, textOf } from './stand-in.ts';
import { newsPage, newsUrl, useDesks } from './with-desks.ts';

const running = useStandIn();
const startWithDesks = useDesks(running);
const commands = await loadCommands();

// The models are loaded by whoever first needs them, which takes longer than Discord waits.
beforeAll(() => void answerQuestion('who said it', createMemoryArchive([SEED]), [BUILT_IN]));

/** What only the server's own articles hold, and nobody types here. */
const SECRET = /Zelda|ninth|Nine keys|Hidden Gazette|keeper|secret-feed|gazette\.pdf/i;

const PAGE = newsPage('Nine keys were found', 'Hidden Gazette', [
  'The keeper of the vault, Zelda Quux, said on Monday that the ninth key had been under the mat the whole time.',
  '“Nobody has ever looked for the ninth key where it was,” Quux said, and the guards agreed with her at once.',
  'The vault was closed for the day, and the guards, who had searched for weeks, went home to their families.',
]);
const FEED = `<?xml version="1.0"?><rss version="2.0"><channel><title>Hidden Gazette</title>
  <link>http://news.example/</link><description>Keys</description></channel></rss>`;

/** Where else the bot is used, by whom; each of them may manage the place where that can be. */
const ELSEWHERE: readonly (readonly [string, Where])[] = [
  ['another server', { place: 'other-guild', manages: true }],
  ['a direct message', { place: 'dm' }],
  ['a server that somebody brings it along to', { place: 'foreign-guild', manages: true }],
  ['a message among several people', { place: 'group' }],
];

/** Words to fish with, for the options of every command by their names. */
const FISHING: Readonly<Record<string, string>> = {
  question: 'what did Quux say about the key',
  statement: 'Quux: “Nobody has ever looked for the key”',
  speaker: 'Quux',
  about: 'key',
  article: 'keys',
  search: 'key',
  feed: 'gazette',
  follow: 'Quux',
  name: 'Quux',
  words: 'vault key',
  url: 'http://news.example:1/none',
  link: 'http://news.example:1/none',
};

/** Values for those of a command's options that are words. */
const fished = ({ options }: Command) =>
  Object.fromEntries(
    options.flatMap(({ name, kind, choices }) =>
      kind === 'file' || choices !== undefined || FISHING[name] === undefined ? [] : [[name, FISHING[name]]],
    ),
  );

/** A person of their own for each thing that is tried, so that nobody is told to wait. */
function people() {
  let last = 10;
  return () => {
    last = last === 99 ? 10 : last + 1;
    return personNumber(last);
  };
}

const hasForm = (command: Command) => command.form?.isWanted(fished(command)) ?? false;

/** Runs every command there, but for those that are `left` out, and gives the messages. */
async function everyCommand(
  where: Where,
  next: () => Where['person'],
  left: RegExp = /^$/,
): Promise<readonly SentMessage[]> {
  const { discord } = running();
  const messages: SentMessage[] = [];
  for (const command of commands) {
    if (hasForm(command) || left.test(command.name)) continue;
    const at = { ...where, ...(where.place === 'dm' ? {} : { person: next() }) } as Where;
    messages.push((await discord.command(command.name, fished(command), at)).message);
  }
  return messages;
}

/** Uses every button and every option of every menu of some messages there, and gives what comes of it. */
async function everyComponent(
  messages: readonly SentMessage[],
  where: Where,
  next: () => Where['person'],
): Promise<readonly SentMessage[]> {
  const { discord } = running();
  const came: SentMessage[] = [];
  for (const message of messages) {
    for (const { type, custom_id: id, disabled, options = [] } of everyPart(message.components)) {
      const at = { ...where, ...(where.place === 'dm' ? {} : { person: next() }) } as Where;
      if (type === 2 && id !== undefined && !disabled)
        came.push((await discord.click(message, id, at)).message);
      for (const { label } of options) came.push((await discord.pick(message, label, at)).message);
    }
  }
  return came;
}

/** Fills a server's library with an article, a feed and follows, and gives every message that shows something of it. */
async function fillServer() {
  const started = await startWithDesks({ builtIn: [SEED] });
  const { discord } = running();
  const { web } = started;
  web.serve('/keys', { body: PAGE });
  web.serve('/secret-feed.xml', { body: FEED, headers: { 'content-type': 'application/rss+xml' } });
  const next = people();
  const manager = (): Where => ({ person: next(), manages: true });
  const run = async (name: string, values: Readonly<Record<string, string>> = {}) =>
    (await discord.command(name, values, manager())).message;
  const shown = [
    await run('add', { link: newsUrl(web, '/keys') }),
    await run('feed add', { url: newsUrl(web, '/secret-feed.xml') }),
    await run('follow speaker', { name: 'Zelda Quux' }),
    await run('follow topic', { words: 'the ninth key' }),
    ...(await everyCommand({ place: 'guild', manages: true }, next, /^(?:feed|follow) remove$/)),
  ];
  const further = await everyComponent(
    shown.filter((message) => !/Undo|Erase|Remove|Stop/.test(JSON.stringify(message.components))),
    { place: 'guild', manages: true },
    next,
  );
  return { ...started, next, run, shown: [...shown, ...further] };
}

describe("a server's library", () => {
  it('is shown in the server itself by what is tried here elsewhere', async () => {
    const { shown } = await fillServer();
    const telling = shown.filter((message) => SECRET.test(textOf(message)));
    expect(telling.length).toBeGreaterThan(10);
  });

  it.each(ELSEWHERE)('shows nothing in %s, by no command', async (_, where) => {
    const { next } = await fillServer();
    for (const message of await everyCommand(where, next)) expect(textOf(message)).not.toMatch(SECRET);
  });

  it.each(ELSEWHERE)(
    'shows nothing in %s, by no button and no menu that is copied there',
    async (_, where) => {
      const { next, shown, desks, run } = await fillServer();
      const came = await everyComponent(shown, where, next);
      expect(came.length).toBeGreaterThan(20);
      for (const message of came) expect(textOf(message)).not.toMatch(SECRET);
      const desk = desks.desk('guild:1200000000000000001');
      expect(desk.articles()).toHaveLength(1);
      expect(await desk.feeds.list()).toHaveLength(1);
      expect((await desk.follows.list()).length).toBeGreaterThan(1);
      expect(textOf(await run('quote', { speaker: 'Zelda Quux' }))).toMatch(SECRET);
    },
  );

  it.each(ELSEWHERE)('offers nothing in %s while an option is typed', async (_, where) => {
    const { next } = await fillServer();
    const { discord } = running();
    for (const command of commands)
      for (const option of command.options.filter(({ suggest }) => suggest !== undefined))
        for (const typed of ['', FISHING[option.name] ?? 'key']) {
          const at = { ...where, ...(where.place === 'dm' ? {} : { person: next() }) } as Where;
          const choices = await discord.typing(command.name, option.name, typed, at);
          expect(JSON.stringify(choices)).not.toMatch(SECRET);
        }
  });

  it('is not what a mention elsewhere, or a reply to a message of the server, is answered from', async () => {
    const { shown, next } = await fillServer();
    const { discord } = running();
    const asked = ['when?', 'what else?', 'source?', 'more'];
    for (const [i, replyTo] of shown.slice(0, 12).entries()) {
      const words = asked[i % asked.length] ?? '';
      const person = next();
      const reply = await discord.say(words, { place: 'other-guild', replyTo, over: { author: person } });
      expect(textOf(reply)).not.toMatch(SECRET);
    }
    for (const place of ['other-guild', 'dm'] as const) {
      const question = 'what did Quux say about the key';
      expect(textOf(await discord.say(question, { place }))).not.toMatch(SECRET);
      const [replyTo = null] = shown;
      expect(textOf(await discord.say('what else?', { place, replyTo }))).not.toMatch(SECRET);
    }
  });

  it('alerts its own channels alone', async () => {
    const { next, web, run } = await fillServer();
    const { discord } = running();
    const there: Where = {
      place: 'other-guild',
      person: next() as NonNullable<Where['person']>,
      manages: true,
    };
    await discord.command('follow speaker', { name: 'Zelda Quux' }, there);
    await discord.command('follow topic', { words: 'the ninth key' }, there);
    web.serve('/more', {
      body: newsPage('A key for everybody', 'Hidden Gazette', [
        'Zelda Quux said on Friday that the ninth key would be copied for every guard before the year was over.',
        'The guards welcomed it, since they had waited for a key of their own for as long as they could remember.',
        'The vault stays closed at night, and its doors are watched by two guards and a dog from dusk till dawn.',
      ]),
    });
    await run('add', { link: newsUrl(web, '/more') });
    await expect
      .poll(() => discord.rest.posted.filter((message) => SECRET.test(textOf(message))).length, {
        timeout: 8000,
      })
      .toBe(1);
    await new Promise((resolve) => setTimeout(resolve, 500));
    const channels = discord.rest.posted
      .filter((message) => SECRET.test(textOf(message)))
      .map(({ channel_id }) => channel_id);
    expect(new Set(channels)).toEqual(new Set(['1300000000000000001']));
  });
});
