import { foldPlain } from '../language/names.ts';
import type { Copy } from './layout.ts';
import type { Person } from './people.ts';
import type { Mention } from './surnames.ts';
import { officeOf, ROLE_NOUNS } from './titles.ts';

/** A role or another description by its parts: "the former campaign manager of Cole". */
export type Role = {
  readonly article: 'definite' | 'indefinite' | 'owned';
  /** Its last noun, in small letters: "manager". */
  readonly head: string;
  /** One word for the office under all its names. */
  readonly office: string;
  readonly former: boolean;
  /** Whether more than words tells which: "the last one to leave", "the head of the Bridge Board". */
  readonly explained: boolean;
  /** The other words that say which: "campaign", "cole". */
  readonly modifiers: readonly string[];
};

const SMALL = new Set(
  'the a an of for in at from with on to and his her their its my our by who is was s current longtime then new this that now one'.split(
    ' ',
  ),
);

/** Reads a description by its parts; null where it has no noun that we know. */
export function readRole(description: string): Role | null {
  const text = description.replace(/\s+/g, ' ').trim();
  const [, article = '', rest = ''] =
    /^(?:(the|an?|this|that|his|her|their|its|one|at least one)\s+)?(.*)$/i.exec(text) ?? [];
  const [base = ''] = rest.split(
    /,|\s+(?:of|for|in|at|from|with|on|to|near|who|whose|which|that|by|and)\s+|\s\(/,
  );
  const parts = foldRole(base);
  const head = parts.at(-1) ?? '';
  return head === '' ? null : roleFrom(article, rest, head);
}

function roleFrom(article: string, rest: string, head: string): Role {
  const words = foldRole(rest).filter((word) => word !== head && !SMALL.has(word));
  const former = words.some((word) => /^(?:former|ex|retired|onetime)$/.test(word));
  const owned = /^(?:his|her|their|its)$/i.test(article) || /^\p{Lu}[\p{L}. -]*[’']s?\s/u.test(rest);
  return {
    article: /^(?:the|this|that)$/i.test(article) ? 'definite' : owned ? 'owned' : 'indefinite',
    head,
    office: officeOf(head),
    former,
    explained: /\s(?:to|who|that|which|whose|whom)\s|\sof\s+(?:the\s+)?\p{Lu}\S*\s+\p{Lu}/u.test(rest),
    modifiers: words.filter((word) => !/^(?:former|ex|retired|onetime)$/.test(word)),
  };
}

const foldRole = (text: string): readonly string[] => foldPlain(text.replace(/\.(?=\s|$)/g, ''));

/** What an article says of people beside their names: "Dana Cole, the city’s tax commissioner," and the roles before them. */
export function collectRoles(
  { text }: Copy,
  people: readonly Person[],
  mentions: readonly Mention[],
): ReadonlyMap<Person, readonly Role[]> {
  const roles = new Map<Person, Role[]>();
  const add = (person: Person, phrase: string | undefined) => {
    const role = phrase === undefined ? null : readRole(phrase);
    if (role && (ROLE_NOUNS.has(role.head) || ROLE_NOUNS.has(role.office)))
      roles.set(person, [...(roles.get(person) ?? []), role]);
  };
  for (const person of people)
    for (const role of person.roles) for (const part of role.split(/,\s+|\s+and\s+/)) add(person, part);
  for (const { person, span, full } of mentions) {
    const behind = text.slice(span[1], span[1] + 140);
    add(person, /^(?:,|\s+(?:--|—|–))\s+([^,.;()—–]{3,90})(?=[,.;—–]|\s--)/u.exec(behind)?.[1]);
    add(
      person,
      /^,?\s+(?:who\s+)?(?:is|was)\s+((?:the|an?)\s+[^,.;()—–]{3,90})(?=[,.;—–])/u.exec(behind)?.[1],
    );
    if (!full) continue;
    const start = span[0] - (person.name.length - (span[1] - span[0]));
    const before = text.slice(Math.max(0, start - 110), Math.max(0, start));
    const phrase = /(?:^|[.!?”"]\s+|,\s+|\s(?:by|to|with|from|and|as|that)\s+)([^,.;“”"]{4,90}),\s+$/u.exec(
      before,
    )?.[1];
    add(person, phrase);
  }
  return roles;
}
