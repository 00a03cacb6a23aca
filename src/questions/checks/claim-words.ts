import { readWords, type Word } from './wording.ts';

/** A part of a claimed wording: a word, or a place where words may have been left out ("…", "[the country]"). */
export type ClaimPart =
  | { readonly kind: 'word'; readonly word: Word }
  | { readonly kind: 'omission'; readonly text: string };

/** What says that words are left out or replaced: "…", "...", "[…]", "(...)", "[the country]". */
const OMISSION = /[[(]?\s*(?:…|\.\s?\.\s?\.)[.…]*\s*[\])]?|\[[^\]\n]{0,80}\]/g;

/**
 * The parts of a wording that somebody claims to be somebody's.
 *
 * @param bracketed - what words in brackets are: left out or replaced by whoever quotes, or words like others, as an article has
 * them itself
 */
export function readClaimWords(
  text: string,
  bracketed: 'omission' | 'words' = 'omission',
): readonly ClaimPart[] {
  const parts: ClaimPart[] = [];
  const add = (from: number, to: number) => {
    for (const word of readWords(text.slice(from, to))) parts.push({ kind: 'word', word });
  };
  let at = 0;
  for (const { 0: mark, index } of text.matchAll(OMISSION)) {
    if (bracketed === 'words' && /[\p{L}\p{N}]/u.test(mark)) continue;
    add(at, index);
    parts.push({ kind: 'omission', text: mark.trim() });
    at = index + mark.length;
  }
  add(at, text.length);
  const isOmission = (part: ClaimPart | undefined) => part?.kind === 'omission';
  // at its ends a claim is open anyway
  while (isOmission(parts[0])) parts.shift();
  while (isOmission(parts.at(-1))) parts.pop();
  return parts;
}
