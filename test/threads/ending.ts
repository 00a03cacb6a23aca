// A program that has a thread do something, and has nothing else to do then.
import { runApart } from '../../src/threads/kept-threads.ts';
import type { speak } from './tasks.ts';

const work = { module: new URL('./tasks.ts', import.meta.url).href, name: 'speak', heap: 64 };
console.log(await runApart<typeof speak>(work, 'Hear, hear!'));
