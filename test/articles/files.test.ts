import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readArticle } from '../../src/articles/read-article.ts';
import { openArchive } from '../../src/open-archive.ts';

const TEXT = 'A headline\n“The café stays open,” said José Núñez.\n';
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'articles-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** Opens the archive over the folder, with the lines of its log. */
async function open() {
  const log: string[] = [];
  const logger = pino({}, { write: (line: string) => void log.push(JSON.parse(line).msg) });
  return { archive: await openArchive([folder], logger).whole, log };
}

const titles = (archive: Awaited<ReturnType<typeof open>>['archive']) =>
  archive.articles(['built-in']).map(({ article }) => article.title);

const utf16 = (text: string, bigEndian: boolean) => {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
  return bigEndian ? bytes.swap16() : bytes;
};
/** What of Windows-1252 isn't Latin-1. */
const windows1252 = (text: string) => Buffer.from(text.replace('“', '\x93').replace('”', '\x94'), 'latin1');

describe('a file', () => {
  it.each([
    ['UTF-8', Buffer.from(TEXT)],
    ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${TEXT}`)],
    ['UTF-16, little end first', utf16(TEXT, false)],
    ['UTF-16, big end first', utf16(TEXT, true)],
    ['Windows-1252', windows1252(TEXT)],
  ])('in %s is read as what it says, with the same offsets', (_, bytes) => {
    const { article } = readArticle(file('a.txt', bytes), 'built-in');
    expect(article.text).toBe(TEXT);
    expect(article.paragraphs[0]?.span[0]).toBe(11);
  });

  it.each([
    ['is empty', '', /holds no text/],
    ['holds nothing but white space', ' \n\t\n', /holds no text/],
    ['is a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13), /is no text file/],
  ])('that %s is refused, by name', (_, content, message) => {
    const path = file('a.txt', content);
    expect(() => readArticle(path, 'built-in')).toThrow(message);
    expect(() => readArticle(path, 'built-in')).toThrow(path);
  });

  it('that is too large to be an article is refused, by name', () => {
    const path = file('a.txt', '');
    truncateSync(path, 100_000_000);
    expect(() => readArticle(path, 'built-in')).toThrow(/a\.txt can't be read: it has 100000000 bytes/);
  });

  it('that is not there is refused, by name', () => {
    expect(() => readArticle(join(folder, 'gone.txt'), 'built-in')).toThrow(/gone\.txt can't be read/);
  });
});

describe('a folder of articles', () => {
  it('gives every .txt and .md file, in the order of their names', async () => {
    file('b.txt', 'Second\nText here.');
    file('a.MD', '# First\n\nText here.');
    file('c.html', 'Third\nText here.');
    file('.hidden.txt', 'Fourth\nText here.');
    mkdirSync(join(folder, 'd.txt'));
    expect(titles((await open()).archive)).toEqual(['First', 'Second']);
  });

  it('loses nothing else where one of its files is no article, and says which', async () => {
    file('a.txt', 'First\nText here.');
    file('b.txt', '');
    file('c.txt', Uint8Array.of(0, 1, 2, 3));
    symlinkSync(join(folder, 'nowhere'), join(folder, 'd.txt'));
    file('e.txt', 'Fifth\nText here.');
    const { archive, log } = await open();
    expect(titles(archive)).toEqual(['First', 'Fifth']);
    expect(log).toHaveLength(3);
    for (const [at, name] of ['b.txt', 'c.txt', 'd.txt'].entries()) expect(log[at]).toContain(name);
  });

  it('with the same text twice has one article of it, and says so', async () => {
    file('a.txt', TEXT);
    file('b.txt', TEXT);
    const { archive, log } = await open();
    expect(archive.articles(['built-in'])).toHaveLength(1);
    expect(log).toEqual([expect.stringMatching(/b\.txt holds the same text as .*a\.txt/)]);
  });

  it('names the file whose front matter is wrong', async () => {
    file('a.txt', '---\npublished: soon\n---\nFirst\nText here.');
    expect((await open()).log).toEqual([expect.stringMatching(/a\.txt: .*published is no date/)]);
  });

  it('without an article is opened, with a warning', async () => {
    const { archive, log } = await open();
    expect(archive.statements(['built-in'])).toEqual([]);
    expect(log).toEqual([expect.stringContaining(folder)]);
  });

  it('that is not there is refused, by name', () => {
    const logger = pino({ level: 'silent' });
    expect(() => openArchive(['no/such'], logger)).toThrow(/no\/such can't be read/);
  });
});
