import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createMemoryArchive } from '../../src/archive/memory-archive.ts';
import { readArticle } from '../../src/articles/read-article.ts';
import { openArchive } from '../../src/open-archive.ts';

const NAMES = ['Lena Ortiz', 'Marcus Bell', 'Dana Cole', 'Peter Holm', 'Anna Holm', 'Pavel Ivanenko'];

let home: string;
let articles: string;
let cache: string;

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'opening-'));
  [articles, cache] = [join(home, 'articles'), join(home, 'cache')];
  mkdirSync(articles);
});
afterEach(() => rmSync(home, { recursive: true }));

/** Writes so many short articles, no two alike, the names of whose files are in order. */
function writeArticles(count: number): void {
  for (let i = 0; i < count; i++) {
    const name = NAMES[i % NAMES.length];
    const text = `Bridge ${i} stays closed\n${name} said on May ${(i % 28) + 1} that bridge number ${i} was closed.\n`;
    writeFileSync(join(articles, `${String(i).padStart(3, '0')}.txt`), text);
  }
}

/** Opens the archive till all is read, with the messages of its log. */
async function open(kept: string | null = cache) {
  const log: string[] = [];
  const logger = pino({}, { write: (line: string) => void log.push(JSON.parse(line).msg) });
  const archive = await openArchive([articles], logger, kept).whole;
  return { archive, log, shown: shownBy(archive) };
}

const shownBy = (archive: Awaited<ReturnType<typeof openArchive>['whole']>) => [
  archive.statements(['built-in']),
  archive.speakers(['built-in']),
  archive.articles(['built-in']),
];

function toFolder(file: string): void {
  rmSync(file);
  mkdirSync(file);
}

/** The files that the cache has. */
const keptFiles = (): readonly string[] =>
  readdirSync(cache).flatMap((version) =>
    readdirSync(join(cache, version)).map((file) => join(cache, version, file)),
  );

describe('an archive', () => {
  it('that is read by several threads is the same as one that is read at once', {
    timeout: 120_000,
  }, async () => {
    writeArticles(20);
    const files = readdirSync(articles).sort();
    const read = files.map((file) => readArticle(join(articles, file), 'built-in').article);
    const { shown, log } = await open(null);
    expect(shown).toEqual(shownBy(createMemoryArchive(read)));
    expect(log.filter((line) => !/^read \d+ of 20 articles$/.test(line))).toEqual([]);
  });

  it('answers with what is there before all is read, and says how far it is', async () => {
    writeArticles(3);
    const { archive, progress, whole } = openArchive([articles], pino({ level: 'silent' }));
    expect(progress()).toEqual({ read: 0, total: 3 });
    expect(archive.statements(['built-in'])).toEqual([]);
    await whole;
    expect(progress()).toEqual({ read: 3, total: 3 });
    expect(archive.statements(['built-in'])).toHaveLength(3);
  });
});

describe('what was read from articles', () => {
  it('is kept, a file an article, and is the same when it is opened from there', async () => {
    writeArticles(3);
    const first = await open();
    expect(keptFiles()).toHaveLength(3);
    const before = keptFiles().map((file) => statSync(file).mtimeMs);
    const again = await open();
    expect(again.shown).toEqual(first.shown);
    expect(again.log).toEqual([]);
    expect(keptFiles().map((file) => statSync(file).mtimeMs)).toEqual(before);
  });

  it('is found by the text, whatever the file is called, and read anew where the text is another', async () => {
    writeArticles(2);
    await open();
    const text = readFileSync(join(articles, '000.txt'), 'utf8');
    writeFileSync(join(articles, '002.txt'), text);
    rmSync(join(articles, '000.txt'));
    const { archive } = await open();
    expect(archive.articles(['built-in']).map(({ article }) => article.file.slice(-7))).toEqual([
      '001.txt',
      '002.txt',
    ]);
    expect(keptFiles()).toHaveLength(2);
    writeFileSync(join(articles, '001.txt'), `${text} Dana Cole denied that.`);
    await open();
    expect(keptFiles()).toHaveLength(3);
  });

  it('warns of a file that is wrong each time it is opened', async () => {
    writeFileSync(join(articles, 'a.txt'), '---\npublished: soon\n---\nFirst\nText here.');
    const [first, again] = [await open(), await open()];
    expect(first.log).toEqual([expect.stringMatching(/a\.txt: .*published is no date/)]);
    expect(again.log).toEqual(first.log);
  });

  it.each([
    ['is empty', (file: string) => truncateSync(file)],
    ['is cut short', (file: string) => truncateSync(file, 200)],
    [
      'has a byte changed',
      (file: string) => writeFileSync(file, readFileSync(file, 'utf8').replace('closed', 'opened')),
    ],
    ['is something else', (file: string) => writeFileSync(file, '{"quotes": []}\n')],
    ['is a folder', toFolder],
  ])('is read anew where its file %s', async (_, damage) => {
    writeArticles(2);
    const { shown } = await open();
    const [file = ''] = keptFiles();
    const content = readFileSync(file);
    damage(file);
    expect((await open()).shown).toEqual(shown);
    if (statSync(file).isFile()) expect(readFileSync(file)).toEqual(content);
  });

  it('is not kept where CACHE is empty, nor, with one warning, where it can’t be', async () => {
    writeArticles(2);
    expect((await open(null)).log).toEqual([]);
    expect(existsSync(cache)).toBe(false);
    writeFileSync(cache, 'a file where the folder should be');
    const { archive, log } = await open();
    expect(archive.statements(['built-in'])).toHaveLength(2);
    expect(log).toEqual([expect.stringMatching(/can't be kept in .*cache \(E\w+\).*CACHE/)]);
  });

  it('by another version goes after a while, and nothing else in the folder does', async () => {
    writeArticles(1);
    const names = ['readings-0123456789abcdef', 'readings-fedcba9876543210', 'holiday-photos'];
    for (const [i, name] of names.entries()) {
      mkdirSync(join(cache, name), { recursive: true });
      const days = i === 1 ? 1 : 30;
      const then = new Date(Date.now() - days * 24 * 3600 * 1000);
      utimesSync(join(cache, name), then, then);
    }
    await open();
    expect(names.map((name) => existsSync(join(cache, name)))).toEqual([false, true, true]);
  });
});
