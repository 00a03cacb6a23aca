import type { Logger } from 'pino';
import type { LibraryId } from '../articles/article.ts';
import type { Run } from '../replies/reply.ts';
import type { Follow, FollowStore } from '../storage/storage.ts';

/** Tells a person something in a direct message; whether it could be is of no interest. */
export type Tell = (person: string, text: readonly Run[]) => Promise<unknown>;

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
function toldOf(channel: string, follows: readonly Follow[]): readonly Run[] {
  const what = follows.map(({ words }) => `“${words}”`).join(', ');
  return [
    { text: "I can't post in " },
    { text: `channel ${channel}`, mention: { kind: 'channel', id: channel } },
    { text: ` any more, so I have stopped following ${what} there. ` },
    { text: 'Once I may view that channel and send messages in it, set it up again there with /follow.' },
  ];
}
