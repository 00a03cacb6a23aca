import { pino } from 'pino';
import { openStorage, type StoragePlace } from '../../src/storage/open-storage.ts';
import { killedArticle, killedReading } from './kill-articles.ts';

/**
 * Adds articles to the place that the first argument names, one after the other, until it is killed. Each line that it prints is a name
 * of an article that is confirmed; the second argument stands in them, so that no other process has the same.
 */
async function addUntilKilled(place: StoragePlace, own: string): Promise<void> {
  process.stdout.write('loaded\n');
  const storage = await openStorage(place, pino({ level: 'silent' }));
  for (let number = 1; ; number += 1) {
    const name = `${own}-${number}`;
    const { kind } = await storage.articles.add(killedArticle(name), killedReading(name), 1_000_000);
    // On a pipe this returns when the line is written.
    if (kind === 'added') process.stdout.write(`${name}\n`);
  }
}

const [place = '{}', own = ''] = process.argv.slice(2);
void addUntilKilled(JSON.parse(place), own);
