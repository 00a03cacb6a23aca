import { asRead } from '../language/reading.ts';
import { oneLine } from './one-line.ts';

/** What may stand between the names of several authors. */
const BETWEEN = /\s*(?:[;|•·/\n]|,?\s+(?:and|&|und|y|et)\s+|,\s+|\s+(?:with|for)\s+)\s*/;
/** What somebody is, or where, rather than who: "Political Editor", "in Kyiv", "BBC News". */
const NO_NAME =
  /\b(?:editors?|correspondents?|reporters?|writers?|columnists?|journalists?|chief|bureau|producers?|contributors?|analysts?|critics?|hosts?|anchors?|professors?|lecturers?|fellows?|researchers?|directors?|presenters?|staff writer|secretary|minister|published|updated|posted|last|modified|minutes?|hours?|ago|read|at|in|on|from|for)\b/i;
const BY =
  /^\s*(?:story\s+|written\s+|reported\s+|reporting\s+|words\s+|text\s+|report\s+|analysis\s+|article\s+)?by\b[:\s]+/i;
/** Where somebody writes from, behind the name. */
const PLACE = /\s+(?:in|at|from)\s+\p{Lu}.*$/u;
const ADDRESS = /(?:https?:|www\.)\S*|\S+@\S+|(?:^|\s)@\w+/gi;
/** What a content system writes where nobody is named. */
const NOBODY =
  /^(?:admin(?:istrator)?|author|unknown(?: author)?|editor|user|root|webmaster|guest|none|null|undefined|n\/?a|default|test|anonymous)$/i;
const MOST_NAMES = 12;

/**
 * The names of those who wrote a thing, from texts that may say more: "By Jane Doe, Political Editor, and Tom Bell" -> "Jane Doe and Tom
 * Bell". Addresses, offices and the outlet's own name are no authors.
 *
 * @param inverted whether a text such as "Doe, Jane" is one name, as libraries write it
 * @returns null where nobody is named
 */
export function bylineOf(texts: readonly string[], outlet: string | null, inverted = false): string | null {
  const names = new Map<string, string>();
  for (const text of texts.slice(0, MOST_NAMES)) {
    for (const name of namesIn(text, inverted)) {
      const key = name.toLowerCase();
      if (key !== outlet?.toLowerCase() && !names.has(key)) names.set(key, name);
    }
  }
  const all = [...names.values()].slice(0, MOST_NAMES);
  const last = all.pop();
  if (last === undefined) return null;
  return all.length === 0 ? last : `${all.join(', ')} and ${last}`;
}

function namesIn(text: string, inverted: boolean): readonly string[] {
  const line = oneLine(asRead(text.slice(0, 500), [0, Math.min(text.length, 500)]));
  if (/^(?:https?:|www\.)\S*$|^\/\S*$/i.test(line)) return [];
  const bare = line.replace(ADDRESS, ' ').replace(BY, '').trim();
  const turned = inverted && /^(\p{L}[\p{L}'’-]*), (\p{L}[\p{L}.'’ -]*)$/u.exec(bare);
  if (turned) return [`${turned[2]} ${turned[1]}`];
  return bare
    .split(BETWEEN)
    .map((part) =>
      oneLine(
        part
          .replace(BY, '')
          .replace(PLACE, '')
          .replace(/\([^()]*\)|^[\s,.:–—-]+|[\s,:–—-]+$/g, ''),
      ),
    )
    .filter((part, at) => isName(part, at));
}

/** Whether a part names somebody: in a list of several, what has a lower case beginning or is an office is no name. */
function isName(part: string, at: number): boolean {
  if (!/\p{L}{2}/u.test(part) || part.length > 80 || NOBODY.test(part)) return false;
  if (/^(?:Jr|Sr|II|III|IV|MD|PhD|MP)\.?$/.test(part)) return false;
  const isPlain = !NO_NAME.test(part) && !/\d/.test(part);
  return isPlain && (at === 0 || /^\p{Lu}|^(?:de|von|van|al|el|da|di|la|le)\b/u.test(part));
}
