import type { Archive, Statement } from '../../archive/archive.ts';
import type { LibraryId } from '../../articles/article.ts';
import { choicesFor } from '../choices.ts';
import type { Check, CheckKind, Whose } from './check.ts';
import { readClaimWords } from './claim-words.ts';
import { type ClaimedSpeaker, findClaimedSpeaker, whoseIs } from './claimed-speaker.ts';
import { type Claim, readClaims } from './claims.ts';
import { findParaphrase, type Paraphrase } from './find-paraphrase.ts';
import { claimText, findWording, type WordingFound } from './find-wording.ts';
import { readWords, tellingOf } from './wording.ts';
import { changesOf } from './wording-difference.ts';

/** How much likelier another's statement must be than one of whoever is claimed to have said it, to be the one that is meant. */
const CLAIMED_FIRST = 0.15;
/** The most people of a claimed name whose statements are each asked for a paraphrase. */
const MOST_CLAIMED = 3;
/** Less says nothing that somebody may have said in other words: how many words, and how telling they are. */
const LEAST = { words: 3, telling: 1.3 } as const;
/** The most sentences of an unmarked text that are looked for one by one. */
const MOST_SENTENCES = 8;

/**
 * Checks what a message or a typed statement has somebody say against the articles: each of its quotations, at most three, or,
 * where it marks none, its words as a whole or its sentence that is found best. Empty where it has no words.
 *
 * @param speaker - who is claimed to have said it, where that is given apart; otherwise whom the message names counts
 */
export function checkMessage(
  typed: string,
  speaker: string | null,
  archive: Archive,
  libraries: readonly LibraryId[],
): readonly Check[] {
  return readClaims(typed).map((claim) =>
    checkClaim({ ...claim, speaker: speaker ?? claim.speaker }, archive, libraries),
  );
}

/**
 * Checks the first thing that a message has somebody say, as {@link checkMessage} does.
 *
 * @throws RangeError where the statement has no words
 */
export function checkStatement(
  statement: string,
  speaker: string | null,
  archive: Archive,
  libraries: readonly LibraryId[],
): Check {
  const [first] = checkMessage(statement, speaker, archive, libraries);
  if (!first) throw new RangeError('There are no words to check.');
  return first;
}

/** What a claim is checked with. */
type Checking = {
  readonly claim: Claim;
  readonly claimed: ClaimedSpeaker | null;
  readonly archive: Archive;
  readonly libraries: readonly LibraryId[];
};

function checkClaim(claim: Claim, archive: Archive, libraries: readonly LibraryId[]): Check {
  const claimed = claim.speaker === null ? null : findClaimedSpeaker(claim.speaker, archive, libraries);
  const checking = { claim, claimed, archive, libraries };
  const byWording = checkWording(checking);
  if (byWording) return byWording;
  const words = readWords(claim.words);
  if (words.length >= LEAST.words && tellingOf(words) >= LEAST.telling) return checkMeaning(checking);
  return { ...baseOf(checking), isTooShort: true };
}

/** What the articles have of a claim's words; null where they don't have them. */
function checkWording(checking: Checking): Check | null {
  const { claim, claimed } = checking;
  const found = textsOf(claim)
    .map((text) => wordingsOf(text, checking))
    .find((wordings) => wordings.length > 0);
  const [likest] = found ?? [];
  if (!found || !likest) return null;
  const isTheirs = ({ statement }: WordingFound) => whoseIs(statement, claimed) !== 'another';
  const theirs = found.find((one) => isTheirs(one) && one.likeness >= likest.likeness - CLAIMED_FIRST);
  const best = theirs ?? likest;
  const whose = whoseIs(best.statement, claimed);
  const isOpposite = best.sense === 'negation' || best.sense === 'antonym';
  // whoever is claimed to have said it may have said so in other words, and another the opposite of it
  if (whose === 'another' && isOpposite) return null;
  const alike = found.filter(
    (one) => one !== best && one.wording === best.wording && one.likeness >= best.likeness,
  );
  const bySame = ({ statement: { speaker } }: WordingFound) =>
    speaker !== null && speaker.id === best.statement.speaker?.id;
  return {
    ...baseOf(checking),
    kind: isOpposite ? 'opposite' : kindFor(whose, best.wording === 'verbatim' ? 'verbatim' : 'altered'),
    statement: best.statement,
    whose,
    wording: best.wording,
    sense: best.sense,
    changes: best.wording === 'verbatim' ? [] : changesOf(best.steps),
    also: alike.filter(bySame).map(({ statement }) => statement),
    others: whose === 'anybody' ? alike.filter((one) => !bySame(one)).map(({ statement }) => statement) : [],
    choices: whose === 'another' ? choicesOf(checking) : [],
  };
}

/** The texts that a claim's words are looked for in turn: all of them, then, where nothing marks them as one, each sentence. */
function textsOf({ words, quoted }: Claim): readonly string[] {
  if (quoted) return [words];
  const sentences = words.split(/(?<=[.!?…]["”)]?)\s+/).slice(0, MOST_SENTENCES);
  return sentences.length > 1 ? [words, ...sentences] : [words];
}

function wordingsOf(text: string, { claim, claimed, archive, libraries }: Checking): readonly WordingFound[] {
  const isClaimed = (statement: Statement) => whoseIs(statement, claimed) === 'claimed';
  const find = (bracketed: 'omission' | 'words') =>
    findWording(readClaimWords(text, bracketed), claim.quoted, isClaimed, archive, libraries);
  const found = text.includes('[') ? find('words') : [];
  return found[0]?.wording === 'verbatim' ? found : find('omission');
}

const kindFor = (whose: Whose, kind: CheckKind): CheckKind =>
  whose === 'another' ? 'said-by-another' : kind;

/** What the articles have of a claim in other words. */
function checkMeaning(checking: Checking): Check {
  const { claim, claimed, archive, libraries } = checking;
  const words = claimText(readClaimWords(claim.words));
  const ask = (speaker: string | null) => findParaphrase(words, speaker, archive, libraries);
  const own = (claimed?.entries ?? []).slice(0, MOST_CLAIMED).map(({ speaker }) => ask(speaker.id));
  const theirs = own.find(({ kind }) => kind !== 'none');
  if (theirs) return meaningCheck(checking, theirs);
  const anybody = ask(null);
  if (anybody.kind === 'none' || (claimed !== null && anybody.kind === 'opposite'))
    return notFound(checking, own, anybody);
  return meaningCheck(checking, anybody);
}

function meaningCheck(checking: Checking, found: Paraphrase): Check {
  if (found.kind === 'none') return notFound(checking, [found]);
  const { statement, matching, also } = found.support;
  const whose = whoseIs(statement, checking.claimed);
  return {
    ...baseOf(checking),
    kind: kindFor(whose, found.kind),
    statement,
    whose,
    wording: 'paraphrase',
    matching,
    also,
    choices: whose === 'another' ? choicesOf(checking) : [],
  };
}

/** Nobody said it: with the nearest statement, of whoever is claimed to have said it where there is one. */
function notFound(checking: Checking, own: readonly Paraphrase[], anybody?: Paraphrase): Check {
  const nearest = [...own, ...(anybody ? [anybody] : [])]
    .map((found) => (found.kind === 'none' ? found.nearest : found.support))
    .filter((support) => support !== null);
  const [first] = nearest;
  return {
    ...baseOf(checking),
    statement: first?.statement ?? null,
    whose: first ? whoseIs(first.statement, checking.claimed) : 'anybody',
    matching: first?.matching ?? [],
    choices: choicesOf(checking),
  };
}

const choicesOf = ({ claim, archive, libraries }: Checking) => choicesFor(claim.speaker, archive, libraries);

const baseOf = ({ claim, claimed }: Checking): Check => ({
  claim,
  kind: 'not-found',
  statement: null,
  whose: 'anybody',
  wording: null,
  sense: null,
  changes: [],
  matching: [],
  also: [],
  others: [],
  isTooShort: false,
  isQuoted: claimed === null || claimed.entries.length > 0,
  choices: [],
});
