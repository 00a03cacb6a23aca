import { readFileSync } from 'node:fs';
import { z } from 'zod';

const said = { question: z.string(), speaker: z.string(), holds: z.string() };

/** A question with what a right answer to it has, by what it asks for. */
const Question = z.discriminatedUnion('kind', [
  // The speaker's name, and words that the answering quote must hold.
  z.strictObject({ kind: z.enum(['who', 'what']), ...said }),
  // The same, and words that must stand in when or where it was said.
  z.strictObject({ kind: z.enum(['when', 'where']), ...said, said: z.string() }),
  z.strictObject({
    kind: z.literal('did'),
    question: z.string(),
    verdict: z.enum(['supported', 'contradicted']),
  }),
  // The name of the article's file.
  z.strictObject({ kind: z.literal('which'), question: z.string(), article: z.string() }),
  // Nobody in the articles said it.
  z.strictObject({ kind: z.literal('none'), question: z.string() }),
]);

/** A question with what a right answer to it has. */
export type ExpectedAnswer = z.infer<typeof Question>;

/**
 * Reads a file of questions: a JSON object a line (bench/questions.jsonl shows every kind).
 *
 * @throws Error that names the line and what is wrong with it
 */
export function readQuestions(file: string): readonly ExpectedAnswer[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line, index) => {
      if (line.trim() === '') return [];
      const read = Question.safeParse(parsed(line));
      if (read.success) return [read.data];
      const [issue] = read.error.issues;
      throw new Error(`${file}, line ${index + 1}: ${issue?.path.join('.')} ${issue?.message}`);
    });
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
