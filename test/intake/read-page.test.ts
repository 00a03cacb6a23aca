import { describe, expect, it } from 'vitest';
import { readPage } from '../../src/intake/read-page.ts';
import { page, rereadDraft } from './drafts.ts';
import { OTHERS } from './other-outlets.ts';
import { BODY, MODERN } from './outlets.ts';

const ARTICLE = BODY.map((text) => `<p>${text}</p>`).join('\n');
const html = (head: string, body = ARTICLE) =>
  `<!DOCTYPE html><html><head>${head}</head><body><article>${body}</article></body></html>`;
const read = (...given: Parameters<typeof page>) => rereadDraft(readPage(page(...given)));
const ld = (value: unknown) => `<script type="application/ld+json">${JSON.stringify(value)}</script>`;

describe('an article of a page', () => {
  it.each([...MODERN, ...OTHERS])('is read word for word from $name', (outlet) => {
    const { title, byline, published, url, paragraphs } = outlet;
    expect(read(outlet.html, outlet.address)).toEqual({
      title,
      outlet: outlet.outlet,
      byline,
      published,
      url,
      paragraphs,
    });
  });

  it('is called by its address, where it stands in the file’s name', () => {
    expect(readPage(page(html(''), 'https://gazette.example/news/bridge.html')).file).toBe(
      'gazette.example bridge.txt',
    );
  });
});

describe('the encoding of a page', () => {
  const text = html('<title>Zoë’s “bridge”</title>');
  const windows = (label: string) =>
    Uint8Array.from(
      Buffer.from(html(`${label}<title>Zoë’s “bridge”</title>`).replace('ascii', ''), 'utf8')
        .toString('utf8')
        .split(''),
      (character) =>
        ({ '“': 0x93, '”': 0x94, '’': 0x92, '‘': 0x91, '–': 0x96, '€': 0x80 })[character] ??
        character.charCodeAt(0),
    );
  const utf16 = (mark: string) => new Uint8Array(Buffer.from(mark + text, 'utf16le'));
  const meta = (label: string) => `<meta charset="${label}">`;

  it.each([
    ['UTF-8 without a label', text, null],
    ['UTF-8 with a byte order mark, labelled Latin-1', `\ufeff${text}`, 'iso-8859-1'],
    ['UTF-8 that is labelled Latin-1', text, 'ISO-8859-1'],
    ['UTF-8 with a label that nobody knows', text, 'x-nothing'],
    [
      'UTF-8 that its own meta element calls Windows-1252',
      html(`${meta('windows-1252')}<title>Zoë’s “bridge”</title>`),
      null,
    ],
    ['Windows-1252 by HTTP', windows(''), 'windows-1252'],
    ['Windows-1252 that is called Latin-1', windows(''), 'iso-8859-1'],
    ['Windows-1252 by its meta element', windows(meta('windows-1252')), null],
    ['Windows-1252 without a label', windows(''), null],
    ['Windows-1252 with a label that nobody knows', windows(''), '"x-nothing"'],
    ['UTF-16 with a byte order mark', utf16('\ufeff'), null],
    ['UTF-16 by HTTP', utf16(''), 'utf-16le'],
  ])('may be %s', (_, body, charset) => {
    const { title, paragraphs } = read(body, undefined, { charset });
    expect(title).toBe('Zoë’s “bridge”');
    expect(paragraphs).toEqual(BODY);
  });

  it('may be wrong in every way without anything being thrown but a refusal', () => {
    const bytes = Uint8Array.from({ length: 5000 }, (_, i) => (i * 7919) % 256);
    for (const charset of [null, 'utf-8', 'utf-16', 'shift_jis', 'utf-7', 'gb18030', '', '💥'])
      expect(() => readPage(page(bytes, undefined, { charset }))).toThrow(/article/);
  });
});

describe('what a page tells of its article', () => {
  const titled = '<title>Bridge stays closed</title>';

  it.each([
    ['a list of names', ['Ada Moss', 'Tom Bell', 'Jo Park'], 'Ada Moss, Tom Bell and Jo Park'],
    ['one text with office', 'By Ada Moss, Political Editor, and Tom Bell in Kyiv', 'Ada Moss and Tom Bell'],
    ['an address', 'https://gazette.example/ada', null],
    ['a name with e-mail', 'Ada Moss ada@gazette.example', 'Ada Moss'],
    ['the outlet itself', { '@type': 'Organization', name: 'Gazette' }, null],
    ['an agency', { '@type': 'Organization', name: 'Reuters' }, 'Reuters'],
    ['what a content system calls its user', 'admin', null],
    ['something else', { '@type': 'Person', name: { a: [1, null] } }, null],
  ])('is the byline from JSON-LD with %s', (_, author, byline) => {
    const article = { '@type': 'NewsArticle', headline: 'Bridge', author, publisher: { name: 'Gazette' } };
    expect(read(html(ld(article))).byline).toBe(byline);
  });

  it.each([
    [
      '<meta name="citation_author" content="Moss, Ada"><meta name="citation_author" content="Bell, Tom">',
      'Ada Moss and Tom Bell',
    ],
    ['<meta name="sailthru.author" content="Ada Moss">', 'Ada Moss'],
    ['<meta name="author" content="BY ADA MOSS">', 'ADA MOSS'],
    ['<meta property="article:author" content="https://facebook.example/ada">', null],
    ['<meta name="author" content="José Núñez-O’Hara and Li Wei">', 'José Núñez-O’Hara and Li Wei'],
  ])('is the byline from meta elements: %s', (head, byline) => expect(read(html(head)).byline).toBe(byline));

  it.each([
    ['2025-03-04T23:30:00-05:00', '2025-03-04'],
    ['2025-03-05T04:30:00Z', '2025-03-05'],
    ['20250304', '2025-03-04'],
    ['2025/03/04', '2025-03-04'],
    ['Tue, 04 Mar 2025 23:30:00 GMT', '2025-03-04'],
    ['March 4, 2025', '2025-03-04'],
    ['03/04/2025', null],
    ['1970-01-01T00:00:00Z', null],
    ['2025-02-30', null],
    ['yesterday', null],
  ])('is the day as it is written there: %s', (written, day) => {
    expect(read(html(`<meta property="article:published_time" content="${written}">`)).published).toBe(day);
  });

  it.each([
    ['/bridge', 'https://gazette.example/bridge'],
    ['https://m.gazette.example/other?utm_source=x', 'https://m.gazette.example/other'],
    ['https://elsewhere.example/bridge', 'https://www.gazette.example/b?id=1'],
    ['https://www.gazette.example/', 'https://www.gazette.example/b?id=1'],
    ['javascript:alert(1)', 'https://www.gazette.example/b?id=1'],
    ['http://[', 'https://www.gazette.example/b?id=1'],
  ])('is its address, where the canonical one is %s', (canonical, url) => {
    const head = `${titled}<link rel="canonical" href="${canonical}">`;
    expect(read(html(head), 'https://www.gazette.example/b?id=1&fbclid=7').url).toBe(
      url
        .replace('//www.gazette.example/bridge', '//gazette.example/bridge')
        .replace('https://gazette.example/bridge', 'https://www.gazette.example/bridge'),
    );
  });

  it.each([
    [
      '<title>Bridge stays closed | Politics | Gazette</title>',
      '<h1>Bridge stays closed</h1>',
      'Bridge stays closed',
    ],
    ['<title>Gazette: Bridge stays closed</title>', '', 'Bridge stays closed'],
    [
      '<title>Ortiz: bridge – and ferry – stay closed - Gazette</title>',
      '',
      'Ortiz: bridge – and ferry – stay closed',
    ],
    ['<title>Gazette</title>', '<h1>Bridge stays closed</h1>', 'Bridge stays closed'],
    [
      '<meta property="og:title" content="Bridge stays closed until…">',
      '<h1>Bridge stays <br>closed until&nbsp;May</h1>',
      'Bridge stays closed until May',
    ],
    [
      '<meta property="og:title" content="Ortiz &amp;amp; Bell &lt;b&gt;agree&lt;/b&gt;">',
      '',
      'Ortiz & Bell agree',
    ],
  ])('is the headline: %s %s', (head, heading, title) => {
    expect(
      read(html(`${head}<meta property="og:site_name" content="Gazette">`, heading + ARTICLE)).title,
    ).toBe(title);
  });

  it('is nothing where it tells nothing', () => {
    expect(read(html(''))).toEqual({
      title: null,
      outlet: null,
      byline: null,
      published: null,
      url: 'https://gazette.example/bridge',
      paragraphs: BODY,
    });
  });
});
