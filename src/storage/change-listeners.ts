import type { Logger } from 'pino';
import type { LibraryId } from '../articles/article.ts';
import type { Storage } from './storage.ts';

/** Who wants to know of changes. */
export type ChangeListeners = {
  readonly onChange: Storage['onChange'];
  /** Calls everybody back. What one of them throws is logged, and keeps nobody else from being called. */
  tell(library: LibraryId | null): void;
};

/** A list of those who want to know of changes; empty at first. */
export function changeListeners(logger: Logger): ChangeListeners {
  const listeners = new Set<{ readonly call: (library: LibraryId | null) => void }>();
  return {
    onChange(call) {
      const listener = { call };
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    tell(library) {
      for (const { call } of [...listeners]) {
        try {
          call(library);
        } catch (err) {
          logger.error({ err, library }, 'What another process changed could not be taken over.');
        }
      }
    },
  };
}
