import { sayingVerbs } from './lexicon/reporting.ts'
import { isNounPhrase, nounPhraseFrom, quoteFiller, type SourceWords, withName } from './noun-phrases.ts'
import { type Word, wordSet, wordsOf } from './words.ts'

/** Forms and verbs by which words are handed on inside what somebody else tells. */
const handingOn = wordSet(`
  shout yell scream whisper cry call say tell ask reply answer repeat mutter explain warn promise insist add remark joke complain
  shouting yelling screaming whispering crying calling asking replying answering repeating muttering explaining warning promising insisting adding
  remarking joking complaining texting messaging emailing typing writing radioing ordering telling saying describing
  written charted logged jotted scrawled scribbled typed recorded signed entered marked listed deemed dubbed termed apologised texted radioed emailed messaged
`)
const reportNouns =
  /^(?:claim|claims|suggestion|assertion|assurance|assurances|insistence|contention|warning|warnings|promise|promises|complaint|allegation|accusation|description|view|statement|remark|comment|advice|order|orders|instruction|instructions|phrase|words?|admission|explanation|account|conclusion|finding|opinion|denial)$/

/** What a clause begins behind. */
const opening =
  /^(?:that|what|because|if|when|while|how|whether|why|where|before|after|until|although|though|as|so|but|says?|said|saying|alleges?|alleged|claims?|claimed|insists?|insisted|believes?|believed|reported|reports|adds?|added|recalls?|recalled|remembers?|remembered|heard|hears|noted|notes|found|finds|testified|wrote|writes|stated|states|argues?|argued|told|tells)$/

/** Between the verb and the words it hands on: to whom, and the clause that they stand in. */
const between =
  /^(?:\s(?:him|her|them|me|us|it|back|out|again|down|over|quietly|softly|loudly|simply|only|himself|herself|reporters|officers|deputies|staff|police|jurors|(?:the|a|an|his|her|their|another|one|its)\s(?:[\p{L}’'-]+\s?){1,4}?|(?:Mr|Mrs|Ms|Dr)\.\s\p{Lu}[\p{L}’'-]+|\p{Lu}[\p{L}’'-]+))*(?:\s?\p{Ll}{2,}ing\s[^,;:.!?\uE000]{2,40}?)?(?:\s?(?:he|she|they|it|we|I)\s(?:was|were|would|had|is|are|could|did|will)(?:\s\p{Ll}+)?)?(?:,\s\p{Ll}+ly,|,\s(?:quietly|at last|once|twice))?(?:,\s(?:in|on|via|over|by)\s[^,;:.!?\uE000]{3,60},)?(?:\s(?:that|to|if|whether|as|about|how|why|for|with|in|of|be|being)\b[^,;:.!?\uE000]{0,70})?[,:]?\s*$/u

/** Who it is, and how far the verb stands from the words. */
interface Agent extends SourceWords {
  readonly gap: number
  /** "And told him": whoever did something to him before says it, and not whoever tells of both. */
  readonly isToThem?: boolean
}

/**
 * Who utters exact words inside what somebody else tells: "the inspector found that staff had been told by a manager to “…”", "he says the
 * deputy leaned in and told him “…”", "the union disputes the mayor's claim that …". `lead` is what stands before the words in their
 * sentence, `rest` what stands behind. Places are in `lead`, or behind its end for `rest`; `gap` is how far the verb stands from the words.
 */
export function innerAgent(lead: string, rest: string): Agent | null {
  const words = wordsOf(lead)
  // "Was called “a liar” by the desk sergeant".
  const behind =
    /^ by ((?:(?:the|an?|one|another|his|her|their) )?(?:[\p{L}’'.-]+ ?){1,4}?)(?=[,.;]|$| (?:who|when|as|and|in|on|at|after|before)\b)/u.exec(
      rest,
    )
  if (
    behind?.[1] &&
    /\b(?:was|were|been|being|is|are|get|got) (?:\p{Ll}+ly )?\p{Ll}+(?:ed|n|d|t)(?: as)? $/u.test(lead)
  ) {
    const start = lead.length + 4
    return { start: -start, end: -(start + behind[1].replace(/[.\s]+$/, '').length), gap: 0 }
  }
  for (let index = words.length - 1; index > 0; index--) {
    const verb = words[index]
    if (!verb || verb.lower === quoteFiller) return null
    const gap = lead.slice(verb.end)
    if (gap.length > 90) return null
    // "Waved them back with the words “…”".
    if (
      /^words?$/.test(verb.lower) &&
      /\b(?:with|in|by) the\s$/.test(lead.slice(0, verb.start)) &&
      /^[,:]?\s*$/.test(gap)
    ) {
      const subject = subjectOf(lead, words, index)
      if (subject) return { ...subject, gap: gap.length }
    }
    const isNoun =
      reportNouns.test(verb.lower) && /^(?:\s(?:by|from|of)\s|\s(?:that|to|about)\s|\s?$)/.test(gap)
    if (isNoun) {
      const owner = nounOwner(lead, words, index)
      if (owner) return { ...owner, gap: gap.length }
    }
    if (!(sayingVerbs.has(verb.lower) || handingOn.has(verb.lower))) continue
    // "A man named Rex Poole".
    if (verb.lower === 'named' && /^ \p{Lu}/u.test(gap)) continue
    // "The city maintained “a custom”": what it did.
    if (/^maintain/.test(verb.lower) && gap === ' ') continue
    // "The sergeant's notes": no verb.
    if (/['’]s?$/.test(words[index - 1]?.text ?? '')) continue
    const passive =
      /\b(?:was|were|been|being|is|are|be|gets?|got)\s(?:also |then |later |\p{Ll}+ly )?$/u.test(
        lead.slice(0, verb.start),
      )
    const by = /^ by (?=\S)/.exec(gap)
    if (by && (passive || /ed$|told|written|given/.test(verb.lower))) {
      const phrase =
        lead.slice(verb.end + by[0].length).split(/\s(?:whether|if|how|why|that|to|as)\s/)[0] ?? ''
      const agent = nounPhraseFrom(
        lead.slice(0, verb.end + by[0].length + phrase.length),
        words.filter(({ end }) => end <= verb.end + by[0].length + phrase.length),
        verb.end + by[0].length,
      )
      if (agent && isNounPhrase(lead, agent) && between.test(lead.slice(agent.end)))
        return { ...agent, gap: gap.length }
    }
    const isHeard = /\b(?:heard|said|alleged|reported|understood|believed) to (?:have )?$/.test(
      lead.slice(0, verb.start),
    )
    // "A guard shouted at her and then “pulled me by the hair”": another thing that was done.
    if (/\s(?:and|then)\s$/.test(gap)) return null
    if ((passive && !isHeard) || !between.test(gap)) continue
    const subject = subjectOf(lead, words, index)
    const isToThem =
      /^(?:told|asked|warned|ordered|called)$/.test(verb.lower) &&
      /^ (?:him|her|them|me|us)\b/.test(gap) &&
      words[index - 1]?.lower === 'and'
    if (subject) return { ...subject, gap: gap.length, isToThem }
    return null
  }
  return null
}

const articles =
  /^(?:an?|the|one|another|two|three|his|her|their|my|our|its|some|someone|somebody|he|she|they|it|we)$/

/** What names or ages somebody between two commas. */
const asideBefore = /, (?:\d{1,3}|(?:\p{Lu}[\p{L}.’'-]+ ?){1,4}(?:, \d{1,3})?|an? (?:[\p{L}’'-]+ ?){1,6}), $/u

/** "The mayor's claim that", "a suggestion by the pastor that". */
function nounOwner(lead: string, words: readonly Word[], index: number): SourceWords | null {
  const noun = words[index]
  if (!noun) return null
  const by = /^ (?:by|from|of) (?=(?:the|an?|his|her|one|its)\s|\p{Lu})/u.exec(lead.slice(noun.end))
  if (by) {
    const agent = nounPhraseFrom(lead, words, noun.end + by[0].length)
    return agent && isNounPhrase(lead, agent) ? agent : null
  }
  const owner =
    /((?:\b(?:the|an?|his|her|their|its|one|another) )?(?:[\p{L}.-]+ ){0,3}?[\p{L}.-]+)['’]s? (?:\p{Ll}+ )?$/u.exec(
      lead.slice(0, noun.start),
    )
  if (!owner?.[1]) return null
  const article = /^.*\b(?=(?:the|an?|his|her|their|its) )/u.exec(owner[1])?.[0].length ?? 0
  return { start: owner.index + article, end: owner.index + owner[1].length }
}

/** The noun phrase that begins the clause of the verb at `index`, or whom a perception names before it. */
function subjectOf(lead: string, words: readonly Word[], index: number): SourceWords | null {
  const verb = words[index]
  const previous = words[index - 1]
  if (!verb || !previous) return null
  if (/^(?:he|she|they|i|we)$/.test(previous.lower)) return { start: previous.start, end: previous.end }
  // "The chief, asked whether the officer was trained, said": who says it stands before what commas enclose.
  if (/,/.test(lead.slice(previous.end, verb.start))) return null
  let first = index
  let isParted = false
  while (first > 0) {
    const before = words[first - 1]
    if (!before || before.lower === quoteFiller) break
    const gap = lead.slice(before.end, words[first]?.start)
    if (/[;:.!?“”\uE000]/.test(gap) && !/^\.\s$/.test(gap)) break
    // "The guard, Leonard Fisk, wrapped a towel": what stands between two commas only names him.
    const isVerb = /^\p{Ll}/u.test(words[first]?.text ?? '') && !articles.test(words[first]?.lower ?? '')
    const aside = isVerb && /,/.test(gap) ? asideBefore.exec(lead.slice(0, words[first]?.start ?? 0)) : null
    if (aside) {
      const outer = words.findLastIndex(({ end }) => end <= aside.index)
      if (outer > 0) {
        first = outer
        continue
      }
    }
    // "Who shouted", "which read": the noun stands before it.
    if (/^(?:who|whose)$/.test(before.lower)) return null
    if (/^(?:whom|which)$/.test(before.lower)) {
      isParted = true
      break
    }
    // "A deputy he knew as Rick": no clause begins there.
    const isName =
      before.lower === 'as' &&
      /^(?:knew|known|identified|described|named|such|same|well)$/.test(words[first - 2]?.lower ?? '')
    if (opening.test(before.lower) && !isName) break
    // "When I asked where he was, a guard said": behind a comma whoever it is begins the clause.
    isParted =
      /,/.test(gap) &&
      first < index &&
      !/^(?:then|and|but|or|who|which)$/.test(words[first]?.lower ?? '') &&
      !sayingVerbs.has(words[first]?.lower ?? '')
    if (isParted) break
    first--
  }
  if (first === 0 || first >= index) return null
  const opener = words[first - 1]
  // The first clause of a sentence is read elsewhere.
  if (!opener || !(isParted || opening.test(opener.lower))) return null
  let start = words[first]
  // "Told reporters the officer shouted": behind whom it was told to.
  if (!isParted && /^(?:told|tells)$/.test(opener.lower)) {
    const told = nounPhraseFrom(lead, words, start?.start ?? 0)
    const next = words.findIndex(word => told !== null && word.start >= told.end)
    if (next < 0 || next >= index) return null
    start = words[next]?.lower === 'that' ? words[next + 1] : words[next]
  }
  if (!start || start.start >= verb.start) return null
  if (
    !/^(?:an?|the|one|another|two|three|his|her|their|my|our|its|some|someone|somebody|he|she|they|i|we)$/.test(
      start.lower,
    ) &&
    !/^\p{Lu}/u.test(start.text)
  )
    return null
  // "When she telephoned the station a man said": the clause of "she" has its own verb.
  if (
    /^(?:he|she|they|i|we)$/.test(start.lower) &&
    words
      .slice(words.indexOf(start) + 1, index)
      .some(({ lower }) => /^(?:an?|the|one|another|his|her|their)$/.test(lower))
  )
    return null
  const own = words.slice(0, index)
  const subject = nounPhraseFrom(lead.slice(0, verb.start), own, start.start)
  if (!subject || subject.end > verb.start || !isNounPhrase(lead, subject)) return null
  const whole = withName(lead.slice(0, verb.start), subject) ?? subject
  // "Greyline Homes, the owner, said": an apposition, which a comma closes.
  return isParted &&
    whole.end === subject.end &&
    /^,\s*(?:\p{Ll}+ly )?$/u.test(lead.slice(whole.end, verb.start))
    ? null
    : whole
}
