/**
 * Features as numbers: each feature is a template's number and the values that it joins, hashed into a row of a weight
 * table (Weinberger et al., Feature hashing for large scale multitask learning, ICML 2009).
 */

/** FNV-1a of a string, as a signed 32-bit number. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash | 0;
}

/** Joins a value to a hash. The order of joining counts. */
export function join(hash: number, value: number): number {
  const mixed = Math.imul(hash ^ Math.imul(value, 0x85ebca6b), 0x9e3779b1);
  return mixed ^ (mixed >>> 15);
}

/** Features as they are collected: token by token, each token's from where the one before it ends. */
export type FeatureList = {
  hashes: Int32Array;
  length: number;
  /** Where each token's features end. */
  readonly ends: number[];
  /** What every feature of the token at hand is joined to. */
  base: number;
  /** The number of the template at hand: each feature of a token has the next one. */
  template: number;
};

export const createFeatureList = (): FeatureList => ({
  hashes: new Int32Array(1024),
  length: 0,
  ends: [],
  base: 0,
  template: 0,
});

/** Empties a list, to be used again. */
export function clearFeatures(list: FeatureList): void {
  list.length = 0;
  list.ends.length = 0;
}

/** Begins a token: its first template's number, and what all its features are joined to. */
export function beginToken(list: FeatureList, template: number, base: number): void {
  list.template = template;
  list.base = base;
}

export function endToken(list: FeatureList): void {
  list.ends.push(list.length);
}

/** Adds a feature that is a hash already. */
function addHash(list: FeatureList, hash: number): void {
  if (list.length === list.hashes.length) {
    const grown = new Int32Array(2 * list.length);
    grown.set(list.hashes);
    list.hashes = grown;
  }
  list.hashes[list.length++] = hash;
}

/** Adds a feature of one value. */
export function add1(list: FeatureList, a: number): void {
  addHash(list, join(join(++list.template, list.base), a));
}

/** Adds a feature of two values together. */
export function add2(list: FeatureList, a: number, b: number): void {
  addHash(list, join(join(join(++list.template, list.base), a), b));
}

/** Adds a feature of three values together. */
export function add3(list: FeatureList, a: number, b: number, c: number): void {
  addHash(list, join(join(join(join(++list.template, list.base), a), b), c));
}
