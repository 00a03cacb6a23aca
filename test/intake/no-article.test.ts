import { describe, expect, it } from 'vitest';
import { readPage } from '../../src/intake/read-page.ts';
import { Refusal } from '../../src/intake/refusal.ts';
import { page } from './drafts.ts';
import { BODY } from './outlets.ts';

const refused = (html: string) => {
  try {
    readPage(page(html));
  } catch (error) {
    expect(error).toBeInstanceOf(Refusal);
    return (error as Refusal).message;
  }
  return 'nothing';
};

const cards = Array.from(
  { length: 20 },
  (_, i) =>
    `<li><article class="card"><a href="/news/${i}"><h3>The mayor of town ${i} speaks about the bridge</h3></a><p>In ${i} minutes, what she said about the bridge and why the ferry runs twice a day.</p></article></li>`,
).join('');

describe('a page without an article', () => {
  it.each([
    ['a front page', `<html><body><h1>News</h1><ul>${cards}</ul></body></html>`, /lists articles/],
    [
      'a shell that scripts fill',
      '<html><head><title>Gazette</title></head><body><noscript>You need to enable JavaScript to run this app.</noscript><div id="root"></div><script src="/a.js"></script></body></html>',
      /by scripts in the browser/,
    ],
    [
      'a shell that says nothing',
      '<html><body><div id="app"></div><script>window.x = {"text": "The mayor said yes."}</script></body></html>',
      /by scripts in the browser/,
    ],
    [
      'a proof of being a person',
      '<html><head><title>Just a moment...</title></head><body><h1>gazette.example</h1><p>Checking your browser before accessing gazette.example.</p></body></html>',
      /asked for a proof/,
    ],
    [
      'a question about cookies',
      `<html><body><h1>We value your privacy</h1>${'<p>We and our 842 partners store and access personal data, like browsing data or unique identifiers, on your device with cookies.</p>'.repeat(4)}<button>Accept all</button></body></html>`,
      /consent to cookies/,
    ],
    [
      'a login',
      '<html><body><h1>Gazette</h1><form><label>Sign in to your account</label><input></form><p>Create a free account to read on.</p></body></html>',
      /logged in or subscribe/,
    ],
    [
      'the beginning of an article for subscribers',
      `<html><body><article><h1>Bridge stays closed</h1><p>${BODY[0]}</p><p>${BODY[1]}</p></article><div class="gate"><h2>Subscribe to continue reading</h2><p>Already a subscriber? Log in.</p></div></body></html>`,
      /logged in or subscribe/,
    ],
    [
      'nothing at its address',
      '<html><head><title>Page not found</title></head><body><h1>404</h1><p>Sorry, the page has moved.</p></body></html>',
      /nothing at its address/,
    ],
    ['a picture', '<html><body><img src="bridge.jpg"></body></html>', /hardly any text/],
    ['nothing', '', /hardly any text/],
  ])('says so: %s', (_, html, message) => expect(refused(html)).toMatch(message));

  it('is not a short article beside a banner about cookies and a link to a login', () => {
    const html = `<html><body><a href="/in">Sign in or register</a><div>We use cookies. <button>Accept all</button></div><article><h1>Bridge</h1>${BODY.slice(
      0,
      3,
    )
      .map((text) => `<p>${text}</p>`)
      .join('')}</article></body></html>`;
    expect(refused(html)).toBe('nothing');
  });

  it('may have its text in its data for scripts', () => {
    const data = JSON.stringify({
      '@type': 'NewsArticle',
      headline: 'Bridge',
      articleBody: BODY.join('\n\n'),
    });
    const draft = readPage(
      page(
        `<html><head><script type="application/ld+json">${data}</script></head><body><div id="root"></div><script src="a.js"></script></body></html>`,
      ),
    );
    for (const text of BODY) expect(draft.text).toContain(text);
  });
});
