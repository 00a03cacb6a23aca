import type { Draft } from './draft.ts';
import type { Fetched } from './fetch.ts';
import { parseApart } from './parse-apart.ts';
import { readFile } from './read-file.ts';

const HTML_TYPES = /^(?:text\/html|application\/xhtml\+xml)$/;

/**
 * The article that an address gave, whatever it is: a page, or a file of one of the kinds that are read. Its address is the article's.
 *
 * @throws Refusal with a sentence for whoever gave the address, where there is no article to be had
 */
export async function readDraft(fetched: Fetched): Promise<Draft> {
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
