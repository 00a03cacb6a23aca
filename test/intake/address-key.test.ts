import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressKey, cleanAddress } from '../../src/intake/address-key.ts';

describe('a clean address', () => {
  it.each([
    ['https://a.example/b?utm_source=x&utm_medium=y#top', 'https://a.example/b'],
    ['https://a.example/b?id=7&fbclid=Iw&page=2', 'https://a.example/b?id=7&page=2'],
    ['https://a.example/b?gclid=1&mc_cid=2&mc_eid=3&ref=home', 'https://a.example/b'],
    ['https://user:secret@a.example/b', 'https://a.example/b'],
    ['https://a.example/b?q=a%20b&x&y=', 'https://a.example/b?q=a%20b&x&y='],
    ['https://a.example/b?%E0%A4%A=1', 'https://a.example/b?%E0%A4%A=1'],
    ['https://a.example/referendum?reference=7', 'https://a.example/referendum?reference=7'],
    ['HTTPS://A.Example:443/B', 'https://a.example/B'],
  ])('of %s is %s', (url, clean) => expect(cleanAddress(url)).toBe(clean));

  it.each(['mailto:a@b.example', 'no address', ''])('leaves alone what is none: “%s”', (text) =>
    expect(cleanAddress(text)).toBe(text),
  );
});

describe('the key of an address', () => {
  it.each([
    ['http://a.example/b', 'https://www.a.example/b/'],
    ['https://m.a.example/b', 'https://amp.a.example/b'],
    ['https://a.example', 'https://www.a.example/index.html'],
    ['https://a.example/b/index.php', 'http://a.example:80/b?utm_campaign=x#y'],
    ['https://a.example/b?x=1&y=2', 'https://a.example/b?y=2&x=1'],
  ])('is the same for %s and %s', (one, other) => expect(addressKey(one)).toBe(addressKey(other)));

  it.each([
    ['https://a.example/b', 'https://a.example/B'],
    ['https://a.example/b', 'https://a.example:8443/b'],
    ['https://a.example/b?x=1', 'https://a.example/b?x=2'],
    ['https://news.a.example/b', 'https://a.example/b'],
    ['https://m.example/b', 'https://example/b'],
  ])('differs for %s and %s', (one, other) => expect(addressKey(one)).not.toBe(addressKey(other)));

  it('is the same for an address and its clean form', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (url) => {
        expect(addressKey(cleanAddress(url))).toBe(addressKey(url));
        expect(cleanAddress(cleanAddress(url))).toBe(cleanAddress(url));
      }),
    );
  });
});
