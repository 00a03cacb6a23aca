import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  brokenOff,
  chain,
  endless,
  fetchFor,
  gzipBomb,
  huge,
  loop,
  openWebServer,
  silent,
  slow,
  type WebServer,
} from './web-server.ts';

let news: WebServer;

beforeEach(async () => {
  news = await openWebServer();
});

afterEach(async () => {
  await expect.poll(() => news.connections(), PATIENT).toBe(0);
  await news.close();
});

const MEGABYTE = 1024 * 1024;

/** A machine that does much else takes its time. */
const PATIENT = { timeout: 10_000 };

/** A refusal with these words. */
const refusal = (message: string) => ({ name: 'Refusal', message });

describe('a body', () => {
  it('may have 5 MB and no more', async () => {
    const fetch = fetchFor(news);
    expect((await fetch(news.serve('/most', huge(5 * MEGABYTE)))).bytes).toHaveLength(5 * MEGABYTE);
    const open = huge(5 * MEGABYTE, { tellsLength: false });
    expect((await fetch(news.serve('/most', open))).bytes).toHaveLength(5 * MEGABYTE);
    await expect(fetch(news.serve('/more', huge(5 * MEGABYTE + 1)))).rejects.toMatchObject(
      refusal('What 127.0.0.1 sends is larger than 5 MB.'),
    );
    const longer = huge(5 * MEGABYTE + 1, { tellsLength: false });
    await expect(fetch(news.serve('/more', longer))).rejects.toThrow('larger than 5 MB');
  });

  it('that tells its size is refused before it is sent', async () => {
    let ended = 0;
    news.serve('/told', (_, response) => {
      response.writeHead(200, { 'content-length': 6 * MEGABYTE });
      response.write('a');
      response.on('close', () => {
        ended = response.socket?.bytesWritten ?? 0;
      });
    });
    await expect(fetchFor(news)(news.url('/told'))).rejects.toThrow('larger than 5 MB');
    await expect.poll(() => news.connections(), PATIENT).toBe(0);
    expect(ended).toBeLessThan(1000);
  });

  it('that never ends is left when there is too much of it', async () => {
    await expect(fetchFor(news)(news.serve('/endless', endless))).rejects.toThrow('larger than 5 MB');
  });

  it.each([
    ['gzip', gzipSync],
    ['br', brotliCompressSync],
    ['deflate', deflateSync],
  ])('that swells when it is unpacked (%s) is left when there is too much of it', async (encoding, pack) => {
    const bomb = { headers: { 'content-encoding': encoding }, body: pack(Buffer.alloc(60 * MEGABYTE)) };
    const before = process.memoryUsage().arrayBuffers;
    await expect(fetchFor(news)(news.serve('/bomb', bomb))).rejects.toThrow('larger than 5 MB');
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(40 * MEGABYTE);
  });

  it('that swells, as other tests are served it, is left too', async () => {
    await expect(fetchFor(news)(news.serve('/bomb', gzipBomb(6 * MEGABYTE)))).rejects.toThrow(
      'larger than 5 MB',
    );
  });

  it('that is large when packed is left even if nothing is in it', async () => {
    const empty = Buffer.concat(Array.from({ length: 1000 }, () => gzipSync('')));
    const page = { headers: { 'content-encoding': 'gzip', 'transfer-encoding': 'chunked' }, body: empty };
    await expect(fetchFor(news, { bytes: 10_000 })(news.serve('/empty', page))).rejects.toThrow(
      'What 127.0.0.1 sends is larger than 10 KB.',
    );
  });

  it('packed twice, or in a way that is not known, is refused', async () => {
    for (const encoding of ['gzip, gzip', 'zstd', 'gzip,br']) {
      const page = { headers: { 'content-encoding': encoding }, body: gzipSync(gzipSync('news')) };
      await expect(fetchFor(news)(news.serve('/packed', page))).rejects.toMatchObject(
        refusal("127.0.0.1 sent it packed in a way that can't be read."),
      );
    }
  });

  it('that is not what it is said to be packed in is refused', async () => {
    for (const encoding of ['gzip', 'br', 'deflate']) {
      const page = {
        headers: { 'content-encoding': encoding },
        body: '<p>Not packed at all, not a bit of it.',
      };
      await expect(fetchFor(news)(news.serve('/packed', page))).rejects.toMatchObject(
        refusal("What 127.0.0.1 sent couldn't be unpacked."),
      );
    }
  });

  it('that breaks off is refused', async () => {
    await expect(fetchFor(news)(news.serve('/broken', brokenOff('<p>Half of it')))).rejects.toMatchObject(
      refusal('127.0.0.1 broke the connection off.'),
    );
  });
});

describe('the time', () => {
  const SECOND = { milliseconds: 500 };
  const LATE = refusal('127.0.0.1 took longer than 0.5 seconds.');

  it('goes for a server that never answers', async () => {
    await expect(fetchFor(news, SECOND)(news.serve('/silent', silent))).rejects.toMatchObject(LATE);
  });

  it('goes for a page that drips', async () => {
    const dripping = slow('<p>Word by word by word', 100);
    await expect(fetchFor(news, SECOND)(news.serve('/slow', dripping))).rejects.toMatchObject(LATE);
    expect((await fetchFor(news)(news.serve('/slow', slow('<p>Soon', 20)))).bytes).toHaveLength(7);
  });

  it('goes for all redirects together', async () => {
    news.serve('/chain', (request, response) => {
      setTimeout(() => chain(request, response), 150);
    });
    await expect(fetchFor(news, SECOND)(news.url('/chain?left=5'))).rejects.toMatchObject(LATE);
    expect(news.requests.length).toBeLessThan(5);
  });

  it('goes for a name that resolves slowly, which is not asked later either', async () => {
    let resolve = (_: readonly string[]) => {};
    const lookup = () =>
      new Promise<readonly string[]>((found) => {
        resolve = found;
      });
    await expect(fetchFor(news, { ...SECOND, lookup })(news.url('/', 'slow.example'))).rejects.toMatchObject(
      refusal('slow.example took longer than 0.5 seconds.'),
    );
    resolve(['127.0.0.1']);
    await new Promise((after) => setTimeout(after, 50));
    expect(news.requests).toEqual([]);
  });

  it('goes for a packed page that never ends', async () => {
    news.serve('/packed', (_, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' });
      response.write(gzipSync('news').subarray(0, 12));
    });
    await expect(fetchFor(news, SECOND)(news.url('/packed'))).rejects.toMatchObject(LATE);
  });

  it('is over when whoever asked does not want it any more', async () => {
    const enough = new AbortController();
    const reason = new Error('Somebody stopped it.');
    const asked = fetchFor(news)(news.serve('/silent', silent), { signal: enough.signal });
    await expect.poll(() => news.requests.length, PATIENT).toBe(1);
    enough.abort(reason);
    await expect(asked).rejects.toBe(reason);
    await expect(fetchFor(news)(news.url('/'), { signal: enough.signal })).rejects.toBe(reason);
    expect(news.requests).toHaveLength(1);
  });

  it('leaves no clock running', async () => {
    const clocks = () => process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;
    const before = clocks();
    await fetchFor(news)(news.serve('/', { body: 'news' }));
    await fetchFor(news)(news.url('/nothing')).catch(() => {});
    expect(clocks()).toBeLessThanOrEqual(before);
  });
});

describe('redirects', () => {
  it('are followed five times and no more', async () => {
    news.serve('/chain', chain);
    const { url } = await fetchFor(news)(news.url('/chain?left=5'));
    expect(url).toBe(news.url('/chain?left=0'));
    await expect(fetchFor(news)(news.url('/chain?left=6'))).rejects.toMatchObject(
      refusal('127.0.0.1 redirects more than 5 times.'),
    );
    expect(news.requests).toHaveLength(12);
  });

  it('that go round in a circle come to an end', async () => {
    await expect(fetchFor(news)(news.serve('/loop', loop))).rejects.toThrow('redirects more than 5 times');
    expect(news.requests).toHaveLength(6);
  });

  it('with a body that never ends are followed without reading it', async () => {
    news.serve('/', { body: 'news' });
    news.serve('/moved', (_, response) => {
      response.writeHead(302, { location: '/' });
      response.write('a');
    });
    expect((await fetchFor(news)(news.url('/moved'))).url).toBe(news.url('/'));
  });
});
