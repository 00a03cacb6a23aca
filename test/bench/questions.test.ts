import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readQuestions, wasSaid } from '../../bench/questions.ts';

const folder = mkdtempSync(join(tmpdir(), 'questions-'));
afterAll(() => rmSync(folder, { recursive: true }));

const MARKED = {
  id: 'a1',
  question: 'did the mayor say the bridge is closed?',
  kind: 'did',
  overlap: 'low',
  speakers: ['Ann Lee'],
  articles: ['bridge.txt'],
  spans: [[3, 9]],
  truth: false,
  date: null,
};

function read(...lines: readonly (string | object)[]) {
  const file = join(folder, 'questions.jsonl');
  writeFileSync(
    file,
    lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'),
  );
  return readQuestions(file);
}

describe('a file of questions', () => {
  it('tells the right answers by words or by offsets, line by line', () => {
    const questions = read(MARKED, '', { kind: 'did', question: 'did she say so?', verdict: 'supported' });
    expect(questions.map(wasSaid)).toEqual([false, true]);
  });

  it.each([
    ['that is no JSON', 'who said so?', /line 2/],
    ['of a kind that there is not', { kind: 'why', question: 'why?' }, /line 2: kind/],
    ['with "did" that doesn\'t tell', { ...MARKED, truth: null }, /line 2: truth must tell/],
    ['with an offset too few', { ...MARKED, spans: [[3]] }, /line 2: spans\.0/],
  ])('names the line %s', (_, line, message) => {
    expect(() => read(MARKED, line)).toThrow(message);
  });
});
