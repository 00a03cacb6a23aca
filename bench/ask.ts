// How fast is the archive opened, how fast are answers, and how much memory does it take? And plain search libraries, over the
// same quotes with the same questions?
//   npm run bench:ask [-- ARTICLES... --count 1000 --growth 1,10,100 --questions FILE]
// ARTICLES are folders (default: seeds/). Their texts are topped up to `count` by copies with their paragraphs in another
// order. More than that many, for `growth`, are copies in which a third of the different words, names too, are replaced by others
// of the same length; their quotes aren't read anew. Questions: a file of JSON lines with `question` (default:
// bench/questions.jsonl). Each measurement has a process of its own, and an empty cache where it says cold.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { ROOT } from '../src/config.ts';
import { fillFolder } from './ask-corpus.ts';
import type { Asking, Opening } from './ask-measure.ts';
import { markdownTable } from './markdown-table.ts';

/** What is measured, in the order of the tables. */
const ENGINES = [
  'On Record, whole answers',
  'On Record, search alone',
  'On Record, speakers alone',
  'MiniSearch',
  'Orama',
  'FlexSearch',
];
/** A library that would take longer than this to read its quotes, in milliseconds, going by the step before, is left out. */
const LONGEST_BUILD = 120_000;
/** How often the archive is opened from its cache; the middle one counts. */
const OPENINGS = 5;

const time = (ms: number): string =>
  ms >= 1000 ? `${(ms / 1000).toFixed(1)} s` : `${ms.toFixed(ms < 10 ? 2 : 0)} ms`;
const megabytes = (bytes: number): string => `${Math.round(bytes / 1024 / 1024)} MB`;

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    count: { type: 'string', default: '1000' },
    growth: { type: 'string', default: '1,10' },
    questions: { type: 'string', default: join(ROOT, 'bench', 'questions.jsonl') },
  },
});
const folders = positionals.length > 0 ? positionals : [join(ROOT, 'seeds')];
const count = Number(values.count);
const growth = values.growth.split(',').map(Number);
const questions = readFileSync(values.questions, 'utf8')
  .split('\n')
  .filter((line) => line.trim() !== '')
  .map((line) => z.object({ question: z.string() }).parse(JSON.parse(line)).question);

const home = mkdtempSync(join(tmpdir(), 'bench-ask-'));
const [articles, cache, questionFile] = ['articles', 'cache', 'questions.json'].map((name) =>
  join(home, name),
) as [string, string, string];

/** Measures in a process of its own; null where it breaks down, for want of memory for one. */
function measure<T>(kind: 'opening' | 'asking', ...rest: readonly string[]): T | null {
  const own = fileURLToPath(new URL('ask-measure.ts', import.meta.url));
  const memory = Math.floor((totalmem() / 2 ** 20) * 0.8);
  const flags = kind === 'asking' ? ['--expose-gc', `--max-old-space-size=${memory}`] : [];
  const words = [...process.execArgv, ...flags, own, kind, articles, cache, questionFile, ...rest];
  const { status, stdout, stderr } = spawnSync(process.execPath, words, { encoding: 'utf8' });
  if (status === 0) return JSON.parse(stdout);
  console.error(
    `measuring ${[kind, ...rest].join(' ')} failed: ${/^.*Error.*$/m.exec(stderr)?.[0] ?? stderr.trim().slice(-200)}`,
  );
  return null;
}

function openingTable(): string {
  const cold = measure<Opening>('opening');
  const warm = Array.from({ length: OPENINGS }, () => measure<Opening>('opening'))
    .flatMap((opening) => opening ?? [])
    .sort((a, b) => a.firstAnswer - b.firstAnswer)[Math.floor(OPENINGS / 2)];
  if (!cold || !warm) throw new Error('The archive could not be opened.');
  const row = (name: string, { firstArticles, whole, firstAnswer, peak }: Opening) => [
    name,
    time(firstArticles),
    time(whole),
    time(firstAnswer),
    megabytes(peak),
  ];
  const heads = [
    'since the process started',
    'first articles',
    'all articles',
    'first answer',
    'most memory',
  ];
  console.log(`articles: ${cold.articles}, quotes: ${cold.statements}, questions: ${questions.length}\n`);
  return markdownTable([heads, row('cold', cold), row('with the cache', warm)]);
}

function askingTable(): string {
  const heads = ['', 'articles', 'quotes', 'speakers', 'first answer', 'median', 'p99', 'memory'];
  const rows: string[][] = [];
  const last = new Map<string, { readonly times: number; readonly built: number }>();
  for (const times of growth)
    for (const engine of ENGINES) {
      console.error(`${engine}, ${count * times} articles …`);
      const before = last.get(engine);
      const expected = before ? (before.built * times) / before.times : 0;
      const left = [engine, String(count * times)];
      if (expected > LONGEST_BUILD || before?.built === Number.POSITIVE_INFINITY) {
        rows.push([...left, '', '', `left out: ${time(expected)} or more`, '', '', '']);
        continue;
      }
      const asking = measure<Asking>('asking', engine, String(times));
      last.set(engine, { times, built: asking?.built ?? Number.POSITIVE_INFINITY });
      rows.push(
        asking
          ? [
              ...left,
              String(asking.statements),
              String(asking.speakers),
              time(asking.built),
              time(asking.median),
              time(asking.p99),
              megabytes(asking.memory),
            ]
          : [...left, '', '', 'broke down', '', '', ''],
      );
    }
  return markdownTable([heads, ...rows]);
}

try {
  const copies = fillFolder(articles, folders, count);
  writeFileSync(questionFile, JSON.stringify(questions));
  console.log(`${count} articles, ${copies} of them copies with their paragraphs in another order`);
  console.log(`${openingTable()}\n`);
  console.log(askingTable());
} finally {
  rmSync(home, { recursive: true });
}
