import { readFileSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'dotenv';
import { z } from 'zod';
import { isException } from './intake/inside-addresses.ts';
import { type Limits, USUAL_LIMITS } from './libraries/limits.ts';

/** The levels that LOG_LEVEL takes, from the most talkative to none at all. */
export const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

/** One of {@link LOG_LEVELS}. */
export type LogLevel = (typeof LOG_LEVELS)[number];

/** What the environment sets; what it leaves open is null. */
export type Config = {
  /** The bot's token, without white space; null where the program runs in the terminal alone. */
  readonly token: string | null;
  /** The ids of the servers in which commands are registered at once; empty: everywhere. */
  readonly guilds: readonly string[];
  /** Null where each face takes its own. */
  readonly logLevel: LogLevel | null;
  /** The folders of articles, as they were named; there is at least one. */
  readonly articles: readonly string[];
  /** The folder that keeps what was read from articles; null for none. */
  readonly cache: string | null;
  /** Another address for Discord's API, without a slash at its end; null for Discord's own. */
  readonly discordApi: string | null;
  /** Where the libraries of servers and persons are kept: a folder, or a PostgreSQL server. */
  readonly storage: { readonly folder: string } | { readonly databaseUrl: string };
  /** How much each library may hold. */
  readonly limits: Limits;
  /** The ports that pages and feeds may be fetched from. */
  readonly fetchPorts: readonly number[];
  /** The hosts, addresses and ranges of addresses inside that may be asked all the same. */
  readonly fetchInside: readonly string[];
};

/** The configuration, or one line for each thing that is wrong with it. */
export type ConfigResult =
  | { readonly config: Config; readonly problems: null }
  | { readonly config: null; readonly problems: readonly string[] };

/** The variables that are read, by name; one that is empty counts as not set, but for CACHE. */
export type Environment = Readonly<Partial<Record<string, string>>>;

/** The project's own folder, whatever folder the program was started in. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url));

const VARIABLES = [
  'DISCORD_TOKEN',
  'DISCORD_GUILDS',
  'LOG_LEVEL',
  'ARTICLES',
  'CACHE',
  'DISCORD_API',
  'DATA',
  'DATABASE_URL',
  'FETCH_PORTS',
  'FETCH_INSIDE',
  'MOST_ARTICLES',
  'MOST_CHARACTERS',
  'MOST_FEEDS',
  'MOST_FOLLOWS',
  'MOST_ALERTS',
] as const;

// A token that was pasted into the wrong variable must not come out in the message about it.
const LONGEST_SHOWN = 30;

const shown = (value: string): string =>
  value.length <= LONGEST_SHOWN ? `"${value}"` : `a value of ${value.length} characters`;

const Guild = z.string().regex(/^\d{17,20}$/, {
  error: ({ input }) =>
    `${shown(String(input))} is not a server id; it takes ids of 17 to 20 digits, separated by commas`,
});

const listOf = (separator: string) => (value: string) =>
  value
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** A whole number from 0 on. */
const count = (what: string) =>
  z
    .string()
    .regex(/^\d{1,9}$/, { error: ({ input }) => `${shown(String(input))} is no number; it takes ${what}` })
    .transform(Number)
    .optional();

const Port = z
  .string()
  .regex(/^\d{1,5}$/, {
    error: ({ input }) =>
      `${shown(String(input))} is no port; it takes ports such as 80, separated by commas`,
  })
  .transform(Number)
  .refine((port) => port > 0 && port < 65_536, { error: 'a port is a number from 1 to 65535' });

const Inside = z.string().refine(isException, {
  error: ({ input }) =>
    `${shown(String(input))} is no host; it takes names, addresses or ranges such as 10.0.0.0/8, separated by commas`,
});

const Variables = z.object({
  DISCORD_TOKEN: z
    .string()
    .regex(/^[\x21-\x7e]+$/, {
      error: 'it holds a space or another character that no token has; it takes the bot token alone',
    })
    .optional(),
  DISCORD_GUILDS: z.string().transform(listOf(',')).pipe(z.array(Guild)).optional(),
  LOG_LEVEL: z
    .enum(LOG_LEVELS, {
      error: ({ input }) =>
        `${shown(String(input))} is not a level; it takes one of ${LOG_LEVELS.join(', ')}`,
    })
    .optional(),
  ARTICLES: z
    .string()
    .transform(listOf(delimiter))
    .pipe(
      z
        .array(z.string())
        .min(1, { error: `it names no folder; it takes folders separated by "${delimiter}"` }),
    )
    .optional(),
  CACHE: z.string().optional(),
  DISCORD_API: z
    .url({
      protocol: /^https?$/,
      error: ({ input }) =>
        `${shown(String(input))} is not an http or https address; it takes one such as https://discord.com/api`,
    })
    .optional(),
  DATA: z.string().optional(),
  DATABASE_URL: z
    .string()
    .refine((value) => /^postgres(?:ql)?:\/\//.test(value) && URL.canParse(value), {
      error:
        'it is no address of a PostgreSQL server; it takes one such as postgres://user:password@host:5432/name',
    })
    .optional(),
  FETCH_PORTS: z.string().transform(listOf(',')).pipe(z.array(Port).min(1)).optional(),
  FETCH_INSIDE: z.string().transform(listOf(',')).pipe(z.array(Inside)).optional(),
  MOST_ARTICLES: count('how many articles a library may hold'),
  MOST_CHARACTERS: count('how many characters an article may have'),
  MOST_FEEDS: count('how many feeds a library may have'),
  MOST_FOLLOWS: count('how many follows a library may have'),
  MOST_ALERTS: count('how many messages may be posted in a channel in an hour'),
});

/** The settings of the libraries. */
function librarySettings(variables: z.infer<typeof Variables>) {
  const { DATA, DATABASE_URL, FETCH_PORTS, FETCH_INSIDE } = variables;
  const { MOST_ARTICLES, MOST_CHARACTERS, MOST_FEEDS, MOST_FOLLOWS, MOST_ALERTS } = variables;
  return {
    storage:
      DATABASE_URL === undefined ? { folder: DATA ?? join(ROOT, 'data') } : { databaseUrl: DATABASE_URL },
    limits: {
      articles: MOST_ARTICLES ?? USUAL_LIMITS.articles,
      characters: MOST_CHARACTERS ?? USUAL_LIMITS.characters,
      feeds: MOST_FEEDS ?? USUAL_LIMITS.feeds,
      follows: MOST_FOLLOWS ?? USUAL_LIMITS.follows,
      alertsAnHour: MOST_ALERTS ?? USUAL_LIMITS.alertsAnHour,
    },
    fetchPorts: FETCH_PORTS ?? [80, 443],
    fetchInside: FETCH_INSIDE ?? [],
  };
}

/**
 * Checks the environment. Blanks around a value are dropped, and an empty value counts as not set; an empty CACHE is none. A
 * problem reads "LOG_LEVEL: what is wrong; what it takes", and never shows the token.
 */
export function readConfig(environment: Environment): ConfigResult {
  const set = VARIABLES.flatMap((name) => {
    const value = environment[name]?.trim() ?? '';
    return value === '' ? [] : [[name, value] as const];
  });
  const checked = Variables.safeParse(Object.fromEntries(set));
  if (!checked.success) {
    const problems = checked.error.issues.map(({ path, message }) => `${String(path[0])}: ${message}`);
    return { config: null, problems };
  }
  const { DISCORD_TOKEN, DISCORD_GUILDS, LOG_LEVEL, ARTICLES, CACHE, DISCORD_API } = checked.data;
  const isCacheOpen = !('CACHE' in environment);
  const config = {
    token: DISCORD_TOKEN ?? null,
    guilds: DISCORD_GUILDS ?? [],
    logLevel: LOG_LEVEL ?? null,
    articles: ARTICLES ?? [join(ROOT, 'seeds')],
    cache: isCacheOpen ? join(ROOT, 'cache') : (CACHE ?? null),
    discordApi: DISCORD_API?.replace(/\/+$/, '') ?? null,
    ...librarySettings(checked.data),
  };
  return { config, problems: null };
}

/**
 * The variables of the process over those of the first `.env` file that is there, looked for in `folders` in order. A
 * variable that the process sets to nothing stays unset, whatever the file says.
 *
 * @throws Error with a sentence for the person who runs the program, where a file is there but can't be read.
 */
export function readEnvironment(variables: Environment, folders: readonly string[]): Environment {
  for (const folder of folders) {
    const file = join(folder, '.env');
    if (statSync(file, { throwIfNoEntry: false })) return { ...parse(contentOf(file)), ...variables };
  }
  return variables;
}

function contentOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new Error(`${file} can't be read: it must be a text file that this user may read.`, { cause });
  }
}

/** The sentence for a folder of articles that isn't there, or null where it is; `origin` says who named it. */
export function folderProblem(folder: string, origin: string): string | null {
  const entry = statSync(folder, { throwIfNoEntry: false });
  if (entry?.isDirectory()) return null;
  const wrong = entry ? 'is not a folder' : 'is not there';
  return `${origin}: "${folder}" ${wrong}; it takes a folder of .txt or .md files`;
}
