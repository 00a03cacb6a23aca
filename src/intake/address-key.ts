/** What an address carries about who follows it, and from where, and nothing about what stands there. */
const TRACKING = new RegExp(
  `^(?:${[
    'utm_.+|at_(?:medium|campaign|link.*|ptr.*|bbc.*|format|custom\\d)|pk_.+|mtm_.+|hsa_.+|_hs(?:enc|mi)|__hs.+',
    'fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|twclid|ttclid|igsh|igshid|li_fat_id|srsltid',
    'mc_[ce]id|mkt_tok|vero_(?:id|conv)|oly_(?:anon|enc)_id|wickedid|sc_(?:cid|campaign)|spm|trk|trkcampaign',
    '_ga|_gl|ga_.+|_openstat|wt_[mz]+c|xtor|ito|icid|ncid|cmpid|cmp|cvid|ocid|smid|smtyp|mbid|soc_src|soc_trk|guccounter',
    'guce_.+|ref|ref_src|ref_url|refsrc|referrer|referer|__twitter_impression|__source|taid|sr_share|sref|leadsource',
    'share(?:d|type|token)?|unlocked_article_code|giftcopy|ns_(?:mchannel|source|campaign|linkname|fee)|intcmp|s_cid',
  ].join('|')})$`,
  'i',
);
const PREFIX = /^(?:www\d?|m|mobile|amp)\.(?=[^.]+\.)/;
const INDEX = /\/(?:index|default)\.(?:html?|php|aspx?|jsp)$/i;

const asUrl = (url: string): URL | null => {
  const read = URL.canParse(url) ? new URL(url) : null;
  return read !== null && /^https?:$/.test(read.protocol) ? read : null;
};

/**
 * An http or https address without what makes no difference to what stands there: fragment, name and password, and the marks by which
 * sites follow their readers (utm_source and the like). Anything else is given back as it is.
 */
export function cleanAddress(url: string): string {
  const clean = asUrl(url);
  if (clean === null) return url;
  clean.hash = '';
  clean.username = '';
  clean.password = '';
  const kept = parametersOf(clean).filter((pair) => !TRACKING.test(nameOf(pair)));
  // pair by pair as they are written: a site may tell "a" from "a="
  clean.search = kept.length > 0 ? `?${kept.join('&')}` : '';
  return clean.href;
}

/**
 * What two addresses of the same page have in common: the scheme, "www." and the like before the host, a default port, a slash or
 * "index.html" at the end, the order of parameters and what {@link cleanAddress} takes away make no difference. Not an address itself.
 */
export function addressKey(url: string): string {
  const clean = asUrl(cleanAddress(url));
  if (clean === null) return url;
  const path = clean.pathname.replace(INDEX, '/').replace(/\/+$/, '');
  const query = parametersOf(clean).sort().join('&');
  const port = clean.port === '' || clean.port === '80' || clean.port === '443' ? '' : `:${clean.port}`;
  return `${siteOf(clean.hostname)}${port}${path}${query && `?${query}`}`;
}

/** A host without what comes before the name of its site: "www.", "m.", "amp.". */
export function siteOf(host: string): string {
  let site = host.toLowerCase().replace(/\.$/, '');
  while (PREFIX.test(site)) site = site.replace(PREFIX, '');
  return site;
}

const parametersOf = (url: URL): string[] => url.search.slice(1).split('&').filter(Boolean);

function nameOf(pair: string): string {
  const name = pair.split('=')[0] ?? '';
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
