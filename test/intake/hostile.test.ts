import { describe, expect, it } from 'vitest';
import { PARSING_LIMITS, parseApart } from '../../src/intake/parse-apart.ts';
import { readDraft } from '../../src/intake/read-draft.ts';
import { page, rereadDraft } from './drafts.ts';
import { BODY } from './outlets.ts';

const ARTICLE = BODY.map((text) => `<p>${text}</p>`).join('');
const outcome = (html: string | Uint8Array) =>
  readDraft(page(html)).then(
    () => 'read',
    (error: Error) => `${error.name}: ${error.message}`,
  );

const pageTask = (html: string) =>
  ({ kind: 'page', bytes: new TextEncoder().encode(html), charset: null, address: null, file: 'a' }) as const;

describe('a page that is built to do harm', () => {
  it.each([
    ['a million elements within one another', '<div>'.repeat(1_000_000)],
    ['elements deeper than any page has them', `${'<div>'.repeat(5000)}${ARTICLE}`],
    ['a million paragraphs', '<p>'.repeat(1_000_000)],
    ['five million signs that begin no tag', '<'.repeat(5_000_000)],
    ['nothing but a comment that never ends', '<!--'.repeat(1_000_000)],
    ['bytes of no meaning', Uint8Array.from({ length: 1_000_000 }, (_, i) => (i * i * 31 + i) % 256)],
  ])('is refused: %s', async (_, html) => {
    expect(await outcome(html)).toMatch(/^Refusal: .+\.$/);
  });

  it.each([
    ['JSON-LD that is no JSON', `<script type="application/ld+json">{"a": ${'"\\'.repeat(200_000)}</script>`],
    [
      'JSON-LD of lists within one another',
      `<script type="application/ld+json">${'['.repeat(200_000)}</script>`,
    ],
    [
      'entities that multiply',
      '<!DOCTYPE html [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;">]><p>&c;</p>',
    ],
    ['ten thousand authors', '<meta name="author" content="By Ada Moss">'.repeat(10_000)],
    ['an attribute without end', `<meta name="author" content="${'By Ada, '.repeat(50_000)}">`],
    ['NUL characters', '<p>\0\0\0</p><title>Bridge\0</title>'],
  ])('is read all the same: %s', async (_, more) => {
    const draft = await readDraft(
      page(`<html><head>${more}</head><body><article>${ARTICLE}</article></body></html>`),
    );
    expect(draft.text).not.toContain('\0');
    const { paragraphs } = rereadDraft(draft);
    expect(paragraphs.slice(-BODY.length)).toEqual(BODY);
  });

  it('is given up after a while, and holds up nobody meanwhile', async () => {
    // tables within one another take the square of their number
    const html = `<html><body>${'<table><tr><td>'.repeat(60)}${'<table><tr><td>The mayor said yes</td></tr></table>'.repeat(15_000)}`;
    let beats = 0;
    const heart = setInterval(() => beats++, 20);
    await expect(parseApart(pageTask(html), { ...PARSING_LIMITS, time: 1000 })).rejects.toThrow(
      /takes too long/,
    );
    clearInterval(heart);
    expect(beats).toBeGreaterThan(10);
    expect(await outcome(`<html><body><article>${ARTICLE}</article></body></html>`)).toBe('read');
  }, 60_000);

  it('is given up where it takes too much memory', async () => {
    const html = '<p>The mayor said yes.'.repeat(40_000);
    await expect(parseApart(pageTask(html), { ...PARSING_LIMITS, growth: 1 })).rejects.toThrow(
      /too much memory/,
    );
  }, 60_000);

  it('costs nobody else their answer, however many come at once', async () => {
    const good = `<html><body><article>${ARTICLE}</article></body></html>`;
    const all = await Promise.all(
      ['<p>'.repeat(1_000_000), good, '<div>'.repeat(5000), good, good, ''].map(outcome),
    );
    expect(all.map((one) => one.slice(0, 7))).toEqual([
      'Refusal',
      'read',
      'Refusal',
      'read',
      'read',
      'Refusal',
    ]);
  }, 60_000);

  it('is a refusal too where what reads it breaks down', async () => {
    const bytes = new TextEncoder().encode('no document');
    const reading = parseApart({ kind: 'docx', bytes, charset: null, address: null, file: 'a.docx' });
    await expect(reading).rejects.toThrow(/damaged/);
  });
});
