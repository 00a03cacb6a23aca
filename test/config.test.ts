import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { expect, it } from 'vitest';
import { folderProblem, ROOT, readConfig, readEnvironment } from '../src/config.ts';
import { USUAL_LIMITS } from '../src/libraries/limits.ts';

const GUILD = '123456789012345678';

it('takes the defaults where nothing is set, and an empty value for one that is not set', () => {
  const defaults = {
    token: null,
    guilds: [],
    logLevel: null,
    articles: [join(ROOT, 'seeds')],
    cache: join(ROOT, 'cache'),
    discordApi: null,
    storage: { folder: join(ROOT, 'data') },
    limits: USUAL_LIMITS,
    fetchPorts: [80, 443],
    fetchInside: [],
  };
  expect(readConfig({}).config).toEqual(defaults);
  expect(readConfig({ DISCORD_TOKEN: '  ', LOG_LEVEL: '', ARTICLES: '' }).config).toEqual(defaults);
});

it('reads every variable, without the blanks around it', () => {
  const { config } = readConfig({
    DISCORD_TOKEN: ' abc.def ',
    DISCORD_GUILDS: ` ${GUILD}, ${GUILD}99 `,
    LOG_LEVEL: 'debug',
    ARTICLES: ['news', 'more news'].join(delimiter),
    CACHE: ' kept ',
    DISCORD_API: 'http://127.0.0.1:8080/api/',
    DATA: 'kept here',
    FETCH_PORTS: '80, 8080',
    FETCH_INSIDE: 'news.internal, 10.1.0.0/16, ::1',
    MOST_ARTICLES: '10',
    MOST_CHARACTERS: '5000',
    MOST_FEEDS: '2',
    MOST_FOLLOWS: '0',
    MOST_ALERTS: '1',
  });
  expect(config).toEqual({
    token: 'abc.def',
    guilds: [GUILD, `${GUILD}99`],
    logLevel: 'debug',
    articles: ['news', 'more news'],
    cache: 'kept',
    discordApi: 'http://127.0.0.1:8080/api',
    storage: { folder: 'kept here' },
    limits: { articles: 10, characters: 5000, feeds: 2, follows: 0, alertsAnHour: 1 },
    fetchPorts: [80, 8080],
    fetchInside: ['news.internal', '10.1.0.0/16', '::1'],
  });
});

it('keeps libraries on a PostgreSQL server where one is named', () => {
  const databaseUrl = 'postgres://on:record@db.example:5432/news';
  expect(readConfig({ DATA: 'here', DATABASE_URL: databaseUrl }).config?.storage).toEqual({ databaseUrl });
});

it('says what is wrong with a setting of the libraries, without the password', () => {
  const { problems } = readConfig({
    DATABASE_URL: 'mysql://on:record@db.example/news',
    FETCH_PORTS: '80,http',
    FETCH_INSIDE: 'not a host',
    MOST_FEEDS: 'many',
  });
  expect(problems?.map((problem) => problem.split(':')[0])).toEqual([
    'DATABASE_URL',
    'FETCH_PORTS',
    'FETCH_INSIDE',
    'MOST_FEEDS',
  ]);
  expect(problems?.join()).not.toContain('record');
});

it('keeps nothing on disk where CACHE is set to nothing', () => {
  expect(readConfig({ CACHE: '' }).config?.cache).toBeNull();
  expect(readConfig({ CACHE: ' ' }).config?.cache).toBeNull();
});

it('names each wrong value in a line of its own', () => {
  const { problems } = readConfig({
    DISCORD_GUILDS: `${GUILD},my server`,
    LOG_LEVEL: 'loud',
    ARTICLES: delimiter,
    DISCORD_API: 'ftp://discord.com',
  });
  expect(problems).toEqual([
    'DISCORD_GUILDS: "my server" is not a server id; it takes ids of 17 to 20 digits, separated by commas',
    'LOG_LEVEL: "loud" is not a level; it takes one of trace, debug, info, warn, error, fatal, silent',
    `ARTICLES: it names no folder; it takes folders separated by "${delimiter}"`,
    'DISCORD_API: "ftp://discord.com" is not an http or https address; it takes one such as https://discord.com/api',
  ]);
});

it('never shows a token, not even one in the wrong variable', () => {
  const token = 'MTIz.NotARealToken.but-as-long-as-one-of-them-is';
  const { problems } = readConfig({
    DISCORD_TOKEN: `Bot ${token}`,
    DISCORD_GUILDS: token,
    LOG_LEVEL: token,
    DISCORD_API: token,
  });
  expect(problems).toHaveLength(4);
  expect(problems?.join()).not.toContain('NotARealToken');
});

it('reads the first .env file that is there, and the environment goes before it', () => {
  const [one, two] = [mkdtempSync(join(tmpdir(), 'env-')), mkdtempSync(join(tmpdir(), 'env-'))];
  writeFileSync(join(two, '.env'), 'DISCORD_TOKEN="from file" # comment\nLOG_LEVEL=info\n');
  expect(readEnvironment({ LOG_LEVEL: 'warn' }, [one, two])).toEqual({
    DISCORD_TOKEN: 'from file',
    LOG_LEVEL: 'warn',
  });
  expect(readEnvironment({ DISCORD_TOKEN: '' }, [two])).toEqual({ DISCORD_TOKEN: '', LOG_LEVEL: 'info' });
  expect(readEnvironment({ A: 'b' }, [one])).toEqual({ A: 'b' });
});

it('says of a folder of articles that it is not there, or not a folder', () => {
  expect(folderProblem(join(ROOT, 'seeds'), 'ARTICLES')).toBeNull();
  expect(folderProblem('no/such', '--articles')).toContain('--articles: "no/such" is not there');
  expect(folderProblem(join(ROOT, 'package.json'), 'ARTICLES')).toContain('is not a folder');
});
