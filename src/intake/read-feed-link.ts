import { Parser } from 'htmlparser2';
import { httpAddress } from './read-feed-address.ts';

const FEED_TYPE = /^application\/(?:rss\+xml|atom\+xml|feed\+json|rdf\+xml)\s*(?:;|$)/i;
const OF_COMMENTS = /\bcomments?\b/i;
/** Links stand in the head; a page that is nested deeper is not read to its end. */
const DEEPEST = 500;

type Attributes = {
  readonly rel?: string;
  readonly type?: string;
  readonly href?: string;
  readonly title?: string;
};

/**
 * The address of the feed that a page tells of (https://blog.whatwg.org/feed-autodiscovery): the first, one of comments only where there
 * is no other; null where it tells of none at an http or https address.
 *
 * @param base - the page's own address
 */
export function findFeed(html: string, base: string): string | null {
  const links: Attributes[] = [];
  let root = base;
  let depth = 0;
  const parser = new Parser({
    onopentag(name, attributes: Attributes) {
      depth += 1;
      if (name === 'link') links.push(attributes);
      if (name === 'base') root = httpAddress(attributes.href, base) ?? root;
      if (depth > DEEPEST) parser.pause();
    },
    onclosetag() {
      depth -= 1;
    },
  });
  parser.write(html);
  parser.end();
  const feeds = links.filter(isFeed).flatMap((link) => {
    const url = httpAddress(link.href, root);
    return url === null ? [] : [{ url, isOfComments: OF_COMMENTS.test(`${link.title ?? ''} ${url}`) }];
  });
  return (feeds.find(({ isOfComments }) => !isOfComments) ?? feeds[0])?.url ?? null;
}

const isFeed = ({ rel, type }: Attributes): boolean =>
  (rel ?? '').toLowerCase().split(/\s+/).includes('alternate') && FEED_TYPE.test(type?.trim() ?? '');
