import { foldName } from '../language/names.ts';

/** Somebody whom news may name by the last name alone throughout an article: a head of state, of government or of a great body. */
export type Prominent = {
  readonly name: string;
  readonly last: string;
  readonly gender: 'm' | 'f';
  /** The year from which news did so. */
  readonly since: number;
  /** Offices under which news names them, in small letters. */
  readonly offices: readonly string[];
};

/**
 * Heads of state and government since about 2000 of the countries of the G20 and of others much in the news, nominees for the
 * American presidency, and the heads of the UN, the NATO, the European Union and the Catholic Church. Each line: the name as
 * news has it, the last name where it isn't the last word, m or f, the year of coming to notice, offices.
 */
const LIST = `
Bill Clinton | m 1992 president governor
Hillary Clinton | f 2000 senator secretary
George W. Bush | m 1999 president governor
Al Gore | m 1992 president senator
John Kerry | m 2003 senator secretary
John McCain | m 2000 senator
Mitt Romney | m 2007 governor senator
Barack Obama | m 2007 president senator
Donald Trump | m 2015 president
Joe Biden | m 2008 president senator
Kamala Harris | f 2019 president senator
Mike Pence | m 2016 president governor
Dick Cheney | m 2000 president
JD Vance | m 2024 president senator
Tony Blair | m 1997 minister
Gordon Brown | m 2007 minister chancellor
David Cameron | m 2008 minister secretary
Theresa May | f 2016 minister secretary
Boris Johnson | m 2016 minister secretary mayor
Liz Truss | f 2022 minister secretary
Rishi Sunak | m 2020 minister chancellor
Keir Starmer | m 2020 minister
Jacques Chirac | m 1995 president
Nicolas Sarkozy | m 2006 president
François Hollande | m 2012 president
Emmanuel Macron | m 2017 president
Gerhard Schröder | m 1998 chancellor
Angela Merkel | f 2005 chancellor
Olaf Scholz | m 2021 chancellor
Friedrich Merz | m 2024 chancellor
Silvio Berlusconi | m 1994 minister premier
Matteo Renzi | m 2014 minister premier
Mario Draghi | m 2011 minister premier president
Giorgia Meloni | f 2022 minister premier
Vladimir Putin | m 2000 president minister
Dmitry Medvedev | m 2008 president minister
Sergey Lavrov | m 2004 minister
Volodymyr Zelensky | m 2019 president
Petro Poroshenko | m 2014 president
Viktor Yanukovych | m 2004 president
Alexander Lukashenko | m 1994 president
Recep Tayyip Erdogan | m 2003 president minister
Viktor Orban | m 2010 minister
Donald Tusk | m 2007 minister president
Mariano Rajoy | m 2011 minister
Pedro Sánchez | m 2018 minister
Alexis Tsipras | m 2015 minister
Xi Jinping | Xi m 2012 president
Hu Jintao | Hu m 2002 president
Li Keqiang | Li m 2013 premier
Shinzo Abe | m 2006 minister
Junichiro Koizumi | m 2001 minister
Fumio Kishida | m 2021 minister
Shigeru Ishiba | m 2024 minister
Narendra Modi | m 2014 minister
Manmohan Singh | m 2004 minister
Pervez Musharraf | m 1999 president general
Imran Khan | m 2018 minister
Hamid Karzai | m 2002 president
Ashraf Ghani | m 2014 president
Kim Jong Un | Kim m 2012 leader
Moon Jae-in | Moon m 2017 president
Yoon Suk Yeol | Yoon m 2022 president
Joko Widodo | m 2014 president
Rodrigo Duterte | m 2016 president mayor
Ferdinand Marcos Jr. | Marcos m 2022 president
Kevin Rudd | m 2007 minister
Julia Gillard | f 2010 minister
Tony Abbott | m 2013 minister
Malcolm Turnbull | m 2015 minister
Scott Morrison | m 2018 minister
Anthony Albanese | m 2022 minister
Jacinda Ardern | f 2017 minister
Stephen Harper | m 2006 minister
Justin Trudeau | m 2015 minister
Mark Carney | m 2025 minister
Vicente Fox | m 2000 president
Felipe Calderón | m 2006 president
Enrique Peña Nieto | Peña m 2012 president
Claudia Sheinbaum | f 2024 president
Hugo Chávez | m 1999 president
Nicolás Maduro | m 2013 president
Luiz Inácio Lula da Silva | Lula m 2002 president
Dilma Rousseff | f 2011 president
Jair Bolsonaro | m 2018 president
Javier Milei | m 2023 president
Fidel Castro | m 1959 president
Benjamin Netanyahu | m 1996 minister
Ariel Sharon | m 2001 minister
Ehud Olmert | m 2006 minister
Mahmoud Abbas | m 2005 president
Bashar al-Assad | Assad m 2000 president
Mahmoud Ahmadinejad | m 2005 president
Hassan Rouhani | m 2013 president
Hosni Mubarak | m 1981 president
Abdel Fattah el-Sisi | Sisi m 2013 president general
Moammar Gadhafi | m 1969 colonel leader
Saddam Hussein | m 1979 president
Thabo Mbeki | m 1999 president
Jacob Zuma | m 2009 president
Cyril Ramaphosa | m 2018 president
Robert Mugabe | m 1980 president
Goodluck Jonathan | m 2010 president
Muhammadu Buhari | m 2015 president
Kofi Annan | m 1997 general
Ban Ki-moon | Ban m 2007 general
António Guterres | m 2017 general
Anders Fogh Rasmussen | m 2009 general
Jens Stoltenberg | m 2014 general
Mark Rutte | m 2010 general minister
Jean-Claude Juncker | m 2014 president
Ursula von der Leyen | f 2019 president
`;

const byLast = new Map<string, Prominent[]>();
for (const line of LIST.trim().split('\n')) {
  const [, name = '', own, gender, since, offices = ''] =
    /^(.+) \| (?:(\S+) )?([mf]) (\d{4}) (.+)$/.exec(line) ?? [];
  const last = foldName(own ?? name).at(-1) ?? '';
  const one: Prominent = {
    name,
    last,
    gender: gender === 'f' ? 'f' : 'm',
    since: Number(since),
    offices: offices.split(' '),
  };
  byLast.set(last, [...(byLast.get(last) ?? []), one]);
}

/**
 * Whom a last name means in an article that never gives the full one: news leaves the first name out where everybody knows
 * whom it means. Undefined where it could be several, or where gender, office or the article's year speak against it.
 */
export function prominentBy(
  last: string,
  gender: 'm' | 'f' | null,
  roles: readonly string[],
  published: string | null,
): Prominent | undefined {
  const year = published === null ? Number.POSITIVE_INFINITY : Number(published.slice(0, 4));
  const words = roles.flatMap((role) => role.toLowerCase().split(/[^a-z]+/));
  const [only, ...more] = (byLast.get(last) ?? []).filter(
    (one) =>
      (gender === null || one.gender === gender) &&
      one.since <= year &&
      (roles.length === 0 || one.offices.some((office) => words.includes(office))),
  );
  return more.length === 0 ? only : undefined;
}
