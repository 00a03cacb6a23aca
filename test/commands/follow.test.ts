import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Sight } from '../../src/archive/archive.ts';
import { BUILT_IN, type LibraryId } from '../../src/articles/article.ts';
import type { Asker, Values } from '../../src/commands.ts';
import type { Limits } from '../../src/libraries/limits.ts';
import type { Reply } from '../../src/replies/reply.ts';
import { news, SEED } from '../articles/news.ts';
import { textOf, watch } from '../libraries/watching.ts';
import { openTestStorage } from '../storage/engines.ts';
import { commandOf } from './real.ts';

let world: ReturnType<typeof watch>;
const open = async (limits: Partial<Limits> = {}) => {
  world = watch(await openTestStorage('SQLite'), limits);
  world.show(SEED);
};
beforeEach(() => open());
afterEach(() => world.close());

type Who = Partial<Pick<Asker, 'person' | 'channel' | 'isTrusted'>> & { readonly library?: LibraryId };

const askerOf = ({ library = 'guild:1', ...who }: Who = {}): Asker => ({
  person: '77',
  channel: '500',
  isTrusted: true,
  isManager: true,
  desk: world.followDesk(library),
  ...who,
});
const sightOf = (library: LibraryId = 'guild:1'): Sight => ({
  archive: world.archive,
  libraries: [BUILT_IN, library],
});
const run = async (name: string, values: Values = {}, who: Who = {}): Promise<Reply> =>
  commandOf(`follow ${name}`).run(values, sightOf(who.library), 1, askerOf(who));
const lead = async (...call: Parameters<typeof run>) => textOf((await run(...call)).lead);
const followed = async (library: LibraryId = 'guild:1') =>
  (await world.desk(library).list()).map(({ words, channel }) => `${words} in ${channel}`);

describe('/follow speaker', () => {
  it('says what will be posted, where and how often, with a button to end it', async () => {
    const reply = await run('speaker', { name: 'zelensky' });
    expect(textOf(reply.lead)).toBe(
      'Quotes by Volodymyr Zelensky in articles that come in will be posted in this channel, at most 6 messages an hour.',
    );
    expect(reply.actions?.map(({ label }) => label)).toEqual(['Stop following']);
    expect(await followed()).toEqual(['Volodymyr Zelensky in 500']);

    const [stop] = reply.actions ?? [];
    expect(stop?.command).toBe('follow remove');
    expect(await lead('remove', stop?.values)).toBe(
      'Quotes by Volodymyr Zelensky will not be posted in this channel any more.',
    );
    expect(await followed()).toEqual([]);
  });

  it('says that it is followed there already, however the name is spelled; another channel is another follow', async () => {
    await run('speaker', { name: 'Zelensky' });
    const again = 'Quotes by Volodymyr Zelensky in articles that come in are posted in this channel already.';
    expect(await lead('speaker', { name: 'Zelenskyy' })).toBe(again);
    expect(await lead('speaker', { name: 'volodymyr zelensky' })).toBe(again);
    await run('speaker', { name: 'Zelensky' }, { channel: '501' });
    expect(await followed()).toEqual(['Volodymyr Zelensky in 500', 'Volodymyr Zelensky in 501']);
  });

  it('follows an office, whoever holds it, and says who does', async () => {
    expect(await lead('speaker', { name: 'Ukrainian President' })).toMatch(
      /^Quotes by Ukrainian President in .* an hour\. So far that is Volodymyr Zelensky\.$/,
    );
    expect(await followed()).toEqual(['Ukrainian President in 500']);
  });

  it('follows somebody who is not quoted yet, and asks whether somebody like that was meant', async () => {
    expect(await lead('speaker', { name: 'Ursula von der Leyen' })).toMatch(
      / an hour\. Nobody who is called exactly that is quoted so far\.$/,
    );
    expect(await lead('speaker', { name: 'Zelenski Volodimir' })).toContain('Volodymyr Zelensky');
    expect(await lead('speaker', { name: 'Ruttte Mark' })).toMatch(/so far\. Did you mean Mark Rutte\?$/);
  });

  it('says whom a last name fits where several have it', async () => {
    world.show(news('Olha Rutte said the bridge was closed.', {}, 'guild:1'));
    expect(await lead('speaker', { name: 'Rutte' })).toMatch(
      /So far that is Mark Rutte, Olha Rutte\. To be told of one of them alone, follow a full name\.$/,
    );
    expect(await followed()).toEqual(['Rutte in 500']);
  });

  it('knows nobody who is quoted in another server', async () => {
    world.show(news('Olha Secret said the bridge was closed.', {}, 'guild:2'));
    expect(await lead('speaker', { name: 'Secret' })).toContain('Nobody who is called exactly that');
    expect(await lead('speaker', { name: 'Secret' }, { library: 'guild:2' })).toContain('Olha Secret');
  });
});

describe('/follow topic', () => {
  it('says what will be posted', async () => {
    expect(await lead('topic', { words: '  nuclear   weapons ' })).toBe(
      'Quotes about nuclear weapons in articles that come in will be posted in this channel, at most 6 messages an hour.',
    );
  });

  it.each(['the', 'what about', '...'])('refuses what tells no topic: %s', async (words) => {
    expect(await lead('topic', { words })).toContain(`“${words}” doesn't tell a topic`);
    expect(await followed()).toEqual([]);
  });

  it('refuses more than the limit, and says it', async () => {
    await world.close();
    await open({ follows: 2 });
    for (const words of ['nuclear weapons', 'ferries', 'bridges']) await run('topic', { words });
    expect(await lead('topic', { words: 'bridges' })).toBe(
      'This server follows 2 speakers and topics already, which is the limit: take one away with /follow remove first.',
    );
    expect(await lead('topic', { words: 'ferries' })).toContain('already');
    expect(await followed()).toHaveLength(2);
    expect(await lead('topic', { words: 'bridges' }, { library: 'user:7' })).toContain('will be posted');
  });

  it('refuses where nothing is posted at all', async () => {
    await world.close();
    await open({ alertsAnHour: 0 });
    expect(await lead('topic', { words: 'bridges' })).toBe('Nothing is posted by itself here.');
  });
});

describe('/follow list', () => {
  it('has a line for each, with channel, person and day, and a menu to end one', async () => {
    await run('speaker', { name: 'zelensky' });
    await run('topic', { words: 'bridges' }, { channel: '501', person: '78' });
    await run('topic', { words: 'ferries' }, { library: 'guild:2' });
    const reply = await run('list');
    expect(textOf(reply.lead)).toBe('Followed, 2 of at most 50:');
    expect(reply.lines.map(textOf)).toEqual([
      'Volodymyr Zelensky · speaker · in this channel, set up by you, since 2026-03-20',
      'bridges · topic · in channel 501, set up by person 78, since 2026-03-20',
    ]);
    expect(reply.lines.flat().flatMap(({ mention }) => mention ?? [])).toEqual([
      { kind: 'channel', id: '501' },
      { kind: 'person', id: '78' },
    ]);
    expect(reply.picking?.options.map(({ label, about }) => [label, about])).toEqual([
      ['Volodymyr Zelensky', 'speaker · in this channel'],
      ['bridges', 'topic · in another channel'],
    ]);
    const { command, as, options } = reply.picking ?? { command: '', as: '', options: [] };
    expect(command).toBe('follow remove');
    await run('remove', { [as]: options[1]?.value });
    expect(await followed()).toEqual(['Volodymyr Zelensky in 500']);
  });

  it('says how to follow something where nothing is', async () => {
    expect(await lead('list')).toBe('Nothing is followed yet: /follow speaker and /follow topic do that.');
  });
});

describe('/follow remove', () => {
  beforeEach(async () => {
    await run('topic', { words: 'bridges in Ohio' });
    await run('topic', { words: 'bridges' });
    await run('topic', { words: 'ferries' });
    await run('topic', { words: 'ferries' }, { channel: '501' });
  });

  it('takes the words, those of this channel first', async () => {
    await run('remove', { follow: 'FERRIES' });
    await run('remove', { follow: 'bridges' });
    expect(await followed()).toEqual(['bridges in Ohio in 500', 'ferries in 501']);
    expect(await lead('remove', { follow: 'ferries' })).toBe(
      'Quotes about ferries will not be posted in channel 501 any more.',
    );
  });

  it('asks which where several fit', async () => {
    const reply = await run('remove', { follow: 'br' });
    expect(textOf(reply.lead)).toBe('That fits several: pick one.');
    expect(reply.picking?.options.map(({ label }) => label)).toEqual(['bridges in Ohio', 'bridges']);
    expect(await followed()).toHaveLength(4);
  });

  it('offers what is followed while it is typed, in this channel first', async () => {
    const [option] = commandOf('follow remove').options;
    const offered = async (typed: string, who: Who = {}) =>
      (await option?.suggest?.(typed, sightOf(), askerOf(who)))?.map(({ name }) => name);
    expect(await offered('fer', { channel: '501' })).toEqual([
      'ferries · topic · in this channel',
      'ferries · topic · in another channel',
    ]);
    expect(await offered('')).toHaveLength(4);
    expect(await offered('', { library: 'guild:2' })).toEqual([]);
  });

  it('reaches no follow of another server', async () => {
    const [first] = await world.desk('guild:1').list();
    expect(await lead('remove', { follow: first?.id }, { library: 'guild:2' })).toBe(
      'That is not followed; /follow list shows what is.',
    );
    expect(await followed()).toHaveLength(4);
  });

  it('is for those who may manage the server, and for whoever set it up', async () => {
    const stranger = { person: '99', isTrusted: false };
    expect(await lead('remove', { follow: 'bridges' }, stranger)).toContain('Only those who may manage');
    expect(await followed()).toHaveLength(4);
    await run('remove', { follow: 'bridges' }, { person: '77', isTrusted: false });
    expect(await followed()).toHaveLength(3);
  });
});

it('says that there is no library where there is none', async () => {
  for (const name of ['speaker', 'topic', 'list', 'remove']) {
    const reply = await commandOf(`follow ${name}`).run({}, sightOf(), 1);
    expect(textOf(reply.lead)).toContain('There is no library here');
  }
});
