import { placeOf } from '../../language/places.ts';
import type { Word } from './wording.ts';
import type { Step } from './wording-difference.ts';

/** What a change of words changes in the sense: a negation put in or left out, a word for its opposite, a number, a name. */
export type SenseChange = 'negation' | 'antonym' | 'number' | 'name';

const NEGATIONS = new Set(
  'not never no none nobody nothing neither nor without hardly barely nowhere dont doesnt didnt isnt arent wasnt werent wont cant couldnt wouldnt shouldnt'.split(
    ' ',
  ),
);
/** Words before a clause that say that it isn't so, or that it isn't what somebody says. */
const DENIALS =
  /^(?:den(?:y|ies|ied|ying)|refut(?:e|es|ed|ing)|reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|doubt(?:s|ed|ing)?|false|untrue|wrong|nonsense|unlikely|impossible|refus(?:e|es|ed|ing))$/;
const PREFIXED = /^(?:un|in|im|ir|il|dis|non|anti)$/;

/** Pairs of opposites, each in the forms that it has. */
const ANTONYMS =
  `more/less most/least increase/decrease increases/decreases increased/decreased rise/fall rises/falls rose/fell
  rising/falling up/down grow/shrink growing/shrinking higher/lower high/low highest/lowest support/oppose supports/opposes
  supported/opposed for/against accept/reject accepts/rejects accepted/rejected win/lose wins/loses won/lost winning/losing
  always/never good/bad better/worse best/worst strong/weak stronger/weaker strength/weakness safe/dangerous safer/riskier
  open/closed open/close opened/closed start/stop begin/end before/after true/false guilty/innocent allow/ban allowed/banned
  love/hate agree/disagree agrees/disagrees possible/impossible with/without friend/enemy ally/enemy success/failure
  succeed/fail succeeded/failed early/late earlier/later buy/sell gain/loss gains/losses legal/illegal peace/war right/wrong
  everyone/nobody everybody/nobody everything/nothing all/none many/few easy/hard easier/harder faster/slower include/exclude
  proud/ashamed optimistic/pessimistic happy/unhappy confirm/deny confirmed/denied ready/unready stay/leave join/leave
  remain/leave enough/insufficient raise/cut raised/cut create/destroy big/small bigger/smaller positive/negative`
    .split(/\s+/)
    .map((pair) => pair.split('/') as [string, string]);
const opposites = new Map<string, Set<string>>();
for (const [one, other] of ANTONYMS)
  for (const [a, b] of [
    [one, other],
    [other, one],
  ] as const)
    opposites.set(a, (opposites.get(a) ?? new Set()).add(b));

const areOpposite = (a: string, b: string): boolean =>
  opposites.get(a)?.has(b) === true || isPrefixed(a, b) || isPrefixed(b, a);

const isPrefixed = (word: string, base: string): boolean =>
  base.length > 3 && word.endsWith(base) && PREFIXED.test(word.slice(0, -base.length));

/** How many words a claim may say it left out before nobody can tell whose a negation among them is. */
const SHORT_OMISSION = 3;

/** What the difference between a claim and an article's words changes in the sense; null where nothing of that kind. */
export function senseChangeOf(steps: readonly Step[]): SenseChange | null {
  const groups = changedGroups(steps);
  const negations = groups.reduce(
    (sum, { claimed, printed }) => sum + countNegations(claimed) + countNegations(printed),
    0,
  );
  if (negations % 2 === 1) return 'negation';
  if (groups.some(({ claimed, printed }) => haveOpposites(claimed, printed))) return 'antonym';
  if (groups.some(({ claimed }) => claimed.some(({ key }) => /\d/.test(key)))) return 'number';
  if (groups.some(({ claimed, printed }) => changesName(claimed, printed))) return 'name';
  return null;
}

/** Whether words that stand right before a clause say that it isn't so. */
export const isDeniedBy = (before: readonly Word[]): boolean =>
  (countNegations(before) + before.filter(({ key }) => DENIALS.test(key)).length) % 2 === 1;

type Group = { readonly claimed: readonly Word[]; readonly printed: readonly Word[] };

function changedGroups(steps: readonly Step[]): readonly Group[] {
  const groups: { claimed: Word[]; printed: Word[] }[] = [{ claimed: [], printed: [] }];
  let omitted: Word[] = [];
  const closeOmission = () => {
    if (omitted.length <= SHORT_OMISSION) groups.at(-1)?.printed.push(...omitted);
    omitted = [];
  };
  for (const step of steps) {
    if (step.kind === 'printed' && step.marked) {
      omitted.push(step.word);
      continue;
    }
    closeOmission();
    if (step.kind === 'same') groups.push({ claimed: [], printed: [] });
    else groups.at(-1)?.[step.kind].push(step.word);
  }
  closeOmission();
  return groups;
}

const countNegations = (words: readonly Word[]): number =>
  words.filter(({ key }, i) => NEGATIONS.has(key) && !(key === 'not' && words[i + 1]?.key === 'only')).length;

const haveOpposites = (claimed: readonly Word[], printed: readonly Word[]): boolean =>
  claimed.length <= 4 && claimed.some((a) => printed.some((b) => areOpposite(a.key, b.key)));

/** A name in the claim that stands for another name, or for other words, of the article. */
function changesName(claimed: readonly Word[], printed: readonly Word[]): boolean {
  const isName = ({ text, key, weight }: Word) =>
    weight > 0 && (/^[^\p{L}]*\p{Lu}/u.test(text) || placeOf(key) !== undefined);
  return claimed.some(isName) && printed.some(isName);
}
