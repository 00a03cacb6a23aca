import type { HtmlBlock } from './html-blocks.ts';
import type { HtmlDocument, HtmlElement } from './html-document.ts';

/** Elements that are never a part of an article's own text. */
const NEVER =
  'aside, nav, form, dialog, template, [hidden], [role="complementary"], [role="navigation"], [role="dialog"], [role="alertdialog"], amp-ad, ins.adsbygoogle, #disqus_thread, #comments, .comments-area';

/** What is not, by how it is called in classes and ids, each a word or a part between dashes. */
const NAMES = [
  'newsletters?|promos?|promotion|ads?|adslot|advert\\w*|sponsor(?:ed)?|dfp|outbrain|taboola',
  'related(?:stories|articles|content|links)?|recirc\\w*|read-?(?:more|also|next)|most-(?:read|popular|viewed)|more-(?:on|stories|from)|trending|recommended|recommendations',
  'share|sharing|social|subscribe|signup|sign-up|paywall|cookies?|consent|gdpr',
  'comments?|breadcrumbs?|tags|topics|caption|credits?|gallery|slideshow|infobox|toolbar|jump-links?|toc',
  'pull-?quote|skip-?links?|sr-only|visually-?hidden|screen-reader-text|screenreader|print-only|author-bio|bio-box',
];
const NAMED = new RegExp(`(?:^|[\\s_]|--?)(?:${NAMES.join('|')})(?:$|[\\s_]|--?)`, 'i');

/** A part of a page with more of its text than this is no mere ornament, whatever it is called. */
const MOST = 0.25;

/**
 * Takes out of a page what stands around an article and in between: advertisements, boxes for newsletters, links to other articles,
 * comments. What is called like one of them but holds the headline or much of the text stays.
 */
export function removeFurniture(document: HtmlDocument): void {
  for (const element of [...document.querySelectorAll(NEVER)]) if (!holdsMuch(element)) element.remove();
  const all = lengthOf(document.body);
  for (const element of [...document.querySelectorAll('body [class], body [id]')]) {
    if (!isNamed(element) || /^(?:BODY|MAIN|ARTICLE|H1)$/.test(element.nodeName)) continue;
    if (lengthOf(element) > MOST * all || element.querySelector('h1')) continue;
    element.remove();
  }
}

/** "data-component" and the like are used for names as well. */
function isNamed(element: HtmlElement): boolean {
  const names = ['class', 'id', 'data-component', 'data-testid', 'data-name']
    .map((name) => element.getAttribute(name)?.slice(0, 500))
    .filter(Boolean)
    .join(' ');
  return NAMED.test(names.replace(/([a-z])([A-Z])/g, '$1-$2'));
}

const lengthOf = (element: HtmlElement): number => (element.textContent ?? '').length;

/** Whether an element has an article in it all the same. */
const holdsMuch = (element: HtmlElement): boolean =>
  element.querySelector('h1') !== null && element.querySelectorAll('p').length > 4;

/** Whole blocks that are no part of an article's text. */
const ALONE =
  /^(?:ad|ads|advertisement|advertising|story continues below(?: (?:this )?ad(?:vertisement)?)?|article continues (?:below|after).{0,40}|(?:skip past|after) newsletter promotion|sponsored(?: content)?|promoted|loading\W*|(?:\d+|an?) (?:minutes?|hours?|days?) ago|share(?: this)?(?: (?:article|story|page|post))?|copy link|print|save|listen|(?:image|photo|picture)(?: source| credit)?:? .{0,80}|getty images|file (?:photo|picture)|\d+ min(?:ute)?s? read|\d* ?comments?|(?:more )?(?:related|recommended|trending|most read|most popular|topics|tags)(?: (?:stories|articles|topics|news|coverage|content|posts|links|reading))?:?|more on this (?:story|topic)|(?:read|up) next|you may also like|what to read next|view (?:image in )?full ?screen|enable javascript.{0,80})$/i;
/** What begins a block that leads to another article. */
const LEADING =
  /^(?:(?:read|see|watch|listen|view|explore)(?: it)? (?:more|also|next|now|this|here|the full)|read|related(?: (?:story|stories|articles?|content|news))?|more(?: from| on| about)?|see also|also read|don[’']?t miss|recommended|watch|listen|photos?|in pictures|opinion|analysis|explainer)\b.{0,30}?[:|»>–—-]/i;
const ASKING =
  /^(?:sign up (?:for|to)|subscribe (?:to|now|today)|click here|follow (?:us|the .{2,40}) on|download (?:the|our) .{0,40}app|get (?:the|our) .{0,60}(?:newsletter|inbox|app)|join (?:our|the) .{0,40}(?:channel|newsletter|whatsapp|telegram)|support (?:our|us|independent)|want (?:more|to read)|already a subscriber|this (?:newsletter|site) .{0,40}(?:privacy|recaptcha))/i;

/** Whether a block of an article is none of its own text: an advertisement's label, a link to another article, a call to subscribe. */
export function isFurniture({ text, linked, kind }: HtmlBlock): boolean {
  if (text.length > 250) return false;
  if (ALONE.test(text)) return true;
  if (ASKING.test(text) && (linked > 0 || text.length < 120)) return true;
  if (linked >= 0.4 && LEADING.test(text)) return true;
  if (linked < 0.9) return false;
  // a sentence may be a link as a whole, but mostly such a block is the headline of another article
  return kind === 'item' || !/[.!?]["”’]?$/.test(text);
}
