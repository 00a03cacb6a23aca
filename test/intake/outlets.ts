/** Pages in the manner of several outlets' markup, each with an invented article, and what is to be read of it. */
export type OutletPage = {
  readonly name: string;
  readonly address: string;
  readonly html: string;
  readonly title: string;
  readonly outlet: string | null;
  readonly byline: string | null;
  readonly published: string | null;
  readonly url: string;
  readonly paragraphs: readonly string[];
};

/** An article with the marks that news is full of. */
export const BODY: readonly string[] = [
  'The Quarrytown bridge will stay closed until May, mayor Lena Ortiz said on Tuesday, a week after engineers found that two of its pillars had moved.',
  '“We can’t open a bridge that moves,” Ortiz told reporters at the town hall. “Nobody would thank us for that.”',
  'Marcus Bell, the leader of the opposition, called the closure "a costly mistake" and asked why it hadn\'t been foreseen.',
  '‘The ferry’, he added, ‘runs twice a day – that is not enough’.',
  'The engineer Pavel Ivanenko, who has known the bridge since the ’80s, warned in an interview with Radio Quarry that “the pillars are older than the plans”.',
  'New cables will cost €4m, according to a report of the Ministry of Transport that was published in February.',
];

const p = (text: string, attributes = '') => `<p${attributes}>${text}</p>`;
const [first = '', second = '', third = '', fourth = '', fifth = '', sixth = ''] = BODY;
const nav =
  '<header><nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li><li><a href="/sport">Sport</a></li></ul></nav><a href="/signin">Sign in</a></header>';
const footer =
  '<footer><ul><li><a href="/about">About us</a></li><li><a href="/privacy">Privacy</a></li></ul><p>© 2025 All rights reserved.</p></footer>';

/** Class names that change with each build, a box for a newsletter in the midst of the text, links to other pieces. */
const guardianLike: OutletPage = {
  name: 'a daily with a newsletter box and generated class names',
  address: 'https://www.daily.example/uk-news/2025/mar/04/bridge-stays-closed?CMP=share_btn_url#comments',
  html: `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">
<title>Quarrytown bridge stays closed until May, mayor says | Quarrytown | The Daily</title>
<link rel="canonical" href="https://www.daily.example/uk-news/2025/mar/04/bridge-stays-closed">
<meta property="og:title" content="Quarrytown bridge stays closed until May, mayor says"><meta property="og:site_name" content="the Daily">
<meta property="og:type" content="article"><meta property="article:published_time" content="2025-03-04T18:20:11.000Z">
<meta property="article:author" content="https://www.daily.example/profile/adamoss"><meta name="author" content="Ada Moss">
<script type="application/ld+json">[{"@context":"https://schema.org","@type":"NewsArticle","@id":"https://amp.daily.example/uk-news/2025/mar/04/bridge-stays-closed","headline":"Quarrytown bridge stays closed until May, mayor says","author":[{"@type":"Person","name":"Ada Moss","sameAs":"https://www.daily.example/profile/adamoss"},{"@type":"Person","name":"Tom de Vries"}],"datePublished":"2025-03-04T18:20:11.000Z","dateModified":"2025-03-05T08:00:00.000Z","publisher":{"@type":"Organization","name":"The Daily"},"isAccessibleForFree":true},{"@context":"https://schema.org","@type":"WebPage"}]</script>
</head><body>${nav}<main><article><div data-gu-name="headline"><h1 class="dcr-u0h1qy">Quarrytown bridge stays closed until May, mayor says</h1></div>
<div data-gu-name="standfirst"><p class="dcr-1">Opposition calls closure a mistake</p></div>
<aside data-gu-name="meta"><address aria-label="Contributor info"><a rel="author" href="/profile/adamoss">Ada Moss</a> and Tom de Vries</address><details><summary>Tue 4 Mar 2025 18.20 GMT</summary>Last modified on Wed 5 Mar 2025</details></aside>
<figure class="dcr-5"><img src="a.jpg" alt=""><figcaption><span>The bridge on Monday. Photograph: Jo Park/The Daily</span></figcaption></figure>
<div id="maincontent"><div class="article-body-commercial-selector dcr-7">
${p(`<span data-dcr-style="drop-cap"><span class="dcr-9">T</span></span>${first.slice(1).replace('Lena Ortiz', '<a href="/x">Lena Ortiz</a>')}`, ' class="dcr-16w5gq9"')}
${p(second, ' class="dcr-16w5gq9"')}
<div class="ad-slot-container"><div id="dfp-ad--inline1" class="js-ad-slot ad-slot"><p>Advertisement</p></div></div>
<figure class="dcr-newsletter" data-spacefinder-role="inline"><a data-ignore="global-link-styling" href="#EmailSignup-skip-link-5">skip past newsletter promotion</a><div class="newsletter-signup"><h2>Sign up to First Edition</h2><p>Our morning email explains the news, telling you what’s happening and why it matters.</p><form><input type="email"><button>Sign up</button></form></div><p id="EmailSignup-skip-link-5">after newsletter promotion</p></figure>
${p(third)}${p(fourth)}
<aside data-gu-name="richlink"><h2><a href="/other">Ferry of Quarrytown breaks down again</a></h2><p>Read more</p></aside>
${p(fifth)}${p(sixth)}
</div></div><div data-print-layout="hide"><h2>Explore more on these topics</h2><ul><li><a href="/uk">UK news</a></li><li><a href="/b">Bridges</a></li></ul></div></article></main>
<section><h2>Most viewed</h2><ol><li><a href="/1">Ten bridges to see before they close</a></li><li><a href="/2">A ferry tale</a></li></ol></section>${footer}</body></html>`,
  title: 'Quarrytown bridge stays closed until May, mayor says',
  outlet: 'The Daily',
  byline: 'Ada Moss and Tom de Vries',
  published: '2025-03-04',
  url: 'https://www.daily.example/uk-news/2025/mar/04/bridge-stays-closed',
  paragraphs: BODY,
};

/** Every paragraph in a block of its own, lists of links between them, roles behind the name. */
const bbcLike: OutletPage = {
  name: 'a broadcaster with every paragraph in a block of its own',
  address: 'https://www.broadcaster.example/news/articles/c4g7x?at_medium=RSS&at_campaign=rss',
  html: `<!DOCTYPE html><html><head><meta charSet="utf-8"/><title>Quarrytown: Bridge &#x27;to stay closed until May&#x27; - Broadcaster News</title>
<link rel="canonical" href="https://www.broadcaster.example/news/articles/c4g7x"/><meta property="og:site_name" content="Broadcaster News"/>
<meta property="og:title" content="Quarrytown: Bridge &#x27;to stay closed until May&#x27;"/>
<script type="application/ld+json">{"@context":"http://schema.org","@type":"ReportageNewsArticle","url":"https://www.broadcaster.example/news/articles/c4g7x","publisher":{"@type":"NewsMediaOrganization","name":"Broadcaster News","publishingPrinciples":"https://x"},"datePublished":"2025-03-04T23:50:59.000+01:00","headline":"Quarrytown: Bridge 'to stay closed until May'","author":{"@type":"Person","name":"Ada Moss"}}</script></head>
<body><div id="__next">${nav}<main id="main-content"><article class="sc-1"><div data-component="headline-block"><h1 class="sc-518485e5-0">Quarrytown: Bridge &#x27;to stay closed until May&#x27;</h1></div>
<div data-component="byline-block"><div data-testid="byline-new"><time datetime="2025-03-04T22:50:59.000Z">17 hours ago</time><div><span>Ada Moss</span><span>Political correspondent, Quarrytown</span></div></div></div>
<figure><div data-component="image-block"><img alt="A bridge"/><span>Getty Images</span></div><figcaption><p>The bridge has been closed for a week</p></figcaption></figure>
${BODY.slice(0, 3)
  .map(
    (text, i) =>
      `<div data-component="text-block" class="sc-18">${p(i === 0 ? `<b class="sc-d">${text}</b>` : text, ' class="sc-e"')}</div>`,
  )
  .join('')}
<div data-component="links-block"><ul><li><a href="/a">Ferry breaks down for the third time</a></li><li><a href="/b">Why old bridges move</a></li></ul></div>
<div data-component="subheadline-block"><h2 class="sc-f">'Older than the plans'</h2></div>
${BODY.slice(3)
  .map((text) => `<div data-component="text-block">${p(text)}</div>`)
  .join('')}
<div data-component="advertisement-block"><p>Advertisement</p></div>
<section data-component="links-block"><p><b>More on this story</b></p><ul><li><a href="/c">Bridge closed after pillars move</a></li></ul></section>
<div data-component="tags"><a href="/t/q">Quarrytown</a></div></article></main>${footer}</div></body></html>`,
  title: "Quarrytown: Bridge 'to stay closed until May'",
  outlet: 'Broadcaster News',
  byline: 'Ada Moss',
  published: '2025-03-04',
  url: 'https://www.broadcaster.example/news/articles/c4g7x',
  paragraphs: [...BODY.slice(0, 3), "'Older than the plans'", ...BODY.slice(3)],
};

/** "By …" in a meta element, the text in several companion columns, JSON-LD in a graph with an id for the publisher. */
const timesLike: OutletPage = {
  name: 'a daily with its text in several columns and a headline for search engines',
  address:
    'https://www.times.example/2025/03/04/us/quarrytown-bridge.html?smid=nytcore&unlocked_article_code=1.xyz',
  html: `<!DOCTYPE html><html lang="en"><head><title data-rh="true">Quarrytown’s Bridge Closed Until May - The Example Times</title>
<meta data-rh="true" name="byl" content="By Ada Moss, Tom de Vries and Jo Park"/><meta name="pdate" content="20250304"/>
<meta property="og:title" content="Quarrytown’s Bridge Closed Until May"/><link rel="canonical" href="https://www.times.example/2025/03/04/us/quarrytown-bridge.html"/>
<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"NewsMediaOrganization","@id":"https://www.times.example/#org","name":"The Example Times"},
{"@type":"NewsArticle","headline":"A Bridge That Moves, and a Town That Can’t","alternativeHeadline":"Quarrytown’s Bridge Closed","datePublished":"2025-03-04T21:08:44-05:00","publisher":{"@id":"https://www.times.example/#org"},"author":[{"@type":"Person","name":"Ada Moss"},{"@type":"Person","name":"Tom de Vries"},{"@type":"Person","name":"Jo Park"}],"isAccessibleForFree":false,}]}</script></head>
<body><div id="app"><div id="site-content"><article id="story" class="css-1vxca1d"><div id="top-wrapper" class="ad top-wrapper"><div><p>Advertisement</p></div><a href="#after-top">SKIP ADVERTISEMENT</a></div>
<header class="css-x"><h1 data-testid="headline" id="link-3">A Bridge That Moves, and a Town That Can’t</h1><p id="article-summary">A town waits for its bridge.</p>
<div><div class="css-2"><p class="css-3">By <span class="byline-prefix"></span><a href="/by/ada-moss">Ada Moss</a>, Tom de Vries and Jo Park</p></div><time datetime="2025-03-04T21:08:44-05:00">March 4, 2025</time></div></header>
<section name="articleBody" class="meteredContent css-1r7ky0e"><div class="css-s99gbd StoryBodyCompanionColumn" data-testid="companionColumn-0"><div class="css-53u6y8">${p(first, ' class="css-at9mc1 evys1bk0"')}${p(second)}</div><aside class="css-ew4tgv" aria-label="companion column"></aside></div>
<div id="story-ad-1-wrapper" class="css-ad"><p>Advertisement</p><a href="#after-story-ad-1">SKIP ADVERTISEMENT</a></div>
<div class="css-s99gbd StoryBodyCompanionColumn" data-testid="companionColumn-1"><div class="css-53u6y8">${p(third)}${p(fourth)}</div></div>
<div data-testid="imageblock-wrapper"><figure><img alt=""/><figcaption><span>Pavel Ivanenko, an engineer.</span><span>Credit...Jo Park</span></figcaption></figure></div>
<div class="css-s99gbd StoryBodyCompanionColumn"><div class="css-53u6y8">${p(fifth)}${p(sixth)}</div></div></section>
<div class="bottom-of-article"><div class="css-bio"><p>Ada Moss reports on towns.</p></div></div></article></div></div></body></html>`,
  title: 'A Bridge That Moves, and a Town That Can’t',
  outlet: 'The Example Times',
  byline: 'Ada Moss, Tom de Vries and Jo Park',
  published: '2025-03-04',
  url: 'https://www.times.example/2025/03/04/us/quarrytown-bridge.html',
  paragraphs: ['A town waits for its bridge.', ...BODY, 'Ada Moss reports on towns.'],
};

/** An agency: paragraphs are blocks with a role, a dateline, who reported at the end. */
const agencyLike: OutletPage = {
  name: 'an agency with paragraphs that are no p',
  address: 'https://www.agency.example/world/bridge-stays-closed-2025-03-04/',
  html: `<!DOCTYPE html><html lang="en"><head><title>Quarrytown bridge stays closed until May | Agency</title><meta name="article:published_time" content="2025-03-04T14:02:51Z"/>
<meta name="article:author" content="Ada Moss"/><meta property="og:site_name" content="Agency"/><meta property="og:type" content="article"/><meta property="og:title" content="Quarrytown bridge stays closed until May"/>
<link rel="canonical" href="https://www.agency.example/world/bridge-stays-closed-2025-03-04/"/></head>
<body>${nav}<main><article><header><h1 data-testid="Heading">Quarrytown bridge stays closed until May</h1><div><div data-testid="AuthorName"><span>By <a rel="author" href="/authors/ada-moss/">Ada Moss</a></span></div><time datetime="2025-03-04T14:02:51Z"><span>March 4, 2025</span><span>2:02 PM UTC</span></time></div></header>
<div class="article-body__content__17Yit">${[`QUARRYTOWN, March 4 (Agency) - ${first}`, ...BODY.slice(1)]
    .map(
      (text, i) =>
        `<div data-testid="paragraph-${i}" class="text__text__1FZLe body__full_width__ekUdw">${text}</div>`,
    )
    .join('\n')}
<div class="sign-off">Reporting by Ada Moss; Editing by Tom de Vries</div>
<div data-testid="TrustBadge"><p class="article-body__trust">Our Standards: <a href="/trust">The Agency Trust Principles.</a></p></div></div></article></main>${footer}</body></html>`,
  title: 'Quarrytown bridge stays closed until May',
  outlet: 'Agency',
  byline: 'Ada Moss',
  published: '2025-03-04',
  url: 'https://www.agency.example/world/bridge-stays-closed-2025-03-04/',
  paragraphs: [
    `QUARRYTOWN, March 4 (Agency) - ${first}`,
    ...BODY.slice(1),
    'Reporting by Ada Moss; Editing by Tom de Vries',
  ],
};

/** A blog system with an SEO plugin: everything in one graph, the names by reference. */
const wordPressLike: OutletPage = {
  name: 'a blog with an SEO plugin',
  address: 'http://quarryblog.example/2025/03/bridge/?utm_source=feed&utm_medium=rss',
  html: `<!DOCTYPE html><html lang="en-GB"><head><meta charset="UTF-8" /><title>The bridge &amp; the mayor &#8211; Quarry Blog</title>
<link rel="canonical" href="https://quarryblog.example/2025/03/bridge/" />
<script type="application/ld+json" class="yoast-schema-graph">{"@context":"https://schema.org","@graph":[{"@type":"Article","@id":"https://quarryblog.example/2025/03/bridge/#article","isPartOf":{"@id":"https://quarryblog.example/2025/03/bridge/"},"author":{"name":"ada","@id":"https://quarryblog.example/#/schema/person/1"},"headline":"The bridge &#038; the mayor","datePublished":"2025-03-04T22:15:00+00:00","publisher":{"@id":"https://quarryblog.example/#organization"}},{"@type":"WebSite","@id":"https://quarryblog.example/#website","name":"Quarry Blog","description":""},{"@type":"Organization","@id":"https://quarryblog.example/#organization","name":"Quarry Blog"},{"@type":"Person","@id":"https://quarryblog.example/#/schema/person/1","name":"Ada Moss"}]}</script></head>
<body class="post-template-default single single-post postid-12 single-format-standard tags-on social-on"><div id="page" class="site"><div id="content" class="site-content"><main id="main"><article id="post-12" class="post-12 post type-post category-news tag-bridge has-post-thumbnail hentry">
<header class="entry-header"><h1 class="entry-title">The bridge &#038; the mayor</h1><div class="entry-meta"><span class="posted-on">Posted on <time class="entry-date published updated" datetime="2025-03-04T22:15:00+00:00">March 4, 2025</time></span><span class="byline"> by <span class="author vcard"><a class="url fn n" href="/author/ada/">Ada Moss</a></span></span></div></header>
<div class="entry-content">${p(first)}<blockquote class="wp-block-quote">${p(second)}<cite>Lena Ortiz</cite></blockquote>${p(third)}
<figure class="wp-block-pullquote"><blockquote><p>A bridge that moves</p></blockquote></figure>
<figure class="wp-block-image"><img src="x.jpg"/><figcaption>The bridge.</figcaption></figure>
<h3 class="wp-block-heading">What comes next</h3><ul class="wp-block-list"><li>${fourth}</li><li>${fifth}</li></ul>${p(`${sixth}<sup><a href="#fn1">[1]</a></sup>`)}
<div class="sharedaddy sd-sharing-enabled"><h3 class="sd-title">Share this:</h3><ul><li><a href="?share=x">X</a></li></ul></div><div id="jp-relatedposts" class="jp-relatedposts"><h3>Related</h3></div></div>
<footer class="entry-footer"><span class="cat-links">Posted in <a rel="category tag" href="/c/news">News</a></span></footer></article>
<nav class="post-navigation"><a rel="prev" href="/x">Previous post</a></nav><div id="comments" class="comments-area"><h2>2 thoughts on “The bridge &#038; the mayor”</h2><ol class="comment-list"><li><article class="comment-body"><p>${'I crossed it as a child, and it moved then as well. '.repeat(12)}</p></article></li></ol></div></main></div></div></body></html>`,
  title: 'The bridge & the mayor',
  outlet: 'Quarry Blog',
  byline: 'Ada Moss',
  published: '2025-03-04',
  url: 'https://quarryblog.example/2025/03/bridge/',
  paragraphs: [first, second, 'Lena Ortiz', third, 'What comes next', fourth, fifth, sixth],
};

export const MODERN: readonly OutletPage[] = [guardianLike, bbcLike, timesLike, agencyLike, wordPressLike];
