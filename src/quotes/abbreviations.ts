const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** Titles and the like, which stand before a name and end no sentence. */
const BEFORE_NAMES =
  words(`mr mrs ms dr sen sens rep reps gov govs gen lt col maj capt cmdr adm sgt cpl pvt pfc spc prof rev
  hon fr pres amb atty asst dep det insp supt msgr messrs mx mme mlle brig ald st ste mt ft ph univ dept`);
/** What ends no sentence before a number. */
const BEFORE_NUMBERS = words('no nos fig figs vol pp sec art ch par');
/** Abbreviations that may end a sentence as well as stand within one. */
const ANYWHERE =
  words(`jr sr inc corp co ltd llc plc bros assn intl esq jan feb mar apr jun jul aug sept sep oct nov dec
  mon tue tues wed thu thurs fri ala ariz ark calif colo conn del fla ga ill ind kan kans ky la md mass mich minn
  miss mo mont neb nev okla ore pa penn tenn tex va vt wash wis wisc wyo ave blvd rd hwy al dist`);
/** Abbreviations in small letters. */
const SMALL = words('viz approx cf e.g i.e etc a.m p.m pp');
/** Words that begin a sentence where they are written with a capital behind an abbreviation. */
export const BEGINNERS =
  words(`the a an this that these those it he she they we i you his her their our my its there here but and or so
  yet if when while as at in on by for from with after before since although though however then now meanwhile not what
  who how why where which some many most all each both every another under over during despite because still also
  instead even just only until perhaps yes nor unlike among according asked mr. mrs. ms.`);
/** How a word with a full stop behind it stands in a sentence. */
export function standingOf(word: string): 'plain' | 'anywhere' | 'before names' | 'before numbers' {
  const lower = word.toLowerCase();
  const capital = /^\p{Lu}/u.test(word);
  if (BEFORE_NUMBERS.has(lower)) return 'before numbers';
  if (word === 'v' || word === 'vs') return 'before names';
  if (capital && BEFORE_NAMES.has(lower)) return 'before names';
  if (SMALL.has(lower) || (capital && ANYWHERE.has(lower))) return 'anywhere';
  return /^(?:\p{Lu}|(?:\p{L}\.)+\p{L})$/u.test(word) ? 'anywhere' : 'plain';
}
