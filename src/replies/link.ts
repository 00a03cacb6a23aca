/** The most words of a passage that a link repeats in full; a longer one is given by its first and last words. */
const WHOLE = 10;
const EDGE = 4;

/** A part of a text directive, escaped: "-", "," and "&" mean something there (https://wicg.github.io/scroll-to-text-fragment/). */
const escaped = (text: string): string => encodeURIComponent(text).replace(/-/g, '%2D');

/**
 * An article's address that opens at a passage: with a text fragment that holds the passage's words, or its first and last
 * words where it is long.
 */
export function linkTo(url: string, passage: string): string {
  const words = passage.split(/\s+/).filter(Boolean);
  const directive =
    words.length <= WHOLE
      ? escaped(words.join(' '))
      : `${escaped(words.slice(0, EDGE).join(' '))},${escaped(words.slice(-EDGE).join(' '))}`;
  const address = url.replace(/:~:.*$/, ''); // a fragment that the address already had opens it elsewhere
  return `${address}${address.includes('#') ? '' : '#'}:~:text=${directive}`;
}
