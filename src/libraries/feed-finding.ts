import type { Fetch, Fetched } from '../intake/fetch.ts';
import { decodeHtml } from '../intake/html-document.ts';
import type { FeedDocument } from '../intake/read-feed.ts';
import { httpAddress } from '../intake/read-feed-address.ts';
import { readFeedApart } from '../intake/read-feed-apart.ts';
import { findFeed } from '../intake/read-feed-link.ts';
import { Refusal } from '../intake/refusal.ts';
import { FEED_TYPES } from './feed-polling.ts';

/** A feed that was found, with the address to ask it at. */
export type FoundFeed = { readonly url: string; readonly fetched: Fetched; readonly document: FeedDocument };

/** An address without its beginning, as people type it. */
const BARE = /^[\w-]+(?:\.[\w-]+)+(?::\d+)?(?:[/?]\S*)?$/;

/**
 * The address of a feed as it is typed: "feed://…" and "example.org/feed" are understood.
 *
 * @throws Refusal where it is none
 */
export function feedAddress(typed: string): string {
  const told = typed
    .trim()
    .replace(/^<(.*)>$/, '$1')
    .replace(/^feed:(?:\/\/)?(?=https?:)/i, '')
    .replace(/^feed:/i, 'https:');
  const address = httpAddress(BARE.test(told) ? `https://${told}` : told, 'about:blank');
  if (address === null) {
    throw new Refusal('That is no address of a feed: one begins with http:// or https://.');
  }
  return address.replace(/#.*$/, '');
}

/**
 * The feed at an address, or the one that the page there tells of.
 *
 * @throws Refusal where there is none, or the address can't be had
 */
export async function feedAt(address: string, fetch: Fetch): Promise<FoundFeed> {
  const page = await fetch(address, { accept: FEED_TYPES });
  const there = await readFeedApart(page);
  if (there) return { url: address, fetched: page, document: there };
  const url = findFeed(decodeHtml(page.bytes, page.charset), page.url);
  if (url === null) {
    throw new Refusal('There is no feed at that address, and the page there tells of none.');
  }
  const fetched = await fetch(url, { accept: FEED_TYPES });
  const document = await readFeedApart(fetched);
  if (document === null)
    throw new Refusal(`That page tells of a feed at ${url}, but what stands there is none.`);
  return { url, fetched, document };
}
