import type { Person } from './people.ts';

/** Who a source is: the name, the role as the article gives it, and how the name was found. */
export type Attribution = {
  /** The full name where the article gives it; otherwise the article's own words for the source. */
  readonly name: string;
  readonly role: string | null;
  readonly how: 'named' | 'surname' | 'pronoun' | 'role' | 'described';
};

/** Somebody of an article's people as the speaker, with the role that the article gives first. */
export const attributionTo = (
  { name, roles }: Pick<Person, 'name' | 'roles'>,
  how: Attribution['how'],
  role: string | null = null,
): Attribution => ({ name, role: role ?? roles[0] ?? null, how });
