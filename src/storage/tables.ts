import type { LibraryId } from '../articles/article.ts';
import type { Feed, Follow, KeptArticle } from './storage.ts';

// Types alone: what the tables are like on disk stands in `migrations/`. The names are snake case there.

/** Whatever is written with `readonly` in the contract, as a row. */
type Row<T> = { -readonly [K in keyof T]: T[K] };

/** The tables of both databases. Times are milliseconds since 1970; a `place` counts up within a library. */
export type Tables = {
  articles: Row<KeptArticle> & { addressHash: string | null; place: number };
  readings: { article: string; version: string; body: Uint8Array };
  feeds: Row<Feed> & { urlHash: string; claimedUntil: number };
  /** What a feed has shown; `item` is the hash of the item's key. */
  feedItems: { feed: string; item: string; shownAt: number };
  follows: Row<Follow> & { wordsHash: string };
  /** A statement that waits in a channel, or was posted there: then `postedAt` is set. */
  alerts: {
    library: LibraryId;
    channel: string;
    statement: string;
    article: string;
    at: number;
    place: number;
    postedAt: number | null;
  };
  /** The follows because of which an alert is there. */
  alertFollows: { library: LibraryId; channel: string; statement: string; follow: string };
  channels: { library: LibraryId; channel: string; refusals: number; nextAt: number; claimedUntil: number };
  /** One row a message that was posted. */
  posts: { library: LibraryId; channel: string; at: number };
  departures: { library: LibraryId; leftAt: number };
  bots: { application: string; seenAt: number };
};

/** The tables that hold something of a library, in an order in which their rows can be deleted. */
export const LIBRARY_TABLES = [
  'alertFollows',
  'alerts',
  'channels',
  'posts',
  'follows',
  'articles',
  'feeds',
  'departures',
] as const satisfies readonly (keyof Tables)[];
