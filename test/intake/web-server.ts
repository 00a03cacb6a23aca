import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import type { Fetch } from '../../src/intake/fetch.ts';
import { createFetch, type SafeFetchOptions } from '../../src/intake/fetch-safely.ts';

/** What is served at a path: HTML in UTF-8 with status 200, where nothing else is said. */
export type Page = {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
  readonly body?: string | Uint8Array;
};

/** Answers a request by itself. */
export type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** A request as it came in. */
export type Recorded = {
  readonly method: string;
  /** With the query. */
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
};

/** A web server on this machine, for tests. */
export type WebServer = {
  /** Its IP address. */
  readonly host: string;
  readonly port: number;
  /** The address of a path, on a host name that a {@link fetchFor} knows, or on the server's own IP address. */
  url(path: string, host?: string): string;
  /** Serves a page at a path, whatever the query, in place of what was there; gives its address. */
  serve(path: string, page: Page | Handler): string;
  /** Everything that was asked, in order. */
  readonly requests: readonly Recorded[];
  /** How many connections there are. */
  connections(): number;
  close(): Promise<void>;
};

const HTML = 'text/html; charset=utf-8';

function send(response: ServerResponse, { status = 200, headers = {}, body = '' }: Page): void {
  for (const [name, value] of Object.entries({ 'content-type': HTML, ...headers })) {
    response.setHeader(name, value);
  }
  response.writeHead(status).end(body);
}

/** Opens a web server; every path that isn't served is not found (404). */
export async function openWebServer(host = '127.0.0.1', port = 0): Promise<WebServer> {
  const pages = new Map<string, Page | Handler>();
  const requests: Recorded[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((request, response) => {
    const { method = '', url: path = '', headers } = request;
    requests.push({ method, path, headers });
    const page = pages.get(path.replace(/\?.*/, '')) ?? { status: 404, body: '<p>Nothing is here.' };
    if (typeof page === 'function') page(request, response);
    else send(response, page);
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, host, resolve));
  const at = (server.address() as AddressInfo).port;
  const url = (path: string, name = host.includes(':') ? `[${host}]` : host) => `http://${name}:${at}${path}`;
  return {
    host,
    port: at,
    url,
    serve(path, page) {
      pages.set(path, page);
      return url(path);
    },
    requests,
    connections: () => sockets.size,
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}

/**
 * A fetch that may ask this server, and nothing else inside.
 *
 * @param over what is different from the usual; `hosts` are names that lead to the server: `server.url('/page', 'news.example')`
 */
export function fetchFor(
  server: Pick<WebServer, 'host' | 'port'>,
  { hosts = [], ...over }: SafeFetchOptions & { readonly hosts?: readonly string[] } = {},
): Fetch {
  return createFetch({
    inside: [server.host],
    ports: [server.port],
    lookup: async (name) => {
      if (hosts.includes(name)) return [server.host];
      throw Object.assign(new Error(`getaddrinfo ENOTFOUND ${name}`), { code: 'ENOTFOUND' });
    },
    ...over,
  });
}

/** A page of so many bytes, with its length told beforehand or not. */
export const huge =
  (bytes: number, { tellsLength = true } = {}): Handler =>
  (_, response) => {
    response.setHeader('content-type', HTML);
    if (tellsLength) response.setHeader('content-length', bytes);
    response.end(Buffer.alloc(bytes, 'a'));
  };

/** A page that sends its body a character at a time, one every so many milliseconds. */
export const slow =
  (body: string, milliseconds: number): Handler =>
  (_, response) => {
    response.setHeader('content-type', HTML);
    const letters = [...body];
    const drip = setInterval(() => {
      const letter = letters.shift();
      if (letter === undefined) response.end();
      else response.write(letter);
      if (letter === undefined) clearInterval(drip);
    }, milliseconds);
    response.on('close', () => clearInterval(drip));
  };

/** A server that takes a request and never answers. */
export const silent: Handler = () => {};

/** A page that never ends. */
export const endless: Handler = (_, response) => {
  response.setHeader('content-type', HTML);
  const piece = Buffer.alloc(64 * 1024, 'a');
  const more = () => {
    while (!response.destroyed && response.write(piece));
  };
  response.on('drain', more);
  more();
};

/** Leads to another address, in full or as a path. */
export const redirectTo = (location: string, status = 302): Page => ({ status, headers: { location } });

/** Redirects so many times before it shows a page: ask for it with `?left=3`. */
export const chain: Handler = (request, response) => {
  const { pathname, searchParams } = new URL(request.url ?? '', 'http://chain.example');
  const left = Number(searchParams.get('left'));
  if (left > 0) send(response, redirectTo(`${pathname}?left=${left - 1}`));
  else send(response, { body: '<p>The end of the chain.' });
};

/** Redirects to itself. */
export const loop: Handler = (request, response) => send(response, redirectTo(request.url ?? ''));

/** A page that says it is UTF-8 and is Windows-1252: its dash and quotation marks are no characters of UTF-8. */
export const wronglyEncoded: Page = {
  body: Buffer.from('<title>Mayor \x96 \x93caf\xe9s stay open\x94</title>', 'latin1'),
};

/** A page without a media type. */
export const untyped =
  (body: string): Handler =>
  (_, response) => {
    response.end(body);
  };

/** A page that is small as it is sent and has so many bytes when it is unpacked. */
export const gzipBomb = (bytes: number): Page => ({
  headers: { 'content-encoding': 'gzip' },
  body: gzipSync(Buffer.alloc(bytes, 'a')),
});

/** A page whose connection breaks after half of it. */
export const brokenOff =
  (body: string): Handler =>
  (_, response) => {
    response.writeHead(200, { 'content-type': HTML, 'content-length': Buffer.byteLength(body) });
    response.write(body.slice(0, Math.floor(body.length / 2)), () => response.destroy());
  };
