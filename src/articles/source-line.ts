import { readFullDate } from '../language/dates.ts';
import { OUTLET_WORD } from '../language/outlet-words.ts';

/** Where a text was printed, and when; what isn't told is null. The day is YYYY-MM-DD. */
export type Published = { readonly outlet: string | null; readonly published: string | null };

const MONTH =
  '(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\.?';
const NTH = '\\d{1,2}(?:st|nd|rd|th)?';
const WEEKDAY = '(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\\.?,?\\s+)?';
const DATE = `${WEEKDAY}(?:${NTH}\\.?\\s+(?:of\\s+)?${MONTH},?\\s+\\d{4}|${MONTH}\\s+${NTH},?\\s+\\d{4}|\\d{4}-\\d\\d-\\d\\d)`;
/** What may stand between an outlet and a day, or between a byline and both. */
const BETWEEN = '\\s*[,;/|·•]\\s*|\\s+[–—-]\\s+';
const BEHIND = new RegExp(`^(.+?)(?:${BETWEEN}|\\s*\\(|\\s+on\\s+|\\s+)(${DATE})\\)?$`, 'iu');
const BEFORE = new RegExp(`^(${DATE})(?:${BETWEEN})(.+)$`, 'iu');

/** A line of its own that tells both, the outlet first. */
const LINE = new RegExp(
  `^(?:(?:[Ff]irst |[Oo]riginally )?[Pp]ublished (?:in|by|on):? )?(.{2,80}?)(?:${BETWEEN})(${DATE})$`,
  'u',
);
/** Names alone, and nothing that makes them a sentence. */
const NAME =
  /^(?:The )?(?:\p{Lu}|\d)[\p{L}\d.&'’-]*(?: (?:(?:\p{Lu}|\d)[\p{L}\d.&'’-]*|of|and|the|&|de|la|le|el|del|der|di|für)){0,7}$/u;
const OUTLET = new RegExp(
  `${OUTLET_WORD}|\\b(?:Echo|Argus|Bulletin|Enquirer|Express|Mercury|Advertiser|Messenger|Reporter|Monitor|Citizen|Banner|Beacon|Voice|Democrat|Chronicler|Journalist|Newspaper|Agency|Times|TV|Associated Press|AP|AFP|UPI|PTI|ANI|TASS|CNN|BBC|NBC|CBS|ABC|NPR|PBS|CBC|ITV)\\b|\\.\\p{Ll}{2,}$`,
  'u',
);
/** Names with such a word in them that are no outlet's: what a text is, its section, a day, a place. */
const NO_OUTLET =
  /\b(?:Release|Statement|Conference|Briefing|Latest|Breaking|Updated?|Posted|By)\b|^(?:(?:World|Local|National|International|Business|Top|Sports?|Politics|Opinion) )?(?:News|Sports|Today|Press|Radio|Television|Show|Edition|Network|Channel|Review|Record|Register|Daily|Weekly|Monthly|Magazine|Nation|Friends|Wire|Post|Sun|Star|Leader|Standard|Hill|Republic|Voice|Bulletin|TV)$|^(?!The ).*\b(?:Hill|Republic)$/u;

/**
 * A line at the top of a text that says where and when it was printed and nothing else: "Westford Herald, 3 October 2025". An outlet is
 * known by a word that outlets are called by; before a day there may as well stand a town or a person, and then only the day is told.
 *
 * @returns null where it is no such line
 */
export function readSourceLine(line: string): Published | null {
  const [, name = '', date = ''] = LINE.exec(line) ?? [];
  if (!NAME.test(name)) return null;
  const published = readFullDate(date);
  if (published === null) return null;
  return { outlet: OUTLET.test(name) && !NO_OUTLET.test(name) ? name : null, published };
}

/**
 * What somebody answers who is asked where a text was published: "Bay Courier, August 4, 2025", a name alone, or a day alone. Whatever
 * stands beside the day is the outlet.
 */
export function readPublished(text: string): Published {
  const told = text.trim().replace(/^(?:[Pp]ublished )?(?:in|by|on):? (?=\p{L})/u, '');
  if (told === '') return { outlet: null, published: null };
  const [, before, behind] = BEHIND.exec(told) ?? [];
  const [, first, second] = BEFORE.exec(told) ?? [];
  const [name, date] = before === undefined ? [second, first] : [before, behind];
  const published = date === undefined ? null : readFullDate(date);
  if (name !== undefined && published !== null) return { outlet: name.trim(), published };
  const day = /^\d|^\p{L}+\.?,? \d|^\p{L}+day\b/u.test(told) ? readFullDate(told) : null;
  return day === null ? { outlet: told, published: null } : { outlet: null, published: day };
}
