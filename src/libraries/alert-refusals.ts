import type { Logger } from 'pino';
import type { LibraryId } from '../articles/article.ts';
import type { Follow, FollowStore } from '../storage/storage.ts';

/** Tells a person something in a direct message; rejected where they can't be told. */
export type Tell = (person: string, text: string) => Promise<void>;

type Parts = {
  readonly storage: { readonly follows: FollowStore };
  readonly tell: Tell;
  readonly logger: Logger;
};

/** Drops a channel that the bot can't post in any more, and tells those who set up what was followed there. */
export async function dropRefused(
  { channel, library }: { readonly channel: string; readonly library: LibraryId },
  { storage, tell, logger }: Parts,
): Promise<void> {
  const dropped = await storage.follows.dropChannel(channel, library);
  logger.info({ channel, library, follows: dropped.length }, 'A channel that refuses alerts was dropped.');
  const people = [...new Set(dropped.flatMap(({ addedBy }) => addedBy ?? []))];
  await Promise.all(
    people.map((person) =>
      tell(
        person,
        toldOf(
          channel,
          dropped.filter(({ addedBy }) => addedBy === person),
        ),
      ).catch((err: unknown) => logger.debug({ err, person }, 'Somebody could not be told of it.')),
    ),
  );
}

/** What somebody is told whose follows have been dropped. */
function toldOf(channel: string, follows: readonly Follow[]): string {
  const what = follows.map(({ words }) => `“${words}”`).join(', ');
  return (
    `I can't post in <#${channel}> any more, so I have stopped following ${what} there. ` +
    'Once I may view that channel and send messages in it, set it up again there with /follow.'
  );
}
