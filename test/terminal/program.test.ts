import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ARTICLE, PROGRAM, run, runProgram } from './child.ts';

const QUESTION = 'who said NATO membership is unlikely';

// A run takes a second or so, and several times that where the machine is busy.
const PATIENT = { timeout: 60_000 };

const parsed = (lines: string) =>
  lines
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

describe('a wrong call ends with 2', PATIENT, () => {
  it('and one line on standard error that says what is wrong with its words', async () => {
    const [command, folder] = await Promise.all([
      run(['qoute', 'Rutte']),
      run(['speakers', '--articles', 'no/such']),
    ]);
    const meant =
      'on-record: There is no command "qoute". Did you mean on-record quote? See on-record --help.\n';
    expect(command).toEqual({ status: 2, out: '', err: meant });
    const missing = 'on-record: --articles: "no/such" is not there; it takes a folder of .txt or .md files\n';
    expect(folder).toEqual({ status: 2, out: '', err: missing });
  });

  it('and one line for each variable that is wrong, without the token', async () => {
    const variables = {
      DISCORD_TOKEN: 'two words',
      DISCORD_GUILDS: '7',
      LOG_LEVEL: 'loud',
      DISCORD_API: 'x',
    };
    const { status, out, err } = await run([], { variables });
    expect([status, out]).toEqual([2, '']);
    expect(err.match(/^on-record: [A-Z_]+: /gm)).toHaveLength(4);
    expect(err).not.toContain('two words');
  });
});

describe('a call', PATIENT, () => {
  it('tells the version and the usage', async () => {
    const [version, help] = await Promise.all([run(['--version']), run(['-h'])]);
    expect(version).toEqual({ status: 0, out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/), err: '' });
    expect(help).toMatchObject({
      status: 0,
      out: expect.stringContaining('on-record quote SPEAKER'),
      err: '',
    });
  });

  it('answers a question, token or not: plain, or in colours where FORCE_COLOR asks for them', async () => {
    const [plain, coloured] = await Promise.all([
      run(['ask', ...QUESTION.split(' ')], { variables: { FORCE_COLOR: '1', NO_COLOR: '1' } }),
      run(['ask', QUESTION], { variables: { FORCE_COLOR: '1', DISCORD_TOKEN: 'not-a-real-token' } }),
    ]);
    expect(plain).toMatchObject({ status: 0, err: '' });
    expect(plain.out).toMatch(/^Michael Waltz, US National Security Adviser$/m);
    expect(plain.out).toMatch(/^> .*unlikely$/m);
    expect(plain.out).toContain("paraphrase, in the article's words");
    expect(coloured).toMatchObject({ status: 0, err: '' });
    expect(coloured.out).toContain('\x1b[1mMichael Waltz\x1b[22m');
  });

  it('prints one line for each question on standard input, in their order, answered or not', async () => {
    const questions = [
      `${QUESTION}\n\n  `,
      'what did Rutte say about peace negotiations\r',
      'who said Ukraine will leave the UN',
      'who will not recognize the loss of territories',
    ];
    const input = questions.join('\n');
    const [json, plain] = await Promise.all([run(['ask', '--json'], { input }), run(['ask'], { input })]);
    expect(json).toMatchObject({ status: 0, err: '' });
    const records = parsed(json.out);
    const names = records.map(({ verdict, answers }) =>
      verdict === 'answered' ? answers[0]?.speaker.name : verdict,
    );
    expect(names).toEqual(['Michael Waltz', 'Mark Rutte', 'not-found', 'Andriy Sybiha']);
    const lines = plain.out.trimEnd().split('\n');
    expect(lines).toHaveLength(4);
    expect(lines[0]).toMatch(/^Michael Waltz.*unlikely/);
    expect(lines[2]).toMatch(/^Nobody in these articles said that/);
  });

  it('prints all quotes of a speaker, one record a line with --json', async () => {
    const [json, plain] = await Promise.all([run(['quote', 'Zelensky', '--json']), run(['quote', 'Rutte'])]);
    const records = parsed(json.out);
    expect(json.status).toBe(0);
    expect(records).toHaveLength(3);
    for (const { speaker } of records) expect(speaker.name).toBe('Volodymyr Zelensky');
    expect(plain.out.match(/^> /gm)?.length).toBeGreaterThan(3);
  });

  it('reads the folder of --articles, and lets no article in it drive the terminal', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'articles-'));
    writeFileSync(
      join(folder, 'bad.txt'),
      'A title\nMary Brown said on Monday that the \x1b[2Jbridge \x1b]0;owned\x07is closed.\nBy Ann Onym\n',
    );
    const { status, out } = await run(['quote', 'Brown', '--articles', folder]);
    expect(status).toBe(0);
    expect(out).toContain('bridge');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
    expect(out).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f]/);
  });

  it('extracts what can be read, and ends with 1 where something cannot', async () => {
    const files = [ARTICLE, 'no-such-file.txt'];
    const [json, plain] = await Promise.all([
      run(['extract', '--json', ...files]),
      run(['extract', ARTICLE]),
    ]);
    const complaint = expect.stringMatching(/^on-record: .*no-such-file\.txt.*\n$/);
    expect(json).toMatchObject({ status: 1, err: complaint });
    const { file, quotes } = JSON.parse(json.out);
    expect(file).toBe(ARTICLE);
    expect(quotes.length).toBeGreaterThan(8);
    expect(plain.status).toBe(0);
    expect(plain.out).toMatch(/^ {2}Michael Waltz: .*unlikely.* \(indirect\)$/m);
  });

  it.skipIf(process.platform === 'win32')('ends quietly when nobody reads its output any more', async () => {
    const command = `yes '${QUESTION}' | node '${PROGRAM}' ask | head -1; echo "\${PIPESTATUS[1]}"`;
    const { out, err } = await runProgram('bash', ['-c', command], []);
    expect(out).toMatch(/^Michael Waltz.*\n0\n$/);
    expect(err).toBe('');
  });
});

describe('without a command', PATIENT, () => {
  it('and a token, says how to get one, then answers each line of standard input in full', async () => {
    const { status, out, err } = await run([], { input: `${QUESTION}\ncontext\nquote Rutte\nmore\nexit\n` });
    expect(status).toBe(0);
    expect(err).toMatch(
      /^on-record: No DISCORD_TOKEN.*https:\/\/discord\.com\/developers\/applications.*\n$/,
    );
    expect(out).toMatch(/^Michael Waltz/);
    expect(out).toContain('Additionally, US National Security Adviser Michael Waltz on March 16');
    expect(out).toContain("page 1 of 3 — type 'more' for the next");
    expect(out).toContain('page 2 of 3');
    expect(out).not.toContain('on record>');
  });

  it('says in one line that Discord can’t be reached, and ends with 1, without the token', async () => {
    const variables = {
      DISCORD_TOKEN: 'not-a-real-token',
      DISCORD_API: 'http://127.0.0.1:9/api',
      LOG_LEVEL: 'silent',
    };
    const { status, out, err } = await run([], { variables });
    expect([status, out]).toEqual([1, '']);
    expect(err).toMatch(/^on-record: .+\n$/);
    expect(err).not.toContain('not-a-real-token');
  });

  const version = spawnSync('script', ['--version'], { encoding: 'utf8' });

  it.skipIf(!version.stdout?.includes('util-linux'))(
    'is a prompt with Tab in a terminal, which Ctrl-C ends with 0',
    async () => {
      const terminal = `node '${PROGRAM}'; echo "ended: $?"`;
      const { out } = await runProgram(
        'script',
        ['-qec', terminal, '/dev/null'],
        [
          ['/quo', 'on record> '],
          ['\t', '/quo'],
          ['zelen', 'te '],
          ['\t', 'zelen'],
          ['\r', 'Volodymyr Zelensky'],
          ['\x03', 'paragraph 7'],
        ],
      );
      expect(out).toContain('\x1b[1mVolodymyr Zelensky\x1b[22m');
      expect(out).toContain('ended: 0');
    },
  );
});
