const list = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).filter(Boolean));

/** Nouns that name an office, a rank or a trade: what ends a role before a name ("NATO Secretary General | Mark Rutte"). */
export const ROLE_NOUNS = list(`
  president vice-president minister secretary general chancellor premier chairman chairwoman chairperson chair chief head
  leader director commissioner governor senator congressman congresswoman representative mayor ambassador envoy spokesman
  spokeswoman spokesperson adviser advisor aide strategist manager officer official judge justice attorney lawyer
  prosecutor counsel professor doctor scientist economist analyst expert researcher historian author writer journalist
  reporter correspondent editor columnist anchor host presenter actor actress singer musician comedian filmmaker coach
  boss captain striker midfielder defender goalkeeper player champion billionaire businessman businesswoman entrepreneur
  founder co-founder executive ceo cfo partner investor banker broker pollster activist organizer campaigner commander
  colonel sergeant lieutenant major admiral marshal superintendent inspector constable detective sheriff trooper deputy
  speaker whip lawmaker legislator councillor councilman councilwoman delegate nominee candidate rival democrat republican
  premier emir king queen prince princess sultan pope archbishop bishop cardinal reverend pastor rabbi imam
  fellow member co-chair co-chairman vice-chairman coordinator consultant physician surgeon nurse teacher principal
  superintendent student veteran farmer resident witness mother father wife husband son daughter brother sister widow friend
  hero star legend winner peer tsar czar undersecretary treasurer comptroller auditor registrar clerk solicitor barrister
  engineer architect priest pilot geologist biologist physicist chemist psychologist sociologist meteorologist astronomer
  philosopher critic chef shopkeeper dispatcher auctioneer novelist poet photographer designer magistrate negotiator diplomat consul attache predecessor successor counterpart`);

/** Forms of address before a name that are no part of it. */
export const HONORIFICS = list(`
  mr mrs ms miss dr sir dame lord del prof sen rep gov gen lt col sgt capt maj adm cmdr supt insp det cpl rev fr hon sens reps messrs mx
  madam mme president senator representative governor congressman congresswoman`);

/** Honorifics that are an office and so a role: "Sen. Bob Corker". */
export const OFFICE_HONORIFICS = list(
  'sen rep del gov gen lt col sgt capt maj adm cmdr supt insp det rev prof president senator representative governor',
);

/** Letters behind a name that are no part of it: "Dana Cole QC". */
export const LETTERS = list(
  'QC KC SC MP MEP MSP MLA TD OBE CBE MBE KBE DBE GBE CH PhD MD JD RN FRS FRCS DSO DFC VC CPA',
);

/** Words for many people, none of whom they name. */
export const GROUPS = list(`
  critics sources experts police people supporters opponents residents authorities observers activists protesters locals
  demonstrators fans investigators doctors prosecutors neighbours neighbors relatives insiders advocates campaigners rivals voters republicans democrats conservatives liberals progressives americans
  lawmakers politicians pundits polls surveys studies reports documents records figures economists scientists researchers analysts pollsters`);

/** What stands behind "Secretary of", "Director of" … before a name. */
export const DEPARTMENT =
  /^(?:State|Defen[cs]e|Energy|Education|Labou?r|Commerce|Agriculture|Transportation|Health and Human Services|Health|Justice|Homeland Security|National Intelligence|Veterans Affairs|Foreign Affairs|Staff|Operations|Communications|Policy|Public Safety|United (?:States|Kingdom))(?=\s|$)/;

/** Words that name a body rather than a person where they stand in a name. */
export const BODY_WORDS = list(`
  university school college institute institution foundation association committee commission council department ministry
  agency bureau office court party congress senate house parliament government administration union league federation
  alliance organization organisation academy chamber group company corporation corp inc ltd llc plc bank fund times post journal news tribune
  herald gazette guardian telegraph mail mirror sun globe magazine review press agency network radio television tv channel
  states kingdom republic nations force forces army navy police service services center centre club team hospital church
  museum library society project campaign camp board authority street city county island islands street avenue road park river
  lake valley springs beach airport station act bill law deal agreement treaty plan war day week month today show week
  assembly convention monument mall prize award awards coverage summit tower caucus panel tribunal embassy stadium square building bridge conference festival games cup
  airlines motors records studios pictures foundation trust watch speech statement transcript video debate international america american americans democrats republicans`);

/** Forms of address and roles that are a man's. */
export const MALE_WORDS = list(
  `mr sir lord congressman chairman spokesman businessman councilman husband son brother father king prince actor widower
  archbishop bishop pope cardinal imam grandfather uncle nephew boyfriend stepfather gentleman alderman`,
);

/** Forms of address and roles that are a woman's. */
export const FEMALE_WORDS = list(
  `mrs ms miss dame madam mme congresswoman chairwoman spokeswoman businesswoman councilwoman wife daughter sister mother queen
  princess actress widow grandmother aunt niece girlfriend stepmother lady`,
);

/** What somebody says, shows or feels: "her account", "his eyes", "Cole's remarks". */
export const UTTERANCES = list(
  `account words comment comments remark remarks speech statement statements tweet tweets twitter letter memoir commentary column
  essay view views opinion eyes mind heart claim claims argument arguments testimony answer answers response reply post posts
  message messages position stance belief beliefs`,
);

/** Offices and trades that are the same or nearly: each line's first stands for the others. */
const SAME_OFFICE = `
president president-elect
spokesman spokeswoman spokesperson
lawyer attorney counsel solicitor barrister
chairman chair chairwoman chairperson
adviser advisor aide consultant
nominee candidate standard-bearer hopeful contender
senator sen
governor gov
representative rep congressman congresswoman lawmaker legislator
doctor dr physician
general gen
professor prof
director head chief
executive ceo
businessman businesswoman billionaire mogul magnate entrepreneur tycoon
reporter journalist correspondent
judge justice magistrate
leader
`;

const offices = new Map(
  SAME_OFFICE.trim()
    .split('\n')
    .flatMap((line) => line.split(' ').map((word, _, [first = word]): [string, string] => [word, first])),
);

/** The word that stands for an office under all its names: "attorney" -> "lawyer". */
export const officeOf = (word: string): string => offices.get(word) ?? word;

/** Things in which something is written or shown, and which so speak for whoever made them. */
export const DOCUMENTS = list(`
  article piece story report study survey poll analysis paper ad advertisement spot commercial video clip film documentary movie
  book memoir editorial op-ed column essay letter memo statement release complaint filing lawsuit ruling decision opinion order
  post blog tweet email note message document documents investigation review transcript interview feature profile headline account`);
