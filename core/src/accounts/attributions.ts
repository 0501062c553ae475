import { announcedSource } from './announced-source.ts'
import { ByPlace } from './by-place.ts'
import { goesOnTelling, itTells, paperIn } from './carried-source.ts'
import { isHandedOn } from './handed-on.ts'
import { headlineLabel } from './headline-label.ts'
import { evidenceIn } from './inner-evidence.ts'
import { Interpreters } from './interpreted.ts'
import { jointSource, parted } from './joint-source.ts'
import { hedgePattern, negators, numberHedges } from './lexicon/function-words.ts'
import { bodyWords, roleNouns } from './lexicon/people-words.ts'
import type { SourceWords } from './noun-phrases.ts'
import { otherOutlet } from './other-outlets.ts'
import type { Quote, Unit } from './quotes.ts'
import { recordingIn } from './recording-in.ts'
import type { Sentence } from './sentences.ts'
import { sourceName } from './source-name.ts'
import { stanceSource } from './stance-sources.ts'
import { wordsOf } from './words.ts'

/** Who a sentence goes back to, and through whom. */
export interface Attribution {
  readonly start: number
  readonly end: number
  readonly source: string
  /** From who said it to the last hand before the account. */
  readonly chain: readonly string[]
  /** What the account calls each of these in the sentence, where that is not their name: "his sister". */
  readonly called: readonly (string | null)[]
  readonly isNegated: boolean
  readonly isHedged: boolean
  /** The words that name a recording, when it speaks of one. */
  readonly recording: string | null
  /** Declining to comment says something, but nothing about the event. */
  readonly isDeclining: boolean
}

const declining =
  /\b(?:declin\w+|refus\w+)\s+(?:to\s+)?(?:\p{L}+\s+)?(?:comment|discuss|answer|say|speak|elaborate|identify|be interviewed|express)|\b(?:did not|didn't|had not|would not|wouldn't) (?:immediately |yet )?(?:respond|return|answer|reply|comment|discuss|elaborate)|\b(?:not|n't) be drawn\b|\b(?:not|n't) (?:talk|speak) (?:to|with) (?:us|me|reporters|the (?:press|media))\b|\b(?:not|n't) (?:want|wish|agree) to (?:comment|go into|discuss|talk|speak|elaborate|say|answer)|\bno (?:further |immediate )?comment\b|\bprefiri(?:ó|eron) no |\bno (?:respondi|contest)\p{L}+|\b(?:rehusó|rehusaron|declinó|declinaron|se negó a) /iu

/** The chains of all sentences that name a source, in order. */
export function attributionsOf(
  text: string,
  units: readonly Unit[],
  quotes: readonly Quote[],
  turns: readonly { readonly start: number; readonly end: number }[],
  around: string,
): readonly Attribution[] {
  const found: Attribution[] = []
  let announced: Announced | null = null
  let seen: { readonly chain: Chain; readonly paragraph: number } | null = null
  /** The paper or recording that was spoken of last, though others have spoken since: "It also says". */
  let thing: { readonly chain: Chain; readonly paragraph: number } | null = null
  /** The recording that the sentences tell of: "On the video a man asks why. “Get down,” the officer answers." */
  let played: { readonly name: string; readonly paragraph: number } | null = null
  // Who tells all in the present tells what was said to reporters so too.
  const isToldInPast = count(text, /\b(?:said|told)\b/g) > count(text, /\b(?:says|tells)\b/g)
  const interpreters = new Interpreters(quotes)
  const sentences = units.flatMap(unit => unit.sentences.map(sentence => ({ unit, sentence })))
  const turnsByPlace = new ByPlace(turns)
  const marked = new ByPlace(quotes.map(quote => ({ start: quote.outerStart, end: quote.outerEnd, quote })))
  for (const [at, { unit, sentence }] of sentences.entries()) {
    const isTurn = turnsByPlace.around(sentence) !== undefined
    const near = marked.at(sentence).map(({ quote }) => quote)
    const own = chainsOf(text, unit, sentence, near, isTurn, around, seen?.chain.source ?? null)
    const words = text.slice(sentence.start, sentence.end)
    if (!isTurn) interpreters.note(words.replace(/\s/g, ' '))
    const source = isTurn ? null : announcedSource(words.replace(/\s/g, ' '))
    if (source !== null) {
      const goesOn = sentences[at + 1]?.sentence.paragraph === sentence.paragraph
      announced = { source, until: sentence.paragraph + (goesOn ? 0 : mostParagraphs) }
      continue
    }
    if (
      announced &&
      (own.length > 0 || sentence.isHeadline || isTurn || sentence.paragraph > announced.until)
    )
      announced = null
    const told = announced ? [{ source: announced.source, chain: [announced.source] }] : own
    // "So did the guard.": who joins in what the sentence before is put down to.
    const joining =
      own.length === 0 && found.at(-1)?.end === sentences[at - 1]?.sentence.end
        ? joinedBy.exec(words)?.[1]
        : undefined
    const isNear =
      seen !== null && seen.paragraph >= sentence.paragraph - 1 && !isTurn && !sentence.isHeadline
    const isAfter = thing !== null && thing.paragraph >= sentence.paragraph - 3 && !isTurn
    const before = isNear ? seen : isAfter && itTells.test(words) ? thing : null
    const goesOn = told.length === 0 && before !== null && goesOnTelling(words, before.chain.source)
    const joined = joining === undefined || told.length > 0 ? null : sourceName(joining)
    const read: readonly Chain[] =
      joined !== null ? [{ source: joined, chain: [joined] }] : goesOn && before ? [before.chain] : told
    const isPlain = !isTurn && !sentence.isHeadline
    const heard: string | null =
      played !== null &&
      isPlain &&
      isToldInPast &&
      sentence.paragraph - played.paragraph <= 1 &&
      isHeardNow(read, unit, sentence, near)
        ? played.name
        : null
    const chains: readonly Chain[] =
      heard === null ? read : read.map(each => ({ ...each, chain: [...each.chain, heard] }))
    const plays: string | undefined = chains
      .flatMap(({ chain }) => chain)
      .find(name => recordingIn(name) !== null)
    if (plays !== undefined && isPlain) played = { name: plays, paragraph: sentence.paragraph }
    else if (chains.length > 0) played = null
    const shown = chains.find(({ source }) => recordingIn(source) !== null || paperIn(source) !== null)
    const named = chains.length === 0 ? (recordingIn(words) ?? paperIn(words)) : null
    if (shown) seen = { chain: shown, paragraph: sentence.paragraph }
    else if (named) seen = { chain: { source: named, chain: [named] }, paragraph: sentence.paragraph }
    else if (chains.length > 0) seen = null
    thing = seen ?? thing
    for (const chain of isTurn ? chains : chains.map(each => interpreters.through(each)))
      found.push({
        ...mood(text, sentence),
        ...chain,
        called: calledIn(chain.chain, unit, sentence, near),
        start: sentence.start,
        end: sentence.end,
      })
  }
  return found
}

const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0

/** Whether a sentence quotes one whom it lets speak in the present, as what a recording holds is told. */
function isHeardNow(
  chains: readonly Chain[],
  unit: Unit,
  sentence: Sentence,
  quotes: readonly Quote[],
): boolean {
  const [only] = chains
  return (
    only !== undefined &&
    chains.length === 1 &&
    quotes.some(({ depth, speaker }) => depth === 0 && speaker !== null) &&
    unit.clauses.some(
      ({ clause }) =>
        clause.kind === 'said' &&
        clause.verb.start >= sentence.start &&
        clause.verb.end <= sentence.end &&
        inPresent.test(clause.verb.lower),
    )
  )
}

const inPresent =
  /^(?:says|asks|replies|answers|responds|shouts|yells|screams|cries|calls|tells|warns|orders|commands|barks|snaps|repeats|adds|pleads|begs|whispers|mutters|moans|continues|demands|explains|radios|goes|laughs|curses|announces)$/

/** What a sentence calls those of a chain who have a name besides. */
function calledIn(
  chain: readonly string[],
  unit: Unit,
  sentence: Sentence,
  quotes: readonly Quote[],
): Attribution['called'] {
  const sources = [
    ...quotes.flatMap(({ speaker }) => (speaker ? [speaker] : [])),
    ...unit.clauses
      .filter(({ clause: { verb } }) => verb.start >= sentence.start && verb.end <= sentence.end)
      .map(({ source }) => source),
  ].filter(({ called }) => called !== undefined)
  return chain.map(name => sources.find(each => sourceName(each.name) === name)?.called ?? null)
}

const joinedBy =
  /^(?:So|Neither|Nor|And so) (?:did|does|do|has|have|had|would|could|was|were|is) ((?:an?|the|his|her|their|two|three|both|\p{Lu})[^.,;:!?]{1,50})[.,;]/u

/** Whose account is being given, and up to which paragraph. */
interface Announced {
  readonly source: string
  readonly until: number
}

/** An account that was announced by itself goes on for some paragraphs, unless another source is named. */
const mostParagraphs = 2

/** Verbs that hand on; who shouts in what somebody tells does what is told. */
const telling =
  /^(?:sa(?:id|ys?)|t(?:old|ells?)|claim|insist|confirm|acknowledg|report|estimat|believ|den(?:y|ies|ied)|disput|dijo|dice|afirm|asegur)/

/** Verbs of declining, which say something where it is to comment, to answer or to say that somebody declines. */
const refusing = /^(?:declin|refus|rehus|neg)/

interface Chain {
  readonly source: string
  readonly chain: readonly string[]
}

function chainsOf(
  text: string,
  unit: Unit,
  sentence: Sentence,
  quotes: readonly Quote[],
  isTurn: boolean,
  around: string,
  seen: string | null,
): readonly Chain[] {
  const inside = quotes.filter(
    ({ outerStart, outerEnd, depth }) =>
      depth === 0 && outerStart < sentence.end && outerEnd > sentence.start,
  )
  const speaking = inside.filter(({ speaker }) => speaker !== null)
  const clauses = unit.clauses.filter(
    ({ clause, source }) =>
      clause.verb.start >= sentence.start &&
      clause.verb.end <= sentence.end &&
      source.certainty !== 'unknown',
  )
  const strong = clauses.filter(each => isHandedOn(text, sentence, each))
  const made: Chain[] = []
  const add = (names: readonly (string | null)[]) => {
    const chain = names.filter((name): name is string => name !== null).map(sourceName)
    const source = chain[0]
    // "Nobody from the department has told …", "What the record tells us": nobody says it there.
    if (/^(?:nobody|no one|no \p{Ll}|none|nadie|what|how|why|whether|if|when|where)\b/iu.test(source ?? ''))
      return
    if (source !== undefined && !made.some(each => each.source === source))
      made.push({ source, chain: [...new Set(chain)] })
  }
  const papersOf = (kind: string) =>
    strong
      .filter(({ clause }) => clause.kind === kind)
      .flatMap(({ source }) => releasedBy(source.name))
      .filter(name => !speaking.some(({ speaker }) => speaker?.name === name))
  for (const { speaker, via, to } of speaking)
    add([
      ...(speaking.length === 1 ? evidenceOf(strong, speaker, text, sentence, inside) : []),
      speaker?.name ?? null,
      otherHand(via),
      otherOutlet(to, text, around),
      ...(speaking.length === 1 ? papersOf('according') : []),
    ])
  // In a turn whoever is named as saying it, through whom the turn is.
  if (isTurn) {
    const turn = speaking[0]?.speaker?.name ?? null
    const isDeclining = declining.test(text.slice(sentence.start, sentence.end))
    for (const each of strong)
      if (
        each.clause.kind === 'said' &&
        (telling.test(each.clause.verb.lower) || (isDeclining && refusing.test(each.clause.verb.lower))) &&
        !each.source.isPronoun &&
        each.source.name !== turn &&
        !/^(?:i|we|you|please)$/i.test(each.source.name)
      )
        add([each.source.name, turn])
    return made
  }
  const said = strong.filter(({ clause }) => clause.kind === 'said')
  const according = strong.filter(({ clause }) => clause.kind === 'according')
  const shown = strong.filter(({ clause }) => clause.kind === 'shown')
  const papers = according.flatMap(({ source }) => releasedBy(source.name))
  if (said.length > 0)
    for (const each of said) {
      if (made.some(({ source, chain }) => source === each.source.name || chain.includes(each.source.name)))
        continue
      const other = jointSource(text.slice(sentence.start, each.clause.subject.start).replace(/\s/g, ' '))
      if (other !== null && each.clause.subject.start < each.clause.verb.start) add([other])
      const both = parted(each.source.name)
      if (both) {
        for (const name of both) add([name])
        continue
      }
      const told = otherOutlet(each.to, text, around)
      const evidence = goneBy(text, sentence, each.clause, inside)
      add([
        made.some(({ source }) => source === evidence) ? null : evidence,
        ...citedIn(text, sentence, each.clause),
        ...releasedBy(each.source.name),
        otherHand(each.via),
        told,
        ...papers,
      ])
    }
  else if (according.length > 0)
    for (const each of according) {
      const evidence =
        recordingIn(each.source.name) === null ? goneBy(text, sentence, each.clause, inside) : null
      add([evidence, ...releasedBy(each.source.name), otherHand(each.via)])
    }
  if (made.length === 0) for (const each of shown) add(releasedBy(each.source.name))
  withRecordings(made, shown, said, unit, text.slice(sentence.start, sentence.end), seen)
  if (made.length === 0) {
    const stance = stanceSource(withoutQuotes(text, sentence, inside))
    if (stance !== null) add([stance])
  }
  if (made.length === 0 && sentence.isHeadline) add([headlineLabel(text.slice(sentence.start, sentence.end))])
  if (made.length === 0) {
    // "It was not clear from the footage whether …".
    const clear =
      /\b(?:clear|visible|apparent|evident|seen|heard) (?:from|in|on) ((?:the|a|an|its|his|her) (?:[\p{L}-]+ ){0,3}?(?:video|footage|recordings?|clip|audio|tape|images|photos?))\b/u.exec(
        text.slice(sentence.start, sentence.end),
      )?.[1]
    const within =
      /\bthere (?:is|are|was|were) (?:no|not|nothing|a|an|one|only)\b[^.;]{0,60} (?:on|in) ((?:the|that|his|her|its) (?:[\p{L}-]+ ){0,3}?(?:video|footage|recordings?|clip|audio|tape))\b/iu.exec(
        text.slice(sentence.start, sentence.end),
      )?.[1]
    if (clear !== undefined) add([clear])
    else if (within !== undefined) add([within])
  }
  if (made.length === 0) {
    const isPerceived =
      /\b(?:seen|heard|visible|captured|shown|recorded|caught|appears?|se ve|se escucha|audible)\b/i.test(
        unit.frame,
      ) || /^\s*(?:in|on|en)\b/i.test(text.slice(sentence.start, sentence.end))
    const isViewed =
      /\b(?:has|have|had) (?:also |now |since )?(?:seen|viewed|watched|heard|obtained|reviewed) /.test(
        unit.frame,
      )
    const recording = isPerceived && !isViewed ? recordingIn(text.slice(sentence.start, sentence.end)) : null
    if (recording !== null) add([recording])
  }
  return made
}

/** What whoever is quoted goes by: "She said the recording shows the dog holding on for “…”". */
function evidenceOf(
  strong: Unit['clauses'],
  speaker: Quote['speaker'],
  text: string,
  sentence: Sentence,
  quotes: readonly Quote[],
): readonly (string | null)[] {
  const told = strong.find(({ clause, source }) => clause.kind === 'said' && source.name === speaker?.name)
  return told ? [goneBy(text, sentence, told.clause, quotes)] : []
}

/**
 * The recording through which somebody is heard whom the sentence quotes: "On the recording a voice says “…”", "The clip shows Lee shout
 * “…”". `seen` is the recording that the sentences before told of.
 */
function withRecordings(
  made: Chain[],
  shown: Unit['clauses'],
  said: Unit['clauses'],
  unit: Unit,
  words: string,
  seen: string | null,
): void {
  const last = made.at(-1)
  if (!last || made.some(({ chain }) => chain.some(name => recordingIn(name) !== null))) return
  const shows = shown.find(({ source }) => recordingIn(source.name) !== null)
  // "Lee said the video shows …" goes by it, and is read above.
  const isTold = shows && said.some(({ clause }) => clause.verb.end <= shows.clause.subject.start)
  const isHeard = /\b(?:is|are|was|were|be|voice) (?:then |also |clearly |faintly )?(?:over)?heard\b/u.test(
    unit.frame,
  )
  // "On the dashcam video", "on that recording", "on it": the last two mean what was spoken of before.
  const inside = /^\s*(?:In|On) ((?:(?!(?:you|he|she|they|we|I|says?|said)\b)[\p{L}’'-]+[ ,]){1,8})/u.exec(
    words,
  )?.[1]
  const isBefore = /^\s*(?:In|On) (?:it\b|(?:that|this) )/.test(words)
  const before = isBefore && seen !== null && recordingIn(seen) !== null ? seen : null
  const name =
    shows && !isTold
      ? (releasedBy(shows.source.name)[0] ?? null)
      : (before ??
        (inside === undefined ? null : recordingIn(`On ${inside}`)) ??
        (isHeard ? recordingIn(words.replace(/[“"][^”"]*[”"]/gu, ' ')) : null))
  if (name === null) return
  made[made.length - 1] = { source: last.source, chain: [...last.chain, sourceName(name)] }
}

/** What somebody wrote or sent is no hand that their words went through, as an interpreter is, or an affidavit that others filed. */
function otherHand(via: string | null): string | null {
  return via !== null && ownWords.test(via) ? null : via
}

const ownWords =
  /^(?:an?|una?) (?:[\p{L}-]+ ){0,3}?(?:statement|e-?mail|letter|post|memo|tweet|release|message|text|note|comunicado|mensaje|carta|correo|publicación|entrevista|conferencia)$/iu

/** What who says it goes by. */
function goneBy(
  text: string,
  sentence: Sentence,
  { subject, verb }: { readonly subject: SourceWords; readonly verb: SourceWords },
  quotes: readonly Quote[],
): string | null {
  const words = withoutQuotes(text, sentence, quotes)
  const [from, to] = [Math.min(verb.start, subject.start), Math.max(verb.end, subject.end)]
  return evidenceIn(words.slice(0, from - sentence.start), words.slice(to - sentence.start))
}

/** "The Chronicle, citing two officials, reported": whom an outlet goes by. */
function citedIn(
  text: string,
  sentence: Sentence,
  { subject, verb }: { readonly subject: SourceWords; readonly verb: SourceWords },
): readonly string[] {
  const beside =
    subject.end <= verb.start ? text.slice(subject.end, verb.start) : text.slice(subject.end, sentence.end)
  const who =
    /^,? citing ((?:[\p{L}\d’'-]+ ){0,4}?(?:sources?|officials|officers?|witness(?:es)?|people|person|investigators|records|documents|filings|report|lawyers?|relatives))\b/u.exec(
      beside,
    )?.[1]
  return who === undefined ? [] : [who]
}

/** A sentence on one line, with blanks for quoted words. */
function withoutQuotes(text: string, { start, end }: Sentence, quotes: readonly Quote[]): string {
  let words = text.slice(start, end)
  for (const { outerStart, outerEnd } of quotes) {
    const [from, to] = [Math.max(outerStart, start) - start, Math.min(outerEnd, end) - start]
    words = words.slice(0, from) + ' '.repeat(to - from) + words.slice(to)
  }
  return words.replace(/\s/g, ' ')
}

/** "The video released by the oversight office": the recording, then who gave it out. */
function releasedBy(source: string): readonly string[] {
  const found =
    /^(.{3,80}?)\s+(?:(?:that was |which was )?(?:released|published|provided|posted|shared|issued|filed|taken|shot|recorded|written|prepared|made|compiled) (?:\p{L}+ )?by|from|by)\s+(.{3,80})$/iu.exec(
      source,
    )
  // Who only looked at it or got hold of it is no link of the chain: mostly the outlet itself.
  const looked =
    /^(.{3,80}?),?\s+(?:(?:that was |which was )?(?:reviewed|seen|viewed|obtained|examined|watched|read)(?: by\b.*)?)$/iu.exec(
      source,
    )
  if (looked?.[1]) return [looked[1]]
  if (
    found?.[1] &&
    found[2] &&
    // "Video from across the street": where it was taken.
    !/^(?:across|inside|outside|near|behind|beside|above|below|within|around|under|next|up|down|that|this)\b/i.test(
      found[2],
    ) &&
    (/^\p{Lu}/u.test(found[2].replace(/^(?:the|a|an|his|her|their|its) /i, '')) ||
      wordsOf(found[2]).some(({ lower }) => roleNouns.has(lower) || bodyWords.has(lower))) &&
    /\b(?:video|footage|recordings?|camera|report|statement|document|documents|records|complaint|affidavit|audio|clip|filing|lawsuit|letter|release|summary|memo|transcript|review|analysis|audit|findings?|study|survey|images|photos?|photographs?|post|tweet|email|message)\b/i.test(
      found[1],
    )
  )
    return [found[1], found[2]]
  return [source]
}

function mood(
  text: string,
  sentence: Sentence,
): Pick<Attribution, 'isNegated' | 'isHedged' | 'recording' | 'isDeclining'> {
  const words = text.slice(sentence.start, sentence.end)
  const isDeclining = declining.test(words)
  const isNegated = !isDeclining && isNegatedIn(words)
  return { isNegated, isHedged: isHedgedIn(words), recording: recordingIn(words), isDeclining }
}

/** Whether a negation stands in these words. "Not only" and the like turn nothing round. */
export function isNegatedIn(words: string): boolean {
  const plain = words.replace(
    /\b(?:not only|no longer than|no less|no doubt|no matter|no sooner|No\. ?\d|not just|without warning|no fewer than|no more than)\b/gi,
    ' ',
  )
  return wordsOf(plain).some(({ lower }) => negators.has(lower) || /n't$/.test(lower))
}

/** Whether the claim is held back. A rough number is another thing. */
export function isHedgedIn(words: string): boolean {
  const withoutNumbers = words.replace(new RegExp(`${numberHedges.source}`, 'gi'), ' ')
  return hedgePattern.test(withoutNumbers)
}
