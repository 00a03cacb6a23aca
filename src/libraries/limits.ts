/** How much each library may hold; all of them are whole numbers of at least 0. */
export type Limits = {
  readonly articles: number;
  /** Characters of one article. */
  readonly characters: number;
  readonly feeds: number;
  readonly follows: number;
  /** Messages that are posted in one channel in an hour. */
  readonly alertsAnHour: number;
};

/** What a library may hold where the configuration doesn't say. */
export const USUAL_LIMITS: Limits = {
  articles: 1000,
  characters: 100_000,
  feeds: 20,
  follows: 50,
  alertsAnHour: 6,
};
