import type { Span } from '../articles/article.ts';

/** Words that open a clause or a phrase before the one that a sentence is about: "When Pia Lund arrived, …". */
const OPENING =
  /^["“‘'([]*(?:(?:Just|Only|Even|Right|Soon|Shortly|Long|Ever)\s+)?(?:When|Whenever|While|Whilst|As|After|Before|Since|Because|Although|Though|If|Unless|Until|Till|Once|Whereas|Where|Even|Following|Despite|Besides|Unlike|Like|Alongside|In|On|At|By|From|For|With|Over|Throughout|Without|Under|During|after|before|as|when|if|though|since|because|Told|Shown|Given|Seen|Known|Born|Beaten|Driven|Struck|Stung|Left|Sent|Met|Hit|(?!(?:According|United|Red|Fred|Ted|Jed|Ned|Reed|King|Wing|Ming|Bing|Sterling|Jared)(?!\p{L}))\p{Lu}\p{Ll}{1,}(?:ed|ing))\s/u;

/** A name, or several, right behind the opening word, so that the comma behind it doesn't yet end the clause. */
const NAMES_ONLY =
  /^\P{L}*(?:\p{L}+\s+){1,2}?(?:\p{Lu}[\p{L}.’'-]*\s+)*\p{Lu}[\p{L}.’'-]*(?:,\s+(?:\d+|(?:the|an?|his|her|who|whose)\s[^,]*|(?:\p{Lu}[\p{L}.’'-]*\s*)+))*$/u;
const SUBORDINATE =
  /^\P{L}*(?:\p{L}+\s+)?(?:When|Whenever|While|Whilst|As|After|Before|Since|Because|Although|Though|If|Unless|Until|Once|Whereas|Where|after|before|as|when|if|though|since|because)\s/u;

/** Where the clause begins that a sentence is about: behind a subordinate or participle clause that opens it, up to its comma. */
export function mainClause(text: string, [start, end]: Span): number {
  const main = behindOpening(text, [start, end]);
  // "In May, when Pia Lund came, …"
  return main > start && SUBORDINATE.test(text.slice(main, main + 20))
    ? behindOpening(text, [main, end])
    : main;
}

function behindOpening(text: string, [start, end]: Span): number {
  const sentence = text.slice(start, Math.min(end, start + 400));
  if (!OPENING.test(sentence)) return start;
  for (const { index } of sentence.matchAll(/,\s+/g)) {
    const clause = sentence.slice(0, index);
    if (SUBORDINATE.test(clause) && NAMES_ONLY.test(clause)) continue;
    return start + index + (/^,\s+/.exec(sentence.slice(index))?.[0].length ?? 0);
  }
  return start;
}

/** Whether the clause at an offset is about somebody named before it: "…, he stood up". */
export const goesBack = (text: string, at: number): boolean =>
  /^(?:he|she|his|her)(?!\p{L})/u.test(text.slice(at, at + 4));
