import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { z } from 'zod';
import { doOverlap, mayBeSame } from '../bench/judge.ts';
import type { Archive, Statement } from '../src/archive/archive.ts';
import { createMemoryArchive } from '../src/archive/memory-archive.ts';
import { BUILT_IN } from '../src/articles/article.ts';
import { readArticle } from '../src/articles/read-article.ts';
import { createLogger } from '../src/log.ts';
import { openArchive } from '../src/open-archive.ts';
import { type AskedAbout, findAskedAbout } from '../src/questions/asked-about.ts';
import { type Question, readQuestion } from '../src/questions/question.ts';
import { lexiconOf } from '../src/questions/ranking/lexicon.ts';
import { type Candidate, readCandidates } from '../src/questions/ranking/rank-statements.ts';
import { rankerInputs } from '../src/questions/ranking/ranker.ts';
import { type QuestionWord, readWanted } from '../src/questions/ranking/wanted.ts';
import { random } from './random.ts';

const TrainingRow = z.object({
  question: z.string(),
  kind: z.enum(['who', 'what', 'when', 'did', 'which', 'none']),
  speakers: z.array(z.string()),
  articles: z.array(z.string()),
  spans: z.array(z.tuple([z.number(), z.number()])),
  truth: z.boolean().nullable(),
});
/** A question with what is right about it. */
export type TrainingQuestion = z.infer<typeof TrainingRow>;

/** The questions of a file, one a line. */
export const readTrainingQuestions = (file: string): readonly TrainingQuestion[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => TrainingRow.parse(JSON.parse(line)));

/** A question as the ranker sees it. */
export type Example = {
  readonly asked: TrainingQuestion;
  /** The part of the training questions that it belongs to, from 0. */
  readonly part: number;
  /** Whether it is asked over the one article that it is about. */
  readonly alone: boolean;
  /** What was said, in the question's words. */
  readonly topic: readonly QuestionWord[];
  readonly inputs: readonly Float32Array[];
  readonly statements: readonly Statement[];
  /** Which candidates answer it: the passage, or for "which" the article, and the right speaker. */
  readonly right: readonly boolean[];
  /** Which candidates would do as its first answer: for "who" any statement of the speaker in the article. */
  readonly passes: readonly boolean[];
};

/** Whether somebody said a thing, made of a question that asks for something else: as it is (true), or for another speaker. */
export type ClaimExample = { readonly part: number; readonly said: boolean; readonly example: Example };

/** The question files are over every tenth article: N.jsonl over the articles whose place, from 1, leaves N. */
const PARTS = 10;

/** How many articles a small library has. */
const FEW = 21;

/**
 * Reads the questions of training/questions over the articles of a folder: over all articles of its part, and every other one
 * over the one article that it is about, every third one over some twenty articles as well, since people ask small libraries too. What was read of articles is kept in `cache`.
 */
export async function readExamples(
  questions: string,
  articles: string,
  cache: string | null,
): Promise<{ readonly examples: readonly Example[]; readonly claims: readonly ClaimExample[] }> {
  const examples: Example[] = [];
  const claims: ClaimExample[] = [];
  const learn = (asked: TrainingQuestion, part: number, over: Archive, next: () => number): Example => {
    const question = readQuestion(asked.question);
    const about = findAskedAbout(question, over, [BUILT_IN]);
    const example = exampleOf(asked, part, question, about, over);
    examples.push(example);
    claims.push(...claimsOf(example, question, about, over, next));
    return example;
  };
  const files = readdirSync(articles).sort();
  for (let part = 0; part < PARTS; part++) {
    const own = files.filter((_, i) => (i + 1) % PARTS === part);
    const archive = await openPart(articles, own, cache);
    const next = random(part);
    const alone = createGroups(articles, own, 1);
    const few = createGroups(articles, own, FEW);
    let count = 0;
    for (const asked of readTrainingQuestions(join(questions, `${part}.jsonl`))) {
      const inAll = learn(asked, part, archive, next);
      // a question that nobody answers is asked over the article that comes nearest to it
      const file = asked.articles[0] ?? basename(inAll.statements[0]?.article.file ?? own[0] ?? '');
      if (count % 2 === 0) learn(asked, part, alone(file), next);
      if (count % 3 === 0) learn(asked, part, few(file), next);
      count++;
    }
  }
  return { examples, claims };
}

/** Archives of `size` neighbouring articles each, by an article that is in it; each is read once. */
function createGroups(folder: string, files: readonly string[], size: number): (file: string) => Archive {
  const archives = new Map<number, Archive>();
  return (file) => {
    const group = Math.floor(Math.max(0, files.indexOf(file)) / size);
    const own = files.slice(group * size, (group + 1) * size);
    const archive =
      archives.get(group) ??
      createMemoryArchive(own.map((name) => readArticle(join(folder, name), BUILT_IN).article));
    archives.set(group, archive);
    return archive;
  };
}

async function openPart(folder: string, files: readonly string[], cache: string | null): Promise<Archive> {
  const part = mkdtempSync(join(tmpdir(), 'on-record-'));
  try {
    for (const file of files) symlinkSync(resolve(folder, file), join(part, file));
    return await openArchive([part], createLogger('error', []), cache).whole;
  } finally {
    rmSync(part, { recursive: true });
  }
}

function exampleOf(
  asked: TrainingQuestion,
  part: number,
  question: Question,
  about: AskedAbout,
  archive: Archive,
): Example {
  const wanted = readWanted(question, about, lexiconOf(archive, [BUILT_IN]));
  const candidates = readCandidates(wanted, archive, [BUILT_IN]);
  return {
    asked,
    part,
    alone: archive.articles([BUILT_IN]).length === 1,
    topic: wanted.topic,
    inputs: rankerInputs(candidates.map(({ features }) => features)),
    statements: candidates.map(({ statement }) => statement),
    right: candidates.map((candidate) => isRight(asked, candidate)),
    passes: candidates.map((candidate) => passes(asked, candidate)),
  };
}

const isBySpeaker = ({ speakers }: TrainingQuestion, { speaker }: Statement): boolean =>
  speakers.some((name) => mayBeSame(speaker?.name ?? '', name));

function isRight(asked: TrainingQuestion, { statement }: Candidate): boolean {
  const inArticle = asked.articles.includes(basename(statement.article.file));
  if (asked.kind === 'none' || !inArticle) return false;
  if (asked.kind === 'which') return true;
  return doOverlap(statement.quote.content, asked.spans) && isBySpeaker(asked, statement);
}

function passes(asked: TrainingQuestion, candidate: Candidate): boolean {
  const { statement } = candidate;
  if (asked.kind !== 'who') return isRight(asked, candidate);
  return asked.articles.includes(basename(statement.article.file)) && isBySpeaker(asked, statement);
}

/** "did X say …" of a question's speaker, and of another speaker of the same article. */
function claimsOf(
  { asked, part, statements, right }: Example,
  question: Question,
  { topic, speakers, subject }: AskedAbout,
  archive: Archive,
  next: () => number,
): readonly ClaimExample[] {
  if (asked.kind === 'did' || asked.kind === 'which') return [];
  const claim = (said: boolean, name: string, ids: readonly string[]): ClaimExample => {
    const did: Question = { ...question, kind: 'did', subject: name, descriptor: '' };
    const about = { subject: name, topic, speakers: ids, described: false };
    return {
      part,
      said,
      example: exampleOf({ ...asked, kind: said ? 'what' : 'none' }, part, did, about, archive),
    };
  };
  if (asked.kind === 'none') return speakers.length > 0 ? [claim(false, subject ?? '', speakers)] : [];
  const gold = statements[right.indexOf(true)];
  const speaker = gold?.speaker;
  if (!gold || !speaker?.named) return [];
  const others = archive
    .speakers([BUILT_IN])
    .map((entry) => entry.speaker)
    .filter(({ id, named }) => named && id !== speaker.id)
    .filter(({ id }) => archive.statementsBy(id, [BUILT_IN]).some(({ article }) => article === gold.article));
  const other = others[Math.floor(next() * others.length)];
  return [claim(true, speaker.name, [speaker.id]), ...(other ? [claim(false, other.name, [other.id])] : [])];
}
