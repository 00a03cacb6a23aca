import { readFullDate } from '../language/dates.ts';
import { asRead } from '../language/reading.ts';
import { cleanAddress, siteOf } from './address-key.ts';
import { bylineOf } from './byline.ts';
import type { HtmlDocument } from './html-document.ts';
import { type JsonLdReading, readJsonLd, textsOf } from './json-ld.ts';
import { oneLine } from './one-line.ts';
import { headlineOf, outletOfTitle } from './page-title.ts';

/** What a page says of the article on it; what it doesn't say is null. */
export type PageMetadata = {
  /** The headline as readers see it, without the outlet's name. */
  readonly title: string | null;
  readonly outlet: string | null;
  readonly byline: string | null;
  /** As YYYY-MM-DD, in the time zone in which the page tells it. */
  readonly published: string | null;
  /** The article's own address where the page names it, else the page's; null for a file that names none. */
  readonly url: string | null;
  /** Whether the page calls itself an article. */
  readonly isArticle: boolean;
  /** The article's paragraphs where the page tells them apart from what it shows, for scripts to show; null where it doesn't. */
  readonly body: readonly string[] | null;
};

/** No line of a page's metadata is longer; a text cut here is none. */
const LONGEST = 2000;
const TITLE_NAMES = [
  'citation_title',
  'og:title',
  'parsely-title',
  'sailthru.title',
  'dc.title',
  'dcterms.title',
  'twitter:title',
];

/** The texts of the page's meta elements by name or property in small letters, in their order. */
type Meta = ReadonlyMap<string, readonly string[]>;

/**
 * What a page tells of its article in JSON-LD, Open Graph, other meta elements, and the text itself.
 *
 * @param address where the page was had from; null where it is a file
 */
export function readPageMetadata(document: HtmlDocument, address: string | null): PageMetadata {
  const meta = readMeta(document);
  const ld = readJsonLd(document);
  const host = address === null ? null : new URL(address).hostname;
  const titled = linesOf([document.querySelector('head title, title')?.textContent ?? ''])[0] ?? null;
  const outlet =
    firstLine(
      textsOf(ld.resolve(ld.article?.publisher), ld.resolve),
      valuesOf(meta, 'og:site_name', 'parsely-site', 'application-name', 'dc.publisher', 'dcterms.publisher'),
      valuesOf(meta, 'citation_journal_title', 'citation_publisher'),
    ) ?? (titled === null ? null : outletOfTitle(titled, host));
  const named = [...textsOf(ld.article?.headline, ld.resolve), ...valuesOf(meta, ...TITLE_NAMES)];
  const headings = [...document.querySelectorAll('h1')].map((heading) => heading.textContent ?? '');
  return {
    title: headlineOf({ named: linesOf(named), titled, headings: linesOf(headings), outlet, host }),
    outlet,
    byline: readByline(document, meta, ld, outlet),
    published: readPublished(document, meta, ld),
    url: readAddress(document, meta, address),
    isArticle: ld.article !== null || valuesOf(meta, 'og:type').some((type) => /^article/i.test(type)),
    body: readBody(ld),
  };
}

/** JSON-LD may hold the whole text; without its paragraphs it is of no use. */
function readBody(ld: JsonLdReading): readonly string[] | null {
  const [body] = textsOf(ld.article?.articleBody, ld.resolve);
  const paragraphs = body?.split(/\s*\n\s*/).filter(Boolean) ?? [];
  return paragraphs.length > 1 && paragraphs.join(' ').length > 600 ? paragraphs : null;
}

function readMeta(document: HtmlDocument): Meta {
  const meta = new Map<string, string[]>();
  for (const element of document.querySelectorAll('meta[content]')) {
    const content = element.getAttribute('content')?.trim();
    if (!content) continue;
    for (const name of ['property', 'name', 'itemprop']) {
      const key = element.getAttribute(name)?.trim().toLowerCase();
      if (key) meta.set(key, [...(meta.get(key) ?? []), content].slice(0, 50));
    }
  }
  return meta;
}

const valuesOf = (meta: Meta, ...names: readonly string[]): readonly string[] =>
  names.flatMap((name) => meta.get(name) ?? []);

/** Texts as lines a person would read, without those that say nothing. */
const linesOf = (texts: readonly string[]): readonly string[] =>
  texts
    .map((text) => oneLine(asRead(text.slice(0, LONGEST), [0, Math.min(text.length, LONGEST)])))
    .filter((line) => /[\p{L}\p{N}]/u.test(line));

/** The first of the texts that is a name and no address. */
const firstLine = (...lists: readonly (readonly string[])[]): string | null =>
  linesOf(lists.flat()).find((line) => line.length <= 200 && !/^https?:\/\//i.test(line)) ?? null;

/** Where pages print who wrote them, when nothing else tells it. */
const PRINTED_AUTHORS =
  '[rel~="author"], [itemprop="author"], [class*="byline" i], [class*="author" i], [data-testid*="byline" i], [data-testid*="author" i]';

function readByline(
  document: HtmlDocument,
  meta: Meta,
  ld: JsonLdReading,
  outlet: string | null,
): string | null {
  const cited = valuesOf(meta, 'citation_author', 'dc.creator', 'dcterms.creator');
  return (
    bylineOf(textsOf(ld.article?.author ?? ld.article?.creator, ld.resolve), outlet) ??
    bylineOf(valuesOf(meta, 'byl'), outlet) ??
    bylineOf(valuesOf(meta, 'author'), outlet) ??
    bylineOf(valuesOf(meta, 'parsely-author'), outlet) ??
    bylineOf(valuesOf(meta, 'sailthru.author', 'article:author', 'og:article:author'), outlet) ??
    bylineOf(cited, outlet, true) ??
    bylineOf(printedAuthors(document), outlet)
  );
}

function printedAuthors(document: HtmlDocument): readonly string[] {
  const texts: string[] = [];
  for (const element of [...document.querySelectorAll(PRINTED_AUTHORS)].slice(0, 50)) {
    const text = oneLine(element.getAttribute('content') ?? element.textContent ?? '');
    const isNamed = element.getAttribute('rel') !== null || element.getAttribute('itemprop') === 'author';
    // what is long says more than names, and what is only called so may be anything
    if (text.length < 120 && (isNamed ? /^(?:by\b|\p{Lu})/iu : /^by\s+\p{Lu}/iu).test(text)) texts.push(text);
    if (texts.length > 0 && !isNamed) break;
  }
  return texts.slice(0, 3);
}

const DATE_NAMES = [
  'article:published_time',
  'og:article:published_time',
  'og:published_time',
  'datepublished',
  'parsely-pub-date',
  'sailthru.date',
  'pubdate',
  'publishdate',
  'publish-date',
  'publish_date',
  'publication_date',
  'citation_publication_date',
  'citation_online_date',
  'citation_date',
  'dc.date.issued',
  'dcterms.issued',
  'dcterms.created',
  'dc.date.created',
  'dc.date',
  'dcterms.date',
  'article.published',
  'displaydate',
  'ptime',
  'date',
];

function readPublished(document: HtmlDocument, meta: Meta, ld: JsonLdReading): string | null {
  const told = [...textsOf(ld.article?.datePublished, ld.resolve), ...valuesOf(meta, ...DATE_NAMES)];
  for (const text of told) {
    const day = dayOf(text);
    if (day) return day;
  }
  return printedDay(document);
}

/** The day of a `<time>`: one that is called that of publication, else the first near the headline that is no other's. */
function printedDay(document: HtmlDocument): string | null {
  const named = document.querySelector(
    'time[itemprop="datePublished"][datetime], time[pubdate][datetime], time.entry-date[datetime], time.published[datetime]',
  );
  const first = document.querySelector('article time[datetime], main time[datetime], time[datetime]');
  for (const time of [named, first]) {
    const around = `${time?.parentNode?.textContent?.slice(0, 200)} ${time?.getAttribute('class')} ${time?.getAttribute('itemprop')}`;
    if (!time || (time !== named && /updated|modified/i.test(around) && !/published|posted/i.test(around)))
      continue;
    const day = dayOf(time.getAttribute('datetime') ?? '');
    if (day) return day;
  }
  return null;
}

/** The day that a page's date tells, as it is written there: "2024-03-05T23:30:00-05:00" -> "2024-03-05". Null where it is none. */
export function dayOf(text: string): string | null {
  const figures = /^\s*(\d{4})[-/.]?(\d{2})[-/.]?(\d{2})(?:\D|$)/.exec(text);
  if (!figures)
    return /\p{L}/u.test(text) ? readFullDate(text.replace(/\b\d{1,2}:\d{2}.*$/, '').slice(0, 80)) : null;
  const [year, month, day] = figures.slice(1).map(Number) as [number, number, number];
  const date = new Date(Date.UTC(year, month - 1, day));
  // content systems fill in the first day of their time where they know none
  const isReal =
    date.getUTCMonth() === month - 1 && date.getUTCDate() === day && year > 1600 && date.getTime() !== 0;
  return isReal ? `${figures[1]}-${figures[2]}-${figures[3]}` : null;
}

function readAddress(document: HtmlDocument, meta: Meta, address: string | null): string | null {
  const link = document.querySelector('link[rel~="canonical" i][href]')?.getAttribute('href');
  for (const told of [link, ...valuesOf(meta, 'og:url')]) {
    const url = told ? resolveAddress(told, address) : null;
    if (url && isOfSite(url, address)) return cleanAddress(url.href);
  }
  return address === null ? null : cleanAddress(address);
}

function resolveAddress(told: string, address: string | null): URL | null {
  const base = address ?? undefined;
  if (!URL.canParse(told.trim(), base)) return null;
  const url = new URL(told.trim(), base);
  return /^https?:$/.test(url.protocol) && url.hostname.includes('.') ? url : null;
}

/** Whether a page may call an address its own: it is on the same site, and not its front page unless the page is. */
function isOfSite(url: URL, address: string | null): boolean {
  if (address === null) return url.pathname !== '/' || url.search !== '';
  const page = new URL(address);
  return siteOf(url.hostname) === siteOf(page.hostname) && (url.pathname !== '/' || page.pathname === '/');
}
