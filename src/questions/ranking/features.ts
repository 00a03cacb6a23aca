import type { Statement } from '../../archive/archive.ts';
import type { Article } from '../../articles/article.ts';
import { isAuthored } from '../../quotes/quote.ts';
import { opposes } from '../polarity.ts';
import { ALL, NOTHING, part, ramp, softOf, summarise } from './coverage.ts';
import type { Likeness } from './likeness.ts';
import { speakerGender } from './speaker-gender.ts';
import { isVague, speakerKind } from './speaker-kind.ts';
import { articleWords, isNamedIn, statementWords } from './statement-words.ts';
import { cosine, meaningOf, type TextWords } from './text-words.ts';
import type { QuestionWord, Wanted } from './wanted.ts';

/** The length in words of the longest run that both share, and how many pairs of neighbours of the first the second has. */
function shared(question: Int32Array, content: Int32Array): { run: number; pairs: number } {
  let [run, pairs] = [0, 0];
  let before = new Uint16Array(content.length + 1);
  let now = new Uint16Array(content.length + 1);
  for (let i = 0; i < question.length; i++) {
    let paired = false;
    for (let j = 0; j < content.length; j++) {
      const length = content[j] === question[i] ? (before[j] as number) + 1 : 0;
      now[j + 1] = length;
      if (length > run) run = length;
      if (length >= 2) paired = true;
    }
    if (paired) pairs++;
    [before, now] = [now, before];
  }
  return { run, pairs };
}

/** How well articles fit all of a question's words (BM25 without lengths), 1 for the best. */
export function articleFits(wanted: Wanted, articles: Iterable<Article>): ReadonlyMap<Article, number> {
  const scores = new Map<Article, number>();
  let most = 1e-9;
  for (const article of articles) {
    const { counts } = articleWords(article);
    let score = 0;
    for (const words of [wanted.topic, wanted.whom])
      for (const { number, weight, surnameNumber } of words) {
        const count = counts.get(number) ?? 0.8 * (counts.get(surnameNumber) ?? 0);
        score += weight * (count / (count + 1));
      }
    scores.set(article, score);
    if (score > most) most = score;
  }
  for (const [article, score] of scores) scores.set(article, score / most);
  return scores;
}

/** Tells whether a text has the stem of a number. */
export const has =
  ({ stems }: TextWords) =>
  (number: number) =>
    stems.includes(number);
const isName = ({ isName }: QuestionWord) => isName;
const isPlain = ({ isName }: QuestionWord) => !isName;

export function featuresOf(
  wanted: Wanted,
  statement: Statement,
  fit: number,
  likeness: Likeness,
): Float32Array {
  const words = statementWords(statement);
  const article = articleWords(statement.article);
  const { topic, whom, kind } = wanted;
  const { of, best } = likeness;
  const contentHeld = of(topic, words.content);
  const sentenceHeld = best(contentHeld, of(topic, words.sentence));
  const content = summarise(topic, contentHeld);
  const sentence = summarise(topic, sentenceHeld);
  const whomSpeaker = summarise(whom, of(whom, words.speaker));
  const whomIntro = summarise(whom, of(whom, words.introduction));
  const whomSentence = summarise(whom, of(whom, words.sentence));
  const whomUnion = best(
    of(whom, words.speaker),
    best(of(whom, words.introduction), of(whom, words.sentence)),
  );
  const whomWide = best(whomUnion, of(whom, words.paragraph));
  const asks = wanted.whomKind;
  const is = speakerKind(statement);
  const { run, pairs } = shared(wanted.sequence, words.sequence);
  const cue = of(topic, words.cue).reduce((most, value) => Math.max(most, value), 0);
  let numbers = 0;
  for (const number of wanted.numbers) if (words.sequence.includes(number)) numbers++;
  const numberPart = wanted.numbers.length === 0 ? 0 : numbers / wanted.numbers.length;
  const near = (number: number) =>
    has(words.paragraph)(number) ||
    has(words.before)(number) ||
    has(words.behind)(number) ||
    has(words.speaker)(number);
  return Float32Array.of(
    +(kind === 'who'),
    +(kind === 'what'),
    +(kind === 'when' || kind === 'where'),
    +(kind === 'did'),
    +(kind === 'which'),
    Math.min(1, topic.length / 12),
    +(whom.length > 0),
    +wanted.named,
    Math.min(1, Math.log(1 + words.sequence.length) / 4),
    +(statement.quote.kind === 'direct'),
    +(statement.quote.kind === 'mixed'),
    +(statement.speaker === null),
    +(statement.speaker?.named === false),
    +(statement.how === 'pronoun'),
    +(statement.paragraph === 0),
    content.exact,
    content.soft,
    content.near,
    sentence.exact,
    sentence.soft,
    sentence.near,
    part(topic, has(words.paragraph)),
    part(topic, (number) => has(words.before)(number) || has(words.behind)(number)),
    part(topic, (number) => article.counts.has(number)),
    part(topic, (number) => article.title.has(number)),
    content.weakest,
    Math.min(1, content.count / 5),
    part(topic, has(words.sentence), isName),
    part(topic, has(words.paragraph), isName),
    part(topic, (number) => article.counts.has(number), isName),
    softOf(topic, contentHeld, isPlain),
    softOf(topic, sentenceHeld, isPlain),
    cosine(wanted.meaning, meaningOf(words.content)),
    cosine(wanted.meaning, meaningOf(words.sentence)),
    likeness.reverse(topic, words.content),
    Math.min(1, run / 8),
    Math.min(1, pairs / 6),
    +wanted.speakers.has(statement.speaker?.id ?? ''),
    whomSpeaker.exact,
    whomSpeaker.soft,
    whomIntro.exact,
    whomIntro.soft,
    part(whom, has(words.paragraph)),
    part(whom, (number) => article.counts.has(number)),
    whomSentence.soft,
    +isNamedIn(statement, wanted.asked),
    +(content.soft >= ON_THE_MATTER && opposes(wanted.claim, statement.text)),
    +wanted.isNegated,
    numberPart,
    wanted.numbers.length === 0 ? 0 : 1 - numberPart,
    cue,
    +(statement.said.when !== null || statement.said.where !== null),
    fit,
    +(fit === 1),
    summarise(topic, of(topic, words.speaker)).soft,
    part(topic, has(words.introduction)),
    topic.some(isName) ? 1 - part(topic, near, isName) : 0,
    +(wanted.numbers.length > 0),
    unmatchedIn(topic, sentenceHeld),
    +hasOpposite(topic, words.content),
    +clashes(wanted.gender, statement),
    +clashes(wanted.pronoun, statement),
    wanted.breadth,
    softOf(whom, whomUnion),
    softOf(whom, whomWide),
    wanted.whomHead < 0 ? 0.5 : ramp(whomUnion[wanted.whomHead] as number, NOTHING, ALL),
    +(asks !== null && is === asks),
    +(asks !== null && is !== null && is !== asks),
    +(is === 'body'),
    +(is === 'document'),
    +(is === 'many'),
    statement.speaker === null ? 0 : wanted.prominence(statement.speaker.id),
    +(statement.quote.nested === 'within'),
    +(statement.quote.nested === 'around'),
    +isAuthored(statement.quote),
    +(statement.how === 'role'),
    +isVague(statement.speaker),
  );
}

/** The part of the weight of words that are no names that a text holds nothing like. */
function unmatchedIn(words: readonly QuestionWord[], held: Float32Array): number {
  let [total, missing] = [0, 0];
  for (let i = 0; i < words.length; i++) {
    const { isName, weight } = words[i] as QuestionWord;
    if (isName) continue;
    total += weight;
    if ((held[i] as number) < UNLIKE) missing += weight;
  }
  return total === 0 ? 0 : missing / total;
}

/** A statement that holds less of a claim than this is on another matter and can't be its opposite. */
const ON_THE_MATTER = 0.35;
/** A word that is held less than this isn't there in any form. */
const UNLIKE = 0.5;

const hasOpposite = (words: readonly QuestionWord[], { stems }: TextWords): boolean =>
  words.some(
    ({ opposites, number }) =>
      opposites.length > 0 &&
      !stems.includes(number) &&
      opposites.some((opposite) => stems.includes(opposite)),
  );

/** Whether a statement's speaker is known to be of the other sex. */
function clashes(gender: 'm' | 'f' | null, statement: Statement): boolean {
  if (gender === null) return false;
  const speaker = speakerGender(statement);
  return speaker !== null && speaker !== gender;
}
