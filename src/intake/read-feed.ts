import {
  type AtomFeed,
  type JsonFeed,
  parseAtomFeed,
  parseJsonFeed,
  parseRdfFeed,
  parseRssFeed,
  type RdfFeed,
  type RssFeed,
} from 'feedsmith';
import type { Fetched } from './fetch.ts';
import { decodeHtml } from './html-document.ts';
import { httpAddress } from './read-feed-address.ts';
import { readDay, readTitle, wholeText } from './read-feed-text.ts';

/** What a feed tells of one article. */
export type FeedItem = {
  /** What tells the item from the feed's others: the id that it has there, else its address, else its title; at most 500 characters. */
  readonly key: string;
  /** Where the article stands, an absolute http or https address. */
  readonly url: string | null;
  readonly title: string | null;
  /** The day as it is written there, in the time zone of whoever wrote it: YYYY-MM-DD. */
  readonly published: string | null;
  /** The whole text, where the feed carries it and not only its beginning. */
  readonly html: string | null;
};

/** A feed as it was had once. */
export type FeedDocument = {
  readonly title: string | null;
  /** How long it asks to be left alone, in milliseconds; null where it doesn't say. */
  readonly ttl: number | null;
  /** In the feed's order, each key once; without items that have neither an address nor a text. */
  readonly items: readonly FeedItem[];
};

/** How many items are looked at; the rest, the oldest in nearly all feeds, is passed over. */
const MOST_ITEMS = 5000;
const MINUTE = 60_000;

/** What a feed's formats have in common, before keys and addresses are made sure of. */
type Raw = {
  readonly id: string | undefined;
  readonly links: readonly (string | undefined)[];
  /** What `links` are relative to, the innermost last. */
  readonly bases: readonly (string | undefined)[];
  readonly title: string | undefined;
  readonly published: string | undefined;
  readonly html: string | null;
};

type RawFeed = {
  readonly title: string | undefined;
  readonly ttl: number | null;
  readonly items: readonly Raw[];
};

/**
 * Reads RSS (0.9x, 1.0, 2.0), Atom or JSON Feed, whatever its media type says. Damaged ones are read as far as they can be.
 *
 * @returns null where it is no feed
 */
export function readFeed(fetched: Fetched): FeedDocument | null {
  const text = decodeHtml(fetched.bytes, fetched.charset).trim();
  for (const read of [readRss, readAtom, readRdf, readJson]) {
    try {
      const { title, ttl, items } = read(text);
      return { title: readTitle(title), ttl, items: distinct(items, fetched.url) };
    } catch {
      // It isn't of this format; feedsmith says so by throwing.
    }
  }
  return null;
}

const OPTIONS = { maxItems: MOST_ITEMS };

function readRss(text: string): RawFeed {
  const feed: RssFeed.Feed<string> = parseRssFeed(text, OPTIONS);
  return {
    title: feed.title,
    ttl: feed.ttl === undefined ? period(feed.sy) : feed.ttl * MINUTE,
    items: (feed.items ?? []).map((item) => ({
      id: item.guid?.value,
      links: [
        item.link,
        item.atom?.links?.[0]?.href,
        item.guid?.isPermaLink === false ? undefined : item.guid?.value,
      ],
      bases: [feed.link, feed.xml?.base, item.xml?.base],
      title: item.title ?? item.dc?.titles?.[0],
      published: item.pubDate ?? item.dc?.dates?.[0] ?? item.dcterms?.created?.[0],
      html: wholeText(item.content?.encoded, 'text') ?? wholeText(item.description, 'summary'),
    })),
  };
}

function readRdf(text: string): RawFeed {
  const feed: RdfFeed.Feed<string> = parseRdfFeed(text, OPTIONS);
  return {
    title: feed.title,
    ttl: period(feed.sy),
    items: (feed.items ?? []).map((item) => ({
      id: item.rdf?.about,
      links: [item.link, item.rdf?.about],
      bases: [feed.link, feed.xml?.base, item.xml?.base],
      title: item.title,
      published: item.dc?.dates?.[0],
      html: wholeText(item.content?.encoded, 'text') ?? wholeText(item.description, 'summary'),
    })),
  };
}

function readAtom(text: string): RawFeed {
  const feed: AtomFeed.Feed<string> = parseAtomFeed(text, OPTIONS);
  return {
    title: feed.title?.value,
    ttl: period(feed.sy),
    items: (feed.entries ?? []).map((entry) => ({
      id: entry.id,
      links: articleLinks(entry.links ?? []),
      bases: [feed.xml?.base, entry.xml?.base],
      title: entry.title?.value,
      published: entry.published ?? entry.updated,
      html: wholeText(entry.content?.value, 'text'),
    })),
  };
}

/** The links of an Atom entry that lead to what it is about (RFC 4287, 4.2.7.2), a page before anything else. */
function articleLinks(links: readonly AtomFeed.Link<string>[]): readonly (string | undefined)[] {
  const alternate = links.filter(({ rel }) => rel === undefined || rel === 'alternate');
  const isPage = ({ type }: AtomFeed.Link<string>) => type === undefined || /html/i.test(type);
  return [...alternate.filter(isPage), ...alternate].map(({ href }) => href);
}

function readJson(text: string): RawFeed {
  const feed: JsonFeed.Feed<string> = parseJsonFeed(text, OPTIONS);
  return {
    title: feed.title,
    ttl: null,
    items: (feed.items ?? []).map((item) => ({
      id: item.id,
      links: [item.url, item.external_url, item.id],
      bases: [feed.home_page_url],
      title: item.title,
      published: item.date_published ?? item.date_modified,
      html: wholeText(item.content_html, 'text') ?? wholeText(escaped(item.content_text), 'text'),
    })),
  };
}

const escaped = (text: string | undefined): string | undefined =>
  text?.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/\r?\n/g, '<br>');

const PERIODS: Readonly<Partial<Record<string, number>>> = {
  hourly: 60 * MINUTE,
  daily: 24 * 60 * MINUTE,
  weekly: 7 * 24 * 60 * MINUTE,
};

/** What the syndication module tells (https://web.resource.org/rss/1.0/modules/syndication/). */
function period(told: { readonly updatePeriod?: string; readonly updateFrequency?: number } | undefined) {
  const length = PERIODS[told?.updatePeriod?.toLowerCase() ?? ''];
  return length === undefined ? null : length / Math.max(1, told?.updateFrequency ?? 1);
}

/** Items with their addresses, each key once; an id that stands for several addresses is no id. */
function distinct(raw: readonly Raw[], from: string): readonly FeedItem[] {
  const items = raw.map((item) => ({ ...item, url: addressOf(item, from) }));
  const addresses = new Map<string, Set<string | null>>();
  for (const { id, url } of items) {
    if (id !== undefined) addresses.set(id, (addresses.get(id) ?? new Set()).add(url));
  }
  const byKey = new Map<string, FeedItem>();
  for (const { id, url, title, published, html } of items) {
    const told = id !== undefined && addresses.get(id)?.size === 1 ? id : undefined;
    const key = (told ?? url ?? title)?.slice(0, LONGEST_KEY);
    if (key === undefined || (url === null && html === null) || byKey.has(key)) continue;
    byKey.set(key, { key, url, title: readTitle(title), published: readDay(published), html });
  }
  return [...byKey.values()];
}

const LONGEST_KEY = 500;

function addressOf({ links, bases }: Raw, from: string): string | null {
  const base = bases.reduce((outer: string, inner) => httpAddress(inner, outer) ?? outer, from);
  for (const [i, link] of links.entries()) {
    // An id may be an address, but only a whole one: "1234" is none.
    const address = i > 0 && !/^https?:/i.test(link ?? '') ? null : httpAddress(link, base);
    if (address !== null) return address;
  }
  return null;
}
