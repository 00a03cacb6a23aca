import type { Transaction } from 'kysely';
import type { LibraryId } from '../articles/article.ts';
import { alertStore } from './alert-store.ts';
import { type Engine, write } from './engine.ts';
import { hashOf, keepable } from './keepable.ts';
import { removeOwn } from './remove-own.ts';
import type { Follow, FollowStore } from './storage.ts';
import type { Tables } from './tables.ts';

const COLUMNS = ['id', 'library', 'channel', 'kind', 'words', 'addedBy', 'addedAt'] as const;

/** The follows of a database with what waits because of them, see {@link FollowStore}. */
export const followStore = (engine: Engine): FollowStore => ({
  add: (follow, most) => add(engine, follow, most),
  list: (library) =>
    engine.db
      .selectFrom('follows')
      .select(COLUMNS)
      .where('library', '=', library)
      .orderBy('addedAt')
      .orderBy('id')
      .execute(),
  remove: (id, library) =>
    removeOwn(engine, 'follows', { id, library }, (transaction) => dropUnwanted(transaction, library)),
  dropChannel: (channel, library) => dropChannel(engine, channel, library),
  ...alertStore(engine),
});

/** The same words for a person who looks at them: neither case nor blanks count. */
const sameWords = (words: string): string =>
  words.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();

async function add(engine: Engine, follow: Follow, most: number): ReturnType<FollowStore['add']> {
  const { library, channel, kind, words } = follow;
  const wordsHash = hashOf(sameWords(words));
  return write(engine, [library], async (transaction) => {
    const rows = await transaction
      .selectFrom('follows')
      .select(['id', 'channel', 'kind', 'wordsHash'])
      .where('library', '=', library)
      .execute();
    const same = rows.find(
      (row) => row.channel === channel && row.kind === kind && row.wordsHash === wordsHash,
    );
    if (same) return { kind: 'there', id: same.id } as const;
    if (rows.length >= most) return { kind: 'full' } as const;
    await transaction
      .insertInto('follows')
      .values({ ...keepable(follow), wordsHash })
      .execute();
    return { kind: 'added' } as const;
  });
}

async function dropChannel(engine: Engine, channel: string, library: LibraryId): Promise<readonly Follow[]> {
  return write(engine, [library], async (transaction) => {
    const gone = await transaction
      .deleteFrom('follows')
      .where('library', '=', library)
      .where('channel', '=', channel)
      .returning(COLUMNS)
      .execute();
    await dropUnwanted(transaction, library);
    return gone.sort((a, b) => a.addedAt - b.addedAt || (a.id < b.id ? -1 : 1));
  });
}

/** Drops what waits because of no follow any more, and what is known of channels in which nothing is followed. */
async function dropUnwanted(transaction: Transaction<Tables>, library: LibraryId): Promise<void> {
  await transaction
    .deleteFrom('alerts')
    .where('library', '=', library)
    .where('postedAt', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('alertFollows')
            .select('follow')
            .whereRef('alertFollows.library', '=', 'alerts.library')
            .whereRef('alertFollows.channel', '=', 'alerts.channel')
            .whereRef('alertFollows.statement', '=', 'alerts.statement'),
        ),
      ),
    )
    .execute();
  await transaction
    .deleteFrom('channels')
    .where('library', '=', library)
    .where(({ eb, selectFrom }) =>
      eb('channel', 'not in', selectFrom('follows').select('channel').where('library', '=', library)),
    )
    .execute();
}
