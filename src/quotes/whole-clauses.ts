import type { ChosenAttribution } from './choose-attributions.ts';
import { AUX, COMMA, type EncodedPassage, PARTICIPLE, THAT, VERB } from './encoded-passage.ts';
import type { Range } from './passage.ts';

/**
 * Makes contents whole that have been read as less than a clause, since a clause has a verb: "Smith noted that at the summit,
 * the alliance confirmed its path" goes on through the attribution that was read within it; "The tunnel, Smith said, will open
 * in May" goes on behind the cue.
 */
export function makeClausesWhole(
  p: EncodedPassage,
  chosen: readonly ChosenAttribution[],
): readonly ChosenAttribution[] {
  const dropped = new Set<ChosenAttribution>();
  const whole = chosen.map((attribution) => {
    const inner = chosen.find((other) => other !== attribution && goesOnThrough(p, attribution, other));
    if (inner) {
      dropped.add(inner);
      return throughInner(attribution, inner);
    }
    return behindCue(p, pastComma(p, attribution, chosen), chosen);
  });
  return whole.filter((_, i) => !dropped.has(chosen[i] as ChosenAttribution));
}

const hasVerb = (p: EncodedPassage, [from, to]: Range): boolean => {
  for (let i = from; i < to; i++) if (p.tag[i] === VERB || p.tag[i] === AUX) return true;
  return false;
};

/** Whether a range has a verb that can be a clause's: no "including". */
const hasFinite = (p: EncodedPassage, [from, to]: Range): boolean => {
  for (let i = from; i < to; i++)
    if (p.tag[i] === AUX || (p.tag[i] === VERB && p.suffix[i] !== PARTICIPLE)) return true;
  return false;
};

const extentOf = ({ cue, content, source }: ChosenAttribution): Range => [
  Math.min(...[cue, ...content, ...source].map(([from]) => from)),
  Math.max(...[cue, ...content, ...source].map(([, to]) => to)),
];

/** Whether a "that" without a verb leads on into another attribution, over no more than a comma. */
function goesOnThrough(p: EncodedPassage, { content }: ChosenAttribution, other: ChosenAttribution): boolean {
  const [piece, ...more] = content;
  if (!piece || more.length > 0 || p.word[piece[0]] !== THAT || hasVerb(p, piece)) return false;
  const [start] = extentOf(other);
  const gap = start - piece[1];
  return (
    gap >= 0 &&
    gap <= 1 &&
    (gap === 0 || p.word[piece[1]] === COMMA) &&
    p.sentence[start] === p.sentence[piece[0]]
  );
}

function throughInner(attribution: ChosenAttribution, inner: ChosenAttribution): ChosenAttribution {
  const start = attribution.content[0]?.[0] ?? 0;
  return { ...attribution, content: [[start, extentOf(inner)[1]]] };
}

/** A "that" with a subject whose verb stands behind an insertion: "that the west, including us, is not ready". */
function pastComma(
  p: EncodedPassage,
  attribution: ChosenAttribution,
  chosen: readonly ChosenAttribution[],
): ChosenAttribution {
  const [piece, ...more] = attribution.content;
  if (!piece || more.length > 0 || p.word[piece[0]] !== THAT || hasFinite(p, piece)) return attribution;
  const verb = piece[1] + 1;
  if (p.word[piece[1]] !== COMMA || (p.tag[verb] !== AUX && p.tag[verb] !== VERB)) return attribution;
  const [, stop] = p.sentences[p.sentence[piece[0]] as number] ?? [0, 0];
  const next = Math.min(
    stop - 1,
    ...chosen.map((other) => extentOf(other)[0]).filter((from) => from >= piece[1]),
  );
  return next > verb ? { ...attribution, content: [[piece[0], next]] } : attribution;
}

/** A content without a verb that opens its sentence, and whose sentence goes on behind ", Smith said,". */
function behindCue(
  p: EncodedPassage,
  attribution: ChosenAttribution,
  chosen: readonly ChosenAttribution[],
): ChosenAttribution {
  const [piece, ...more] = attribution.content;
  const [, end] = extentOf(attribution);
  if (!piece || more.length > 0 || piece[1] > attribution.cue[0] || hasVerb(p, piece)) return attribution;
  const [start, stop] = p.sentences[p.sentence[piece[0]] as number] ?? [0, 0];
  if (piece[0] !== start || p.word[piece[1]] !== COMMA || p.word[end] !== COMMA) return attribution;
  const rest: Range = [end + 1, stop - 1];
  const free = chosen.every(
    (other) => other === attribution || extentOf(other)[0] >= stop || extentOf(other)[1] <= end,
  );
  if (!free || rest[1] - rest[0] < 2 || !hasVerb(p, rest)) return attribution;
  return { ...attribution, content: [piece, rest] };
}
