/**
 * Learns how to tell whom "he" and "she" mean: the weights of the features in src/speakers/pronouns.ts, a softmax over the
 * people whom an article has named so far.
 *
 *   tsx training/train-speakers.ts CORPUS PARSES.jsonl.gz models/speakers.json
 *
 * CORPUS is a part of PolNeAR (`text`, `attributions`), whose sources are resolved; PARSES holds what a coreference resolver
 * says of the same articles: one object a line, `{file, sentences: [{tokens: [[start, end, ...]]}], coreference:
 * [[[sentence, start, end], ...]]}`, offsets in code points, sentences and tokens counted from 1, ends exclusive.
 * Where a question of training/questions asks for what is said there, its answer is taken instead.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { doOverlap, mayBeSame } from '../bench/judge.ts';
import type { Span } from '../src/articles/article.ts';
import { ROOT } from '../src/config.ts';
import type { Quote } from '../src/quotes/quote.ts';
import { resolveName } from '../src/speakers/names.ts';
import type { Person } from '../src/speakers/people.ts';
import { type Candidate, candidatesFor, FEATURES, type Turn } from '../src/speakers/pronouns.ts';
import { readSources } from '../src/speakers/resolve-speakers.ts';
import type { Scene } from '../src/speakers/scene.ts';
import { type GoldArticle, readCorpus } from './corpus.ts';
import { readTrainingQuestions } from './question-examples.ts';

type Parse = {
  readonly file: string;
  readonly sentences: readonly { readonly tokens: readonly (readonly [number, number, ...unknown[]])[] }[];
  readonly coreference: readonly (readonly (readonly [number, number, number])[])[];
};
/** One pronoun: what speaks for each of the people that it could mean, and which of them it means. */
type Example = {
  readonly candidates: readonly Candidate[];
  readonly right: number;
  /** Whether a person tells it, who answered a question, and not a resolver. */
  readonly asked: boolean;
};

/** A resolver's chains, where its mentions are of four words at most, as spans in UTF-16 code units. */
function chainsOf({ sentences, coreference }: Parse, text: string): readonly (readonly Span[])[] {
  const units: number[] = [];
  for (let at = 0; at < text.length; at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1) units.push(at);
  units.push(text.length);
  return coreference.map((chain) =>
    chain
      .filter(([, start, end]) => end - start <= 4)
      .map(([sentence, start, end]): Span => {
        const tokens = sentences[sentence - 1]?.tokens ?? [];
        return [units[tokens[start - 1]?.[0] ?? 0] ?? 0, units[tokens[end - 2]?.[1] ?? 0] ?? 0];
      }),
  );
}

/** Whom a chain is about: the one whom most of its mentions name; null where none does, or two do alike. */
function personOf(chain: readonly Span[], scene: Scene): Person | null {
  const counts = new Map<Person, number>();
  for (const [start, end] of chain) {
    const named = new Set(
      scene.appearances.filter(({ span }) => span[0] >= start && span[1] <= end).map(({ person }) => person),
    );
    const [only] = named;
    if (named.size === 1 && only) counts.set(only, (counts.get(only) ?? 0) + 1);
  }
  const [first, second] = [...counts].sort(([, a], [, b]) => b - a);
  return first && first[1] > (second?.[1] ?? 0) ? first[0] : null;
}

function kindOf(text: string, content: readonly Span[]): Quote['kind'] {
  const marked = content.every(([start]) => /["“]/.test(text.slice(start - 1, start + 1)));
  return marked ? 'direct' : 'indirect';
}

/** A question's answer: whoever said what stands at some spans of an article. */
type Answered = { readonly speakers: readonly string[]; readonly spans: readonly Span[] };

/** The answers of training/questions by the file that they are about. */
function readAnswered(folder: string): ReadonlyMap<string, readonly Answered[]> {
  const answered = new Map<string, readonly Answered[]>();
  for (const file of readdirSync(folder).sort())
    for (const { articles, speakers, spans, truth } of readTrainingQuestions(join(folder, file))) {
      const [about] = articles;
      if (about !== undefined && speakers.length > 0 && truth !== false)
        answered.set(about, [...(answered.get(about) ?? []), { speakers, spans }]);
    }
  return answered;
}

function examplesOf(
  { article, quotes: gold }: GoldArticle,
  parse: Parse,
  answered: readonly Answered[],
): Example[] {
  const quotes = gold.map((quote): Quote => ({ ...quote, kind: kindOf(article.text, quote.content) }));
  const { scene, sources } = readSources(article, quotes);
  const chains = chainsOf(parse, article.text);
  const turns = sources.map(({ at, mention }): Turn => {
    if (mention.kind === 'name')
      return { at, pronoun: false, several: false, ...resolveName(scene, mention, at) };
    const chain = chains.find((spans) =>
      spans.some(([start, end]) => start <= at && at < end && end - start < 8),
    );
    const person = mention.kind === 'pronoun' && chain ? personOf(chain, scene) : null;
    return { at, pronoun: mention.kind === 'pronoun', several: false, person, attribution: null };
  });
  return sources.flatMap(({ at, mention }, i) => {
    if (mention.kind !== 'pronoun' || !/^s?he$/.test(mention.pronoun)) return [];
    const said = gold.filter(({ source }) => source[0]?.[0] === at).flatMap(({ content }) => content);
    const asked = answered.find(({ spans }) => doOverlap(said, spans));
    const person = turns[i]?.person;
    if (!person && !asked) return [];
    const others = turns.filter((turn) => turn.at !== at);
    const candidates = candidatesFor(scene, at, mention.pronoun === 'he' ? 'm' : 'f', others);
    // the resolver is wrong where it has somebody of the other gender: there is no such candidate
    const right = candidates.findIndex((candidate) =>
      asked
        ? asked.speakers.some((name) => mayBeSame(candidate.person.name, name))
        : candidate.person === person,
    );
    return right < 0 ? [] : [{ candidates, right, asked: asked !== undefined }];
  });
}

/** How often what people tell counts beside what the resolver does. */
const ASKED_COUNTS = 3;

/** How likely each candidate is under some weights. */
function shares(candidates: readonly Candidate[], weights: readonly number[]): readonly number[] {
  const scores = candidates.map(({ features }) =>
    Math.exp(features.reduce((sum, feature, k) => sum + feature * (weights[k] ?? 0), 0)),
  );
  const total = scores.reduce((sum, score) => sum + score, 0);
  return scores.map((score) => score / total);
}

/** Weights by gradient ascent on the likelihood of the right candidates, kept small. */
function learn(examples: readonly Example[]): readonly number[] {
  const weights = FEATURES.map(() => 0);
  for (let round = 0; round < 400; round++) {
    const slope = weights.map((weight) => -0.002 * weight);
    for (const { candidates, right, asked } of examples)
      for (const [i, share] of shares(candidates, weights).entries())
        for (const [k, feature] of candidates[i]?.features.entries() ?? [])
          slope[k] =
            (slope[k] ?? 0) +
            (feature * ((i === right ? 1 : 0) - share) * (asked ? ASKED_COUNTS : 1)) / examples.length;
    for (const [k, by] of slope.entries()) weights[k] = (weights[k] ?? 0) + 2 * by;
  }
  return weights;
}

/** How often the likeliest candidate is the right one, among those whose share is `sure` or more. */
function report(examples: readonly Example[], weights: readonly number[]): void {
  for (const sure of [0, 0.4, 0.5, 0.6, 0.7, 0.8]) {
    const choices = examples.flatMap(({ candidates, right }) => {
      const all = shares(candidates, weights);
      const best = Math.max(...all);
      return best >= sure ? [all.indexOf(best) === right] : [];
    });
    const right = choices.filter(Boolean).length;
    const of = (share: number) => `${(100 * share).toFixed(1)} %`;
    console.log(
      `sure ${sure}: ${of(choices.length / examples.length)} told, ${of(right / choices.length)} right`,
    );
  }
}

const [corpus, parses, out] = process.argv.slice(2);
if (!corpus || !parses || !out) throw new Error('usage: train-speakers.ts CORPUS PARSES.jsonl.gz OUT.json');
const parsed = new Map(
  gunzipSync(readFileSync(parses))
    .toString('utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Parse)
    .map((parse) => [parse.file, parse]),
);
const answered = readAnswered(join(ROOT, 'training', 'questions'));
const articles = readCorpus(corpus).map((gold) => {
  const file = basename(gold.article.file);
  const parse = parsed.get(file);
  return parse ? examplesOf(gold, parse, answered.get(file) ?? []) : [];
});
const examples = articles.flat();
console.log(`${examples.length} pronouns; every fifth article held out:`);
const held = learn(articles.filter((_, i) => i % 5 !== 0).flat());
for (const asked of [false, true]) {
  const some = articles
    .filter((_, i) => i % 5 === 0)
    .flat()
    .filter((example) => example.asked === asked);
  console.log(`${some.length} ${asked ? 'that people tell' : 'that the resolver tells'}`);
  report(some, held);
}
const weights = learn(examples);
writeFileSync(
  out,
  `${JSON.stringify({ sure: 0.55, nobody: 1, weights: Object.fromEntries(FEATURES.map((feature, k) => [feature, Number((weights[k] ?? 0).toFixed(3))])) }, null, 2)}\n`,
);
