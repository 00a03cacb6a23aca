import type { LibraryId } from '../articles/article.ts';

/** An article of a library as it is kept. */
export type KeptArticle = {
  /** As `articleId` gives it for the text and the library. */
  readonly id: string;
  readonly library: LibraryId;
  readonly file: string;
  readonly text: string;
  /** The article's address without what makes no difference; the same within a library only once. Null where it has none. */
  readonly addressKey: string | null;
  /** What tells nearly the same text, see `libraries/sketch.ts`. */
  readonly sketch: string;
  /** The id of the person who added it; null where a feed did, or where that person has had it forgotten. */
  readonly addedBy: string | null;
  /** The id of the feed that it came with; null where a person added it, and where the feed is gone. */
  readonly feed: string | null;
  /** In milliseconds since 1970. */
  readonly addedAt: number;
};

/** What was read of an article by one version of what reads them; `body` is compressed JSON. */
export type KeptBody = { readonly version: string; readonly body: Uint8Array };

/** What came of adding: `there` comes with the id of the one that is there already. */
export type AddOutcome =
  | { readonly kind: 'added' | 'full' }
  | { readonly kind: 'there'; readonly id: string };

/** The articles of all libraries. What a promise here is fulfilled for is on disk: it is there whenever the process is killed. */
export type ArticleStore = {
  /**
   * Keeps an article with its reading, whole or not at all. `there` where its library has one with this id or this address,
   * with the id of that one; `full` where the library has `most` articles already, however many processes add to it.
   */
  add(article: KeptArticle, reading: KeptBody, most: number): Promise<AddOutcome>;
  /** Takes out those of a library's articles that have one of the ids, with all that hangs on them; gives back which were there. */
  remove(ids: readonly string[], library: LibraryId): Promise<readonly string[]>;
  /** The ids of all articles, or of one library's, in the order in which they were added. */
  ids(library?: LibraryId): Promise<readonly string[]>;
  /** By whom or what each article of a library was added, in that order. */
  origins(library: LibraryId): Promise<readonly Pick<KeptArticle, 'id' | 'addedBy' | 'feed'>[]>;
  /** Articles by their ids with the reading of this version, null where there is none of it; in the order of the ids, without those that are gone. */
  load(
    ids: readonly string[],
    version: string,
  ): Promise<readonly { readonly article: KeptArticle; readonly reading: Uint8Array | null }[]>;
  /** Keeps a new reading of an article in place of an older version's. Nothing happens where the article is gone. */
  keepReading(id: string, reading: KeptBody): Promise<void>;
};

/** A feed that a library takes articles from. Times are in milliseconds since 1970. */
export type Feed = {
  readonly id: string;
  readonly library: LibraryId;
  readonly url: string;
  readonly title: string | null;
  readonly addedBy: string | null;
  readonly addedAt: number;
  readonly etag: string | null;
  readonly lastModified: string | null;
  /** When it is to be asked next. */
  readonly nextAt: number;
  /** When it was asked last; null where it never was. */
  readonly polledAt: number | null;
  /** How many times in a row it could not be had. */
  readonly failures: number;
  /** Why it could not be had the last time, a sentence; null where it could. */
  readonly problem: string | null;
  /** How many articles it has brought in all, and how many of its items could not be read. */
  readonly brought: number;
  readonly failed: number;
  /** How many of its items could not be read the last time, and will be tried once more. */
  readonly retrying: number;
  /** Which item could not be read last, and why, with a sentence at its end; null where all could since. */
  readonly itemProblem: string | null;
  /** When it last brought an article; null where it never did. */
  readonly broughtAt: number | null;
};

/** What of a feed changes. */
export type FeedChange = Partial<Omit<Feed, 'id' | 'library' | 'url' | 'addedBy' | 'addedAt'>>;

export type FeedStore = {
  /** `there` where the library has a feed with this address, with the id of that one. */
  add(feed: Feed, most: number): Promise<AddOutcome>;
  list(library: LibraryId): Promise<readonly Feed[]>;
  /** False where the library has no such feed. The articles that it brought stay, without its id. */
  remove(id: string, library: LibraryId): Promise<boolean>;
  /** Whoever says when to ask next lets go of a feed that was claimed. Nothing happens where the feed is gone. */
  change(id: string, change: FeedChange): Promise<void>;
  /**
   * Gives out up to `limit` feeds that are due, each to one process only: nobody else is given it until `until`, by when it must have
   * been polled.
   */
  claimDue(now: number, until: number, limit: number): Promise<readonly Feed[]>;
  /** Of the keys of a feed's items, those that it had not shown before. */
  unseen(id: string, keys: readonly string[]): Promise<readonly string[]>;
  /** Notes that these items have been dealt with; what was not shown since `before` is forgotten. */
  markSeen(id: string, keys: readonly string[], now: number, before: number): Promise<void>;
};

/** What somebody wants to be told of in a channel. */
export type Follow = {
  readonly id: string;
  readonly library: LibraryId;
  readonly channel: string;
  readonly kind: 'speaker' | 'topic';
  /** The name, or the words, as they were typed. */
  readonly words: string;
  readonly addedBy: string | null;
  readonly addedAt: number;
};

/** A statement that waits to be posted in a channel. */
export type Alert = {
  readonly follow: string;
  readonly library: LibraryId;
  readonly channel: string;
  readonly article: string;
  readonly statement: string;
  readonly at: number;
};

export type FollowStore = {
  /** `there` where the channel follows the same already; `full` where the library has `most`. */
  add(follow: Follow, most: number): Promise<AddOutcome>;
  /** A library's follows, the oldest first. */
  list(library: LibraryId): Promise<readonly Follow[]>;
  /** False where the library has no such follow. What waited because of it alone goes with it. */
  remove(id: string, library: LibraryId): Promise<boolean>;
  /** Drops all follows of a channel of a library, with what waits there, and gives them back. */
  dropChannel(channel: string, library: LibraryId): Promise<readonly Follow[]>;
  /** Keeps alerts; a statement that was kept for the same channel before, posted or not, is passed over. */
  keepAlerts(alerts: readonly Alert[]): Promise<void>;
  /** Of statements, those that were kept for a channel before, posted or not. */
  kept(channel: string, library: LibraryId, statements: readonly string[]): Promise<readonly string[]>;
  /** Lets alerts go that wait in a channel and can't be shown any more; nothing is posted for them. */
  dropAlerts(channel: string, library: LibraryId, statements: readonly string[]): Promise<void>;
  /**
   * The channels where something waits, each with its library: those that no other process posts in, which are this one's until
   * `until`, and whose next try is due.
   */
  claimChannels(
    now: number,
    until: number,
  ): Promise<readonly { readonly channel: string; readonly library: LibraryId }[]>;
  /** What waits in a channel, the oldest first. */
  waiting(channel: string, library: LibraryId): Promise<readonly Alert[]>;
  /** When the bot posted in a channel since a time, the oldest first. */
  postedSince(channel: string, since: number): Promise<readonly number[]>;
  /** Notes that alerts have been posted in one message; the channel's refusals count from 0 again. */
  markPosted(channel: string, library: LibraryId, statements: readonly string[], now: number): Promise<void>;
  /**
   * Notes that a channel refused a message and when to try next, and lets go of it; gives back how many times in a row it has, 0 where
   * nothing is followed there any more.
   */
  markRefused(channel: string, library: LibraryId, nextAt: number): Promise<number>;
  /** Lets go of a channel that was claimed, until a time: nothing is posted there before. */
  release(channel: string, library: LibraryId, nextAt: number): Promise<void>;
};

/** A library as a whole. */
export type LibraryStore = {
  /** The libraries of which anything is kept. */
  list(): Promise<readonly LibraryId[]>;
  /** Erases all that is kept of a library; after it nothing of it is on disk in a form that a query would give back. */
  erase(library: LibraryId): Promise<void>;
  /** Notes that the bot has left a server, unless that is noted already; `null` where it is there (again). */
  markLeft(library: LibraryId, at: number | null): Promise<void>;
  /** The libraries of the servers that were left before a time. */
  leftBefore(at: number): Promise<readonly LibraryId[]>;
  /** Every row that is kept of a library, by what it tells of, but for the articles' texts and readings, and what feeds have shown. */
  rows(library: LibraryId): Promise<Readonly<Record<string, readonly object[]>>>;
  /** Of a person: how many articles, feeds and follows of servers hold their id. */
  mentions(
    person: string,
  ): Promise<{ readonly articles: number; readonly feeds: number; readonly follows: number }>;
  /** Takes a person's id out of all that servers keep. */
  forgetPerson(person: string): Promise<void>;
};

/** Which bot uses the database. */
export type BotStore = {
  /**
   * Notes that a bot uses the database, by its application's id. Where another one has used it since a time, that one's id is given
   * back and nothing is noted: the servers that a bot isn't in would be taken for left.
   */
  claim(application: string, now: number, since: number): Promise<string | null>;
};

/** Where libraries are kept: an embedded database, or a PostgreSQL server. Both are used by the same queries. */
export type Storage = {
  readonly engine: 'sqlite' | 'postgres';
  readonly articles: ArticleStore;
  readonly feeds: FeedStore;
  readonly follows: FollowStore;
  readonly libraries: LibraryStore;
  readonly bot: BotStore;
  /**
   * Calls back, from now on, within seconds when another process has changed a library's articles, or who added them; with null where it
   * may have been any library's, as after a lost connection. Gives back what ends it.
   */
  onChange(listener: (library: LibraryId | null) => void): () => void;
  close(): Promise<void>;
};
