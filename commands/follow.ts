import type { Sight } from '../src/archive/archive.ts';
import type { Asker, Choice, Command, CommandGroup } from '../src/commands.ts';
import { foldPlain } from '../src/language/names.ts';
import type { Wish } from '../src/libraries/follow-matches.ts';
import { isCalled, isMeant } from '../src/libraries/follow-speakers.ts';
import {
  followedReply,
  followLabel,
  followsReply,
  stoppedReply,
  whomItFits,
} from '../src/replies/follow-reply.ts';
import { noLibraryReply } from '../src/replies/no-library.ts';
import { linesReply } from '../src/replies/pages.ts';
import { PAGE, type Reply, type Run } from '../src/replies/reply.ts';
import { suggestSpeakers } from '../src/replies/suggestions.ts';
import type { Speaker } from '../src/speakers/speaker.ts';
import type { Follow } from '../src/storage/storage.ts';

/** `/follow speaker`: what somebody says in articles that come in is posted in the channel. */
const speaker: Command = {
  name: 'follow speaker',
  description: 'Post what somebody says in this channel when an article comes in that quotes them',
  options: [
    {
      name: 'name',
      description: 'A full name, a last name, or an office as articles word it',
      required: true,
      suggest: suggestSpeakers,
      maxLength: 100,
    },
  ],
  needsLibrary: true,
  needsManager: true,
  async run({ name = '' }, sight, _page, asker) {
    if (asker === undefined) return noLibraryReply();
    const fitting = speakersMeant(name, sight);
    const [only] = fitting;
    // An office is whoever's that holds it; a name is somebody's, and said in full where one alone has it.
    const words = only && fitting.length === 1 && isCalled(name, only) ? only.name : name.trim();
    const [nearest] = fitting.length > 0 ? [] : sight.archive.findSpeakers(name, sight.libraries);
    const more = whomItFits(words, fitting, nearest?.speaker.named ? nearest.speaker : undefined);
    return follow({ kind: 'speaker', words }, asker, more);
  },
};

/** `/follow topic`: what is said on a matter in articles that come in is posted in the channel. */
const topic: Command = {
  name: 'follow topic',
  description: 'Post what is said on a matter in this channel when an article comes in that has it',
  options: [
    {
      name: 'words',
      description: 'A word or a few, all of which must fit: nuclear weapons',
      required: true,
      maxLength: 100,
    },
  ],
  needsLibrary: true,
  needsManager: true,
  async run({ words = '' }, _sight, _page, asker) {
    return asker === undefined ? noLibraryReply() : follow({ kind: 'topic', words }, asker);
  },
};

/** `/follow list`: who and what is followed, where, by whom, and since when. */
const list: Command = {
  name: 'follow list',
  description: 'Who and what is followed, in which channels',
  options: [],
  needsLibrary: true,
  needsManager: true,
  async run(_values, _sight, page, asker) {
    if (asker === undefined) return noLibraryReply();
    const { follows, limits } = asker.desk;
    const all = await follows.list();
    if (all.length === 0)
      return linesReply('Nothing is followed yet: /follow speaker and /follow topic do that.', [], [], page);
    return followsReply(`Followed, ${all.length} of at most ${limits.follows}:`, all, asker, page);
  },
};

/** `/follow remove`: by the id that was picked, or by the words. */
const remove: Command = {
  name: 'follow remove',
  description: 'Stop following a speaker or a topic',
  options: [
    {
      name: 'follow',
      description: 'The speaker or the topic',
      required: true,
      suggest: (typed, _sight, asker) => (asker === undefined ? [] : suggestFollows(typed, asker)),
      maxLength: 100,
    },
  ],
  needsLibrary: true,
  needsManager: true,
  decidesItself: true,
  async run({ follow: typed = '' }, _sight, page, asker) {
    if (asker === undefined) return noLibraryReply();
    const found = findFollows(typed, await asker.desk.follows.list(), asker);
    const [first] = found;
    if (!first) return linesReply('That is not followed; /follow list shows what is.', [], [], page);
    // No pages: words may fit one alone by the time that one is turned.
    if (found.length > 1)
      return followsReply('That fits several: pick one.', found.slice(0, PAGE.lines), asker, 1);
    if (!mayRemove(first, asker))
      return linesReply(
        'Only those who may manage this server, or who set it up, can end that.',
        [],
        [],
        page,
      );
    const gone = await asker.desk.follows.remove(first.id);
    return gone ? stoppedReply(gone, asker) : linesReply('That is not followed any more.', [], [], page);
  },
};

/** The speakers whom a typed name or office fits, as strictly as it is followed. */
const speakersMeant = (typed: string, { archive, libraries }: Sight): readonly Speaker[] =>
  archive
    .speakers(libraries)
    .map((entry) => entry.speaker)
    .filter((one) => one.named && isMeant(typed, one));

async function follow(
  wish: Wish,
  { desk, channel, person }: Asker,
  more: readonly Run[] = [],
): Promise<Reply> {
  const result = await desk.follows.add({ ...wish, channel }, person);
  if (result.kind === 'refused') return linesReply(result.why, [], [], 1);
  const isNew = result.kind === 'added';
  return followedReply(result.follow, isNew, desk.limits.alertsAnHour, isNew ? more : []);
}

/** Those who may manage the library, and whoever set it up. */
const mayRemove = ({ addedBy }: Follow, { isTrusted, person }: Asker): boolean =>
  isTrusted || addedBy === person;

/** The follow with an id; otherwise those with the typed words, of the asker's channel where there are some. */
function findFollows(typed: string, follows: readonly Follow[], { channel }: Asker): readonly Follow[] {
  const picked = follows.filter(({ id }) => id === typed);
  if (picked.length > 0) return picked;
  const asked = foldPlain(typed);
  const called = asked.length === 0 ? [] : follows.filter(({ words }) => holdsAll(words, asked));
  const exact = called.filter(({ words }) => foldPlain(words).join(' ') === asked.join(' '));
  const found = exact.length > 0 ? exact : called;
  const here = found.filter((one) => one.channel === channel);
  return here.length > 0 ? here : found;
}

async function suggestFollows(typed: string, asker: Asker): Promise<readonly Choice[]> {
  const follows = await asker.desk.follows.list();
  const asked = foldPlain(typed);
  return follows
    .filter(({ words }) => holdsAll(words, asked))
    .toSorted((one, other) => Number(isHere(other, asker)) - Number(isHere(one, asker)))
    .map((one) => ({ name: followLabel(one, asker), value: one.id }));
}

const isHere = ({ channel }: Follow, asker: Asker): boolean => channel === asker.channel;

/** Whether each typed word begins one of some words. */
function holdsAll(words: string, asked: readonly string[]): boolean {
  const text = ` ${foldPlain(words).join(' ')}`;
  return asked.every((word) => text.includes(` ${word}`));
}

/** `/follow`: who and what is followed in which channel. */
const group: CommandGroup = {
  name: 'follow',
  description: 'Have quotes posted in this channel when articles come in',
  commands: [speaker, topic, list, remove],
};

export default group;
