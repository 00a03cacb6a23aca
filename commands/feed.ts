import type { Asker, Choice, Command, CommandGroup } from '../src/commands.ts';
import { addressKey } from '../src/intake/address-key.ts';
import { foldPlain } from '../src/language/names.ts';
import { feedHost, feedLine, feedRecord, feedTitle } from '../src/libraries/feed-lines.ts';
import { noLibraryReply } from '../src/replies/no-library.ts';
import { linesReply } from '../src/replies/pages.ts';
import type { Reply } from '../src/replies/reply.ts';
import { countOf } from '../src/replies/suggestions.ts';
import type { Feed } from '../src/storage/storage.ts';

/** `/feed add`: takes on a feed whose articles come into the library from now on. */
const add: Command = {
  name: 'feed add',
  description: 'Take on a feed (RSS, Atom or JSON Feed): what it tells of comes into the library',
  options: [
    {
      name: 'url',
      description: 'The address of the feed, or of a page that has one',
      required: true,
      maxLength: 2000,
    },
  ],
  needsLibrary: true,
  needsManager: true,
  isCostly: true,
  async run({ url = '' }, _sight, _page, asker) {
    if (asker === undefined) return noLibraryReply();
    if (!asker.isTrusted) return notYours();
    const added = await asker.desk.feeds.add(url, asker.person);
    if (added.kind === 'refused') return sentence(added.why);
    const { feed } = added;
    if (added.kind === 'there') return feedsReply('This feed is here already:', [feed], 1);
    const reply = linesReply(
      null,
      [[{ text: feedTitle(feed), bold: true, url: feed.url }, { text: ` · ${feedHost(feed)}` }]],
      [feedRecord(feed)],
      1,
    );
    return {
      ...reply,
      lead: [{ text: `Added this feed. ${comingIn(added.items, added.coming)}` }],
      actions: [
        { label: 'Undo', command: 'feed remove', values: { feed: feed.id }, answers: 'in-place' },
        { label: 'How it goes', command: 'feed list', values: {}, answers: 'apart' },
      ],
    };
  },
};

function comingIn(items: number, coming: number): string {
  if (items === 0) return 'It shows no articles now; those to come will be added.';
  const shown = `It shows ${countOf(items, 'article')}`;
  if (coming === items) {
    return `${shown}: ${items === 1 ? 'it is' : 'they are'} being added now, and new ones as they come out.`;
  }
  return `${shown}: the newest ${coming} are being added now, and new ones as they come out.`;
}

/** `/feed list`: what each feed has brought, and what failed. */
const list: Command = {
  name: 'feed list',
  description: 'The feeds of the library: what each has brought, and what failed',
  options: [],
  needsLibrary: true,
  needsManager: true,
  async run(_values, _sight, page, asker) {
    if (asker === undefined) return noLibraryReply();
    const feeds = await asker.desk.feeds.list();
    if (feeds.length === 0) return sentence('This library has no feeds yet: add one with `/feed add`.');
    return feedsReply(null, feeds, page);
  },
};

/** `/feed remove`: gives a feed up; what it brought stays. */
const remove: Command = {
  name: 'feed remove',
  description: 'Give a feed up; the articles that it brought stay',
  options: [
    {
      name: 'feed',
      description: 'Its title or its address',
      required: true,
      suggest: (typed, _sight, asker) => (asker === undefined ? [] : suggestFeeds(typed, asker)),
      maxLength: 2000,
    },
  ],
  needsLibrary: true,
  needsManager: true,
  decidesItself: true,
  async run({ feed: typed = '' }, _sight, page, asker) {
    if (asker === undefined) return noLibraryReply();
    const { feeds } = asker.desk;
    const found = meant(typed, await feeds.list());
    if (found.length > 1) return feedsReply('Several feeds fit that: give the address of one.', found, page);
    const [feed] = found;
    if (feed === undefined) return sentence('There is no such feed in this library.');
    if (!asker.isTrusted && feed.addedBy !== asker.person) return notYours();
    const gone = await feeds.remove(feed.id);
    return gone === null ? sentence('There is no such feed in this library any more.') : removedReply(gone);
  },
};

function removedReply(feed: Feed): Reply {
  const stay =
    feed.brought === 0
      ? 'It had brought no articles.'
      : `The ${feed.brought === 1 ? 'article' : `${feed.brought} articles`} that it brought ${feed.brought === 1 ? 'stays' : 'stay'} in the library.`;
  const reply = sentence(`Removed the feed “${feedTitle(feed)}”. ${stay}`);
  return { ...reply, records: [feedRecord(feed)] };
}

/** The feeds that are meant by an id, an address or a title; those with all the words in their titles where none has it as it is. */
function meant(typed: string, feeds: readonly Feed[]): readonly Feed[] {
  const told = typed.trim();
  const words = foldPlain(told);
  const ways: readonly ((feed: Feed) => boolean)[] = [
    ({ id }) => id === told,
    ({ url }) => url === told,
    ({ url }) => addressKey(url) === addressKey(told),
    (feed) => feedTitle(feed) === told,
    (feed) => words.length > 0 && foldPlain(feedTitle(feed)).join(' ') === words.join(' '),
    (feed) => words.length > 0 && isBegun(feed, words),
  ];
  return ways.map((fits) => feeds.filter(fits)).find((found) => found.length > 0) ?? [];
}

/** Whether each word begins a word of a feed's title or address. */
function isBegun(feed: Feed, words: readonly string[]): boolean {
  const text = ` ${foldPlain(`${feedTitle(feed)} ${feed.url}`).join(' ')}`;
  return words.every((word) => text.includes(` ${word}`));
}

async function suggestFeeds(typed: string, { desk }: Asker): Promise<readonly Choice[]> {
  const words = foldPlain(typed);
  const feeds = await desk.feeds.list();
  return feeds
    .filter((feed) => isBegun(feed, words))
    .map((feed) => ({ name: `${feedTitle(feed)} · ${feedHost(feed)}`, value: feed.id }));
}

const feedsReply = (lead: string | null, feeds: readonly Feed[], page: number): Reply =>
  linesReply(
    lead,
    feeds.map((feed) => feedLine(feed, Date.now())),
    feeds.map(feedRecord),
    page,
  );

const sentence = (text: string): Reply => linesReply(text, [], [], 1);

const notYours = (): Reply =>
  sentence(
    'Only those who may manage this server can change its feeds. A manager can also let you use `/feed`.',
  );

const group: CommandGroup = {
  name: 'feed',
  description: 'Feeds whose articles come into the library by themselves',
  commands: [add, list, remove],
};

export default group;
