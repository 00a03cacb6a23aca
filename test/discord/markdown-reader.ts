/** A piece of a text as Discord shows it: how it looks, and what it says. */
export type Shown = { readonly look: string; readonly text: string };

type Rule = {
  readonly look: string;
  readonly pattern: RegExp;
  readonly lineStart?: true;
  /** What is shown: the group that is read on, or the text itself. */
  readonly show: (match: RegExpExecArray) => readonly Shown[];
};

const whole = (look: string) => (match: RegExpExecArray) => [{ look, text: match[0] }];
const inner = (look: string) => (match: RegExpExecArray) =>
  readMarkdown(match[1] ?? '', false).map((piece) => ({ ...piece, look: join(look, piece.look) }));

/** The rules of Discord's own parser (simple-markdown), in the order in which it tries them. */
const RULES: readonly Rule[] = [
  { look: 'quote', lineStart: true, pattern: /^ *>>> ([\s\S]*)|^ *> ([^\n]*\n?)/, show: quoted },
  {
    look: 'code block',
    pattern: /^```(?:[a-z0-9_+\-.#]+?\n)?\n*([^\n][\s\S]*?)\n*```/i,
    show: whole('code block'),
  },
  { look: 'small', lineStart: true, pattern: /^ *-# +((?!(?:-#)+)[^\n]+?)(?:\n|$)/, show: inner('small') },
  { look: 'heading', lineStart: true, pattern: /^ *#{1,3} +([^\n]+?)#*\s*(?:\n|$)/, show: inner('heading') },
  { look: 'list', lineStart: true, pattern: /^ *(?:[*+-]|\d+\.) +([^\n]*)(?:\n|$)/, show: inner('list') },
  { look: '', pattern: /^\\([^0-9A-Za-z\s])/, show: (match) => [{ look: '', text: match[1] ?? '' }] },
  { look: 'link', pattern: /^<(?:https?|mailto|tel|sms)[^ >]*>|^<[^: >]+@[^ >]+>/, show: whole('link') },
  { look: 'link', pattern: /^(?:https?|steam):\/\/[^\s<]+[^<.,:;"'\]\s]/, show: whole('link') },
  {
    look: 'link',
    pattern:
      /^\[((?:\[[^\]]*\]|[^[\]]|\](?=[^[]*\]))*)\]\(\s*<?((?:\([^)]*\)|[^\s\\]|\\.)*?)>?(?:\s+['"][\s\S]*?['"])?\s*\)/,
    show: (match) => inner(`link to ${match[2]}`)(match),
  },
  {
    look: 'mention',
    pattern: /^@(?:everyone|here)|^<(?:@[!&]?|#|\/[^:]+:|id:)\d*[^>]*>/,
    show: whole('mention'),
  },
  { look: 'time', pattern: /^<t:-?\d+(?::[tTdDfFR])?>/, show: whole('time') },
  { look: 'emoji', pattern: /^<a?:\w+:\d+>|^:[^\s:]+?(?:::skin-tone-\d)?:/, show: whole('emoji') },
  { look: 'bold', pattern: /^\*\*((?:\\[\s\S]|[^\\])+?)\*\*(?!\*)/, show: inner('bold') },
  { look: 'underline', pattern: /^__((?:\\[\s\S]|[^\\])+?)__(?!_)/, show: inner('underline') },
  {
    look: 'italic',
    pattern: /^\b_((?:__|\\[\s\S]|[^\\_])+?)_\b|^\*(?=\S)((?:\*\*|\\[\s\S]|[^*\\])+?)\*(?!\*)/,
    show: inner('italic'),
  },
  { look: 'struck', pattern: /^~~([\s\S]+?)~~(?!_)/, show: inner('struck') },
  { look: 'spoiler', pattern: /^\|\|([\s\S]+?)\|\|/, show: inner('spoiler') },
  { look: 'code', pattern: /^(`+)([\s\S]*?[^`])\1(?!`)/, show: whole('code') },
  // Discord reads a word at a time here, up to the next sign that may begin something.
  { look: '', pattern: /^[\s\S]+?(?=[^0-9A-Za-z\s\u00c0-\uffff]|\n|\w+:\S|$)/, show: whole('') },
];

/** Reads a text as Discord does: the looks of its pieces, neighbours with the same look together. */
export function readMarkdown(source: string, atLineStart = true): readonly Shown[] {
  const pieces: Shown[] = [];
  let rest = source;
  let lineStart = atLineStart;
  while (rest !== '') {
    const found = firstRule(rest, lineStart);
    const text = found.match[0];
    for (const piece of found.rule.show(found.match)) add(pieces, piece);
    rest = rest.slice(text.length);
    lineStart = text.endsWith('\n');
  }
  return pieces;
}

/** The text alone, as a reader sees it. */
export function readText(source: string): string {
  return readMarkdown(source)
    .map(({ text }) => text)
    .join('');
}

function firstRule(rest: string, lineStart: boolean) {
  for (const rule of RULES) {
    const match = rule.lineStart && !lineStart ? null : rule.pattern.exec(rest);
    if (match !== null && match[0] !== '') return { rule, match };
  }
  throw new Error(`Nothing reads ${JSON.stringify(rest)}.`);
}

function quoted(match: RegExpExecArray): readonly Shown[] {
  return readMarkdown(match[1] ?? match[2] ?? '').map((piece) => ({
    ...piece,
    look: join('quote', piece.look),
  }));
}

function join(outer: string, look: string): string {
  return look === '' ? outer : `${outer}, ${look}`;
}

function add(pieces: Shown[], piece: Shown): void {
  const last = pieces.at(-1);
  if (last?.look === piece.look)
    pieces[pieces.length - 1] = { look: piece.look, text: last.text + piece.text };
  else pieces.push(piece);
}
