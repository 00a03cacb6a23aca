// Learns to rank statements for questions, and to tell how sure an answer is, from questions over PolNeAR's training articles,
// and writes models/questions.json.
//   npm run train:questions -- path/to/polnear/train/text [CACHE]
// The questions are in training/questions. The same articles always give the same file; it takes some minutes. CACHE is a
// folder that keeps what was read of the articles for the next time.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../src/config.ts';
import {
  confidenceInput,
  INPUTS,
  type Net,
  type QuestionModel,
  type RankedInput,
  type Ranking,
  rankCandidates,
} from '../src/questions/ranking/ranker.ts';
import { choiceSlopes, type Teaching, teach } from './perceptron.ts';
import { type ClaimExample, type Example, readExamples } from './question-examples.ts';

const RANKER: Teaching = { hidden: 24, rounds: 16, rate: 3e-3, decay: 5e-3, batch: 16, seed: 1 };
const CHANCE: Teaching = { hidden: 8, rounds: 30, rate: 1e-3, decay: 2e-2, batch: 32, seed: 1 };
/** The seeds of the rankers, whose scores are averaged. */
const RANKERS = [1, 2];
/** In how many turns the parts are ranked by what the others taught. */
const FOLDS = 5;
/** How often a question that asks whether somebody said a thing counts beside those that are made of other questions. */
const ASKED_COUNTS = 3;

const start = Date.now();
const say = (what: string) =>
  console.error(`${String(Math.round((Date.now() - start) / 1000)).padStart(4)} s  ${what}`);

const [articles, cache = null] = process.argv.slice(2);
if (!articles) {
  console.error('Say where the training articles are: npm run train:questions -- path/to/polnear/train/text');
  process.exit(2);
}
const { examples, claims } = await readExamples(join(ROOT, 'training', 'questions'), articles, cache);
say(`${examples.length} questions, ${claims.length} claims made of them`);

/** Whether a question teaches what is chosen: one that has an answer among its candidates. */
const teaches = ({ asked, right }: Example): boolean => right.includes(true) && asked.truth !== false;

function trainRanker(some: readonly Example[], seed: number): Net {
  const used = some.filter(teaches);
  return teach(
    {
      groups: used.map(({ inputs }) => inputs),
      slopes: (group, outputs) => choiceSlopes(used[group]?.right ?? [], outputs),
    },
    { ...RANKER, seed },
  );
}

type Ranked = { readonly input: Float32Array; readonly first: number };

/** An example's candidates in the order of the ranker, as what tells whether the first is right. */
function ranked({ inputs, statements }: Example, nets: readonly Net[]): Ranked | null {
  const rankings = rankCandidates(nets, inputs);
  const scoreOf = (i: number) => rankings[i]?.score ?? 0;
  const order = rankings.map((_, i) => i).sort((a, b) => scoreOf(b) - scoreOf(a));
  const list = order.map(
    (i): RankedInput => ({
      features: inputs[i] as Float32Array,
      ...(rankings[i] as Ranking),
      speaker: statements[i]?.speaker?.id ?? null,
    }),
  );
  return list.length === 0 ? null : { input: confidenceInput(list), first: order[0] as number };
}

type Chance = { readonly input: Float32Array; readonly right: boolean };

const trainChance = (list: readonly Chance[], seed: number): Net =>
  teach(
    {
      groups: list.map(({ input }) => [input]),
      slopes: (group, [output = 0]) => [1 / (1 + Math.exp(-output)) - (list[group]?.right ? 1 : 0)],
    },
    { ...CHANCE, seed },
  );

const sure: Chance[] = [];
const said: Chance[] = [];
const tally = { right: 0, passing: 0, answerable: 0, alone: 0, passingAlone: 0 };
for (let fold = 0; fold < FOLDS; fold++) {
  const held = (part: number) => part % FOLDS === fold;
  const others = examples.filter(({ part }) => !held(part));
  const nets = RANKERS.map((seed) => trainRanker(others, seed));
  for (const example of examples.filter(({ part }) => held(part))) learnChance(example, nets);
  for (const claim of claims.filter(({ part }) => held(part))) learnClaim(claim, nets);
  say(
    `fold ${fold + 1}: first right for ${tally.right}, passing for ${tally.passing} of ${tally.answerable}; alone ${tally.passingAlone} of ${tally.alone}`,
  );
}

function learnChance(example: Example, nets: readonly Net[]): void {
  const { asked, right, passes } = example;
  const found = ranked(example, nets);
  const isAnswerable = asked.kind !== 'none' && asked.truth !== false;
  if (isAnswerable) tally.answerable++;
  if (isAnswerable && example.alone) tally.alone++;
  if (!found) return;
  const chance = { input: found.input, right: passes[found.first] ?? false };
  if (right[found.first] && asked.truth !== false) tally.right++;
  if (chance.right && asked.truth !== false) tally.passing++;
  if (chance.right && asked.truth !== false && example.alone) tally.passingAlone++;
  if (asked.kind !== 'did') sure.push(chance);
  else
    for (let n = 0; n < ASKED_COUNTS; n++)
      said.push({ ...chance, right: asked.truth === true && (right[found.first] ?? false) });
}

function learnClaim({ said: isSaid, example }: ClaimExample, nets: readonly Net[]): void {
  const found = ranked(example, nets);
  // where the ranker has another passage first, the claim tells nothing
  if (!found || (isSaid && !example.right[found.first])) return;
  said.push({ input: found.input, right: isSaid });
}

const model: QuestionModel = {
  features: [...INPUTS],
  ranker: RANKERS.map((seed) => trainRanker(examples, seed)),
  confidence: RANKERS.map((seed) => trainChance(sure, seed)),
  supported: RANKERS.map((seed) => trainChance(said, seed)),
};
const text = `${JSON.stringify(model)}\n`;
writeFileSync(join(ROOT, 'models', 'questions.json'), text);
say(`models/questions.json: ${text.length} bytes`);
