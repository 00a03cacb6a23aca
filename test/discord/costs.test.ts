import { describe, expect, it } from 'vitest';
import { createCosts } from '../../src/discord/costs.ts';
import { desk, LIBRARY_COMMANDS } from './library-samples.ts';
import { OTHER, type Where } from './payloads.ts';
import { itKeepsToTheDescription, useStandIn } from './running.ts';
import { personNumber, textOf } from './stand-in.ts';

const running = useStandIn();
const PERSON =
  'That is work for me, so I do it at most 6 times in 10 minutes for one person. Please wait a few minutes.';
const SERVER =
  'That is work for me, so I do it at most 30 times in 10 minutes for one server. Please wait a few minutes.';

/** What `/dig` is answered with, so many times one after the other. */
async function dig(times: number, where: Where = {}): Promise<readonly string[]> {
  const answers: string[] = [];
  for (let time = 0; time < times; time++)
    answers.push(textOf((await running().discord.command('dig', {}, where)).message));
  return answers;
}

describe('a command that is work', () => {
  it('is done six times for one person, wherever they ask, and then refused to them alone', async () => {
    await running().start({ commands: LIBRARY_COMMANDS });
    expect(await dig(6)).toEqual(Array(6).fill('Dug.'));
    expect(await dig(2)).toEqual([PERSON, PERSON]);
    expect(await dig(1, { place: 'dm' })).toEqual([PERSON]);
    expect(await dig(1, { person: OTHER })).toEqual(['Dug.']);
    const { message } = await running().discord.command('dig');
    expect(message.flags & 64).toBe(64);
  });

  it('counts by a button too, and not while it is typed', async () => {
    await running().start({ commands: LIBRARY_COMMANDS });
    const { discord } = running();
    for (let time = 0; time < 10; time++) await discord.typing('dig', 'for', 'gold');
    const { message } = await discord.command('dig');
    for (let time = 0; time < 5; time++)
      expect(textOf((await discord.click(message, 'Again')).message)).toBe('Dug.');
    expect(textOf((await discord.click(message, 'Again')).message)).toBe(PERSON);
  });

  it('counts when its form is sent off, not when it is shown', async () => {
    await running().start({ commands: LIBRARY_COMMANDS, desk });
    const { discord } = running();
    for (let time = 0; time < 7; time++) await discord.open('submit');
    const early = await discord.open('submit');
    for (let time = 0; time < 6; time++) {
      const { message } = await discord.fill(await discord.open('submit'), { text: 'A' });
      expect(textOf(message)).toContain('submit text=A');
    }
    const { message } = await discord.fill(early, { text: 'A' });
    expect(textOf(message)).toBe(PERSON);
  });

  it('is refused before anything is filled into a form', async () => {
    await running().start({ commands: LIBRARY_COMMANDS, desk });
    const { discord } = running();
    for (let time = 0; time < 6; time++) await discord.fill(await discord.open('submit'), { text: 'A' });
    const { message } = await discord.command('submit');
    expect(textOf(message)).toBe(PERSON);
  });

  it('is done thirty times for one server, and still for another', async () => {
    await running().start({ commands: LIBRARY_COMMANDS });
    for (let number = 10; number < 15; number++) await dig(6, { person: personNumber(number) });
    expect(await dig(1)).toEqual([SERVER]);
    expect(await dig(1, { place: 'other-guild' })).toEqual(['Dug.']);
  });

  it('is done again when ten minutes have passed', () => {
    let time = 0;
    const admit = createCosts(() => time);
    for (let use = 0; use < 6; use++) expect(admit('a', null)).toBeNull();
    expect(admit('a', null)).toBe(PERSON);
    time = 600_000;
    expect(admit('a', null)).toBeNull();
  });
});

itKeepsToTheDescription();
