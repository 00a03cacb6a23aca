/** Verbs by which somebody speaks, whoever tells it; what somebody thinks or wants is the teller's view. */
const SPOKEN =
  /(?<!\p{L})(?:said|says|saying|told|tells|telling|asked|asks|wrote|writes|tweeted|tweets|announced|replied|answered|added|promised|warned|denied|denies|explained|testified|vowed|pledged|admitted|acknowledged|complained)(?!\p{L})/iu;
/** A mark that stands for such a verb: alone, or before a quotation. */
const INTRODUCES = /^[:—–-]+$|[:—–-]\s*(?:["“„«]|'')/u;

/** Whether words, a cue's or more, tell that somebody speaks. */
export const tellsOfSpeech = (words: string): boolean => SPOKEN.test(words) || INTRODUCES.test(words);
