import { describe, expect, it } from 'vitest';
import { createMemoryArchive } from '../../src/archive/memory-archive.ts';
import type { Article } from '../../src/articles/article.ts';
import { checkMessage } from '../../src/discord/limits.ts';
import { choosingParts } from '../../src/discord/menu.ts';
import { loadCommands } from '../../src/load-commands.ts';
import { contextReply } from '../../src/replies/context.ts';
import { news } from '../articles/news.ts';
import { itKeepsToTheDescription, useStandIn } from './running.ts';
import { everyPart, type SentMessage, textOf } from './stand-in.ts';

const running = useStandIn();
const commands = await loadCommands();
const QUESTION = 'what did Keller say about the bridge';
const ANNA = news(
  'Anna Keller, the mayor, said the bridge was safe. Anna Keller said the bridge was new. Anna Keller said the bridge was long. Anna Keller said the bridge was wide.',
  { file: 'a.txt' },
);
const BRUNO = news('Bruno Keller, an engineer, said the bridge was old.', { file: 'b.txt' });

const startOver = (...articles: readonly Article[]) =>
  running().start({
    commands,
    archive: createMemoryArchive(articles.length === 0 ? [ANNA, BRUNO] : articles),
    context: contextReply,
  });
const menuOf = (message: SentMessage) =>
  everyPart(message.components).find(({ options }) => options !== undefined);
const speakersOf = (message: SentMessage) => [
  ...new Set([...textOf(message).matchAll(/^\*\*(.+?)\*\*/gm)].map(([, name]) => name)),
];

describe('where a name fits two people', () => {
  it('an answer asks which one, below what it has', async () => {
    await startOver();
    const { message } = await running().discord.command('ask', { question: QUESTION });
    expect(speakersOf(message)).toContain('Anna Keller');
    expect(textOf(message)).toMatch(/\nWhich Keller\?$/);
    expect(menuOf(message)).toMatchObject({
      placeholder: 'Which Keller?',
      options: [
        { label: 'Anna Keller', value: 'anna-keller', description: 'mayor · 4 quotes' },
        { label: 'Bruno Keller', value: 'bruno-keller', description: 'engineer · 1 quote' },
      ],
    });
  });

  it('the same question is answered for the one who is picked, and another can be picked then', async () => {
    await startOver();
    const { discord } = running();
    const { message } = await discord.command('ask', { question: QUESTION });
    const bruno = await discord.pick(message, 'Bruno Keller');
    expect(bruno.kind).toBe('update');
    expect(speakersOf(bruno.message)).toEqual(['Bruno Keller']);
    expect(menuOf(bruno.message)?.options?.map((option) => option.default ?? false)).toEqual([false, true]);
    const anna = await discord.pick(bruno.message, 'Anna Keller');
    expect(speakersOf(anna.message)).toEqual(['Anna Keller']);
    const second = await discord.click(anna.message, 'Next');
    expect(speakersOf(second.message)).toEqual(['Anna Keller']);
  });

  it('the choice is kept by what is said to the answer, also after a restart', async () => {
    const before = await startOver();
    const { discord } = running();
    const asked = await discord.say(QUESTION);
    await before.stop();
    await startOver();
    const bruno = (await discord.pick(asked, 'Bruno Keller')).message;
    expect(speakersOf(bruno)).toEqual(['Bruno Keller']);
    expect(speakersOf(await discord.say('about the age of the bridge', { replyTo: bruno }))).toEqual([
      'Bruno Keller',
    ]);
  });

  it('a long question is kept as well, where nothing is found', async () => {
    await startOver();
    const { discord } = running();
    const question = `what did Keller say about ${'xylophones and zeppelins and '.repeat(6)}quinoa`;
    const { message } = await discord.command('ask', { question });
    const { message: picked } = await discord.pick(message, 'Bruno Keller');
    expect(menuOf(picked)?.options?.map((option) => option.default ?? false)).toEqual([false, true]);
  });

  it('only those are offered and taken whom the asker may see', async () => {
    await startOver(ANNA, BRUNO, news('Clara Keller said the bridge was ugly.', {}, 'guild:1'));
    const { discord } = running();
    const { message } = await discord.command('ask', { question: QUESTION });
    expect(menuOf(message)?.options?.map(({ label }) => label)).toEqual(['Anna Keller', 'Bruno Keller']);
    const forged = {
      ...message,
      components: JSON.parse(JSON.stringify(message.components).replaceAll('bruno-keller', 'clara-keller')),
    };
    const refused = await discord.pick(forged, 'Bruno Keller');
    expect(refused.kind).toBe('message');
    expect(textOf(refused.message)).toBe('Nobody by that name is in the articles any more.');
  });

  it('a menu whose question is lost says that it is out of date', async () => {
    await startOver();
    const { discord } = running();
    const { message } = await discord.command('ask', { question: QUESTION });
    const menu = menuOf(message);
    const bare = {
      ...message,
      components: [{ type: 1, components: [{ ...menu, type: 3, custom_id: 'm:' }] }],
    };
    expect(textOf((await discord.pick(bare, 'Bruno Keller')).message)).toContain('out of date');
  });
});

it('a menu keeps to Discord’s limits', () => {
  const people = Array.from({ length: 40 }, (_, at) => ({
    id: at === 3 ? 'x'.repeat(101) : `speaker-${at}`,
    name: `Name ${'long '.repeat(40)}`,
    about: 'a role '.repeat(40),
  }));
  const parts = choosingParts({ prompt: 'Which? '.repeat(60), people, chosen: 'speaker-1' }, 'm:');
  expect(() => checkMessage(parts)).not.toThrow();
});

itKeepsToTheDescription();
