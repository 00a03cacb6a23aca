import type { LibraryId } from '../src/articles/article.ts';
import type { Command, CommandGroup } from '../src/commands.ts';
import type { Desk } from '../src/libraries/desk.ts';
import { noLibraryReply } from '../src/replies/no-library.ts';
import { linesReply } from '../src/replies/pages.ts';
import { countOf } from '../src/replies/suggestions.ts';

const whose = (library: LibraryId): string => (library.startsWith('user:') ? 'you' : 'this server');

/** `/data export`: all that is kept, as a file. */
const exporting: Command = {
  name: 'data export',
  description: 'Everything that I keep about this server, or in direct messages about you, as a file',
  options: [],
  needsLibrary: true,
  needsManager: true,
  isPrivate: true,
  isCostly: true,
  async run(_values, _sight, _page, asker) {
    if (asker === undefined) return noLibraryReply();
    const { desk } = asker;
    const lead = `This is all that I keep about ${whose(desk.library)}: ${await countsOf(desk)}. The articles are files that a folder of articles could hold.`;
    return { ...linesReply(lead, [], [], 1), files: await desk.export() };
  },
};

/** `/data erase`: erases it all, after a confirmation. Carried is what was confirmed, and when. */
const erasing: Command = {
  name: 'data erase',
  description: 'Erase everything that I keep about this server, or in direct messages about you',
  options: [],
  carried: ['sure'],
  needsLibrary: true,
  needsManager: true,
  isPrivate: true,
  async run({ sure }, _sight, _page, asker) {
    if (asker === undefined) return noLibraryReply();
    const { desk, isTrusted } = asker;
    if (!isTrusted)
      return linesReply('Only those who may manage this server can erase its library.', [], [], 1);
    if (!isFresh(sure, desk.library)) {
      const lead = `Erase all that I keep about ${whose(desk.library)}: ${await countsOf(desk)}? It can't be undone. \`/data export\` gives you a copy first.`;
      return {
        ...linesReply(lead, [], [], 1),
        actions: [
          {
            label: 'Erase everything',
            isDangerous: true,
            command: 'data erase',
            values: { sure: `${desk.library} ${Date.now()}` },
            answers: 'in-place',
          },
        ],
      };
    }
    await desk.erase();
    return linesReply(`Erased: nothing is kept about ${whose(desk.library)} any more.`, [], [], 1);
  },
};

/** For how long, in milliseconds, a question whether to erase stands: what has come since was not asked about. */
const FRESH = 15 * 60_000;

/** Whether it was for this library, and just now, that erasing was confirmed. */
function isFresh(sure: string | undefined, library: LibraryId): boolean {
  const [asked, time] = sure?.split(' ') ?? [];
  return asked === library && Date.now() - Number(time) < FRESH;
}

async function countsOf(desk: Desk): Promise<string> {
  const [feeds, follows] = await Promise.all([desk.feeds.list(), desk.follows.list()]);
  const counts = [
    countOf(desk.articles().length, 'article'),
    countOf(feeds.length, 'feed'),
    countOf(follows.length, 'follow'),
  ];
  return `${counts.slice(0, -1).join(', ')} and ${counts.at(-1)}`;
}

/** `/data`: what is kept about a server or a person. */
const data: CommandGroup = {
  name: 'data',
  description: 'What I keep about this server, or in direct messages about you',
  commands: [exporting, erasing],
};

export default data;
