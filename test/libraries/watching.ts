import { pino } from 'pino';
import { createMemoryArchive } from '../../src/archive/memory-archive.ts';
import { readForArchive } from '../../src/archive/read-attributions.ts';
import { type Article, BUILT_IN, type LibraryId } from '../../src/articles/article.ts';
import type { Post } from '../../src/libraries/alert-posting.ts';
import type { Tell } from '../../src/libraries/alert-refusals.ts';
import { type Alerts, type AlertsParts, createAlerts } from '../../src/libraries/alerts.ts';
import type { Desk } from '../../src/libraries/desk.ts';
import { createFollows } from '../../src/libraries/follows.ts';
import { type Limits, USUAL_LIMITS } from '../../src/libraries/limits.ts';
import type { Reply, Run } from '../../src/replies/reply.ts';
import type { Storage } from '../../src/storage/storage.ts';
import { news } from '../articles/news.ts';
import { keptArticle, reading } from '../storage/articles.ts';

/** A message that was posted. */
export type Posted = {
  readonly channel: string;
  readonly reply: Reply;
  readonly nonce: string;
  readonly at: number;
};

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;

/** Libraries in which articles come in and things are followed, with a clock that stands still unless it is moved. */
export function watch(storage: Storage, over: Partial<Limits> = {}) {
  const limits = { ...USUAL_LIMITS, ...over };
  const archive = createMemoryArchive();
  const posted: Posted[] = [];
  const told: { readonly person: string; readonly text: string }[] = [];
  const clock = { now: Date.UTC(2026, 2, 20, 12) };
  const now = () => clock.now;
  const running: Alerts[] = [];
  const logged: string[] = [];
  const logger = pino({ level: 'debug' }, { write: (line: string) => void logged.push(line) });

  const post: Post = async (channel, reply, nonce) => {
    posted.push({ channel, reply, nonce, at: now() });
    return 'posted';
  };
  const tell: Tell = async (person, text) => void told.push({ person, text: textOf(text) });
  /** What a process of the bot starts; ended by {@link close}. */
  const start = (parts: Partial<AlertsParts> = {}) => {
    const alerts = createAlerts({
      archive,
      storage,
      alertsAnHour: limits.alertsAnHour,
      post,
      tell,
      logger,
      now,
      ...parts,
    });
    running.push(alerts);
    return alerts;
  };
  /** What is followed is so a little later each time, so that its order is told. */
  const later = () => clock.now++;
  const desk = (library: LibraryId) => createFollows({ library, store: storage.follows, limits, now: later });
  /** A desk that knows of follows alone. */
  const followDesk = (library: LibraryId) => ({ library, limits, follows: desk(library) }) as unknown as Desk;
  /** Follows something in a channel; throws where that is refused. */
  const follow = async (
    kind: 'speaker' | 'topic',
    words: string,
    { channel = '500', library = 'guild:1' as LibraryId, by = '77' } = {},
  ) => {
    const result = await desk(library).add({ kind, words, channel }, by);
    if (result.kind === 'refused') throw new Error(result.why);
    return result.follow;
  };
  /** Keeps an article, as another process might. */
  const keep = async (article: Article) => {
    const { id, library, text } = article;
    const kept = keptArticle(0, { id, library, text, addressKey: null, addedAt: now() });
    await storage.articles.add(kept, reading(), 1000);
  };
  const show = (article: Article) => archive.add([readForArchive(article)]);
  const statementsOf = ({ id, library }: Article) =>
    archive.statements([BUILT_IN, library]).filter(({ article }) => article.id === id);
  /** An article comes in: it is kept, shown, and alerts are posted where they may be. */
  const comesIn = async (alerts: Alerts, body: string, over: Partial<Article> = {}) => {
    const article = news(body, { title: body.slice(0, 30), ...over }, over.library ?? 'guild:1');
    await keep(article);
    show(article);
    await alerts.noteArticle(article.library, article.id, statementsOf(article));
    await alerts.dispatch();
    return article;
  };
  const goes = async ({ id, library }: Article) => {
    await storage.articles.remove([id], library);
    archive.remove([id], library);
  };
  const close = async () => {
    await Promise.all(running.map((alerts) => alerts.stop()));
    await storage.close();
  };
  return {
    archive,
    clock,
    comesIn,
    close,
    desk,
    follow,
    followDesk,
    goes,
    keep,
    logged,
    post,
    posted,
    show,
    start,
    statementsOf,
    storage,
    told,
  };
}

export const textOf = (runs: readonly Run[] | null): string => (runs ?? []).map(({ text }) => text).join('');

/** The words of a message's quotes. */
export const wordsOf = ({ reply }: Posted): readonly string[] =>
  reply.cards.map(({ words }) => textOf(words));

/** What stands on top of a message, and its lines. */
export const leadOf = ({ reply }: Posted): string => textOf(reply.lead);
export const linesOf = ({ reply }: Posted): readonly string[] => reply.lines.map(textOf);
