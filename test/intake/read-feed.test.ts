import { describe, expect, it } from 'vitest';
import { readFeed } from '../../src/intake/read-feed.ts';
import { readItemText } from '../../src/intake/read-feed-text.ts';
import { fetchedOf, type RssItem, rssOf, STORY } from './feeds.ts';

const itemsOf = (text: string | Uint8Array, over = {}) => readFeed(fetchedOf(text, over))?.items ?? [];
const rssItem = (item: RssItem) => itemsOf(rssOf([item]))[0];

describe('An RSS feed', () => {
  it('is read as WordPress writes it: with whole texts, typographic entities and syndication', () => {
    const feed = readFeed(
      fetchedOf(`<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"
	xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wfw="http://wellformedweb.org/CommentAPI/"
	xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom"
	xmlns:sy="http://purl.org/rss/1.0/modules/syndication/" xmlns:slash="http://purl.org/rss/1.0/modules/slash/">
<channel>
	<title>The Gazette &#8211; News</title>
	<atom:link href="https://gazette.example/feed/" rel="self" type="application/rss+xml" />
	<link>https://gazette.example</link>
	<description></description>
	<lastBuildDate>Tue, 20 Feb 2024 22:31:05 +0000</lastBuildDate>
	<sy:updatePeriod>
	hourly	</sy:updatePeriod>
	<sy:updateFrequency>
	2	</sy:updateFrequency>
	<item>
		<title>Bridge &#8220;stays closed&#8221; till spring</title>
		<link>https://gazette.example/2024/02/20/bridge/</link>
		<comments>https://gazette.example/2024/02/20/bridge/#respond</comments>
		<dc:creator><![CDATA[Ada Moss]]></dc:creator>
		<pubDate>Tue, 20 Feb 2024 22:30:00 -0500</pubDate>
		<guid isPermaLink="false">https://gazette.example/?p=812</guid>
		<description><![CDATA[<p>The old bridge over the Arn will stay closed [&#8230;]</p>]]></description>
		<content:encoded><![CDATA[${STORY}<p>The post <a href="https://gazette.example/2024/02/20/bridge/">Bridge</a> appeared first on <a href="https://gazette.example">The Gazette</a>.</p>]]></content:encoded>
	</item>
</channel></rss>`),
    );
    expect(feed).toMatchObject({ title: 'The Gazette – News', ttl: 30 * 60_000 });
    expect(feed?.items).toMatchObject([
      {
        key: 'https://gazette.example/?p=812',
        url: 'https://gazette.example/2024/02/20/bridge/',
        title: 'Bridge “stays closed” till spring',
        published: '2024-02-20',
      },
    ]);
    const text = readItemText(feed?.items[0]?.html ?? '');
    expect(text).toMatch(/^The old bridge over the Arn .+\n\n“Nobody will cross it/);
    expect(text).toMatch(/since the bridge was closed\.$/);
  });

  it('is read in the older ways: 0.91 with a document type, items outside of the channel', () => {
    const doctype =
      '<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.com/publish/formats/rss-0.91.dtd">';
    const text = `<?xml version="1.0"?>${doctype}<rss version="0.91"><channel><title>Old</title><item><title>One</title><link>http://old.example/1</link></item></channel></rss>`;
    expect(itemsOf(text)).toMatchObject([{ key: 'http://old.example/1', url: 'http://old.example/1' }]);
  });

  it('tells how long it wants to be left alone', () => {
    expect(readFeed(fetchedOf(rssOf([], '<title>T</title><ttl>45</ttl>')))?.ttl).toBe(45 * 60_000);
    expect(readFeed(fetchedOf(rssOf([], '<title>T</title>')))?.ttl).toBeNull();
    const daily = '<title>T</title><sy:updatePeriod>daily</sy:updatePeriod>';
    expect(readFeed(fetchedOf(rssOf([], daily)))?.ttl).toBe(24 * 60 * 60_000);
  });

  it.each([
    ['Tue, 20 Feb 2024 23:59:00 -0800', '2024-02-20'],
    ['20 Feb 24 08:00 GMT', '2024-02-20'],
    ['2024-02-20T23:59:00+09:00', '2024-02-20'],
    ['February 20, 2024', '2024-02-20'],
    ['2024-02-31', null],
    ['yesterday', null],
    ['', null],
  ])('tells the day as it is written there: %s', (date, day) => {
    expect(rssItem({ link: 'https://gazette.example/1', date })?.published).toBe(day);
  });

  it('gives no text that is only the beginning of one', () => {
    const html = (end: string) =>
      rssItem({ link: 'https://gazette.example/1', content: `<![CDATA[${STORY}${end}]]>` })?.html;
    expect(html('')).toContain('Lena Ortiz');
    for (const end of ['<p>And then […]</p>', '<p>And then&#8230;</p>', '<a href="#">Continue reading</a>']) {
      expect(html(end)).toBeNull();
    }
    expect(rssItem({ link: 'https://gazette.example/1', description: 'A short one.' })?.html).toBeNull();
  });

  it('gives the text that stands where the summary should, if it is a long one', () => {
    const long = rssItem({
      link: 'https://gazette.example/1',
      description: `<![CDATA[${STORY.repeat(3)}]]>`,
    });
    expect(long?.html).toContain('Lena Ortiz');
  });

  it('has titles without markup', () => {
    expect(
      rssItem({ title: 'The &lt;em&gt;old&lt;/em&gt; bridge &amp;amp; AT&amp;T', link: 'https://x.example/' })
        ?.title,
    ).toBe('The old bridge & AT&T');
  });
});

describe('What tells items apart', () => {
  it('is their id, else their address', () => {
    const items = itemsOf(
      rssOf([{ guid: 'a1', link: 'https://gazette.example/1' }, { link: 'https://gazette.example/2' }]),
    );
    expect(items.map(({ key }) => key)).toEqual(['a1', 'https://gazette.example/2']);
  });

  it('is their address where a feed has one id for all', () => {
    const items = itemsOf(
      rssOf([
        { guid: 'same', link: 'https://gazette.example/1' },
        { guid: 'same', link: 'https://gazette.example/2' },
      ]),
    );
    expect(items.map(({ key }) => key)).toEqual(['https://gazette.example/1', 'https://gazette.example/2']);
  });

  it('is given once', () => {
    const item = { guid: 'a1', link: 'https://gazette.example/1' };
    expect(itemsOf(rssOf([item, item, { ...item, title: 'Again' }]))).toHaveLength(1);
  });

  it('is no longer than a database likes', () => {
    expect(rssItem({ guid: 'x'.repeat(5000), link: 'https://gazette.example/1' })?.key).toHaveLength(500);
  });

  it('is missing where there is neither an address nor a text', () => {
    expect(itemsOf(rssOf([{ title: 'Only a title' }, { guid: 'a1' }]))).toEqual([]);
  });
});

describe('The address of an item', () => {
  it('is its id where that is one', () => {
    const text = rssOf([]).replace(
      '</channel>',
      '<item><guid>https://gazette.example/7</guid></item></channel>',
    );
    expect(itemsOf(text)).toMatchObject([{ url: 'https://gazette.example/7' }]);
  });

  it('is relative to the site, or to the feed where that tells no site', () => {
    const item = { guid: 'a1', link: '/2024/bridge' };
    expect(itemsOf(rssOf([item], '<link>https://www.gazette.example/</link>'))[0]?.url).toBe(
      'https://www.gazette.example/2024/bridge',
    );
    expect(itemsOf(rssOf([{ guid: 'a1', link: '../bridge' }]))[0]?.url).toBe(
      'https://gazette.example/bridge',
    );
  });

  it.each([
    'javascript:alert(1)',
    'ftp://gazette.example/1',
    'file:///etc/passwd',
    'http://',
    'data:text/html,x',
  ])('is never %s', (link) => {
    const content = `<![CDATA[${STORY}]]>`;
    expect(rssItem({ guid: 'a1', link, content })?.url).toBeNull();
  });
});

describe('Other formats', () => {
  it('Atom: alternate links, relative addresses, XHTML', () => {
    const feed = readFeed(
      fetchedOf(
        `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://gazette.example/atom/">
  <title type="html">The &lt;b&gt;Gazette&lt;/b&gt;</title><id>urn:gazette</id><updated>2024-02-21T10:00:00Z</updated>
  <link rel="self" href="https://gazette.example/atom.xml"/>
  <entry>
    <id>urn:gazette:1</id><title>Bridge</title><updated>2024-02-21T10:00:00Z</updated><published>2024-02-20T09:00:00+02:00</published>
    <link rel="enclosure" type="audio/mpeg" href="https://gazette.example/1.mp3"/>
    <link rel="alternate" type="application/pdf" href="bridge.pdf"/>
    <link rel="alternate" type="text/html" href="../2024/bridge"/>
    <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">${STORY}</div></content>
  </entry>
  <entry><id>urn:gazette:2</id><title>Fair</title><updated>2024-02-19T10:00:00Z</updated><link href="/fair"/>
    <summary>The fair opens on Sunday.</summary></entry>
</feed>`,
        { type: 'application/atom+xml' },
      ),
    );
    expect(feed?.title).toBe('The Gazette');
    expect(feed?.items).toMatchObject([
      {
        key: 'urn:gazette:1',
        url: 'https://gazette.example/2024/bridge',
        title: 'Bridge',
        published: '2024-02-20',
      },
      { key: 'urn:gazette:2', url: 'https://gazette.example/fair', published: '2024-02-19', html: null },
    ]);
    expect(readItemText(feed?.items[0]?.html ?? '').split('\n\n')).toHaveLength(4);
  });

  it('Atom with a prefix', () => {
    const text =
      '<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:title>T</a:title><a:entry><a:id>1</a:id><a:link href="https://x.example/1"/></a:entry></a:feed>';
    expect(itemsOf(text)).toMatchObject([{ key: '1', url: 'https://x.example/1' }]);
  });

  it('an Atom feed about RSS is no RSS feed', () => {
    const text = `<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><entry><id>1</id><link href="https://x.example/1"/>
<content type="html"><![CDATA[Write <rss version="2.0"> and <channel>.]]></content></entry></feed>`;
    expect(itemsOf(text)).toMatchObject([{ key: '1' }]);
  });

  it('RSS 1.0', () => {
    const feed = readFeed(
      fetchedOf(`<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel rdf:about="https://gazette.example/rdf"><title>The Gazette</title><link>https://gazette.example/</link></channel>
<item rdf:about="https://gazette.example/1"><title>Bridge</title><link>https://gazette.example/1</link><dc:date>2024-02-20T10:00:00Z</dc:date>
<content:encoded><![CDATA[${STORY}]]></content:encoded></item></rdf:RDF>`),
    );
    expect(feed?.title).toBe('The Gazette');
    expect(feed?.items).toMatchObject([
      { key: 'https://gazette.example/1', url: 'https://gazette.example/1', published: '2024-02-20' },
    ]);
    expect(feed?.items[0]?.html).toContain('Lena Ortiz');
  });

  it('JSON Feed 1.1, with HTML and with plain text', () => {
    const feed = readFeed(
      fetchedOf(
        JSON.stringify({
          version: 'https://jsonfeed.org/version/1.1',
          title: 'The Gazette',
          home_page_url: 'https://gazette.example/',
          items: [
            {
              id: '1',
              url: '/bridge',
              title: 'Bridge',
              content_html: STORY,
              date_published: '2024-02-20T10:00:00-05:00',
            },
            {
              id: 2,
              external_url: 'https://other.example/fair',
              content_text: `The fair <opens>.\n\n${'It is big. '.repeat(50)}`,
            },
            { id: 'https://gazette.example/3' },
          ],
        }),
        { type: 'application/feed+json' },
      ),
    );
    expect(feed?.items).toMatchObject([
      { key: '1', url: 'https://gazette.example/bridge', published: '2024-02-20', html: STORY },
      { key: '2', url: 'https://other.example/fair' },
      { key: 'https://gazette.example/3', url: 'https://gazette.example/3' },
    ]);
    expect(readItemText(feed?.items[1]?.html ?? '')).toMatch(
      /^The fair <opens>\.\n\nIt is big\. It is big\./,
    );
  });
});
