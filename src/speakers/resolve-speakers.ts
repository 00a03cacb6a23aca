import type { Article, Span } from '../articles/article.ts';
import { foldName, foldPlain } from '../language/names.ts';
import { textAt } from '../language/span.ts';
import type { Quote } from '../quotes/quote.ts';
import { type Mention, readMention } from './mentions.ts';
import { findPeople, type Person } from './people.ts';

/** Who a source is: the name, the role as the article gives it, and how the name was found. */
export type Attribution = {
  /** The full name where the article gives it; otherwise the article's own words for the source. */
  readonly name: string;
  readonly role: string | null;
  readonly how: 'named' | 'surname' | 'pronoun' | 'role' | 'described';
};

/**
 * Tells for each quote of an article who its source is, in the order of `quotes`; null where the article names nobody or
 * where it can't be told whom it means: a wrong name is worse than none.
 */
export function resolveSpeakers(
  article: Pick<Article, 'text' | 'paragraphs'>,
  quotes: readonly Quote[],
): readonly (Attribution | null)[] {
  const wordsOf = (quote: Quote) => textAt(article.text, quote.source);
  const people = findPeople(article, quotes.map(wordsOf));
  const resolved: (Attribution | null)[] = [];
  const bySource = new Map<number, Attribution | null>();
  let last: { person: Person; at: number } | null = null;
  for (const quote of quotes) {
    const at = quote.source[0]?.[0];
    if (at === undefined) {
      resolved.push(null);
      continue;
    }
    const known = bySource.get(at);
    const mention = readMention(wordsOf(quote));
    const attribution: Attribution | null =
      known !== undefined
        ? known
        : mention.kind === 'pronoun'
          ? resolvePronoun(article, mention.pronoun, at, people, last, quotes)
          : resolveMention(mention, people);
    bySource.set(at, attribution);
    resolved.push(attribution);
    const person: Person | undefined | null =
      attribution && people.find(({ name }) => name === attribution.name);
    if (person && (!last || at >= last.at)) last = { person, at };
  }
  return resolved;
}

function resolveMention(
  mention: Exclude<Mention, { kind: 'pronoun' }>,
  people: readonly Person[],
): Attribution | null {
  if (mention.kind === 'description') return resolveDescription(mention.description, people);
  const parts = foldName(mention.name);
  if (parts.length === 1) return resolveSurname(mention, parts[0] ?? '', people);
  const person = people.find(({ name, first, last }) => {
    const whole = foldName(name);
    return last === parts.at(-1) && (first === parts[0] || parts.every((part) => whole.includes(part)));
  });
  const name = person?.name ?? mention.name;
  return { name, role: mention.role ?? person?.roles[0] ?? null, how: 'named' };
}

/** A single name: the one person who bears it as a last name, or as a first name where nobody does. */
function resolveSurname(
  mention: Mention & { kind: 'name' },
  word: string,
  people: readonly Person[],
): Attribution {
  const bearers = people.filter(({ last }) => last === word);
  const candidates = bearers.length > 0 ? bearers : people.filter(({ first }) => first === word);
  const [person] = candidates;
  if (person && candidates.length === 1)
    return { name: person.name, role: mention.role ?? person.roles[0] ?? null, how: 'surname' };
  return { name: mention.name, role: mention.role, how: 'named' };
}

/** "the secretary general": the one person whose role holds all these words; otherwise the article's own words. */
function resolveDescription(description: string, people: readonly Person[]): Attribution {
  const definite = /^the\s+/i.test(description);
  const asked = foldPlain(description.replace(/^the\s+/i, ''));
  const holders = people.filter(({ roles }) => roles.some((role) => holdsAll(foldPlain(role), asked)));
  const [holder] = holders;
  if (definite && holder && holders.length === 1 && asked.length > 1)
    return { name: holder.name, role: holder.roles[0] ?? null, how: 'role' };
  return { name: description, role: null, how: 'described' };
}

const holdsAll = (words: readonly string[], asked: readonly string[]): boolean =>
  asked.length > 0 && asked.every((word) => words.includes(word));

/**
 * "he" and "she" go back to the last speaker unless somebody else was named since, or else to the one person whom the
 * paragraph has named so far. Other pronouns name nobody.
 */
function resolvePronoun(
  article: Pick<Article, 'text' | 'paragraphs'>,
  pronoun: string,
  at: number,
  people: readonly Person[],
  last: { person: Person; at: number } | null,
  quotes: readonly Quote[],
): Attribution | null {
  if (pronoun !== 'he' && pronoun !== 'she') return null;
  const named = (from: number, to: number) =>
    people.filter(({ places }) =>
      places.some(([s, e]) => s >= from && e <= to && !withinContent([s, e], quotes)),
    );
  const found = (person: Person): Attribution => ({
    name: person.name,
    role: person.roles[0] ?? null,
    how: 'pronoun',
  });
  const paragraph = article.paragraphs.find(({ span }) => span[0] <= at && at < span[1]);
  const start = paragraph?.span[0] ?? 0;
  const previous = article.paragraphs[(paragraph?.number ?? 1) - 2]?.span[0] ?? start;
  if (last && last.at >= previous) {
    const others = named(last.at, at).filter((person) => person !== last.person);
    if (others.length === 0) return found(last.person);
  }
  // the one person named in this paragraph so far, where a sentence begins with the name
  const [only, ...more] = named(start, at);
  const begins = only?.places.some(
    ([s, e]) =>
      s >= start && e <= at && /(?:^|[.!?]["”’]?\s+)[^,.!?]{0,60}$/.test(article.text.slice(start, s)),
  );
  return only && more.length === 0 && begins === true ? found(only) : null;
}

const withinContent = ([start, end]: Span, quotes: readonly Quote[]): boolean =>
  quotes.some(({ content, kind }) => kind === 'direct' && content.some(([s, e]) => s <= start && end <= e));
