import { functionWords } from './lexicon/function-words.ts'
import {
  bodyWords,
  femaleWords,
  groupNouns,
  maleWords,
  relationNouns,
  roleNouns,
  titles,
} from './lexicon/people-words.ts'
import { isEvidence, isNounPhrase } from './noun-phrases.ts'
import { ownerOf, senderBehind } from './owned-words.ts'
import type { Gender, Mention, People, Person } from './people.ts'
import { wordsOf } from './words.ts'

/** Who words are put down to. `person` is set when they are named somewhere in the account. */
export interface Source {
  /** The name, or the words by which the account calls them. */
  readonly name: string
  readonly person: Person | null
  readonly certainty: 'certain' | 'inferred' | 'unknown'
  readonly isPronoun: boolean
}

/** Offices that one person holds: "the mayor" is the mayor who was named. Officers and witnesses are many. */
const singleOffices =
  /^(?:mayor|chief|sheriff|superintendent|governor|principal|coroner|commissioner|warden|judge|spokesman|spokeswoman|spokesperson|director|president|attorney|lawyer|mother|father|sister|brother|wife|husband|son|daughter|aunt|uncle|grandmother|grandfather|cousin|alcalde|alcaldesa|jefe|jefa|portavoz|madre|padre|owner|pastor|councilman|councilwoman|councillor|examiner|inspector|captain|prosecutor|minister|coach|manager|widow|neighbor|neighbour|teacher|nurse|paramedic|hermana|hermano|abogado|abogada|solicitor|landlord|secretary)$/

const pronouns: Readonly<Record<string, 'female' | 'male' | 'plural' | 'self'>> = {
  she: 'female',
  ella: 'female',
  he: 'male',
  él: 'male',
  they: 'plural',
  ellos: 'plural',
  ellas: 'plural',
  i: 'self',
  we: 'self',
  his: 'male',
  him: 'male',
  her: 'female',
  them: 'plural',
  their: 'plural',
}

interface Spoken {
  readonly at: number
  readonly source: Source
  readonly gender: Gender
  readonly isGroup: boolean
  /** Inside what somebody else says: "Lee said the officer shouted". */
  readonly isInner: boolean
}

/** Whom a sentence is about. */
interface Subject {
  readonly at: number
  readonly source: Source
  readonly gender: Gender
  readonly isGroup: boolean
  /** Somebody else says it. */
  readonly isReported: boolean
}

/** Reads one account from front to back and remembers who has spoken and who was named. */
export class SourceFinder {
  readonly #text: string
  readonly #people: People
  readonly #heads: ReadonlySet<number>
  readonly #spoken: Spoken[] = []
  readonly #subjects: Subject[] = []
  #turn: Source | null = null

  /** `heads` are places in headlines, where nobody is introduced. */
  constructor(text: string, people: People, heads: ReadonlySet<number>) {
    this.#text = text
    this.#people = people
    this.#heads = heads
  }

  /** Whom the words from `start` to `end` mean. Remembers them as having spoken. */
  read(start: number, end: number, isInner = false): Source | null {
    const source = this.#sourceOf(start, end)
    if (source) this.#remember(start, end, source, isInner)
    return source
  }

  /** Whose turn it is in a transcript: no "she" in it is theirs. Null for other paragraphs. */
  takeTurn(speaker: Source | null): void {
    this.#turn = speaker
  }

  /** Remembers whom a sentence is about, or whose account it speaks of (`isOwner`): a pronoun in the next may mean them. */
  note(start: number, end: number, isOwner: boolean, isReported: boolean): void {
    if (/^(?:he|she|they|it|we|i|él|ella|ellos|ellas)$/i.test(this.#text.slice(start, end).trim())) return
    const source = this.#sourceOf(start, end)
    if (!source || source.certainty === 'unknown') return
    const words = this.#text.slice(start, end)
    const { person, name } = source
    // Who is introduced here may speak next; of whom the account has told before, and who has not spoken, it tells on.
    const isIntroduced = person
      ? (this.#people.mentions.find(each => each.person === person && !this.#heads.has(each.start))?.start ??
          0) >= start
      : /^(?:an?|one|another|una?|his|her|their|su)\b|['’]s\s\p{Ll}+$/iu.test(words) && isOne(words)
    const hasSpoken = this.#spoken.some(({ source: each }) =>
      person ? each.person === person : each.name === name,
    )
    const head = headWords(words).at(-1) ?? ''
    const isGroup = person === null && (groupNouns.has(head) || (roleNouns.has(head) && !isOne(words)))
    const isProper =
      person === null &&
      !functionWords.has(head) &&
      isNounPhrase(words, { start: 0, end: words.length }) &&
      /^\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)?$/u.test(words) &&
      !bodyWords.has(head)
    if (isOwner || isIntroduced || hasSpoken || isGroup || isProper)
      this.#subjects.push({
        isGroup,
        at: start,
        source,
        gender: this.#genderOf(start, end, source),
        isReported,
      })
  }

  /** The same without remembering: for those who are spoken to. */
  peek(start: number, end: number): Source | null {
    return this.#sourceOf(start, end)
  }

  #remember(start: number, end: number, source: Source, isInner: boolean): void {
    const isGroup = headWords(this.#text.slice(start, end)).some(lower => groupNouns.has(lower))
    this.#spoken.push({ at: start, source, gender: this.#genderOf(start, end, source), isGroup, isInner })
  }

  #genderOf(start: number, end: number, source: Source): Gender {
    if (source.person) return source.person.gender
    // "Her father": whose father he is says nothing of him.
    const own = headWords(this.#text.slice(start, end)).filter(
      lower => !/^(?:his|her|their|my|our|su|sus|mi)$/.test(lower),
    )
    // "A second officer, a tall man with no hat".
    const called = /^,\s(?:an?|the|un|una)\s((?:[\p{L}-]+\s?){1,4})/u.exec(
      this.#text.slice(end, end + 60),
    )?.[1]
    const words = [...own, ...(called === undefined ? [] : headWords(called))]
    if (words.some(lower => femaleWords.has(lower))) return 'female'
    return words.some(lower => maleWords.has(lower)) ? 'male' : 'unknown'
  }

  #sourceOf(start: number, end: number): Source | null {
    if (start === end) return this.#leftOut(start)
    const text = this.#text.slice(start, end).trim()
    const words = wordsOf(text)
    const first = words[0]
    if (!first) return null
    const isAlone =
      words.length === 1 || (words.length === 2 && !/^(?:her|him|them|his|their)$/.test(first.lower))
    const kind = isAlone ? pronouns[first.lower.replace(/'(?:s|re)$/, '')] : undefined
    // "Her last message": hers.
    const owner = ownerOf(text)
    if (owner !== null) return this.#sourceOf(start, start + owner.length)
    const sender = senderBehind(text, this.#text.slice(end, end + 80))
    if (sender) return this.#sourceOf(end + sender.start, end + sender.end)
    if (first.lower === 'it' && words.length === 1) return this.#body(start)
    if (kind !== undefined) return this.#antecedent(start, kind)
    const inside = this.#people.mentions.filter(mention => mention.start >= start && mention.start < end)
    const head = inside.find(mention => !mention.isPossessive && !this.#isLinkedBy(start, mention))
    const possessive = inside.find(mention => mention.isPossessive)
    const joint = inside.filter(mention => !mention.isPossessive)
    if (head && /\b(?:and|y)\b/.test(this.#text.slice(head.end, end))) {
      const rest = joint.filter(mention => mention !== head && !this.#isLinkedBy(start, mention))
      const isList =
        rest.length > 0 ||
        /\b(?:and|y) (?:the |a |other |his |her )?\p{Ll}/u.test(this.#text.slice(head.end, end))
      if (isList)
        return {
          name: text.replace(/\s+/g, ' ').replace(/,$/, ''),
          person: null,
          certainty: 'certain',
          isPronoun: false,
        }
    }
    if (head) return { name: head.person.name, person: head.person, certainty: 'certain', isPronoun: false }
    const byRole = possessive ? this.#relative(possessive, words.at(-1)?.lower ?? '') : this.#holderOf(words)
    if (byRole) return { name: byRole.name, person: byRole, certainty: 'certain', isPronoun: false }
    const called = this.#calledBy(text, start)
    if (called) return { name: called.name, person: called, certainty: 'inferred', isPronoun: false }
    return { name: clean(text), person: null, certainty: 'certain', isPronoun: false }
  }

  /** "The 71-year-old", "the mother of three", "the retired dinner lady": who spoke or was introduced last, unless an age or a word speaks against it. */
  #calledBy(words: string, at: number): Person | null {
    const kind =
      /^the (?:\p{Ll}+ )?(?:(\d{1,3})-year-old|(?:mother|father|mum|mom|dad|gran|grandmother|grandfather|widow|single parent)[ -]of[ -]\p{L}+|(?:retired|former|semi-retired|self-employed) (?:\p{Ll}+ ){0,2}\p{Ll}+)$|^(?:el|la) (?:funcionari[oa]|mandatari[oa]|letrad[oa]|dirigente|docente|edil|legisladora?|jerarca)$/iu.exec(
        words,
      )
    if (!kind) return null
    const age = kind[1] === undefined ? null : Number(kind[1])
    const lowers = headWords(words)
    const [isHer, isHim] = [
      lowers.some(lower => femaleWords.has(lower)),
      lowers.some(lower => maleWords.has(lower)),
    ]
    const fits = ({ gender, age: own }: Person) =>
      (age === null || own === null || own === age) &&
      !(isHer && gender === 'male') &&
      !(isHim && gender === 'female')
    const last = [...this.#spoken, ...this.#subjects]
      .filter(each => each.at < at && at - each.at < 900 && !('isInner' in each && each.isInner))
      .sort((a, b) => b.at - a.at)[0]?.source.person
    return last && fits(last) ? last : null
  }

  /** Whom a verb without a subject goes back to: who spoke last, else whom the text was about last. */
  #leftOut(at: number): Source | null {
    const spoken = this.#spoken.findLast(({ isInner, source }) => !isInner && source.name !== 'author')
    const told = this.#subjects.findLast(each => each.at < at)
    const last = spoken && at - spoken.at < 700 ? spoken : told && at - told.at < 400 ? told : null
    return last && { ...last.source, certainty: 'inferred', isPronoun: true }
  }

  /** "It said": the body or the paper that spoke last. */
  #body(at: number): Source | null {
    const last = this.#spoken.findLast(
      ({ at: spoken, source, gender, isGroup }) =>
        at - spoken < 700 && source.person === null && gender === 'unknown' && (isGroup || !source.isPronoun),
    )
    // "The department has sent us a few lines. It says …".
    const before = this.#text
      .slice(Math.max(0, at - 400), at)
      .replace(/[“"«][^“”"«»]*[”"»],?\s*$/, '')
      .slice(-200)
    const body =
      /(?:^|[.!?”"\n]\s+)((?:The|Its|A|An)\s(?:[\p{L}’'-]+\s){0,3}?(department|agency|company|union|report|office|authority|district|council|board|ministry|hospital|watchdog|federation|lawsuit|complaint|statement|letter|group))\b[^.!?\n]*[.!?]\s+$/u.exec(
        before,
      )
    if (body?.[1] && (!last || at - last.at > before.length - body.index))
      return { name: body[1], person: null, certainty: 'inferred', isPronoun: true }
    return last ? { ...last.source, certainty: 'inferred', isPronoun: true } : null
  }

  /** A name behind "of", "for" and the like is not the one who speaks. */
  #isLinkedBy(start: number, mention: Mention): boolean {
    return /\b(?:of|for|with|from|about|representing|to|on|aboard|inside|in|outside|near|at|de|del|para|by|against|after)\s+(?:\p{L}+\s+){0,3}$/u.test(
      this.#text.slice(start, mention.titleStart),
    )
  }

  #relative(possessive: Mention, role: string): Person | null {
    const fits = this.#people.persons.filter(person => person !== possessive.person && person.roles.has(role))
    return fits.length === 1 &&
      relationNouns.has(role) &&
      person1(fits)?.surname === possessive.person.surname
      ? person1(fits)
      : null
  }

  #holderOf(words: readonly { readonly lower: string }[]): Person | null {
    const lowers = words.map(({ lower }) => lower.replace(/'s$/, ''))
    if (!/^(?:the|his|her|their|el|la|su)$/.test(lowers[0] ?? '') && !titles.has(lowers[0] ?? '')) return null
    if (words.some(({ lower }, index) => index > 0 && lower.endsWith("'s"))) return null
    const stop = lowers.findIndex(lower => /^(?:of|for|from|with|de)$/.test(lower))
    const head = (stop < 0 ? lowers : lowers.slice(0, stop)).at(-1) ?? ''
    if (
      !singleOffices.test(head) &&
      !/^(?:grand|step)\p{L}+$|^(?:nephew|niece|aunt|uncle|partner|girlfriend|boyfriend|fiancée?|abuel[oa]|tí[oa]|prim[oa]|hij[oa]|espos[oa]|fiscal|alguacil)$/u.test(
        head,
      )
    )
      return null
    const fits = this.#people.persons.filter(({ roles }) => roles.has(head))
    return fits.length === 1 ? person1(fits) : null
  }

  #antecedent(at: number, kind: 'female' | 'male' | 'plural' | 'self'): Source | null {
    if (kind === 'self') return { name: 'author', person: null, certainty: 'unknown', isPronoun: true }
    if (kind === 'plural') {
      const spoken = this.#spoken.findLast(each => each.isGroup && at - each.at < 700)
      const told = this.#subjects.findLast(each => each.isGroup && each.at < at && at - each.at < 300)
      // Who spoke last; a group that a sentence is about where none has.
      const group = spoken ?? told
      // "Three women have signed statements. They say …": whom the sentence before is about.
      const before = this.#text
        .slice(Math.max(0, at - 260), at)
        // "The marchers linked arms. “…,” they sang."
        .replace(/[“"«][^“”"«»]*[”"»],?\s*$/, '')
      const several =
        /(?:^|[.!?”"\n]\s+)((?:(?:The|Two|Three|Four|Five|Six|Several|Some|Many|Other|Both|His|Her|\d+)\s)(?:\p{Ll}+\s){0,2}?(\p{Ll}+))\b[^.!?\n]*[.!?]\s+$/u.exec(
          before,
        )
      const noun = several?.[2] ?? ''
      const isSeveral =
        several?.[1] !== undefined &&
        (/^(?:women|men|people|family|relatives|parents)$/.test(noun) ||
          (noun.endsWith('s') && (roleNouns.has(noun.slice(0, -1)) || roleNouns.has(noun)))) &&
        (!group || at - group.at > before.length)
      if (isSeveral && several?.[1])
        return { name: several[1], person: null, certainty: 'inferred', isPronoun: true }
      return group
        ? { ...group.source, certainty: 'inferred', isPronoun: true }
        : { name: 'they', person: null, certainty: 'unknown', isPronoun: true }
    }
    const fits = (gender: Gender) => gender === kind || gender === 'unknown'
    const sure = (gender: Gender) => gender === kind
    const genderOf = (each: Spoken | Subject) => each.source.person?.gender ?? each.gender
    const subject = this.#subjects.findLast(
      each =>
        each.at < at && !each.isGroup && !isBody(each.source) && fits(genderOf(each)) && at - each.at < 350,
    )
    const lastSpoken = this.#spoken.findLast(
      each =>
        !each.isGroup &&
        !isBody(each.source) &&
        each.source.name !== this.#turn?.name &&
        fits(genderOf(each)) &&
        at - each.at < 900 &&
        each.source.name !== 'author' &&
        (each.source.person !== null || !isEvidence(each.source.name)),
    )
    const named = this.#people.mentions.findLast(
      mention =>
        mention.start < at &&
        at - mention.start < 600 &&
        !mention.isPossessive &&
        fits(mention.person.gender) &&
        !this.#heads.has(mention.start),
    )
    const near = this.#describedBefore(at, kind)
    // "‘The guard had his earbuds in,’ she said": whom the quote speaks of does not speak it.
    const described =
      near !== null &&
      /^[^‘“"«]*[’”"»]\s*,?\s*$/u.test(this.#text.slice(near.at, at)) &&
      /[‘“"«][^’”"»]{0,200}$/u.test(this.#text.slice(Math.max(0, near.at - 200), near.at))
        ? null
        : near
    // "My friend who sells tickets she told me": whom the same sentence describes.
    const isSame =
      described !== null && at - described.at < 60 && !/[.!?\n]/.test(this.#text.slice(described.at, at))
    const candidates = [
      ...(lastSpoken
        ? [
            {
              at: lastSpoken.at,
              source: lastSpoken.source,
              weight:
                (sure(genderOf(lastSpoken))
                  ? 500
                  : lastSpoken.source.person
                    ? 350
                    : this.#isRightBefore(lastSpoken, at)
                      ? 470
                      : 300) - (lastSpoken.isInner ? 80 : 0),
            },
          ]
        : []),
      ...(subject
        ? [
            {
              at: subject.at,
              source: subject.source,
              weight:
                (sure(genderOf(subject)) ? (this.#isRightBefore(subject, at) ? 500 : 390) : 290) -
                (subject.isReported ? 200 : 0),
            },
          ]
        : []),
      ...(named
        ? [
            {
              at: named.start,
              source: {
                name: named.person.name,
                person: named.person,
                certainty: 'inferred' as const,
                isPronoun: true,
              },
              weight: (sure(named.person.gender) ? 260 : 0) + (this.#isSubject(named) ? 160 : 0),
            },
          ]
        : []),
      ...(described ? [{ at: described.at, source: described.source, weight: isSame ? 480 : 150 }] : []),
    ].map(each => ({ ...each, score: each.weight - (at - each.at) * 0.6 }))
    const best = candidates
      .map(each => ({ ...each, score: each.score + (each.source.person ? 120 : 0) }))
      .sort((a, b) => b.score - a.score)[0]
    if (!best)
      return { name: kind === 'female' ? 'she' : 'he', person: null, certainty: 'unknown', isPronoun: true }
    if (best.source.person && best.source.person.gender === 'unknown') best.source.person.gender = kind
    return { ...best.source, certainty: 'inferred', isPronoun: true }
  }

  /** Whether who spoke did so in the sentence before, of what they themselves say. */
  #isRightBefore({ at: spoken, ...each }: Spoken | Subject, at: number): boolean {
    const between = this.#text.slice(spoken, at).replace(/[“‘"«][^”’"»\n]*[”’"»](?![\p{L}])/gu, ' ')
    const isInner = 'isInner' in each && each.isInner
    return !isInner && !between.includes('\n') && (between.match(/[.!?]\s/g)?.length ?? 0) <= 1
  }

  #isSubject(mention: Mention): boolean {
    const before = this.#text.slice(Math.max(0, mention.titleStart - 3), mention.titleStart)
    return mention.titleStart === 0 || /[.!?”"\n]\s*$/.test(before)
  }

  /** "A neighbor": someone described and not named, shortly before a pronoun. */
  #describedBefore(
    at: number,
    kind: 'female' | 'male',
  ): { readonly at: number; readonly source: Source } | null {
    const from = Math.max(0, at - 260)
    const words = wordsOf(this.#text, from, at)
    let nearest: { readonly at: number; readonly source: Source } | null = null
    for (let index = words.length - 1; index > 0; index--) {
      const word = words[index]
      const previous = words[index - 1]
      if (!word || !previous || !roleNouns.has(word.lower) || groupNouns.has(word.lower)) continue
      const isOther = kind === 'female' ? maleWords.has(word.lower) : femaleWords.has(word.lower)
      if (
        isOther ||
        !/^(?:a|an|the|one|another|my|our|his|her|their|un|una|el|la|mi|su)$/.test(previous.lower) ||
        this.#heads.has(word.start)
      )
        continue
      const found = {
        at: previous.start,
        source: {
          name: this.#text.slice(previous.start, word.end),
          person: null,
          certainty: 'inferred' as const,
          isPronoun: true,
        },
      }
      // Who a sentence is about comes before those whom it only names.
      const isSubject =
        previous.start === 0 ||
        /[.!?”"\n]\s*$/.test(this.#text.slice(Math.max(0, previous.start - 3), previous.start))
      if (isSubject) return found
      nearest ??= found
      if (/[.!?]\s/.test(this.#text.slice(word.end, nearest.at))) return nearest
    }
    return nearest
  }
}

/** The words before "of", "for" and the like: what they are themselves. */
const headWords = (words: string) =>
  wordsOf(
    words.split(/\b(?:for|of|from|with|to|in|at|on|near|by|who|that|behind|outside|inside|beside)\b/)[0] ??
      '',
  ).map(({ lower }) => lower.replace(/'s$/, ''))

/** "The department", "El hospital": nobody whom "she" or "he" could mean. */
const isBody = ({ person, name }: Source) => {
  const head = headWords(name).at(-1) ?? ''
  return person === null && bodyWords.has(head) && !roleNouns.has(head)
}

/** Whether words name one person by what they are. */
function isOne(words: string): boolean {
  const head = headWords(words).at(-1) ?? ''
  return roleNouns.has(head) && !groupNouns.has(head) && !/s$/.test(head.replace(/ss$/, ''))
}

function person1(persons: readonly Person[]): Person | null {
  return persons[0] ?? null
}

/** The words as they stand, without what leads into them. "The park's owner, Tidewater Live": the name says it. */
function clean(words: string): string {
  const named = /,\s+(\p{Lu}[\p{L}.'’&-]+(?: \p{Lu}[\p{L}.'’&-]+){0,3})$/u.exec(words)?.[1]
  const shown = named ?? words
  return shown
    .replace(/\s+/g, ' ')
    .replace(/^(?:but|and|then|later|meanwhile|however)\s+/i, '')
    .replace(/,\s\d{1,3}$/, '')
    .replace(/,?\s(?:que|quien|quienes)\s.*$/u, '')
    .replace(/\sof (?:his|hers|theirs|mine|ours)$/, '')
    .replace(/\s(?:of|in|at|for|from|with|to)$/, '')
    .replace(/[\s,]+$/, '')
}
