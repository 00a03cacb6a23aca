import { type Card, PAGE, type Reply, type Run } from './reply.ts';

/** The part of a list that a page shows, and which page it is; the nearest one where there is no such page. */
function pageOf<T>(
  all: readonly T[],
  size: number,
  wanted: number,
): { part: readonly T[]; page: Reply['page'] } {
  const of = Math.max(1, Math.ceil(all.length / size));
  const number = Math.min(of, Math.max(1, wanted));
  return { part: all.slice((number - 1) * size, number * size), page: of > 1 ? { number, of } : null };
}

/** A reply of statements, three a page. */
export function cardsReply(
  lead: string | null,
  cards: readonly Card[],
  records: readonly object[],
  wanted: number,
): Reply {
  const { part, page } = pageOf(cards, PAGE.cards, wanted);
  return { lead: lead === null ? null : [{ text: lead }], cards: part, lines: [], page, records };
}

/** A reply of list lines, fifteen a page. */
export function linesReply(
  lead: string | null,
  lines: readonly (readonly Run[])[],
  records: readonly object[],
  wanted: number,
): Reply {
  const { part, page } = pageOf(lines, PAGE.lines, wanted);
  return { lead: lead === null ? null : [{ text: lead }], cards: [], lines: part, page, records };
}
