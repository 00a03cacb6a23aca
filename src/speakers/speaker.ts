/** A person or body that sources name: one for all its spellings. */
export type Speaker = {
  /** Stands for this speaker in links and buttons, the same after a restart: "michael-waltz". */
  readonly id: string;
  /** The fullest name that an article gives, or the article's own words for somebody it doesn't name. */
  readonly name: string;
  /** False for somebody whom the article only describes: "a senior official". */
  readonly named: boolean;
  /** Every other way in which articles write the name. */
  readonly aliases: readonly string[];
  /** How articles describe the speaker, the most frequent first: "NATO Secretary General". */
  readonly roles: readonly string[];
};
