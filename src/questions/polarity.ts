import { foldPlain } from '../language/names.ts';

/** Words that turn what a sentence says into its opposite. */
const NEGATIONS = new Set(
  `not no never none nobody nothing neither nor without cannot cant wont dont doesnt didnt isnt arent wasnt werent wouldnt
  couldnt shouldnt hasnt havent hadnt unlikely impossible refuse refuses refused refusing reject rejects rejected rejecting
  deny denies denied denying oppose opposes opposed rule`
    .split(/\s+/)
    .filter(Boolean),
);

/** Whether a text says that something is not so: true where it holds an odd number of words that negate. */
export function isNegated(text: string): boolean {
  const words = foldPlain(text.replace(/n[’']t\b/g, ' not'));
  const found = words.filter(
    (word, i) =>
      NEGATIONS.has(word) &&
      (word !== 'rule' || words.includes('out')) &&
      !(word === 'not' && words[i + 1] === 'only'),
  );
  return found.length % 2 === 1;
}

/** Whether one word is the other with a prefix that turns its meaning round: "likely" and "unlikely". */
export function areOpposites(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return (
    short.length > 2 &&
    long.endsWith(short) &&
    /^(?:un|in|im|ir|il|dis|non|anti)$/.test(long.slice(0, -short.length))
  );
}
