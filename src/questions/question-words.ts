import type { Token } from '../language/tokens.ts';
import { DOCUMENTS, GROUPS, ROLE_NOUNS } from '../speakers/titles.ts';
import { framesOf } from './cue-verbs.ts';

/** The words that questions are made of, whatever they ask about. */

/** Verbs that only say that something was said, so that they tell nothing about the topic. */
const SPEAKING = new Set(
  `say tell think state mention talk speak comment add note claim argue believe report remark explain declare announce call
  describe respond reply answer write tweet post quote reckon figure feel`.split(/\s+/),
);

/** Verbs of everyday speech that a question's person does, in their dictionary form, which the tagger may take for nouns. */
const DOING = new Set(
  `want hope fear expect doubt suspect worry figure reckon swear vow pledge promise warn urge blame accuse mock slam blast bash rip
  knock praise thank cheer hail endorse back defend reject refuse admit concede deny dodge insist predict joke quip crack gripe moan
  whine complain grumble rant boast brag hint suggest propose demand compare liken equate label brand dub rate rank size sum react
  respond answer snap fire shoot hit come get give take put make see like love hate blame pin name pick go work find
  try ask beg offer plan agree disagree object support oppose favor favour recall remember share explain break bring turn run look
  need read hear know let use spend pay show mean talk speak`.split(/\s+/),
);

/** Words for people that name nobody, and what somebody is called in a chat. */
export const PEOPLE =
  /^(?:guy|man|woman|lady|gal|dude|bloke|chap|lad|prof|people|folk|team|lawyer|cop|police|person|girl|boy|kid|mother|father|mom|dad|mum|campaign|staff|staffer|group|fan|supporter|voter|hand|backer|neighbor|neighbour|relative|boss|flack|wonk|pundit|dem|democrat|republican|host|anchor|owner|worker|survivor|refugee|immigrant|expert|insider|source|star|reporter|teen|teenager|backer|donor|critic|ally|pal|mate|buddy|ex|org|outfit|firm|union|think tank|paper|site|poll|study|survey|report|column|columnist|spokesman|spokeswoman|spokesperson|academic|scholar|historian|tycoon|mogul|delegate|aide|bigwig|bigshot|chief|head)s?$/;

export const isPersonNoun = (word: string): boolean =>
  PEOPLE.test(word) ||
  ROLE_NOUNS.has(word) ||
  ROLE_NOUNS.has(word.replace(/s$/, '')) ||
  GROUPS.has(word) ||
  DOCUMENTS.has(word);

export const AUXILIARY =
  /^(?:did|does|do|has|have|had|is|was|am|are|were|will|would|can|could|should|'s|’s)$/i;

export const isSpeaking = (token: Token | undefined): boolean => SPEAKING.has(token?.lemma ?? '');

/**
 * Whether a token is a question's verb: one of saying or thinking, one of everyday speech, or what the tagger calls a verb.
 * With `base`, it stands behind "did" and so has no ending.
 */
export function isVerb(token: Token, before: Token | undefined, base: boolean): boolean {
  if (before?.tag === 'DET' || /^(?:the|a|an|that|his|her|their)$/.test(before?.lower ?? '')) return false;
  if (base && /^(?:have|be)$/.test(token.lower)) return true;
  if (base && DOING.has(token.lower)) return true;
  if (
    !base &&
    (token.tag === 'AUX' ||
      AUXILIARY.test(token.lower) ||
      /^(?:doesnt|didnt|dont|isnt|wasnt|cant|couldnt|wont|wouldnt|aint|hasnt|gotta|thinks|oughta|refused|hadnt)$/.test(
        token.lower,
      ))
  )
    return true;
  return (
    framesOf(token.lemma).size > 0 || isSpeaking(token) || DOING.has(token.lemma) || token.tag === 'VERB'
  );
}

/** Tokens as they stand in the text. */
export function textOf(tokens: readonly Token[]): string {
  return tokens
    .map((token, i) => (i > 0 && token.start > (tokens[i - 1]?.end ?? 0) ? ' ' : '') + token.text)
    .join('');
}
