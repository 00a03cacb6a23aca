import { AUXILIARY } from '../question-words.ts';

/** The words beside which a time or "latest" in a question is read as the time of saying. */

const SAYING =
  /^(?:sa(?:y|ys|id|ying)|talk(?:s|ed|ing)?|spe(?:ak|aks|aking)|spoken?|tells?|told|telling|(?:mention|claim|comment|tweet|post|warn|call|respond|react|vow|predict|stress|insist|explain|ask|answer|remark|express|add|discuss|pledge|admit|boast|joke|attack|condemn|slam|slamm|mock|thank)(?:s|es|ed|ing)?|(?:promis|announc|declar|argu|describ|not|criticiz|criticis|prais|blam|welcom|endors|accus|den[iy]|repl[iy]|propos)(?:e|es|ed|ies|ied|y)|think(?:s|ing)?|thought|believed?|wr(?:ite|ites|ote|itten)|quote[ds]?)$/;
const WORDS =
  /^(?:quotes?|quotations?|statements?|comments?|remarks?|words?|things?|tweets?|posts?|messages?|speech(?:es)?|interviews?|answers?|reactions?|responses?|repl(?:y|ies)|positions?|stances?|views?|opinions?|arguments?|claims?|promises?|pledges?|warnings?|everything|anything|something|news|updates?)$/;
const MATTER = /^(?:about|on|of|regarding|concerning|re)$/;
const BESIDE = /^(?:to|at|in|during|with|against|by|from|for)$/;
const DANGLING =
  /^(?:on|in|at|the|an?|of|for|to|from|with|about|by|that|and|or|this|between|since|regarding|concerning|until|before|after|than|as|vs|versus|his|her|their|its|my|our|your|every|each|next|last|when|where|whether|if|how|why|like|into|over|under)$/;
const CLAUSE =
  /\b(?:will|would|won['’]?t|shall|is|are|was|were|am|isn['’]?t|aren['’]?t|wasn['’]?t|weren['’]?t|has|have|had|can|could|cannot|can['’]?t|should|might|must|does|did|going|happen(?:s|ed)?|starts?|started|begins?|began|ends?|ended|he['’]?ll|they['’]?ll|he['’]?d|\w+['’]ll)\b/i;
const ASKS =
  /^(?:who|whom|whose|what|whats|when|where|which|why|how|did|does|do|has|have|had|is|was|are|were|can|could|tell|show|find|give|list|anyone|anybody)$/;

/** A word of a question without the marks around it, in lower case. */
export const plainWord = (word: string | undefined): string =>
  (word ?? '')
    .toLowerCase()
    .replace(/^[“"(‘']+|[”",.:;?!)]+$/g, '')
    .replace(/[’']s$/, '');

export const isSayingVerb = (word: string | undefined): boolean => SAYING.test(plainWord(word));
/** Whether a word stands for what is said: "quotes", "statement", "everything". */
export const isWordsNoun = (word: string | undefined): boolean => WORDS.test(plainWord(word));
/** Whether what follows a verb of saying is a matter: "about". */
export const isMatterWord = (word: string | undefined): boolean => MATTER.test(plainWord(word));
/** Whether what follows a verb of saying is neither a claim nor a matter: "to reporters", "in Ohio". */
export const isBesideWord = (word: string | undefined): boolean => BESIDE.test(plainWord(word));
/** Whether a word can't end a question, so that what follows belongs to it: "about" in "about last year". */
export const isDangling = (word: string | undefined): boolean => DANGLING.test(plainWord(word));
/** Whether words hold a clause, which may have a time of its own. */
export const holdsClause = (words: readonly string[]): boolean => CLAUSE.test(words.join(' '));
export const asks = (word: string | undefined): boolean => ASKS.test(plainWord(word));
export const isAuxiliary = (word: string | undefined): boolean =>
  AUXILIARY.test(plainWord(word)) || /^(?:may|might|must)$/.test(plainWord(word));
