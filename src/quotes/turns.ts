import type { Article } from '../articles/article.ts';
import type { Span } from '../language/span.ts';
import { kindOf } from './kind.ts';
import type { Passage } from './passage.ts';
import type { Quote } from './quote.ts';

/** `WALLACE: …`, `REP. ANNA REED (R-OH): …`, also behind an opening mark, as transcripts have it. */
const CAPITALS =
  /^\s*["“]?\s*((?:[\p{Lu}]{1,5}\. )?[\p{Lu}][\p{Lu}.'’-]+(?: [\p{Lu}][\p{Lu}.'’-]+){0,3})(?:,? \([^)\n]{1,20}\))?(:)\s+(?=\S)/u;
/** `Anna Reed: …`, also in bold, and `@annareed: …`. */
const NAMED =
  /^\s*(?:\*\*|__)?\s*(@\w{2,30}|\p{Lu}[\p{L}.'’-]+(?: (?:[a-z]{2,3} )?\p{Lu}[\p{L}.'’-]+){0,2})\s*(?:\*\*|__)?(:)\s*(?:\*\*|__)?\s+(?=\S)/u;
/** `“…” — Anna Reed`, also with what she is: `— Anna Reed, mayor`. */
const SIGNED =
  /^(\s*(?:["“„«]|'').{20,}(?:["”“»]|''))\s*([―—–]|--)\s*(\p{Lu}[\p{L}.'’-]+(?: [\p{L}.'’-]+){1,4})(?:,[^.!?\n]{1,60})?\s*$/su;

/** What tells an article's speaking names from other words before a colon. */
export type TurnNames = {
  /** How often each word with a capital stands in the article. */
  readonly words: ReadonlyMap<string, number>;
  /** How many paragraphs begin with each name and a colon. */
  readonly turns: ReadonlyMap<string, number>;
};

/** Reads an article for `readTurn`. */
export function readTurnNames({ text, paragraphs }: Pick<Article, 'text' | 'paragraphs'>): TurnNames {
  const words = new Map<string, number>();
  for (const [word] of text.matchAll(/\p{Lu}[\p{L}'’-]{0,40}/gu)) words.set(word, (words.get(word) ?? 0) + 1);
  const turns = new Map<string, number>();
  for (const { span } of paragraphs) {
    const name = NAMED.exec(text.slice(span[0], Math.min(span[1], span[0] + HEAD)))?.[1];
    if (name) turns.set(name, (turns.get(name) ?? 0) + 1);
  }
  return { words, turns };
}

/** A turn's name and colon stand within so many characters. */
const HEAD = 120;

/** How often the last word of a name stands in an article in the way that names are written. */
function countOf(name: string, { words }: TurnNames): number {
  const last = name.split(' ').at(-1)?.toLowerCase() ?? '';
  const written = last.replace(/(^|[-'’.])\p{L}/gu, (start) => start.toUpperCase());
  return written.length > 2 ? (words.get(written) ?? 0) : 0;
}

function isSpeaking(name: string, isHeadline: boolean, names: TurnNames): boolean {
  if (name.startsWith('@')) return true;
  if (name === name.toUpperCase()) return countOf(name, names) > 0;
  return isHeadline ? countOf(name, names) > 1 : (names.turns.get(name) ?? 0) > 1;
}

/**
 * A paragraph that is somebody's words by its layout: a turn of a transcript or an interview (`WALLACE: …`), a headline with its
 * speaker before a colon, a post with its account, a quotation with its speaker behind a dash. Null for any other. Its cue is
 * the colon or the dash.
 */
export function readTurn(p: Passage, isHeadline: boolean, names: TurnNames): Quote | null {
  const words = p.text.slice(p.start, p.end);
  const signed = SIGNED.exec(words);
  if (signed) {
    const [, quotation = '', dash = '', name = ''] = signed;
    const at = p.start + words.indexOf(dash, quotation.length);
    const from = at + dash.length + words.slice(at - p.start + dash.length).indexOf(name);
    return turnOf(
      p,
      [from, from + name.length],
      [at, at + dash.length],
      [p.start, p.start + quotation.length],
    );
  }
  const head = words.slice(0, HEAD);
  const match = CAPITALS.exec(head) ?? NAMED.exec(head);
  if (!match) return null;
  const [all, name = '', colon = ''] = match;
  if (!isSpeaking(name, isHeadline, names)) return null;
  const from = p.start + all.indexOf(name);
  const at = p.start + all.lastIndexOf(colon);
  return turnOf(p, [from, from + name.length], [at, at + 1], [p.start + all.length, p.end]);
}

/** The fewest tokens of a turn. */
const FEWEST = 3;

/** Null where there are no words to be somebody's. */
function turnOf(p: Passage, source: Span, cue: Span, content: Span): Quote | null {
  const from = p.tokens.findIndex(({ start }) => start >= content[0]);
  const behind = p.tokens.findIndex(({ end }) => end > content[1]);
  const to = behind < 0 ? p.tokens.length : behind;
  if (from < 0 || to - from < FEWEST) return null;
  const span: Span = [p.tokens[from]?.start ?? content[0], p.tokens[to - 1]?.end ?? content[1]];
  return { content: [span], cue: [cue], source: [source], kind: kindOf(p, [[from, to]]) };
}
