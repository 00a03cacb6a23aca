import { genderOfFirstName } from '../language/first-names.ts';
import { foldName, foldPlain } from '../language/names.ts';
import { hasBodyWord } from '../speakers/bodies.ts';
import { nameKey } from '../speakers/people.ts';
import type { Attribution } from '../speakers/resolve-speakers.ts';
import type { Speaker } from '../speakers/speaker.ts';

/** What a library's articles tell of one speaker, with how often each role is given. */
export type SpeakerFile = {
  /** Told by the first name that the speaker was met under, so that it stays the same when a fuller one comes. */
  readonly id: string;
  readonly name: string;
  readonly named: boolean;
  readonly aliases: ReadonlySet<string>;
  readonly roles: ReadonlyMap<string, number>;
};

/** Gathers attributions into speakers: one for all spellings of a name, and one an article for somebody only described. */
export type SpeakerRegister = {
  /** Takes one attribution in and gives back the key of its speaker's file. */
  add(attribution: Attribution, articleId: string): string;
  file(key: string): SpeakerFile | undefined;
};

type Entry = SpeakerFile & {
  name: string;
  readonly aliases: Set<string>;
  readonly roles: Map<string, number>;
};

/** What all spellings of a name share: first and last name of a person, of a body all words but its article. */
function keyOfName(name: string): string {
  const plain = name.replace(/^the\s+/i, '');
  return (isBodily(plain) ? null : nameKey(plain)?.key) ?? foldName(plain).join(' ');
}

/** Whether a name is a body's, whose last word many others have: "the Bridge Committee", "Bank of Cole". */
const isBodily = (name: string): boolean =>
  /\s(?:of|for|and|&)\s/.test(name) ||
  (genderOfFirstName(name.split(/\s+/)[0] ?? '') === null && hasBodyWord(name));

/** A new register without speakers. */
export function createSpeakerRegister(): SpeakerRegister {
  const entries = new Map<string, Entry>();
  const keys = new Map<string, string>();
  const keyOf = (name: string) => {
    const key = keys.get(name) ?? keyOfName(name);
    keys.set(name, key);
    return key;
  };
  return {
    add({ name, role, how }, articleId) {
      const named = how !== 'described';
      const suffix = named ? '' : `-${articleId.slice(0, 6)}`;
      const key = (named ? keyOf(name) : name.toLowerCase()) + suffix;
      let entry = entries.get(key);
      if (!entry) {
        const id = foldPlain(name).join('-').slice(0, 48) + suffix;
        entry = { id, name, named, aliases: new Set(), roles: new Map() };
        entries.set(key, entry);
      }
      entry.aliases.add(name);
      if (name.length > entry.name.length) entry.name = name;
      if (role !== null) entry.roles.set(role, (entry.roles.get(role) ?? 0) + 1);
      return key;
    },
    file: (key) => entries.get(key),
  };
}

/** The speaker that the files of one or several libraries tell of; the first one's id counts. */
export function speakerOf(files: readonly [SpeakerFile, ...SpeakerFile[]]): Speaker {
  const [{ id, named }] = files;
  const name = files.map((file) => file.name).reduce((a, b) => (b.length > a.length ? b : a));
  const roles = new Map<string, number>();
  for (const file of files)
    for (const [role, count] of file.roles) roles.set(role, (roles.get(role) ?? 0) + count);
  return {
    id,
    name,
    named,
    aliases: [...new Set(files.flatMap(({ aliases }) => [...aliases]))].filter((alias) => alias !== name),
    roles: [...roles].sort(([, a], [, b]) => b - a).map(([role]) => role),
  };
}

/** Whether two speakers of one key are told of alike. */
export const areAlike = (a: Speaker, b: Speaker): boolean =>
  a.id === b.id && a.name === b.name && isSame(a.aliases, b.aliases) && isSame(a.roles, b.roles);

const isSame = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((value, i) => value === b[i]);
