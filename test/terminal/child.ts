import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../../src/config.ts';

/** The program's file. */
export const PROGRAM = join(ROOT, 'bin', 'on-record.js');

/** The one article that comes with the program. */
export const ARTICLE = join(ROOT, 'seeds', '000_4b46519ee5dbc8fc.txt');

/** What a run of the program left. */
export type Ran = { readonly status: number | null; readonly out: string; readonly err: string };

/**
 * Variables for a run of the program. Set to nothing, they go before what a developer's own .env says: no test may
 * start a real bot.
 */
export const CLEAN = {
  DISCORD_TOKEN: '',
  DISCORD_GUILDS: '',
  LOG_LEVEL: '',
  ARTICLES: '',
  CACHE: '',
  DISCORD_API: '',
  DATA: '',
  DATABASE_URL: '',
  // Not even empty: Node would warn about the two of them.
  NO_COLOR: undefined,
  FORCE_COLOR: undefined,
};

/** Runs the program to its end, with `input` on its standard input and `variables` over a clean environment. */
export function run(
  words: readonly string[],
  { input = '', variables = {} }: { input?: string; variables?: Readonly<Record<string, string>> } = {},
): Promise<Ran> {
  return runProgram(process.execPath, [PROGRAM, ...words], [[input, '']], variables);
}

/**
 * Runs any program to its end. Each piece of input is written once the program has written what it waits for, after
 * the piece before; after the last one the input ends.
 */
export function runProgram(
  program: string,
  words: readonly string[],
  input: readonly (readonly [text: string, after: string])[],
  variables: Readonly<Record<string, string>> = {},
): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, words, { cwd: tmpdir(), env: { ...process.env, ...CLEAN, ...variables } });
    let [out, err] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text) => {
      out += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text) => {
      err += text;
    });
    child.on('error', reject).on('close', (status) => resolve({ status, out, err }));
    // A program that ends before it has read everything is what some tests are about.
    child.stdin.on('error', () => {});
    let [next, seen] = [0, 0];
    // What it waits for must come after the input before it: an echo of that is how a terminal answers, too.
    const feed = () => {
      for (let piece = input[next]; piece; piece = input[++next]) {
        const found = out.indexOf(piece[1], seen);
        if (found < 0) return;
        seen = found + piece[1].length;
        child.stdin.write(piece[0]);
      }
      child.stdin.end();
    };
    child.stdout.on('data', feed);
    feed();
  });
}
