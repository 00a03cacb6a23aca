import { describe, expect, it } from 'vitest';
import { complete } from '../../src/terminal/complete.ts';
import { parseLine } from '../../src/terminal/line.ts';
import { COMMANDS, SIGHT } from './stand-ins.ts';

/** What a line asks for: a command's name with its values, the kind of anything else, or what is wrong. */
function read(line: string): unknown {
  const parsed = parseLine(line, COMMANDS);
  if (!parsed.ok) return parsed.problem;
  const request = parsed.value;
  return request.kind === 'command' ? { [request.command.name]: request.values } : request;
}

describe('a line of the shell', () => {
  it('is a question where it names no command, word for word', () => {
    const questions = [
      'who said "irreversible path"?',
      'back in March, who spoke?',
      'more weapons --now: who said so',
      'speakers of NATO',
      'context of the talks?',
      'Zelensky',
    ];
    for (const question of questions) expect(read(`  ${question} `)).toEqual({ ask: { question } });
  });

  it('takes a question with or without a slash, a name or quotation marks around it all', () => {
    for (const line of ['/ask who?', 'ask who?', 'Ask question: who?', 'ask "who?"'])
      expect(read(line)).toEqual({ ask: { question: 'who?' } });
  });

  it('reads options in either form, and the words around them as the first option', () => {
    const both = { quote: { speaker: 'Mark Rutte', about: 'nato membership' } };
    expect(read('/quote Mark Rutte about: nato membership')).toEqual(both);
    expect(read('quote Mark Rutte about:"nato membership"')).toEqual(both);
    expect(read('quote --about "nato membership" Mark Rutte')).toEqual(both);
    expect(read('quote Mark Rutte --about=“nato membership”')).toEqual(both);
    expect(read("quote about: 'nato membership' speaker: Mark Rutte")).toEqual(both);
    expect(read('quote about: nato Rutte kind: DIRECT')).toEqual({
      quote: { speaker: 'Rutte', about: 'nato', kind: 'direct' },
    });
    expect(read('quote O’Brien')).toEqual({ quote: { speaker: 'O’Brien' } });
  });

  it('has words of its own', () => {
    expect(read('more')).toEqual({ kind: 'more' });
    expect(read('/back')).toEqual({ kind: 'back' });
    expect(read('context')).toEqual({ kind: 'context', which: 1 });
    expect(read('context 2')).toEqual({ kind: 'context', which: 2 });
    expect(read('quit')).toEqual({ kind: 'exit' });
    expect(read('   ')).toEqual({ kind: 'nothing' });
  });

  it('that is wrong is answered by what would be right', () => {
    expect(read('/qoute Rutte')).toBe('There is no command "qoute". Did you mean /quote?');
    expect(read('speekers')).toBe('There is no command "speekers". Did you mean /speakers?');
    expect(read('/xyzzy\x1b[2J')).toBe('There is no command "xyzzy". Type /help for those there are.');
    expect(read('quote')).toBe('quote needs a speaker.');
    expect(read('/ask')).toBe('ask needs a question.');
    expect(read('/speakers all')).toBe('/speakers takes no words.');
    expect(read('quote Rutte --abuot nato')).toBe('quote has no option --abuot. Did you mean --about?');
    expect(read('quote Rutte kind: loud')).toBe(
      '"loud" is no kind of quote; it is one of direct, mixed, indirect.',
    );
    expect(read('quote Rutte about: a about: b')).toBe('The about of quote is given twice.');
    expect(read(`ask ${'x'.repeat(61)}`)).toBe('The question of ask takes at most 60 characters.');
  });
});

describe('Tab', () => {
  const tab = (line: string) => complete(line, COMMANDS, SIGHT);

  it('completes the names of commands and of the shell’s words', () => {
    expect(tab('/qu')).toEqual([['/quote '], '/qu']);
    expect(tab('hi')).toEqual([['history '], 'hi']);
    expect(tab('')[0]).toContain('ask ');
  });

  it('completes a value with what the option offers, and puts the best in place of a part of it', () => {
    expect(tab('quote Mar')).toEqual([['Mark Rutte'], 'Mar']);
    expect(tab('/quote zel')).toEqual([['Volodymyr Zelensky'], 'zel']);
    expect(tab('quote Rutte kind: in')).toEqual([['indirect'], 'in']);
    expect(tab('quote Rutte --kind ')).toEqual([['direct', 'mixed', 'indirect'], '']);
  });

  it('completes the names of options', () => {
    expect(tab('quote Rutte ab')).toEqual([['about: '], 'ab']);
    expect(tab('quote Rutte --k')).toEqual([['kind: '], '--k']);
    expect(tab('who said ')).toEqual([[], 'who said ']);
  });
});
