/**
 * What a verb of saying or thinking takes as its content:
 * - `speech`: words of its own, before it or behind it, with or without quotation marks ("…," he said; he said he would)
 * - `clause`: a clause with "that", "how", "why", "whether" …
 * - `object`: a noun phrase ("expressed confidence in …")
 * - `as`: an object and what it is held to be ("described it as unlikely", "called it a lie")
 * - `infinitive`: "vowed to …", "urged him to …"
 * - `listener`: somebody who is told stands between the verb and its content
 */
export type Frame = 'speech' | 'clause' | 'object' | 'as' | 'infinitive' | 'listener';

/** Verbs by what they take, in their dictionary form; the groups follow Levin's classes of communication verbs. */
const VERBS: readonly (readonly [frames: readonly Frame[], verbs: string])[] = [
  [
    ['speech', 'clause'],
    `say add explain state argue claim note write announce declare insist admit acknowledge concede stress remark reply
    respond answer continue conclude observe recall recount testify complain confess boast allege assert maintain contend
    suggest joke quip tweet post shout yell whisper cry exclaim mention disclose proclaim reveal comment counter interject
    lament muse gripe grumble opine retort clarify speculate estimate predict repeat reiterate report blog text email
    agree protest wonder crack caution`,
  ],
  [['speech', 'clause', 'listener'], 'tell warn'],
  [['clause', 'listener'], 'assure inform remind notify reassure'],
  [['speech', 'clause', 'listener', 'infinitive'], 'ask promise'],
  [['clause', 'listener', 'infinitive'], 'urge advise encourage'],
  [
    ['clause'],
    'think believe feel hope fear worry doubt suspect reckon assume expect know understand realize learn warn',
  ],
  [['clause', 'infinitive'], 'vow pledge swear threaten agree propose demand request want wish'],
  [['infinitive'], 'refuse decline offer hope want expect'],
  [
    ['clause', 'object'],
    `confirm deny emphasize underline underscore highlight affirm outline announce reiterate stress reject suggest predict
    predict explain reveal propose demand promise recommend acknowledge`,
  ],
  [
    ['object'],
    'express voice condemn denounce criticize praise welcome reject dismiss oppose defend question mock blast slam',
  ],
  [['as'], 'describe characterize portray label dub brand call deem term regard view denounce dismiss hail'],
];

const frames = new Map<string, Set<Frame>>();
for (const [taken, verbs] of VERBS)
  for (const verb of verbs.split(/\s+/)) {
    const known = frames.get(verb) ?? new Set();
    for (const frame of taken) known.add(frame);
    frames.set(verb, known);
  }

const NONE: ReadonlySet<Frame> = new Set();

/** American spelling of a verb in -ise or -yse: "emphasise" -> "emphasize". */
const american = (lemma: string): string => lemma.replace(/is(e|ed|es|ing)$/, 'iz$1');

/** What a verb, given in its dictionary form, takes as its content; empty where it is no verb of saying or thinking. */
export function framesOf(lemma: string): ReadonlySet<Frame> {
  return frames.get(lemma) ?? frames.get(american(lemma)) ?? NONE;
}
