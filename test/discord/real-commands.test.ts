import { describe, expect, it } from 'vitest';
import { createMemoryArchive } from '../../src/archive/memory-archive.ts';
import type { Article } from '../../src/articles/article.ts';
import { loadCommands } from '../../src/load-commands.ts';
import { contextReply } from '../../src/replies/context.ts';
import { news, SEED } from '../articles/news.ts';
import { desk } from './library-samples.ts';
import { itKeepsToTheDescription, useStandIn } from './running.ts';
import { buttonsOf, type SentMessage, textOf } from './stand-in.ts';

const running = useStandIn();
const commands = await loadCommands();
const SOURCE =
  '-# Rutte stresses long-term NATO prospects for Ukraine despite no membership in current peace deal · Caliber.Az · by Tamilla Hasanova';

/** Starts the bot with the project's own commands over the first article, or over those that are given. */
const startOver = (...articles: readonly Article[]) => {
  const archive = createMemoryArchive(articles.length === 0 ? [SEED] : articles);
  return running().start({ commands, archive, context: contextReply });
};

/** Starts it, and gives what somebody in the server sees who sends a command. */
async function send(
  name: string,
  values: Readonly<Record<string, string | boolean>> = {},
): Promise<SentMessage> {
  await startOver();
  return (await running().discord.command(name, values)).message;
}

const isPrivate = ({ flags }: SentMessage) => (flags & 64) !== 0;
/** The quotes of a message: its lines that begin as a block quote. */
const quotesOf = (message: SentMessage) =>
  textOf(message)
    .split('\n')
    .filter((line) => line.startsWith('> '));

describe('/ask in Discord', () => {
  it('shows speaker, role, time, words, paraphrase and source, in this order and nothing else', async () => {
    const message = await send('ask', { question: 'who said NATO membership is unlikely' });
    expect(textOf(message).split('\n')).toEqual([
      '**Michael Waltz**, US National Security Adviser',
      'on March 16',
      '> Ukraine’s **NATO** **membership** as **unlikely**',
      "-# paraphrase, in the article's words",
      `${SOURCE} · paragraph 9`,
    ]);
    expect(buttonsOf(message)).toEqual(['Context']);
    expect(isPrivate(message)).toBe(false);
  });

  it('shows where it was said, and the verdict of a question whether it was', async () => {
    const message = await send('ask', {
      question: 'where did Rutte say Ukraine will not receive membership',
    });
    expect(textOf(message)).toContain('In a recent speech at the Warsaw School of Economics');
    const { discord } = running();
    const did = (await discord.command('ask', { question: 'did zelensky say kyiv wants to join nato' }))
      .message;
    expect(textOf(did)).toMatch(
      /^Yes, the articles have that:\n\*\*Volodymyr Zelensky\*\*, Ukrainian President\n/,
    );
    const opposite = (await discord.command('ask', { question: 'did rutte promise ukraine membership' }))
      .message;
    expect(textOf(opposite)).toMatch(/^The articles have the opposite:\n\*\*Mark Rutte\*\*/);
  });

  it.each([
    ['what did Rutte say about peace negotiations', 'Mark Rutte', 'peace'],
    ['when did Zelensky say Kyiv wants NATO', 'Volodymyr Zelensky', 'On March 20'],
    ['who will not recognize the loss of territories', 'Andriy Sybiha', 'territories'],
  ])('answers: %s', async (question, speaker, words) => {
    const message = await send('ask', { question });
    expect(textOf(message)).toMatch(new RegExp(`^\\*\\*${speaker}\\*\\*`));
    expect(textOf(message)).toContain(words);
  });

  it('says that nobody said it, with the nearest thing as what it is', async () => {
    const message = await send('ask', { question: 'who said Ukraine will leave the UN' });
    expect(textOf(message)).toMatch(
      /^Nobody in these articles said that\. The nearest that was said, which is no answer:\n\*\*/,
    );
    expect(quotesOf(message)).toHaveLength(1);
  });

  it('answers the asker alone where private is on', async () => {
    const message = await send('ask', { question: 'who said NATO membership is unlikely', private: true });
    expect(isPrivate(message)).toBe(true);
    expect(textOf(message)).toContain('Michael Waltz');
  });

  it('answers in direct messages as in servers', async () => {
    await startOver();
    const texts: string[] = [];
    for (const place of ['guild', 'dm', 'group'] as const) {
      const values = { question: 'who said NATO membership is unlikely' };
      texts.push(textOf((await running().discord.command('ask', values, place)).message));
    }
    expect(texts[0]).toContain('Michael Waltz');
    expect(texts).toEqual([texts[0], texts[0], texts[0]]);
  });

  it('shows what an article or an asker writes as it is read, and no Markdown of theirs', async () => {
    await startOver(
      news(
        'Lena **Ortiz said that @everyone *must* pay 2*3 to read <@123> and https://evil.example/_a_ today.',
        {
          title: '[A title](https://evil.example)',
          url: 'https://gazette.example/a_b_c?x=(1)&y=*2*',
        },
      ),
    );
    const { message } = await running().discord.command('ask', {
      question: 'who must read `@everyone` **today**',
    });
    const text = textOf(message);
    expect(text).toContain('\\@**everyone** must pay 2\\*3');
    expect(text).toContain('\\<\\@123\\>');
    expect(text).not.toContain('](https://evil.example)');
    expect(text).toContain('https://gazette.example/');
  });
});

describe('/quote in Discord', () => {
  const FIRST = ['> Ukraine will not', '> this decision does', '> “We have never'];
  const beginnings = (message: SentMessage) =>
    quotesOf(message).map((line) => line.replaceAll('**', '').split(' ').slice(0, 4).join(' '));

  it('pages there and back', async () => {
    const first = await send('quote', { speaker: 'Rutte' });
    const { discord } = running();
    expect(beginnings(first)).toEqual(FIRST);
    expect(buttonsOf(first)).toEqual(['Context', 'Context', 'Context', '[Previous]', '[1 / 3]', 'Next']);
    const second = (await discord.click(first, 'Next')).message;
    expect(beginnings(second)).toEqual([
      '> at the recent',
      '> cooperation between NATO',
      '> optimism regarding ongoing',
    ]);
    const third = (await discord.click(second, 'Next')).message;
    expect(beginnings(third)).toEqual(['> the process of', '> confidence in the']);
    expect(buttonsOf(third)).toEqual(['Context', 'Context', 'Previous', '[3 / 3]', '[Next]']);
    const back = (await discord.click((await discord.click(third, 'Previous')).message, 'Previous')).message;
    expect(textOf(back)).toBe(textOf(first));
  });

  it('pages a message that is older than the running bot', async () => {
    const { discord } = running();
    const before = await startOver();
    const first = (await discord.command('quote', { speaker: 'Зеленський', about: 'NATO' })).message;
    const rutte = (await discord.command('quote', { speaker: 'Rutte', kind: 'indirect' })).message;
    await before.stop();
    await startOver(news('Nobody spoke.'), SEED);
    expect(buttonsOf(first)).not.toContain('Next');
    const second = (await discord.click(rutte, 'Next')).message;
    expect(beginnings(second)).toEqual(['> confidence in the']);
    expect(textOf((await discord.click(second, 'Previous')).message)).toBe(textOf(rutte));
    expect(textOf((await discord.click(first, 'Context')).message)).toContain('paragraph 7');
  });

  it('finds Zelensky in other spellings, his direct words verbatim', async () => {
    const messages: string[] = [];
    await startOver();
    for (const speaker of ['Zelensky', 'Zelenskyy', 'Зеленський', 'zelenski', 'volodymyr'])
      messages.push(textOf((await running().discord.command('quote', { speaker })).message));
    expect(new Set(messages).size).toBe(1);
    expect(messages[0]).toContain(
      '> “Kyiv very much wants NATO membership, as it would solve many problems”',
    );
  });

  it('shows the paragraph around a quote to who clicks "Context"', async () => {
    const message = await send('quote', { speaker: 'Rutte' });
    const context = (await running().discord.click(message, 'Context', { nth: 2 })).message;
    expect(isPrivate(context)).toBe(true);
    expect(textOf(context)).toBe(
      `“**We have never promised Ukraine that it would become a NATO member in the context of peace negotiations, but we need to distinguish that from the future, from what will happen in the long term**,” Rutte explained, Caliber.Az reports, referring to foreign media.\n${SOURCE.replace('-# ', '')} · paragraph 3`,
    );
  });

  it('says that a passage is gone once its article is', async () => {
    const { discord } = running();
    const before = await startOver();
    const { message } = await discord.command('quote', { speaker: 'Waltz' });
    await before.stop();
    await startOver(news('Nobody spoke.'));
    expect(textOf((await discord.click(message, 'Context')).message)).toBe(
      "This statement isn't in the articles any more.",
    );
  });

  it('offers speakers with role and number of quotes, and articles by title', async () => {
    await startOver();
    const { discord } = running();
    expect(await discord.typing('quote', 'speaker', 'zelenskyy')).toEqual([
      { name: 'Volodymyr Zelensky, Ukrainian President · 3 quotes', value: 'Volodymyr Zelensky' },
    ]);
    expect((await discord.typing('quote', 'speaker', '')).map(({ value }) => value)).toEqual([
      'Mark Rutte',
      'Volodymyr Zelensky',
      'Michael Waltz',
      'Andriy Sybiha',
    ]);
    expect(await discord.typing('quote', 'article', 'rutte stresses')).toEqual([
      { name: SEED.title, value: SEED.id },
    ]);
    expect(await discord.typing('quote', 'speaker', 'putin')).toEqual([]);
  });

  it('says that nobody is called so', async () => {
    const message = await send('quote', { speaker: '**Putin**' });
    expect(textOf(message)).toMatch(/^Nobody called “\\\*\\\*Putin\\\*\\\*” is quoted in these articles\./);
    expect(buttonsOf(message)).toEqual([]);
  });
});

describe('the lists in Discord', () => {
  it('name the speakers', async () => {
    expect(textOf(await send('speakers')).split('\n')).toEqual([
      '**Mark Rutte**, NATO Secretary General · 8 quotes',
      '**Volodymyr Zelensky**, Ukrainian President · 3 quotes',
      '**Michael Waltz**, US National Security Adviser · 2 quotes',
      '**Andriy Sybiha**, Ukrainian Foreign Minister · 1 quote',
    ]);
  });

  it('name the articles', async () => {
    expect(textOf(await send('articles'))).toBe(
      '**Rutte stresses long-term NATO prospects for Ukraine despite no membership in current peace deal** · Caliber.Az · by Tamilla Hasanova · 14 quotes',
    );
  });

  it('name the commands, those about a library where the asker has one', async () => {
    const text = textOf(await send('help', { private: true }));
    for (const { name, needsLibrary } of commands)
      expect(text.includes(`**/${name}`)).toBe(needsLibrary !== true);
    await running().start({ commands, desk, archive: createMemoryArchive([SEED]), context: contextReply });
    const { discord } = running();
    const first = (await discord.command('help')).message;
    const rest = buttonsOf(first).includes('Next') ? (await discord.click(first, 'Next')).message : first;
    for (const { name } of commands) expect(textOf(first) + textOf(rest)).toContain(`**/${name}`);
  });

  it('page where they are long', async () => {
    await startOver(
      ...Array.from({ length: 20 }, (_, at) =>
        news(`Marcus Bell said it is number ${at} of them.`, { title: `Title ${at}` }),
      ),
    );
    const { message } = await running().discord.command('articles');
    expect(buttonsOf(message)).toEqual(['[Previous]', '[1 / 2]', 'Next']);
    expect(textOf((await running().discord.click(message, 'Next')).message).split('\n')).toHaveLength(5);
  });
});

itKeepsToTheDescription();
