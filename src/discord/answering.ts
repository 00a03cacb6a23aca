import type { Logger } from 'pino';
import type { Archive, Sight } from '../archive/archive.ts';
import type { LibraryId } from '../articles/article.ts';
import type { Command } from '../commands.ts';
import type { Desk } from '../libraries/desk.ts';
import type { Reply } from '../replies/reply.ts';
import type { Admit } from './costs.ts';

/** What interactions are answered from. */
export type Answering = {
  readonly archive: Archive;
  readonly commands: readonly Command[];
  /** The paragraph around a statement that the asker may see. */
  readonly context: (statementId: string, sight: Sight) => Reply;
  /** What can be done with a server's or a person's library; null or absent where none are kept. */
  readonly desk?: ((library: LibraryId) => Desk) | null;
  readonly logger: Logger;
};

/** The same, with what one running bot counts. */
export type Serving = Answering & { readonly admit: Admit };
