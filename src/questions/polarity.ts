import { foldPlain } from '../language/names.ts';
import { oppositesOf } from '../language/opposites.ts';
import { readTerms, stemOf } from '../language/terms.ts';

/** Words that turn what a sentence says into its opposite. */
const NEGATIONS = new Set(
  `not no never none nobody nothing neither nor without cannot cant wont dont doesnt didnt isnt arent wasnt werent wouldnt
  couldnt shouldnt hasnt havent hadnt unlikely improbable doubtful impossible refuse refuses refused refusing reject rejects
  rejected rejecting deny denies denied denying oppose opposes opposed dispute disputes disputed disputing doubt doubts doubted
  doubting dismiss dismisses dismissed dismissing refute refutes refuted refuting`
    .split(/\s+/)
    .filter(Boolean),
);

/**
 * Whether two texts on the same matter say the same of it rather than the opposite: both negate it or neither does. A word
 * whose opposite the other text has ("unchanged" and "changed") negates too.
 */
export function haveSameSense(one: string, other: string): boolean {
  return isNegated(one, other) === isNegated(other, one);
}

function isNegated(text: string, other: string): boolean {
  const words = foldPlain(text.replace(/n[’']t\b/g, ' not'));
  const others = foldPlain(other);
  const found = words.filter((word, i) => {
    if (word === 'not' && words[i + 1] === 'only') return false;
    if (word === 'rule' || word === 'ruled' || word === 'rules') return words[i + 1] === 'out';
    return (
      NEGATIONS.has(word) || others.some((base) => negatesBy(word, base)) || isOpposed(word, words, others)
    );
  });
  return found.length % 2 === 1;
}

/**
 * Whether the other text has a word's opposite in its place ("weak" for "strong"). Of the two the one that comes first in the
 * alphabet counts, so that a pair turns the sense round once.
 */
function isOpposed(word: string, words: readonly string[], others: readonly string[]): boolean {
  const opposites = oppositesOf(stemOf(word));
  if (opposites.length === 0 || NEGATIONS.has(word) || others.includes(word)) return false;
  return others.some(
    (other) =>
      word < other &&
      opposites.includes(stemOf(other)) &&
      !words.includes(other) &&
      // these have been counted already
      !NEGATIONS.has(other) &&
      !areOpposites(word, other),
  );
}

/** Whether one word is the other with a prefix that turns its meaning round: "likely" and "unlikely". */
export const areOpposites = (a: string, b: string): boolean => negatesBy(a, b) || negatesBy(b, a);

const negatesBy = (word: string, base: string): boolean =>
  base.length > 2 &&
  word.endsWith(base) &&
  /^(?:un|in|im|ir|il|dis|non|anti)$/.test(word.slice(0, -base.length));

/** Where one clause of a sentence ends and another begins. */
const CLAUSES = /[,;:.!?…—–]|\b(?:but|because|although|though|while|whereas|unless|and)\b/i;

/** A text read for what opposes it: its words in one run, all its stems, and its clauses with their words' stems. */
type ClauseReading = {
  readonly run: string;
  readonly stems: ReadonlySet<string>;
  readonly clauses: readonly { readonly clause: string; readonly stems: readonly string[] }[];
};

/** Texts read before: the likeliest statements come again and again. Emptied when it is full. */
const readings = new Map<string, ClauseReading>();
const MOST_READINGS = 10_000;

function readClauses(text: string): ClauseReading {
  const known = readings.get(text);
  if (known) return known;
  const stemsOf = (clause: string) => readTerms(`the ${clause}`).map(({ stem }) => stem);
  const clauses = text.split(CLAUSES).map((clause) => ({ clause, stems: stemsOf(clause) }));
  const reading = {
    run: ` ${foldPlain(text).join(' ')} `,
    stems: new Set(clauses.flatMap(({ stems }) => stems)),
    clauses,
  };
  if (readings.size >= MOST_READINGS) readings.clear();
  readings.set(text, reading);
  return reading;
}

/**
 * Whether a text says the opposite of a claim that it is on the matter of: a claim whose words stand in it in one run isn't
 * opposed, and of a longer text only the clauses count that have words of the claim.
 */
export function opposes(claim: string, text: string): boolean {
  const { run, clauses } = readClauses(text);
  const claimed = readClauses(claim);
  if (run.includes(claimed.run)) return false;
  const counted = clauses.map(({ clause, stems }) => ({
    clause,
    shared: stems.filter((stem) => claimed.stems.has(stem)).length,
  }));
  const most = Math.max(...counted.map(({ shared }) => shared));
  const on = counted.filter(({ shared }) => shared > 0 && shared >= most / 2).map(({ clause }) => clause);
  return !haveSameSense(claim, on.length > 0 ? on.join(' ') : text);
}

/** How many words of a text turn its sense round. */
export const countNegations = (text: string): number =>
  foldPlain(text.replace(/n[’']t\b/g, ' not')).filter((word) => NEGATIONS.has(word)).length;
