import type { ArticleEntry } from '../archive/archive.ts';
import type { LibraryId } from '../articles/article.ts';
import type { PastedText } from '../intake/read-pasted.ts';
import type { ToldElsewhere } from '../intake/told-elsewhere.ts';
import type { Feed, Follow } from '../storage/storage.ts';
import type { Limits } from './limits.ts';

/** What is to become an article: what stands at an address, a file that Discord keeps at one, or a text. */
export type Submission =
  | {
      readonly kind: 'link';
      readonly url: string;
      /** What whoever gave the address says of it, for what doesn't stand there. */
      readonly told?: ToldElsewhere;
    }
  | { readonly kind: 'file'; readonly url: string }
  | { readonly kind: 'text'; readonly pasted: PastedText };

/** An article of the asker's own library. */
export type OwnArticle = ArticleEntry & {
  readonly addedBy: string | null;
  readonly addedAt: number;
  readonly feed: string | null;
};

/**
 * What came of adding an article; `there` where the asker could see it, or nearly the same text, already. `canPaste` is set where an address
 * gave no article that a person may see there all the same.
 */
export type Added =
  | { readonly kind: 'added' | 'there'; readonly entry: ArticleEntry }
  | { readonly kind: 'refused'; readonly why: string; readonly canPaste?: boolean };

/** What can be done with feeds. */
export type FeedDesk = {
  /**
   * Takes a feed on, or the one that a page tells of. Its newest articles are added while others go on: `items` is how many it shows,
   * `coming` how many of them are being added.
   */
  add(
    url: string,
    by: string,
  ): Promise<
    | { readonly kind: 'added'; readonly feed: Feed; readonly items: number; readonly coming: number }
    | { readonly kind: 'there'; readonly feed: Feed }
    | { readonly kind: 'refused'; readonly why: string }
  >;
  list(): Promise<readonly Feed[]>;
  /** The feed that is gone; null where there was none. */
  remove(id: string): Promise<Feed | null>;
};

/** What can be done with follows. */
export type FollowDesk = {
  add(
    follow: Pick<Follow, 'kind' | 'words' | 'channel'>,
    by: string,
  ): Promise<
    | { readonly kind: 'added' | 'there'; readonly follow: Follow }
    | { readonly kind: 'refused'; readonly why: string }
  >;
  list(): Promise<readonly Follow[]>;
  /** The follow that is gone; null where there was none. */
  remove(id: string): Promise<Follow | null>;
};

/** What somebody may do with the library that is theirs, a server's or a person's own; it reaches no other. */
export type Desk = {
  readonly library: LibraryId;
  readonly limits: Limits;
  add(submission: Submission, by: string): Promise<Added>;
  /** The library's own articles, the newest first. */
  articles(): readonly OwnArticle[];
  article(id: string): OwnArticle | undefined;
  /** The articles that are gone, of those whose ids are given: from the archive, the disk, and what waits to be posted. */
  remove(ids: readonly string[]): Promise<readonly OwnArticle[]>;
  readonly feeds: FeedDesk;
  readonly follows: FollowDesk;
  /** All that is kept of the library, and of the person where it is theirs, as files. */
  export(): Promise<readonly { readonly name: string; readonly bytes: Uint8Array }[]>;
  /** Erases the library, and where it is a person's the person's id wherever it is kept. */
  erase(): Promise<void>;
};
