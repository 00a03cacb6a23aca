import { createServer } from 'node:https';
import { type AddressInfo, createServer as createRawServer, type Socket } from 'node:net';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { HttpRefusal } from '../../src/intake/fetch.ts';
import { createFetch } from '../../src/intake/fetch-safely.ts';
import { Refusal } from '../../src/intake/refusal.ts';
import { fetchFor, openWebServer, redirectTo, untyped, type WebServer } from './web-server.ts';

let news: WebServer;

beforeEach(async () => {
  news = await openWebServer();
});
afterEach(() => news.close());

const CHUNKED = 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n';

/** A server that speaks for itself, be it HTTP or not. */
async function openRawServer(speak: (socket: Socket) => void) {
  const sockets = new Set<Socket>();
  const server = createRawServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket)).on('error', () => {});
    speak(socket.resume());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const url = (path: string) => `http://127.0.0.1:${port}${path}`;
  return { host: '127.0.0.1', port, url, connections: () => sockets.size, close: () => server.close() };
}

const textOf = ({ bytes }: { bytes: Uint8Array }) => Buffer.from(bytes).toString();

/** A machine that does much else takes its time. */
const PATIENT = { timeout: 10_000 };

/** A refusal with these words. */
const refusal = (message: string) => ({ name: 'Refusal', message });

describe('a page', () => {
  it('is given with its address, type and body', async () => {
    news.serve('/mayor', { body: '<p>“We stay open,” the mayor said.' });
    const fetch = fetchFor(news, { hosts: ['news.example'] });
    const page = await fetch(news.url('/mayor?from=feed#comments', 'news.example'));
    expect(page).toMatchObject({
      url: news.url('/mayor?from=feed', 'news.example'),
      status: 200,
      type: 'text/html',
      charset: 'utf-8',
    });
    expect(textOf(page)).toBe('<p>“We stay open,” the mayor said.');
    expect(page.bytes.constructor).toBe(Uint8Array);
  });

  it.each([
    ['text/html', 'text/html', null],
    ['TEXT/HTML; Charset=ISO-8859-1', 'text/html', 'ISO-8859-1'],
    ['text/plain;charset="windows-1252"; format=flowed', 'text/plain', 'windows-1252'],
    ['application/rss+xml', 'application/rss+xml', null],
    ['nonsense', null, null],
    ['', null, null],
  ])('of type %o is told as what it is', async (header, type, charset) => {
    const url = news.serve('/typed', { headers: { 'content-type': header }, body: 'news' });
    expect(await fetchFor(news)(url)).toMatchObject({ type, charset });
  });

  it('without a type has none', async () => {
    expect(await fetchFor(news)(news.serve('/', untyped('news')))).toMatchObject({
      type: null,
      charset: null,
    });
  });

  it.each([
    ['gzip', gzipSync],
    ['X-GZIP', gzipSync],
    ['deflate', deflateSync],
    ['br', brotliCompressSync],
    ['identity', (text: string) => text],
  ])('that comes as %s is unpacked', async (encoding, pack) => {
    const url = news.serve('/', { headers: { 'content-encoding': encoding }, body: pack('<p>news') });
    expect(textOf(await fetchFor(news)(url))).toBe('<p>news');
  });

  it('may be empty', async () => {
    expect(await fetchFor(news)(news.serve('/', { status: 204 }))).toMatchObject({
      status: 204,
      bytes: new Uint8Array(),
    });
    const packed = news.serve('/packed', { headers: { 'content-encoding': 'gzip' }, body: '' });
    expect((await fetchFor(news)(packed)).bytes).toHaveLength(0);
  });

  it('comes with its headers, by small names, and without cookies', async () => {
    const headers = {
      ETag: '"1"',
      'Last-Modified': 'Tue, 24 Nov 2026 10:00:00 GMT',
      'Set-Cookie': ['a=1', 'b=2'],
      Link: ['<a>', '<b>'],
    };
    const { headers: got } = await fetchFor(news)(news.serve('/', { headers }));
    expect(got).toMatchObject({
      etag: '"1"',
      'last-modified': 'Tue, 24 Nov 2026 10:00:00 GMT',
      link: '<a>, <b>',
    });
    expect(got).not.toHaveProperty('set-cookie');
  });

  it('is there after redirects, in full and by path', async () => {
    news.serve('/2026/mayor', { body: 'news' });
    news.serve('/old', redirectTo(news.url('/2026/moved', 'www.news.example'), 301));
    news.serve('/2026/moved', redirectTo('mayor?x=1#top', 308));
    const fetch = fetchFor(news, { hosts: ['news.example', 'www.news.example'] });
    const page = await fetch(news.url('/old', 'news.example'));
    expect(page.url).toBe(news.url('/2026/mayor?x=1', 'www.news.example'));
    expect(textOf(page)).toBe('news');
  });
});

describe('a request', () => {
  it('says who asks and what is wanted', async () => {
    await fetchFor(news)(news.serve('/', {}), { accept: 'application/rss+xml, */*;q=0.1' });
    const [request] = news.requests;
    expect(request?.method).toBe('GET');
    expect(request?.headers).toMatchObject({
      'user-agent': expect.stringMatching(/^OnRecord\/\d+\.\d+\.\d+$/),
      accept: 'application/rss+xml, */*;q=0.1',
      'accept-encoding': 'gzip, br',
    });
  });

  it('carries no cookie, no credentials and not where it came from, not even after a redirect', async () => {
    news.serve('/', {});
    news.serve('/login', { status: 302, headers: { location: '/', 'set-cookie': 'session=1; Path=/' } });
    await fetchFor(news)(news.url('/login'));
    await fetchFor(news)(news.url('/'));
    expect(news.requests).toHaveLength(3);
    for (const { headers } of news.requests) {
      expect(Object.keys(headers).sort()).toEqual([
        'accept',
        'accept-encoding',
        'accept-language',
        'connection',
        'host',
        'user-agent',
      ]);
    }
  });

  it('is conditional where something was fetched before', async () => {
    const modified = 'Tue, 24 Nov 2026 10:00:00 GMT';
    news.serve('/feed', (request, response) => {
      const isKnown =
        request.headers['if-none-match'] === '"1"' && request.headers['if-modified-since'] === modified;
      response.writeHead(isKnown ? 304 : 200, { etag: '"1"' }).end(isKnown ? undefined : 'news');
    });
    const fetch = fetchFor(news);
    expect(await fetch(news.url('/feed'), { etag: '"1"', lastModified: modified })).toMatchObject({
      status: 304,
      headers: { etag: '"1"' },
      bytes: new Uint8Array(),
    });
    expect(await fetch(news.url('/feed'), { etag: '"0"', lastModified: null })).toMatchObject({
      status: 200,
    });
    expect(await fetch(news.url('/feed'), { etag: null })).toMatchObject({ status: 200 });
  });

  it('leaves out validators that no request can carry', async () => {
    const fetch = fetchFor(news);
    news.serve('/', { body: 'news' });
    for (const etag of ['"é"', '"a"\r\nX-Evil: 1', '"\u0000"', 'x'.repeat(5000), '']) {
      expect((await fetch(news.url('/'), { etag, lastModified: etag })).status).toBe(200);
    }
    expect(news.requests.some(({ headers }) => 'if-none-match' in headers || 'x-evil' in headers)).toBe(
      false,
    );
  });
});

describe('a server that says no', () => {
  it.each([
    [404, '127.0.0.1 says there is no such page (404).'],
    [410, '127.0.0.1 says there is no such page (410).'],
    [401, "127.0.0.1 doesn't show that page to everybody (401)."],
    [403, "127.0.0.1 doesn't show that page to everybody (403)."],
    [429, '127.0.0.1 is asked too often and wants to be left alone for a while (429).'],
    [500, "127.0.0.1 has trouble of its own and can't show that page now (500)."],
    [503, "127.0.0.1 has trouble of its own and can't show that page now (503)."],
    [999, "127.0.0.1 didn't give that page (999)."],
    [418, "127.0.0.1 didn't give that page (418)."],
    [304, "127.0.0.1 didn't give that page (304)."],
    [302, "127.0.0.1 didn't give that page (302)."],
  ])('is understood: %i', async (status, message) => {
    const failure = await fetchFor(news)(news.serve('/', { status })).catch((error) => error);
    expect(failure).toBeInstanceOf(HttpRefusal);
    expect(failure).toBeInstanceOf(Refusal);
    expect(failure).toMatchObject({ message, status, retryAfter: null });
  });

  it('says for how long', async () => {
    vi.useFakeTimers({ now: Date.UTC(2026, 10, 24, 10, 0, 0), toFake: ['Date'] });
    try {
      const waitAfter = async (wait: string | readonly string[]) => {
        const url = news.serve('/', { status: 429, headers: { 'retry-after': wait } });
        return (await fetchFor(news)(url).catch((error) => error)).retryAfter;
      };
      expect(await waitAfter('120')).toBe(120_000);
      expect(await waitAfter('0')).toBe(0);
      expect(await waitAfter('Tue, 24 Nov 2026 10:05:00 GMT')).toBe(300_000);
      expect(await waitAfter('Tue, 24 Nov 2026 09:05:00 GMT')).toBe(0);
      expect(await waitAfter('9'.repeat(400))).toBe(30 * 24 * 60 * 60 * 1000);
      expect(await waitAfter(['5', '6'])).toBe(5000);
      expect(await waitAfter('-5')).toBeNull();
      expect(await waitAfter('soon')).toBeNull();
      expect(await waitAfter('Xyz, 99 Abc 2026 10:05:00 GMT')).toBeNull();
    } finally {
      vi.useRealTimers();
    }
  });

  it('redirects to what is no address', async () => {
    const failure = await fetchFor(news)(news.serve('/', redirectTo('http://['))).catch((error) => error);
    expect(failure).toMatchObject({ message: "127.0.0.1 didn't give that page (302).", status: 302 });
  });
});

describe('a server that cannot be asked', () => {
  const failing = (code: string) => async () => {
    throw Object.assign(new Error(`getaddrinfo ${code} news.example`), { code });
  };

  it('has no such name', async () => {
    for (const lookup of [failing('ENOTFOUND'), failing('ENODATA'), async () => []]) {
      await expect(createFetch({ lookup })('https://news.example/')).rejects.toMatchObject(
        refusal('There is no server by the name of news.example.'),
      );
    }
  });

  it('has a name that nobody can look up now', async () => {
    await expect(
      createFetch({ lookup: failing('EAI_AGAIN') })('https://news.example/'),
    ).rejects.toMatchObject(refusal("The name news.example couldn't be looked up."));
  });

  it('takes no connections, whose address is not told', async () => {
    const gone = await openWebServer();
    await gone.close();
    for (const lookup of [async () => ['127.0.0.1'], async () => ['127.0.0.1', '127.0.0.1']]) {
      await expect(fetchFor(gone, { lookup })(gone.url('/', 'news.example'))).rejects.toMatchObject(
        refusal('news.example takes no connections.'),
      );
    }
  });

  it.each([
    ['mail', '220 mail.example ESMTP\r\n'],
    ['a page without a word before it', '<html><p>news</html>'],
    ['a length below nothing', 'HTTP/1.1 200 OK\r\ncontent-length: -3\r\n\r\nabc'],
    ['a header that means something to JavaScript', 'HTTP/1.1 200 OK\r\n__proto__: x\r\n\r\nabc'],
    ['one behind the body', `${CHUNKED}1\r\na\r\n0\r\n__proto__: x\r\n\r\n`],
    ['a body that is cut wrong', `${CHUNKED}1\r\nabc\r\n`],
  ])('answers with %s, which is not HTTP', async (_, answer) => {
    const server = await openRawServer((socket) => socket.once('data', () => socket.end(answer)));
    await expect(fetchFor(server)(server.url('/'))).rejects.toMatchObject(
      refusal("127.0.0.1 answered in a way that isn't HTTP."),
    );
    server.close();
  });

  it('takes a connection and says nothing to make it secure', async () => {
    const server = await openRawServer(() => {});
    const fetch = fetchFor(server, { milliseconds: 300 });
    await expect(fetch(`https://127.0.0.1:${server.port}/`)).rejects.toMatchObject(
      refusal('127.0.0.1 took longer than 0.3 seconds.'),
    );
    await expect.poll(() => server.connections(), PATIENT).toBe(0);
    server.close();
  });

  it('sends more headers than anybody needs', async () => {
    const headers = { 'x-long': 'a'.repeat(100_000) };
    await expect(fetchFor(news)(news.serve('/', { headers }))).rejects.toThrow("isn't HTTP");
  });

  it('hangs up without an answer', async () => {
    await expect(
      fetchFor(news)(news.serve('/', (request) => request.socket.destroy())),
    ).rejects.toMatchObject(refusal('127.0.0.1 broke the connection off.'));
  });

  it('has no secure connection to offer', async () => {
    await expect(fetchFor(news)(`https://127.0.0.1:${news.port}/`)).rejects.toMatchObject(
      refusal('No secure connection to 127.0.0.1 could be made.'),
    );
  });

  it('has a certificate that nobody vouches for', async () => {
    const server = createServer({ key: KEY, cert: CERTIFICATE }, (_, response) => response.end('news'));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const fetch = fetchFor({ host: '127.0.0.1', port }, { hosts: ['news.example'] });
    await expect(fetch(`https://news.example:${port}/`)).rejects.toMatchObject(
      refusal("news.example can't prove that it is news.example: its certificate isn't valid."),
    );
    server.close();
  });
});

// Made for this test alone, and vouched for by nobody.
const KEY = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQglFNnRIQlGLhV5/8b
bm/pmEr7Xg21TSbT3V7AiUlkpEqhRANCAAT62GO75/9oc241u5WxSYi1IA6OHA5k
QFn6ac15H5jHxkXlNPSW5K11W9GgMHBxDvmMAypatyCBmMnVM3MITJol
-----END PRIVATE KEY-----`;
const CERTIFICATE = `-----BEGIN CERTIFICATE-----
MIIBnTCCAUSgAwIBAgIUMI9FP7OUPUK7dMJxkWtVJ76utskwCgYIKoZIzj0EAwIw
FzEVMBMGA1UEAwwMbmV3cy5leGFtcGxlMCAXDTI2MTEyNjA2MTIyNloYDzIxMjYx
MTAyMDYxMjI2WjAXMRUwEwYDVQQDDAxuZXdzLmV4YW1wbGUwWTATBgcqhkjOPQIB
BggqhkjOPQMBBwNCAAT62GO75/9oc241u5WxSYi1IA6OHA5kQFn6ac15H5jHxkXl
NPSW5K11W9GgMHBxDvmMAypatyCBmMnVM3MITJolo2wwajAdBgNVHQ4EFgQUpTeW
X8xj2GeiCnDd/IwbRoXD2lQwHwYDVR0jBBgwFoAUpTeWX8xj2GeiCnDd/IwbRoXD
2lQwDwYDVR0TAQH/BAUwAwEB/zAXBgNVHREEEDAOggxuZXdzLmV4YW1wbGUwCgYI
KoZIzj0EAwIDRwAwRAIgDe6VKGJNz8uQjt+HT9FeYeSCTPwIFj6GGtuODpVNuwAC
IFbC9fA5UlY6C9DBMwEpdcEJ5xg9f3tZyA6BSDqE5yk/
-----END CERTIFICATE-----`;
