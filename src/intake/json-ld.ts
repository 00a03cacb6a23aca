import type { HtmlDocument } from './html-document.ts';

/** What of a thing that JSON-LD describes is looked at; it may be anything. */
export type JsonLd = {
  readonly '@id'?: unknown;
  readonly '@type'?: unknown;
  readonly '@value'?: unknown;
  readonly name?: unknown;
  readonly headline?: unknown;
  readonly author?: unknown;
  readonly creator?: unknown;
  readonly publisher?: unknown;
  readonly datePublished?: unknown;
  readonly articleBody?: unknown;
  readonly isAccessibleForFree?: unknown;
  readonly url?: unknown;
};

/** The types of schema.org that are an article; others that end so, as "ReportageNewsArticle", are too. */
const ARTICLE =
  /(?:^|\/|:)(?:\w*Article|BlogPosting|LiveBlogPosting|SocialMediaPosting|Report|PressRelease)$/;
/** No page has more. */
const MOST = 5000;

/** What a page says of itself in JSON-LD. Scripts that can't be read are passed over. */
export type JsonLdReading = {
  /** The article that the page is about, the first where there are several; null where it tells of none. */
  readonly article: JsonLd | null;
  /** How many articles it tells of. */
  readonly articles: number;
  /** What a value refers to with "@id", where it does. */
  readonly resolve: (value: unknown) => unknown;
};

const isThing = (value: unknown): value is JsonLd =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Reads the JSON-LD of a page: single things, lists and "@graph", with "mainEntity" and the like. */
export function readJsonLd(document: HtmlDocument): JsonLdReading {
  const things: JsonLd[] = [];
  for (const script of document.querySelectorAll('script[type^="application/ld+json" i]'))
    gather(parseLeniently(script.textContent ?? ''), things);
  const byId = new Map<unknown, JsonLd>();
  for (const thing of things) {
    const id = thing['@id'];
    // a mere reference has nothing but its id
    if (typeof id === 'string' && Object.keys(thing).length > 1 && !byId.has(id)) byId.set(id, thing);
  }
  const articles = things.filter(isArticle);
  const told = articles.find(({ headline, datePublished }) => headline && datePublished);
  return {
    article: told ?? articles[0] ?? null,
    articles: new Set(articles.map(({ headline, url }) => `${String(headline)} ${String(url)}`)).size,
    resolve: (value) => (isThing(value) && byId.get(value['@id'])) || value,
  };
}

export const isArticle = (thing: JsonLd): boolean =>
  [thing['@type']].flat().some((type) => typeof type === 'string' && ARTICLE.test(type));

/** All things within a value, from the outside in. */
function gather(value: unknown, things: JsonLd[]): void {
  const waiting = [value];
  for (let at = 0; at < waiting.length && at < MOST; at++) {
    const next = waiting[at];
    if (Array.isArray(next)) waiting.push(...next.slice(0, MOST));
    if (!isThing(next)) continue;
    things.push(next);
    waiting.push(
      ...Object.values(next)
        .filter((inner) => typeof inner === 'object')
        .slice(0, MOST),
    );
  }
}

/** JSON as pages have it: in a comment or CDATA, with line ends within strings, or a comma too many. Undefined where it is none. */
function parseLeniently(text: string): unknown {
  const bare = text
    .replace(
      /^\s*(?:<!--|\/\*\s*<!\[CDATA\[\s*\*\/|\/\/\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|\/\*\s*\]\]>\s*\*\/|\/\/\s*\]\]>|\]\]>)\s*;?\s*$/g,
      '',
    )
    .trim();
  for (const attempt of [bare, mended(bare), closed(mended(bare))]) {
    try {
      return JSON.parse(attempt);
    } catch {
      // tried otherwise, or not JSON at all
    }
  }
  return undefined;
}

const mended = (text: string): string =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what has to go
    .replace(/[\u0000-\u001f]+/g, ' ')
    .replace(/,\s*(?=[}\]])/g, '')
    .replace(/;\s*$/, '');

/** With the brackets at its end that were forgotten, or cut off. */
function closed(text: string): string {
  const open: string[] = [];
  let isString = false;
  for (let at = 0; at < text.length; at++) {
    const mark = text[at];
    if (mark === '"') isString = !isString;
    else if (isString) at += mark === '\\' ? 1 : 0;
    else if (mark === '{') open.push('}');
    else if (mark === '[') open.push(']');
    else if (mark === '}' || mark === ']') open.pop();
  }
  return open.length < 50 ? text + open.reverse().join('') : text;
}

/** The texts of a value: itself, or those of a list, or the names of things. */
export function textsOf(value: unknown, resolve: (value: unknown) => unknown): readonly string[] {
  return [value]
    .flat(3)
    .slice(0, 50)
    .flatMap((one) => {
      const told = resolve(one);
      if (typeof told === 'string') return [told];
      if (!isThing(told)) return [];
      return [told.name, told['@value']]
        .flat()
        .filter((name): name is string => typeof name === 'string')
        .slice(0, 1);
    });
}
