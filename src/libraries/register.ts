import type { LibraryId } from '../articles/article.ts';
import type { KeptArticle } from '../storage/storage.ts';
import { isNearlyTheSame, readSketch, type Sketch } from './sketch.ts';

/** What is known of an article of a library beside what the archive holds. */
export type RegisterEntry = Omit<KeptArticle, 'file' | 'text' | 'sketch'> & { readonly sketch: Sketch };

/** Which articles the libraries hold, and how they came there. */
export type Register = {
  add(article: KeptArticle): void;
  remove(ids: readonly string[], library: LibraryId): void;
  /** The libraries that have had articles. */
  libraries(): readonly LibraryId[];
  /** A library's articles in the order in which they were added. */
  entries(library: LibraryId): readonly RegisterEntry[];
  entry(id: string, library: LibraryId): RegisterEntry | undefined;
  /** The article of a library that stands at an address. */
  atAddress(key: string, library: LibraryId): RegisterEntry | undefined;
  /** The article of a library with nearly the same text. */
  nearlyTheSame(sketch: Sketch, library: LibraryId): RegisterEntry | undefined;
  /** Notes by whom or what an article that is there was added, which may be forgotten. */
  setOrigin(origin: Pick<RegisterEntry, 'id' | 'addedBy' | 'feed'>, library: LibraryId): void;
  /** Takes the feed's id from the articles that came with it. */
  forgetFeed(feed: string, library: LibraryId): void;
  /** Takes a person's id from all articles. */
  forgetPerson(person: string): void;
};

/** A register of no article. */
export function createRegister(): Register {
  const libraries = new Map<LibraryId, Map<string, RegisterEntry>>();
  const entries = (library: LibraryId) => [...(libraries.get(library)?.values() ?? [])];
  const change = (library: LibraryId, entry: RegisterEntry) => libraries.get(library)?.set(entry.id, entry);
  return {
    add({ file: _, text: __, sketch, ...rest }) {
      const library = libraries.get(rest.library) ?? new Map<string, RegisterEntry>();
      libraries.set(rest.library, library);
      library.set(rest.id, { ...rest, sketch: readSketch(sketch) });
    },
    remove(ids, library) {
      for (const id of ids) libraries.get(library)?.delete(id);
    },
    libraries: () => [...libraries.keys()],
    entries,
    entry: (id, library) => libraries.get(library)?.get(id),
    atAddress: (key, library) => entries(library).find(({ addressKey }) => addressKey === key),
    nearlyTheSame: (sketch, library) =>
      entries(library).find((entry) => isNearlyTheSame(entry.sketch, sketch)),
    setOrigin({ id, addedBy, feed }, library) {
      const entry = libraries.get(library)?.get(id);
      if (entry && (entry.addedBy !== addedBy || entry.feed !== feed))
        change(library, { ...entry, addedBy, feed });
    },
    forgetFeed(feed, library) {
      for (const entry of entries(library))
        if (entry.feed === feed) change(library, { ...entry, feed: null });
    },
    forgetPerson(person) {
      for (const library of libraries.keys())
        for (const entry of entries(library))
          if (entry.addedBy === person) change(library, { ...entry, addedBy: null });
    },
  };
}
