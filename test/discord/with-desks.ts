import { pino } from 'pino';
import { afterEach } from 'vitest';
import { createMemoryArchive } from '../../src/archive/memory-archive.ts';
import type { Article } from '../../src/articles/article.ts';
import type { Bot } from '../../src/discord/bot.ts';
import { type Limits, USUAL_LIMITS } from '../../src/libraries/limits.ts';
import { loadCommands } from '../../src/load-commands.ts';
import { type Desks, openDesks } from '../../src/open-desks.ts';
import { contextReply } from '../../src/replies/context.ts';
import type { StoragePlace } from '../../src/storage/open-storage.ts';
import { fetchFor, openWebServer, type WebServer } from '../intake/web-server.ts';
import { newPlace } from '../storage/engines.ts';
import type { Running } from './running.ts';

/** The bot with its own commands and libraries, and a web server that it may fetch from as news.example. */
export type WithDesks = {
  readonly bot: Bot;
  readonly desks: Desks;
  readonly web: WebServer;
  readonly place: StoragePlace;
  /** Ends the bot and what it does by itself, as when the program is stopped. */
  readonly end: () => Promise<void>;
};

/** What a start may say. */
export type DeskOptions = {
  /** Where libraries are kept: a new place, unless told. */
  readonly place?: StoragePlace;
  readonly limits?: Partial<Limits>;
  readonly builtIn?: readonly Article[];
  readonly web?: WebServer;
};

const HOST = 'news.example';

/** The address of a path on the web server, by its host name. */
export const newsUrl = (web: WebServer, path: string): string => web.url(path, HOST);

/** A page as an outlet prints it. */
export const newsPage = (title: string, outlet: string, paragraphs: readonly string[]): string =>
  `<!doctype html><html><head><title>${title} | ${outlet}</title>
  <meta property="og:title" content="${title}"><meta property="og:site_name" content="${outlet}"></head>
  <body><nav><a href="/">Home</a> <a href="/news">News</a></nav><main><article><h1>${title}</h1>
  ${paragraphs.map((text) => `<p>${text}</p>`).join('\n')}</article></main></body></html>`;

/** Gives a function that starts the bot over the stand-in; what it has started is ended after each test. */
export function useDesks(running: () => Running): (options?: DeskOptions) => Promise<WithDesks> {
  let ends: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const end of ends.reverse()) await end();
    ends = [];
  });
  return async (options = {}) => {
    const { builtIn = [], limits = {} } = options;
    const { log, start } = running();
    const logger = pino({ level: 'debug' }, { write: (line: string) => void log.push(JSON.parse(line)) });
    const place = options.place ?? (await newPlace('SQLite'));
    const web = options.web ?? (await openWebServer());
    if (options.web === undefined) ends.push(() => web.close());
    const archive = createMemoryArchive(builtIn);
    const opened = {
      archive,
      progress: () => ({ read: builtIn.length, total: builtIn.length }),
      whole: Promise.resolve(archive),
    };
    const settings = {
      storage: place,
      limits: { ...USUAL_LIMITS, ...limits },
      fetchPorts: [web.port],
      fetchInside: [],
    };
    const fetch = fetchFor(web, { hosts: [HOST] });
    const desks = await openDesks(settings, opened, logger, fetch);
    const bot = await start({
      commands: await loadCommands(),
      archive,
      context: contextReply,
      desk: desks.desk,
      servers: desks.servers,
    });
    await desks.begin(bot);
    let ended = false;
    const end = async () => {
      if (ended) return;
      ended = true;
      await bot.stop();
      await desks.stop();
    };
    ends.push(end);
    return { bot, desks, web, place, end };
  };
}
