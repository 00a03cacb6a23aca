import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStandIn, type StandIn, TOKEN, textOf } from './discord/stand-in.ts';
import { CLEAN, PROGRAM } from './terminal/child.ts';

let discord: StandIn;
let bot: ChildProcess;
let log: string;
let data: string;

/** Waits until the log has a line with `text`. */
async function logged(text: string): Promise<void> {
  await expect.poll(() => log, { timeout: 60_000, interval: 50 }).toContain(text);
}

beforeEach(async () => {
  discord = await openStandIn();
  log = '';
  data = mkdtempSync(join(tmpdir(), 'on-record-'));
  const env = { ...process.env, ...CLEAN, DATA: data, DISCORD_TOKEN: TOKEN, DISCORD_API: discord.api };
  bot = spawn(process.execPath, [PROGRAM], { env, stdio: ['ignore', 'ignore', 'pipe'] });
  bot.stderr?.setEncoding('utf8').on('data', (text) => {
    log += text;
  });
});

afterEach(async () => {
  bot.kill('SIGKILL');
  await discord.close();
  rmSync(data, { recursive: true });
});

describe('the program with a token', () => {
  it('is the bot, answers from its articles, and ends with 0 at SIGTERM, without the token in its log', async () => {
    await logged('have been registered');
    const { message } = await discord.command('ask', { question: 'who said NATO membership is unlikely' });
    expect(textOf(message)).toContain('**Michael Waltz**');
    bot.kill('SIGTERM');
    expect(await once(bot, 'exit')).toEqual([0, null]);
    for (const line of log.trimEnd().split('\n')) expect(() => JSON.parse(line)).not.toThrow();
    expect(log).not.toContain(TOKEN);
  }, 90_000);
});
