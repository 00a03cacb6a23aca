import type { Span } from '../articles/article.ts';
import { standingOf } from './abbreviations.ts';
import { findQuotations } from './quotation-marks.ts';

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

/** The sentences of a paragraph, with the space behind each; none ends at an abbreviation or within quotation marks. */
export function sentencesOf(text: string, [start, end]: Span): readonly Span[] {
  const quotations = findQuotations(text, [start, end]);
  const sentences: Span[] = [];
  let [from, quotation] = [start, 0];
  for (const { segment, index } of segmenter.segment(text.slice(start, end).replace(/\s/g, ' '))) {
    const to = start + index + segment.length;
    while (quotation < quotations.length && (quotations[quotation]?.outer[1] ?? 0) < to) quotation++;
    const [opened] = quotations[quotation]?.outer ?? [end];
    const word = /(\S{1,20})\.\s+$/.exec(segment.slice(-24))?.[1];
    if (to < end && (opened < to || (word !== undefined && standingOf(word) !== 'plain'))) continue;
    sentences.push([from, to]);
    from = to;
  }
  return sentences;
}
