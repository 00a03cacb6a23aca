import type { Draft } from './draft.ts';
import type { Fetched } from './fetch.ts';
import { parseApart } from './parse-apart.ts';
import { readFile } from './read-file.ts';
import { type ToldElsewhere, withToldElsewhere } from './told-elsewhere.ts';

const HTML_TYPES = /^(?:text\/html|application\/xhtml\+xml)$/;

/**
 * The article that an address gave, whatever it is: a page, or a file of one of the kinds that are read. Its address is the article's.
 *
 * @param told what whoever gave the address says of the article; it counts only where the article doesn't say it itself
 * @throws Refusal with a sentence for whoever gave the address, where there is no article to be had
 */
export async function readDraft(fetched: Fetched, told: ToldElsewhere | null = null): Promise<Draft> {
  return withToldElsewhere(await draftOf(fetched), told);
}

async function draftOf(fetched: Fetched): Promise<Draft> {
  const { url, type, charset, bytes } = fetched;
  const isPdf = Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-');
  if (type !== null && HTML_TYPES.test(type) && !isPdf)
    return parseApart({ kind: 'page', bytes, charset, address: url, file: null });
  const told = type === null || charset === null ? type : `${type}; charset=${charset}`;
  return readFile(nameOf(fetched), bytes, told, url);
}

/** What a file is called where it was had: by its header, else by its address. */
function nameOf({ url, headers }: Fetched): string {
  const named = /filename\s*=\s*"?([^";]+)/i.exec(headers['content-disposition'] ?? '')?.[1];
  if (named) return named;
  const last = new URL(url).pathname.split('/').at(-1) ?? '';
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}
