import type { Run } from '../replies/reply.ts';
import { countOf } from '../replies/suggestions.ts';
import type { Feed } from '../storage/storage.ts';

/** What a feed is called where it is shown: its title, or its address where it has none. */
export const feedTitle = ({ title, url }: Feed): string => title ?? url;

/** Where a feed comes from: "gazette.example". */
export const feedHost = ({ url }: Feed): string => hostOf(url);

export const hostOf = (url: string): string => new URL(url).hostname.replace(/^www\./, '');

/** A feed in one line: what it has brought, when it was asked and will be, or why it could not be had. */
export function feedLine(feed: Feed, now: number): readonly Run[] {
  const rest = [feedHost(feed), broughtBy(feed, now), stateOf(feed, now)].join(' · ');
  return [{ text: feedTitle(feed), bold: true, url: feed.url }, { text: ` · ${rest}` }];
}

function broughtBy(feed: Feed, now: number): string {
  const { brought, broughtAt } = feed;
  const last = broughtAt === null ? '' : `, the last ${ago(broughtAt, now)}`;
  const articles =
    brought === 0 ? 'has brought no articles yet' : `brought ${countOf(brought, 'article')}${last}`;
  const unread = unreadBy(feed);
  return unread === '' ? articles : `${articles}; ${unread}`;
}

/** How many items could not be read, and why the last could not; empty where all could. */
function unreadBy({ failed, retrying, itemProblem }: Feed): string {
  const unread = failed + retrying;
  if (unread === 0) return '';
  const some = failed === 0 ? 'and will be tried once more' : `(${retrying} of them will be tried once more)`;
  const again = retrying === 0 ? '' : ` ${some}`;
  const last = itemProblem === null ? '' : `; the last: ${itemProblem.replace(/[.\s]+$/, '')}`;
  return `${unread} could not be read${again}${last}`;
}

function stateOf({ problem, failures, polledAt, nextAt }: Feed, now: number): string {
  const next = `next ${within(nextAt, now)}`;
  if (problem === null) return polledAt === null ? next : `asked ${ago(polledAt, now)}, ${next}`;
  const times = failures > 1 ? ` (${failures} times in a row)` : '';
  return `${problem.replace(/[.\s]+$/, '')}${times}, ${next}`;
}

const UNITS = [
  ['day', 24 * 60 * 60_000],
  ['hour', 60 * 60_000],
  ['minute', 60_000],
] as const;

/** "2 hours" for a length of time in milliseconds; null where it is less than a minute. */
function lengthOf(time: number): string | null {
  const unit = UNITS.find(([, length]) => Math.round(time / length) >= 1 && time >= length * 0.95);
  return unit === undefined ? null : countOf(Math.round(time / unit[1]), unit[0]);
}

function ago(at: number, now: number): string {
  const length = lengthOf(now - at);
  return length === null ? 'just now' : `${length} ago`;
}

function within(at: number, now: number): string {
  const length = lengthOf(at - now);
  return length === null ? 'in a moment' : `in ${length}`;
}

/** A feed as JSON has it. */
export function feedRecord(feed: Feed): object {
  const { id, url, title, brought, failed, retrying, itemProblem, failures, problem } = feed;
  const { broughtAt, polledAt, nextAt } = feed;
  const times = { broughtAt: iso(broughtAt), polledAt: iso(polledAt), nextAt: iso(nextAt) };
  return { id, url, title, brought, failed, retrying, itemProblem, failures, problem, ...times };
}

const iso = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());
