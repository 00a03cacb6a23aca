import { nextId } from './places.ts';

/** A file that somebody, or the bot, has sent. */
export type SentFile = { readonly name: string; readonly bytes: Uint8Array };

/** A file as Discord tells of it: with the address at which it keeps it. */
export type KeptFile = {
  readonly id: string;
  readonly filename: string;
  readonly size: number;
  readonly url: string;
  readonly proxy_url: string;
  readonly content_type?: string;
};

/** What a request's body holds: JSON alone, or as a form with the files beside it. */
export async function readBody(
  bytes: Buffer,
  contentType: string | undefined,
): Promise<{ readonly body: unknown; readonly files: ReadonlyMap<number, SentFile> }> {
  const files = new Map<number, SentFile>();
  if (contentType?.startsWith('multipart/form-data')) {
    const form = await new Response(bytes, { headers: { 'content-type': contentType } }).formData();
    for (const [name, part] of form) {
      const number = /^files\[(\d+)\]$/.exec(name)?.[1];
      if (typeof part === 'string' || number === undefined) continue;
      files.set(Number(number), { name: part.name, bytes: new Uint8Array(await part.arrayBuffer()) });
    }
    return { body: JSON.parse(String(form.get('payload_json'))), files };
  }
  const text = bytes.toString('utf8');
  return { body: text === '' ? undefined : JSON.parse(text), files };
}

/** The files that Discord keeps, served at an address each. */
export type FileShelf = {
  keep(file: SentFile & { readonly type?: string }): KeptFile;
  /** The bytes of the file at that path; undefined where there is none. */
  at(path: string): Uint8Array | undefined;
};

/** @param origin - what the addresses begin with */
export function openShelf(origin: () => string): FileShelf {
  const shelf = new Map<string, Uint8Array>();
  return {
    keep: ({ name, bytes, type }) => {
      const id = nextId();
      const path = `/attachments/1300000000000000001/${id}/${encodeURIComponent(name)}`;
      shelf.set(path, bytes);
      const url = `${origin()}${path}?ex=68000000&is=67000000&hm=${'0'.repeat(64)}&`;
      return {
        id,
        filename: name,
        size: bytes.byteLength,
        url,
        proxy_url: url,
        ...(type === undefined ? {} : { content_type: type }),
      };
    },
    at: (path) => shelf.get(path),
  };
}
