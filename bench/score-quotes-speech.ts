import { tag } from '../src/language/tagger.ts';
import { framesOf } from '../src/questions/cue-verbs.ts';

const listed = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

/** Verbs of thinking, wishing and taking sides: they take contents as verbs of saying do, but nobody need have spoken. */
const SILENT = listed(
  `think believe feel hope fear worry doubt suspect reckon assume expect know understand realize learn want wish regard view
  deem oppose support reject defend welcome estimate wonder`,
);

/** What tells of speech without being a verb that takes a content of its own. */
const TELLING = listed(
  `accord accuse apologize blame chant cite criticize discuss indicate name plead point quote read refer speak talk thank
  tout`,
);

/** What stands before the word that counts. */
const LEADING = listed(
  `be have do will would can could may might shall should must not n't never ever also even just still already later then now
  again often once first long to and or but who which that both begin start go on`,
);

/**
 * Whether a cue tells of words spoken or written, not of a thought: its first word that is no auxiliary and no adverb is a
 * verb of saying, or it is a colon.
 */
export function isSpeechCue(cue: string): boolean {
  const { words, lemmas, tags } = tag(cue);
  const isHead = (i: number) =>
    /[a-z]|:/i.test(words[i] ?? '') &&
    !LEADING.has(lemmas[i] ?? '') &&
    (tags[i] !== 'ADV' || isTelling(lemmas[i] ?? ''));
  const head = words.findIndex((_, i) => isHead(i));
  return head >= 0 && (words[head] === ':' || isTelling(lemmas[head] ?? ''));
}

const isTelling = (lemma: string): boolean =>
  TELLING.has(lemma) || (framesOf(lemma).size > 0 && !SILENT.has(lemma));
