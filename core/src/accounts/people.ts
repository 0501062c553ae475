import { namesGiven } from './alias-names.ts'
import { describe } from './described-person.ts'
import { capitalised, isGivenName, isNameOf, nameText } from './given-names.ts'
import { isOther, known, wifeOf } from './known-person.ts'
import { functionWords } from './lexicon/function-words.ts'
import { outletHeads } from './lexicon/letterhead-words.ts'
import {
  bodyWords,
  eitherNames,
  femaleNames,
  femaleWords,
  maleNames,
  maleWords,
  neverNames,
  relationNouns,
  roleNouns,
  titles,
} from './lexicon/people-words.ts'
import { sayingVerbs } from './lexicon/reporting.ts'
import { wordsOfTitle } from './roles-beside.ts'
import type { Sentence } from './sentences.ts'
import { isNamedAlone } from './single-names.ts'
import { type Word, wordSet, wordsOf } from './words.ts'

export type Gender = 'female' | 'male' | 'unknown'

/** Somebody an account names. Two people of one surname stay two. */
export interface Person {
  readonly name: string
  readonly surname: string
  readonly given: string | null
  gender: Gender
  readonly roles: Set<string>
  age: number | null
}

export interface Mention {
  readonly start: number
  readonly end: number
  readonly person: Person
  readonly isPossessive: boolean
  /** Where its titles begin; equal to `start` without any. */
  readonly titleStart: number
}

export interface People {
  readonly persons: readonly Person[]
  readonly mentions: readonly Mention[]
  /** Where somebody is called by what they are before they are named, by the place of the first word. */
  readonly called: Map<number, Person>
}

/** No name of two halves is longer; a run of hyphens is none. */
const longestName = 40

/** No name with its titles has more words. */
const longestRun = 12

export interface Run {
  readonly words: readonly Word[]
  readonly titles: readonly Word[]
  readonly before: string
  /** More of what stands before. */
  readonly lead: string
  readonly after: string
  readonly isPossessive: boolean
  readonly isHeadline: boolean
  /** Every word of the sentence begins with a capital, so that capitals tell nothing. */
  readonly isCapitalised: boolean
}

const isNamedAgain = (text: string, name: string) =>
  text.toLowerCase().split(name.toLowerCase()).length > 2 || isGivenName(name)

/** "The fatal Knox Hill stop": in a headline, and nowhere again, what may be a place is no person. */
const isPlaceIn = (text: string, names: readonly string[]) =>
  /^(?:hill|park|lake|bay|bridge|river|forest|hall|court|green)$/i.test(names.at(-1) ?? '') &&
  text.split(names.at(-1) ?? '').length <= 2

/** Finds who is named and every place where they are. Names in headlines only count when the text names them too. */
export function peopleIn(
  text: string,
  sentences: readonly Sentence[],
  labels: readonly { readonly name: string }[],
): People {
  const runs = sentences.flatMap(sentence => runsIn(text, sentence))
  const alone = new Set([...speakingAlone(text), ...titledAlone(runs)])
  const persons: Person[] = []
  for (const { name } of labels) {
    const words = wordsOf(name).filter(
      ({ lower }) => !titles.has(lower) && !neverNames.has(lower) && !bodyWords.has(lower),
    )
    const proper = words.map(({ text: each }) =>
      each === each.toUpperCase() && each.length > 2 ? capitalised(each) : each,
    )
    if (proper.length >= 2 && !words.some(({ lower }) => roleNouns.has(lower) || /\d/.test(lower)))
      person(persons, proper, null)
  }
  for (const run of runs) {
    const names = run.words.map(nameText)
    const title = run.titles.at(-1)?.lower.replace(/\.$/, '') ?? null
    const isFull =
      names.length >= 2 &&
      (!run.isHeadline || (!run.isCapitalised && isGivenName(names[0] ?? '') && !isPlaceIn(text, names))) &&
      isPersonName(run, alone)
    const isTitled =
      names.length === 1 &&
      run.titles.length > 0 &&
      !run.isHeadline &&
      !neverNames.has(run.words[0]?.lower ?? '') &&
      // "The Chief Constable", "the Deputy Commissioner": two words for one office.
      !titles.has(run.words[0]?.lower ?? '') &&
      !(run.isCapitalised && !isNamedAgain(text, names[0] ?? ''))
    const isAged = names.length === 1 && /\d{1,3}-year-old\s$/.test(run.before.slice(-16)) && !run.isHeadline
    // "Her son Micah": whose relative it is, and no more of a name.
    const isRelative = isNamedAlone(run)
    if (!isFull && !isTitled && !isAged && !isRelative) continue
    const named = person(persons, names, title)
    for (const { lower } of run.titles)
      for (const word of [lower.replace(/\.$/, ''), ...wordsOfTitle(lower)]) named.roles.add(word)
    describe(named, run)
  }
  // "Tyrell Roper" beside a Denise Roper: who bears a surname that is known is somebody.
  const surnames = new Set(persons.map(({ surname }) => surname.toLowerCase()))
  for (const run of runs) {
    const names = run.words.map(nameText)
    const isKin =
      names.length === 2 &&
      !run.isHeadline &&
      surnames.has((names[1] ?? '').toLowerCase()) &&
      run.words.every(
        ({ lower }) => !bodyWords.has(lower) && !neverNames.has(lower) && !functionWords.has(lower),
      ) &&
      !run.words.some(({ lower }) => roleNouns.has(lower) || titles.has(lower))
    if (isKin) describe(person(persons, names, run.titles.at(-1)?.lower ?? null), run)
  }
  // "Tomas Reed and Will Oyelaran were suspended": beside one who is known, joined to them.
  for (const [index, run] of runs.entries()) {
    const before = runs[index - 1]
    const [end, start] = [before?.words.at(-1)?.end, run.words[0]?.start]
    const isBeside =
      before !== undefined &&
      end !== undefined &&
      start !== undefined &&
      run.words.length === 2 &&
      !run.isHeadline &&
      !run.isCapitalised &&
      /^,? (?:and|y|&) $/.test(text.slice(end, start)) &&
      before.words.length === 2 &&
      persons.some(({ name }) => name === before.words.map(nameText).join(' ')) &&
      /^(?: (?:was|were|had|have|are|who|both|said|told|fired|ran|[\p{Ll}]{3,}ed)\b|,|\.)/u.test(run.after) &&
      run.words.every(
        ({ lower, text: each }) =>
          /^\p{Lu}\p{Ll}/u.test(each) &&
          !bodyWords.has(lower) &&
          !neverNames.has(lower) &&
          !functionWords.has(lower) &&
          !roleNouns.has(lower) &&
          !placeStarts.test(lower),
      )
    if (isBeside) describe(person(persons, run.words.map(nameText), null), run)
  }
  for (const name of namesGiven(text)) setGender(person(persons, [name], null), name)
  const mentions: Mention[] = []
  let last: Person | null = null
  for (const run of runs) {
    const found = known(persons, run, last)
    if (!found) continue
    last = found.person
    const first = run.words[found.from]
    const end = run.words[found.to - 1]
    if (!first || !end) continue
    mentions.push({
      start: first.start,
      end: end.start + nameText(end).length,
      person: found.person,
      isPossessive: run.isPossessive && found.to === run.words.length,
      titleStart: found.from === 0 ? (run.titles[0]?.start ?? first.start) : first.start,
    })
  }
  return { persons, mentions, called: new Map() }
}

function runsIn(text: string, sentence: Sentence): readonly Run[] {
  const words = wordsOf(text, sentence.start, sentence.end)
  const plain = words.filter(({ lower }) => lower.length > 3 && !functionWords.has(lower))
  const isCapitalised = plain.length > 0 && plain.every(({ text: each }) => !/^\p{Ll}/u.test(each))
  const runs: Run[] = []
  let current: Word[] = []
  const flush = () => {
    if (current.length > 0) runs.push(...split(text, sentence, current, isCapitalised))
    current = []
  }
  for (const [index, word] of words.entries()) {
    const isCapital = /^\p{Lu}/u.test(word.text)
    const previous = current.at(-1)
    const gap = previous ? text.slice(previous.end, word.start) : ''
    // “Ana ‘Sunny’ Reyes”: what she is called stands between the halves of her name.
    if (previous && isCapital && nicknameAt(text, previous.end, word.start)) continue
    const isPastNickname = nickname.test(gap)
    const joins =
      previous !== undefined &&
      (/^(?: |\.\s|-|\s)$/.test(gap) || gap === '. ' || isPastNickname) &&
      !/['’][sS]?$/.test(previous.text) &&
      !(
        gap.startsWith('.') &&
        previous.text.length > 1 &&
        !isInitials(previous.text) &&
        !titles.has(previous.lower) &&
        !/^(?:jr|st)$/.test(previous.lower)
      )
    const isParticle =
      /^(?:de|del|la|las|los|van|von|bin|ibn|al|da|dos|y|le|di|der|den|ter|du|des)$/.test(word.lower) &&
      previous !== undefined &&
      // "Aníbal de la Cruz", "Ilse van der Meer": two of them before the name.
      (/^\p{Lu}/u.test(words[index + 1]?.text ?? '') ||
        (/^(?:de la|de las|de los|van der|van den|von der)$/.test(
          `${word.lower} ${words[index + 1]?.lower ?? ''}`,
        ) &&
          /^\p{Lu}/u.test(words[index + 2]?.text ?? ''))) &&
      gap === ' '
    if (
      (!isCapital && !(isParticle && word.lower !== 'y')) ||
      (isCapital &&
        word.lower.length > 0 &&
        // "Coroner Una Dhillon": behind a title it is a name.
        !(
          previous &&
          titles.has(previous.lower) &&
          /\p{Ll}/u.test(word.text) &&
          gap === ' ' &&
          /^\p{Lu}/u.test(words[index + 1]?.text ?? '')
        ) &&
        isOpening(word, sentence, words, index))
    ) {
      flush()
      continue
    }
    if (!joins || current.length >= longestRun) flush()
    // "J.T." keeps its last point.
    const initials = gap === '. ' && joins ? current.at(-1) : undefined
    if (initials && isInitials(initials.text))
      current[current.length - 1] = {
        ...initials,
        end: initials.end + 1,
        text: `${initials.text}.`,
        lower: `${initials.lower}.`,
      }
    // "Reyes-Platt" is one name.
    const half =
      gap === '-' && (current.at(-1)?.text.length ?? longestName) < longestName ? current.pop() : undefined
    current.push(
      half
        ? {
            start: half.start,
            end: word.end,
            text: `${half.text}-${word.text}`,
            lower: `${half.lower}-${word.lower}`,
          }
        : word,
    )
  }
  flush()
  return runs
}

/** Marked words between a given name and a surname. */
const nickname = /^ [“"‘](\p{Lu}[\p{L}’'-]*(?: \p{Lu}[\p{L}’'-]*)?)[”"’] $/u
const nicknameAt = (text: string, from: number, at: number) =>
  (/^ [“"‘]\p{Lu}[\p{L}’'-]*(?: \p{Lu}[\p{L}’'-]*)?[”"’] (?=\p{Lu}\p{Ll})/u.exec(
    text.slice(from, from + 30),
  )?.[0].length ?? 0) >
  at - from

const isInitials = (word: string) => /^(?:\p{Lu}\.)+\p{Lu}$/u.test(word)

/** A capital at the start of a sentence or quote that says nothing about a name. */
function isOpening(word: Word, _sentence: Sentence, words: readonly Word[], index: number): boolean {
  if (
    functionWords.has(word.lower) ||
    /^(?:and|but|according|after|police|officers?|witnesses|officials|meanwhile|both|two|three|four|five|six|one|no|yes|then|now|still|later|earlier|body|video|investigators|authorities|neighbors|neighbours|residents|protesters|hours?|minutes?|several|many|another|family|friends|relatives|attorneys?|lawyers?|prosecutors?|footage|city|state|county|local|federal|fire|firefighters|paramedics|mayor's|says?|asked|speaking|photos?|last|next|around|near|outside|inside|since|despite|although|because|however|tragically|drop|stop|please|shortly|moments)$/.test(
      word.lower,
    )
  ) {
    const next = words[index + 1]
    return !(titles.has(word.lower) && next !== undefined && /^\p{Lu}/u.test(next.text))
  }
  return false
}

/** A trade that begins a sentence: "Ferryman Odhran Keane". */
const calling =
  /^(?:\p{L}{3,}(?:woman|worker|keeper|maker|driver|master|hand)|(?:fisher|ferry|fire|boat|sales|trades|work|crafts|watch|oars)man|reporter|anchor|host|narrator|correspondent|plumber|carpenter|welder|roofer|waiter|waitress|barber|engineer|electrician|mechanic|gardener|labou?rer|cyclist|journalist|biker|jogger|swimmer|diver|tenant|retiree|pensioner|shopper|trucker|cashier|clerk)$/u

function split(
  text: string,
  sentence: Sentence,
  words: readonly Word[],
  isCapitalised: boolean,
): readonly Run[] {
  // Everything up to the last title or body word stands before the name: "Harbor County Sheriff's Sgt. Ann Lee".
  let cut = 0
  for (const [index, { lower }] of words.entries()) {
    const bare = lower.replace(/'s$|\.$/, '')
    const isLast = index === words.length - 1
    if (
      !isLast &&
      (titles.has(bare) ||
        (bodyWords.has(bare) && titles.has(words[index + 1]?.lower.replace(/\.$/, '') ?? '')))
    )
      cut = index + 1
  }
  // "Baker Omar Hadley said": a calling that begins the sentence.
  const second = words[1]?.lower ?? ''
  const isCalling =
    cut === 0 &&
    words.length === 3 &&
    words[0]?.start === sentence.start &&
    (femaleNames.has(second) || maleNames.has(second)) &&
    !femaleNames.has(words[0]?.lower ?? '') &&
    !maleNames.has(words[0]?.lower ?? '')
  const isRole =
    cut === 0 &&
    words.length >= 3 &&
    words[0]?.start === sentence.start &&
    (roleNouns.has(words[0]?.lower ?? '') || calling.test(words[0]?.lower ?? ''))
  const name = words.slice(isCalling || isRole ? 1 : cut)
  const first = name[0]
  const end = name.at(-1)
  if (!first || !end) return []
  return [
    {
      words: name,
      titles: words.slice(0, cut).filter(({ lower }) => titles.has(lower.replace(/\.$/, ''))),
      before: text.slice(Math.max(sentence.start, first.start - 40), first.start),
      lead: text.slice(Math.max(sentence.start, first.start - 120), first.start),
      after: text.slice(end.end, Math.min(sentence.end, end.end + 60)),
      isPossessive: /['’][sS]?$/.test(end.text),
      isHeadline: sentence.isHeadline,
      isCapitalised,
    },
  ]
}

/** Single capitals behind a title: "Mr. Okafor" makes a person of "Chidi Okafor" wherever that stands. */
function titledAlone(runs: readonly Run[]): readonly string[] {
  return runs
    .filter(({ words, titles: before }) => words.length === 1 && before.length > 0)
    .map(({ words }) => (words[0] ? nameText(words[0]).toLowerCase() : ''))
    .filter(name => name.length > 2 && !bodyWords.has(name) && !roleNouns.has(name) && !neverNames.has(name))
}

/** Single capitals that speak: "Wynn said" makes a person of "Clara Wynn" wherever that stands. */
function speakingAlone(text: string): ReadonlySet<string> {
  const found = new Set<string>()
  for (const [, behind, before] of text.matchAll(
    /(?:\b(?:said|says|added|asked|told|dijo) (\p{Lu}\p{Ll}+)(?=[,.])|(?:^|[.!?”"’',]\s+)(\p{Lu}\p{Ll}+) (?:said|says|told|added|asked|wrote|recalled|dijo)\b)/gmu,
  )) {
    const lower = (behind ?? before ?? '').toLowerCase()
    if (!functionWords.has(lower) && !roleNouns.has(lower) && !bodyWords.has(lower)) found.add(lower)
  }
  return found
}

const ofSomebody =
  /\b(?:death|killing|shooting|murder|arrest|family|mother|father|parents|estate|beating|body|trial|name|life|son|daughter|widow|muerte|asesinato|familia|madre|padre) (?:of|de) $/i

const placeStarts =
  /^(?:new|los|las|san|santa|el|la|fort|port|saint|st|mount|lake|north|south|east|west|upper|lower|old|great|little|big|cape|puerto|villa|ciudad)$/

const vehicleMakes = wordSet(
  'chevrolet chevy honda toyota nissan dodge chrysler jeep bmw mercedes audi hyundai kia tesla subaru volkswagen mazda lexus acura cadillac buick gmc pontiac mitsubishi volvo peugeot renault vauxhall skoda seat fiat harley kawasaki yamaha suzuki boeing airbus',
)

/** Makes of cars that are names, too: with an article, a colour or a year before it, it is the car. */
const namedMakes = wordSet('ford lincoln mercury austin morris rover bentley saturn holden dacia')
const beforeCar =
  /\b(?:an?|the|stolen|parked|unmarked|white|black|silver|gr[ae]y|red|blue|green|gold|tan|brown|maroon|orange|yellow|beige|(?:19|20)\d\d) $/i

function isPersonName(
  { words, titles: before, before: lead, after }: Run,
  alone: ReadonlySet<string>,
): boolean {
  // "Block C", "Cell 4".
  if (words.length > 4 || /^\p{Lu}$/u.test(words.at(-1)?.text ?? '')) return false
  const lowers = words.map(({ lower }) => lower.replace(/'s$/, ''))
  if (lowers.some(lower => neverNames.has(lower))) return false
  const first = lowers[0] ?? ''
  // "A gray Chevrolet Tahoe", "the Aldane Courier", "a woman in Holt Ferry".
  if (before.length === 0 && namedMakes.has(first) && beforeCar.test(lead)) return false
  if (before.length === 0 && (vehicleMakes.has(first) || outletHeads.has(lowers.at(-1) ?? ''))) return false
  if (
    before.length === 0 &&
    words.length > 1 &&
    /\b(?:in|near) $/i.test(lead) &&
    /^(?:[.,;]|$| (?:on|in|at|last|this|police|when|after|where)\b)/.test(after) &&
    !/^,? \(?\d/.test(after) &&
    !/^, (?:a|an|who|whose|his|her)\b/.test(after)
  )
    return false
  // "En la cárcel del condado de Cedar Fork", "the town of Holt Ferry".
  if (
    before.length === 0 &&
    /\b(?:(?:condado|ciudad|municipio|provincia|calle|barrio|parque|plaza|avenida|pueblo|estado|localidad|puente|estación|hospital|cárcel) del? |(?:town|city|village|county|parish|borough|port|township|suburb|island) of )$/i.test(
      lead,
    )
  )
    return false
  if (
    words.length > 1 &&
    /^(?:canal|river|creek|bay|harbou?r|avenue|bridge|highway|boulevard|lake|beach|checkpoint|crossing|landing|terminal)$/.test(
      lowers.at(-1) ?? '',
    ) &&
    before.length === 0
  )
    return false
  const isGiven = femaleNames.has(first) || maleNames.has(first)
  // "On the Lady Maud": what has an article is no person.
  if (
    /\bthe $/i.test(lead) &&
    /^(?:lady|lord|sir|king|queen|captain|father|sister|brother)$/.test(before[0]?.lower ?? '')
  )
    return false
  if (before.length > 0)
    return !lowers.slice(1).some(lower => /^(?:department|office|street|county)$/.test(lower))
  if (
    lowers.some(
      (lower, index) =>
        bodyWords.has(lower) &&
        !(isGiven && index === 0) &&
        !(
          isGiven &&
          index > 0 &&
          /^(?:park|house|hill|wood|north|west|close|king|post|hall|green|court|rivers?|lake|bay|bridge|church|bank|reed|stone|forest|banks|parks|rivera)$/.test(
            lower,
          )
        ),
    )
  )
    return false
  if (words.some(({ text }) => text.length > 2 && text === text.toUpperCase() && !text.includes('.')))
    return (
      (isGiven || /\d{1,3}-year-old\s$/i.test(lead)) &&
      lowers.length <= 3 &&
      !lowers
        .slice(1)
        .some(lower => functionWords.has(lower) || roleNouns.has(lower) || sayingVerbs.has(lower))
    )
  if (isGiven) return true
  if (/^,? de \d{1,3} años/.test(after)) return true
  const described = /^, (\p{Ll}+)(?: (\p{Ll}+))?/u.exec(after)
  if (
    described &&
    [described[1], described[2]].some(word => word !== undefined && (titles.has(word) || roleNouns.has(word)))
  )
    return true
  if (
    /^, (?:the|an?) (?:[\p{L}-]+ ){0,2}(?:company|operator|promoter|owner|firm|group|charity|landlord|contractor|agency|union|maker|provider|developer|supplier)\b(?!['’]s)/u.test(
      after,
    )
  )
    return false
  // "Ann Lee, Principal": an office in capitals behind the name, as letters are signed.
  if (/^,\s+\p{Lu}/u.test(after) && titles.has(/^,\s+(\p{L}+)/u.exec(after)?.[1]?.toLowerCase() ?? ''))
    return true
  // "The death of Ann Lee", "the estate of Ann Lee".
  if (words.length >= 2 && ofSomebody.test(lead)) return true
  if (
    /\b(?:one|two|another|first|last|eldest|youngest) of (?:the|them|those|these|his|her|their)(?: \p{Ll}+){0,3}, $/iu.test(
      lead,
    )
  )
    return true
  const called = /(\p{L}+), $/u.exec(lead)?.[1]?.toLowerCase() ?? ''
  const isOffice =
    /^(?:owner|police|department|office|company|union|council|city|county|school|hospital|board|district|agency|family)$/.test(
      called,
    )
  if (!isOffice && (roleNouns.has(called) || titles.has(called) || relationNouns.has(called))) return true
  if (words.length <= 3 && alone.has(lowers.at(-1) ?? '')) return true
  if (placeStarts.test(first) || roleNouns.has(first)) return false
  if (
    /^(?:, (?:\d{1,3}\b|an? |the |one of |who|whose|his|her))|^ \(?\d{1,3}\)|^['’]s (?:\p{Ll}+ )?(?:mother|father|sister|brother|family|attorney|lawyer|wife|husband|son|daughter)/u.test(
      after,
    )
  )
    return !/\b(?:in|at|near|from|to|of|outside) $/i.test(lead) || /^, \d/.test(after)
  if (
    /(?:year-old|identified as|named|victim|suspect|witness|neighbor|neighbour|resident|owner|attorney|lawyer|spokesman|spokeswoman|driver|teacher|student|mother|father|brother|sister|son|daughter|wife|husband|cousin|friend|partner|colleague|activist|organizer|manager|by|with|for) $/i.test(
      lead,
    )
  )
    return true
  // "Peter Quist of Eau Verte, said": where he is from.
  if (/\p{Lu}[\p{L}'’-]+ \p{Lu}[\p{L}'’-]+ of $/u.test(lead)) return false
  const next = /^[,\s]*(\p{L}+)/u.exec(after)?.[1]?.toLowerCase() ?? ''
  const previous = /(\p{L}+)[,\s]*$/u.exec(lead)?.[1]?.toLowerCase() ?? ''
  if (sayingVerbs.has(next) || sayingVerbs.has(previous)) return !/^(?:in|at|near)$/.test(previous)
  if (
    /^(?:in|at|near|from|to|on|outside|across|through|around|into|of|toward|along|via|the|en|a)$/.test(
      previous,
    )
  )
    return false
  // "roofer Tam Ellery": a plain noun right before two capitals.
  const isCalled =
    words.length <= 3 &&
    /(?:^|\s)\p{Ll}{3,} $/u.test(lead) &&
    !functionWords.has(previous) &&
    !/(?:ed|ing|ly)$|^(?:said|says|told|outside|near|joined|left|owns|runs|against)$/.test(previous)
  if (isCalled) return true
  return (
    words.length <= 3 &&
    (/^(?:was|is|had|has|who|and|died|told|ran|fled|were|did|would|could|went|lived|lives|fell|lost|left|took|came|got|kept|knew|saw|held|drove|made|began|stood|sat|threw|broke|never|fue|era|murió|había|estaba)$/.test(
      next,
    ) ||
      (after.startsWith(' ') && /^\p{Ll}{2,}(?:ed|aba|ía|ó)$/u.test(next)))
  )
}

function person(persons: Person[], names: readonly string[], title: string | null): Person {
  // "Fiona Mahmood KC": what stands behind a name says what she may call herself.
  const whole = names.filter(
    (name, at) =>
      !/^(?:jr|sr|ii|iii|iv)$/i.test(name) &&
      !(at > 1 && /^(?:KC|QC|SC|MP|MSP|MS|MEP|MBE|OBE|CBE|KBE|MD|RN|PhD|JD|Esq|DDS|CPA)$/.test(name)),
  )
  // "Rhiannon K. Sable": a letter between two names is no part of either.
  const plain = whole.filter((name, at) => whole.length < 3 || at === 0 || name.length > 1)
  const surname = plain.at(-1) ?? names[0] ?? ''
  const given = plain.length > 1 ? (plain[0] ?? null) : null
  const wife = given === null ? wifeOf(persons, title) : null
  if (wife && persons.some(each => each.surname === surname && each.gender !== 'female')) return wife
  const found = persons.find(each => {
    if (each.surname.toLowerCase() !== surname.toLowerCase())
      return (
        given !== null &&
        plain.length === 2 &&
        each.name.split(' ').length >= 3 &&
        each.given === given &&
        each.name.includes(` ${surname}`)
      )
    if (given === null && isOther(title, each)) return false
    return given === null || each.given === null || each.given.toLowerCase() === given.toLowerCase()
  })
  if (found) {
    if (found.given === null && given !== null) {
      // "Officer Reyes" first and the whole name later: one person.
      Object.assign(found, { name: plain.join(' '), given })
      setGender(found, given)
    }
    return found
  }
  const made: Person = {
    name: plain.join(' '),
    surname,
    given,
    gender: 'unknown',
    roles: new Set(),
    age: null,
  }
  if (given !== null) setGender(made, given)
  if (title !== null && femaleWords.has(title)) made.gender = 'female'
  if (title !== null && maleWords.has(title)) made.gender = 'male'
  persons.push(made)
  return made
}

function setGender(person: Person, given: string): void {
  const lower = given.toLowerCase()
  if (person.gender !== 'unknown') return
  const [isFemale, isMale] = [isNameOf(femaleNames, lower), isNameOf(maleNames, lower)]
  // A name of both leaves it open.
  if (isFemale === isMale || eitherNames.has(lower)) return
  person.gender = isFemale ? 'female' : 'male'
}
