/**
 * Names of one country or body in one word: the country, its people and adjective, and its capital or seat as news uses it
 * for the government ("Kyiv", "Ukrainian", "Ukraine" -> "ukraine"). Each line begins with the word that stands for all.
 */
const SAME = `
ukraine ukrainian ukrainians kyiv kiev
russia russian russians moscow kremlin
usa us america american americans washington u.s. states
britain british uk briton britons england english london
france french paris
germany german germans berlin
china chinese beijing
japan japanese tokyo
iran iranian iranians tehran
israel israeli israelis
palestine palestinian palestinians gaza
syria syrian syrians damascus
turkey turkish turks ankara turkiye
poland polish poles warsaw
italy italian italians rome
spain spanish madrid
europe european europeans eu brussels
nato alliance
un u.n. nations
canada canadian canadians ottawa
mexico mexican mexicans
india indian indians delhi
pakistan pakistani pakistanis islamabad
afghanistan afghan afghans kabul
iraq iraqi iraqis baghdad
egypt egyptian egyptians cairo
korea korean koreans seoul pyongyang
australia australian australians canberra
brazil brazilian brazilians brasilia
venezuela venezuelan venezuelans caracas
hungary hungarian hungarians budapest
ireland irish dublin
scotland scottish scots
greece greek greeks athens
sweden swedish swedes stockholm
norway norwegian norwegians oslo
finland finnish finns helsinki
denmark danish danes copenhagen
netherlands dutch hague
belgium belgian belgians
austria austrian austrians vienna
switzerland swiss bern
georgia georgian georgians tbilisi
armenia armenian armenians yerevan
azerbaijan azerbaijani azerbaijanis baku
belarus belarusian belarusians minsk
moldova moldovan moldovans chisinau
romania romanian romanians bucharest
bulgaria bulgarian bulgarians sofia
serbia serbian serbs belgrade
croatia croatian croats zagreb
lithuania lithuanian lithuanians vilnius
latvia latvian latvians riga
estonia estonian estonians tallinn
kazakhstan kazakh kazakhs astana
saudi riyadh
lebanon lebanese beirut
burma burmese myanmar
thailand thai bangkok
vietnam vietnamese hanoi
indonesia indonesian jakarta
philippines philippine filipino manila
nigeria nigerian nigerians abuja
kenya kenyan nairobi
namibia namibian namibians windhoek
cuba cuban cubans havana
colombia colombian colombians bogota
argentina argentine argentinian
chile chilean
peru peruvian
trinidad trinidadian
bahamas bahamian
chechnya chechen chechens
taiwan taiwanese taipei
`;

const places = new Map<string, string>();
for (const line of SAME.trim().split('\n')) {
  const [one = '', ...others] = line.split(' ');
  for (const word of [one, ...others]) places.set(word.replace(/\./g, ''), one);
}

/** The word that stands for a country, its people and its seat alike; undefined for any other word. */
export function placeOf(word: string): string | undefined {
  return places.get(word);
}
