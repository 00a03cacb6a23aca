import MiniSearch from 'minisearch';
import type { StatementIndex } from './statement-index.ts';

/** The most words that one stands for that is nowhere. */
const MOST_NEAR = 3;

/** Knows which stems of an index are spelt nearly like one that isn't in it. */
export type Spelling = {
  /** Stems that begin with the given one, or have a letter or two otherwise; the nearest first, at most three. */
  near(stem: string): readonly string[];
};

/** The spelling of an index's stems; they are read at the first question, and those that have come since at the next ones. */
export function createSpelling(index: Pick<StatementIndex, 'stems' | 'size'>): Spelling {
  const search = new MiniSearch<{ readonly id: string }>({
    fields: ['id'],
    tokenize: (stem) => [stem],
    processTerm: (stem) => stem,
    searchOptions: {
      fuzzy: (stem) => (stem.length > 5 ? 0.15 : false),
      prefix: (stem) => stem.length > 4,
    },
  });
  let read = 0;
  return {
    near(stem) {
      if (read < index.size) {
        search.addAll([...index.stems()].slice(read).map((id) => ({ id })));
        read = index.size;
      }
      return search
        .search(stem)
        .slice(0, MOST_NEAR)
        .map(({ id }) => id as string);
    },
  };
}
