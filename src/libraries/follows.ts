import { randomBytes } from 'node:crypto';
import type { LibraryId } from '../articles/article.ts';
import { foldName, foldPlain } from '../language/names.ts';
import type { Follow, FollowStore } from '../storage/storage.ts';
import type { FollowDesk } from './desk.ts';
import type { Wish } from './follow-matches.ts';
import { topicTerms } from './follow-topics.ts';
import type { Limits } from './limits.ts';

/** What the follows of a library are kept with. */
export type FollowsParts = {
  readonly library: LibraryId;
  readonly store: FollowStore;
  readonly limits: Limits;
  /** The clock, in milliseconds since 1970. */
  readonly now?: () => number;
};

/** What can be done with the follows of one library, and of no other. */
export function createFollows({ library, store, limits, now = Date.now }: FollowsParts): FollowDesk {
  return {
    async add({ kind, words, channel }, by) {
      const wish = { kind, words: words.replace(/\s+/gu, ' ').trim() };
      const why = limits.alertsAnHour === 0 ? 'Nothing is posted by itself here.' : problemOf(wish);
      if (why !== null) return { kind: 'refused', why };
      const follow: Follow = {
        ...wish,
        id: randomBytes(8).toString('hex'),
        library,
        channel,
        addedBy: by,
        addedAt: now(),
      };
      const same = (await store.list(library)).find((one) => isSame(one, follow));
      if (same) return { kind: 'there', follow: same };
      const added = await store.add(follow, limits.follows);
      if (added.kind === 'full') return { kind: 'refused', why: fullSentence(library, limits.follows) };
      return added.kind === 'there'
        ? { kind: 'there', follow: { ...follow, id: added.id } }
        : { kind: 'added', follow };
    },
    list: () => store.list(library),
    async remove(id) {
      const follow = (await store.list(library)).find((one) => one.id === id);
      return follow && (await store.remove(id, library)) ? follow : null;
    },
  };
}

/** Why something can't be followed; null where it can. */
function problemOf({ kind, words }: Wish): string | null {
  const hasLetters = /[\p{L}\p{N}]/u.test(words);
  const tells = kind === 'topic' ? topicTerms(words).length > 0 : foldPlain(words).length > 0;
  if (hasLetters && tells) return null;
  return kind === 'topic'
    ? `“${words}” doesn't tell a topic: give a word or two that it is about, such as “nuclear weapons”.`
    : `“${words}” is no name that could be followed.`;
}

function fullSentence(library: LibraryId, most: number): string {
  const whose = library.startsWith('user:') ? 'You follow' : 'This server follows';
  return `${whose} ${most} speakers and topics already, which is the limit: take one away with /follow remove first.`;
}

/** Whether two follows are of the same in one channel, however it is typed. */
const isSame = (one: Follow, other: Follow): boolean =>
  one.channel === other.channel && one.kind === other.kind && folded(one) === folded(other);

const folded = ({ kind, words }: Follow): string =>
  (kind === 'speaker' ? foldName(words) : foldPlain(words)).join(' ');
