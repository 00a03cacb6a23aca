import { describe, expect, it } from 'vitest';
import { desk, LIBRARY_COMMANDS } from './library-samples.ts';
import { itKeepsToTheDescription, useStandIn } from './running.ts';
import { buttonsOf, everyPart, type SentMessage, textOf } from './stand-in.ts';

const running = useStandIn();
const startOver = () => running().start({ commands: LIBRARY_COMMANDS, desk });
const bytes = new TextEncoder().encode('The bridge is open, Marcus Bell said.');
const leadOf = (message: SentMessage) => textOf(message).split('\n')[0]?.replaceAll('\\', '');
const readAll = (message: SentMessage) =>
  Promise.all(message.attachments.map(async ({ url }) => (await fetch(url)).text()));
/** The address of the file that a command was given. */
const addressIn = (message: SentMessage) => /file=(\S+)/.exec(leadOf(message) ?? '')?.[1] ?? '';

describe('a file that somebody gives', () => {
  it('is given to the command as the address at which Discord keeps it', async () => {
    await startOver();
    const { discord } = running();
    const file = discord.keep({ name: 'a bridge.txt', bytes, type: 'text/plain' });
    const { message } = await discord.command('submit', { file });
    expect(addressIn(message)).toBe(file.url);
    expect(await (await fetch(addressIn(message))).text()).toBe('The bridge is open, Marcus Bell said.');
  });

  it('is found in a message, as is an address in its text', async () => {
    await startOver();
    const { discord } = running();
    const file = discord.keep({ name: 'bridge.txt', bytes });
    const withFile = await discord.chooseFor('Hand this in', 'Look at that', { files: [file] });
    expect(addressIn(withFile.message)).toBe(file.url);
    expect(withFile.message.flags & 64).toBe(64);
    const withLink = await discord.chooseFor('Hand this in', 'Look: https://news.example/a there');
    expect(leadOf(withLink.message)).toContain('link=https://news.example/a |');
  });

  it('is found in a message that is forwarded, as is its text', async () => {
    await startOver();
    const { discord } = running();
    const file = discord.keep({ name: 'bridge.txt', bytes });
    const forwarding = (message: object) => ({
      message_reference: { type: 1, channel_id: '1300000000000000009', message_id: '1600000000000000099' },
      message_snapshots: [{ message: { type: 0, embeds: [], attachments: [], flags: 0, ...message } }],
    });
    const saying = (message: object) => ({ over: forwarding(message) });
    const withFile = await discord.chooseFor(
      'Hand this in',
      '',
      saying({ content: '', attachments: [file] }),
    );
    expect(addressIn(withFile.message)).toBe(file.url);
    const withLink = await discord.chooseFor(
      'Hand this in',
      '',
      saying({ content: 'https://news.example/b' }),
    );
    expect(leadOf(withLink.message)).toContain('link=https://news.example/b |');
  });

  it('is asked for by a form where a message has neither file nor address', async () => {
    await startOver();
    const { discord } = running();
    const { form } = await discord.openFor('Hand this in', 'nothing of the kind');
    expect(form.title).toBe('Hand in a text');
  });

  it('may be an address that a message shows a preview of', async () => {
    await startOver();
    const embeds = [{ type: 'article', url: 'https://news.example/c', title: 'C' }];
    const { message } = await running().discord.chooseFor('Hand this in', 'C', { over: { embeds } });
    expect(leadOf(message)).toContain('link=https://news.example/c |');
  });
});

describe('a file that comes with a reply', () => {
  it('is sent to the asker alone where the command is private, and shown where it stands', async () => {
    await startOver();
    const { message } = await running().discord.command('hand-out');
    expect(message.flags & 64).toBe(64);
    expect(message.attachments.map(({ filename }) => filename)).toEqual([
      'articles.jsonl',
      'what_is_kept.json',
      '3-what_is_kept.json',
    ]);
    expect(await readAll(message)).toEqual(['{"kept":"all of it"}\n', '{"k', '{"kept":"all of it"}\n']);
    const shown = everyPart(message.components).flatMap(({ file }) => file?.url ?? []);
    expect(shown).toEqual(message.attachments.map(({ url }) => url));
  });

  it('is sent as well where the answer takes long, or has much beside it', async () => {
    await startOver();
    const { discord } = running();
    const slow = await discord.command('hand-out', { how: 'slow' });
    expect(slow.deferred).toBe(true);
    expect(await readAll(slow.message)).toHaveLength(3);
    const cards = (await discord.command('hand-out', { how: 'cards' })).message;
    expect(buttonsOf(cards)).toEqual(['Context', 'Context', 'Context', 'Without']);
  });

  it('is gone with the message that another takes the place of', async () => {
    await startOver();
    const { discord } = running();
    const { message } = await discord.command('hand-out');
    const other = await discord.click(message, 'Without');
    expect([other.kind, other.message.attachments]).toEqual(['update', []]);
  });

  it('is named, and stays out, where it is larger than Discord takes', async () => {
    await startOver();
    const { message } = await running().discord.command('hand-out', { how: 'large' });
    expect(message.attachments.map(({ filename }) => filename)).toEqual([
      'articles.jsonl',
      '3-what_is_kept.json',
    ]);
    expect(textOf(message)).toContain(
      'what\\_is\\_kept.json has 10.1 MB, more than Discord takes here: 10 MB.',
    );
  });
});

itKeepsToTheDescription();
