import { siteOf } from './address-key.ts';

/** What a page tells of its headline and of who prints it, each text as one line. */
export type TitleTexts = {
  /** What the page names as its article's headline: in JSON-LD, Open Graph and the like, the best first. */
  readonly named: readonly string[];
  /** The `<title>`. */
  readonly titled: string | null;
  /** The headings of the first order. */
  readonly headings: readonly string[];
  readonly outlet: string | null;
  /** Of the page's address; null where there is none. */
  readonly host: string | null;
};

const SEPARATOR = /\s+[|\-–—·•»:]{1,2}\s+|\s*\|\s*|:\s+/;
const SEPARATORS = new RegExp(SEPARATOR, 'g');
/** A headline is not longer. */
const LONGEST = 500;

/**
 * The headline: what the page names so, but as it is printed where it is printed, because search engines and social networks are often
 * given one that is cut off, or that has the outlet behind it.
 */
export function headlineOf({ named, titled, headings, outlet, host }: TitleTexts): string | null {
  const isOutlet = (text: string) => isNameOf(text, outlet) || isNameOfHost(text, host);
  const told = [...named, ...(titled === null ? [] : [titled])];
  const best = told.map((text) => withoutOutlet(text, isOutlet)).find((text) => text.length <= LONGEST);
  const printed = headings.filter((heading) => heading.length <= LONGEST && !isOutlet(heading));
  if (best === undefined || isOutlet(best)) return printed.length === 1 ? (printed[0] ?? null) : null;
  return printed.find((heading) => isSameHeadline(heading, best)) ?? best;
}

/** The outlet as the `<title>` has it at its end, where that is also the name of the site: "… | Quarrytown Gazette". */
export function outletOfTitle(titled: string, host: string | null): string | null {
  const last = titled.split(SEPARATOR).at(-1) ?? '';
  return last !== titled && last.length <= 60 && isNameOfHost(last, host) ? last : null;
}

/** A title without what stands before its first or behind its last separator, where that is the outlet. */
function withoutOutlet(title: string, isOutlet: (text: string) => boolean): string {
  const cuts = [...title.matchAll(SEPARATORS)];
  const [first, last] = [cuts[0], cuts.at(-1)];
  if (last && last.index > 0 && isOutlet(title.slice(last.index + last[0].length)))
    return title.slice(0, last.index).trim();
  if (first && first.index > 0 && isOutlet(title.slice(0, first.index)))
    return title.slice(first.index + first[0].length).trim() || title;
  return title;
}

/** Whether two headlines are one, perhaps cut off, or with something behind it. */
function isSameHeadline(printed: string, told: string): boolean {
  const [one, other] = [bare(printed, ' '), bare(told, ' ')];
  if (one.length < 10 || other.length < 10) return one === other;
  return one.startsWith(other) || other.startsWith(one);
}

/** Whether a text is an outlet's name, perhaps without or with another word: "BBC" and "BBC News". */
function isNameOf(text: string, outlet: string | null): boolean {
  const [one, other] = [bareName(text), bareName(outlet ?? '')];
  if (one.length < 2 || other.length < 2) return false;
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return (
    long === short || (short.length > 2 && long.startsWith(short) && long.length <= 2 * short.length + 4)
  );
}

function isNameOfHost(text: string, host: string | null): boolean {
  const labels = siteOf(host ?? '')
    .split('.')
    .slice(0, -1);
  const name = bareName(text);
  return (
    name.length > 2 && labels.some((label) => label.replaceAll('-', '') === name || `the${name}` === label)
  );
}

const bareName = (text: string): string =>
  bare(text.replace(/^the\s+/i, '').replace(/\.(?:com|org|net|news|co\.\w\w|\w\w)$/i, ''), '');

const bare = (text: string, between: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, between)
    .trim();
