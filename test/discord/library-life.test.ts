import { unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { createMemoryArchive } from '../../src/archive/memory-archive.ts';
import { BUILT_IN } from '../../src/articles/article.ts';
import { answerQuestion } from '../../src/questions/answer-question.ts';
import { SEED } from '../articles/news.ts';
import { OTHER, type Where } from './payloads.ts';
import { personNumber } from './places.ts';
import { itKeepsToTheDescription, useStandIn } from './running.ts';
import { buttonsOf, everyPart, type SentMessage, textOf } from './stand-in.ts';
import { newsPage, newsUrl, useDesks } from './with-desks.ts';

const running = useStandIn();
const startWithDesks = useDesks(running);

// The models are loaded by whoever first needs them, which takes longer than Discord waits.
beforeAll(() => void answerQuestion('who said it', createMemoryArchive([SEED]), [BUILT_IN]));

const BRIDGE = newsPage('The bridge will stay closed', 'Island News', [
  'Mayor Lena Ortiz said on Monday that the bridge would stay closed until the last bolt had been replaced.',
  '“Nobody has asked the people on the island what they want to do,” said Marcus Bell, a fisherman of 61 years.',
  'The ferry runs every hour from six in the morning, and twice an hour at weekends, the harbour office said.',
  'Dana Cole, who runs the only hotel, said: “Without a bridge there are no guests, and without guests no hotel.”',
]);
const TUNNEL = [
  'The tunnel is flooded again',
  'Dana Cole, the county engineer, said on Friday that the tunnel would be dry within a week.',
  '“We have pumps enough for a tunnel twice as long,” Cole said. “What we lack is somebody to switch them on.”',
].join('\n\n');
const MARKET = [
  'Marcus Bell told the council on Tuesday that the market would move to the old harbour in spring.',
  '“There is no fish in the town hall,” Bell said.',
].join('\n\n');

const isPrivate = ({ flags }: SentMessage) => (flags & 64) !== 0;
const send = async (
  name: string,
  values: Parameters<ReturnType<typeof running>['discord']['command']>[1] = {},
  where: Where = {},
) => (await running().discord.command(name, values, where)).message;

/** Adds an article by link, one by file, and one as a text, and gives the three replies. */
async function addThree(web: Parameters<typeof newsUrl>[0]) {
  const { discord } = running();
  web.serve('/bridge', { body: BRIDGE });
  const file = discord.keep({
    name: 'tunnel.txt',
    bytes: new TextEncoder().encode(TUNNEL),
    type: 'text/plain',
  });
  web.serve(new URL(file.url).pathname, {
    body: TUNNEL,
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  });
  const link = await send('add', { link: newsUrl(web, '/bridge') });
  const byFile = await send('add', {
    file: { ...file, url: web.url(new URL(file.url).pathname, 'news.example') },
  });
  const form = await discord.open('add');
  const text = (await discord.fill(form, { text: MARKET, title: 'The market moves', outlet: 'Harbour Post' }))
    .message;
  return { link, byFile, text };
}

describe('a library in the life of a server', () => {
  it('tells what was understood of a link, a file and a text, with the strongest quotes and a button to undo', async () => {
    const { web } = await startWithDesks({ builtIn: [SEED] });
    const { link, byFile, text } = await addThree(web);
    expect(textOf(link).split('\n')[0]).toMatch(
      /^Added: \*\*\[The bridge will stay closed\]\(.*\)\*\* · Island News · 4 quotes by 4 speakers$/,
    );
    expect(textOf(link)).toContain('> “Nobody has asked the people on the island');
    expect(buttonsOf(link)).toEqual(['Context', 'Context', 'Context', 'Undo']);
    expect(isPrivate(link)).toBe(false);
    expect(textOf(byFile)).toMatch(/^Added: \*\*The tunnel is flooded again\*\* · 2 quotes by 1 speaker/);
    expect(textOf(text)).toMatch(/^Added: \*\*The market moves\*\* · Harbour Post · 2 quotes by 1 speaker/);
  });

  it('answers from them after a restart, and from the built-in articles as well', async () => {
    const { web, place, end } = await startWithDesks({ builtIn: [SEED] });
    await addThree(web);
    await end();
    await startWithDesks({ builtIn: [SEED], place, web });
    const asked = await send('ask', { question: 'who said the bridge will stay closed' });
    expect(textOf(asked)).toMatch(/^\*\*Lena Ortiz\*\*, Mayor\n/);
    expect(textOf(await send('ask', { question: 'who said NATO membership is unlikely' }))).toContain(
      'Michael Waltz',
    );
    const list = await send('articles');
    expect(
      textOf(list)
        .split('\n')
        .filter((line) => line.includes(' · ')),
    ).toHaveLength(4);
    expect(textOf(await send('articles', { search: 'pumps' }))).toMatch(/^\*\*The tunnel is flooded again/);
  });

  it('recognises what is there already', async () => {
    const { web } = await startWithDesks();
    await addThree(web);
    const again = await send('add', { link: `${newsUrl(web, '/bridge')}?utm_source=chat` });
    expect(textOf(again)).toMatch(/^This article is here already: .*The bridge will stay closed/);
    expect(buttonsOf(again)).not.toContain('Undo');
  });

  it('adds what is in a message, for whoever chose to alone', async () => {
    const { web } = await startWithDesks();
    web.serve('/bridge', { body: BRIDGE });
    const { discord } = running();
    const words = `have you seen this? (${newsUrl(web, '/bridge')}).`;
    const { message } = await discord.chooseFor('Add to the library', words);
    expect(textOf(message)).toMatch(/^Added: .*The bridge will stay closed/);
    expect(isPrivate(message)).toBe(true);
    const several = await discord.chooseFor(
      'Add to the library',
      `${words} and https://news.example:1/gone?x=1 ${[1, 2, 3, 4].map((n) => `https://news.example:1/${n}`).join(' ')}`,
    );
    const lines = textOf(several.message).replaceAll('\\', '').split('\n');
    expect(lines[0]).toMatch(/^This article is here already/);
    expect(lines[1]).toMatch(/^\*\*news\.example:1\/gone\?x=1:\*\* That address/);
    expect(lines.at(-1)).toBe('At most 5 are added at once, so these were left out: news.example:1/4.');
    const none = await discord.chooseFor('Add to the library', 'have you seen this?');
    expect(textOf(none.message)).toBe('There is no link and no file in that message.');
  });

  it('is undone by whoever added it, even if the server has let them use nothing but that command', async () => {
    const { web } = await startWithDesks();
    web.serve('/bridge', { body: BRIDGE });
    const { discord } = running();
    const editor: Where = { person: OTHER, manages: false };
    const added = await send('add', { link: newsUrl(web, '/bridge') }, editor);
    const refused = await discord.click(added, 'Undo', { person: personNumber(20), manages: false });
    expect(textOf(refused.message)).toMatch(/^Only those who may manage this server, or who added/);
    expect(isPrivate(refused.message)).toBe(true);
    const undone = await discord.click(added, 'Undo', editor);
    expect(textOf(undone.message)).toMatch(/^Removed, with all its quotes:\n.*The bridge will stay closed/);
    expect(textOf(await send('articles'))).toBe('There are no articles yet.');
    const again = await discord.click(added, 'Undo', editor);
    expect(textOf(again.message)).toBe('It has been removed already.');
  });

  it('keeps what was pasted where its address is none, and follows an address that was pasted', async () => {
    const { web } = await startWithDesks();
    const { discord } = running();
    web.serve('/bridge', { body: BRIDGE });
    const odd = await discord.fill(await discord.open('add'), { text: TUNNEL, url: 'the internet' });
    expect(textOf(odd.message)).toMatch(
      /^Added: .*tunnel[\s\S]*“the internet” is no address, so it was left out\.$/,
    );
    const link = await discord.fill(await discord.open('add'), { text: newsUrl(web, '/bridge') });
    expect(textOf(link.message)).toMatch(/^Added: .*bridge/);
    const gone = await send('add', { link: newsUrl(web, '/gone') });
    expect(textOf(gone)).toMatch(/ If you can read it, copy its text and paste it with \/add\.$/);
  });

  it('is changed through the buttons of an answer by whom the server has let use the command, and nobody else', async () => {
    const { web } = await startWithDesks();
    const { discord } = running();
    await addThree(web);
    const member: Where = { person: personNumber(21), manages: false };
    const other: Where = { person: personNumber(22), manages: false };
    const asked = await send('remove', { article: 'tunnel' }, member);
    expect(textOf(asked)).toMatch(/^Take this article out/);
    expect(textOf((await discord.click(asked, 'Remove', other)).message)).toMatch(
      /^Only those who may manage/,
    );
    expect(textOf((await discord.click(asked, 'Remove', member)).message)).toMatch(/^Removed, .*\n.*tunnel/);
    const list = await send('remove', {}, member);
    const picked = await discord.pick(list, 'The market moves', member);
    expect(textOf((await discord.click(picked.message, 'Remove', member)).message)).toMatch(/^Removed/);
    const sure = await send('data erase', {}, member);
    expect(textOf((await discord.click(sure, 'Erase everything', other)).message)).toMatch(/^Only those/);
    expect(textOf((await discord.click(sure, 'Erase everything', member)).message)).toMatch(/^Erased/);
  });

  it('is not erased by a question that another server was asked', async () => {
    const { web } = await startWithDesks();
    const { discord } = running();
    await addThree(web);
    const sure = await send('data erase', {}, { place: 'other-guild', manages: true });
    const { message } = await discord.click(sure, 'Erase everything', {});
    expect(textOf(message)).toMatch(/^Erase all that I keep about this server: 3 articles/);
  });

  it('has nothing left of a removed article, and old messages say so', async () => {
    const { web } = await startWithDesks();
    const { discord } = running();
    await addThree(web);
    const old = await send('quote', { speaker: 'Lena Ortiz' });
    const list = await send('articles');
    const sure = await discord.pick(list, 'The bridge will stay closed');
    expect(textOf(sure.message)).toMatch(/^Take this article out/);
    await discord.click(sure.message, 'Remove');
    expect(textOf(await send('articles'))).not.toContain('bridge');
    expect(textOf((await discord.click(old, 'Context')).message)).toBe(
      "This statement isn't in the articles any more.",
    );
    expect(textOf(await discord.say('when?', { replyTo: old }))).not.toContain('bridge');
    expect(textOf(await send('quote', { speaker: 'Lena Ortiz' }))).not.toContain('bridge');
    expect(await discord.typing('quote', 'speaker', 'Ortiz')).toEqual([]);
  });

  it('gives all that is kept as a file, and erases it after a confirmation', async () => {
    const { web, desks } = await startWithDesks();
    const { discord } = running();
    await addThree(web);
    await send('follow topic', { words: 'the bridge' });
    const exported = await send('data export');
    expect(isPrivate(exported)).toBe(true);
    expect(textOf(exported)).toContain('3 articles, 0 feeds and 1 follow');
    const [file] = exported.attachments as readonly { readonly url: string }[];
    const got = await fetch(file?.url ?? '');
    const files = unzipSync(new Uint8Array(await got.arrayBuffer()));
    const about = JSON.parse(new TextDecoder().decode(files['library.json']));
    expect(about.articles).toHaveLength(3);
    expect(about.follows).toMatchObject([{ kind: 'topic', words: 'the bridge' }]);
    expect(Object.keys(files)).toContain('articles/0002-tunnel.txt');
    const sure = await send('data erase', {}, { person: personNumber(30), manages: true });
    const erased = await discord.click(sure, 'Erase everything', { person: personNumber(30), manages: true });
    expect(textOf(erased.message)).toBe('Erased: nothing is kept about this server any more.');
    expect(desks.desk('guild:1200000000000000001').articles()).toEqual([]);
    expect(textOf(await send('articles'))).toBe('There are no articles yet.');
    expect(textOf(await send('follow list'))).not.toContain('bridge');
  });

  it('posts in a channel what is followed there when an article comes in, and not after it was removed', async () => {
    const { web } = await startWithDesks();
    const { discord } = running();
    await send('follow speaker', { name: 'Lena Ortiz' });
    web.serve('/bridge', { body: BRIDGE });
    await send('add', { link: newsUrl(web, '/bridge') });
    await expect.poll(() => discord.rest.posted.length, { timeout: 8000 }).toBe(1);
    const [alert] = discord.rest.posted;
    expect(textOf(alert as SentMessage)).toContain('the bridge would stay closed');
    expect(everyPart(alert?.components ?? []).some(({ label }) => label === 'Context')).toBe(true);
  });

  it('says the limit politely, of articles and of what a person may do', async () => {
    const { web } = await startWithDesks({ limits: { articles: 1 } });
    await addThree(web);
    const full = await send('add', { link: newsUrl(web, '/bridge?other') });
    expect(textOf(full)).toMatch(/here already|holds 1 article already/);
    const person = personNumber(40);
    const replies: string[] = [];
    for (let i = 0; i < 7; i++)
      replies.push(textOf(await send('add', { link: `nowhere.example/${i}` }, { person, manages: true })));
    expect(replies.at(-1)).toMatch(/six|6/);
  });

  it('is a person’s own in direct messages', async () => {
    const { web } = await startWithDesks();
    web.serve('/bridge', { body: BRIDGE });
    const own: Where = { place: 'dm' };
    await send('add', { link: newsUrl(web, '/bridge') }, own);
    expect(textOf(await send('articles', {}, own))).toContain('The bridge will stay closed');
    expect(textOf(await send('articles', {}, { place: 'dm', person: OTHER }))).toBe(
      'There are no articles yet.',
    );
    expect(textOf(await send('articles'))).toBe('There are no articles yet.');
  });
});

itKeepsToTheDescription();
