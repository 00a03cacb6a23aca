// The beginning of a thread that reads articles. It has none of what the program that starts it has set up to run TypeScript.
import { register } from 'tsx/esm/api';

register({ tsconfig: false });
await import('./reading-loop.ts');
