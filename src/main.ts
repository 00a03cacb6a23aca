import { readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';
import type { Command } from './commands.ts';
import { type Config, folderProblem, ROOT, readConfig, readEnvironment } from './config.ts';
import { loadCommands } from './load-commands.ts';
import { createLogger, hideSecrets } from './log.ts';
import { type Call, parseCall } from './terminal/call.ts';
import { type FaceParts, runInTerminal } from './terminal/face.ts';
import { writerTo } from './terminal/output.ts';
import { oneLine } from './terminal/plain-text.ts';
import { usage } from './terminal/usage.ts';

/** The statuses that the program ends with. */
const STATUS = { fine: 0, failed: 1, wrongCall: 2 } as const;

const NO_TOKEN =
  'No DISCORD_TOKEN, so this is the terminal. For the bot, create an application at ' +
  'https://discord.com/developers/applications and copy its bot token into .env; see README.';

let secrets: readonly string[] = [];

function complain(sentence: string): void {
  process.stderr.write(`on-record: ${oneLine(hideSecrets(sentence, secrets))}\n`);
}

function complainAll(sentences: readonly string[]): number {
  for (const sentence of sentences) complain(sentence);
  return STATUS.wrongCall;
}

async function main(words: readonly string[]): Promise<number> {
  const commands = await loadCommands();
  const parsed = parseCall(words, commands);
  if (!parsed.ok) return complainAll([`${parsed.problem} See on-record --help.`]);
  const { task, articles, json } = parsed.value;
  if (task.kind === 'usage' || task.kind === 'version') return inform(task, commands);

  const environment = readEnvironment(process.env, [process.cwd(), ROOT]);
  const { DISCORD_TOKEN = '', DATABASE_URL = '' } = environment;
  secrets = [DISCORD_TOKEN.trim(), ...passwordIn(DATABASE_URL.trim())];
  const { config, problems } = readConfig(environment);
  if (!config) return complainAll(problems);
  const [folders, origin] = articles.length > 0 ? [articles, '--articles'] : [config.articles, 'ARTICLES'];
  const missing = folders.flatMap((folder) => folderProblem(folder, origin) ?? []);
  if (missing.length > 0 && task.kind !== 'extract') return complainAll(missing);

  const isBot = task.kind === 'face' && config.token !== null;
  const logger = createLogger(config.logLevel ?? (isBot ? 'info' : 'warn'), secrets);
  const open = async () => {
    const { openArchive, warmUp } = await import('./open-archive.ts');
    const opened = openArchive(folders, logger, config.cache);
    // Whoever asks one question only needn't wait for more than that takes.
    if (task.kind === 'face') opened.whole.then(warmUp, () => {});
    return opened;
  };
  const parts = { commands, open, logger, complain };
  if (isBot) return runBot(config, parts);
  if (task.kind === 'face') complain(NO_TOKEN);
  return (await runInTerminal(task, json, parts)) ? STATUS.fine : STATUS.failed;
}

/** The password of a database's address, as it stands there and as it is meant. */
function passwordIn(address: string): readonly string[] {
  const { password } = URL.canParse(address) ? new URL(address) : { password: '' };
  try {
    return [password, decodeURIComponent(password)];
  } catch {
    return [password];
  }
}

async function inform(
  task: Extract<Call['task'], { kind: 'usage' | 'version' }>,
  commands: readonly Command[],
): Promise<number> {
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  await writerTo(process.stdout)(task.kind === 'version' ? `${version}\n` : usage(commands, task.command));
  return STATUS.fine;
}

/**
 * Runs the bot until a signal asks it to stop, also while it still logs in.
 *
 * @throws Error with a sentence where the libraries can't be opened, Discord doesn't let the bot in, or ends the connection for good
 */
async function runBot(config: Config, { commands, open, logger }: FaceParts): Promise<number> {
  const signalled = firstSignal();
  const [{ startBot }, { contextReply }, { openDesks }] = await Promise.all([
    import('./discord/bot.ts'),
    import('./replies/context.ts'),
    import('./open-desks.ts'),
  ]);
  const { token, guilds, discordApi } = config;
  const opened = await open();
  const desks = await openDesks(config, opened, logger);
  try {
    const bot = startBot({
      token: token ?? '',
      guilds,
      archive: opened.archive,
      commands,
      context: contextReply,
      desk: desks.desk,
      servers: desks.servers,
      logger,
      ...(discordApi === null ? {} : { api: discordApi }),
    });
    const begun = bot.ready.then(() => desks.begin(bot));
    const lost = await Promise.race([begun.then(() => bot.lost), signalled]);
    if (lost) throw lost;
    await bot.stop();
    return STATUS.fine;
  } finally {
    await desks.stop();
  }
}

/** Resolves at the first SIGTERM or SIGINT; the second ends the program at once. */
function firstSignal(): Promise<null> {
  return new Promise((resolve) => {
    let asked = false;
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      process.on(signal, () => {
        if (asked) process.exit(128 + constants.signals[signal]);
        asked = true;
        resolve(null);
      });
    }
  });
}

function fail(error: unknown): never {
  complain(error instanceof Error ? error.message : String(error));
  const { LOG_LEVEL } = process.env;
  if (LOG_LEVEL === 'debug' && error instanceof Error) {
    process.stderr.write(`${hideSecrets(error.stack ?? '', secrets)}\n`);
  }
  process.exit(STATUS.failed);
}

// Nobody may be left to read the complaints; that is no failure of the work.
process.stderr.on('error', () => {});
process.on('uncaughtException', fail);
process.on('unhandledRejection', fail);
try {
  const status = await main(process.argv.slice(2));
  // What is still open, a timer of the Discord client or the terminal's input, must not keep the program; but what was
  // written leaves first.
  process.stdout.write('', () => process.exit(status));
} catch (error) {
  fail(error);
}
