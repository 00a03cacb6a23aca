import { OUTLET_WORD } from './outlet-words.ts';
import type { Span } from './span.ts';

/** Before a name, what ends a phrase: "in Cleveland, Mr. Trump said". */
const TITLE = '(?!(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Prof|Rev|President|Senator)(?![\\p{L}-]))';
const NAMED = `(?:${TITLE}\\p{Lu}[\\p{L}\\p{N}&’'-]{0,40}(?:\\.\\p{L}{1,40}){0,5}\\.?(?<![\\p{Ll}\\p{N}]{2}\\.)|\\p{N}{1,9}(?:st|nd|rd|th)?)`;
const CAPITAL = `(?=\\p{Lu})${NAMED}`;
const JOINT = '(?: of| of the| for| and| in| on| de| the| with| with the| at the| &)?';
const NAME = `(?:the |The )?${NAMED}(?:${JOINT} ${NAMED}){0,6}`;
/** States in full, or as news shortens them, with their full stop. */
const STATE =
  '(?:(?:Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia|Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New Hampshire|New Jersey|New Mexico|New York|North Carolina|North Dakota|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island|South Carolina|South Dakota|Tennessee|Texas|Utah|Vermont|Virginia|Washington|West Virginia|Wisconsin|Wyoming)(?![\\p{L}-])|(?:Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Ky|La|Md|Mass|Mich|Minn|Miss|Mo|Mont|Neb|Nev|Okla|Ore|Pa|Tenn|Tex|Va|Vt|Wash|Wis|Wyo)\\.)';
const COUNTRY =
  '(?:Afghanistan|Argentina|Australia|Austria|Belgium|Brazil|Canada|China|Cuba|Egypt|England|France|Germany|Greece|Hungary|India|Indonesia|Iran|Iraq|Ireland|Israel|Italy|Japan|Jordan|Kenya|Lebanon|Libya|Mexico|New Zealand|Nigeria|Northern Ireland|Norway|Pakistan|Poland|Portugal|Russia|Saudi Arabia|Scotland|South Africa|South Korea|Spain|Sweden|Switzerland|Syria|Turkey|Ukraine|Vietnam|Wales)(?![\\p{L}-])';
/** What a town lies in. It is none of any names: "Speaking in Harlem, Clinton, without naming him, said". */
const REGION = `(?:${STATE}|${COUNTRY}|(?:\\p{Lu}\\.){2}|W\\.\\s?Va\\.|[A-Z]{2}(?=[,.;]|$))`;
const PLACE = `(?:the )?${CAPITAL}(?: ${NAMED}){0,2}(?:, ${REGION})?`;
const WORD = "[\\p{L}\\p{N}’'.-]{1,40}(?<!\\p{Ll}{3}\\.)";
const PLAIN_WORD = `(?!(?:to|and|that|which|who|of|or|but|as|said|saying)(?![\\p{L}-]))${WORD}`;
const QUOTED =
  "(?:“(?=[\\p{Lu}\\d])[^“”]{1,50}”|\"(?=[\\p{Lu}\\d])[^\"]{1,50}\"|‘(?=\\p{Lu})[^‘”]{1,50}’|''(?=\\p{Lu})[^'\"]{1,50}'')";

const OCCASIONS =
  '(?:speech|speeches|interviews?|statement|rally|rallies|news conference|press conference|conference|briefing|meeting|debate|hearing|tweets?|posts?|message|letter|memo|e-?mail|op-ed|column|essay|article|editorial|piece|book|memoir|video|address|remarks|call|summit|event|forum|appearance|town ?hall|report|podcast|show|programme|program|ceremony|session|testimony|fundraiser|panel|visit|trip|dinner|lecture|sermon|monologue|phone call|telephone interview|broadcast|filing|ruling|opinion(?: piece)?|survey|poll|study|blog|note|series of tweets|stop|discussion|talk|convention|breakfast|luncheon|lunch|match|game|chat|gathering|reception|taping|segment|exchange|release)';
/** "a conference call", "a town hall meeting". */
const EVENT = `${OCCASIONS}(?: ${OCCASIONS})?`;
/** Rooms and grounds that news names as where somebody spoke. */
const VENUE =
  '(?:church|mosque|synagogue|school|college|university|campus|hotel|factory|plant|facility|airport|hangar|arena|stadium|library|museum|restaurant|diner|theater|theatre|gym|gymnasium|ballroom|auditorium|barn|farm|park|fairgrounds|headquarters|courthouse|courtroom|club|store|brewery|ranch|alleyway|center|centre|hall|cafe|studio|casino|convention center|statehouse|capitol)';
const AUDIENCE =
  '(?:people|supporters|reporters|voters|crowd|audience|students|workers|employees|members|journalists|donors|veterans|activists|executives|residents|lawmakers|Republicans|Democrats|guests|attendees|delegates|viewers|fans)';
const LISTENERS = `(?:${PLAIN_WORD} |of |[\\p{N},]{1,9} ){0,5}?${AUDIENCE}(?![\\p{L}-])`;
/** "the Detroit suburb of Warren, Michigan", "downtown Reno". */
const AREA = `(?:(?:the |a )?(?:${PLAIN_WORD} ){0,3}?(?:city|town|suburb|village|state|borough|county|capital) of |(?:downtown|nearby|suburban|central|northern|southern|eastern|western|rural|neighboring|upstate|midtown) )`;
const TAIL = `(?: (?:with|at|in|on|to|for|from|before|outside|near|of|by|behind) (?:${QUOTED}|(?:an?|the|his|her|their) (?:${PLAIN_WORD} ){0,3}?(?:${EVENT}|${VENUE})(?![\\p{L}-])|${AREA}${PLACE}|${NAME}(?: ${VENUE}(?: downtown)?(?![\\p{L}-]))?(?:, ${REGION})?|${LISTENERS}|(?:the|a|an|his|her|their|its|reporters|supporters|voters|journalists)(?: ${WORD}){0,4}?(?=[,.;:”"]|$)))`;
/** What is a place together with a name before it: "on the Senate floor", "on CNN’s “State of the Union”". */
const PART_OF = `(?: (?:floor|website|site|page|account|show|programme|program|podcast|app|radio|television|TV|stage|newspaper)(?![\\p{L}-])| ${QUOTED})`;
/** What a name is: "the Shangri-La Dialogue, a regional security forum in Singapore". */
const APPOSITION = `(?:, an? (?:${PLAIN_WORD} ){0,4}?(?:${EVENT}|${VENUE})(?![\\p{L}-])${TAIL}?)?`;
const MEDIUM_KIND =
  '(?:channel|network|show|program|programme|station|podcast|broadcaster|newspaper|magazine|website)';
const HOST =
  '(?:co-hosts?|hosts?|anchor|reporter|correspondent|commentator|television station|radio|newspaper|magazine|TV)';
const SHOW = `(?:${NAME}(?: (?:channel|network|radio|program|show)(?:[’']s)?)? )?${QUOTED}`;

/** How news tells where something was said: an event, a place or a channel with a name. */
const FORMS = [
  `(?:[Oo]n|[Ii]n|[Vv]ia) (?:the |a )?(?:[\\p{Ll}-]{1,20} ){0,2}${MEDIUM_KIND} (?:${SHOW}|${NAME})`,
  `(?:[Ii]n|[Aa]t|[Dd]uring|[Oo]n|[Aa]fter|[Ff]ollowing|[Vv]ia) (?:(?:an?|the|his|her|their|its|one|this|that|another) )?(?:${PLAIN_WORD} (?:of (?=\\p{Lu}))?){0,4}?${EVENT}(?![\\p{L}-]| (?:server|scandal|account|controversy|investigation|list|season)s?(?![\\p{L}-]))(?: (?:sponsored|hosted|organized|moderated) by ${NAME})?${TAIL}{0,3}${PART_OF}?`,
  `(?:[Oo]n|[Vv]ia) (?:${SHOW}|${NAME}${PART_OF}?)`,
  `[Aa]board ${NAME}`,
  `(?:[Aa]t|[Ii]n|[Ii]nside|[Oo]utside) (?:an?|the|his|her|their) (?:${PLAIN_WORD} ){0,3}?${VENUE}(?![\\p{L}-])${TAIL}{0,2}`,
  `[Aa]t (?:${CAPITAL} (?:\\p{Ll}{1,20} ){1,2})?${NAME}(?: ${VENUE}(?![\\p{L}-]))?${TAIL}{0,2}${APPOSITION}`,
  `[Ii]n ${NAME} (?:magazine|newspaper)(?![\\p{L}-])`,
  `[Ii]n ${AREA}?${PLACE}`,
  `[Oo]n the (?:steps|sidelines|outskirts|floor|lawn|stage) of (?:the )?(?:${PLAIN_WORD} ){0,2}?(?:${NAME}|${VENUE})(?: ${VENUE})?`,
  `[Oo]utside (?:${NAME}|(?:the|a|an|his|her|their) ${WORD}(?= ${NAME}|[,.;]|$))`,
  `[Bb]y (?:(?:tele)?phone|e-?mail)(?: from ${NAME})?`,
  '[Oo]n (?:(?:live|state|national|local|cable|public|social) )?(?:television|TV|radio|media)|[Oo]n (?:the )?(?:campaign trail|air|stage)',
  '[Ii]n (?:parliament|court)(?![\\p{L}-])',
  `(?:told|tells|telling) (?:${SHOW}|${NAME}(?: ${HOST}(?: ${NAME})?)?${TAIL}?${APPOSITION}|(?:an?|the|his|her) (?:${PLAIN_WORD} ){0,3}?(?:${EVENT}|${VENUE})(?![\\p{L}-])${TAIL}{1,2}|${LISTENERS}${TAIL}{1,2})`,
  `(?:to|with) (?:${SHOW}|${NAME}(?: ${HOST}(?: ${NAME})?)?)`,
] as const;

/** With what a place can begin: found first, as the forms take long to try at each letter. */
const BEGINNING =
  /(?<![A-Za-z\d])(?:(?:[IiOo]n|[Aa]t|[Dd]uring|[Aa]fter|[Ff]ollowing|[Vv]ia|[Bb]y|[Aa]board|[Ii]nside|[Oo]utside|told|tells|telling) |(?:to|with) (?=(?:[Tt]he )?[^a-z\d ]))/g;
const WHERE = new RegExp(FORMS.map((form) => `(?:${form})`).join('|'), 'uy');

/** Where places stand in a text, in its order. */
export function findPlaces(text: string): readonly Span[] {
  const found: Span[] = [];
  BEGINNING.lastIndex = 0;
  for (let beginning = BEGINNING.exec(text); beginning; beginning = BEGINNING.exec(text)) {
    WHERE.lastIndex = beginning.index;
    const words = WHERE.exec(text)?.[0];
    if (words === undefined) continue;
    const end = beginning.index + words.length;
    if (!isBounded(text, beginning.index, end) || !isPlace(words, text.slice(end, end + 2))) continue;
    found.push([beginning.index, end]);
    BEGINNING.lastIndex = end;
  }
  return found;
}

const QUOTED_TITLE = new RegExp(QUOTED, 'u');
const OCCASION = new RegExp(
  `(?<![\\p{L}-])(?:${EVENT}|${VENUE}|Twitter|Facebook|Instagram|Snapchat)(?![\\p{L}-])`,
  'u',
);
const MEDIUM = new RegExp(
  `${OUTLET_WORD}|\\b(?!(?:GOP|US|USA|EU|UK|UN|NATO|FBI|CIA|DNC|RNC|DOJ|IRS|NRA|ISIS|ISIL|PAC|AIDS)\\b)[A-Z]{3,}(?![\\p{L}])`,
  'u',
);
/** A name that is all of one: "to CNN’s Jake Tapper", not "to GOP voters". */
const NAMED_MEDIUM = new RegExp(
  `^\\w+ (?:the |The )?(?:[A-Z]{3,}(?:[’'].*| (?:News|host|anchor|radio|TV|correspondent).*)?$|.*${OUTLET_WORD})`,
);
/** What somebody stands on, or is seen on. */
const STANDING_ON =
  /(?:floor|website|site|page|account|app|stage|media|television|TV|radio|air|trail|Hill|Street|Avenue|Island|Square|steps of .*|sidelines of .*|outskirts of .*|lawn of .*|newspaper|podcast|show|program|programme)$/;
const BODY =
  /\b(?:Association|Committee|Council|Conference|Dialogue|Forum|Institute|Institution|Congress|Parliament|Convention|Club|Commission|Chamber|University|Society|Coalition|League)\b/;
const AUDIENCE_IN = new RegExp(`(?<![\\p{L}-])${AUDIENCE}(?![\\p{L}-])`, 'u');

/** Whether what has the form of a place is one, in a text where `behind` follows it. */
function isPlace(words: string, behind: string): boolean {
  if (/[’']s?$/.test(words) && /^ ?\p{L}/u.test(behind)) return false;
  if (/^(?:told|tells|telling) /.test(words))
    return (
      QUOTED_TITLE.test(words) ||
      MEDIUM.test(words) ||
      BODY.test(words) ||
      AUDIENCE_IN.test(words) ||
      OCCASION.test(words)
    );
  if (/^(?:to|with) /.test(words)) return QUOTED_TITLE.test(words) || NAMED_MEDIUM.test(words);
  if (/^[Oo]n /.test(words) && !isOccasion(words) && !STANDING_ON.test(words)) return false;
  if (/^(?:[Aa]t|[Ii]n) the cent(?:er|re)(?!\p{L})/u.test(words)) return false;
  if (/ (?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Rev)$/.test(words) && behind.startsWith('.')) return false;
  if (/^\p{Ll}+ \p{Ll}+ing (?:the|an?|his|her|their) /iu.test(words)) return false;
  if (/^\p{L}+ (?:the )?[\d\s]+$/u.test(words)) return false;
  if (/^[Ii]n (?:English|Spanish|French|German|Russian|Arabic|Chinese|Hebrew|LIVE)$/.test(words))
    return false;
  return !/^(?:[Ii]n (?:debate|show|game|note|call|talk|report|address|book|study|exchange)|[Oo]n (?:to|the record|call|visit|Capitol|Election Day).*|[Aa]fter a close call.*)$/.test(
    words,
  );
}

/** Whether a place tells of an occasion, a medium or an audience, rather than of a town or country alone. */
export const isOccasion = (words: string): boolean =>
  OCCASION.test(words) ||
  QUOTED_TITLE.test(words) ||
  MEDIUM.test(words) ||
  /^(?:told|tells|telling) /.test(words);

/** Whether a stretch begins and ends at the edges of words. */
export const isBounded = (text: string, from: number, to: number): boolean =>
  !/[\p{L}\p{N}]/u.test(text[from - 1] ?? ' ') && !/[\p{L}\p{N}]/u.test(text[to] ?? ' ');
