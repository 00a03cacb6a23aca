import { foldName, foldPlain } from '../language/names.ts';
import { nameKey } from '../speakers/people.ts';
import type { Attribution } from '../speakers/resolve-speakers.ts';
import type { Speaker } from '../speakers/speaker.ts';

/** One speaker's attributions, gathered over all articles. */
type Entry = {
  name: string;
  named: boolean;
  aliases: Set<string>;
  roles: Map<string, number>;
  suffix: string;
};

/** Gathers attributions into speakers: one for all spellings of a name, and one an article for somebody only described. */
export type SpeakerRegister = {
  /** Takes one attribution in and gives back the key that {@link speakers} has its speaker under. */
  add(attribution: Attribution, articleId: string): string;
  /** Every speaker so far, by key. */
  speakers(): ReadonlyMap<string, Speaker>;
};

/** A new register without speakers. */
export function createSpeakerRegister(): SpeakerRegister {
  const entries = new Map<string, Entry>();
  return {
    add({ name, role, how }, articleId) {
      const named = how !== 'described';
      const suffix = named ? '' : `-${articleId.slice(0, 6)}`;
      const key = (named ? (nameKey(name)?.key ?? foldName(name).join(' ')) : name.toLowerCase()) + suffix;
      const entry = entries.get(key) ?? { name, named, aliases: new Set(), roles: new Map(), suffix };
      entries.set(key, entry);
      entry.aliases.add(name);
      if (name.length > entry.name.length) entry.name = name;
      if (role !== null) entry.roles.set(role, (entry.roles.get(role) ?? 0) + 1);
      return key;
    },
    speakers: () => new Map([...entries].map(([key, entry]) => [key, speakerOf(entry)])),
  };
}

function speakerOf({ name, named, aliases, roles, suffix }: Entry): Speaker {
  return {
    id: foldPlain(name).join('-').slice(0, 48) + suffix,
    name,
    named,
    aliases: [...aliases].filter((alias) => alias !== name),
    roles: [...roles].sort(([, a], [, b]) => b - a).map(([role]) => role),
  };
}
