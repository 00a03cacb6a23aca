import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { figuresOf, type MarkedQuote, scoreQuotes } from '../../bench/score-quotes.ts';
import { isSpeechCue } from '../../bench/score-quotes-speech.ts';
import { quotesTable, speakersTable } from '../../bench/score-quotes-table.ts';
import { ROOT } from '../../src/config.ts';
import type { Span } from '../../src/language/span.ts';
import { readCorpus } from '../../training/corpus.ts';

const TEXT = `Bridge to close

🌉 “It is old,” Ann Lee said. “Very old.”

Bob Moss believes the town will pay. He said it was ''a shame'' for everybody.
`;

const at = (...words: readonly string[]): readonly Span[] =>
  words.map((part) => [TEXT.indexOf(part), TEXT.indexOf(part) + part.length]);
const quote = (content: readonly Span[], cue: readonly Span[], source: readonly Span[]): MarkedQuote => ({
  content,
  cue,
  source,
});

const saidLast: Span = [TEXT.indexOf('said it'), TEXT.indexOf('said it') + 4];
const old = quote(at('“It is old,”', '“Very old.”'), at('said'), at('Ann Lee'));
const belief = quote(at('the town will pay'), at('believes'), at('Bob Moss'));
const shame = quote(at("it was ''a shame'' for everybody"), [saidLast], at('He'));
const QUOTES = [old, belief, shame];

const folder = mkdtempSync(join(tmpdir(), 'marked-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Offsets as the corpus has them: a character is one, however many code units it has. */
const characters = (spans: readonly Span[]): string =>
  spans.map((span) => span.map((end) => [...TEXT.slice(0, end)].length).join(' ')).join(';');

function writeCorpus(): void {
  const roles = ['Content', 'Cue', 'Source'] as const;
  const lines = QUOTES.flatMap(({ content, cue, source }, n) => [
    ...[content, cue, source].map((spans, k) => `T${3 * n + k + 1}\t${roles[k]} ${characters(spans)}\t-`),
    `E${n + 1}\tAttribution:T0 ${roles.map((role, k) => `${role}:T${3 * n + k + 1}`).join(' ')}`,
  ]);
  for (const part of ['text', 'attributions']) mkdirSync(join(folder, part));
  writeFileSync(join(folder, 'text', 'bridge.txt'), TEXT);
  writeFileSync(join(folder, 'attributions', 'bridge_0a1b.ann'), `${lines.join('\n')}\n`);
}

writeCorpus();
const score = (...found: readonly MarkedQuote[]) =>
  scoreQuotes(readCorpus(folder).map(({ article: { text }, quotes }) => ({ text, marked: quotes, found })));

describe('figures of quotes', () => {
  it('has everything right where the same is found as is marked', () => {
    const { all, speech } = score(...QUOTES);
    expect(all['who said what']).toEqual({ right: 3, found: 3, marked: 3 });
    expect(all['source exact']).toEqual({ right: 3, found: 3, marked: 3 });
    expect(speech['who said what']).toEqual({ right: 2, found: 2, marked: 2 });
    expect(figuresOf(all['cue exact'])).toEqual({ f1: 1, precision: 1, recall: 1 });
  });

  it('has nothing right, and no figure that is no number, where nothing is found', () => {
    const { all } = score();
    expect(all['content overlap']).toEqual({ right: 0, found: 0, marked: 3 });
    expect(figuresOf(all['content overlap'])).toEqual({ f1: 0, precision: 0, recall: 0 });
    expect(figuresOf({ right: 0, found: 0, marked: 0 }).f1).toBe(0);
  });

  it('tells kinds by the quotation marks of the text', () => {
    const { all } = score(old, shame);
    expect(all['direct: content exact']).toEqual({ right: 1, found: 1, marked: 1 });
    expect(all['mixed: content exact']).toEqual({ right: 1, found: 1, marked: 1 });
    expect(all['indirect: content exact']).toEqual({ right: 0, found: 0, marked: 1 });
  });

  it('counts a content with a character too many as overlapping, not as exact', () => {
    const { all } = score(quote(at("it was ''a shame'' for everybody."), shame.cue, shame.source));
    expect(all['content exact'].right).toBe(0);
    expect(all['content overlap'].right).toBe(1);
    expect(all['who said what'].right).toBe(1);
  });

  it('takes no notice of white space at the edges, nor of how a content is cut into spans', () => {
    const { all } = score(quote(at('the town ', ' will pay'), belief.cue, at('Bob Moss ')));
    expect(all['content exact'].right).toBe(1);
    expect(all['source exact'].right).toBe(1);
  });

  it('pairs every quote once, the most alike first', () => {
    const half = quote(at('the town'), belief.cue, at('Ann Lee'));
    const { all } = score(half, belief);
    expect(all['content overlap']).toEqual({ right: 1, found: 2, marked: 3 });
    expect(all['who said what'].right).toBe(1);
  });

  it('counts the same content once for each time that it is marked', () => {
    expect(score(belief, belief).all['content exact'].right).toBe(1);
  });

  it('wants a source that shares a word with the marked one', () => {
    expect(score(quote(old.content, old.cue, at('Lee'))).all['who said what'].right).toBe(1);
    expect(score(quote(old.content, old.cue, at('Bob Moss'))).all['who said what'].right).toBe(0);
    expect(score(quote(old.content, old.cue, [])).all['who said what'].right).toBe(0);
  });

  it('leaves a source that is marked and not found out of what is found', () => {
    expect(score(quote(old.content, old.cue, [])).all['source exact']).toEqual({
      right: 0,
      found: 0,
      marked: 3,
    });
  });

  it('takes two quotes without a source for the same speaker', () => {
    const unsourced = quote(belief.content, belief.cue, []);
    const { all } = scoreQuotes([{ text: TEXT, marked: [unsourced], found: [unsourced] }]);
    expect(all['who said what'].right).toBe(1);
    expect(all['source exact']).toEqual({ right: 0, found: 0, marked: 0 });
  });

  it('holds a quote that is none against the cues of speech only where its cue is one of them', () => {
    const title = at('Bridge to close');
    expect(score(quote(title, at('said'), [])).speech['content overlap'].found).toBe(1);
    expect(score(quote(title, [], [])).speech['content overlap'].found).toBe(1);
    expect(score(quote(title, at('believes'), [])).speech['content overlap'].found).toBe(0);
  });

  it('leaves a found quote out of speech where the marked one is a thought', () => {
    expect(score(quote(belief.content, at('said'), belief.source)).speech['content overlap'].found).toBe(0);
  });

  it('lets a quotation without an end reach to the end of its paragraph', () => {
    const text = '“The bridge is old,\n\n“and it will close,” she said.';
    const marked = quote(
      [
        [0, 19],
        [21, 42],
      ],
      [[47, 51]],
      [[43, 46]],
    );
    const { all } = scoreQuotes([{ text, marked: [marked], found: [marked] }]);
    expect(all['direct: content exact'].right).toBe(1);
  });
});

describe('a cue of speech', () => {
  it.each([
    'said',
    'did not say',
    'according to',
    'added:',
    ':',
    'continued to insist',
    'has repeatedly denied',
  ])('is "%s"', (cue) => expect(isSpeechCue(cue)).toBe(true));

  it.each(['believes', 'is expected to announce', 'hopes', 'in', '', 'did not want'])('is not "%s"', (cue) =>
    expect(isSpeechCue(cue)).toBe(false),
  );
});

describe('the tables', () => {
  it('have F1, precision and recall in percent', () => {
    const { all, speech } = score(old, shame);
    expect(quotesTable(all, speech)).toMatch(
      /^\| who said what +\| +80\.0 \(100\.0 \/ 66\.7\) \| 100\.0 \(100\.0 \/ 100\.0\) \|$/m,
    );
  });

  it('have how many of the found sources are named how, and no share of none', () => {
    const scores = new Map([
      ['all', { right: 3, wrong: 1, unnamed: 0, 'not found': 2 }],
      ['role', { right: 0, wrong: 0, unnamed: 0, 'not found': 1 }],
    ]);
    const [, , all, role] = speakersTable(scores).split('\n');
    expect(all).toBe('| all    |     6 |     4 | 3 (75.0 %) | 1 (25.0 %) | 0 (0.0 %) |');
    expect(role).toBe('| role   |     1 |     0 |      0 (–) |      0 (–) |     0 (–) |');
  });
});

it('npm run eval:quotes prints figures for a machine', () => {
  const speakers = join(folder, 'speakers.jsonl');
  const lee = { file: 'bridge.txt', source: at('Ann Lee')[0], text: 'Ann Lee', type: 'full-name' };
  writeFileSync(speakers, JSON.stringify({ ...lee, names: ['Ann Lee'], nobody: false }));
  const { stdout } = spawnSync(
    process.execPath,
    ['--import', 'tsx', join('bench', 'eval-quotes.ts'), folder, speakers, '--json'],
    { cwd: ROOT, encoding: 'utf8' },
  );
  const { articles, quotes, speakers: named } = JSON.parse(stdout);
  expect(articles).toBe(1);
  expect(quotes.all['who said what']).toMatchObject({ marked: 3, recall: expect.any(Number) });
  expect(quotes.speech['who said what'].marked).toBe(2);
  expect(Object.keys(named)).toEqual(['all', 'full-name']);
}, 60_000);
