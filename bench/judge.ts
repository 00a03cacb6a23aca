import { basename } from 'node:path';
import { foldName } from '../src/language/names.ts';
import type { Answer, Support } from '../src/questions/answer.ts';
import type { ExpectedAnswer } from './questions.ts';

/**
 * The place of the first right statement in an answer, from 1; null where there is none, or where the verdict is wrong. A
 * question with a verdict alone ("did …", or one that nobody answers) has it in place 1.
 */
export function placeOfRight(expected: ExpectedAnswer, answer: Answer): number | null {
  if (expected.kind === 'none') return answer.verdict === 'not-found' ? 1 : null;
  if (expected.kind === 'did') return answer.verdict === expected.verdict ? 1 : null;
  if (answer.verdict === 'not-found') return null;
  const place = answer.support.findIndex((support) => isRight(expected, support)) + 1;
  return place === 0 ? null : place;
}

function isRight(
  expected: Exclude<ExpectedAnswer, { readonly kind: 'none' | 'did' }>,
  { statement }: Support,
): boolean {
  const { text, speaker, said, article } = statement;
  if (expected.kind === 'which') return basename(article.file) === expected.article;
  const isSpeaker = foldName(speaker?.name ?? '').join(' ') === foldName(expected.speaker).join(' ');
  if (!isSpeaker || !text.includes(expected.holds)) return false;
  if (expected.kind === 'when') return said.when?.includes(expected.said) ?? false;
  if (expected.kind === 'where') return said.where?.includes(expected.said) ?? false;
  return true;
}
