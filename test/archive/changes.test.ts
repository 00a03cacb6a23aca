import { describe, expect, it } from 'vitest';
import { createMemoryArchive } from '../../src/archive/memory-archive.ts';
import { readForArchive } from '../../src/archive/read-attributions.ts';
import { BUILT_IN, type LibraryId } from '../../src/articles/article.ts';
import { news } from '../articles/news.ts';

const SERVER: LibraryId = 'guild:1';
const BRIDGE = news('Mayor Lena Ortiz said the bridge was closed.', { title: 'The bridge' });
const FERRY = news('Marcus Bell said the ferry had sunk.', { title: 'The ferry' });
const TUNNEL = news('Governor Lena Maria Ortiz said the tunnel was flooded.', { title: 'The tunnel' });
const SECRET = news('Senator Lena Maria Ortiz-Bell said the vault was empty.', {}, SERVER);
const OTHER = news('Senator Lena Maria Ortiz said the vault was empty.', {}, SERVER);

const archiveOf = (...articles: Parameters<typeof readForArchive>[0][]) => createMemoryArchive(articles);

describe('a read of the archive', () => {
  const archive = archiveOf(BRIDGE, FERRY);

  it('gives the same object again, in whatever order the libraries are named', () => {
    for (const read of ['statements', 'speakers', 'articles'] as const) {
      const first = archive[read]([BUILT_IN, SERVER]);
      expect(archive[read]([SERVER, BUILT_IN, BUILT_IN])).toBe(first);
    }
  });

  it('gives the statements of one speaker', () => {
    const [entry] = archive.findSpeakers('ortiz', [BUILT_IN]);
    const id = entry?.speaker.id ?? '';
    expect(archive.statementsBy(id, [BUILT_IN]).map(({ text }) => text)).toEqual(['the bridge was closed']);
    expect(archive.statementsBy(id, [SERVER])).toEqual([]);
    expect(archive.statementsBy('nobody', [BUILT_IN])).toEqual([]);
  });

  it('counts the statements that have a stem in their own words', () => {
    expect(archive.frequency('bridg', [BUILT_IN])).toBe(1);
    expect(archive.frequency('bridg', [SERVER])).toBe(0);
    expect(archive.frequency('mayor', [BUILT_IN])).toBe(0);
  });
});

describe('an article that comes later', () => {
  it('is in every read from then on, and not in what was given back before', () => {
    const archive = archiveOf(BRIDGE);
    const before = archive.statements([BUILT_IN]);
    archive.add([readForArchive(FERRY)]);
    expect(before).toHaveLength(1);
    expect(archive.statements([BUILT_IN]).map(({ text }) => text)).toEqual([
      'the bridge was closed',
      'the ferry had sunk',
    ]);
    expect(archive.speakers([BUILT_IN])).toHaveLength(2);
    expect(archive.articles([BUILT_IN])).toHaveLength(2);
    expect(archive.findSpeakers('bell', [BUILT_IN])).toHaveLength(1);
    expect(archive.search([{ stem: 'ferri', weight: 1 }], [BUILT_IN], 5)).toHaveLength(1);
    expect(archive.frequency('ferri', [BUILT_IN])).toBe(1);
  });

  it('tells more of a speaker in all statements, while the id stays', () => {
    const archive = archiveOf(BRIDGE);
    const [before] = archive.statements([BUILT_IN]);
    archive.add([readForArchive(TUNNEL)]);
    const [after, other] = archive.statements([BUILT_IN]);
    expect(after?.speaker).toEqual({
      id: 'lena-ortiz',
      name: 'Lena Maria Ortiz',
      named: true,
      aliases: ['Lena Ortiz'],
      roles: ['Mayor', 'Governor'],
    });
    expect(other?.speaker).toBe(after?.speaker);
    expect(after?.id).toBe(before?.id);
    expect(archive.statement(before?.id ?? '', [BUILT_IN])).toBe(after);
  });

  it('counts once where it is there already', () => {
    const archive = archiveOf(BRIDGE);
    archive.add([readForArchive(BRIDGE)]);
    expect(archive.statements([BUILT_IN])).toHaveLength(1);
  });

  it('makes the same archive as one that was there from the start', () => {
    const archive = archiveOf(BRIDGE);
    archive.add([readForArchive(FERRY), readForArchive(TUNNEL)]);
    const whole = archiveOf(BRIDGE, FERRY, TUNNEL);
    expect(archive.statements([BUILT_IN])).toEqual(whole.statements([BUILT_IN]));
    expect(archive.speakers([BUILT_IN])).toEqual(whole.speakers([BUILT_IN]));
  });
});

describe('an article that goes', () => {
  it('leaves nothing behind, not even a name', () => {
    const archive = archiveOf(BRIDGE, TUNNEL, OTHER);
    archive.remove([TUNNEL.id], BUILT_IN);
    expect(archive.statements([BUILT_IN])).toEqual(archiveOf(BRIDGE).statements([BUILT_IN]));
    expect(archive.search([{ stem: 'tunnel', weight: 1 }], [BUILT_IN], 5)).toEqual([]);
    expect(archive.statements([SERVER])).toHaveLength(1);
  });

  it('goes from its own library alone', () => {
    const archive = archiveOf(BRIDGE);
    archive.remove([BRIDGE.id], SERVER);
    archive.remove(['unknown'], BUILT_IN);
    expect(archive.articles([BUILT_IN])).toHaveLength(1);
  });
});

describe('what a library tells of a speaker', () => {
  const archive = archiveOf(BRIDGE, OTHER, SECRET);

  it('is seen by nobody who may not see the library', () => {
    const [own] = archive.speakers([BUILT_IN]);
    expect(own?.speaker).toMatchObject({ name: 'Lena Ortiz', aliases: [], roles: ['Mayor'] });
    expect(archive.findSpeakers('maria', [BUILT_IN])).toEqual([]);
    expect(archive.findSpeakers('senator', [BUILT_IN])).toEqual([]);
    expect(archive.search([{ stem: 'senat', weight: 1 }], [BUILT_IN], 5)).toEqual([]);
  });

  it('is put together for whoever may see several, under the same id', () => {
    const [first] = archive.statements([BUILT_IN, SERVER]);
    expect(first?.speaker).toMatchObject({
      id: 'lena-ortiz',
      name: 'Lena Maria Ortiz',
      aliases: ['Lena Ortiz'],
      roles: ['Mayor', 'Senator'],
    });
    expect(archive.findSpeakers('senator ortiz', [BUILT_IN, SERVER])[0]?.statements).toBe(2);
    expect(archive.statement(first?.id ?? '', [BUILT_IN, SERVER])).toBe(first);
  });
});
