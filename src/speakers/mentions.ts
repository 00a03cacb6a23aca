import { genderOfFirstName } from '../language/first-names.ts';
import { type Named, readNamed } from './named.ts';
import { ROLE_NOUNS, UTTERANCES } from './titles.ts';

/** Pronouns by the one that stands for all their forms. */
export type Pronoun = 'he' | 'she' | 'it' | 'they' | 'who' | 'which' | 'i' | 'we' | 'others';

/** What a source's words say of who speaks. */
export type Mention =
  | Named
  | { readonly kind: 'pronoun'; readonly pronoun: Pronoun }
  /** Two people or bodies or more, each named: "Dana Cole and Marcus Bell". */
  | { readonly kind: 'several'; readonly mentions: readonly Named[] }
  /** Somebody described but not named: "a senior official", "the secretary general". */
  | { readonly kind: 'description'; readonly description: string };

const FORMS: Readonly<Record<Pronoun, string>> = {
  he: 'he him his himself',
  she: 'she her hers herself',
  it: 'it its itself',
  they: 'they them their theirs themselves',
  who: 'who whom whose',
  which: 'which',
  i: 'i me my mine myself',
  we: 'we us our ours ourselves',
  others:
    'you your yours one some many others both all everyone everybody nobody none those these several most few',
};
const PRONOUNS = new Map(
  Object.entries(FORMS).flatMap(([pronoun, forms]) =>
    forms.split(' ').map((form): [string, Pronoun] => [form, pronoun as Pronoun]),
  ),
);

const SAID =
  'said|says|told|added|asked|wrote|argued|claimed|noted|continued|explained|insisted|warned|suggested|tweeted|replied|responded';
/** Words that a source takes along where its ends were missed: "said Cole", "that she", "Cole has said". */
const SURPLUS_BEFORE = new RegExp(
  `^(?:(?:${SAID})\\s+(?=\\S)|(?:that|because|if|when|while|though|although|whether|where|since)\\s+(?=(?:he|she|they|it|\\p{Lu}\\S*)(?:\\s|$)))`,
  'u',
);
const SURPLUS_BEHIND = new RegExp(
  `(?<=\\S)(?:\\s+(?:${SAID}|also|then|later|further|still|even|not|never|recently|repeatedly|has|have|had|was|were|is|are|would|will|could|may|on|in|at|to|of|for|with|as|by|from|about|and|but|or|who|that|the|an?))+$`,
  'u',
);

/** "the Herald’s | Dana Cole". */
const OF_PAPER = /^(?:the\s+)?(?:\p{Lu}\S*\s+){0,3}?\p{Lu}\S*[’']s\s+(\p{Lu}\p{Ll}+)(?=\s+\p{Lu}\S+$)/iu;
/** Words all in capitals, which are a headline and nobody. */
const HEADLINE = /^(?!.*\p{Ll})(?:\S+\s+){3,}\S+$/u;
/** What stands above a transcript. */
const TRANSCRIPT = /^(?:an?\s+|the\s+)?(?:full\s+|partial\s+|relevant\s+)?transcript$/i;

/** Reads a source's words: a pronoun, one name or several with their roles, or a description. */
export function readMention(source: string): Mention {
  const whole = withoutMarkup(source)
    .replace(/[\u200b\u2060\s]+/g, ' ')
    .trim()
    .replace(/^\p{Lu}{3,}(?:[ ,][^—–-]{0,30})?\s*(?:\(\p{L}+\)\s*)?(?:--|—|–)\s+/u, '')
    .replace(/^\d{1,2}[:.]\d\d\s*(?:[ap]\.?m\.?)?\s*[-–—:]\s+/i, '')
    .replace(/^(?:(?:but|and|yet|so|then|as|meanwhile|however)\s+|[,;:“"—–-]\s*)+(?=\S)/i, '')
    .replace(/[\s,;:—–-]+$/, '');
  const text = whole
    .replace(SURPLUS_BEFORE, '')
    .replace(SURPLUS_BEHIND, '')
    .replace(/^.*[.!?,;”"’']\s+(?=(?:he|she|they|it|I|we)$)/i, '')
    .replace(OF_PAPER, (whole, first: string) => (genderOfFirstName(first) === null ? whole : first))
    .replace(/(?<=\p{Lu}\S*)\s+(?:himself|herself|itself|themselves)$/u, '');
  const described: Mention = { kind: 'description', description: whole };
  const pronoun = readPronoun(text);
  if (pronoun) return { kind: 'pronoun', pronoun };
  if (HEADLINE.test(text)) return { kind: 'pronoun', pronoun: 'others' };
  if (TRANSCRIPT.test(text)) return { kind: 'description', description: 'the transcript' };
  const [head = '', ...behind] = text.split(/,\s+|\s+(?:[—–]|--?)\s+|\s+\(/);
  const several = readSeveral(text);
  if (several) return several;
  if (/^(?:he|she|they|we|I)\s+and\s/i.test(text)) return described;
  return readNamed(ownerOf(head), behind.join(', ').replace(/\)$/, '')) ?? described;
}

/** Words without Markdown and brackets: "**Dana Cole**", "Governor [Dana Cole](https://…)". */
const withoutMarkup = (text: string): string =>
  text.replace(/\]\([^)\s]*\)?/g, ']').replace(/[[\]*`]+|(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])/gu, '');

/** "he", "his eyes", "her own account", "he himself": whose words or feelings those are. */
function readPronoun(text: string): Pronoun | undefined {
  const [first = '', ...others] = text.toLowerCase().split(' ');
  const pronoun = PRONOUNS.get(first);
  if (pronoun === undefined || others.length === 0) return pronoun;
  const owned = /^(?:his|her|its|their|my|our|whose)$/.test(first);
  if (owned) return others.length < 4 && UTTERANCES.has(others.at(-1) ?? '') ? pronoun : undefined;
  const same = others.every((word) =>
    /^(?:himself|herself|itself|themselves|myself|ourselves|too|also|both|all|,)$/.test(word),
  );
  return same ? pronoun : undefined;
}

/** "Cole’s remarks", "Dana Cole’s": it is the owner who speaks. */
function ownerOf(head: string): string {
  const owned =
    /^(.+?)(?:[’']s|(?<=s)[’'])(?:\s+(?:own|recent|latest|new|first)\b)*(?:\s+(\p{Ll}+)|\s+[“"‘].*)?$/u.exec(
      head,
    );
  if (!owned) return head;
  const [, owner = '', noun] = owned;
  return noun === undefined || UTTERANCES.has(noun) ? owner : head;
}

/** "Dana Cole and Marcus Bell", "Cole, Bell and Vance": null where one of them isn't named. */
function readSeveral(text: string): Mention | null {
  const and = text.lastIndexOf(' and ');
  const listed = and < text.lastIndexOf(', ') - 1 ? (text.split(/,\s/)[0] ?? '') : text;
  const parts = listed
    .replace(/[’']s?$|^both\s+(?:the\s+)?/g, '')
    .split(/,?\s+and\s+(?:\p{Ll}+\s+)?(?=\p{Lu})|,\s+(?=\p{Lu})|\s+and\s+(?=(?:his|her|their|its|the)\s)/u);
  const [left = '', right = ''] = parts;
  if (parts.length < 2 || !/\sand\s/.test(listed)) return null;
  // "Cole and her aides": she speaks for them
  if (parts.length === 2 && /^(?:his|her|their|its)\s+\p{Ll}+$/u.test(right)) return readNamed(left, '');
  const named = parts.map((part) =>
    /\sand\s|,/.test(part) ? null : readNamed(part.replace(/^the\s+/i, ''), ''),
  );
  const mentions = named.flatMap((one) => (one && !ROLE_NOUNS.has(one.name.toLowerCase()) ? [one] : []));
  return mentions.length === parts.length ? { kind: 'several', mentions } : null;
}
