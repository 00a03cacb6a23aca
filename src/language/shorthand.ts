/** Short forms of chats and news, each with what it stands for, as plain lower-case words. */
const SHORT = `
dem democrat
dems democrats
gop republican
repub republican
repubs republicans
pol politician
pols politicians
prez president
pres president
potus president
flotus first lady
veep vice president
vp vice president
scotus supreme court
prof professor
profs professors
econ economics
govt government
gov governor
sen senator
sens senators
rep representative
reps representatives
atty attorney
ag attorney general
ceo chief executive
pm prime minister
mp lawmaker
mps lawmakers
ppl people
bday birthday
thx thanks
tv television
pic picture
pics pictures
vet veteran
vets veterans
immig immigration
xmas christmas
convo conversation
presser press conference
op-ed column
ny new york
nyc new york
nj new jersey
nh new hampshire
la los angeles
sf san francisco
dc washington
philly philadelphia
cali california
vegas las vegas
mil million
bn billion
tn trillion
pct percent
wapo washington post
nyt new york times
usat usa today
`;

const short = new Map(
  SHORT.trim()
    .split('\n')
    .map((line): [string, readonly string[]] => {
      const [form = '', ...words] = line.split(' ');
      return [form, words];
    }),
);

/** What a short form in lower-case letters stands for; undefined for any other word. */
export const spelledShort = (word: string): readonly string[] | undefined => short.get(word);

/** The states of the US as American newspapers shorten them, with a full stop. */
const STATES: Readonly<Record<string, string>> = {
  Ala: 'Alabama',
  Ariz: 'Arizona',
  Ark: 'Arkansas',
  Calif: 'California',
  Colo: 'Colorado',
  Conn: 'Connecticut',
  Del: 'Delaware',
  Fla: 'Florida',
  Ga: 'Georgia',
  Ill: 'Illinois',
  Ind: 'Indiana',
  Kan: 'Kansas',
  Ky: 'Kentucky',
  La: 'Louisiana',
  Mass: 'Massachusetts',
  Md: 'Maryland',
  Mich: 'Michigan',
  Minn: 'Minnesota',
  Miss: 'Mississippi',
  Mo: 'Missouri',
  Mont: 'Montana',
  'N.C': 'North Carolina',
  'N.D': 'North Dakota',
  'N.H': 'New Hampshire',
  'N.J': 'New Jersey',
  'N.M': 'New Mexico',
  'N.Y': 'New York',
  Neb: 'Nebraska',
  Nev: 'Nevada',
  Okla: 'Oklahoma',
  Ore: 'Oregon',
  Pa: 'Pennsylvania',
  'R.I': 'Rhode Island',
  'S.C': 'South Carolina',
  'S.D': 'South Dakota',
  Tenn: 'Tennessee',
  Tex: 'Texas',
  Va: 'Virginia',
  Vt: 'Vermont',
  'W.Va': 'West Virginia',
  Wash: 'Washington',
  Wis: 'Wisconsin',
  Wyo: 'Wyoming',
};
const STATE = new RegExp(
  `\\b(?:[DRI]-)?(${Object.keys(STATES)
    .sort((a, b) => b.length - a.length)
    .join('|')
    .replaceAll('.', '\\.')})\\.(?=[\\s,;:)]|$)`,
  'g',
);

/** A text with the states' names written out: "Jeff Merkley, D-Ore.," -> "Jeff Merkley, Oregon,". */
export const withStates = (text: string): string =>
  text.replace(STATE, (_, state: string) => STATES[state] ?? state);
