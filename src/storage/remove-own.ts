import type { Transaction } from 'kysely';
import type { LibraryId } from '../articles/article.ts';
import { type Engine, write } from './engine.ts';
import type { Tables } from './tables.ts';

/**
 * Removes a feed or a follow of a library, with what `after` does once it is gone; all or nothing, and unreadable on disk then.
 *
 * @returns false where the library has none with this id
 */
export async function removeOwn(
  engine: Engine,
  table: 'feeds' | 'follows',
  { id, library }: { readonly id: string; readonly library: LibraryId },
  after: (transaction: Transaction<Tables>) => Promise<void>,
): Promise<boolean> {
  const isGone = await write(engine, [library], async (transaction) => {
    const gone = await transaction
      .deleteFrom(table)
      .where('id', '=', id)
      .where('library', '=', library)
      .returning('id')
      .executeTakeFirst();
    if (gone) await after(transaction);
    return gone !== undefined;
  });
  if (isGone) await engine.scrub();
  return isGone;
}
