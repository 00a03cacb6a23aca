import { describe, expect, it } from 'vitest';
import { findFeed } from '../../src/intake/read-feed-link.ts';

const PAGE = 'https://gazette.example/news/';
const found = (head: string) =>
  findFeed(`<!doctype html><html><head><title>Gazette</title>${head}</head><body>…</body></html>`, PAGE);

describe('The feed that a page tells of', () => {
  it.each([
    [
      '<link rel="alternate" type="application/rss+xml" href="https://gazette.example/feed/">',
      'https://gazette.example/feed/',
    ],
    [
      '<link rel="Alternate" type="Application/Atom+XML; charset=utf-8" href=" /atom.xml " />',
      'https://gazette.example/atom.xml',
    ],
    [
      "<link href=feed.json type='application/feed+json' rel='home alternate'>",
      'https://gazette.example/news/feed.json',
    ],
    [
      '<base href="https://cdn.example/"><link rel="alternate" type="application/rss+xml" href="rss">',
      'https://cdn.example/rss',
    ],
    [
      '<link rel="alternate" type="application/rss+xml" href="/feed?a=1&amp;b=2">',
      'https://gazette.example/feed?a=1&b=2',
    ],
  ])('%s', (head, address) => {
    expect(found(head)).toBe(address);
  });

  it('is the first, but one of comments only where there is no other', () => {
    const comments =
      '<link rel="alternate" type="application/rss+xml" title="Gazette » Comments Feed" href="/comments/feed/">';
    const [first, second] = ['/feed/', '/sport/feed/'].map(
      (href) => `<link rel="alternate" type="application/rss+xml" href="${href}">`,
    );
    expect(found(`${comments}${first}${second}`)).toBe('https://gazette.example/feed/');
    expect(found(comments)).toBe('https://gazette.example/comments/feed/');
  });

  it.each([
    '',
    '<link rel="stylesheet" type="text/css" href="/a.css">',
    '<link rel="alternate" hreflang="fr" href="/fr/">',
    '<link rel="alternate" type="application/rss+xml" href="">',
    '<link rel="alternate" type="application/rss+xml" href="javascript:alert(1)">',
    '<link type="application/rss+xml" href="/feed">',
  ])('is none: %s', (head) => {
    expect(found(head)).toBeNull();
  });

  it('is found in whatever else is on the page', () => {
    const link = '<link title="News > all" rel="alternate" type="application/rss+xml" href="/feed">';
    const deep = `${'<div>'.repeat(200_000)}${'<link "'.repeat(200_000)}`;
    expect(findFeed(`<html><head>${link}</head><body>${deep}`, PAGE)).toBe('https://gazette.example/feed');
  });

  it('is found in a page that is hardly one', () => {
    expect(findFeed('<link rel=alternate type=application/rss+xml href=/feed><p>Hello', PAGE)).toBe(
      'https://gazette.example/feed',
    );
    expect(findFeed('', PAGE)).toBeNull();
  });
});
