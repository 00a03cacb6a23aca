import { foldPlain } from '../language/names.ts';

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
    return NEGATIONS.has(word) || others.some((base) => negatesBy(word, base));
  });
  return found.length % 2 === 1;
}

/** Whether one word is the other with a prefix that turns its meaning round: "likely" and "unlikely". */
export const areOpposites = (a: string, b: string): boolean => negatesBy(a, b) || negatesBy(b, a);

const negatesBy = (word: string, base: string): boolean =>
  base.length > 2 &&
  word.endsWith(base) &&
  /^(?:un|in|im|ir|il|dis|non|anti)$/.test(word.slice(0, -base.length));
