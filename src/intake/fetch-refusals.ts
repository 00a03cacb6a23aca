import { HttpRefusal } from './fetch.ts';
import { Refusal } from './refusal.ts';

// RFC 9110, 5.6.7: the one form that is sent; the two obsolete ones are not.
const HTTP_DATE = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;

// Longer is not meant, or is meant ill.
const LONGEST_WAIT = 30 * 24 * 60 * 60 * 1000;

/**
 * How long a Retry-After header asks to wait, in milliseconds from 0 to those of 30 days; null where there is none, or it can't be read.
 *
 * @param header seconds, or a date as HTTP writes it (RFC 9110, 10.2.3)
 */
export function readRetryAfter(header: string | undefined, now: number): number | null {
  const value = header?.trim() ?? '';
  const wait = /^\d+$/.test(value)
    ? Number(value) * 1000
    : HTTP_DATE.test(value)
      ? Date.parse(value) - now
      : NaN;
  return Number.isNaN(wait) ? null : Math.min(Math.max(wait, 0), LONGEST_WAIT);
}

function whyNot(host: string, status: number): string {
  if (status === 404 || status === 410) return `${host} says there is no such page (${status}).`;
  if (status === 401 || status === 402 || status === 403 || status === 407 || status === 451) {
    return `${host} doesn't show that page to everybody (${status}).`;
  }
  if (status === 429) return `${host} is asked too often and wants to be left alone for a while (429).`;
  if (status >= 500 && status < 600)
    return `${host} has trouble of its own and can't show that page now (${status}).`;
  return `${host} didn't give that page (${status}).`;
}

/** What is said where a server answers with a status other than that of a page. */
export const statusRefusal = (host: string, status: number, retryAfter: string | undefined): HttpRefusal =>
  new HttpRefusal(whyNot(host, status), status, readRetryAfter(retryAfter, Date.now()));

const REFUSED = (host: string) => `${host} takes no connections.`;
const BROKEN = (host: string) => `${host} broke the connection off.`;
const UNREACHABLE = (host: string) => `${host} can't be reached.`;
const NOT_HTTP = (host: string) => `${host} answered in a way that isn't HTTP.`;
const INSECURE = (host: string) => `No secure connection to ${host} could be made.`;
const CERTIFICATE = (host: string) => `${host} can't prove that it is ${host}: its certificate isn't valid.`;

/** What is said of errors by their codes, or what their codes begin with. */
const BY_CODE: readonly (readonly [RegExp, (host: string) => string])[] = [
  [/^(?:ENOTFOUND|ENODATA|EAI_NONAME)$/, (host) => `There is no server by the name of ${host}.`],
  [/^(?:EAI_|ESERVFAIL|ETIMEOUT|EREFUSED)/, (host) => `The name ${host} couldn't be looked up.`],
  [/^ECONNREFUSED$/, REFUSED],
  [/^(?:ECONNRESET|EPIPE|UND_ERR_SOCKET|UND_ERR_RES_CONTENT_LENGTH_MISMATCH)$/, BROKEN],
  [/^(?:ECONNABORTED|ERR_STREAM_PREMATURE_CLOSE|UND_ERR_ABORTED)$/, BROKEN],
  [/^(?:ENETUNREACH|EHOSTUNREACH|EADDRNOTAVAIL|ETIMEDOUT|EACCES|EPERM|ENETDOWN|EHOSTDOWN)$/, UNREACHABLE],
  [
    /^(?:CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|ERR_TLS_CERT|HOSTNAME_MISMATCH|INVALID_CA|PATH_LENGTH)/,
    CERTIFICATE,
  ],
  [/^(?:ERR_SSL_|ERR_TLS_|EPROTO$)/, INSECURE],
  [/^(?:HPE_|UND_ERR_HEADERS_OVERFLOW)/, NOT_HTTP],
  [/^(?:Z_|ERR__ERROR_|ERR_BROTLI)/, (host) => `What ${host} sent couldn't be unpacked.`],
];

/** The codes of an error, and of those within it: connecting to several addresses fails with one error for each. */
function codesOf(error: unknown): readonly string[] {
  if (!(error instanceof Error)) return [];
  const { code } = error as { code?: unknown };
  const inner = error instanceof AggregateError ? error.errors.flatMap(codesOf) : codesOf(error.cause);
  return typeof code === 'string' ? [code, ...inner] : inner;
}

/**
 * Marks an error that was thrown while an answer was read as one of the answer's, unless it says what it is: undici has errors of the
 * language for some (a header by the name of `__proto__`).
 */
export const unreadable = (error: unknown): unknown =>
  error instanceof Refusal || codesOf(error).length > 0
    ? error
    : Object.assign(new Error('The answer could not be read.', { cause: error }), { code: 'HPE_UNREADABLE' });

/**
 * What is said where a request fails before there is an answer, or within it; an address that was tried is never named.
 * An error without a code comes from no network and is given back as it is.
 */
export function failureRefusal(host: string, error: unknown): unknown {
  const codes = codesOf(error);
  if (error instanceof Refusal || codes.length === 0) return error;
  const [say] = codes.flatMap((code) =>
    BY_CODE.filter(([pattern]) => pattern.test(code)).map(([, said]) => said),
  );
  const refusal = new Refusal(say?.(host) ?? `${host} couldn't be asked.`);
  refusal.cause = error;
  return refusal;
}
