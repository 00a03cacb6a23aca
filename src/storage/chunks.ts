// SQLite takes 32,766 values in a query, PostgreSQL 65,535; what an answer weighs matters as well.
const MOST = 250;

/** Parts of a list that a query can take; none for an empty list. */
export function chunks<T>(list: readonly T[]): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(list.length / MOST) }, (_, n) =>
    list.slice(n * MOST, (n + 1) * MOST),
  );
}
