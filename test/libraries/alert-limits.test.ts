import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Post } from '../../src/libraries/alert-posting.ts';
import type { StoragePlace } from '../../src/storage/open-storage.ts';
import { describeEngines, newPlace, openTestStorage } from '../storage/engines.ts';
import { HOUR, leadOf, linesOf, MINUTE, textOf, watch, wordsOf } from './watching.ts';

const BRIDGE = 'Mayor Lena Ortiz said on Tuesday that the bridge would stay closed until May.';
const FERRY = '“The ferry runs twice a day,” Lena Ortiz said.';
const PIER = 'Lena Ortiz warned that the pier was older than the plans.';
const ISLAND = 'Lena Ortiz said the island would get a doctor in June.';

describeEngines('alerts in a channel', (engine) => {
  let world: ReturnType<typeof watch>;
  let place: StoragePlace;
  const open = async (limits: Parameters<typeof watch>[1] = {}) => {
    place = await newPlace(engine);
    return watch(await openTestStorage(engine, place), limits);
  };
  beforeEach(async () => {
    world = await open();
  });
  afterEach(() => world.close());

  describe('the limit of an hour', () => {
    beforeEach(async () => {
      await world.close();
      world = await open({ alertsAnHour: 2 });
      await world.follow('speaker', 'Ortiz');
    });

    it('is kept: what comes in beyond it is gathered into one message when the hour allows', async () => {
      const alerts = world.start();
      const start = world.clock.now;
      for (const body of [BRIDGE, FERRY, PIER, ISLAND]) {
        await world.comesIn(alerts, body);
        world.clock.now += MINUTE;
      }
      expect(world.posted.flatMap(wordsOf)).toHaveLength(2);
      world.clock.now = start + HOUR - 1;
      await alerts.dispatch();
      expect(world.posted).toHaveLength(2);
      world.clock.now = start + HOUR;
      await alerts.dispatch();
      expect(world.posted).toHaveLength(3);
      const gathered = world.posted[2] as never;
      expect(leadOf(gathered)).toBe('You follow: Ortiz. 2 quotes in 2 articles');
      expect(wordsOf(gathered)).toEqual([
        'the pier was older than the plans',
        'the island would get a doctor in June',
      ]);
    });

    it('is kept where many wait at once: the last message gathers the rest, with a line for each article', async () => {
      const offline = world.start({ post: () => Promise.reject(new Error('There is no network.')) });
      for (const body of [
        BRIDGE,
        FERRY,
        PIER,
        ISLAND,
        'Lena Ortiz said the museum was dull.\nLena Ortiz said the bank was shut.',
        'Lena Ortiz said the port was full.',
      ])
        await world.comesIn(offline, body);
      await offline.stop();
      world.clock.now += 2 * MINUTE;
      await world.start().dispatch();
      expect(world.posted.map(leadOf)).toEqual([
        'You follow: Ortiz',
        'You follow: Ortiz. 6 quotes in 5 articles',
      ]);
      expect(world.posted.map(wordsOf).map(({ length }) => length)).toEqual([1, 3]);
      expect(world.posted.map(linesOf)[1]).toEqual([
        expect.stringMatching(/^Lena Ortiz said the museum.* · 2 quotes by Lena Ortiz$/),
        expect.stringMatching(/^Lena Ortiz said the port.* · 1 quote by Lena Ortiz$/),
      ]);
      world.clock.now += 3 * HOUR;
      await world.start().dispatch();
      expect(world.posted).toHaveLength(2);
    });

    it('is each channel’s own', async () => {
      await world.follow('topic', 'bridge', { channel: '501' });
      const alerts = world.start();
      for (const body of [PIER, FERRY, BRIDGE]) await world.comesIn(alerts, body);
      expect(world.posted.map(({ channel }) => channel).sort()).toEqual(['500', '500', '501']);
    });
  });

  describe('the same words', () => {
    it('are posted once, though another article prints them too', async () => {
      await world.follow('speaker', 'Ortiz');
      const alerts = world.start();
      await world.comesIn(alerts, FERRY);
      await world.comesIn(alerts, `Quarrytown, Monday\n${FERRY}`);
      await world.comesIn(alerts, `${BRIDGE}\n${FERRY}`);
      expect(world.posted.map(wordsOf)).toEqual([
        ['“The ferry runs twice a day”'],
        ['the bridge would stay closed until May'],
      ]);
    });

    it('are posted in another channel that was not told of them', async () => {
      await world.follow('speaker', 'Ortiz');
      const alerts = world.start();
      await world.comesIn(alerts, FERRY);
      await world.follow('topic', 'ferry', { channel: '501' });
      await world.comesIn(alerts, `Quarrytown, Monday\n${FERRY}`);
      expect(world.posted.map(({ channel }) => channel)).toEqual(['500', '501']);
      expect(world.posted[1]?.reply.cards[0]?.also.map(textOf)).toEqual([expect.stringContaining('also in')]);
    });
  });

  describe('a channel that the bot may not post in', () => {
    const refused: Post = async () => 'refused';

    it('is tried after a minute, ten minutes, an hour and six hours, then dropped, and those who follow there are told', async () => {
      await world.follow('speaker', 'Ortiz', { by: '77' });
      await world.follow('topic', 'ferry', { by: '78' });
      await world.follow('topic', 'ferry', { channel: '501', by: '78' });
      const tries: number[] = [];
      const alerts = world.start({
        post: async (channel, ...message) => {
          if (channel === '501') return world.post(channel, ...message);
          tries.push(world.clock.now);
          return refused(channel, ...message);
        },
      });
      const start = world.clock.now;
      await world.comesIn(alerts, FERRY);
      for (let minutes = 0; minutes < 10 * 60; minutes++) {
        world.clock.now += MINUTE;
        await alerts.dispatch();
      }
      expect(tries.map((at) => (at - start) / MINUTE)).toEqual([0, 1, 11, 71, 431]);
      expect(world.told.map(({ person }) => person).sort()).toEqual(['77', '78']);
      expect(world.told.find(({ person }) => person === '77')?.text).toBe(
        "I can't post in channel 500 any more, so I have stopped following “Ortiz” there. Once I may view that channel and send messages in it, set it up again there with /follow.",
      );
      expect((await world.desk('guild:1').list()).map(({ channel }) => channel)).toEqual(['501']);
      expect(world.posted.map(({ channel }) => channel)).toEqual(['501']);
    });

    it('is no harm to others where the person can’t be told', async () => {
      await world.follow('speaker', 'Ortiz');
      const tell = () => Promise.reject(new Error('They take no messages.'));
      const alerts = world.start({ post: refused, tell });
      await world.comesIn(alerts, FERRY);
      for (let hours = 0; hours < 9; hours++) {
        world.clock.now += HOUR;
        await alerts.dispatch();
      }
      expect(await world.desk('guild:1').list()).toEqual([]);
    });

    it('is as good as new once a message came through', async () => {
      await world.follow('speaker', 'Ortiz');
      let may = false;
      const alerts = world.start({ post: (...message) => (may ? world.post : refused)(...message) });
      await world.comesIn(alerts, FERRY);
      for (const wait of [MINUTE, 10 * MINUTE, HOUR]) {
        world.clock.now += wait;
        await alerts.dispatch();
      }
      may = true;
      world.clock.now += 6 * HOUR;
      await alerts.dispatch();
      expect(world.posted).toHaveLength(1);
      may = false;
      await world.comesIn(alerts, BRIDGE);
      world.clock.now += HOUR;
      await alerts.dispatch();
      expect(await world.desk('guild:1').list()).toHaveLength(1);
    });
  });
});
