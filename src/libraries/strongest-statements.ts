import type { Statement } from '../archive/archive.ts';

/** How many statements stand for an article. */
const FEW = 3;
/** Between how many characters a statement says something, and can be taken in at a glance. */
const [SHORTEST, LONGEST] = [40, 280];

/**
 * The statements that show best what an article holds, at most three, in the order of its text: somebody's own words before the article's
 * for them, by people and bodies with names, neither a word nor a whole speech, and by different speakers where there are several.
 */
export function strongestStatements(statements: readonly Statement[]): readonly Statement[] {
  const ranked = statements
    .map((statement, place) => ({ statement, place, strength: strengthOf(statement) }))
    .sort((a, b) => b.strength - a.strength || a.place - b.place);
  const heard = new Set<string>();
  const [first, again]: [typeof ranked, typeof ranked] = [[], []];
  for (const one of ranked) {
    const speaker = one.statement.speaker?.id ?? '';
    (heard.has(speaker) ? again : first).push(one);
    heard.add(speaker);
  }
  return [...first, ...again]
    .slice(0, FEW)
    .sort((a, b) => a.place - b.place)
    .map(({ statement }) => statement);
}

/** How well a statement stands for its article: who says it, in whose words, and how long it is. */
function strengthOf({ quote, speaker, role, text, paragraph }: Statement): number {
  const who = speaker?.named ? 4 : speaker ? 1 : 0;
  const words = { direct: 3, mixed: 2, indirect: 0 }[quote.kind];
  const length = text.length < SHORTEST ? 0 : text.length > LONGEST ? 1 : 2;
  // The headline says again what stands below it.
  return who + words + length + (role === null ? 0 : 1) - (paragraph === 0 ? 2 : 0);
}
