import { describe, expect, it } from 'vitest';
import { readFeed } from '../../src/intake/read-feed.ts';
import { fetchedOf, type RssItem, rssOf, STORY } from './feeds.ts';

const itemsOf = (text: string | Uint8Array, over = {}) => readFeed(fetchedOf(text, over))?.items ?? [];
const rssItem = (item: RssItem) => itemsOf(rssOf([item]))[0];

describe('The letters of a feed', () => {
  const cyrillic = (encoding: string) =>
    `<?xml version="1.0" encoding="${encoding}"?><rss version="2.0"><channel><title>Мост</title></channel></rss>`;
  const windows1251 = (text: string) =>
    Uint8Array.from(text, (letter) => {
      const code = letter.charCodeAt(0);
      return code < 0x80 ? code : code - 0x410 + 0xc0;
    });
  const titleOf = (bytes: string | Uint8Array, charset: string | null = null) =>
    readFeed(fetchedOf(bytes, { charset }))?.title;

  it('are those of the XML declaration', () => {
    expect(titleOf(windows1251(cyrillic('windows-1251')))).toBe('Мост');
  });

  it('are those of the media type, where the feed says nothing', () => {
    const text = cyrillic('windows-1251').replace(/ encoding="[^"]*"/, '');
    expect(titleOf(windows1251(text), 'windows-1251')).toBe('Мост');
  });

  it('are UTF-8 where they can be nothing else, whatever is said', () => {
    expect(titleOf(cyrillic('utf-8'), 'iso-8859-1')).toBe('Мост');
    expect(titleOf(cyrillic('windows-1251'))).toBe('Мост');
  });

  it('may begin with a byte order mark, blank lines, or be UTF-16', () => {
    expect(titleOf(`\uFEFF${cyrillic('utf-8')}`)).toBe('Мост');
    expect(titleOf(`\n\n  ${cyrillic('utf-8')}`)).toBe('Мост');
    expect(titleOf(Buffer.from(`\uFEFF${cyrillic('utf-16')}`, 'utf16le'))).toBe('Мост');
  });

  it('may be declared in a way that there isn’t', () => {
    expect(titleOf(cyrillic('no-such-thing'), 'neither-this')).toBe('Мост');
  });
});

describe('A damaged or hostile feed', () => {
  it('is read whatever its media type says', () => {
    for (const type of ['text/html', 'text/plain', 'application/octet-stream', null]) {
      expect(itemsOf(rssOf([{ link: 'https://gazette.example/1' }]), { type })).toHaveLength(1);
    }
  });

  it('is read as far as it goes where it ends in the midst', () => {
    const text = rssOf([{ link: 'https://gazette.example/1' }, { link: 'https://gazette.example/2' }]);
    const items = itemsOf(text.slice(0, text.lastIndexOf('</item>')));
    expect(items[0]?.url).toBe('https://gazette.example/1');
  });

  it.each([
    ['nothing', ''],
    ['a page', '<!doctype html><html><head><title>Gazette</title></head><body><p>Hello</p></body></html>'],
    [
      'a page about feeds',
      '<!doctype html><html><body><pre><rss version="2.0"><channel></pre><feed></body></html>',
    ],
    ['other XML', '<?xml version="1.0"?><urlset><url><loc>https://gazette.example/</loc></url></urlset>'],
    ['other JSON', '{"items": 1, "message": "no"}'],
    ['broken JSON', '{"version": "https://jsonfeed.org/version/1.1", "items": ['],
    ['bytes', Uint8Array.from({ length: 1000 }, (_, i) => (i * 37) % 256)],
    ['angle brackets', '<rss version="2.0">'.padEnd(100_000, '<')],
  ])('is none where it is %s', (_, body) => {
    expect(readFeed(fetchedOf(body))).toBeNull();
  });

  it('does not grow: entities that are made of entities stay names', () => {
    const entities = Array.from(
      { length: 20 },
      (_, i) => `<!ENTITY e${i + 1} "${`&e${i};`.repeat(10)}">`,
    ).join('');
    const text = `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY e0 "aaaaaaaaaa">${entities}]><rss version="2.0"><channel><title>&e20;</title></channel></rss>`;
    expect(readFeed(fetchedOf(text))?.title ?? '').not.toContain('aa');
  });

  it('reads no file: one with an entity from outside is none', () => {
    const text =
      '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY file SYSTEM "file:///etc/passwd">]><rss version="2.0"><channel><title>A &file;</title></channel></rss>';
    expect(readFeed(fetchedOf(text))).toBeNull();
  });

  it('gives no text that is built to take forever', () => {
    const html = (content: string) =>
      rssItem({ guid: 'a1', link: 'https://gazette.example/1', content: `<![CDATA[${STORY}${content}]]>` })
        ?.html;
    expect(html('<div>'.repeat(501))).toBeNull();
    expect(html('<b>x</b>'.repeat(20_000))).toBeNull();
    expect(html('x'.repeat(300_000))).toBeNull();
    expect(html('<ul><li>x<p>y<br></ul><div>z</div>'.repeat(1000))).not.toBeNull();
  });

  it('gives the first 5,000 of its items', () => {
    const items = Array.from({ length: 6000 }, (_, i) => ({
      guid: `g${i}`,
      link: `https://gazette.example/${i}`,
    }));
    const read = itemsOf(rssOf(items));
    expect([read.length, read.at(-1)?.key]).toEqual([5000, 'g4999']);
  });
});
