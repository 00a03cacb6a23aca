import type { Passage, Range } from './passage.ts';
import type { Kind } from './quote.ts';

/** By where the content's words stand: all, some or none of them within quotation marks. */
export function kindOf(p: Passage, content: readonly Range[]): Kind {
  let [words, quoted] = [0, 0];
  for (const [from, to] of content)
    for (let i = from; i < to; i++) {
      if (!/[\p{L}\p{N}]/u.test(p.tokens[i]?.text ?? '')) continue;
      words++;
      if (p.inside[i] !== -1) quoted++;
    }
  return quoted === 0 ? 'indirect' : quoted === words ? 'direct' : 'mixed';
}
