import type { Draft } from './draft.ts';
import { Refusal } from './refusal.ts';

/** What is to be parsed: a page, or a file of one of the kinds that take much work. */
export type ParsingTask = {
  readonly kind: 'page' | 'docx' | 'pdf';
  readonly bytes: Uint8Array;
  /** As HTTP told it, of a page. */
  readonly charset: string | null;
  /** Where it was had from; null where that is of no interest, as of an uploaded file. */
  readonly address: string | null;
  /** What it is called; null for a page that is called by its address. */
  readonly file: string | null;
};

/** What came of it: a draft, or a sentence for whoever gave it; `fault` is for the log. */
export type ParsingOutcome =
  | { readonly draft: Draft }
  | { readonly refused: string }
  | { readonly refused: string; readonly fault: string };

const UNREADABLE: Readonly<Record<ParsingTask['kind'], string>> = {
  page: 'That page can’t be read: its markup is beyond repair.',
  docx: 'That document can’t be read: it is damaged, or no Word document.',
  pdf: 'That PDF can’t be read: it is damaged, or no PDF.',
};

/** Parses in this very thread, whatever it costs. What each kind takes to be read is loaded when it first comes. */
export async function parse(task: ParsingTask): Promise<ParsingOutcome> {
  try {
    return { draft: await read(task) };
  } catch (cause) {
    if (cause instanceof Refusal) return { refused: cause.message };
    return {
      refused: UNREADABLE[task.kind],
      fault: cause instanceof Error ? (cause.stack ?? cause.message) : String(cause),
    };
  }
}

async function read({ kind, bytes, charset, address, file }: ParsingTask): Promise<Draft> {
  if (kind === 'page') {
    const { readHtml } = await import('./read-page.ts');
    return readHtml(bytes, charset, address, file);
  }
  if (kind === 'docx') {
    const { readDocx } = await import('./read-docx.ts');
    return readDocx(bytes, file ?? 'document', address);
  }
  const { readPdf } = await import('./read-pdf.ts');
  return readPdf(bytes, file ?? 'document', address);
}
