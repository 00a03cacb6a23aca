import type { Logger } from 'pino';
import type { Archive, ArticleEntry, ChangingArchive, Progress } from '../archive/archive.ts';
import type { LibraryId } from '../articles/article.ts';
import type { Fetch } from '../intake/fetch.ts';
import type { Storage } from '../storage/storage.ts';
import { type AddingParts, addArticle, type CameIn, entryOf, statementsOf } from './add-article.ts';
import type { Added, Desk, FeedDesk, FollowDesk, OwnArticle, Submission } from './desk.ts';
import { exportLibrary } from './export-library.ts';
import type { Limits } from './limits.ts';
import { type LoadingParts, loadArticles } from './load-articles.ts';
import { createRegister, type Register } from './register.ts';
import { createTurns } from './turns.ts';

/** What libraries are opened with. */
export type LibrariesParts = {
  /** The built-in articles are in it already, or come in meanwhile. */
  readonly archive: ChangingArchive;
  readonly storage: Storage;
  readonly fetch: Fetch;
  readonly limits: Limits;
  readonly logger: Logger;
  /** Stands for what reads articles, as `readingVersion` gives it. */
  readonly version: string;
  /** The clock, in milliseconds since 1970. */
  readonly now?: () => number;
};

/** The libraries of all servers and persons. */
export type Libraries = {
  readonly archive: Archive;
  readonly limits: Limits;
  /** How many of the kept articles are loaded. */
  readonly progress: () => Progress;
  /** Fulfilled when all kept articles can be asked for. */
  readonly loaded: Promise<void>;
  /** Adds what a person or a feed submits; waits till all is loaded, so that what is there already is recognised. */
  add(
    submission: Submission,
    adding: { readonly library: LibraryId; readonly by: string | null; readonly feed: string | null },
  ): Promise<Added>;
  articles(library: LibraryId): readonly OwnArticle[];
  article(id: string, library: LibraryId): OwnArticle | undefined;
  remove(ids: readonly string[], library: LibraryId): Promise<readonly OwnArticle[]>;
  /** Erases all of a library, and where it is a person's the person's id wherever it is kept. */
  erase(library: LibraryId): Promise<void>;
  /**
   * Calls back for each article that this process adds, and once all is loaded for those that were added in the last minutes: whoever
   * added them may have ended before anybody was told.
   */
  onArticle(listener: CameIn): void;
  /** Takes a feed's id from its articles. */
  forgetFeed(feed: string, library: LibraryId): void;
  /** Ends what listens to the database; what is under way is waited for. */
  close(): Promise<void>;
};

/** Loads the libraries into the archive, a few articles at a time, and keeps them as they are in the database. */
export function openLibraries(parts: LibrariesParts): Libraries {
  const { archive, storage, logger, limits } = parts;
  const register = createRegister();
  const turns = createTurns();
  const listeners: CameIn[] = [];
  const loading: LoadingParts = { ...parts, register };
  const adding: AddingParts = {
    ...parts,
    register,
    turns,
    now: parts.now ?? Date.now,
    cameIn: (...told) => {
      for (const listener of listeners) listener(...told);
    },
  };
  let progress: Progress = { read: 0, total: 0 };

  const load = async () => {
    const ids = await storage.articles.ids();
    progress = { read: 0, total: ids.length };
    const telling = setInterval(
      () => logger.info(progress, `loaded ${progress.read} of ${progress.total} articles of libraries`),
      TELL_EVERY,
    ).unref();
    try {
      await loadArticles(ids, loading, (read) => {
        progress = { read, total: ids.length };
      });
    } finally {
      clearInterval(telling);
    }
    if (ids.length > 0) logger.info(progress, 'The articles of all libraries are loaded.');
  };
  const loaded = load();
  // Who doesn't wait for it must not be ended by it; who does is told.
  loaded.catch((err: unknown) => logger.error({ err }, 'Not all libraries could be loaded.'));

  const drop = (ids: readonly string[], library: LibraryId) => {
    if (ids.length === 0) return;
    archive.remove(ids, library);
    register.remove(ids, library);
  };
  const sync = (library: LibraryId) =>
    turns(library, async () => {
      const origins = await storage.articles.origins(library);
      const kept = new Set(origins.map(({ id }) => id));
      const here = new Set(register.entries(library).map(({ id }) => id));
      const gone = [...here].filter((id) => !kept.has(id));
      drop(gone, library);
      for (const origin of origins) register.setOrigin(origin, library);
      await loadArticles(
        [...kept].filter((id) => !here.has(id)),
        loading,
      );
    });
  const stopListening = storage.onChange((library) => {
    const changed = library === null ? storage.libraries.list() : Promise.resolve([library]);
    void loaded
      .then(() => changed)
      .then((libraries) => Promise.all(withThoseHere(libraries, library, register).map(sync)))
      .catch((err: unknown) =>
        logger.warn({ err }, 'A change that another process made could not be followed.'),
      );
  });

  return {
    archive,
    limits,
    progress: () => progress,
    loaded,
    async add(submission, whose) {
      await loaded;
      return addArticle(submission, whose, adding);
    },
    articles: (library) => ownArticles(library, archive, register),
    article: (id, library) => ownArticle(id, library, archive, register),
    async remove(ids, library) {
      // What is being loaded could come back otherwise.
      await loaded;
      return turns(library, async () => {
        const own = ids.flatMap((id) => ownArticle(id, library, archive, register) ?? []);
        const gone = new Set(await storage.articles.remove(ids, library));
        drop([...gone], library);
        return own.filter(({ article }) => gone.has(article.id));
      });
    },
    async erase(library) {
      await loaded;
      await turns(library, async () => {
        await storage.libraries.erase(library);
        drop(
          register.entries(library).map(({ id }) => id),
          library,
        );
        const person = personOf(library);
        if (person === null) return;
        await storage.libraries.forgetPerson(person);
        register.forgetPerson(person);
      });
    },
    onArticle(listener) {
      listeners.push(listener);
      void loaded.then(
        () => {
          for (const { id, library, addedAt } of addedSince((parts.now ?? Date.now)() - RECENT, register)) {
            const entry = entryOf(id, library, archive);
            if (entry) listener(entry.article, statementsOf(id, library, archive), addedAt);
          }
        },
        () => {},
      );
    },
    forgetFeed: (feed, library) => register.forgetFeed(feed, library),
    async close() {
      stopListening();
      await loaded.catch(() => {});
    },
  };
}

/** How often, in milliseconds, the log says how far the libraries are loaded. */
const TELL_EVERY = 3000;
/** For how long, in milliseconds, an article that came in is told of again at a start. */
const RECENT = 10 * 60_000;

const addedSince = (time: number, register: Register) =>
  register
    .libraries()
    .flatMap((library) => register.entries(library))
    .filter(({ addedAt }) => addedAt >= time);

/** Where all libraries may have changed, those too of which nothing is kept any more. */
function withThoseHere(
  kept: readonly LibraryId[],
  changed: LibraryId | null,
  register: Register,
): readonly LibraryId[] {
  return changed === null ? [...new Set([...kept, ...register.libraries()])] : kept;
}

/** The person whose library it is; null where it is a server's. */
export const personOf = (library: LibraryId): string | null =>
  library.startsWith('user:') ? library.slice('user:'.length) : null;

function ownArticle(
  id: string,
  library: LibraryId,
  archive: Archive,
  register: Register,
): OwnArticle | undefined {
  const entry = entryOf(id, library, archive);
  return entry ? withOrigin(entry, library, register) : undefined;
}

function ownArticles(library: LibraryId, archive: Archive, register: Register): readonly OwnArticle[] {
  return archive
    .articles([library])
    .flatMap((entry) => withOrigin(entry, library, register) ?? [])
    .sort((a, b) => b.addedAt - a.addedAt);
}

/** An article with who or what added it; undefined where the register hasn't got it. */
function withOrigin(entry: ArticleEntry, library: LibraryId, register: Register): OwnArticle | undefined {
  const kept = register.entry(entry.article.id, library);
  if (!kept) return undefined;
  const { addedBy, addedAt, feed } = kept;
  return { ...entry, addedBy, addedAt, feed };
}

/** The desk of one library. What it does, it does there and nowhere else, whatever it is asked. */
export function createDesk(
  library: LibraryId,
  libraries: Libraries,
  storage: Storage,
  desks: { readonly feeds: FeedDesk; readonly follows: FollowDesk },
): Desk {
  return {
    library,
    limits: libraries.limits,
    add: (submission, by) => libraries.add(submission, { library, by, feed: null }),
    articles: () => libraries.articles(library),
    article: (id) => libraries.article(id, library),
    remove: (ids) => libraries.remove(ids, library),
    feeds: desks.feeds,
    follows: desks.follows,
    async export() {
      await libraries.loaded;
      return exportLibrary(library, storage, libraries.archive);
    },
    erase: () => libraries.erase(library),
  };
}
