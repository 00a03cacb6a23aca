import { readFullDate } from '../language/dates.ts';

/** What the dateline of an article tells: "LONDON, 12 May 2023 (Reuters) - ". What it doesn't tell is null. */
export type Dateline = {
  readonly outlet: string | null;
  readonly published: string | null;
  /** How many characters it takes, the space behind it included; 0 where there is none. */
  readonly length: number;
};

const NONE: Dateline = { outlet: null, published: null, length: 0 };

const AGENCIES =
  'AP|Associated Press|The Associated Press|Reuters|Thomson Reuters|AFP|UPI|Xinhua|TASS|RIA Novosti|Bloomberg|Bloomberg News|PTI|ANI|IANS|dpa|DPA|EFE|ANSA|Interfax|Kyodo|Kyodo News|Yonhap|CNN|CNN Business|NBC News|PRNewswire|Business Wire|BBC';
/** The agency in brackets with a dash behind it, or between strokes. */
const SIGNED = new RegExp(
  `\\((?:(${AGENCIES})\\)\\s*[-–—―]{1,2}|(CNN)\\))\\s|/(${AGENCIES})/\\.?\\s*[-–—―]{0,2}\\s`,
  'u',
);
/** A town in capitals, perhaps with its country, and a dash: "BRUSSELS, Belgium, May 12, 2023 — ". */
const TOWN = /^\p{Lu}[\p{Lu}.'’-]+(?:[ ,/]+[\p{L}\d.'’-]+){0,8}?,?(?:\s*\([^()\n]{2,40}\))?\s+[-–—―]{1,2}\s/u;
/** What may stand before the agency: names and figures, and nothing that makes it a sentence. */
const PLACE =
  /^(?!(?:The|A|An|In|On|At|By|As|But|And|He|She|It)\b)(?:(?:\p{Lu}[\p{L}.'’-]*|\d[\d:.]*(?:st|nd|rd|th)?|of|de|del|la|al|and)(?:[\s,/]+|$)){0,12}$/u;
/** How far into a paragraph a dateline may reach. */
const REACH = 100;

/** Reads the dateline that a paragraph begins with, if any. The date is told only where its year is. */
export function readDateline(paragraph: string): Dateline {
  const head = paragraph.slice(0, REACH);
  const signed = SIGNED.exec(head);
  const town = signed ? null : TOWN.exec(head);
  const place = signed
    ? head.slice(0, signed.index)
    : town?.[0].replace(/\s*(?:\([^()]*\)\s*)?[–—―-]+\s*$/, '');
  if (place === undefined || !PLACE.test(place)) return NONE;
  const length = signed ? signed.index + signed[0].length : (town?.[0].length ?? 0);
  return { outlet: signed?.[1] ?? signed?.[2] ?? signed?.[3] ?? null, published: dateIn(place), length };
}

const DATE =
  /(?:\d{1,2}(?:st|nd|rd|th)?\.? (?:of )?\p{Lu}\p{Ll}{2,8}\.?|\p{Lu}\p{Ll}{2,8}\.? \d{1,2}(?:st|nd|rd|th)?),? (?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d/u;

function dateIn(place: string): string | null {
  const date = DATE.exec(place)?.[0];
  return date === undefined ? null : readFullDate(date);
}
