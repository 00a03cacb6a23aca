import { textAt } from '../language/span.ts';
import type { Quote } from './quote.ts';

const NEGATED = /(?:\b(?:not|never|cannot|nor|without)|n['’]t)\b/i;
/** What one denies by not doing it: "did not rule out". */
const DENIAL =
  /\b(?:den(?:y|ied|ies|ying)|rul(?:e|ed|es|ing) out|disput\w+|doubt\w*|hid(?:e|ing|den)|object\w*)\b/i;
const SILENT =
  /\b(?:declin|refus|avoid)\w*\b.*\b(?:say|saying|comment\w*|discuss\w*|answer\w*|elaborat\w+|speculat\w+|name|identify|disclose|reveal|respond\w*)\b/i;
const POSSIBLE = /^(?:may|might|could|should)\b/i;
const PASSIVE =
  /^(?:is|are|was|were|been|being|be)\b.*(?:ed|said|told|thought|known|seen|understood|heard)$/i;

/** The fewest words of an indirect quote that says something. */
const FEWEST_WORDS = 3;

/**
 * Whether somebody has said or thinks what a quote holds. The rest are attributions too, but nothing to answer with: what
 * was not said ("declined to say whether"), may be said, is said by nobody in particular ("is expected"), or is no more
 * than a word or two without quotation marks ("said nothing").
 */
export function isStated(text: string, { content, cue, source, kind }: Quote): boolean {
  const words = textAt(text, cue);
  const before = text.slice(Math.max(0, (cue[0]?.[0] ?? 0) - 12), cue[0]?.[0] ?? 0);
  const negated = NEGATED.test(words) || /(?:n['’]t|\b(?:not|never))\s+$/i.test(before);
  if (negated && !DENIAL.test(words)) return false;
  if (SILENT.test(words) || POSSIBLE.test(words)) return false;
  if (kind !== 'indirect') return true;
  const [speaker] = source;
  if (!speaker || (PASSIVE.test(words) && speaker[0] < (cue[0]?.[0] ?? 0))) return false;
  const said = textAt(text, content);
  if (/^not to be (?:named|identified|quoted)/i.test(said)) return false;
  return said.split(/\s+/).length >= FEWEST_WORDS;
}
