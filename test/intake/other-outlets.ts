import { BODY, type OutletPage } from './outlets.ts';

const p = (text: string, attributes = '') => `<p${attributes}>${text}</p>`;
const [first = '', second = '', third = '', fourth = '', fifth = '', sixth = ''] = BODY;
const body = BODY.map((text) => p(text)).join('\n');

const wireLike: OutletPage = {
  name: 'a wire service with a module for each thing and time stamps in milliseconds',
  address: 'https://wire.example/article/quarrytown-bridge-9ab8',
  html: `<!DOCTYPE html><html lang="en"><head><meta charset="UTF-8"><meta property="og:title" content="Quarrytown bridge to stay closed until May"><meta property="og:site_name" content="Wire News"><meta property="og:type" content="article"><meta property="article:published_time" content="2025-03-04T19:41:07"><meta property="og:url" content="https://wire.example/article/quarrytown-bridge-9ab8"><title>Quarrytown bridge to stay closed until May | Wire News</title>
<script type="application/ld+json">{"@context":"http://schema.org","@type":"NewsArticle","author":[{"@context":"http://schema.org","@type":"Person","name":"ADA MOSS","url":"https://wire.example/author/ada-moss"}],"datePublished":"2025-03-04T19:41:07Z","headline":"Quarrytown bridge to stay closed until May","publisher":{"@type":"Organization","name":"Wire News"}</script></head>
<body class="Page-body"><div class="Page-content"><bsp-story-page><h1 class="Page-headline">Quarrytown bridge to stay closed until May</h1><div class="Page-byline"><div class="Page-authors">By&nbsp;<a class="Link" href="/author/ada-moss">ADA MOSS</a></div><bsp-timestamp data-timestamp="1741117267000"></bsp-timestamp></div>
<div class="Page-storyBody"><div class="RichTextStoryBody RichTextBody">${p(`QUARRYTOWN (WN) — ${first}`)}${p(second)}<div class="HTMLModuleEnhancement"><div id="ad-1" class="Advertisement">Advertisement</div></div>${p(third)}<div class="PageListEnhancementGeneric"><h2>Related Stories</h2><ul><li><a href="/1">Ferry breaks down</a></li><li><a href="/2">Two pillars moved</a></li></ul></div>${p(fourth)}${p(fifth)}${p(sixth)}${p('___')}${p('De Vries reported from the pier.')}</div></div></bsp-story-page></div></body></html>`,
  title: 'Quarrytown bridge to stay closed until May',
  outlet: 'Wire News',
  byline: 'ADA MOSS',
  published: '2025-03-04',
  url: 'https://wire.example/article/quarrytown-bridge-9ab8',
  paragraphs: [`QUARRYTOWN (WN) — ${first}`, ...BODY.slice(1), 'De Vries reported from the pier.'],
};

const letterLike: OutletPage = {
  name: 'a newsletter',
  address: 'https://adamoss.letters.example/p/the-bridge?r=abc&utm_campaign=post&utm_medium=web',
  html: `<!DOCTYPE html><html lang="en"><head><title>The bridge, again - by Ada Moss - Notes from the Quarry</title><meta property="og:type" content="article"><meta property="og:title" content="The bridge, again"><meta name="author" content="Ada Moss"><link rel="canonical" href="https://adamoss.letters.example/p/the-bridge">
<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","url":"https://adamoss.letters.example/p/the-bridge","mainEntityOfPage":"https://adamoss.letters.example/p/the-bridge","headline":"The bridge, again","description":"It moves","datePublished":"2025-03-04T09:00:31+00:00","isAccessibleForFree":true,"author":[{"@type":"Person","name":"Ada Moss","identifier":"user:1"}],"publisher":{"@type":"Organization","name":"Notes from the Quarry"}}</script></head>
<body><div id="entry"><div id="main" class="main"><article class="typography newsletter-post post"><div class="post-header"><h1 class="post-title">The bridge, again</h1><h3 class="subtitle">It moves</h3><div class="byline-wrapper"><div><a href="https://x.example/@ada">Ada Moss</a></div><div>Mar 04, 2025</div></div></div>
<div><div class="available-content"><div class="body markup" dir="auto">${p(first)}${p(`<span>${second}</span>`)}<div class="subscription-widget-wrap"><div class="subscription-widget show-subscribe"><div class="preamble"><p class="cta-caption">Thanks for reading! Subscribe for free to receive new posts.</p></div><form><input type="email"></form></div></div>${p(third)}<div class="captioned-image-container"><figure><a href="i.jpg"><img src="i.jpg"></a><figcaption class="image-caption">A pillar</figcaption></figure></div><blockquote>${p(fourth)}</blockquote><ol><li>${p(fifth)}</li><li>${p(sixth)}</li></ol></div></div></div>
<div class="post-footer"><button>Share</button></div></article><div class="comments-section"><h4>Discussion about this post</h4></div></div></div></body></html>`,
  title: 'The bridge, again',
  outlet: 'Notes from the Quarry',
  byline: 'Ada Moss',
  published: '2025-03-04',
  url: 'https://adamoss.letters.example/p/the-bridge',
  paragraphs: BODY,
};

const regionalLike: OutletPage = {
  name: 'a regional paper with parsely tags, a broken script of data and boxes within the text',
  address: 'https://www.quarry-courier.example/news/local/bridge-1234567.html',
  html: `<!doctype html><html><head><meta name="parsely-title" content="‘It moves’: bridge closed until May"><meta name="parsely-author" content="Ada Moss"><meta name="parsely-author" content="Tom de Vries"><meta name="parsely-pub-date" content="2025-03-04T06:30:00-0600"><meta property="og:site_name" content="Quarry Courier"><meta property="og:title" content="'It moves': bridge closed until May"><title>‘It moves’: bridge closed until May | Local News | quarry-courier.example</title>
<script type="application/ld+json">{"@type":"NewsArticle","headline": "unescaped "quotes" here", </script></head><body>
<div class="site-container"><div id="article-body-wrap" class="asset has-ads"><h1 class="headline"><span itemprop="name">‘It moves’: bridge closed until May</span></h1><ul class="list-inline"><li class="hidden-print"><span itemprop="author" class="tnt-byline">Ada Moss and Tom de Vries</span></li><li><time datetime="2025-03-04T06:30:00-06:00" class="tnt-date asset-date">Mar 4, 2025</time></li><li><time datetime="2025-03-05T06:30:00-06:00" class="asset-date-updated">Updated Mar 5, 2025</time></li></ul>
<div itemprop="articleBody" id="article-body" class="asset-content subscriber-premium">${p(first)}${p(second)}<div id="tncms-region-article_instory_top" class="tncms-region"><div class="inline-asset-related"><h4>People are also reading…</h4><ul><li><a href="/a">Ferry fares to rise</a></li></ul></div></div>${p('<strong>READ MORE: <a href="/c">Ferry breaks down for the third time</a></strong>')}${p(third)}${p(fourth)}${p('<em><a href="/newsletters">Sign up for our newsletter</a> to get the news in your inbox every morning.</em>')}${p(fifth)}${p(sixth)}</div>
<div class="email-signup newsletter"><h3>Be the first to know</h3><p>Get local news delivered to your inbox!</p></div></div></div></body></html>`,
  title: '‘It moves’: bridge closed until May',
  outlet: 'Quarry Courier',
  byline: 'Ada Moss and Tom de Vries',
  published: '2025-03-04',
  url: 'https://www.quarry-courier.example/news/local/bridge-1234567.html',
  paragraphs: BODY,
};

const ministryLike: OutletPage = {
  name: 'a press release of a ministry with Dublin Core and nothing else',
  address: 'https://www.transport.gov.example/press/2025/bridge',
  html: `<html lang="en"><head><meta charset=utf-8><meta name="DC.title" content="Statement on the Quarrytown bridge"><meta name="DC.date.issued" content="2025-03-04"><meta name="DC.publisher" content="Ministry of Transport"><title>Statement on the Quarrytown bridge - Ministry of Transport</title></head><body><div id="banner"><a href="/">Ministry of Transport</a></div><div id="wrapper"><div class="content"><h1>Statement on the Quarrytown bridge</h1><p class="metadata">Published 4 March 2025</p><div class="govspeak">${body}<p>“Safety comes first,<br>always and <q>without if or but</q>,” the minister said, and thanked all who wait for the ferry.</p><h2>Notes to editors</h2><ul><li>The bridge was built in 1931 and has been listed since 1978.</li></ul><table><thead><tr><th>Year</th><th>Cars</th></tr></thead><tbody><tr><td>2023</td><td>12,000</td></tr></tbody></table></div></div></div></body></html>`,
  title: 'Statement on the Quarrytown bridge',
  outlet: 'Ministry of Transport',
  byline: null,
  published: '2025-03-04',
  url: 'https://www.transport.gov.example/press/2025/bridge',
  paragraphs: [
    ...BODY,
    '“Safety comes first, always and “without if or but”,” the minister said, and thanked all who wait for the ferry.',
    'Notes to editors',
    'The bridge was built in 1931 and has been listed since 1978.',
  ],
};

const ampLike: OutletPage = {
  name: 'an AMP page whose canonical address is on the same site',
  address: 'https://amp.courier.example/bridge/amp/',
  html: `<!doctype html><html ⚡><head><meta charset="utf-8"><title>Bridge closed until May</title><link rel="canonical" href="https://www.courier.example/bridge/"><script async src="https://cdn.ampproject.org/v0.js"></script><style amp-custom>h1{color:red}</style><script type="application/ld+json">{"@context":"http://schema.org","@type":["Article","NewsArticle"],"headline":"Bridge closed until May","datePublished":"2025-03-04","author":"Ada Moss","publisher":{"@type":"Organization","name":"Courier"}}</script></head><body><amp-sidebar id="sidebar" layout="nodisplay"><ul><li><a href="/">Home</a></li></ul></amp-sidebar><article><h1>Bridge closed until May</h1><amp-img src="a.jpg" width="1" height="1"></amp-img>${p(first)}<amp-ad width="1" height="1" type="x"><div placeholder>Ad text that nobody wrote for this article.</div></amp-ad>${BODY.slice(
    1,
  )
    .map((text) => p(text))
    .join('')}<amp-embed type="taboola"></amp-embed></article></body></html>`,
  title: 'Bridge closed until May',
  outlet: 'Courier',
  byline: 'Ada Moss',
  published: '2025-03-04',
  url: 'https://www.courier.example/bridge/',
  paragraphs: BODY,
};

const tableLike: OutletPage = {
  name: 'a page of the nineties, laid out in tables, without end tags and paragraphs',
  address: 'http://www.oldpaper.example:80/archive/bridge.htm',
  html: `<HTML><HEAD><TITLE>Old Paper - Bridge stays closed</TITLE><META NAME="author" CONTENT="Ada Moss, Staff Writer"></HEAD><BODY BGCOLOR="#FFFFFF"><TABLE WIDTH=600><TR><TD COLSPAN=2><A HREF="/">Home</A> | <A HREF="/news">News</A> | <A HREF="/mail">Mail</A></TD></TR><TR><TD WIDTH=120 VALIGN=top><A HREF="a.htm">Archive</A><BR><A HREF="b.htm">Weather</A></TD><TD><FONT SIZE=5><B>Bridge stays closed</B></FONT><BR><BR><FONT FACE="Times">${BODY.join('<BR>\n<BR>')}</FONT></TD></TR></TABLE></BODY></HTML>`,
  title: 'Bridge stays closed',
  outlet: null,
  byline: 'Ada Moss',
  published: null,
  url: 'http://www.oldpaper.example/archive/bridge.htm',
  paragraphs: BODY,
};

const bareLike: OutletPage = {
  name: 'a page with nothing but a title that names the site, and no html, head or body tags',
  address: 'https://quarrytowngazette.example/bridge?page=2&fbclid=abc',
  html: `<!doctype html><meta charset=utf-8><title>Bridge stays closed until May | Quarrytown Gazette</title><h1>Bridge stays closed until May</h1><p>By Ada Moss<p>March 4, 2025${BODY.map((text) => `<p>${text}`).join('\n')}`,
  title: 'Bridge stays closed until May',
  outlet: 'Quarrytown Gazette',
  byline: 'Ada Moss',
  published: '2025-03-04',
  url: 'https://quarrytowngazette.example/bridge?page=2',
  paragraphs: BODY,
};

const openGraphLike: OutletPage = {
  name: 'a page with Open Graph only, and a canonical address that is another site’s',
  address: 'https://mirror.example/bridge',
  html: `<html><head><meta property="og:title" content="Bridge stays closed &mdash; The Mirror"><meta property="og:site_name" content="The Mirror"><meta property="og:type" content="article"><meta property="article:author" content="https://www.facebook.com/ada.moss"><link rel="canonical" href="https://elsewhere.example/bridge"><title>Bridge stays closed</title></head><body><div class="story">${body}</div></body></html>`,
  title: 'Bridge stays closed',
  outlet: 'The Mirror',
  byline: null,
  published: null,
  url: 'https://mirror.example/bridge',
  paragraphs: BODY,
};

export const OTHERS: readonly OutletPage[] = [
  wireLike,
  letterLike,
  regionalLike,
  ministryLike,
  ampLike,
  tableLike,
  bareLike,
  openGraphLike,
];
