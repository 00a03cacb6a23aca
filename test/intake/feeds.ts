import type { Fetched } from '../../src/intake/fetch.ts';

/** What an address gave, as a feed's tests write it. */
export const fetchedOf = (body: string | Uint8Array, over: Partial<Fetched> = {}): Fetched => ({
  url: 'https://gazette.example/news/feed.xml',
  status: 200,
  type: 'application/rss+xml',
  charset: null,
  headers: {},
  bytes: typeof body === 'string' ? new TextEncoder().encode(body) : body,
  ...over,
});

/** An item of {@link rssOf}, by what matters to a test. */
export type RssItem = {
  readonly title?: string;
  readonly link?: string;
  readonly guid?: string;
  readonly date?: string;
  readonly description?: string;
  readonly content?: string;
};

const element = (name: string, text: string | undefined): string =>
  text === undefined ? '' : `<${name}>${text}</${name}>`;

const itemOf = ({ title, link, guid, date, description, content }: RssItem): string =>
  [
    '<item>',
    element('title', title),
    element('link', link),
    guid === undefined ? '' : `<guid isPermaLink="false">${guid}</guid>`,
    element('pubDate', date),
    element('description', description),
    element('content:encoded', content),
    '</item>',
  ].join('');

/** An RSS 2.0 feed. */
export const rssOf = (items: readonly RssItem[], channel = '<title>The Gazette</title>'): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/">
<channel>${channel}${items.map(itemOf).join('\n')}</channel></rss>`;

/** The paragraphs of an article of the tests, as HTML. */
export const STORY = `<p>The old bridge over the Arn will stay closed until spring, the city council decided on Tuesday.</p>
<p>“Nobody will cross it before we know that it is safe,” said Mayor Lena Ortiz, who had asked for the vote. “We owe that to everybody who lives here.”</p>
<p>Marcus Bell, an engineer who looked at the bridge in January, told the council that two of its piers had sunk. He said the repair would take at least five months.</p>
<p>Shop owners on the east bank said that they had lost a third of their customers since the bridge was closed.</p>`;
