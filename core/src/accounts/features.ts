import { type AspectsRead, aspectsIn } from './aspects-in.ts'
import { isNegatedIn } from './attributions.ts'
import { ByPlace, type Placed } from './by-place.ts'
import { counted, countsInWords } from './counts-in-words.ts'
import { formsOf } from './cues.ts'
import { denialRuns } from './denial-runs.ts'
import type { Fact } from './facts.ts'
import { incidentsIn } from './incidents.ts'
import { broadConcepts } from './lexicon/broad-concepts.ts'
import { concepts, wider } from './lexicon/concepts.ts'
import { dimensions } from './lexicon/dimensions.ts'
import { functionWords } from './lexicon/function-words.ts'
import { issues } from './lexicon/issues.ts'
import { roleNouns } from './lexicon/people-words.ts'
import { type Answers, answerTo, type Given, mattersIn, raisedBy } from './matters-in.ts'
import type { Quote, Unit } from './quotes.ts'
import type { AccountReading } from './read-account.ts'
import { recordingIn } from './recording-in.ts'
import { leavesOpen, tellsARule, tellsOfItself } from './rules-told.ts'
import type { Sentence } from './sentences.ts'
import { type TopicAnswers, type Topics, topicsIn } from './topics-in.ts'
import { turnOf } from './turned.ts'
import { type DimensionValue, valuesOf } from './values-in.ts'
import { stemOf, type Word, wordSet, wordsOf } from './words.ts'

/** One statement made ready for comparison with others. */
export interface Statement {
  readonly account: number
  readonly index: number
  readonly start: number
  readonly end: number
  readonly sentence: Sentence
  readonly words: readonly Word[]
  /** The matter of each word; empty for words without any. */
  readonly matters: readonly string[]
  /** Weight by term, before the rarity of the term is known. */
  readonly terms: ReadonlyMap<string, number>
  readonly issues: ReadonlySet<string>
  readonly numbers: readonly Fact[]
  readonly times: readonly Fact[]
  /** People named who do not only speak: whom the statement is about. */
  readonly about: ReadonlySet<string>
  /** Surnames of those harmed, as `about`, of whom its account sets some apart; and those of another incident than they are. */
  readonly incident: ReadonlySet<string>
  readonly otherIncident: ReadonlySet<string>
  /** Surnames of all whom its account names. */
  readonly named: ReadonlySet<string>
  readonly quotes: readonly Quote[]
  /** The words of each quote, contractions opened, and their matters; in the order of `quotes`. */
  readonly quoted: readonly { readonly words: readonly string[]; readonly matters: readonly string[] }[]
  readonly source: string | null
  readonly isNegated: boolean
  readonly recording: string | null
  readonly values: ReadonlyMap<string, readonly DimensionValue[]>
  readonly answers: Answers
  /** What it speaks of, by the tables of `lexicon/topics.ts`. */
  readonly topics: Topics
  /** Topics that it denies wherever it plainly speaks of them. */
  readonly deniedTopics: ReadonlySet<string>
  readonly topicAnswers: TopicAnswers
  /** It tells what ought to be, or what the account itself had wrong. */
  readonly isOfARule: boolean
  readonly isOfItself: boolean
  /** It says that something is in doubt, and answers nothing. */
  readonly isOpen: boolean
  /** What it says that things were like. */
  readonly aspects: AspectsRead
  /** False for titles, which say nothing that another account could say too. */
  readonly isTelling: boolean
  readonly isDeclining: boolean
  /** A question says nothing, but raises a matter. */
  readonly isAsking: boolean
}

const conceptOfForm = new Map<string, string>()
const conceptOfStem = new Map<string, string>()
for (const [concept, line] of Object.entries(broadConcepts)) {
  const [bases = '', exact = ''] = line.split('|')
  for (const form of wordSet(bases)) {
    if (form === '') continue
    conceptOfForm.set(form, concept)
    if (!conceptOfStem.has(stemOf(form))) conceptOfStem.set(stemOf(form), concept)
  }
  for (const form of wordSet(exact)) if (form !== '') conceptOfForm.set(form, concept)
}
for (const [concept, forms] of Object.entries(concepts))
  for (const [index, form] of forms.split(' ').entries()) {
    if (!conceptOfForm.has(form) && !conceptOfStem.has(stemOf(form))) conceptOfForm.set(form, concept)
    // Only the base form lends its stem: "calle" must not meet "call".
    if (index === 0 && form !== 'fire' && !conceptOfStem.has(stemOf(form)))
      conceptOfStem.set(stemOf(form), concept)
  }

/** The matter a word stands for: a concept of the table, else its stem. */
export function matterOf(lower: string): string {
  const known = matterOfForm.get(lower)
  if (known !== undefined) return known
  const bare = lower.replace(/'s$/, '')
  const matter = conceptOfForm.get(bare) ?? conceptOfStem.get(stemOf(bare)) ?? stemOf(bare)
  if (matterOfForm.size >= mostForms) matterOfForm.clear()
  matterOfForm.set(lower, matter)
  return matter
}

/** Words come again and again; no more of them are remembered than a large case has. */
const matterOfForm = new Map<string, string>()
const mostForms = 20_000

/** Each issue with all its groups of matters, a bit for each: a statement has the issue where it has a matter of every group. */
const issueTable = Object.entries(issues).map(([id, line]) => ({
  id,
  groups: (1 << line.split('+').length) - 1,
}))

/** By the matter, the issues that it is of and which of their groups; a number is `#`. */
const issuesByMatter = new Map<string, { readonly issue: number; readonly group: number }[]>()
for (const [issue, line] of Object.values(issues).entries())
  for (const [at, words] of line.split('+').entries())
    for (const word of wordSet(words)) {
      const matter = word === '#' ? '#' : matterOf(word)
      const place = { issue, group: 1 << at }
      const known = issuesByMatter.get(matter)
      if (known) known.push(place)
      else issuesByMatter.set(matter, [place])
    }

function issuesOf(matters: readonly string[], hasNumbers: boolean): ReadonlySet<string> {
  const met = new Int32Array(issueTable.length)
  for (const matter of hasNumbers ? [...matters, '#'] : matters)
    for (const { issue, group } of issuesByMatter.get(matter) ?? []) met[issue] = (met[issue] ?? 0) | group
  return new Set(issueTable.filter(({ groups }, at) => met[at] === groups).map(({ id }) => id))
}

/** Words of the calendar and of age bring statements together only as times and numbers. */
const calendarMatters = wordSet(`
  last next week month year old day night morning afternoon evening today yesterday time early late later ago monday tuesday wednesday thursday
  friday saturday sunday january february march april may june july august september october november december
  first new two three four five six seven eight nine ten one office department spokeswoman just still back
  not never tim let get got put number way whole lot part thing ask request seem mean try want need talk speak word talked case
  including include several many much well good right long little big day's own able keep become leav leave
`)

/** Who and where of every incident: sharing one of these says less than sharing what happened. */
export const settingMatters = wordSet(`
  officer man woman person child boy girl teen minor family kin street house building car vehicle video camera show see scene
  incident city town name day use take go get come make know want think way thing police force school city county people
  happen place event life part area
`)
const settingWeight = 0.7
const nameWeight = 0.5
/** What the tables know is what incidents are about; any other word may be anything. */
const conceptWeight = 1.4
export const isConcept = (matter: string) =>
  Object.hasOwn(broadConcepts, matter) || Object.hasOwn(concepts, matter)

/** What was asked last, and up to which sentence an answer may go back to it. */
interface Asked {
  readonly terms: ReadonlyMap<string, number>
  readonly matters: readonly string[]
  readonly topics: Topics
  /** What a statement says of itself; a question says nothing. */
  readonly denied: ReadonlySet<string>
  readonly answers: Answers
  readonly until: number
}
const askedShare = 0.7

/** That two speak to one question of the table says more than a word in common. */
const matterWeight = 2.4
/** Nearly every statement of an incident speaks to these. */
export const wideMatters = wordSet('death shooting fled posture transported armed approach dead')
const wideMatterWeight = 1

/** What is longer than a page has no full stops: a list, or a page that was read wrongly. Nothing in it can be set beside anything. */
const longestStatement = 4000

const untold = (account: number, index: number, sentence: Sentence): Statement => ({
  account,
  index,
  start: sentence.start,
  end: sentence.end,
  sentence,
  words: [],
  matters: [],
  terms: new Map(),
  issues: new Set(),
  numbers: [],
  times: [],
  about: new Set(),
  incident: new Set(),
  otherIncident: new Set(),
  named: new Set(),
  quotes: [],
  quoted: [],
  source: null,
  isNegated: false,
  recording: null,
  values: new Map(),
  answers: new Map(),
  topics: new Map(),
  deniedTopics: new Set(),
  topicAnswers: new Map(),
  isOfARule: false,
  isOfItself: false,
  isOpen: false,
  aspects: new Map(),
  isTelling: false,
  isDeclining: false,
  isAsking: false,
})

const nobody: ReadonlySet<string> = new Set()

/** A statement on one line, with blanks for who says it. */
function plainText(
  text: string,
  { start, end }: Sentence,
  telling: readonly { readonly start: number; readonly end: number }[],
): string {
  let body = text.slice(start, end)
  for (const span of telling)
    body =
      body.slice(0, span.start - start) + ' '.repeat(span.end - span.start) + body.slice(span.end - start)
  return body.replace(/\s/g, ' ')
}

/** Who affirms a statement gives its answer; who denies one that denies gives none that can be told. */
function turnedAnswer(turned: 'yes' | 'no' | null, given: readonly Given[] | undefined) {
  if (turned === null || !given) return null
  if (turned === 'yes') return given
  return given.some(({ answer }) => /^(?:no|none|nothing)$/.test(answer)) ? [] : null
}

/** Makes the statements of one account ready. */
export function statementsOf(reading: AccountReading, account: number): readonly Statement[] {
  const speakersOnly = speakers(reading)
  const harmed = harmedIn(reading)
  const incidents = incidentsIn(reading, harmed)
  const everybody = new Set(reading.people.persons.map(({ surname }) => surname.toLowerCase()))
  let asked: Asked | null = null
  let last: Asked | null = null
  let before: { readonly topics: Topics; readonly paragraph: number } = { topics: new Map(), paragraph: -1 }
  let carried: ReadonlySet<string> = new Set()
  let carriedParagraph = -1
  const mentioned = new ByPlace(reading.people.mentions)
  const factsByPlace = new ByPlace(reading.facts)
  const places = { quotes: new ByPlace(reading.quotes), units: new ByPlace(reading.units) }
  const attributions = new Map(reading.attributions.toReversed().map(each => [each.start, each]))
  return reading.sentences.map((sentence, index) => {
    if (sentence.end - sentence.start > longestStatement) return untold(account, index, sentence)
    const words = wordsOf(reading.text, sentence.start, sentence.end)
    const telling = tellingOf(reading.text, places, sentence)
    const names = mentioned.inside(sentence)
    const matters = conceptsOf(words).map((matter, at) => (isWithin(words[at], telling) ? '' : matter))
    const facts = factsByPlace.inside(sentence)
    const named = new Set(facts.filter(({ type }) => type === 'person').map(({ value }) => surnameOf(value)))
    const about = new Set([...named].filter(name => !speakersOnly.has(name) && harmed.has(name)))
    const hasPronoun = words
      .slice(0, 12)
      .some(({ lower }) => /^(?:he|she|him|his|her|él|ella|su)$/.test(lower))
    if (about.size > 0) {
      carried = about
      carriedParagraph = sentence.paragraph
    }
    const isCarried = about.size === 0 && hasPronoun && sentence.paragraph - carriedParagraph <= 3
    const numbers = [
      ...facts.filter(({ type }) => type === 'number').map(fact => counted(fact, matters)),
      ...countsInWords(reading.text, words),
    ].filter(({ start, end }) => !telling.some(span => start >= span.start && end <= span.end))
    const values = valuesOf(words, matters, reading.text.slice(sentence.start, sentence.end), sentence.start)
    const reached = new Set(denialRuns(words).flat())
    // Chief Banks is no bank, and Mayor Lightfoot no light.
    const forms = formsOf(words, at => isWithin(words[at], telling) || isWithin(words[at], names))
    const read = topicsIn(words, forms, at => reached.has(at))
    const own = plainText(reading.text, sentence, telling)
    const answers = mattersIn(own, words)
    const terms = termsOf(
      words,
      matters,
      facts.filter(({ start, end }) => !telling.some(span => start >= span.start && end <= span.end)),
      numbers,
      values,
      answers,
    )
    // "How far out was he?" "Forty yards.": what is asked is what the answer is about.
    const isQuestion = /\?["”’»]?$/.test(reading.text.slice(sentence.start, sentence.end))
    const turned = isQuestion ? null : turnOf(own)
    const topics = new Map(read.topics)
    const denied = new Set(read.denied)
    const from = turned && last !== null && !(asked && index < asked.until) ? last : asked
    if (isQuestion)
      asked = {
        terms,
        matters: [...answers.keys(), ...raisedBy(words)],
        topics,
        denied: new Set(),
        answers: new Map(),
        until: index + 3,
      }
    else if (from && index < from.until) {
      for (const [term, weight] of from.terms) if (!terms.has(term)) terms.set(term, weight * askedShare)
      for (const id of from.matters)
        if (!answers.has(id)) {
          answers.set(id, turnedAnswer(turned, from.answers.get(id)) ?? answerTo(id, own))
          terms.set(`=${id}`, (wideMatters.has(id) ? wideMatterWeight : matterWeight) * askedShare)
        }
      if (turned)
        for (const [topic, share] of from.topics) {
          if (!topics.has(topic) && (turned === 'no') !== from.denied.has(topic)) denied.add(topic)
          topics.set(topic, Math.max(share, topics.get(topic) ?? 0))
        }
    }
    // "It was said once." goes on about what stands before it.
    const lent = turned
      ? topics
      : withLent(
          asked && !isQuestion && index < asked.until ? withLent(topics, asked.topics, askedShare) : topics,
          sentence.paragraph === before.paragraph && goesOn(words, read.topics) ? before.topics : new Map(),
          lentShare,
        )
    before = { topics: lent, paragraph: sentence.paragraph }
    if (!isQuestion && !turned)
      last = { terms, matters: [...answers.keys()], topics, denied, answers, until: index + 2 }
    const quotes = quotesIn(places, sentence)
    const attribution = attributions.get(sentence.start)
    const body = reading.text.slice(sentence.start, sentence.end)
    return {
      account,
      index,
      start: sentence.start,
      end: sentence.end,
      sentence,
      words,
      matters,
      terms,
      issues: issuesOf(matters, numbers.length > 0),
      numbers,
      times: facts.filter(fact => fact.type === 'time' && !isOfTelling(reading.text, places, sentence, fact)),
      about: isCarried ? carried : about,
      incident: incidents.of[index] ?? nobody,
      otherIncident: new Set(
        [...(incidents.of[index] ?? nobody)].flatMap(name => [...(incidents.apart.get(name) ?? nobody)]),
      ),
      named: everybody,
      quotes,
      quoted: quotes.map(quote => quotedWords(words, quote)),
      source: attribution?.source ?? null,
      isNegated: isNegatedIn(body),
      recording: recordingIn(body),
      values,
      answers,
      topics: lent,
      deniedTopics: denied,
      topicAnswers: read.answers,
      isOfARule: tellsARule(body),
      isOfItself: tellsOfItself(body),
      isOpen: leavesOpen(body),
      aspects: aspectsIn(words, forms, at => reached.has(at)),
      isDeclining: (attribution?.isDeclining ?? false) && !declinesBesides.test(body),
      isAsking: isQuestion,
      isTelling: !(sentence.isHeadline && isTitle(reading.text.slice(sentence.start, sentence.end))),
    }
  })
}

const lentShare = 0.6
const mostWordsGoingOn = 9

/** Whether a statement is so short, and speaks so plainly of nothing, that it can only go on about what was said before it. */
const goesOn = (words: readonly Word[], topics: Topics) =>
  words.length <= mostWordsGoingOn && ![...topics.values()].some(share => share >= 1)

/** Topics with those of another statement for what they do not speak of; what is lent is never plain. */
const withLent = (own: Topics, lent: Topics, share: number): Topics =>
  new Map([...[...lent].map(([topic, weight]) => [topic, Math.min(1, weight) * share] as const), ...own])

/**
 * Those to whom something was done, by the words beside their names. Only they tell two incidents of one story apart: a driver and a
 * passenger who are both spoken of are of one.
 */
function harmedIn({ text, people, quotes, attributions }: AccountReading): ReadonlySet<string> {
  const speaking = new Set([
    ...quotes.map(({ speaker }) => speaker?.name ?? ''),
    ...attributions.map(({ source }) => source),
  ])
  // Whose age is told and who is never heard.
  const found = new Set(
    people.persons
      .filter(({ name, age }) => age !== null && !speaking.has(name))
      .map(({ surname }) => surname.toLowerCase()),
  )
  for (const { titleStart, end, person } of people.mentions)
    if (
      harmBefore.test(text.slice(Math.max(0, titleStart - 50), titleStart)) ||
      harmBehind.test(text.slice(end, end + 60))
    )
      found.add(person.surname.toLowerCase())
  return found
}

const harmBefore =
  /\b(?:kill(?:ed|ing|s)?(?: of)?|shot(?: and killed)?|shooting(?: death)? of|shoots?|murder(?:ed)? of|death of|deaths? of|fatally (?:shot|stabbed|struck)|stabb(?:ed|ing of)|struck|beat(?:ing of|en)?|hit|arrest(?:ed)?(?: of)?|drowned|bit|chas(?:ed|ing)|tackled|muerte de|murió|mató a|disparó a|asesinato de)\s(?:(?:\d{1,3}-year-old|an? [\p{L}-]+|[\p{Ll}-]+),?\s){0,4}$/iu
const harmBehind =
  /^(?:, (?:an? )?\d{1,3},?|, [^,.]{2,40},)?(?:['’]s (?:death|killing|shooting|murder|arrest|body|fall|beating)| (?:was|were|had been|has been|is|who was|(?:later|eventually|also|then)(?= (?:was|were|died|fell|collapsed|suffered|ran|fled|lay|drowned)\b)|collapsed|fell|died|drowned|murió|falleció|fue|suffered|has an?|ran|fled|lay|de \d)(?: (?:was|fatally|critically|seriously|shot|killed|struck|hit|stabbed|injured|hurt|beaten|found|pronounced|arrested|held|thrown|taken|bitten))?\b)/iu

/** "… was recovered, she said, declining to say where": what stands before it is said all the same. */
const declinesBesides = /^.{30,}, (?:but )?(?:declining|refusing) to\b/su

/** "Statement on behalf of …", "OFF-DUTY INCIDENT": a paper's name and no statement. */
const isTitle = (text: string) =>
  /^(?:(?:joint |public |press |witness |official )?(?:statement|letter|transcript|remarks|affidavit|narrative|report|comunicado|declaración)\b|dear |sincerely|re:|subject:)/i.test(
    text,
  ) || text.split(/\s+/).length <= 3

/** Verbs that hand on and do nothing else: who warns, orders, shouts or apologizes does what is told. */
const plainTelling =
  /^(?:sa(?:id|ys?|ying)|t(?:old|ells?|elling)|add(?:s|ed)|according|per|stat(?:e|es|ed)|not(?:es|ed)|explain(?:s|ed)|writes?|wrote|report(?:s|ed)|confirm(?:s|ed)|acknowledg(?:es|ed)|claim(?:s|ed)|alleg(?:es|ed)|recall(?:s|ed)|recount(?:s|ed)|describ(?:es|ed)|repl(?:y|ies|ied)|respond(?:s|ed)|answer(?:s|ed)|testif(?:y|ies|ied)|insist(?:s|ed)|argu(?:es|ed)|believ(?:es|ed)|estimat(?:es|ed)|suggest(?:s|ed)|identif(?:ies|ied)|continued|concluded|read|reads|in|as|según|de|d(?:ijo|ice|ijeron|icen)|afirm\p{L}+|asegur\p{L}+|explic\p{L}+|señal\p{L}+|indic\p{L}+|añad\p{L}+|agreg\p{L}+|cont[óa]\p{L}*|cuentan?|relat\p{L}+|manifest\p{L}+|sostuv\p{L}+|sostien\p{L}+|inform\p{L}+|confirm\p{L}+|declar\p{L}+|coment\p{L}+|precis\p{L}+)$/u

interface Places {
  readonly quotes: ByPlace<Quote>
  readonly units: ByPlace<Unit>
}

/** The quotes of a sentence; within a transcript's turn those that the speaker hands on. */
function quotesIn(places: Places, sentence: Sentence): readonly Quote[] {
  const near = places.quotes.at(sentence)
  const top = near.filter(
    ({ start, end, depth }) => depth === 0 && start < sentence.end && end > sentence.start,
  )
  const isInside =
    top.length > 0 && top.every(({ start, end }) => start <= sentence.start && end >= sentence.end - 1)
  const nested = near.filter(
    ({ start, end, depth }) => depth > 0 && start >= sentence.start && end <= sentence.end,
  )
  return isInside && nested.length > 0 ? nested : top
}

/** "The academy said on Wednesday": the day of the telling is not that of the event. */
function isOfTelling(text: string, { units }: Places, sentence: Sentence, time: Fact): boolean {
  const unit = units.around(sentence)
  return (unit?.clauses ?? []).some(({ clause: { verb } }) => {
    const gap = time.start - verb.end
    return (
      gap >= 0 &&
      gap < 50 &&
      plainTelling.test(verb.lower) &&
      /^(?: (?:reporters|journalists|in (?:a|an|the) (?:news |press |written |joint )?(?:statement|release|conference|briefing|interview|email)|at (?:a|the) (?:news |press )?(?:conference|briefing|hearing)))?(?: on| late| early| in| this| de| el)? ?$/.test(
        text.slice(verb.end, time.start),
      )
    )
  })
}

/** Who "reported minor injuries" suffered them. */
const ofOnesOwn = /^ (?:[\p{L}-]+ ){0,2}(?:injur(?:y|ies)|wounds?|pain|burns|bruises|symptoms|dizziness)\b/u

/** Who tells and that they tell is no matter of the event: "the sheriff said" must not bring two statements together. */
function tellingOf(text: string, { units }: Places, sentence: Sentence): readonly Placed[] {
  const unit = units.around(sentence)
  const spans = (unit?.clauses ?? []).flatMap(({ clause }) =>
    clause.kind === 'shown' ||
    !plainTelling.test(clause.verb.lower) ||
    (/^report/.test(clause.verb.lower) && ofOnesOwn.test(text.slice(clause.verb.end, clause.verb.end + 40)))
      ? []
      : [clause.subject, clause.verb],
  )
  return spans.filter(
    ({ start, end }) =>
      start >= sentence.start && end <= sentence.end && end - start < (sentence.end - sentence.start) * 0.7,
  )
}

function isWithin(word: Word | undefined, spans: readonly Placed[]): boolean {
  return word !== undefined && spans.some(({ start, end }) => word.start >= start && word.end <= end)
}

/** The matters of words in their place: a fire chief is no fire, and "opened fire" is shooting. */
function conceptsOf(words: readonly Word[]): readonly string[] {
  return words.map((word, at) => {
    if (functionWords.has(word.lower)) return ''
    // "At no point": only how much is denied. "The march" is no month.
    if (/^(?:point|time|stage|moment)$/.test(word.lower) && words[at - 1]?.lower === 'no') return ''
    if (word.text === 'march') return 'protest'
    if (word.lower === 'medical' && /^examiner/.test(words[at + 1]?.lower ?? '')) return ''
    // "Calls for peace" reach nobody by telephone.
    if (
      /^call(?:s|ed|ing)?$/.test(word.lower) &&
      (/^(?:on|upon)$/.test(words[at + 1]?.lower ?? '') ||
        (words[at + 1]?.lower === 'for' &&
          !words.slice(at + 2, at + 5).some(({ lower }) => helpers.test(lower))))
    )
      return ''
    if (word.lower === 'fire') {
      if (/^open/.test(words[at - 1]?.lower ?? '')) return 'shoot'
      if (/^(?:service|brigade|department|crews?|engines?)$/.test(words[at + 1]?.lower ?? ''))
        return 'firefighter'
      if (
        /^(?:chief|marshal|officials?|commissioner|captain|investigators?|station|lt|inspector)$/.test(
          words[at + 1]?.lower ?? '',
        )
      )
        return ''
    }
    return matterOf(word.lower)
  })
}

const helpers =
  /^(?:help|aid|backup|back-up|reinforcements?|assistance|support|ambulances?|ems|emts?|medics?|paramedics?|doctors?|nurses?|police|officers?|units?|security|supervisors?|911|999|112|him|her|them|me|us|his|my|their|mom|mother)$/

function quotedWords(words: readonly Word[], quote: Quote): Statement['quoted'][number] {
  const inside = words
    .filter(({ start, end }) => start >= quote.start && end <= quote.end)
    .flatMap(({ lower }) => opened(lower))
  return { words: inside, matters: inside.map(matterOf) }
}

const contractions: readonly (readonly [string, string])[] = [
  ["n't", 'not'],
  ["'m", 'am'],
  ["'re", 'are'],
  ["'ll", 'will'],
  ["'ve", 'have'],
]

function opened(lower: string): readonly string[] {
  for (const [ending, word] of contractions) {
    if (!lower.endsWith(ending) || lower.length === ending.length) continue
    const stem = lower.slice(0, -ending.length)
    return [stem === 'ca' ? 'can' : stem === 'wo' ? 'will' : stem, word]
  }
  return [lower]
}

export const surnameOf = (name: string) => (name.split(' ').at(-1) ?? name).toLowerCase()

/** Those who speak in the account and are named with an office do not tell what a statement is about. */
function speakers(reading: AccountReading): ReadonlySet<string> {
  const spoke = new Map<string, number>()
  for (const { speaker } of reading.quotes)
    if (speaker?.person) spoke.set(speaker.person.name, (spoke.get(speaker.person.name) ?? 0) + 1)
  for (const { source } of reading.attributions)
    if (reading.people.persons.some(({ name }) => name === source))
      spoke.set(source, (spoke.get(source) ?? 0) + 1)
  return new Set(
    reading.people.persons
      .filter(
        ({ name, roles, age }) =>
          age === null &&
          (spoke.has(name) ||
            [...roles].some(role =>
              /^(?:mayor|chief|sheriff|superintendent|spokes\w+|attorney|lawyer|commissioner|governor|judge|director|principal|coroner|councill?or|president|inspector|prosecutor|officer|deputy|trooper|sergeant|sgt|constable|pc|detective|lieutenant|captain|cpl|corporal|commander|nurse|doctor|dr|teacher|agente|oficial|witness|passenger|neighbor|neighbour|mother|father|sister|brother|wife|husband|aunt|uncle|cousin|partner|grandmother|grandfather|grandson|driver|reporter|manager|owner)$/.test(
                role,
              ),
            )),
      )
      .map(({ surname }) => surname.toLowerCase()),
  )
}

const largeNumber = 13

function termsOf(
  words: readonly Word[],
  matters: readonly string[],
  facts: readonly Fact[],
  numbers: readonly Fact[],
  values: Statement['values'],
  answers: Answers,
): Map<string, number> {
  const terms = new Map<string, number>()
  const add = (term: string, weight: number) => terms.set(term, Math.max(terms.get(term) ?? 0, weight))
  for (const [index, matter] of matters.entries()) {
    if (matter === '' || calendarMatters.has(matter)) continue
    if (/^\d/.test(words[index]?.lower ?? '')) continue
    // A name in the middle of a sentence says where or who, and seldom what.
    const isName = index > 0 && /^\p{Lu}\p{Ll}/u.test(words[index]?.text ?? '')
    add(
      matter,
      settingMatters.has(matter)
        ? settingWeight
        : isConcept(matter)
          ? conceptWeight
          : isName
            ? nameWeight
            : 1,
    )
    const wide = wider[matter]
    if (wide !== undefined)
      add(wide, matter === 'unarmed' || matter === 'armed' ? 2 : wide === 'weapon' ? 0.9 : 0.5)
  }
  for (const { value, unit } of numbers) {
    if (unit !== null) add(`#${matterOf(unit)}`, 1)
    if (unit !== null && roleNouns.has(unit)) add('#someone', 0.5)
    // Small numbers are everywhere; an age, a sum or a large one in common is hardly chance.
    const isTelling = unit === 'year-old' || unit === 'money' || Number(value) >= largeNumber
    add(`#${value}:${unit === null ? '' : matterOf(unit)}`, isTelling ? 1.6 : 0.4)
  }
  for (const [id, found] of values) {
    const { of, needs, isMatter } = dimensions[id] ?? { of: 'statement', needs: '', isMatter: false }
    if (isMatter) add(`of ${id}`, 2)
    if (of === 'noun') for (const { noun } of found) if (noun !== '') add(`~${id}:${noun}`, 1)
    for (const need of needs === '' ? [] : needs.split(' '))
      if (matters.includes(matterOf(need))) add(`~${id}:${matterOf(need)}`, 0.8)
  }
  for (const id of answers.keys()) add(`=${id}`, wideMatters.has(id) ? wideMatterWeight : matterWeight)
  for (const { type, value } of facts) {
    if (type === 'person') add(surnameOf(value), 1)
    if (type === 'time') add(`@${value.toLowerCase()}`, /\d[:.]\d\d/.test(value) ? 1.4 : 0.5)
  }
  return terms
}
