import { type HtmlElement, parseDocument } from './html-document.ts';
import { httpAddress } from './read-feed-address.ts';

const FEED_TYPE = /^application\/(?:rss\+xml|atom\+xml|feed\+json|rdf\+xml)\s*(?:;|$)/i;
const OF_COMMENTS = /\bcomments?\b/i;
/** A tag that may matter. Only these are parsed: what else is on the page may be built to take forever. */
const TAG = /<(?:link|base)\s(?:"[^"]{0,2000}"|'[^']{0,2000}'|[^"'<>])*>/gi;
const MOST_TAGS = 500;

/**
 * The address of the feed that a page tells of (https://blog.whatwg.org/feed-autodiscovery): the first, one of comments only where there
 * is no other; null where it tells of none at an http or https address.
 *
 * @param base - the page's own address
 */
export function findFeed(html: string, base: string): string | null {
  const tags = html.match(TAG)?.slice(0, MOST_TAGS) ?? [];
  const document = parseDocument(`<!doctype html><html><head></head><body>${tags.join('')}<p></body></html>`);
  const root = httpAddress(told(document.querySelector('base'), 'href'), base) ?? base;
  const feeds = [...document.querySelectorAll('link')].filter(isFeed).flatMap((link) => {
    const url = httpAddress(told(link, 'href'), root);
    return url === null ? [] : [{ url, isOfComments: OF_COMMENTS.test(`${told(link, 'title')} ${url}`) }];
  });
  return (feeds.find(({ isOfComments }) => !isOfComments) ?? feeds[0])?.url ?? null;
}

const told = (element: HtmlElement | null, name: string): string => element?.getAttribute(name)?.trim() ?? '';

const isFeed = (link: HtmlElement): boolean =>
  told(link, 'rel').toLowerCase().split(/\s+/).includes('alternate') && FEED_TYPE.test(told(link, 'type'));
