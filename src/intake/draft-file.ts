import { oneLine } from './one-line.ts';

const LONGEST = 80;

/**
 * What a draft's file is called, from an address, a file's name or a title: the last part that says something, without anything that
 * means something in a path, and with the ending `.txt` or, where it is told and given, `.md`.
 */
export function fileNameOf(from: string, ending: '.txt' | '.md' = '.txt'): string {
  const named = nameOf(from)
    .replace(/\.(?:[a-z]{2,5}|md)$/i, '')
    .replace(/[\\/:*?"<>|]+/g, ' ');
  const name = oneLine(named)
    .replace(/^[.\s]+/, '')
    .slice(0, LONGEST)
    .trim();
  return `${oneLine(name) || 'article'}${ending}`;
}

function nameOf(from: string): string {
  if (!/^https?:\/\//i.test(from) || !URL.canParse(from)) return from.split(/[\\/]/).at(-1) ?? '';
  const { hostname, pathname } = new URL(from);
  const last = pathname.split('/').filter(Boolean).at(-1) ?? '';
  return `${hostname}${last && ` ${decoded(last)}`}`;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
