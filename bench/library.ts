// How fast are articles added to a library, how long does the bot take to start with many, and how much memory does it take?
//   npm run bench:library [-- ARTICLES... --counts 1000,10000 --database-url postgres://…]
// ARTICLES are folders (default: seeds/). Their texts are topped up to a thousand by copies with their paragraphs in another order,
// and make a library of a thousand articles; ten thousand are ten such libraries. Without --database-url they are kept in the embedded
// database, in a folder that is gone afterwards; with it in that PostgreSQL database, which must be empty and is emptied again. Each
// measurement has a process of its own.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ROOT } from '../src/config.ts';
import { fillFolder } from './ask-corpus.ts';
import type { Adding, Changing, Filling, Starting } from './library-measure.ts';
import { markdownTable } from './markdown-table.ts';

/** The articles of one library. */
const LIBRARY = 1000;

const time = (ms: number): string => (ms >= 1000 ? `${(ms / 1000).toFixed(1)} s` : `${ms.toFixed(0)} ms`);
const megabytes = (bytes: number): string => `${Math.round(bytes / 1024 / 1024)} MB`;

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    counts: { type: 'string', default: '1000,10000' },
    'database-url': { type: 'string' },
  },
});
const counts = values.counts.split(',').map(Number);
const home = mkdtempSync(join(tmpdir(), 'bench-library-'));
const place = values['database-url'] ?? join(home, 'data');
const articles = join(home, 'articles');

/** Measures in a process of its own. */
function measure<T>(kind: string, ...rest: readonly (string | number)[]): T {
  const own = fileURLToPath(new URL('library-measure.ts', import.meta.url));
  const words = [...process.execArgv, '--expose-gc', own, kind, place, articles, ...rest.map(String)];
  const { status, stdout, stderr } = spawnSync(process.execPath, words, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`Measuring ${kind} failed: ${stderr.trim().slice(-500)}`);
  return JSON.parse(stdout);
}

try {
  const copies = fillFolder(
    articles,
    positionals.length > 0 ? positionals : [join(ROOT, 'seeds')],
    Math.min(LIBRARY, Math.max(...counts)),
  );
  console.log(
    `libraries of up to ${LIBRARY} articles, ${copies} of them copies; ${place.replace(/:.*@/, '://…@')}\n`,
  );
  const adding = measure<Adding>('adding');
  console.log(
    `adding ${adding.articles} articles to one library, one after the other: ${adding.perSecond.toFixed(1)} a second,`,
    `median ${time(adding.median)}, slowest ${time(adding.slowest)}\n`,
  );
  const rows: string[][] = [];
  for (const count of counts) {
    const { perSecond } = measure<Filling>('filling', count, LIBRARY);
    const start = measure<Starting>('starting');
    const change = measure<Changing>('changing');
    rows.push([
      String(count),
      perSecond.toFixed(0),
      time(start.opened),
      time(start.firstBatch),
      time(start.loaded),
      time(start.firstAnswer),
      megabytes(start.peak),
      megabytes(start.memory),
      time(change.added),
      time(change.removed),
      time(change.answer),
    ]);
    measure('emptying');
  }
  const heads = [
    'articles',
    'kept a second',
    'database open',
    'first articles',
    'all articles',
    'first answer',
    'most memory',
    'after a clean-up',
    'one more',
    'one removed',
    'answer after that',
  ];
  console.log(markdownTable([heads, ...rows]));
} finally {
  rmSync(home, { recursive: true });
}
