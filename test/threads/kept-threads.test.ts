import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { runApart } from '../../src/threads/kept-threads.ts';
import { ThreadFault } from '../../src/threads/thread.ts';
import type { breakDown, end, goOn, greet, pileUp, whichThread } from './tasks.ts';

const to = (name: string) => ({ module: new URL('./tasks.ts', import.meta.url).href, name, heap: 64 });
const reasonOf = (running: Promise<unknown>) =>
  running.then(
    () => 'none',
    (err: unknown) => (err instanceof ThreadFault ? err.reason : err),
  );

describe('A thread', { timeout: 60_000 }, () => {
  it('does what a module’s function does', async () => {
    expect(await runApart<typeof greet>(to('greet'), 'Ada')).toBe('Good evening, Ada.');
  });

  it('is kept for the next task of its kind', async () => {
    const first = await runApart<typeof whichThread>(to('whichThread'), null);
    expect(await runApart<typeof whichThread>(to('whichThread'), null)).toBe(first);
    const other = { ...to('whichThread'), heap: 65 };
    expect(await runApart<typeof whichThread>(other, null)).not.toBe(first);
  });

  it('does one task at a time: who comes meanwhile has another', async () => {
    const three = await Promise.all(
      [1, 2, 3].map(() => runApart<typeof whichThread>(to('whichThread'), null)),
    );
    expect(new Set(three).size).toBe(3);
  });

  it('ends where it takes too long, and holds up nobody meanwhile', async () => {
    let beats = 0;
    const heart = setInterval(() => beats++, 20);
    expect(await reasonOf(runApart<typeof goOn>(to('goOn'), null, { time: 1000 }))).toBe('time');
    clearInterval(heart);
    expect(beats).toBeGreaterThan(10);
  });

  it('ends where it takes too much memory', async () => {
    expect(await reasonOf(runApart<typeof pileUp>(to('pileUp'), null))).toBe('memory');
    const growing = runApart<typeof pileUp>({ ...to('pileUp'), heap: 2000 }, null, { growth: 100 });
    expect(await reasonOf(growing)).toBe('memory');
  });

  it('that breaks down says why, and the next task has another', async () => {
    const broken = runApart<typeof breakDown>(to('breakDown'), null);
    await expect(broken).rejects.toThrow('TypeError: The press is jammed.');
    expect(await reasonOf(runApart<typeof breakDown>(to('breakDown'), null))).toBe('breakdown');
    await expect(runApart<typeof end>(to('end'), 3)).rejects.toThrow('the thread ended with 3');
  });

  it('says nothing itself, and lets the program end', async () => {
    const program = fileURLToPath(new URL('./ending.ts', import.meta.url));
    const { stdout, stderr } = await promisify(execFile)(
      process.execPath,
      ['--import', 'tsx', program],
      // a kept thread's clock runs for a minute
      { timeout: 30_000 },
    );
    expect(stdout).toBe('11\n');
    expect(stderr).toBe('');
  });
});
