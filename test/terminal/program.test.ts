import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ARTICLE, PROGRAM, run, runProgram } from './child.ts';

const QUESTION = 'who said NATO membership is unlikely';

describe.concurrent('a wrong call ends with 2 and one line on standard error', () => {
  it.each([
    [
      ['qoute', 'Rutte'],
      'on-record: There is no command "qoute". Did you mean on-record quote? See on-record --help.',
    ],
    [['ask', 'who', '--colour'], 'on-record: There is no option --colour. See on-record --help.'],
    [['quote'], 'on-record: quote needs a speaker. See on-record --help.'],
    [
      ['quote', 'Rutte', '--kind', 'loud'],
      'on-record: "loud" is no kind of quote; it is one of direct, mixed, indirect. See on-record --help.',
    ],
    [['extract'], 'on-record: extract needs a FILE. See on-record --help.'],
    [
      ['speakers', '--articles', 'no/such'],
      'on-record: --articles: "no/such" is not there; it takes a folder of .txt or .md files',
    ],
  ])('%j', async (words, line) => {
    expect(await run(words)).toEqual({ status: 2, out: '', err: `${line}\n` });
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

describe.concurrent('a call', () => {
  it('tells the version and the usage', async () => {
    const [version, help] = await Promise.all([run(['--version']), run(['-h'])]);
    expect(version).toEqual({ status: 0, out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/), err: '' });
    expect(help).toMatchObject({
      status: 0,
      out: expect.stringContaining('on-record quote SPEAKER'),
      err: '',
    });
  });

  it('answers a question, plain in a pipe, in colours where FORCE_COLOR asks for them and NO_COLOR does not', async () => {
    const [plain, coloured, not] = await Promise.all([
      run(['ask', ...QUESTION.split(' ')]),
      run(['ask', QUESTION], { variables: { FORCE_COLOR: '1' } }),
      run(['ask', QUESTION], { variables: { FORCE_COLOR: '1', NO_COLOR: '1' } }),
    ]);
    expect(plain).toMatchObject({ status: 0, err: '' });
    expect(plain.out).toMatch(/^Michael Waltz\b.*US National Security Adviser/m);
    expect(plain.out).toMatch(/^> .*unlikely/m);
    expect(plain.out).toContain("paraphrase, in the article's words");
    expect(coloured.out).toContain('\x1b[1mMichael Waltz\x1b[22m');
    expect(not.out).toBe(plain.out);
  });

  it('is answered with 0 where nobody said that', async () => {
    const { status, out } = await run(['ask', '--json', 'who said Ukraine will leave the UN']);
    expect(status).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ verdict: 'not-found', answers: [] });
  });

  it('prints one line for each question on standard input, in their order', async () => {
    const input = `${QUESTION}\n\n  \nwhat did Rutte say about peace negotiations\r\nwho will not recognize the loss of territories`;
    const [json, plain] = await Promise.all([run(['ask', '--json'], { input }), run(['ask'], { input })]);
    const records = json.out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(json).toMatchObject({ status: 0, err: '' });
    expect(records.map(({ answers }) => answers[0].speaker.name)).toEqual([
      'Michael Waltz',
      'Mark Rutte',
      'Andriy Sybiha',
    ]);
    const lines = plain.out.trimEnd().split('\n');
    expect(lines).toHaveLength(3);
    expect(lines[0]).toMatch(/^Michael Waltz.*unlikely/);
  });

  it('prints a speaker’s quotes, all of them, one record a line with --json', async () => {
    const [json, plain] = await Promise.all([run(['quote', 'Zelensky', '--json']), run(['quote', 'Rutte'])]);
    const records = json.out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(json.status).toBe(0);
    expect(records).toHaveLength(3);
    for (const { speaker } of records) expect(speaker.name).toBe('Volodymyr Zelensky');
    expect(plain.out.match(/^> /gm)?.length).toBeGreaterThan(3);
  });

  it('reads the folders of --articles in place of its own', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'articles-'));
    copyFileSync(ARTICLE, join(folder, 'copy.txt'));
    const { out } = await run(['ask', '--json', QUESTION, '--articles', folder]);
    expect(JSON.parse(out).answers[0].article.file).toMatch(/copy\.txt$/);
  });

  it('extracts what can be read, and ends with 1 where something cannot', async () => {
    const files = [ARTICLE, 'no-such-file.txt'];
    const [json, plain] = await Promise.all([
      run(['extract', '--json', ...files]),
      run(['extract', ARTICLE]),
    ]);
    expect(json).toMatchObject({
      status: 1,
      err: expect.stringMatching(/^on-record: .*no-such-file\.txt.*\n$/),
    });
    const { file, quotes } = JSON.parse(json.out);
    expect(file).toBe(ARTICLE);
    expect(quotes.length).toBeGreaterThan(8);
    expect(plain.status).toBe(0);
    expect(plain.out).toMatch(/^ {2}Michael Waltz: .*unlikely.* \(indirect\)$/m);
  });

  it.skipIf(process.platform === 'win32')('ends quietly when nobody reads its output any more', () => {
    const command = `yes '${QUESTION}' | node '${PROGRAM}' ask | head -1; echo "\${PIPESTATUS[1]}"`;
    const env = { ...process.env, DISCORD_TOKEN: '', LOG_LEVEL: '', FORCE_COLOR: undefined };
    const { stdout, stderr } = spawnSync('bash', ['-c', command], { encoding: 'utf8', env });
    expect(stdout).toMatch(/^Michael Waltz.*\n0\n$/);
    expect(stderr).toBe('');
  });
});

describe.concurrent('without a command and a token', () => {
  it('says how to get a token, then answers each line of standard input in full', async () => {
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

  const canScript = spawnSync('script', ['--version'], { encoding: 'utf8' }).stdout?.includes('util-linux');

  it.skipIf(!canScript)('is a prompt with Tab in a terminal, which Ctrl-C ends with 0', async () => {
    const typed = [
      ['/quo', 2500],
      ['\t', 200],
      ['zelen', 200],
      ['\t', 200],
      ['\r', 200],
      ['\x03', 1500],
    ] as const;
    const { out } = await runProgram(
      'script',
      ['-qec', `node '${PROGRAM}'; echo "ended: $?"`, '/dev/null'],
      typed,
    );
    expect(out).toContain('on record> ');
    expect(out).toContain('/quote ');
    expect(out).toContain('\x1b[1mVolodymyr Zelensky\x1b[22m');
    expect(out).toContain('ended: 0');
  });
});

describe.concurrent('with a token', () => {
  it('still answers a command in the terminal', async () => {
    const { status, out } = await run(['ask', QUESTION], {
      variables: { DISCORD_TOKEN: 'not-a-real-token' },
    });
    expect([status, out]).toEqual([0, expect.stringContaining('Michael Waltz')]);
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
});

it('goes on with an article that tries to drive the terminal, without what it tried', async () => {
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
