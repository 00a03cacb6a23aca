import type { Article } from '../articles/article.ts';
import type { Span } from '../language/span.ts';
import { kindOf } from './kind.ts';
import type { Passage } from './passage.ts';
import type { Quote } from './quote.ts';

/** A headline that announces questions and answers. */
const ANNOUNCED = /\bQ\s?(?:&amp;|&|and|\+)\s?A\b|\binterview\b|\bquestions?\b/iu;
const NAME = /\p{Lu}[\p{L}’'-]+(?: (?:[a-z]{2,3} )?\p{Lu}[\p{L}’'-]+)+/gu;
const QUESTION = /^\s*(?:\*\*|__)?(Q\s?[:.]\s)?.{3,300}\?\s*(?:\*\*|__)?\s*$/su;
const ANSWER = /^\s*(?:\*\*|__)?A\s?[:.]\s*(?:\*\*|__)?\s*/u;
/** The fewest questions of an interview. */
const FEWEST = 3;

/** An interview's answers: for the number of each paragraph that is one, how many characters stand before its words. */
export type Interview = {
  readonly answers: ReadonlyMap<number, number>;
  /** Where the one who answers is named; empty where it can't be told. */
  readonly source: readonly Span[];
};

/**
 * Reads an article as an interview in questions and answers: its headline says so, or its lines begin with "Q:" and "A:". Null where
 * it is none. An answer is the paragraph behind a question.
 */
export function readInterview({
  text,
  paragraphs,
  title,
}: Pick<Article, 'text' | 'paragraphs'> & Partial<Pick<Article, 'title'>>): Interview | null {
  const announced = ANNOUNCED.test(title ?? '');
  const answers = new Map<number, number>();
  let [asked, lettered] = [false, 0];
  for (const { number, span } of paragraphs) {
    const words = text.slice(span[0], Math.min(span[1], span[0] + 320));
    const question = span[1] - span[0] <= 310 ? QUESTION.exec(words) : null;
    const answer = ANSWER.exec(words);
    if (question?.[1] || answer) lettered++;
    if (asked && !question) answers.set(number, answer?.[0].length ?? 0);
    asked = question !== null && (announced || question[1] !== undefined);
  }
  if (answers.size < FEWEST && lettered < 2) return null;
  if (!announced && lettered < answers.size) return null;
  return { answers, source: answererIn(text, title ?? '', paragraphs[0]?.span[0] ?? 0) };
}

/** The one person whom a headline names and the text names again: the first such place in the text. */
function answererIn(text: string, title: string, body: number): readonly Span[] {
  const places = [...title.matchAll(NAME)].flatMap(([words]): readonly Span[] => {
    const parts = words.split(' ');
    for (let from = 0; from + 1 < parts.length; from++) {
      const name = parts.slice(from).join(' ');
      const at = text.indexOf(name, body);
      if (at >= 0) return [[at, at + name.length]];
    }
    return [];
  });
  return places.slice(0, 1);
}

/** A paragraph as an interview's answer; null where it is none. */
export function readAnswer(p: Passage, number: number, interview: Interview | null): Quote | null {
  const skipped = interview?.answers.get(number);
  if (!interview || skipped === undefined) return null;
  const from = p.tokens.findIndex(({ start }) => start >= p.start + skipped);
  const first = p.tokens[from];
  const last = p.tokens.at(-1);
  if (!first || !last || !/[\p{L}\p{N}]/u.test(p.text.slice(first.start, last.end))) return null;
  return {
    content: [[first.start, last.end]],
    cue: [],
    source: interview.source,
    kind: kindOf(p, [[from, p.tokens.length]]),
  };
}
