import type { Speaker } from '../speakers/speaker.ts';
import type { ArticleEntry, Hit, SearchTerm, SpeakerEntry, Statement } from './archive.ts';
import { createSpeakerFinder } from './find-speakers.ts';
import type { Library } from './library.ts';
import { frequencyOf, searchStatements } from './search-statements.ts';
import { type SpeakerFile, speakerOf } from './speaker-register.ts';

/** What somebody sees who may see some libraries. Each part is put together when it is first read. */
export type Visible = {
  readonly statements: () => readonly Statement[];
  readonly statement: (id: string) => Statement | undefined;
  readonly statementsBy: (speakerId: string) => readonly Statement[];
  readonly speakers: () => readonly SpeakerEntry[];
  readonly articles: () => readonly ArticleEntry[];
  readonly findSpeakers: (name: string) => readonly SpeakerEntry[];
  readonly search: (terms: readonly SearchTerm[], limit: number) => readonly Hit[];
  readonly frequency: (stem: string) => number;
};

/** Puts libraries together, as they are now, in the order given. A speaker of several is one, told of by all of them. */
export function createVisible(libraries: readonly Library[]): Visible {
  const parts = once(() => statementsOf(libraries));
  const statements = once(() => parts().flat());
  const speakers = once(() => countSpeakers(statements()));
  const find = once(() => createSpeakerFinder(speakers()));
  const bySpeaker = once(() => groupBySpeaker(statements()));
  const indexes = once(() => libraries.map((library) => library.index()));
  const at = (library: number, place: number | undefined) =>
    place === undefined ? undefined : parts()[library]?.[place];
  return {
    statements,
    statement(id) {
      const library = libraries.findIndex((one) => one.placeOf(id) !== undefined);
      return at(library, libraries[library]?.placeOf(id));
    },
    statementsBy: (speakerId) => bySpeaker().get(speakerId) ?? [],
    speakers,
    articles: once(() => libraries.flatMap(({ articles }) => articles())),
    findSpeakers: (name) => find()(name),
    search: (terms, limit) =>
      searchStatements(terms, indexes(), limit).flatMap(({ library, place, score }) => {
        const statement = at(library, place);
        return statement ? [{ statement, score }] : [];
      }),
    frequency: (stem) => frequencyOf(stem, indexes()),
  };
}

/** The statements of each library, with speakers that all the libraries tell of. */
function statementsOf(libraries: readonly Library[]): readonly (readonly Statement[])[] {
  const shared = sharedSpeakers(libraries);
  return libraries.map(({ statements, keyAt }) =>
    shared.size === 0
      ? [...statements]
      : statements.map((statement, place) => {
          const speaker = shared.get(keyAt(place) ?? '');
          return speaker && speaker !== statement.speaker ? { ...statement, speaker } : statement;
        }),
  );
}

/** By their keys, the speakers whom several libraries tell of. */
function sharedSpeakers(libraries: readonly Library[]): ReadonlyMap<string, Speaker> {
  const shared = new Map<string, Speaker>();
  const largest = Math.max(...libraries.map(({ speakers }) => speakers.size));
  const skipped = libraries.findIndex(({ speakers }) => speakers.size === largest);
  for (const [i, library] of libraries.entries()) {
    if (i === skipped) continue;
    for (const key of library.speakers.keys()) {
      const [first, ...others] = libraries.flatMap(({ file }): readonly SpeakerFile[] => {
        const found = file(key);
        return found ? [found] : [];
      });
      if (first && others.length > 0 && !shared.has(key)) shared.set(key, speakerOf([first, ...others]));
    }
  }
  return shared;
}

function countSpeakers(statements: readonly Statement[]): readonly SpeakerEntry[] {
  const counts = new Map<Speaker, number>();
  for (const { speaker } of statements) if (speaker) counts.set(speaker, (counts.get(speaker) ?? 0) + 1);
  return [...counts]
    .map(([speaker, count]) => ({ speaker, statements: count }))
    .sort((a, b) => b.statements - a.statements || (a.speaker.name < b.speaker.name ? -1 : 1));
}

function groupBySpeaker(statements: readonly Statement[]): ReadonlyMap<string, readonly Statement[]> {
  const groups = new Map<string, Statement[]>();
  for (const statement of statements) {
    if (!statement.speaker) continue;
    const group = groups.get(statement.speaker.id);
    if (group) group.push(statement);
    else groups.set(statement.speaker.id, [statement]);
  }
  return groups;
}

/** A function that is run at its first call, and gives the same result at every later one. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
