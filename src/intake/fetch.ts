import { Refusal } from './refusal.ts';

/** What an address gave. */
export type Fetched = {
  /** The address that it came from in the end, after redirects, without a fragment. */
  readonly url: string;
  /** 200 to 299, or 304 where the request was conditional. */
  readonly status: number;
  /** The media type in small letters, without parameters: "text/html"; null where none was told. */
  readonly type: string | null;
  /** The encoding that the media type tells, as it is written there; null where it tells none. */
  readonly charset: string | null;
  /** The headers by their names in small letters. */
  readonly headers: Readonly<Partial<Record<string, string>>>;
  /** The whole body, after decompression; empty with 304. */
  readonly bytes: Uint8Array;
};

/** What a request says beside its address. */
export type FetchOptions = {
  /** What is wanted, as in HTTP's Accept. */
  readonly accept?: string;
  /** The validators of what was fetched before, for a conditional request. */
  readonly etag?: string | null;
  readonly lastModified?: string | null;
  readonly signal?: AbortSignal;
};

/**
 * Gets what stands at an http or https address, without ever asking an address inside.
 *
 * @throws Refusal with a sentence for whoever gave the address, where it can't be had; {@link HttpRefusal} where the server said no;
 * the signal's reason where it was aborted
 */
export type Fetch = (url: string, options?: FetchOptions) => Promise<Fetched>;

/** A server's own no: an answer that is neither what was asked for nor a redirect. */
export class HttpRefusal extends Refusal {
  /** The status of the answer, as 404. */
  readonly status: number;
  /** How long the server wants to be left alone, in milliseconds, at least 0; null where it doesn't say. */
  readonly retryAfter: number | null;

  constructor(message: string, status: number, retryAfter: number | null) {
    super(message);
    this.status = status;
    this.retryAfter = retryAfter;
  }
}
