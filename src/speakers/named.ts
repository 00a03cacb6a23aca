import { genderOfFirstName } from '../language/first-names.ts';
import { foldPlain } from '../language/names.ts';
import { placeOf } from '../language/places.ts';
import { OPENERS } from './openers.ts';
import {
  BODY_WORDS,
  DEPARTMENT,
  DOCUMENTS,
  GROUPS,
  HONORIFICS,
  LETTERS,
  OFFICE_HONORIFICS,
  ROLE_NOUNS,
} from './titles.ts';

/** Somebody named, with the role and the form of address that stand beside the name. */
export type Named = {
  readonly kind: 'name';
  readonly name: string;
  readonly role: string | null;
  readonly honorific: string | null;
};

const PARTICLES = '(?:de|da|del|della|di|du|van|von|der|den|bin|ibn|al|el|la|le|ben|abu|af|zu)';
const CAPITAL = "(?:\\p{Lu}[\\p{L}\\p{M}\\p{N}’'.&-]*|\\p{Lu}\\.)";
const NAME_AT_END = new RegExp(
  `(?:${CAPITAL}|“${CAPITAL}”|"${CAPITAL}")(?:\\s+(?:${PARTICLES}\\s+)*(?:${CAPITAL}|“${CAPITAL}”|"${CAPITAL}"))*$`,
  'u',
);

const plain = (word: string): string => word.toLowerCase().replace(/[^\p{L}\p{N}-]/gu, '');
const words = (text: string): string[] => text.split(/\s+/).filter(Boolean);

/** Reads a phrase that names somebody, with what stands behind its comma; null where it names nobody. */
export function readNamed(whole: string, apposition: string): Named | null {
  const phrase = withoutLetters(whole);
  if (QUANTIFIED.test(phrase))
    return /^(?:one|another)\s/i.test(phrase) ? describedThenNamed(phrase, apposition) : null;
  if (SEAT.test(phrase)) return describedThenNamed(phrase, apposition);
  const head = withoutTail(phrase);
  // "Families of the victims" are nobody's name, "Cole of Ohio" is
  if (
    head !== phrase &&
    /^\p{Lu}\p{Ll}+s$/u.test(head) &&
    !/^of\s+\p{Lu}/u.test(phrase.slice(head.length + 1))
  )
    return null;
  if (
    /\s(?:and|or)\s+(?:the\s+)?\p{Lu}/u.test(head) &&
    !/&|\band (?:Company|Co|Sons|Drug|Human|Trade|Budget)\b/.test(head)
  )
    return null;
  const owned = OWNED_BODY.exec(head);
  if (owned && !OPENERS.test(owned[1] ?? ''))
    return { kind: 'name', name: `${lastName(owned[1] ?? '')} ${owned[2]}`, role: null, honorific: null };
  const run = runAtEnd(head);
  if (!run) return describedThenNamed(head, apposition);
  if (isGroup(head)) return null;
  if (OF.test(head)) {
    const read = readWithOf(head, apposition);
    if (read !== undefined) return read;
  }
  const before = head.slice(0, run.index).trim();
  if (/[’']s?$/.test(before) && before !== '') {
    // "Clinton's spokesman Jesse Lehrich" has the role before the name; "Trump's Twitter" is no person
    const owned = words(run.words);
    const person = owned.length > 1 && genderOfFirstName(owned[0] ?? '') !== null;
    if (!person && !ROLE_NOUNS.has(plain(words(before).at(-1) ?? ''))) return null;
  }
  const { role, name, honorific } = splitRun(words(run.words));
  const [opening = ''] = words(name);
  if (name === '' || GROUPS.has(name.toLowerCase()) || (OPENERS.test(opening) && !mayBegin(opening, name)))
    return null;
  const named = words(name);
  const isLonger =
    named.length > 1 && honorific === null && BODY_WORDS.has(plain(named.at(-1) ?? '')) && !isGiven(opening);
  if ((BODY_WORDS.has(name.toLowerCase()) || isLonger) && role !== '')
    return {
      kind: 'name',
      name: run.words.replace(/^The\s+(?=\S+\s+\S+\s)/, ''),
      role: null,
      honorific: null,
    };
  if (/(?:^|\s)(?:like|including|as)$/.test(before)) return null;
  const roleBefore = [before, role]
    .filter(Boolean)
    .join(' ')
    .replace(/^(?:the|a|an|and|but|as|when|while)\b\s*/i, '');
  const isBody = foldPlain(name).some((word) => BODY_WORDS.has(word));
  return {
    kind: 'name',
    name,
    role: roleOf(isBody && role === '' ? '' : roleBefore) ?? roleOf(apposition),
    honorific,
  };
}

/** "Dana Cole QC", "Cole OBE": without the letters. "The Labour MP" and "Quarrytown MP" are nobody's name. */
function withoutLetters(phrase: string): string {
  const parts = words(phrase);
  const last = parts.findLastIndex((word) => !LETTERS.has(word.replace(/\.|,$/g, '')));
  const [before = '', first = ''] = [parts[last], parts[0]];
  if (last < 0 || last === parts.length - 1 || !/^\p{Lu}\p{L}*\p{Ll}[\p{L}’'-]*,?$/u.test(before))
    return phrase;
  const described =
    REPRESENTS.has(parts[last + 1] ?? '') &&
    (last === 0 || !(isGiven(first) || HONORIFICS.has(plain(first))));
  return described
    ? phrase
    : parts
        .slice(0, last + 1)
        .join(' ')
        .replace(/,$/, '');
}

/** "The former Norland PM", "a Labour MP": a description, for all its capitals. */
const SEAT = /^(?:the|an?|former|[Oo]ne)\s(?:.*\s)?(?:PM|MP|MEP|MSP|MLA|TD)$/i;

/** Those of the letters that a party or a place may have before them as well. */
export const REPRESENTS = new Set(['MP', 'MEP', 'MSP', 'MLA', 'TD']);

const isGiven = (word: string): boolean =>
  genderOfFirstName(word) !== null && placeOf(word.toLowerCase()) === undefined && !OPENERS.test(word);

/** Whether a word that mostly only opens a sentence begins a name: "The Times", "Will Cole", "April Bell". */
const mayBegin = (word: string, name: string): boolean =>
  word === 'The' || (name !== word && genderOfFirstName(word) !== null);

/** "Most of them", "One resident", "Those who": no name, for all their capitals. */
const QUANTIFIED =
  /^(?:most|many|one|some|those|none|half|several|only|both|few|fewer|all|two|three|four|five|six|ten|about|nearly|almost|more|another|other|others|every|each|any|no|new|an?\s+(?:number|majority|group|few))(?:\s|$)(?!York|Jersey|Hampshire|Mexico|Orleans|Zealand|Delhi|England|Nation)/i;

/** The capitalised words at the end of a phrase, without an owner before them: "CNN’s | Dana Cole". */
function runAtEnd(head: string): { readonly index: number; readonly words: string } | null {
  const run = NAME_AT_END.exec(head);
  if (!run) return null;
  const owned = /^.*[’']s\s+(?=\p{Lu}\S*\s+\p{Lu})/u.exec(run[0]);
  const cut = owned?.[0].length ?? 0;
  return { index: run.index + cut, words: run[0].slice(cut) };
}

/** A body that has its name from whose it is: "the Cole campaign", "Cole’s campaign". */
const OWNED_BODY =
  /^(?:[Tt]he\s+)?((?:\p{Lu}[\p{L}.&-]*\s+){0,3}\p{Lu}[\p{L}.&-]*[\p{L}&])(?:[’']s?)?\s+(campaign|administration|camp|team|police|government)$/u;

/** A full name by its last word: "Dana Cole" -> "Cole"; any other as it is. */
const lastName = (name: string): string => {
  const [first = '', ...others] = words(name);
  return others.length > 0 && isGiven(first) ? (others.at(-1) ?? name) : name;
};

/** "Critics", "Officials": many people, whom a capital at the beginning of a sentence doesn't name. */
const isGroup = (head: string): boolean =>
  GROUPS.has(head.toLowerCase()) || (/s$/.test(head) && ROLE_NOUNS.has(head.toLowerCase().slice(0, -1)));

/** "Secretary of State Dana Cole", "the Ministry of Transport": words up to the first "of", and those behind it. */
const OF = /^(?:[Tt]he\s+)?((?:[^\s]+\s+)*?(\p{Lu}[\p{L}-]*))\s+(of(?:\s+the)?)\s+(\p{Lu}.*)$/u;

/** A name with "of" in it, or behind an office with "of"; undefined where it is neither. */
function readWithOf(head: string, apposition: string): Named | null | undefined {
  const [, before = '', last = '', of = '', rest = ''] = OF.exec(head) ?? [];
  if (words(rest).some((word) => ROLE_NOUNS.has(plain(word)) || HONORIFICS.has(plain(word))))
    return undefined;
  if (BODY_WORDS.has(plain(last))) {
    const name = /^[\p{Lu}\p{N}]/u.test(before) ? `${before} ${of} ${rest}` : null;
    return name === null ? undefined : { kind: 'name', name, role: roleOf(apposition), honorific: null };
  }
  if (!ROLE_NOUNS.has(plain(last))) return undefined;
  const [first = ''] = words(rest);
  const office = DEPARTMENT.exec(rest)?.[0] ?? (placeOf(plain(first)) === undefined ? '' : first);
  const name = rest.slice(office.length).trim();
  if (office === '') return undefined;
  if (name === '') return null;
  return { kind: 'name', name, role: roleOf(`${before} ${of} ${office}`), honorific: null };
}

/** A full name and nothing else. */
const GIVEN_NAME = /^(?:\p{Lu}[\p{L}’'.-]+\s+){1,3}\p{Lu}[\p{L}’'-]+$/u;

/** Somebody described by a noun that may have names before it: "another leading Supreme Court advocate", "Cole's neighbor". */
const SOMEBODY =
  /^(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts|[Mm]y|[Oo]ne|[Aa]nother|\p{Lu}[\p{L}-]+[’']s)\s+(?:[\p{L}’'-]+\s+){0,6}\p{Ll}[\p{Ll}-]+$/u;

/** The person whom an apposition names in full, with a word for what he or she is before it, and more behind it: "his cousin James York, 40". */
function personIn(apposition: string): string | null {
  const [, name = ''] =
    /^(?:(?:his|her|their|the|an?)\s+)?(?:\p{Ll}[\p{Ll}-]*\s+){0,3}((?:\p{Lu}[\p{L}’'.-]*\s+){1,3}\p{Lu}[\p{L}’'-]+)(?:\s+(?:of|from|at)\s.*)?$/u.exec(
      apposition,
    ) ?? [];
  return name !== '' && isGiven(words(name)[0] ?? '') ? name : null;
}

/** "police press liaison officer, Superintendent Audley Peters": a description, then the name behind the comma. */
function describedThenNamed(head: string, apposition: string): Named | null {
  const [next = ''] = apposition.split(/,\s+/);
  const noun = plain(words(head).at(-1) ?? '');
  const several = /s$/.test(noun) && !/^one\s+of\s/i.test(head);
  if (several || DOCUMENTS.has(noun)) return null;
  const office = ROLE_NOUNS.has(noun.replace(/s$/, '')) || SEAT.test(head);
  // "his uncle, Robert Cole": anybody may be somebody's, but then only a name can follow
  const somebody = /^(?:the|an?|his|her|their|its|my|one|another)\s+(?:[\p{Ll}-]+\s*){1,4}$/iu.test(head);
  const name = next.trim();
  const fits = office ? NAME_AT_END.test(name) : somebody && GIVEN_NAME.test(name);
  const person = !fits && SOMEBODY.test(head) ? personIn(name) : null;
  if (!fits && person === null) return null;
  const named = readNamed(person ?? name, '');
  if (!named || words(named.name).length < 2) return null;
  return {
    ...named,
    role: roleOf([head, /^\p{Lu}/u.test(next) ? named.role : null].filter(Boolean).join(' ')),
  };
}

/** A phrase up to the preposition behind its head: "the mother of the victim" -> "the mother"; names keep theirs. */
function withoutTail(phrase: string): string {
  const parts = words(phrase);
  for (let i = 1; i < parts.length; i++) {
    if (
      !/^(?:of|for|in|at|from|with|on|to|near|outside|inside|around|across|among|between|behind|within|under|against|about|by|who|whose|which|that)$/.test(
        parts[i] ?? '',
      )
    )
      continue;
    const [before = '', after = '', next = ''] = [parts[i - 1], parts[i + 1], parts[i + 2]];
    // "Sen. Marcus Bell of Ohio" and "Sen. Jean King in Ohio" are people, "the Ministry of Transport" is not
    const [given = ''] = [parts[i - 2]];
    const isSurname = !isOfficeOrBody(before) || /^\p{Lu}\.$/u.test(given) || isGiven(given);
    const person = i > 1 && /^\p{Lu}/u.test(before) && /^\p{Lu}/u.test(given) && isSurname;
    const joins =
      !person &&
      /^(?:of|for|in|on|to)$/.test(parts[i] ?? '') &&
      /^\p{Lu}/u.test(before) &&
      (/^\p{Lu}/u.test(after) || (after === 'the' && /^\p{Lu}/u.test(next)));
    if (!joins) return parts.slice(0, i).join(' ');
  }
  return parts.join(' ');
}

const isOfficeOrBody = (word: string): boolean =>
  [plain(word), plain(word).replace(/s$/, '')].some((bare) => ROLE_NOUNS.has(bare) || BODY_WORDS.has(bare));

/** Capitalised words as a role and a name: the last office or honorific among them ends the role. */
function splitRun(run: readonly string[]): { role: string; name: string; honorific: string | null } {
  let end = 0;
  let honorific: string | null = null;
  for (const [i, word] of run.entries()) {
    const bare = plain(word).replace(/^co-/, '');
    if (!ROLE_NOUNS.has(bare) && !HONORIFICS.has(bare)) continue;
    // "Jean King" is a name, "Prime Minister" is none
    if (i === run.length - 1 && (end > 0 || (i > 0 && isGiven(run[0] ?? '')))) break;
    end = i + 1;
    honorific = HONORIFICS.has(bare) ? bare : null;
  }
  if (end === run.length) return { role: run.join(' '), name: '', honorific };
  const title = run.slice(0, end);
  const office =
    title.length > 0 && !(title.length === 1 && honorific !== null && !OFFICE_HONORIFICS.has(honorific));
  return { role: office ? title.join(' ') : '', name: run.slice(end).join(' '), honorific };
}

/** A role as it is shown, without an article before it; null where it is too long to be one or holds no office. */
function roleOf(text: string): string | null {
  const role = text
    .replace(/^(?:aged?\s+)?\d+,?\s+(?:of\s+[^,]+,\s+(?=an?\s))?/, '')
    .replace(/^who\s+(?:is|was)\s+(?=(?:the|an?)\s)/, '')
    .replace(/^(?:the|a|an|his|her|its|their)\s+/i, '')
    .replace(/^(?:who|which|whose)\b.*$/, '')
    .replace(/\s+(?:who|which|whose)\b.*$/, '')
    .trim();
  if (role === '' || role.length > 90) return null;
  const holdsOffice = words(role).some((word) => {
    const bare = plain(word);
    return (
      ROLE_NOUNS.has(bare) ||
      ROLE_NOUNS.has(bare.replace(/s$/, '')) ||
      OFFICE_HONORIFICS.has(bare) ||
      /-/.test(bare)
    );
  });
  return holdsOffice ? role : null;
}
