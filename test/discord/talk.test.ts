import { describe, expect, it } from 'vitest';
import { createMemoryArchive } from '../../src/archive/memory-archive.ts';
import type { Article } from '../../src/articles/article.ts';
import { TALK_LIMIT } from '../../src/discord/talk.ts';
import { loadCommands } from '../../src/load-commands.ts';
import { contextReply } from '../../src/replies/context.ts';
import { news, SEED } from '../articles/news.ts';
import { ASKER, BOT_USER, IDS, nextId } from './payloads.ts';
import { itKeepsToTheDescription, useStandIn } from './running.ts';
import { type SentMessage, textOf } from './stand-in.ts';

const running = useStandIn();
const commands = await loadCommands();
const QUESTION = 'who said NATO membership is unlikely';
const ABOUT_NATO = 'what did Rutte say about NATO';

const startOver = (...articles: readonly Article[]) =>
  running().start({
    commands,
    archive: createMemoryArchive(articles.length === 0 ? [SEED] : articles),
    context: contextReply,
  });

/** The bold name that the first card of a message begins with. */
const speakerOf = (message: SentMessage) => /\*\*(.+?)\*\*/.exec(textOf(message))?.[1];
/** The quotes of a message: its lines that begin as a block quote. */
const quotesOf = (message: SentMessage) =>
  textOf(message)
    .split('\n')
    .filter((line) => line.startsWith('> '));
const ask = (question: string) => running().discord.say(question);
const replyTo = (message: SentMessage, text: string) => running().discord.say(text, { replyTo: message });
/** What the bot has posted when it has answered a question that comes after all the rest. */
async function postedBesides(question = QUESTION): Promise<readonly SentMessage[]> {
  const last = await ask(question);
  return running().discord.rest.posted.filter((message) => message.id !== last.id);
}

describe('a message to the bot', () => {
  it('that mentions it is answered as /ask would, as a reply that pings nobody', async () => {
    await startOver();
    const { discord } = running();
    const answer = await ask(QUESTION);
    const command = await discord.command('ask', { question: QUESTION });
    expect(textOf(answer)).toBe(textOf(command.message));
    expect(speakerOf(answer)).toBe('Michael Waltz');
    const [request] = discord.rest.requests.filter(({ path }) => path.endsWith('/messages'));
    expect(request?.path).toBe(`/channels/${IDS.channel}/messages`);
    expect(request?.body).toMatchObject({
      allowed_mentions: { parse: [] },
      message_reference: { fail_if_not_exists: false },
    });
  });
  it('is answered in direct messages, without a mention', async () => {
    await startOver();
    const answer = await running().discord.say(QUESTION, { place: 'dm' });
    expect(speakerOf(answer)).toBe('Michael Waltz');
    expect(answer).toMatchObject({ channel_id: IDS.dm });
  });
  it('may mention it anywhere, and by its own role', async () => {
    await startOver();
    const { discord } = running();
    const nick = await discord.say('', {
      over: { content: `who said NATO <@!${IDS.bot}> membership is unlikely` },
    });
    const role = await discord.say('', {
      mentions: [],
      roles: [IDS.botRole],
      over: { content: `<@&${IDS.botRole}> ${QUESTION}` },
    });
    expect([nick, role].map(speakerOf)).toEqual(['Michael Waltz', 'Michael Waltz']);
  });
  it('without words is answered with how to ask', async () => {
    await startOver();
    expect(textOf(await ask(''))).toMatch(/^Ask me who said what/);
    expect(textOf(await running().discord.say('', { place: 'dm' }))).toMatch(/^Ask me who said what/);
  });
  it('names other people who are mentioned in it', async () => {
    await startOver();
    const answer = await running().discord.say('', {
      mentions: [BOT_USER, { ...ASKER, id: '1400000000000000009', global_name: 'Rutte' }],
      over: { content: `<@${IDS.bot}> what did <@1400000000000000009> say about peace` },
    });
    expect(speakerOf(answer)).toBe('Mark Rutte');
  });
  it('of thousands of characters is answered, for as much of it as a question may have', async () => {
    await startOver();
    const long = await ask(`${QUESTION} ${'and that the bridge is closed '.repeat(130)}`);
    expect(textOf(long).length).toBeGreaterThan(0);
    expect(speakerOf(await replyTo(long, QUESTION))).toBe('Michael Waltz');
  });

  it('sees the articles of its own server or person, and no others', async () => {
    const inGuild = news('Lena Ortiz said the ferry was sold.', {}, `guild:${IDS.guild}`);
    const ofAsker = news('Marcus Bell said the ferry was sunk.', {}, `user:${IDS.asker}`);
    await startOver(inGuild, ofAsker);
    const { discord } = running();
    expect(speakerOf(await discord.say('who talked about the ferry'))).toBe('Lena Ortiz');
    expect(speakerOf(await discord.say('who talked about the ferry', { place: 'dm' }))).toBe('Marcus Bell');
  });
});

describe('no answer is given', () => {
  it.each<[string, object]>([
    ['to everybody', { mention_everyone: true, content: `@everyone ${QUESTION}` }],
    ['to another role', { mention_roles: [IDS.otherRole], content: `<@&${IDS.otherRole}> ${QUESTION}` }],
    ['to nobody, of which Discord gives no text', { content: '' }],
    ['by another bot', { author: { ...ASKER, bot: true }, mentions: [BOT_USER] }],
    ['by the bot itself', { author: BOT_USER, mentions: [BOT_USER] }],
    ['by a webhook', { webhook_id: nextId(), mentions: [BOT_USER] }],
    ['by Discord: somebody joins', { type: 7, mentions: [BOT_USER] }],
  ])('to a message %s', async (_, over) => {
    await startOver();
    running().discord.write(QUESTION, { over });
    expect(await postedBesides()).toEqual([]);
  });

  it('to a reply that does not ping the bot, of which Discord gives no text', async () => {
    await startOver();
    const answer = await ask(QUESTION);
    running().discord.write('', { replyTo: answer });
    expect(await postedBesides()).toEqual([answer]);
  });

  it('once more when a message is edited', async () => {
    await startOver();
    const { discord } = running();
    const message = discord.write(`<@${IDS.bot}> ${QUESTION}`, { mentions: [BOT_USER] });
    await expect.poll(() => discord.rest.posted.length).toBe(1);
    discord.gateway.dispatch('MESSAGE_UPDATE', { ...message, edited_timestamp: '2026-01-01T00:00:01Z' });
    expect(await postedBesides()).toHaveLength(1);
  });

  it('to thanks', async () => {
    await startOver();
    const answer = await ask(QUESTION);
    running().discord.write('thanks!', { replyTo: answer, mentions: [BOT_USER] });
    expect(await postedBesides()).toEqual([answer]);
  });

  it('where the bot may not write, which the log has without what was asked', async () => {
    await startOver();
    const { discord, log } = running();
    discord.rest.faults.push({
      path: /\/messages$/,
      answer: { status: 403, body: { code: 50013, message: 'Missing Permissions' } },
    });
    discord.write(`<@${IDS.bot}> ${QUESTION}`, { mentions: [BOT_USER] });
    await expect.poll(() => log.map(({ msg }) => msg)).toContain('An answer could not be sent.');
    expect(JSON.stringify(log)).not.toContain('unlikely');
    expect(speakerOf(await ask(QUESTION))).toBe('Michael Waltz');
  });
});

describe('whoever writes a great deal', () => {
  it('is told once to wait, while others are answered', async () => {
    await startOver();
    const { discord } = running();
    for (let at = 0; at < TALK_LIMIT.most; at++) await ask(QUESTION);
    expect(textOf(await ask(QUESTION))).toContain('please wait');
    discord.write(`<@${IDS.bot}> ${QUESTION}`, { mentions: [BOT_USER] });
    const other = { ...ASKER, id: '1400000000000000002' };
    const answer = await discord.say(QUESTION, { over: { author: other } });
    expect(speakerOf(answer)).toBe('Michael Waltz');
    expect(discord.rest.posted).toHaveLength(TALK_LIMIT.most + 2);
  });
});

describe('a failure', () => {
  it('is told in one line with an id, under which the log has the cause', async () => {
    const fails = commands.map((command) =>
      command.name === 'ask'
        ? {
            ...command,
            run: () => {
              throw new Error('the archive has burnt down');
            },
          }
        : command,
    );
    await running().start({ commands: fails, archive: createMemoryArchive([SEED]) });
    const text = textOf(await ask(QUESTION));
    const errorId = /`([0-9a-f]{8})`/.exec(text)?.[1];
    expect(text).not.toContain('burnt');
    expect(running().log.find((line) => line.errorId === errorId)).toMatchObject({
      err: { message: 'the archive has burnt down' },
    });
  });
});

describe('a reply to an answer', () => {
  it.each([
    ['and Zelensky?', 'Volodymyr Zelensky', 'NATO'],
    ['what about the foreign minister', 'Andriy Sybiha', 'NATO'],
    ['and about Russia?', 'Mark Rutte', 'Russia'],
  ])('goes on from it: %s', async (followUp, speaker, words) => {
    await startOver();
    const answer = await replyTo(await ask(ABOUT_NATO), followUp);
    expect(speakerOf(answer)).toBe(speaker);
    expect(quotesOf(answer).join()).toContain(words);
  });

  it('asks about the statement that was shown first', async () => {
    await startOver();
    const answer = await ask('what did Zelensky say about membership');
    const [first] = quotesOf(answer);
    for (const followUp of ['when?', 'where did he say that', 'who said that', 'source?'])
      expect(quotesOf(await replyTo(answer, followUp)).map((line) => line.replaceAll('**', ''))).toEqual([
        first?.replaceAll('**', ''),
      ]);
  });

  it('"where?" says that the article does not tell, where it does not', async () => {
    await startOver();
    const answer = await ask(QUESTION);
    expect(textOf(await replyTo(answer, 'when?'))).toContain('on March 16');
    expect(textOf(await replyTo(answer, 'where?'))).toMatch(
      /^The article does not tell where that was said:/,
    );
  });

  it('"did he?" shows the paragraph, from which one can still go on', async () => {
    await startOver();
    const paragraph = await replyTo(await ask(QUESTION), 'did he really say that?');
    expect(textOf(paragraph)).toContain('noting that this view is shared');
    expect(speakerOf(await replyTo(paragraph, 'and Zelensky?'))).toBe('Volodymyr Zelensky');
  });

  it('"what else?" turns the page, and behind the last one tells what else the speaker says', async () => {
    await startOver();
    const pages = [await ask(ABOUT_NATO)];
    for (let at = 0; at < 8; at++) {
      const last = pages.at(-1) as SentMessage;
      // A person has only so many messages in ten seconds.
      const author = { ...ASKER, id: `140000000000000010${at}` };
      pages.push(await running().discord.say('what else?', { replyTo: last, over: { author } }));
      if (textOf(pages.at(-1) as SentMessage).startsWith('That was all.')) break;
    }
    const quotes = pages.flatMap(quotesOf).map((line) => line.replaceAll('**', ''));
    expect(new Set(quotes).size).toBe(8);
    expect(quotes).toHaveLength(8);
    expect(pages.some((page) => textOf(page).includes('What else Mark Rutte says:'))).toBe(true);
  });

  it('goes on from a follow-up as from a question', async () => {
    await startOver();
    const second = await replyTo(await ask(ABOUT_NATO), 'and Zelensky?');
    const third = await replyTo(second, 'and Waltz?');
    const fourth = await replyTo(third, 'what did he say about other states');
    expect([second, third, fourth].map(speakerOf)).toEqual([
      'Volodymyr Zelensky',
      'Michael Waltz',
      'Michael Waltz',
    ]);
  });

  it('goes on from what a command has answered, and from "nobody said that"', async () => {
    await startOver();
    const { discord } = running();
    const { message: quotes } = await discord.command('quote', { speaker: 'Rutte', about: 'NATO' });
    expect(speakerOf(await replyTo(quotes, 'and Zelensky?'))).toBe('Volodymyr Zelensky');
    const { message: nobody } = await discord.command('ask', { question: 'who talked about **pineapples**' });
    expect(textOf(nobody)).toBe(
      'Nobody in these articles said that.\n-# who talked about \\*\\*pineapples\\*\\*',
    );
    expect(speakerOf(await replyTo(nobody, 'and about membership?'))).not.toBeUndefined();
  });

  it('goes on from what /check has found', async () => {
    await startOver();
    const { discord } = running();
    const statement = 'Kyiv very much wants NATO membership, as it would solve many problems';
    const { message } = await discord.command('check', { statement });
    expect(textOf(await replyTo(message, 'when?'))).toContain('On March 20');
    expect(speakerOf(await replyTo(message, 'what else?'))).toBe('Volodymyr Zelensky');
    const { message: long } = await discord.command('check', {
      statement: `“${statement}.” ${'x1 '.repeat(400)}`,
    });
    expect(textOf(await replyTo(long, 'when?'))).toContain('On March 20');
  });

  it('is a question of its own where it is one', async () => {
    await startOver();
    expect(speakerOf(await replyTo(await ask(ABOUT_NATO), QUESTION))).toBe('Michael Waltz');
  });

  it('goes on after a restart, in a server and in direct messages', async () => {
    const before = await startOver();
    const { discord } = running();
    const inGuild = await ask(ABOUT_NATO);
    const dm = await discord.say(ABOUT_NATO, { place: 'dm' });
    await before.stop();
    await startOver();
    expect(speakerOf(await replyTo(inGuild, 'and Zelensky?'))).toBe('Volodymyr Zelensky');
    const again = await discord.say('and Zelensky?', { place: 'dm', replyTo: dm });
    expect(speakerOf(again)).toBe('Volodymyr Zelensky');
  });

  it('fetches the message where Discord has not sent it along', async () => {
    await startOver();
    const answer = await ask(ABOUT_NATO);
    const { discord } = running();
    const over = { referenced_message: undefined };
    await ask(QUESTION);
    await ask(QUESTION);
    const reply = await discord.say('and Zelensky?', { replyTo: answer, over });
    expect(speakerOf(reply)).toBe('Volodymyr Zelensky');
    expect(discord.rest.requests.map(({ path }) => path)).toContain(
      `/channels/${IDS.channel}/messages/${answer.id}`,
    );
  });
});

describe('a reply to a message without an answer in it', () => {
  const FORGOTTEN = /^I can’t tell any more what that is about/;

  it.each<[string, (answer: SentMessage) => object | null]>([
    ['that is deleted', () => null],
    ['of somebody else', (answer) => ({ ...answer, author: ASKER, components: [], content: '' })],
    ['of another bot', (answer) => ({ ...answer, author: { ...BOT_USER, id: '1100000000000000009' } })],
    ['of the bot, without state', (answer) => ({ ...answer, components: [] })],
    [
      'of the bot, with foreign buttons',
      (answer) => ({
        ...answer,
        components: [
          { type: 1, id: 1, components: [{ type: 2, id: 2, style: 2, label: 'x', custom_id: 'x' }] },
        ],
      }),
    ],
  ])('%s is a question of its own', async (_, change) => {
    await startOver();
    const { discord } = running();
    const answer = await ask(ABOUT_NATO);
    await ask(QUESTION);
    await ask(QUESTION);
    discord.rest.messages.clear();
    const mention = (text: string) =>
      discord.say(text, {
        replyTo: answer,
        over: { content: `<@${IDS.bot}> ${text}`, referenced_message: change(answer) },
      });
    expect(textOf(await mention('when?'))).toMatch(FORGOTTEN);
    expect(speakerOf(await mention(QUESTION))).toBe('Michael Waltz');
  });
});

itKeepsToTheDescription();
