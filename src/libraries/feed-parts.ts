import type { Logger } from 'pino';
import type { LibraryId } from '../articles/article.ts';
import type { Fetch } from '../intake/fetch.ts';
import type { FeedStore } from '../storage/storage.ts';
import type { Added, Submission } from './desk.ts';
import type { HostTurns } from './feed-turns.ts';
import type { Limits } from './limits.ts';

/** What the feeds of all libraries are asked with. */
export type FeedsParts = {
  readonly store: FeedStore;
  readonly fetch: Fetch;
  readonly limits: Limits;
  /** Adds an article that a feed told of to its library. */
  readonly addArticle: (library: LibraryId, submission: Submission, feed: string) => Promise<Added>;
  /** Whether a library has as many articles as it may. */
  readonly isFull: (library: LibraryId) => boolean;
  /** Told of each feed that is gone. */
  readonly forgetFeed?: (feed: string, library: LibraryId) => void;
  readonly logger: Pick<Logger, 'info' | 'warn' | 'error'>;
  /** The clock, in milliseconds since 1970. */
  readonly now?: () => number;
  /** Chance, from 0 up to 1. */
  readonly random?: () => number;
  /** Between two requests to one host, in milliseconds: 1 s, where nothing is said. */
  readonly pause?: number;
  /** How often is looked for feeds that are due, in milliseconds: 20 s, where nothing is said. */
  readonly every?: number;
};

/** The same, within the poller. */
export type PollingParts = Required<Omit<FeedsParts, 'forgetFeed' | 'every' | 'pause'>> & {
  readonly turns: HostTurns;
  /** Aborted when no more is to be begun. */
  readonly signal: AbortSignal;
  /** By feed, the keys of the items that could not be read when they were tried first. */
  readonly failedOnce: Map<string, ReadonlySet<string>>;
};
