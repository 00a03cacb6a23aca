import { type Logger, pino } from 'pino';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Bot, type BotOptions, startBot } from '../../src/discord/bot.ts';
import { HAS_DESCRIPTION, limitProblems, openDescription } from './openapi.ts';
import { ARCHIVE, COMMANDS, context } from './samples.ts';
import { openStandIn, type Recorded, type StandIn, TOKEN } from './stand-in.ts';

/** A line of the log, with what tests look at. */
export type Line = {
  readonly level: number;
  readonly msg: string;
  readonly errorId?: string;
  readonly err?: object;
};

/** What a test has: the stand-in, the log, and a way to start bots that are stopped after it. */
export type Running = {
  readonly discord: StandIn;
  readonly log: Line[];
  /** Starts the bot with the sample commands, unless told otherwise, and waits till it is ready. */
  readonly start: (over?: Partial<BotOptions>) => Promise<Bot>;
  /** Starts the bot and doesn't wait. */
  readonly launch: (over?: Partial<BotOptions>) => Bot;
};

/** Every request of the tests of this file, which each test adds to. */
const requests: Recorded[] = [];

/** A test of all requests before it: to be called at the end of a file. Skipped where Discord's description isn't there. */
export function itKeepsToTheDescription(): void {
  it.skipIf(!HAS_DESCRIPTION)("sends nothing but what Discord's own description of its API allows", () => {
    expect(requests.length).toBeGreaterThan(0);
    expect(requests.flatMap(openDescription())).toEqual([]);
  });
}

/** Gives each test of the file a stand-in of its own, and holds every request against Discord's limits. */
export function useStandIn(): () => Running {
  let running: Running | undefined;
  let bots: Bot[] = [];

  beforeEach(async () => {
    const discord = await openStandIn();
    const log: Line[] = [];
    const logger = loggerTo(log);
    const launch = (over: Partial<BotOptions> = {}) => {
      const options = { token: TOKEN, guilds: [], archive: ARCHIVE, commands: COMMANDS, context, logger };
      const bot = startBot({ ...options, api: discord.api, ...over });
      bots.push(bot);
      return bot;
    };
    const start = async (over: Partial<BotOptions> = {}) => {
      const bot = launch(over);
      await bot.ready;
      return bot;
    };
    running = { discord, log, launch, start };
  });

  afterEach(async () => {
    await Promise.all(bots.map((bot) => bot.stop()));
    bots = [];
    await running?.discord.close();
    requests.push(...(running?.discord.rest.requests ?? []));
    expect(running?.discord.rest.requests.flatMap(limitProblems)).toEqual([]);
    expect(JSON.stringify(running?.log)).not.toContain(TOKEN);
  });

  return () => {
    if (running === undefined) throw new Error('There is a stand-in only while a test runs.');
    return running;
  };

  function loggerTo(log: Line[]): Logger {
    return pino({ level: 'debug' }, { write: (line: string) => void log.push(JSON.parse(line) as Line) });
  }
}
