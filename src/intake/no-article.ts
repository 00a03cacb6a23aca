import type { HtmlBlock } from './html-blocks.ts';
import type { HtmlDocument } from './html-document.ts';
import { oneLine } from './one-line.ts';

/** An article has at least so many characters in sentences. */
const LEAST = 200;
/** Below it a page that asks for something else first has shown no more than a beginning. */
const BEGINNING = 1200;

const SENTENCE = /[.!?…]["”’»)\]]*$/;
const isSentence = ({ text, kind }: HtmlBlock): boolean =>
  kind !== 'heading' && text.length > 40 && SENTENCE.test(text);

const PROOF = {
  says: /\b(?:checking (?:if the site connection is secure|your browser)|just a moment|are you a (?:robot|human)|verify (?:that )?you are (?:a )?human|not a robot|unusual (?:traffic|activity)|captcha|access (?:is )?denied|request (?:was )?blocked|ray id)\b/i,
  why: 'That site shows its pages to people only and asked for a proof instead of giving the article.',
};
const CONSENT = {
  says: /\b(?:before you continue|we (?:and our (?:\d+ )?partners? )?(?:value your privacy|use cookies|store and\/or access)|your (?:privacy choices|data\b.{0,20}\byour choice)|accept all(?: cookies)?|manage (?:your )?(?:cookie|consent|privacy)|consent (?:to|manage))\b/i,
  why: 'That page asks for consent to cookies before it shows the article.',
};
const WALL = {
  says: /\b(?:(?:sign|log) ?in (?:to|or)|already (?:a|have an?) (?:subscriber|subscription|account|member)|(?:create|register for) (?:a|an|your) (?:free )?account|subscribe (?:now )?to (?:continue|read|unlock|keep))\b/i,
  why: 'That page shows its article only to those who are logged in or subscribe.',
};
/** What is said below the beginning of an article, and not in the head of every page as well. */
const CUT =
  /\b(?:to (?:continue|keep) reading|subscribe (?:now )?to (?:continue|unlock)|to read the (?:full|whole|rest of (?:the|this)) (?:article|story)|(?:this|the rest of this) (?:article|content|story) is (?:only )?(?:for|available to|reserved for) (?:paid |paying )?(?:subscribers|members)|you (?:have|['’]ve) reached your (?:limit|article limit|monthly limit))\b/i;
const GONE = {
  says: /(?:^|\n)(?:error )?(?:404\b|page not found|not found$|this page (?:doesn['’]t exist|could not be found)|sorry, (?:we can(?:['’]t|not) find|the page))/i,
  why: 'That page says that there is nothing at its address.',
};
const SCRIPTED = {
  says: /\b(?:enable|requires?|turn on|activate) java ?script|java ?script (?:is |to be )?(?:disabled|required|enabled)\b/i,
  why: 'That page builds its text by scripts in the browser: there is no article in what the site sends.',
};
const INDEX = 'That page lists articles and is none itself: give the address of one of them.';
const NOTHING = 'There is no article on that page: hardly any text was found on it.';
/** What a notice on cookies speaks of. */
const COOKIES = /\b(?:cookies?|partners|consent|privacy|personal data|identifiers)\b/i;

/** What of a page is needed to say why it holds no article; taken before anything is removed from it. */
export type PageImpression = {
  /** The title and the text, shortened. */
  readonly text: string;
  /** How many characters of text there are without scripts. */
  readonly length: number;
  readonly scripts: number;
  readonly links: number;
};

/** Looks at a page as a whole. */
export function impressionOf(document: HtmlDocument): PageImpression {
  let inScripts = 0;
  let scripts = 0;
  for (const script of document.querySelectorAll('body script, body style, body template')) {
    inScripts += (script.textContent ?? '').length;
    scripts++;
  }
  const all = document.body.textContent ?? '';
  const title = oneLine(document.querySelector('title')?.textContent ?? '');
  const words: string[] = [title];
  for (const element of document.querySelectorAll('h1, h2, h3, p, noscript, button, label, a'))
    if (words.length < 400) words.push(oneLine(element.textContent ?? '').slice(0, 300));
  return {
    text: words.join('\n'),
    length: Math.max(0, oneLine(all).length - inScripts),
    scripts,
    links: document.querySelectorAll('a[href]').length,
  };
}

/**
 * Why the blocks that were found on a page are no article, a sentence for whoever gave its address; null where they are one.
 *
 * @param found all blocks of the part of the page with most text
 * @param blocks those of them that may be an article's text
 * @param isTold whether the page says in its metadata that it is an article
 */
export function whyNoArticle(
  found: readonly HtmlBlock[],
  blocks: readonly HtmlBlock[],
  page: PageImpression,
  isTold: boolean,
): string | null {
  const sentences = blocks.filter(isSentence);
  const length = sentences.reduce((sum, { text }) => sum + text.length, 0);
  if (length < LEAST) return whyNoText(found, page);
  if (length < BEGINNING && CUT.test(page.text)) return WALL.why;
  if (CONSENT.says.test(page.text) && !isTold) {
    const onCookies = sentences.filter(({ text }) => COOKIES.test(text)).length;
    if (onCookies * 2 >= sentences.length) return CONSENT.why;
  }
  return !isTold && looksLikeIndex(found) ? INDEX : null;
}

/** What a page with hardly a sentence of text is. */
function whyNoText(blocks: readonly HtmlBlock[], page: PageImpression): string {
  const instead = [PROOF, GONE, CONSENT, WALL, SCRIPTED].find(({ says }) => says.test(page.text));
  if (CUT.test(page.text)) return WALL.why;
  if (instead) return instead.why;
  if (looksLikeIndex(blocks) || page.links > 40) return INDEX;
  return page.length < 500 && page.scripts > 0 ? SCRIPTED.why : NOTHING;
}

/** Whether blocks are the beginnings of other articles: headlines that lead to them, each with hardly more than a sentence. */
function looksLikeIndex(blocks: readonly HtmlBlock[]): boolean {
  const leading = blocks.filter(({ linked, text }) => linked >= 0.8 && text.length > 15).length;
  const own = blocks.filter((block) => block.linked < 0.3 && isSentence(block)).length;
  return leading >= 4 && leading * 2 >= own;
}
