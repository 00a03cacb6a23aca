import { linesReply } from './pages.ts';
import type { Reply } from './reply.ts';

/** What is said where there is no library that anything could be done with. */
export const noLibraryReply = (): Reply =>
  linesReply(
    'There is no library here that articles can be added to: use this in a server that I was added to, or write to me directly.',
    [],
    [],
    1,
  );
