import { describe, expect, it } from 'vitest';
import { createMemoryArchive } from '../../src/archive/memory-archive.ts';
import { loadCommands } from '../../src/load-commands.ts';
import { contextReply } from '../../src/replies/context.ts';
import { news } from '../articles/news.ts';
import { itKeepsToTheDescription, useStandIn } from './running.ts';
import { type SentMessage, textOf } from './stand-in.ts';

const running = useStandIn();
const commands = await loadCommands();

/** An article a month of 2016, in each of which Lena Ortiz says one thing, and one without a date. */
const ARTICLES = [
  ...Array.from({ length: 12 }, (_, at) =>
    news(`Lena Ortiz said that the tide was at mark ${at + 1}.`, {
      file: `${at}.txt`,
      published: `2016-${String(at + 1).padStart(2, '0')}-15`,
    }),
  ),
  news('Lena Ortiz said that the tide was at mark 100.', { file: 'undated.txt', published: null }),
];

const start = () =>
  running().start({ commands, archive: createMemoryArchive(ARTICLES), context: contextReply });
/** The marks that the statements of a message tell, in their order. */
const marksOf = (message: SentMessage) =>
  [
    ...textOf(message)
      .replaceAll('*', '')
      .matchAll(/at mark (\d+)/g),
  ].map(([, mark]) => Number(mark));

describe('/quote for a time in Discord', () => {
  it('keeps its time and its order from page to page, also after a restart', async () => {
    const before = await start();
    const { discord } = running();
    const values = { speaker: 'Ortiz', since: 'march 2016', until: '2016-10-31', order: 'newest' };
    const first = (await discord.command('quote', values)).message;
    await before.stop();
    await start();
    const second = (await discord.click(first, 'Next')).message;
    const third = (await discord.click(second, 'Next')).message;
    expect([first, second, third].map(marksOf)).toEqual([
      [10, 9, 8],
      [7, 6, 5],
      [4, 3],
    ]);
  });

  it('turns pages with every option at its longest that anybody types', async () => {
    await start();
    const { discord } = running();
    const values = {
      speaker: 'Lena Ortiz',
      about: 'the tide at its mark in the harbour of the old town below the bridge and the ferry',
      kind: 'indirect',
      since: 'the beginning of january 2016',
      until: 'the 31st of december 2016',
      order: 'oldest',
    };
    const first = (await discord.command('quote', { ...values, about: 'the tide at its mark' })).message;
    expect(marksOf((await discord.click(first, 'Next')).message)).toEqual([4, 5, 6]);
    expect(textOf((await discord.command('quote', values)).message)).not.toBe('');
  });

  it('says in a sentence that a date can’t be read', async () => {
    await start();
    const { message } = await running().discord.command('quote', { speaker: 'Ortiz', since: 'soon' });
    expect(textOf(message)).toBe(
      '“soon” is no date that I can read: try 2016-08-01, August 2016 or last Monday.',
    );
  });

  itKeepsToTheDescription();
});
