import { readFileSync } from 'node:fs';
import { Agent, type Dispatcher, parseMIMEType, request } from 'undici';
import type { Fetched, FetchOptions } from './fetch.ts';
import { ENCODINGS, readBody, tooLarge } from './fetch-body.ts';
import { connectOutside } from './fetch-connection.ts';
import type { Lookup } from './fetch-lookup.ts';
import { statusRefusal, unreadable } from './fetch-refusals.ts';
import type { Border } from './inside-addresses.ts';

/** How a request is made: with whom, how much is taken, and what ends it. */
export type Terms = {
  readonly border: Border;
  readonly lookup: Lookup;
  readonly bytes: number;
  readonly signal: AbortSignal;
};

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
const USER_AGENT = `OnRecord/${version}`;

const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

// Cookies are for whoever keeps them.
const NOT_PASSED_ON: ReadonlySet<string> = new Set(['set-cookie', 'set-cookie2']);

type Headers = Readonly<Partial<Record<string, string>>>;

// A server may send anything as a validator, and what can't be sent back would make every request to it fail.
const VALIDATOR = /^[\x20-\x7e]{1,1000}$/;

const isValidator = (value: string | null | undefined): value is string =>
  typeof value === 'string' && VALIDATOR.test(value);

function headersFor({ accept, etag, lastModified }: FetchOptions): Record<string, string> {
  return {
    'user-agent': USER_AGENT,
    accept: accept ?? '*/*',
    'accept-encoding': ENCODINGS,
    'accept-language': 'en',
    ...(isValidator(etag) ? { 'if-none-match': etag } : {}),
    ...(isValidator(lastModified) ? { 'if-modified-since': lastModified } : {}),
  };
}

/** Headers that hold one thing: where there are several, by mistake, the first counts. */
const ALONE: ReadonlySet<string> = new Set([
  'content-type',
  'etag',
  'last-modified',
  'location',
  'retry-after',
]);

/** The headers of an answer, each in one line as RFC 9110, 5.2, joins them. */
const headersOf = (headers: Dispatcher.ResponseData['headers']): Headers =>
  Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) => {
      if (value === undefined || NOT_PASSED_ON.has(name)) return [];
      if (typeof value === 'string') return [[name, value]];
      return [[name, (ALONE.has(name) ? value.slice(0, 1) : value).join(', ')]];
    }),
  );

/** The media type and the encoding that a Content-Type tells. */
function typeOf(header: string | undefined): Pick<Fetched, 'type' | 'charset'> {
  const read = header === undefined ? 'failure' : parseMIMEType(header);
  if (read === 'failure') return { type: null, charset: null };
  return { type: read.essence, charset: read.parameters.get('charset') ?? null };
}

/** Where a redirect leads. */
function destination(url: URL, { location }: Headers, status: number): URL {
  if (location === undefined || !URL.canParse(location, url.href)) {
    throw statusRefusal(url.hostname, status, undefined);
  }
  return new URL(location, url);
}

async function read(url: URL, response: Dispatcher.ResponseData, asked: FetchOptions, terms: Terms) {
  const { statusCode: status, body } = response;
  const headers = headersOf(response.headers);
  const host = url.hostname;
  if (REDIRECTS.has(status)) return destination(url, headers, status);
  const isUnchanged = status === 304 && (isValidator(asked.etag) || isValidator(asked.lastModified));
  if (!isUnchanged && (status < 200 || status > 299)) {
    throw statusRefusal(host, status, headers['retry-after']);
  }
  if (Number(headers['content-length']) > terms.bytes && !isUnchanged) throw tooLarge(host, terms.bytes);
  const encoding = headers['content-encoding'] ?? '';
  const bytes = isUnchanged
    ? new Uint8Array()
    : await readBody(body, { encoding, most: terms.bytes, host, signal: terms.signal });
  const plain = new URL(url);
  plain.hash = '';
  return { url: plain.href, status, ...typeOf(headers['content-type']), headers, bytes };
}

/**
 * Asks one address, which has been checked, over a connection of its own, and follows no redirect.
 *
 * @returns what is there, or the address that it redirects to, which has not been checked
 * @throws Refusal and HttpRefusal as a Fetch does; else what undici throws
 */
export async function ask(url: URL, asked: FetchOptions, terms: Terms): Promise<Fetched | URL> {
  const { border, lookup, signal } = terms;
  const agent = new Agent({ connect: connectOutside(border, lookup, signal) });
  try {
    const sent = request(url, { dispatcher: agent, signal, headers: headersFor(asked) });
    const response = await sent.catch((error) => {
      throw unreadable(error);
    });
    // A body that nobody reads on fails when the connection is closed, which is no news.
    response.body.on('error', () => {});
    return await read(url, response, asked, terms);
  } finally {
    await agent.destroy();
  }
}
