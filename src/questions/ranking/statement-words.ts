import type { Statement } from '../../archive/archive.ts';
import { paragraphSpan } from '../../archive/paragraph.ts';
import type { Article, Span } from '../../articles/article.ts';
import { textAt } from '../../language/span.ts';
import { officeOf } from '../../speakers/titles.ts';
import { NO_WORDS, readSequence, readTextWords, type TextWords } from './text-words.ts';

/** The words in and around a statement. */
export type StatementWords = {
  readonly content: TextWords;
  /** The sentences that the content stands in, with source, cue and circumstances. */
  readonly sentence: TextWords;
  readonly paragraph: TextWords;
  /** The paragraphs before and behind it. */
  readonly before: TextWords;
  readonly behind: TextWords;
  /** The speaker's names and roles, and the source. */
  readonly speaker: TextWords;
  /** What stands around the speaker's name where the article first has it. */
  readonly introduction: TextWords;
  readonly cue: TextWords;
  /** Every word of the content, stop words and all. */
  readonly sequence: Int32Array;
};

/** The words of an article. */
export type ArticleWords = {
  /** How often each stem stands in it, by the stem's number. */
  readonly counts: ReadonlyMap<number, number>;
  readonly title: ReadonlySet<number>;
  /** By the paragraph's number; 0 is the headline. */
  readonly paragraphs: Map<number, TextWords>;
  /** By the speaker's id. */
  readonly introductions: Map<string, TextWords>;
};

const articles = new WeakMap<Article, ArticleWords>();
const statements = new WeakMap<Statement, StatementWords>();

/** The words of an article, read once. */
export function articleWords(article: Article): ArticleWords {
  const known = articles.get(article);
  if (known) return known;
  const counts = new Map<number, number>();
  const paragraphs = new Map<number, TextWords>();
  for (const { number } of [{ number: 0 }, ...article.paragraphs]) {
    const words = readTextWords(article.text.slice(...paragraphSpan({ article, paragraph: number })));
    paragraphs.set(number, words);
    for (const stem of words.stems) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  }
  const title = new Set(readTextWords(article.title ?? '').stems);
  const words = { counts, title, paragraphs, introductions: new Map<string, TextWords>() };
  articles.set(article, words);
  return words;
}

/** The words in and around a statement, read once. */
export function statementWords(statement: Statement): StatementWords {
  const known = statements.get(statement);
  if (known) return known;
  const { article, quote, speaker, role, paragraph, text } = statement;
  const { paragraphs } = articleWords(article);
  const beside = (number: number) => (number >= 1 ? (paragraphs.get(number) ?? NO_WORDS) : NO_WORDS);
  const source = textAt(article.text, quote.source);
  const names = [
    speaker?.name,
    ...(speaker?.aliases ?? []),
    role,
    ...(speaker?.roles ?? []).slice(0, MOST_ROLES),
  ];
  const words: StatementWords = {
    content: readTextWords(text),
    sentence: readTextWords(article.text.slice(...sentenceSpan(statement))),
    paragraph: paragraphs.get(paragraph) ?? NO_WORDS,
    before: beside(paragraph - 1),
    behind: beside(paragraph + 1),
    speaker: readTextWords(['the', ...names, source].join(' '), officeOf),
    introduction: introductionOf(statement),
    cue: readTextWords(textAt(article.text, quote.cue)),
    sequence: readSequence(text),
  };
  statements.set(statement, words);
  return words;
}

/** How many of a speaker's roles are read. */
const MOST_ROLES = 6;
/** How far around a name its introduction reaches, in characters, and how often it is read. */
const REACH = 90;

/** What stands around the first two places of a speaker's name in an article. */
function introductionOf({ article, speaker }: Statement): TextWords {
  if (!speaker?.named) return NO_WORDS;
  const { introductions } = articleWords(article);
  const known = introductions.get(speaker.id);
  if (known) return known;
  const words = readTextWords(introduction(article.text, speaker.name), officeOf);
  introductions.set(speaker.id, words);
  return words;
}

function introduction(text: string, name: string): string {
  const surname = name.split(/\s+/).at(-1) ?? '';
  const whole = text.indexOf(name);
  const first = whole >= 0 ? whole : text.indexOf(surname);
  if (first < 0 || surname.length < 2) return '';
  return [first, text.indexOf(surname, first + name.length)]
    .filter((from) => from >= 0)
    .map((from) =>
      text.slice(Math.max(0, from - REACH), from + name.length + REACH).replace(/^\S*\s|\s\S*$/g, ''),
    )
    .join(' ');
}

/** From the sentence that a statement's first span stands in to the end of the last one's. */
function sentenceSpan({ article, quote, paragraph }: Statement): Span {
  const [from, to] = paragraphSpan({ article, paragraph });
  const spans = [...quote.content, ...quote.cue, ...quote.source];
  const start = Math.max(from, Math.min(...spans.map(([s]) => s)));
  const end = Math.min(to, Math.max(...spans.map(([, e]) => e)));
  const before = article.text.slice(from, start).search(/[.!?][”"’]?\s+(?=[^.!?]*$)/);
  const behind = article.text.slice(end, to).search(/[.!?](?:[”"’]|\s|$)/);
  return [before < 0 ? from : from + before + 1, behind < 0 ? to : end + behind + 1];
}

/** Whether one of a speaker's names stands in a question, as the numbers of its words. */
export function isNamedIn(statement: Statement, asked: ReadonlySet<number>): boolean {
  const name = statement.speaker?.named ? statement.speaker.name : '';
  return readName(name).some((word) => asked.has(word));
}

/** The words of names, as numbers; emptied when it is full. */
const readNames = new Map<string, readonly number[]>();
const MOST_NAMES = 50_000;

/** The numbers of a name's first and last words. */
function readName(name: string): readonly number[] {
  const known = readNames.get(name);
  if (known) return known;
  const words = [...readSequence(name)].flatMap((word, i, all) =>
    all.length === 1 || i === 0 || i === all.length - 1 ? [word] : [],
  );
  if (readNames.size > MOST_NAMES) readNames.clear();
  readNames.set(name, words);
  return words;
}
