import { textAt } from '../language/span.ts';
import type { Quote } from '../quotes/quote.ts';
import type { Attribution } from './attribution.ts';
import { resolveDescription } from './descriptions.ts';
import type { Copy } from './layout.ts';
import { type Mention, readMention } from './mentions.ts';
import { resolveName, resolveNames } from './names.ts';
import { resolvePronoun } from './pronoun-kinds.ts';
import type { Turn } from './pronouns.ts';
import { isSaidOf, reframe } from './reframe.ts';
import { readScene, type Scene } from './scene.ts';

export type { Attribution } from './attribution.ts';

/** A source to be resolved: where the words for it begin, and what they say. */
type Source = {
  readonly at: number;
  readonly mention: Mention;
  /** Where the sources of quotes begin that it stands for: mostly there too. */
  readonly wordsAt: readonly number[];
};

/**
 * Tells for each quote of an article who its source is, in the order of `all`; null where the article names nobody or
 * where it can't be told whom it means: a wrong name is worse than none.
 */
export function resolveSpeakers(article: Copy, all: readonly Quote[]): readonly (Attribution | null)[] {
  const quotes = all.map((quote) => (isSaidOf(article, quote) ? { ...quote, source: [] } : quote));
  const { scene, sources } = readSources(article, quotes);
  const byPlace = new Map(resolveSources(scene, sources).map(({ at, attribution }) => [at, attribution]));
  const bySource = new Map(
    sources.flatMap(({ at, wordsAt }) => wordsAt.map((place) => [place, byPlace.get(at) ?? null] as const)),
  );
  const speakers = quotes.map(({ source }) => bySource.get(source[0]?.[0] ?? -1) ?? null);
  return speakers.map((speaker, i) => {
    const before = quotes[i]?.source.length === 0 ? continuedBy(article, quotes, i) : -1;
    return speaker ?? speakers[before] ?? null;
  });
}

/** The place of the quote that one without a source goes on with: little but who says it stands between them; -1 for none. */
function continuedBy({ text, paragraphs }: Copy, quotes: readonly Quote[], place: number): number {
  const quote = quotes[place];
  const start = quote?.content[0]?.[0];
  if (start === undefined || quote?.kind !== 'direct') return -1;
  const paragraph = paragraphs.find(({ span }) => span[0] <= start && start < span[1]);
  for (let before = place - 1; before >= Math.max(0, place - 3); before--) {
    const { content, source, cue, kind } = quotes[before] ?? quote;
    const end = content.at(-1)?.[1] ?? 0;
    if (kind !== 'direct' || source.length === 0 || end > start || end < (paragraph?.span[0] ?? 0)) continue;
    const between = [...source, ...cue]
      .filter(([from, to]) => from >= end && to <= start)
      .reduce((rest, span) => rest.replace(text.slice(...span), ''), text.slice(end, start));
    if (/^(?:\P{L}*\p{Ll}+){0,3}\P{L}*$/u.test(between)) return before;
  }
  return -1;
}

/** An article's scene and its sources, each place once, in the order of the text. */
export function readSources(
  article: Copy,
  quotes: readonly Quote[],
): { scene: Scene; sources: readonly Source[] } {
  const words = new Map<number, string>();
  const wordsAt = new Map<number, readonly number[]>();
  const spans = new Map(quotes.flatMap(({ source }) => source.slice(0, 1).map(([at]) => [at, source])));
  for (const [place, source] of spans) {
    const said = reframe(article, source[0] ?? [place, place], textAt(article.text, source));
    if (said.at === place || !words.has(said.at)) words.set(said.at, said.words);
    wordsAt.set(said.at, [...(wordsAt.get(said.at) ?? []), place]);
  }
  const sources = [...words]
    .sort(([a], [b]) => a - b)
    .map(([at, text]): Source => ({ at, mention: readMention(text), wordsAt: wordsAt.get(at) ?? [] }));
  return { scene: readScene(article, quotes, [...words.values()]), sources };
}

/** Who speaks at each source: first those that are named, then, in the order of the text, those that go back to them. */
function resolveSources(scene: Scene, sources: readonly Source[]): readonly Turn[] {
  const turns: Turn[] = sources.map(({ at, mention }) => ({
    at,
    pronoun: mention.kind === 'pronoun',
    several: mention.kind === 'several',
    ...(mention.kind === 'name'
      ? resolveName(scene, mention, at)
      : {
          attribution: mention.kind === 'several' ? resolveNames(scene, mention.mentions, at) : null,
          person: null,
        }),
  }));
  for (const [i, { at, mention }] of sources.entries()) {
    const turn = turns[i];
    if (!turn) continue;
    if (mention.kind === 'pronoun')
      turns[i] = { ...turn, ...resolvePronoun(scene, mention.pronoun, at, turns) };
    if (mention.kind === 'description')
      turns[i] = { ...turn, ...resolveDescription(scene, mention.description, at, turns) };
  }
  return turns;
}
