import type { Span } from '../language/span.ts';
import type { Quote } from './quote.ts';

/** What opens and closes a quotation, also as some papers write it with two apostrophes or entities. */
const OPENING = /^(?:\\?"|''|&(?:quot|ldquo|lsquo|laquo|bdquo|#8220|#8216|#171|#34|#39);|[“”"„«»‘'])/i;
const CLOSING = /(?:\\"|''|&(?:quot|rdquo|rsquo|raquo|ldquo|#8221|#8217|#187|#34|#39);|[”"“»«’'])$/i;

/**
 * The words of a quote as they are shown: without the quotation marks around a piece that is all quoted, without the
 * "that" before what was said, and without a comma that only leads on to the cue. What somebody denies is shown with the denial.
 */
export function wordingOf(text: string, { content, cue, kind }: Quote): readonly Span[] {
  const denial = kind === 'direct' ? null : denialBefore(text, cue, content);
  if (denial) return [[denial[0], content[0]?.[1] ?? denial[1]], ...content.slice(1)];
  const worded = content
    .map((span) =>
      withoutThat(text, kind === 'direct' ? withoutMarks(text, span) : wholeQuotation(text, span)),
    )
    .map((span) => withoutComma(text, span))
    .filter(([start, end]) => start < end);
  return worded.length > 0 ? worded : content;
}

const DENIAL =
  /\b(?:den(?:y|ied|ies|ying)|rul(?:e|ed|es|ing) out|(?:reject|disput|doubt|dismiss|refut|rebut|disavow|disagre)\w*)\b/i;

/** The cue right before a content, where it is one of denying: without it the content would say the opposite. */
function denialBefore(text: string, cue: readonly Span[], content: readonly Span[]): Span | null {
  const [span] = cue;
  const [first] = content;
  if (!span || !first || cue.length > 1 || !DENIAL.test(text.slice(...span))) return null;
  return span[1] <= first[0] && /^\s*$/.test(text.slice(span[1], first[0])) ? span : null;
}

const spaceAt = (text: string, at: number): boolean => /\s/.test(text[at] ?? '');

function withoutMarks(text: string, [from, to]: Span): Span {
  let [start, end] = [from, to];
  const opened = OPENING.exec(text.slice(start, Math.min(end, start + 8)))?.[0].length ?? 0;
  start += opened;
  const stop = /[.,;]?$/.exec(text.slice(start, end))?.[0].length ?? 0;
  const closing = CLOSING.exec(text.slice(Math.max(start, end - 8), end)) ?? null;
  if (closing) end -= closing[0].length;
  else if (stop > 0 && CLOSING.test(text.slice(Math.max(start, end - stop - 8), end - stop)))
    end -= stop + (CLOSING.exec(text.slice(Math.max(start, end - stop - 8), end - stop))?.[0].length ?? 0);
  while (start < end && spaceAt(text, start)) start++;
  while (end > start && spaceAt(text, end - 1)) end--;
  return [start, end];
}

/** A mixed or indirect piece keeps its marks unless one pair holds all of it. */
function wholeQuotation(text: string, span: Span): Span {
  const inner = withoutMarks(text, span);
  const opened = inner[0] > span[0];
  const closed = inner[1] < span[1];
  return opened && closed && !/[“”"„«»]/.test(text.slice(...inner)) ? inner : span;
}

function withoutThat(text: string, [start, end]: Span): Span {
  const that = /^that,?\s+(?=\S)/i.exec(text.slice(start, Math.min(end, start + 8)));
  return that && end - start > that[0].length + 12 ? [start + that[0].length, end] : [start, end];
}

function withoutComma(text: string, [start, end]: Span): Span {
  const comma = /[\s,;:—–]+$/.exec(text.slice(Math.max(start, end - 4), end));
  return comma ? [start, end - comma[0].length] : [start, end];
}
