import { describe, expect, it } from 'vitest';
import { readFeed } from '../../src/intake/read-feed.ts';
import { readFeedApart } from '../../src/intake/read-feed-apart.ts';
import { fetchedOf, rssOf, STORY } from './feeds.ts';

describe('A large feed', () => {
  it('is read in a thread as any other is here', async () => {
    const items = Array.from({ length: 300 }, (_, i) => ({
      guid: `g${i}`,
      link: `/${i}`,
      content: `<![CDATA[${STORY}]]>`,
    }));
    const fetched = fetchedOf(rssOf(items));
    expect(fetched.bytes.length).toBeGreaterThan(200_000);
    const feed = await readFeedApart(fetched);
    expect(feed?.items).toHaveLength(300);
    expect(feed).toEqual(readFeed(fetched));
  });

  it('that is none is none there too', async () => {
    expect(await readFeedApart(fetchedOf(`<!doctype html><p>${'Hello. '.repeat(50_000)}`))).toBeNull();
  });

  it('that takes too long or too much memory is refused, and ends nothing else', async () => {
    const large = fetchedOf(
      rssOf(Array.from({ length: 5000 }, (_, i) => ({ guid: `g${i}`, link: `/${i}` }))),
    );
    for (const most of [
      { time: 1, heap: 512 },
      { time: 60_000, heap: 8 },
    ]) {
      await expect(readFeedApart(large, most)).rejects.toThrow(
        'It is so large, or built so intricately, that it can’t be read.',
      );
    }
    expect((await readFeedApart(large))?.items).toHaveLength(5000);
  }, 60_000);
});
