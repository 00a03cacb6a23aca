// The beginning of a thread that reads a feed. It has none of what the program that starts it has set up to run TypeScript.
import { register } from 'tsx/esm/api';

register({ tsconfig: false });
await import('./read-feed-loop.ts');
