import type { Feed } from '../storage/storage.ts';

/** What the log tells of a feed: an address may have somebody's key in it. */
export const feedInLog = ({ id, url }: Feed): { readonly feed: string; readonly host: string } => ({
  feed: id,
  host: new URL(url).host,
});
