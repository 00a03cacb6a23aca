import { networkInterfaces } from 'node:os';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFetch } from '../../src/intake/fetch-safely.ts';
import { Refusal } from '../../src/intake/refusal.ts';
import { fetchFor, openWebServer, redirectTo, type WebServer } from './web-server.ts';

const INSIDE = 'That address leads to one inside this network, which is never asked.';

const hasIpv6 = Object.values(networkInterfaces()).some((all) =>
  all?.some(({ address }) => address === '::1'),
);

/** Stands for a server outside: the only one that the fetch of these tests may ask. */
let news: WebServer;
/** Stands for one inside: nothing may ever reach it. */
let inside: WebServer;

beforeEach(async () => {
  news = await openWebServer('127.0.0.1');
  // On the same port, so that nothing but its address keeps a request from it.
  inside = await openWebServer('127.0.0.2', news.port);
  inside.serve('/', { body: 'secret' });
  news.serve('/', { body: 'news' });
});

afterEach(async () => {
  expect(inside.requests).toEqual([]);
  expect(inside.connections()).toBe(0);
  await Promise.all([news.close(), inside.close()]);
});

/** Resolves every name to these addresses; each time it is asked to the next, and to the last ever after. */
function resolvingTo(...answers: readonly (readonly string[])[]) {
  const left = [...answers];
  const asked: string[] = [];
  const lookup = async (name: string) => {
    asked.push(name);
    return (left.length > 1 ? left.shift() : left[0]) ?? [];
  };
  return { lookup, asked };
}

/** A refusal with these words. */
const refusal = (message: string) => ({ name: 'Refusal', message });

describe('an address inside', () => {
  it.each([
    ['this machine', 'http://127.0.0.1/'],
    ['this machine in IPv6', 'http://[::1]/'],
    ['no address in particular', 'http://0.0.0.0/'],
    ['no address in particular, in IPv6', 'http://[::]/'],
    ['a private network', 'https://192.168.0.1/'],
    ['a private network in IPv6', 'https://[fd00::1]/'],
    ['a cloud’s metadata', 'http://169.254.169.254/latest/meta-data/'],
    ['a cloud’s metadata in IPv6', 'http://[fd00:ec2::254]/'],
    ['Azure’s metadata', 'http://168.63.129.16/'],
    ['Alibaba’s metadata', 'http://100.100.100.200/'],
    ['a router of the same link', 'http://[fe80::1]/'],
    ['the number of an address', 'http://2130706433/'],
    ['octal digits', 'http://0177.0.0.01/'],
    ['hexadecimal digits', 'http://0x7f000001/'],
    ['some of both', 'http://0x7f.1/'],
    ['a shortened address', 'http://127.1/'],
    ['nothing but a nought', 'http://0/'],
    ['a dot at its end', 'http://127.0.0.1./'],
    ['digits of another script', 'http://１２７.０.０.１/'],
    ['digits in circles', 'http://①②⑦.⓪.⓪.①/'],
    ['an ideographic full stop', 'http://127。0。0。1/'],
    ['percent signs', 'http://%31%32%37.0.0.1/'],
    ['IPv4 within IPv6', 'http://[::ffff:127.0.0.1]/'],
    ['IPv4 within IPv6, in hexadecimal', 'http://[::ffff:7f00:1]/'],
    ['IPv4 within IPv6, as it was once', 'http://[::127.0.0.1]/'],
    ['a translator to IPv4', 'http://[64:ff9b::7f00:1]/'],
    ['a tunnel to IPv4', 'http://[2002:7f00:1::1]/'],
    ['the name of this machine', 'http://localhost/'],
    ['the name of this machine in capitals', 'http://LOCALHOST/'],
    ['the name of this machine with a dot', 'http://localhost./'],
    ['a name under that of this machine', 'http://news.localhost/'],
    ['the name of this machine in circled letters', 'http://ⓛⓞⓒⓐⓛⓗⓞⓢⓣ/'],
    ['a name on the local link', 'http://printer.local/'],
    ['the name of a cloud’s metadata', 'http://metadata.google.internal/'],
    ['backslashes', 'http:\\\\127.0.0.1\\'],
    ['white space and tabs', '  http://127.0\t.0.1/ '],
  ])('is refused with %s', async (_, address) => {
    await expect(createFetch()(address)).rejects.toMatchObject(refusal(INSIDE));
  });

  it('is refused in whatever way its numbers are written', async () => {
    const written = (value: number, base: number) =>
      `${{ 8: '0', 10: '', 16: '0x' }[base]}${value.toString(base)}`;
    const base = fc.constantFrom(8, 10, 16);
    const address = fc.tuple(fc.constantFrom(0, 10, 127), fc.nat(255), fc.nat(255), fc.nat(255));
    const notation = fc.record({
      address,
      parts: fc.integer({ min: 1, max: 4 }),
      bases: fc.tuple(base, base, base, base),
    });
    const fetch = createFetch();
    await fc.assert(
      fc.asyncProperty(notation, async ({ address, parts, bases }) => {
        const rest = address.slice(parts - 1).reduce((sum, part) => sum * 256 + part, 0);
        const numbers = [...address.slice(0, parts - 1), rest];
        const host = numbers.map((number, at) => written(number, bases[at] ?? 10)).join('.');
        await expect(fetch(`http://${host}/`)).rejects.toThrow(INSIDE);
      }),
    );
  });

  it('is refused at the end of a redirect', async () => {
    const fetch = fetchFor(news);
    for (const location of [
      inside.url('/'),
      `//127.0.0.2:${news.port}/`,
      `http://0x7f000002:${news.port}/`,
      `http://[::ffff:7f00:2]:${news.port}/`,
      `http://localhost:${news.port}/`,
      'http://169.254.169.254/latest/meta-data/iam/',
    ]) {
      for (const status of [301, 302, 303, 307, 308]) {
        await expect(fetch(news.serve('/moved', redirectTo(location, status)))).rejects.toThrow(INSIDE);
      }
    }
  });

  it('is refused at the end of several redirects', async () => {
    news.serve('/one', redirectTo('/two'));
    news.serve('/two', redirectTo(news.url('/three')));
    news.serve('/three', redirectTo(inside.url('/')));
    await expect(fetchFor(news)(news.url('/one'))).rejects.toThrow(INSIDE);
    expect(news.requests).toHaveLength(3);
  });

  it('is not told to whoever asks', async () => {
    const { lookup } = resolvingTo(['10.20.30.40']);
    const failure = await fetchFor(news, { lookup })(news.url('/', 'news.example')).catch((error) => error);
    expect(failure).toBeInstanceOf(Refusal);
    expect(failure.message).toBe(INSIDE);
  });
});

describe('a name', () => {
  it.each([
    ['this machine', ['127.0.0.2']],
    ['this machine in IPv6', ['::1']],
    ['a private network', ['10.0.0.1', '192.168.1.1']],
    ['IPv4 within IPv6', ['::ffff:127.0.0.2']],
    ['a cloud’s metadata', ['169.254.169.254']],
    ['something that is no address', ['127.2', 'localhost', '']],
  ])('is refused where it leads to %s', async (_, addresses) => {
    const { lookup } = resolvingTo(addresses);
    await expect(fetchFor(news, { lookup })(news.url('/', 'news.example'))).rejects.toThrow(INSIDE);
    expect(news.requests).toEqual([]);
  });

  it('is refused where a redirect leads to it', async () => {
    const lookup = async (name: string) => [name === 'news.example' ? '127.0.0.1' : '127.0.0.2'];
    news.serve('/moved', redirectTo(inside.url('/', 'rebound.example')));
    await expect(fetchFor(news, { lookup })(news.url('/moved', 'news.example'))).rejects.toThrow(INSIDE);
  });

  it('is asked at those of its addresses that are outside alone', async () => {
    const { lookup } = resolvingTo(['127.0.0.2', '10.0.0.1', '127.0.0.1', '::1']);
    const { bytes } = await fetchFor(news, { lookup })(news.url('/', 'news.example'));
    expect(Buffer.from(bytes).toString()).toBe('news');
  });

  it('is asked at its next address where the first takes no connection', async () => {
    const { lookup } = resolvingTo(['127.0.0.3', '127.0.0.1']);
    const fetch = fetchFor(news, { inside: ['127.0.0.1', '127.0.0.3'], lookup });
    expect((await fetch(news.url('/', 'news.example'))).status).toBe(200);
  });

  it.skipIf(!hasIpv6)('may have an address in IPv6', async () => {
    const modern = await openWebServer('::1');
    modern.serve('/', { body: 'news' });
    const { lookup } = resolvingTo(['::1']);
    const fetch = fetchFor(modern, { lookup });
    expect((await fetch(modern.url('/', 'news.example'))).status).toBe(200);
    expect((await fetch(modern.url('/'))).url).toBe(`http://[::1]:${modern.port}/`);
    await expect(
      fetchFor(news, { ports: [modern.port], lookup })(modern.url('/', 'news.example')),
    ).rejects.toThrow(INSIDE);
    await modern.close();
  });

  it('that is inside by itself is not even looked up', async () => {
    const { lookup, asked } = resolvingTo(['127.0.0.1']);
    await expect(fetchFor(news, { lookup })(news.url('/', 'wiki.internal'))).rejects.toThrow(INSIDE);
    expect(asked).toEqual([]);
  });

  it('is resolved once: the address that was checked is the one that is connected to', async () => {
    const { lookup, asked } = resolvingTo(['127.0.0.1'], ['127.0.0.2']);
    const { bytes } = await fetchFor(news, { lookup })(news.url('/', 'rebinding.example'));
    expect(Buffer.from(bytes).toString()).toBe('news');
    expect(asked).toEqual(['rebinding.example']);
  });

  it('is checked again where a redirect leads back to it', async () => {
    const { lookup, asked } = resolvingTo(['127.0.0.1'], ['127.0.0.2']);
    news.serve('/moved', redirectTo('/'));
    await expect(fetchFor(news, { lookup })(news.url('/moved', 'rebinding.example'))).rejects.toThrow(INSIDE);
    expect(asked).toHaveLength(2);
  });

  it('is checked again when it is asked again', async () => {
    const { lookup } = resolvingTo(['127.0.0.1'], ['127.0.0.2']);
    const fetch = fetchFor(news, { lookup });
    await fetch(news.url('/', 'rebinding.example'));
    await expect(fetch(news.url('/', 'rebinding.example'))).rejects.toThrow(INSIDE);
  });
});

describe('an exception', () => {
  it('may be a name, which may then lead inside', async () => {
    const { lookup } = resolvingTo(['127.0.0.1']);
    const fetch = createFetch({ inside: ['intranet.example'], ports: [news.port], lookup });
    expect((await fetch(news.url('/', 'intranet.example'))).status).toBe(200);
    await expect(fetch(news.url('/', 'other.example'))).rejects.toThrow(INSIDE);
    await expect(fetch(news.url('/'))).rejects.toThrow(INSIDE);
  });

  it('may be a network, whatever name leads there', async () => {
    const { lookup } = resolvingTo(['127.0.0.1']);
    const fetch = createFetch({ inside: ['127.0.0.0/31'], ports: [news.port], lookup });
    expect((await fetch(news.url('/', 'any.example'))).status).toBe(200);
    expect((await fetch(news.url('/'))).status).toBe(200);
    await expect(fetch(inside.url('/'))).rejects.toThrow(INSIDE);
  });

  it('may be this machine by its name, asked many times at once', async () => {
    const fetch = createFetch({ inside: ['localhost'], ports: [news.port] });
    const pages = await Promise.all(Array.from({ length: 10 }, () => fetch(news.url('/', 'localhost'))));
    expect(pages.map(({ status }) => status)).toEqual(Array(10).fill(200));
  });

  it('must be a name, an address or a network', () => {
    expect(() => createFetch({ inside: ['http://intranet/'] })).toThrow('"http://intranet/" is no host name');
  });
});

describe('the networks that the machine stands in', () => {
  it('are inside though their addresses are public', async () => {
    const { lookup } = resolvingTo(['93.184.215.200']);
    const fetch = createFetch({ lookup, attached: () => ['93.184.215.14/24'] });
    await expect(fetch('http://neighbour.example/')).rejects.toThrow(INSIDE);
    await expect(fetch('http://93.184.215.14/')).rejects.toThrow(INSIDE);
  });
});

describe('the environment', () => {
  const PROXIES = ['HTTP_PROXY', 'http_proxy', 'HTTPS_PROXY', 'https_proxy', 'ALL_PROXY', 'all_proxy'];
  const before = PROXIES.map((name) => [name, process.env[name]] as const);
  afterEach(() => {
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  });

  it('sends nothing over a proxy', async () => {
    for (const name of PROXIES) process.env[name] = inside.url('');
    expect((await fetchFor(news)(news.url('/'))).status).toBe(200);
  });
});

describe('an address that nobody should be asked at', () => {
  it.each([
    ['file:///etc/passwd', 'Only addresses that begin with http:// or https:// are read.'],
    ['ftp://news.example/', 'Only addresses that begin with http:// or https:// are read.'],
    ['data:text/html,news', 'Only addresses that begin with http:// or https:// are read.'],
    ['javascript:alert(1)', 'Only addresses that begin with http:// or https:// are read.'],
    ['blob:https://news.example/1', 'Only addresses that begin with http:// or https:// are read.'],
    ['news.example', 'That is no address of a page: one begins with http:// or https://.'],
    ['http://', 'That is no address of a page: one begins with http:// or https://.'],
    ['', 'That is no address of a page: one begins with http:// or https://.'],
    ['http://[::1', 'That is no address of a page: one begins with http:// or https://.'],
    ['http://a_*b*~c/', 'That is no address of a page: one begins with http:// or https://.'],
    ['http://news..example/', 'That is no address of a page: one begins with http:// or https://.'],
    ['http://me@news.example/', 'An address with a user name or a password in it is not asked.'],
    ['http://:secret@news.example/', 'An address with a user name or a password in it is not asked.'],
    ['http://news.example:8080/', 'That address has port 8080, which is not asked.'],
    ['https://news.example:22/', 'That address has port 22, which is not asked.'],
  ])('is refused: %s', async (address, message) => {
    const { lookup, asked } = resolvingTo(['127.0.0.1']);
    const failure = await createFetch({ lookup })(address).catch((error) => error);
    expect(failure).toBeInstanceOf(Refusal);
    expect(failure.message).toBe(message);
    expect(asked).toEqual([]);
  });

  it.each([
    'file:///etc/passwd',
    'ftp://127.0.0.1/',
    'http://me:secret@news.example/',
    'http://news.example:22/',
    'data:,news',
  ])('is refused where a redirect leads to it: %s', async (location) => {
    await expect(fetchFor(news)(news.serve('/moved', redirectTo(location)))).rejects.toBeInstanceOf(Refusal);
  });

  it('may be one of another port, where the configuration says so', async () => {
    const { lookup } = resolvingTo(['10.0.0.1']);
    const fetch = createFetch({ ports: [443, 8080], lookup });
    await expect(fetch('http://news.example:8080/')).rejects.toThrow(INSIDE);
    await expect(fetch('https://news.example/')).rejects.toThrow(INSIDE);
    await expect(fetch('http://news.example/')).rejects.toThrow('port 80, which is not asked');
  });
});
