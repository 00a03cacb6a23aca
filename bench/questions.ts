import { readFileSync } from 'node:fs';
import { z } from 'zod';

const said = { question: z.string(), speaker: z.string(), holds: z.string() };

/** A question whose right answer is told by words, by what it asks for. */
const Worded = z.discriminatedUnion('kind', [
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

/** A question whose right answer somebody has marked in the articles. */
const Marked = z
  .object({
    question: z.string(),
    kind: z.enum(['who', 'what', 'when', 'did', 'which', 'none']),
    /** How many of its words stand in the text as well. */
    overlap: z.enum(['high', 'medium', 'low']),
    /** The names that count as right. */
    speakers: z.array(z.string()),
    /** The names of the files of the right articles; the spans are in the first. */
    articles: z.array(z.string()),
    /** `[start, end)` offsets of what answers, in UTF-16 code units. */
    spans: z.array(z.tuple([z.number(), z.number()])),
    /** For "did": whether it was said. */
    truth: z.boolean().nullable(),
    /** For "when": the words of the date or the place. */
    date: z.string().nullable(),
  })
  .refine(({ kind, truth }) => kind !== 'did' || truth !== null, {
    path: ['truth'],
    error: 'must tell of a question of the kind "did" whether it was said',
  });

/** A question whose right answer is told by words: bench/questions.jsonl has every kind. */
export type WordedQuestion = z.infer<typeof Worded>;
/** A question whose right answer is marked in the articles by offsets. */
export type MarkedQuestion = z.infer<typeof Marked>;
/** A question with what a right answer to it has. */
export type ExpectedAnswer = WordedQuestion | MarkedQuestion;

/** Whether the right answer is marked in the articles. */
export const isMarked = (expected: ExpectedAnswer): expected is MarkedQuestion => 'spans' in expected;

/** For "did", whether it was said; null for other questions. */
export function wasSaid(expected: ExpectedAnswer): boolean | null {
  if (expected.kind !== 'did') return null;
  return 'truth' in expected ? expected.truth : expected.verdict === 'supported';
}

/**
 * Reads a file of questions: a JSON object a line, in either form.
 *
 * @throws Error that names the line and what is wrong with it
 */
export function readQuestions(file: string): readonly ExpectedAnswer[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line, index) => {
      if (line.trim() === '') return [];
      const value = parsed(line);
      const marked = typeof value === 'object' && value !== null && 'spans' in value;
      const read = (marked ? Marked : Worded).safeParse(value);
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
