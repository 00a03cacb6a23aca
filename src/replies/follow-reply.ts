import type { Speaker } from '../speakers/speaker.ts';
import { linesReply } from './pages.ts';
import type { Action, Picking, Reply, Run } from './reply.ts';
import { countOf } from './suggestions.ts';

/** Something that is followed in a channel. */
export type Followed = {
  readonly id: string;
  readonly kind: 'speaker' | 'topic';
  readonly words: string;
  readonly channel: string;
  readonly addedBy: string | null;
  /** In milliseconds since 1970. */
  readonly addedAt: number;
};

/** Who is shown it, and where. */
export type Viewer = { readonly person: string; readonly channel: string };

/** How many people are named whom a follow fits. */
const MOST_NAMED = 3;
/** How many follows a menu offers. */
const MOST_OFFERED = 25;

/** "Quotes by **Volodymyr Zelensky**" */
const quotesOf = ({ kind, words }: Pick<Followed, 'kind' | 'words'>): readonly Run[] => [
  { text: kind === 'speaker' ? 'Quotes by ' : 'Quotes about ' },
  { text: words, bold: true },
];

/**
 * What will be posted, where and how often.
 *
 * @param isNew - false where it was followed there already
 * @param more - what else there is to know, after a space
 */
export function followedReply(
  follow: Followed,
  isNew: boolean,
  alertsAnHour: number,
  more: readonly Run[] = [],
): Reply {
  const what = isNew
    ? ` in articles that come in will be posted in this channel, at most ${countOf(alertsAnHour, 'message')} an hour.`
    : ' in articles that come in are posted in this channel already.';
  return {
    ...leadReply([...quotesOf(follow), { text: what }, ...more]),
    actions: [stopAction(follow)],
  };
}

/** Whom a name that is followed fits so far, where that isn't plain: nobody, several, or whoever holds an office. */
export function whomItFits(
  words: string,
  fitting: readonly Speaker[],
  nearest: Speaker | undefined,
): readonly Run[] {
  const [only] = fitting;
  if (!only) {
    const like: readonly Run[] = nearest
      ? [{ text: ' Did you mean ' }, { text: nearest.name, bold: true }, { text: '?' }]
      : [];
    return [{ text: ' Nobody who is called exactly that is quoted so far.' }, ...like];
  }
  if (fitting.length === 1)
    return only.name === words ? [] : [{ text: ' So far that is ' }, ...namesOf(fitting)];
  return [
    { text: ' So far that is ' },
    ...namesOf(fitting),
    { text: ' To be told of one of them alone, follow a full name.' },
  ];
}

function namesOf(speakers: readonly Speaker[]): readonly Run[] {
  const named = speakers
    .slice(0, MOST_NAMED)
    .flatMap(({ name }, at): readonly Run[] => [
      ...(at === 0 ? [] : [{ text: ', ' }]),
      { text: name, bold: true },
    ]);
  const more = speakers.length - MOST_NAMED;
  return [...named, { text: more > 0 ? ` and ${more} more.` : '.' }];
}

/** What is said when something isn't followed any more. */
export const stoppedReply = (follow: Followed, viewer: Viewer): Reply =>
  leadReply([
    ...quotesOf(follow),
    { text: ' will not be posted in ' },
    channelRun(follow, viewer),
    { text: ' any more.' },
  ]);

/** What is followed, a line each, with a menu to end it. */
export function followsReply(
  lead: string,
  follows: readonly Followed[],
  viewer: Viewer,
  page: number,
): Reply {
  const records = follows.map(({ id, kind, words, channel, addedBy, addedAt }) => ({
    id,
    kind,
    words,
    channel,
    addedBy,
    addedAt: new Date(addedAt).toISOString(),
  }));
  const lines = follows.map((follow) => followLine(follow, viewer));
  return { ...linesReply(lead, lines, records, page), picking: pickingOf(follows, viewer) };
}

function followLine(follow: Followed, viewer: Viewer): readonly Run[] {
  const { kind, words, addedBy, addedAt } = follow;
  const by: readonly Run[] = addedBy === null ? [] : [{ text: ', set up by ' }, personRun(addedBy, viewer)];
  return [
    { text: words, bold: true },
    { text: ` · ${kind} · in ` },
    channelRun(follow, viewer),
    ...by,
    { text: `, since ${new Date(addedAt).toISOString().slice(0, 10)}` },
  ];
}

const channelRun = ({ channel }: Followed, viewer: Viewer): Run =>
  channel === viewer.channel
    ? { text: 'this channel' }
    : { text: `channel ${channel}`, mention: { kind: 'channel', id: channel } };

const personRun = (person: string, viewer: Viewer): Run =>
  person === viewer.person
    ? { text: 'you' }
    : { text: `person ${person}`, mention: { kind: 'person', id: person } };

/** "NATO · topic · in this channel", where no channel can be shown by name. */
export const followLabel = ({ kind, words, channel }: Followed, viewer: Viewer): string =>
  `${words} · ${aboutOf({ kind, channel }, viewer)}`;

const aboutOf = ({ kind, channel }: Pick<Followed, 'kind' | 'channel'>, viewer: Viewer): string =>
  `${kind} · in ${channel === viewer.channel ? 'this channel' : 'another channel'}`;

const pickingOf = (follows: readonly Followed[], viewer: Viewer): Picking => ({
  prompt: 'Stop following…',
  command: 'follow remove',
  as: 'follow',
  options: follows
    .slice(0, MOST_OFFERED)
    .map((follow) => ({ label: follow.words, about: aboutOf(follow, viewer), value: follow.id })),
});

const stopAction = ({ id }: Followed): Action => ({
  label: 'Stop following',
  command: 'follow remove',
  values: { follow: id },
  answers: 'in-place',
});

const leadReply = (lead: readonly Run[]): Reply => ({ ...linesReply(null, [], [], 1), lead });
