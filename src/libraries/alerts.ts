import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Statement } from '../archive/archive.ts';
import { BUILT_IN, type LibraryId } from '../articles/article.ts';
import { groupSameWords, withSameWords } from '../questions/same-words.ts';
import type { Alert, Follow } from '../storage/storage.ts';
import { type PostingParts, postWaiting } from './alert-posting.ts';
import { matchesOf } from './follow-matches.ts';

/** What alerts are kept and posted with. */
export type AlertsParts = Omit<PostingParts, 'now' | 'isStopping'> & {
  /** Fulfilled when the archive holds all articles: nothing is posted before. */
  readonly loaded?: Promise<void>;
  /** The clock, in milliseconds since 1970. */
  readonly now?: () => number;
};

/** Alerts of all libraries. */
export type Alerts = {
  /**
   * Keeps what of an article that has just come in is followed somewhere in its library, and has it posted soon. Fulfilled when it is
   * kept; never rejects.
   *
   * @param statements - all of the article's, as the library shows them
   * @param addedAt - when it was added, where that wasn't just now: what is followed only since then doesn't count. What has been
   *   noted before may be noted again.
   */
  noteArticle(
    library: LibraryId,
    articleId: string,
    statements: readonly Statement[],
    addedAt?: number,
  ): Promise<void>;
  /** Posts what waits and may be posted by now; what other processes are posting is left to them. Never rejects. */
  dispatch(): Promise<void>;
  /** Ends it, after what is under way. */
  stop(): Promise<void>;
};

/** How often to look for what waits, in milliseconds. */
const EVERY = 5000;
/** For how long a channel is one process's own: as long as it takes to post some messages there. */
const CLAIM = 60_000;

/** Starts posting alerts: at once when one is kept, and every few seconds what has waited. */
export function createAlerts(parts: AlertsParts): Alerts {
  const { storage, logger, now = Date.now, loaded = Promise.resolve() } = parts;
  let isStopping = false;
  const posting: PostingParts = { ...parts, now, isStopping: () => isStopping };
  const notes = new Set<Promise<void>>();

  const round = async () => {
    const places = await storage.follows.claimChannels(now(), now() + CLAIM);
    await Promise.all(places.map((place) => postWaiting(place, posting)));
  };
  let running: Promise<void> | null = null;
  let isWanted = false;
  const run = async () => {
    try {
      await loaded;
      while (isWanted && !isStopping) {
        isWanted = false;
        await round();
      }
    } catch (err) {
      logger.warn({ err }, 'Alerts could not be posted; it is tried again.');
    } finally {
      running = null;
    }
  };
  const dispatch = () => {
    if (isStopping) return Promise.resolve();
    isWanted = true;
    running ??= run();
    return running;
  };
  const timer = setInterval(() => void dispatch(), EVERY).unref();

  return {
    noteArticle(library, articleId, statements, addedAt = now()) {
      const note = keepMatches(library, { id: articleId, addedAt }, statements, posting)
        .then((kept) => {
          if (kept > 0) void dispatch();
        })
        .catch((err: unknown) =>
          logger.error({ err, library, articleId }, 'What is followed in an article could not be kept.'),
        )
        .finally(() => notes.delete(note));
      notes.add(note);
      return note;
    },
    dispatch,
    async stop() {
      clearInterval(timer);
      isStopping = true;
      await Promise.all([...notes, running]);
    },
  };
}

/** Keeps the alerts of an article, and gives back how many there are. */
async function keepMatches(
  library: LibraryId,
  article: { readonly id: string; readonly addedAt: number },
  statements: readonly Statement[],
  parts: PostingParts,
): Promise<number> {
  const { alertsAnHour, storage, now } = parts;
  if (statements.length === 0 || alertsAnHour === 0) return 0;
  const all = await storage.follows.list(library);
  const follows = all.filter(({ addedAt }) => addedAt <= article.addedAt);
  const at = now();
  const alerts: Alert[] = [];
  for (const channel of new Set(follows.map((follow) => follow.channel))) {
    const own: Alert[] = [];
    for (const follow of follows.filter((one) => one.channel === channel)) {
      own.push(...alertsOf(follow, article.id, statements, at));
      // Many follows over a long article take a while, in which others are answered.
      await nextTurn();
    }
    alerts.push(...(await withoutKnownWords(own, channel, library, statements, parts)));
  }
  if (alerts.length > 0) await storage.follows.keepAlerts(alerts);
  return alerts.length;
}

const alertsOf = (
  follow: Follow,
  article: string,
  statements: readonly Statement[],
  at: number,
): readonly Alert[] =>
  matchesOf(follow, statements).map(({ statement }) => ({
    follow: follow.id,
    library: follow.library,
    channel: follow.channel,
    article,
    statement: statement.id,
    at,
  }));

/** The alerts without those for words that stand in the article twice, or that the channel was told of from another article. */
async function withoutKnownWords(
  alerts: readonly Alert[],
  channel: string,
  library: LibraryId,
  statements: readonly Statement[],
  { archive, storage }: PostingParts,
): Promise<readonly Alert[]> {
  const ids = new Set(alerts.map(({ statement }) => statement));
  const supports = statements
    .filter(({ id }) => ids.has(id))
    .map((statement) => ({ statement, score: 1, matching: [], also: [] }));
  const grouped = withSameWords(groupSameWords(supports, []), archive, [BUILT_IN, library]);
  const others = grouped.flatMap(({ also }) => also.map(({ id }) => id)).filter((id) => !ids.has(id));
  const known = new Set(others.length === 0 ? [] : await storage.follows.kept(channel, library, others));
  const fresh = new Set(
    grouped.filter(({ also }) => !also.some(({ id }) => known.has(id))).map(({ statement }) => statement.id),
  );
  return alerts.filter(({ statement }) => fresh.has(statement));
}
