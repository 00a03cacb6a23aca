import { distance } from 'fastest-levenshtein';

/** The name that `typed` was probably meant for: one with few letters changed, or that it begins; otherwise null. */
export function nearest(typed: string, names: readonly string[]): string | null {
  const word = typed.toLowerCase();
  const begun = word.length >= 2 ? names.find((name) => name.startsWith(word)) : undefined;
  if (begun !== undefined) return begun;
  const [best] = names
    .map((name) => ({ name, changes: distance(word, name) }))
    .sort((a, b) => a.changes - b.changes);
  return best && best.changes <= Math.min(2, Math.floor(best.name.length / 2)) ? best.name : null;
}

/** " Did you mean …?" with a blank before it, or nothing where no name is near. */
export function didYouMean(typed: string, names: readonly string[], prefix = ''): string {
  const name = nearest(typed, names);
  return name === null ? '' : ` Did you mean ${prefix}${name}?`;
}
