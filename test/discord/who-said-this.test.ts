import { describe, expect, it } from 'vitest';
import { createMemoryArchive } from '../../src/archive/memory-archive.ts';
import { loadCommands } from '../../src/load-commands.ts';
import { contextReply } from '../../src/replies/context.ts';
import { SEED } from '../articles/news.ts';
import { itKeepsToTheDescription, useStandIn } from './running.ts';
import { textOf } from './stand-in.ts';

const running = useStandIn();
const commands = await loadCommands();

/** What somebody sees who picks "Who said this?" for a message. */
async function choose(content: string) {
  await running().start({ commands, archive: createMemoryArchive([SEED]), context: contextReply });
  return (await running().discord.chooseFor('Who said this?', content)).message;
}

describe('“Who said this?” in the menu of a message', () => {
  it('tells the asker alone who did, with the words that differ marked', async () => {
    const message = await choose(
      'lol "Kyiv very much wants EU membership, as it would solve many problems" – Zelensky',
    );
    expect(message.flags & 64).toBe(64);
    expect(textOf(message).split('\n').slice(0, 4)).toEqual([
      'Altered, in a name: Volodymyr Zelensky, Ukrainian President said it otherwise.',
      'Kyiv very much wants ~~EU~~ **NATO** membership, as it would solve many problems',
      '~~not in the article~~ **in the article only**',
      '**Volodymyr Zelensky**, Ukrainian President',
    ]);
  });

  it('tells that somebody else did', async () => {
    const message = await choose(
      'Trump: "We have never promised Ukraine that it would become a NATO member"',
    );
    expect(textOf(message)).toMatch(
      /^Nobody called “Trump” is quoted in these articles. Mark Rutte, NATO Secretary General said that, word for word\.\n/,
    );
  });

  it('keeps within what Discord takes for the longest of messages', async () => {
    const words = 'We have never promised Ukraine ~~that~~ **it** would become a NATO member. ';
    const message = await choose(words.repeat(60).slice(0, 4000));
    expect(textOf(message)).not.toBe('');
  });

  itKeepsToTheDescription();
});
