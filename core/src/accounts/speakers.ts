import { namesGiven } from './alias-names.ts'
import { ByPlace } from './by-place.ts'
import { canBe, described, holderOf, isNewTo, isOfOneAge } from './called-again.ts'
import { describedBefore } from './described-before.ts'
import { bodyBefore, ownerBefore, senderBefore } from './it-said.ts'
import { jointBefore } from './joint-before.ts'
import { relativeOf } from './kin-of.ts'
import { functionWords } from './lexicon/function-words.ts'
import { numberWords } from './lexicon/number-words.ts'
import {
  bodyWords,
  femaleWords,
  groupNouns,
  maleWords,
  relationNouns,
  roleNouns,
  titles,
} from './lexicon/people-words.ts'
import { memberOf } from './member-of.ts'
import { isEvidence, isNounPhrase } from './noun-phrases.ts'
import { ownerOf, senderBehind } from './owned-words.ts'
import type { Gender, Mention, People, Person } from './people.ts'
import { severalBefore } from './several-before.ts'
import {
  clean,
  headWords,
  inferred,
  isBody,
  isHuman,
  isNoName,
  isOne,
  isSeveral,
  isThing,
  pronouns,
  singleOffices,
} from './source-words.ts'
import { isRightBefore, isSameSentence, type Manner, type Spoken, type Subject } from './spoken.ts'
import { beforeVerb, beginsWithVerb, behindLead, isNobody } from './whole-subject.ts'
import { wordsOf } from './words.ts'

/** Who words are put down to. `person` is set when they are named somewhere in the account. */
export interface Source {
  /** The name, or the words by which the account calls them. */
  readonly name: string
  readonly person: Person | null
  readonly certainty: 'certain' | 'inferred' | 'unknown'
  readonly isPronoun: boolean
}

/** What lies in an earlier paragraph is further away. */
const otherParagraph = 70

/** Reads one account from front to back and remembers who has spoken and who was named. */
export class SourceFinder {
  readonly #text: string
  readonly #people: People
  readonly #mentions: ByPlace<Mention>
  readonly #heads: ReadonlySet<number>
  /** The text in lower case, once it is asked for. */
  #lower: string | null = null
  readonly #spoken: Spoken[] = []
  readonly #subjects: Subject[] = []
  #turn: Source | null = null
  #except: Source | null = null
  #manner: Manner = {}
  /** What pronouns have told of those without a name. */
  readonly #genders = new Map<string, Gender>()

  /** `heads` are places in headlines, where nobody is introduced. */
  constructor(text: string, people: People, heads: ReadonlySet<number>) {
    this.#text = text
    this.#people = people
    this.#mentions = new ByPlace(people.mentions)
    this.#heads = heads
  }

  /** Whom the words from `start` to `end` mean. Remembers them as having spoken. */
  read(start: number, end: number, how: Manner = {}): Source | null {
    this.#manner = how
    const source = this.#sourceOf(start, end)
    this.#manner = {}
    if (source) this.#remember(start, end, source, how)
    return source
  }

  /** Exact words that stand alone at `at` and were put down to somebody by those around them: a pronoun behind them may mean them. */
  noteSpoken(at: number, source: Source): void {
    const gender = source.person?.gender ?? this.#genders.get(source.name) ?? 'unknown'
    const entry = {
      at,
      source,
      gender,
      isGroup: groupNouns.has(headWords(source.name).at(-1) ?? ''),
      manner: {},
    }
    const index = this.#spoken.findLastIndex(each => each.at < at)
    this.#spoken.splice(index + 1, 0, entry)
  }

  /** Whose turn it is in a transcript: no "she" in it is theirs. Null for other paragraphs. */
  takeTurn(speaker: Source | null): void {
    this.#turn = speaker
  }

  /** Remembers whom a sentence is about, or whose account it speaks of (`isOwner`): a pronoun in the next may mean them. */
  note(start: number, end: number, isOwner: boolean, isReported: boolean): void {
    const pronoun = this.#text.slice(start, end).trim().toLowerCase()
    if (/^(?:(?:they|it|we|i|ellos|ellas)$|(?:they|it|we|i)['’])/.test(pronoun)) return
    if (/^(?:he|she|él|ella)$/.test(pronoun)) {
      this.#goOn(start, end, /^(?:she|ella)$/.test(pronoun) ? 'female' : 'male', isReported)
      return
    }
    const source = this.#sourceOf(start, end)
    if (!source || source.certainty === 'unknown') return
    const whole = this.#text.slice(start, end)
    const words = whole.slice(0, beforeVerb(whole))
    const { person, name } = source
    // Who is introduced here may speak next; of whom the account has told before, and who has not spoken, it tells on.
    const isIntroduced = person
      ? (this.#people.mentions.find(each => each.person === person && !this.#heads.has(each.start))?.start ??
          0) >= start
      : (/^(?:an?|one|another|una?|his|her|their|su)\b|['’]s\s\p{Ll}+$/iu.test(words) ||
          /^(?:the|another) (?:[\p{Ll}-]+ )?(?:other|second|third|first|elder|younger|older)(?: one)?$/iu.test(
            words,
          ) ||
          this.#isFirst(words, start) ||
          // "The owner of the car wash", "the man who filmed it": told apart by what follows, and so new.
          (/^(?:the|el|la)\s/i.test(words) &&
            /^(?:.*\s|,?\s)(?:of|who|whose|from|de|del|que)\b/u.test(
              `${words} ${this.#text.slice(end, end + 8)}`,
            ))) &&
        isOne(words)
    const hasSpoken = this.#spoken.some(({ source: each }) =>
      person ? each.person === person : each.name === name,
    )
    const head = headWords(words).at(-1) ?? ''
    const isGroup = person === null && (groupNouns.has(head) || (roleNouns.has(head) && !isOne(words)))
    const isProper =
      person === null &&
      !functionWords.has(head) &&
      // "Three, into the air."
      !(head in numberWords) &&
      isNounPhrase(words, { start: 0, end: words.length }) &&
      /^\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)?$/u.test(words) &&
      !bodyWords.has(head) &&
      !isNoName(words, this.#text.slice(end, end + 9))
    const isSomebody = person !== null || (isHuman(source) && isOne(words))
    if (isOwner || isIntroduced || hasSpoken || isGroup || isProper || isSomebody)
      this.#subjects.push({
        isTold: !(isOwner || isIntroduced || hasSpoken || isGroup || isProper),
        isGroup,
        at: start,
        source,
        gender: this.#genderOf(start, end, source),
        isReported,
      })
  }

  /** "The science teacher", where no teacher was spoken of before. */
  #isFirst(words: string, start: number): boolean {
    const head = /^(?:the|el|la)\s/i.test(words) ? headWords(words).at(-1) : undefined
    if (head === undefined) return false
    this.#lower ??= this.#text.toLowerCase()
    const at = this.#lower.indexOf(head)
    return at < 0 || at >= start
  }

  /** "She thought about it.": whom the sentences before were about, this one is about too. */
  #goOn(start: number, end: number, gender: Gender, isReported: boolean): void {
    const source = this.#sourceOf(start, end)
    if (!source || source.certainty === 'unknown') return
    this.#subjects.push({ isGroup: false, at: start, source, gender, isReported, isTold: true })
  }

  /** Who answers whoever spoke last: the one before them who spoke or did something. */
  other(at: number): Source | null {
    const seen = [...this.#spoken, ...this.#subjects]
      .filter(each => each.at < at && at - each.at < 900 && !each.isGroup && each.source.name !== 'author')
      .filter(({ source }) => source.person !== null || isHuman(source))
      .sort((a, b) => b.at - a.at)
    const last = this.#spoken.findLast(({ manner }) => !manner.isInner)?.source.name ?? seen[0]?.source.name
    const found = seen.find(({ source }) => source.name !== last)
    return found ? { ...found.source, certainty: 'inferred', isPronoun: false } : null
  }

  /** Somebody who was asked: what follows is theirs to answer. */
  noteAsked(start: number, end: number): void {
    const source = this.#sourceOf(start, end)
    if (!source || source.certainty === 'unknown') return
    // "We have spoken to Hamid": a name alone.
    const isName = /^\p{Lu}\p{Ll}+$/u.test(source.name) && !bodyWords.has(source.name.toLowerCase())
    if (source.person === null && !isHuman(source) && !isName) return
    const gender = this.#genderOf(start, end, source)
    this.#subjects.push({ isGroup: false, at: start, source, gender, isReported: false, isTold: false })
  }

  /** The same without remembering: for those who are spoken to. `except` is whoever says the words around: no "she" in them is hers. */
  peek(start: number, end: number, except: Source | null = null): Source | null {
    this.#except = except
    const source = this.#sourceOf(start, end)
    this.#except = null
    return source
  }

  #remember(start: number, end: number, source: Source, manner: Manner): void {
    // A "they" goes on with those whom the last one meant.
    const called = `${this.#text.slice(start, end)} ${source.isPronoun ? source.name : ''}`
    const isGroup = source.person === null && isSeveral(called)
    this.#spoken.push({
      at: start,
      source,
      gender: this.#genderOf(start, end, source),
      isGroup,
      manner,
    })
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
    // "Lamentó la muerte y dijo": the verb stands for whoever the sentence before was of.
    if (beginsWithVerb(text)) return this.#leftOut(start)
    const length = beforeVerb(text)
    if (length < text.length)
      return this.#sourceOf(start, start + this.#text.slice(start, end).indexOf(text) + length)
    const isAlone =
      words.length === 1 || (words.length === 2 && !/^(?:her|him|them|his|their)$/.test(first.lower))
    const kind = isAlone ? pronouns[first.lower.replace(/'(?:s|re)$/, '')] : undefined
    // "Her last message": hers.
    const owner = ownerOf(text) ?? /^(.{2,40})['’]s? voice$/iu.exec(text)?.[1] ?? null
    if (owner !== null) return this.#sourceOf(start, start + owner.length)
    const sender = senderBehind(text, this.#text.slice(end, end + 80))
    if (sender) return this.#sourceOf(end + sender.start, end + sender.end)
    if (first.lower === 'it' && words.length === 1) return this.#body(start)
    if (kind !== undefined) return this.#antecedent(start, kind)
    // "One, a man with a bandaged hand, told her", "one, whom we are calling Teo": who that is stands behind it.
    const apposed = /^(?:one|another|una?|otr[oa])$/i.test(text)
      ? /^, ((?:an?|the|una?|whom? (?:we|I)(?: are|['’]re|['’]ll| will)? call(?:ing)?|who asked to be (?:called|known as))\s(?:[\p{L}-]+))(?=[\s,.])/u.exec(
          this.#text.slice(end, end + 120),
        )?.[1]
      : undefined
    if (apposed !== undefined) {
      const name = apposed.replace(/^who.*\s/u, '')
      const person = this.#people.persons.find(each => each.name === name) ?? null
      return { name, person, certainty: 'certain', isPronoun: false }
    }
    // "His roommate, who asked to be identified only as Theo".
    const alias = namesGiven(this.#text.slice(end, end + 90).split(/[.;“"«]/)[0] ?? '')[0]
    const aliased = this.#people.persons.find(({ name }) => name === alias)
    if (aliased && /^,\s/.test(this.#text.slice(end, end + 2)))
      return { name: aliased.name, person: aliased, certainty: 'certain', isPronoun: false }
    const inside = this.#mentions.at({ start, end }).filter(each => each.start >= start && each.start < end)
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
    const member = memberOf(text, this.#text.slice(Math.max(0, start - 300), start))
    if (member !== null) return { name: member, person: null, certainty: 'certain', isPronoun: false }
    const parent = relativeOf(text, this.#text, this.#people, start)
    if (parent) return { name: parent.name, person: parent, certainty: 'inferred', isPronoun: false }
    const byRole = possessive ? this.#relative(possessive, words.at(-1)?.lower ?? '') : this.#holderOf(words)
    if (byRole) return { name: byRole.name, person: byRole, certainty: 'certain', isPronoun: false }
    const called = this.#calledBy(text, start, end)
    if (called) return called
    const from = behindLead(text)
    if (from === null && isNobody(text)) return null
    return { name: clean(text.slice(from ?? 0)), person: null, certainty: 'certain', isPronoun: false }
  }

  /** "The 71-year-old", "the mother of three", "the officer": who spoke or was introduced last, or whose office it is, unless an age or a word speaks against it. */
  #calledBy(words: string, at: number, end: number): Source | null {
    const description = described(words)
    if (!description) return null
    const holder = holderOf(description, this.#people, this.#text, at)
    if (holder) return { name: holder.name, person: holder, certainty: 'inferred', isPronoun: false }
    if (
      !description.isBackward &&
      !isNewTo(description, this.#text.slice(0, at), this.#text.slice(end, end + 10))
    )
      return null
    const last = [...this.#spoken, ...this.#subjects]
      .filter(each => each.at < at && at - each.at < 900 && !('manner' in each && each.manner.isInner))
      .filter(each => !each.isGroup && !isBody(each.source) && each.source.name !== this.#except?.name)
      .sort((a, b) => b.at - a.at)[0]
    if (!last) return null
    const { person } = last.source
    const fits = person
      ? canBe(description, person)
      : isHuman(last.source) &&
        isOfOneAge(description, last.source.name) &&
        (description.gender === 'unknown' ||
          last.gender === 'unknown' ||
          last.gender === description.gender) &&
        at - last.at < 400
    return fits ? { ...last.source, certainty: 'inferred', isPronoun: false } : null
  }

  /** Whom a verb without a subject goes back to: who spoke last, else whom the text was about last. */
  #leftOut(at: number): Source | null {
    const spoken = this.#spoken.findLast(
      ({ manner, source }) =>
        !manner.isInner && source.name !== 'author' && source.name !== this.#except?.name,
    )
    const told = this.#subjects.findLast(each => each.at < at)
    // Whom the sentence before is about goes before whoever spoke earlier.
    const isNearer =
      told !== undefined &&
      !told.isReported &&
      !told.isGroup &&
      told.at > (spoken?.at ?? 0) &&
      (told.source.person !== null || isHuman(told.source)) &&
      at - told.at < 250
    const last =
      spoken && at - spoken.at < 700 && !isNearer ? spoken : told && at - told.at < 400 ? told : null
    return last && { ...last.source, certainty: 'inferred', isPronoun: true }
  }

  /** "It said": the body or the paper that spoke last. */
  #body(at: number): Source | null {
    const last = this.#spoken.findLast(
      ({ at: spoken, source, gender, isGroup }) =>
        at - spoken < 700 && gender === 'unknown' && (isGroup ? source.person === null : isThing(source)),
    )
    const lead = this.#text.slice(Math.max(0, at - 400), at).replace(/[“"«][^“”"«»]*[”"»],?\s*$/, '')
    const before = lead.slice(-200)
    const origin = Math.max(0, at - 400) + lead.length - before.length
    for (const span of [senderBefore(before), ownerBefore(before)]) {
      const source = span && this.#sourceOf(origin + span.start, origin + span.end)
      if (source && source.certainty !== 'unknown')
        return { ...source, certainty: 'inferred', isPronoun: true }
    }
    const body = bodyBefore(before)
    if (body && (!last || at - last.at > before.length - body.start))
      return {
        name: before.slice(body.start, body.end),
        person: null,
        certainty: 'inferred',
        isPronoun: true,
      }
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
    return fits.length === 1 && relationNouns.has(role) ? (fits[0] ?? null) : null
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
    return fits.length === 1 ? (fits[0] ?? null) : null
  }

  #antecedent(at: number, kind: 'female' | 'male' | 'plural' | 'self'): Source | null {
    if (kind === 'self') return { name: 'author', person: null, certainty: 'unknown', isPronoun: true }
    if (kind === 'plural') {
      const spoken = this.#spoken.findLast(each => each.isGroup && at - each.at < 700)
      const told = this.#subjects.findLast(each => each.isGroup && each.at < at && at - each.at < 300)
      // Who spoke last; a group that a sentence is about where none has.
      const group = spoken ?? told
      const both = jointBefore(this.#text.slice(Math.max(0, at - 260), at))
      if (both) {
        const from = Math.max(0, at - 260)
        return {
          name: this.#text.slice(from + both.start, from + both.end),
          person: null,
          certainty: 'inferred',
          isPronoun: true,
        }
      }
      const several = severalBefore(this.#text, at, group ? at - group.at : null)
      if (several !== null) return { name: several, person: null, certainty: 'inferred', isPronoun: true }
      return group
        ? { ...group.source, certainty: 'inferred', isPronoun: true }
        : { name: 'they', person: null, certainty: 'unknown', isPronoun: true }
    }
    const fits = (gender: Gender) => gender === kind || gender === 'unknown'
    const sure = (gender: Gender) => gender === kind
    const genderOf = (each: Spoken | Subject) =>
      each.source.person?.gender ??
      (each.gender === 'unknown' ? (this.#genders.get(each.source.name) ?? 'unknown') : each.gender)
    const lastQuoted = this.#spoken.findLast(({ manner }) => !manner.isInner)
    // "“…,” a constable told her. “…,” she told him": who was spoken to answers, and who spoke is spoken to.
    const { to = 'unknown' } = this.#manner
    const addressed =
      lastQuoted &&
      at - lastQuoted.at < 400 &&
      !sure(genderOf(lastQuoted)) &&
      (lastQuoted.manner.to === kind || (to !== kind && to !== 'unknown'))
        ? lastQuoted.source.name
        : null
    const subject = this.#subjects.findLast(
      each =>
        each.at < at &&
        !each.isGroup &&
        !isBody(each.source) &&
        each.source.name !== this.#except?.name &&
        each.source.name !== addressed &&
        !(this.#manner.isAside && each.source.person === null && isSameSentence(this.#text, each.at, at)) &&
        fits(genderOf(each)) &&
        at - each.at < 350,
    )
    const couldSpeak = (each: Spoken) =>
      // "Según él, …": what stands behind it in its sentence was read before it.
      each.at < at &&
      each.source.name !== addressed &&
      !each.isGroup &&
      !isBody(each.source) &&
      each.source.name !== this.#turn?.name &&
      each.source.name !== this.#except?.name &&
      fits(genderOf(each)) &&
      // Whoever is known to be a he or a she is remembered for longer than who might be.
      at - each.at < (sure(genderOf(each)) && each.source.person ? 1800 : 900) &&
      each.source.name !== 'author' &&
      (each.source.person !== null || !isEvidence(each.source.name))
    // Who is only said to have said something comes after who says so, and is weighed by itself.
    const speakers = [
      this.#spoken.findLast(each => couldSpeak(each) && !each.manner.isInner),
      this.#spoken.findLast(each => couldSpeak(each) && !each.manner.isInner && !each.manner.isAsking),
      this.#spoken.findLast(each => couldSpeak(each) && each.manner.isInner),
    ].flatMap(each => (each ? [each] : []))
    const named = this.#mentions
      .at({ start: at - 600, end: at })
      .findLast(
        mention =>
          mention.start < at &&
          at - mention.start < 600 &&
          mention.person.name !== this.#except?.name &&
          mention.person.name !== addressed &&
          fits(mention.person.gender) &&
          !this.#heads.has(mention.start),
      )
    const found = describedBefore(this.#text, this.#people, this.#heads, at, kind)
    const isOther =
      found !== null &&
      ((this.#genders.get(found.source.name) ?? kind) !== kind ||
        found.source.name === addressed ||
        (this.#manner.isAside && isSameSentence(this.#text, found.at, at)) ||
        (this.#except !== null &&
          headWords(found.source.name).at(-1) === headWords(this.#except.name).at(-1)))
    const near = isOther ? null : found
    // Within what somebody says, whom they speak of: who was named or described last, and not who is quoted elsewhere.
    if (this.#except !== null) {
      const last = [
        ...(named ? [{ at: named.start, source: inferred(named.person) }] : []),
        ...(near ? [near] : []),
        ...(subject ? [subject] : []),
      ].sort((a, b) => b.at - a.at)[0]
      if (last) return { ...last.source, certainty: 'inferred', isPronoun: true }
    }
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
    const opening = this.#text.lastIndexOf('\n', at)
    // "The boy had built what he called “…”": whom the clause is about.
    const isOwn = subject !== undefined && !this.#manner.isAside && isSameSentence(this.#text, subject.at, at)
    const candidates = [
      ...speakers.map(spoken => ({
        at: spoken.at,
        source: spoken.source,
        weight:
          (sure(genderOf(spoken))
            ? spoken.source.person === null && isRightBefore(this.#text, spoken, at) && isHuman(spoken.source)
              ? 600
              : 500
            : spoken.source.person
              ? 350
              : isRightBefore(this.#text, spoken, at) && isHuman(spoken.source)
                ? 470
                : 300) -
          (spoken.manner.isInner ? 120 : 0) -
          (spoken.manner.isAsking || (this.#manner.isQuestion && spoken === lastQuoted) ? 250 : 0),
      })),
      ...(subject
        ? [
            {
              at: subject.at,
              source: subject.source,
              weight:
                (isRightBefore(this.#text, subject, at) &&
                (subject.source.person !== null || isHuman(subject.source))
                  ? subject.source.person
                    ? 500
                    : 600
                  : sure(genderOf(subject))
                    ? 390
                    : 290) - (isOwn ? 0 : (subject.isReported ? 200 : 0) + (subject.isTold ? 120 : 0)),
            },
          ]
        : []),
      ...(named
        ? [
            {
              at: named.start,
              source: inferred(named.person),
              weight:
                (sure(named.person.gender) ? 260 : 0) +
                (this.#isSubject(named) ? 160 : 0) -
                (named.isPossessive ? 120 : 0),
            },
          ]
        : []),
      ...(described ? [{ at: described.at, source: described.source, weight: isSame ? 480 : 150 }] : []),
    ].map(each => ({
      ...each,
      score:
        each.weight -
        (at - each.at) * 0.6 -
        (each.at < opening ? otherParagraph : 0) +
        (each.source.person ? 120 : 0),
    }))
    const best = candidates.sort((a, b) => b.score - a.score)[0]
    // A given name may mislead: whom the sentence before is about, if nobody else is there.
    const only = best
      ? null
      : this.#subjects.findLast(
          each =>
            each.source.person !== null &&
            each.at < at &&
            at - each.at < 200 &&
            each.source.name !== this.#except?.name,
        )
    if (only) return { ...only.source, certainty: 'inferred', isPronoun: true }
    if (!best)
      return { name: kind === 'female' ? 'she' : 'he', person: null, certainty: 'unknown', isPronoun: true }
    if (best.source.person && best.source.person.gender === 'unknown') best.source.person.gender = kind
    if (best.source.person === null) this.#genders.set(best.source.name, kind)
    return { ...best.source, certainty: 'inferred', isPronoun: true }
  }

  #isSubject(mention: Mention): boolean {
    const before = this.#text.slice(Math.max(0, mention.titleStart - 3), mention.titleStart)
    return mention.titleStart === 0 || /[.!?”"\n]\s*$/.test(before)
  }
}
