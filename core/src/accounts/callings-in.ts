// How an account calls people by what they are: "the fire chief", "the boy's mother", "a 34-year-old man".

import { isKin } from './kin-words.ts'
import { functionWords } from './lexicon/function-words.ts'
import { femaleWords, groupNouns, maleWords, titles } from './lexicon/people-words.ts'
import { sayingVerbs } from './lexicon/reporting.ts'
import type { Gender } from './people.ts'
import { isPersonNoun } from './person-nouns.ts'
import { type Word, wordSet } from './words.ts'

/** Whose mother or lawyer somebody is: "her", "the dead man's", "Devon's". */
export interface Owner {
  /** The last word of it, in lower case. */
  readonly word: string
  readonly isName: boolean
  readonly gender: Gender
}

/** One phrase that says who somebody is without a name in it. UTF-16, half-open. */
export interface Calling {
  readonly start: number
  readonly end: number
  /** What they are, in lower case: "chief". */
  readonly head: string
  /** "The chief" is known to whoever reads, "a chief" is brought in, "another chief" told apart; titles have none. */
  readonly kind: 'definite' | 'indefinite' | 'other' | 'bare'
  /** What tells them apart from others of the head: "fire", "railway", "bus". */
  readonly qualifiers: ReadonlySet<string>
  /** "Former", "deputy": somebody else than who is that without it. */
  readonly standing: ReadonlySet<string>
  readonly owner: Owner | null
  readonly age: number | null
  readonly gender: Gender
}

const definite = wordSet('the el la his her their its our su sus this that')
const indefinite = wordSet('a an one un una')
const others = wordSet('another other second third both two three otra otro segunda segundo')
const ofHim = wordSet('his her their su sus')
const ofUs = wordSet('my our mi nuestra nuestro your tu')
const ofThePress = wordSet(
  'reporter correspondent journalist editor photographer periodista reportero reportera',
)
const standings = wordSet(
  'former ex deputy acting assistant vice interim incoming outgoing previous late retired associate lieutenant junior senior exalcalde exalcaldesa adjunto adjunta suplente interino interina head general',
)
/** What tells nobody apart. */
const plainWords = wordSet(
  `local young old elderly own year dead injured wounded slain tall same lone longtime unnamed named then now former current chief-of county city town state village
  municipal district years de edad años new big little poor only on-duty duty duty-bound alleged first responding veteran sworn
  man woman female male`,
)

/** Who is of the police in any case. */
const ofPolice = wordSet(
  'officer constable trooper sergeant detective lieutenant corporal inspector agente oficial captain',
)

const mostBefore = 4
const mostTail = 5

const bare = (lower: string) => lower.replace(/'s$|'$/, '')
const isOwning = (lower: string) => /(?:'s|s')$/.test(lower)

/** Words come again and again; no more of them are remembered than a large case has. */
const heads = new Map<string, boolean>()
const mostHeads = 20_000

/** Whether a word calls one person by what they are. */
export function isHead(lower: string): boolean {
  const known = heads.get(lower)
  if (known !== undefined) return known
  const found =
    (isPersonNoun(lower) || titles.has(lower) || isKin(lower)) &&
    !groupNouns.has(lower) &&
    (!functionWords.has(lower) || lower.startsWith('spokes')) &&
    !notOne.has(lower) &&
    !(/[^s]s$/.test(lower) && isPersonNoun(lower.slice(0, -1)))
  if (heads.size < mostHeads) heads.set(lower, found)
  return found
}

/** Bodies, plurals without an s, and titles that tell nobody apart. */
const notOne = wordSet(
  `police department office agency company union association board coalition council city county district hospital school family crowd staff crew team people men women children
  mr mrs ms miss mx dr sir lady lord dame general private major principal-general señor señora sr sra sindicato familia policía autoridades voice gente relative relatives parents padres kin
  undersigned predecessor successor
  other another counsel media press public member representative rep source sources cook model head medium`,
)

/** The phrases of one sentence by which it calls people, names left out. `text` is the account's. */
export function callingsIn(text: string, words: readonly Word[]): readonly Calling[] {
  const found = words.flatMap((word, at) => {
    if (!isHead(word.lower) && !isAgeAt(words, at)) return []
    const next = words[at + 1]
    const gap = next ? text.slice(word.end, next.start) : ''
    // "Mayor Solis".
    if (next && /^\p{Lu}/u.test(word.text) && /^\p{Lu}/u.test(next.text) && /^\.? $/.test(gap)) return []
    // "The police chief", "the union president": what they are comes last.
    if (next && (gap === '-' || (gap === ' ' && isHead(bare(next.lower))))) return []
    const calling = callingAt(text, words, at)
    return calling && calling.kind !== 'bare' ? [calling] : []
  })
  // "The 19-year-old injured man" is one phrase.
  return found.filter(
    (each, at) => (found[at + 1]?.start ?? each.end) >= each.end || found[at + 1]?.start !== each.start,
  )
}

/** "The 19-year-old", whatever else he is. */
const isAgeAt = (words: readonly Word[], at: number): boolean =>
  words[at]?.lower === 'old' && words[at - 1]?.lower === 'year' && /^\d{1,3}$/.test(words[at - 2]?.text ?? '')

/** What stands with the head at `at`, from its article to what follows it. Null for "my sister". */
export function callingAt(text: string, words: readonly Word[], at: number): Calling | null {
  const word = words[at]
  if (!word) return null
  const head = word.lower === 'old' ? 'individual' : word.lower
  const lead = leadOf(text, words, at, isKin(head))
  if (lead === null || (lead.isOurs && (isKin(head) || ofThePress.has(head)))) return null
  if (lead.isOurs || lead.kind === 'other')
    return { ...plain(word), head, start: lead.start, kind: lead.kind }
  const tail = tailOf(text, words, at)
  if (tail.isOther) return { ...plain(word), head, start: lead.start, kind: 'other' }
  const told = [
    ...lead.before.map(({ lower }) => bare(lower)),
    ...(lead.owner === null || isKin(head) ? [] : lead.owners.map(({ lower }) => bare(lower))),
    ...(tail.standing === null ? [] : [tail.standing]),
  ]
  const belongs = isKin(head) ? (lead.owner ?? tail.owner) : null
  const own = genderOf([head, ...lead.before.map(({ lower }) => lower)])
  return {
    ...{
      start: lead.start,
      end: tail.end,
      head,
      kind: lead.kind,
      age: ageIn(lead.before) ?? tail.age,
      owner: belongs,
    },
    standing: new Set(told.filter(each => standings.has(each))),
    qualifiers: new Set(
      [...told, ...(belongs === null || belongs !== tail.owner ? tail.words : [])].filter(
        each => isTelling(each) && !(each === 'police' && ofPolice.has(head)),
      ),
    ),
    gender: own === 'unknown' ? lead.gender : own,
  }
}

/** Whether a word tells somebody apart from others who are called the same. */
const isTelling = (word: string) =>
  !standings.has(word) && !plainWords.has(word) && !ofHim.has(word) && !/^\d/.test(word)

interface Lead {
  readonly start: number
  readonly kind: Calling['kind']
  readonly owner: Owner | null
  /** The words by which the owner is called: "Orin County's". */
  readonly owners: readonly Word[]
  /** What stands between the article, or the owner, and the head. */
  readonly before: readonly Word[]
  /** "Our deputy": theirs who speaks. */
  readonly isOurs: boolean
  /** By a Spanish article. */
  readonly gender: Gender
}

/** What stands before a head, back to its article. Null for "her mechanic", whom no rule tells from others. */
function leadOf(text: string, words: readonly Word[], at: number, isOfKin: boolean): Lead | null {
  const before: Word[] = []
  const owners: Word[] = []
  let start = words[at]?.start ?? 0
  let owner: Owner | null = null
  const made = (kind: Calling['kind'], gender: Gender = 'unknown', isOurs = false): Lead => ({
    ...{ start, kind, owner, owners, before, isOurs, gender },
  })
  for (let index = at - 1; index >= 0 && at - index <= mostBefore + 3; index--) {
    const word = words[index]
    const behind = words[index + 1]
    if (!word || !behind || !/^[ -]$/.test(text.slice(word.end, behind.start))) break
    const { lower } = word
    if (ofUs.has(lower) || others.has(lower) || definite.has(lower) || indefinite.has(lower))
      start = word.start
    if (ofUs.has(lower)) return made('definite', 'unknown', true)
    if (others.has(lower)) return made('other')
    if (ofHim.has(lower)) {
      if (!isOfKin) return null
      owner ??= ownerOf(word)
      return made('definite')
    }
    if (definite.has(lower) || indefinite.has(lower))
      return made(
        indefinite.has(lower) && owner === null ? 'indefinite' : 'definite',
        owner ? 'unknown' : genderOfArticle(lower),
      )
    if (isOwning(lower) && owner === null) {
      owner = ownerOf(word)
      owners.push(word)
      start = word.start
      continue
    }
    if (functionWords.has(lower) || sayingVerbs.has(lower) || before.length >= mostBefore) break
    // "The dead man's widow": what stands before whose she is says more of him.
    if (owner !== null) owners.unshift(word)
    else {
      before.unshift(word)
      start = word.start
    }
  }
  return made(owner === null ? 'bare' : 'definite')
}

const genderOfArticle = (lower: string): Gender =>
  /^(?:el|un|uno)$/.test(lower) ? 'male' : /^(?:la|una)$/.test(lower) ? 'female' : 'unknown'

const plain = ({ start, end, lower }: Word): Calling => ({
  ...{ start, end, head: lower, kind: 'bare', owner: null, age: null, gender: genderOf([lower]) },
  ...{ qualifiers: new Set(), standing: new Set() },
})

const genderOf = (lowers: readonly string[]): Gender =>
  lowers.some(lower => femaleWords.has(lower) || lower === 'female')
    ? 'female'
    : lowers.some(lower => maleWords.has(lower) || lower === 'male')
      ? 'male'
      : 'unknown'

function ownerOf(word: Word): Owner {
  const lower = bare(word.lower)
  return { word: lower, isName: /^\p{Lu}/u.test(word.text) && !ofHim.has(lower), gender: genderOf([lower]) }
}

const ageIn = (words: readonly Word[]): number | null => {
  const at = words.findIndex(({ lower }) => /^(?:year|yr)s?$/.test(lower))
  const said = Number(words[at - 1]?.text)
  return at > 0 && Number.isInteger(said) ? said : null
}

/** "Of Hollis County", "from the depot", "de 13 años": what follows the head and says more of whom it means. */
function tailOf(
  text: string,
  words: readonly Word[],
  at: number,
): {
  readonly end: number
  readonly words: readonly string[]
  readonly owner: Owner | null
  readonly age: number | null
  /** "El fiscal general". */
  readonly standing: string | null
  /** "The foreman on the other crew". */
  readonly isOther: boolean
} {
  const head = words[at]
  const link = words[at + 1]
  const none = { end: head?.end ?? 0, words: [], owner: null, age: null, standing: null, isOther: false }
  if (!head || !link || text.slice(head.end, link.start) !== ' ') return none
  if (standings.has(link.lower)) return { ...none, end: link.end, standing: link.lower }
  if (!/^(?:of|from|for|at|in|on|with|near|behind|beside|de|del|en)$/.test(link.lower)) return none
  const found: Word[] = []
  for (let index = at + 2; index < words.length && found.length < mostTail; index++) {
    const [word, last] = [words[index], words[index - 1]]
    if (!word || !last || !/^[ -]$/.test(text.slice(last.end, word.start))) break
    const isArticle = /^(?:the|an?|el|la|los|las|una?|de)$/.test(word.lower)
    if (others.has(word.lower)) return { ...none, isOther: true }
    if (!isArticle && (functionWords.has(word.lower) || sayingVerbs.has(word.lower))) break
    if (!isArticle) found.push(word)
    // One noun, or a name of several words.
    const isName = /^\p{Lu}/u.test(word.text)
    if (!isArticle && !isName && !/^\d+$/.test(word.text)) break
  }
  const last = found.at(-1)
  if (!last) return none
  const age = /^(?:años|years?)$/.test(last.lower) ? Number(found.at(-2)?.text ?? Number.NaN) : Number.NaN
  if (Number.isInteger(age)) return { ...none, age }
  const isOwner = /^(?:of|de|del|for)$/.test(link.lower)
  return {
    end: last.end,
    words: found.map(({ lower }) => bare(lower)),
    owner: isOwner ? ownerOf(last) : null,
    ...{ age: null, standing: null, isOther: false },
  }
}
