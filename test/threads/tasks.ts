// What the threads of the tests do.
import { threadId } from 'node:worker_threads';

export const greet = (name: string) => `Good evening, ${name}.`;
export const whichThread = async (_: null) => threadId;
export const breakDown = (_: null): never => {
  throw new TypeError('The press is jammed.');
};
export const end = (code: number) => process.exit(code);
export const speak = (words: string) => {
  console.log(words);
  console.error(words);
  return words.length;
};
export function goOn(_: null): never {
  for (;;);
}
export function pileUp(_: null): never {
  for (const pile: object[] = []; ; pile.push({ page: pile.length }));
}
