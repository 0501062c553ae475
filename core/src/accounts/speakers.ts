import { namesGiven } from './alias-names.ts'
import { antecedentOf } from './antecedent.ts'
import { ByPlace } from './by-place.ts'
import {
  canAlsoBe,
  canBe,
  described,
  holderOf,
  isAddedTo,
  isNewTo,
  isOfOneAge,
  leadOf,
} from './called-again.ts'
import { callingIn } from './calling-in.ts'
import { bodyBefore, ownerBefore, senderBefore } from './it-said.ts'
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
import { spanishSayingVerbs } from './lexicon/reporting.ts'
import { memberOf } from './member-of.ts'
import { isNounPhrase } from './noun-phrases.ts'
import { ownerOf, senderBehind } from './owned-words.ts'
import type { Gender, Mention, People, Person } from './people.ts'
import {
  clean,
  headWords,
  isBody,
  isHuman,
  isNoName,
  isOne,
  isSeveral,
  isThing,
  pronouns,
  singleOffices,
} from './source-words.ts'
import { isSameSentence, type Manner, type Memory, type Spoken, type Subject } from './spoken.ts'
import { beforeVerb, beginsWithVerb, behindLead, isNobody, withoutTimes } from './whole-subject.ts'
import { wordsOf } from './words.ts'

/** Who words are put down to. `person` is set when they are named somewhere in the account. */
export interface Source {
  /** The name, or the words by which the account calls them. */
  readonly name: string
  readonly person: Person | null
  readonly certainty: 'certain' | 'inferred' | 'unknown'
  readonly isPronoun: boolean
  /** What the account calls them here, where that is not their name: "his sister", and of a "she" what was said of whom it means. */
  readonly called?: string
}

/** A word with or without a capital. */
const anyCase = (word: string) => `[${word.slice(0, 1).toUpperCase()}${word.slice(0, 1)}]${word.slice(1)}`

/** "The district attorney" is another than the family's attorney, unless somebody who is named is called so in full. */
function isOtherOffice(words: string, text: string): boolean {
  const [, office = '', head = ''] =
    /^the (district|county|city|state|federal|assistant|deputy|prosecuting|defen[cs]e|medical|fire) (attorney|judge|manager|examiner|commissioner|chief)$/i.exec(
      words,
    ) ?? []
  return (
    office !== '' &&
    !new RegExp(
      `${anyCase(office)} ${anyCase(head)}\\p{L}*,? \\p{Lu}|\\p{Lu}\\p{L}+, (?:the |a )?${anyCase(office)} ${anyCase(head)}`,
      'u',
    ).test(text)
  )
}

/** Whose paper the words before "it" speak of, with the paper. */
function paperOf(words: string): { readonly called: string } | null {
  const paper =
    /^[^.!?\n“”]{2,50}?['’]s? (?:[\p{L}-]+ ){0,2}?(?:report|statement|letter|e-?mail|memo|note|post|message|affidavit|diary|log|account)\b/u.exec(
      words,
    )?.[0]
  return paper === undefined ? null : { called: paper }
}

/** "A courtly man named Dabney", of whom nothing more is named. */
const namedAlone =
  /^(?:the|an?|his|her|their|one) .{2,60} (?:named|identified (?:only )?as) (\p{Lu}[\p{L}’'-]+)$/iu

/** Those whom a paper names by a number or a letter. */
const numbered =
  /^, ((?:Witness|Officer|Deputy|Agent|Trooper|Guard|Nurse|Juror|Employee|Resident|Inmate|Student|Civilian|Person) (?:No\. ?|#)?(?:\d{1,3}|\p{Lu}))(?=[,.;])/u

/** A question, and words right behind it. */
const answers = /\?[”"’'][^“”"\n]{0,60}[.\n]\s*[“"‘'][^“”"\n]{1,160}[”"’']\s*$/u

/** No more of those who were spoken of last are tried for a description. */
const mostTried = 3

/** Reads one account from front to back and remembers who has spoken and who was named. */
export class SourceFinder {
  readonly #text: string
  readonly #people: People
  readonly #memory: Memory
  /** The text in lower case, once it is asked for. */
  #lower: string | null = null

  /** `heads` are places of names in headlines, where nobody is introduced. */
  constructor(
    text: string,
    people: People,
    heads: ReadonlySet<number>,
    headlines: readonly { readonly start: number; readonly end: number }[],
  ) {
    this.#text = text
    this.#people = people
    this.#memory = {
      text,
      people,
      mentions: new ByPlace(people.mentions),
      heads,
      isHeaded: at => headlines.some(({ start, end }) => start <= at && at < end),
      spoken: [],
      subjects: [],
      genders: new Map(),
      turn: null,
      except: null,
      manner: {},
    }
  }

  /** Whom the words from `start` to `end` mean. Remembers them as having spoken. */
  read(start: number, end: number, how: Manner = {}): Source | null {
    this.#memory.manner = how
    const source = this.#calledSource(start, end)
    this.#memory.manner = {}
    if (source) this.#remember(start, end, source, how)
    return source
  }

  /** Exact words that stand alone at `at` and were put down to somebody by those around them: a pronoun behind them may mean them. */
  noteSpoken(at: number, source: Source): void {
    const gender = source.person?.gender ?? this.#memory.genders.get(source.name) ?? 'unknown'
    const entry = {
      at,
      source,
      gender,
      isGroup: groupNouns.has(headWords(source.name).at(-1) ?? ''),
      manner: {},
    }
    const index = this.#memory.spoken.findLastIndex(each => each.at < at)
    this.#memory.spoken.splice(index + 1, 0, entry)
  }

  /** Whose turn it is in a transcript: no "she" in it is theirs. Null for other paragraphs. */
  takeTurn(speaker: Source | null): void {
    this.#memory.turn = speaker
  }

  /** Remembers whom a sentence is about, or whose account it speaks of (`isOwner`): a pronoun in the next may mean them. */
  note(start: number, end: number, isOwner: boolean, isReported: boolean): void {
    const pronoun = this.#text.slice(start, end).trim().toLowerCase()
    if (/^(?:(?:they|it|we|i|ellos|ellas)$|(?:they|it|we|i)['’])/.test(pronoun)) return
    if (/^(?:he|she|él|ella)$/.test(pronoun)) {
      this.#goOn(start, end, /^(?:she|ella)$/.test(pronoun) ? 'female' : 'male', isReported)
      return
    }
    const found = this.#calledSource(start, end)
    if (!found || found.certainty === 'unknown') return
    const later = this.#people.called.get(start)
    const source = later ? { ...found, name: later.name, person: later } : found
    const whole = this.#text.slice(start, end)
    // "The lieutenant, a courtly man named Dabney": who is called so is one.
    const words = whole
      .slice(0, beforeVerb(whole))
      .replace(
        /,? (?:an? (?:[\p{Ll}-]+ )+)?(?:named|called) \p{Lu}[\p{L}.’'-]*(?: \p{Lu}[\p{L}.’'-]*)*$/u,
        '',
      )
    const { person, name } = source
    const isNamedSo = person === null && isOne(words) && namedAlone.test(whole.trim())
    // Who is introduced here may speak next; of whom the account has told before, and who has not spoken, it tells on.
    const isIntroduced = person
      ? (this.#people.mentions.find(each => each.person === person && !this.#memory.heads.has(each.start))
          ?.start ?? 0) >= start
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
    const hasSpoken = this.#memory.spoken.some(({ source: each }) =>
      person ? each.person === person : each.name === name,
    )
    const head = headWords(words).at(-1) ?? ''
    const isGroup =
      person === null && (groupNouns.has(head) || isBody(source) || (roleNouns.has(head) && !isOne(words)))
    const isProper =
      person === null &&
      !functionWords.has(head) &&
      // "Three, into the air."
      !(head in numberWords) &&
      isNounPhrase(words, { start: 0, end: words.length }) &&
      /^\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)?$/u.test(words) &&
      !bodyWords.has(head) &&
      !isNoName(words, this.#text.slice(end, end + 9))
    const isSomebody = person !== null || isNamedSo || (isHuman(source) && isOne(words))
    if (isOwner || isIntroduced || hasSpoken || isGroup || isProper || isSomebody)
      this.#memory.subjects.push({
        isTold: !(isOwner || isIntroduced || hasSpoken || isGroup || isProper),
        isCalledSo: isNamedSo,
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
    this.#memory.subjects.push({ isGroup: false, at: start, source, gender, isReported, isTold: true })
  }

  /** Who answers whoever spoke last: the one before them who spoke or did something. */
  other(at: number): Source | null {
    const seen = [...this.#memory.spoken, ...this.#memory.subjects]
      .filter(each => each.at < at && at - each.at < 900 && !each.isGroup && each.source.name !== 'author')
      .filter(({ source }) => source.person !== null || isHuman(source))
      .sort((a, b) => b.at - a.at)
    const last =
      this.#memory.spoken.findLast(({ manner }) => !manner.isInner)?.source.name ?? seen[0]?.source.name
    const found = seen.find(({ source }) => source.name !== last)
    return found ? { ...found.source, certainty: 'inferred', isPronoun: false } : null
  }

  /** Who asked something last, in exact words or not, besides whoever answered. */
  asker(at: number, answerer: Source): Source | null {
    const found = this.#memory.spoken.findLast(
      each =>
        each.at < at &&
        at - each.at < 600 &&
        !each.isGroup &&
        each.source.name !== answerer.name &&
        each.source.certainty !== 'unknown' &&
        /^[^.!?\n“”"]{0,120}\bask(?:ed|s|ing)\b/u.test(this.#text.slice(each.at, each.at + 140)),
    )
    return found && (found.source.person || isHuman(found.source))
      ? { ...found.source, certainty: 'inferred', isPronoun: false }
      : null
  }

  /** Somebody who was asked: what follows is theirs to answer. */
  noteAsked(start: number, end: number): void {
    const source = this.#calledSource(start, end)
    if (!source || source.certainty === 'unknown') return
    // "We have spoken to Hamid": a name alone.
    const isName = /^\p{Lu}\p{Ll}+$/u.test(source.name) && !bodyWords.has(source.name.toLowerCase())
    if (source.person === null && !isHuman(source) && !isName) return
    const gender = this.#genderOf(start, end, source)
    this.#memory.subjects.push({
      isGroup: false,
      at: start,
      source,
      gender,
      isReported: false,
      isTold: false,
    })
  }

  /** The same without remembering: for those who are spoken to. `except` is whoever says the words around: no "she" in them is hers. */
  peek(start: number, end: number, except: Source | null = null): Source | null {
    this.#memory.except = except
    const source = this.#calledSource(start, end)
    this.#memory.except = null
    return source
  }

  #remember(start: number, end: number, source: Source, manner: Manner): void {
    // A "they" goes on with those whom the last one meant.
    const called = `${this.#text.slice(start, end)} ${source.isPronoun ? source.name : ''}`
    const isGroup = source.person === null && isSeveral(called)
    this.#memory.spoken.push({
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
    const article = /^(?:(el|un|este|ese)|(la|una|esta|esa))\s/iu.exec(this.#text.slice(start, end))
    if (article && !/^la (?:víctima|persona)/i.test(this.#text.slice(start, end)))
      return article[1] === undefined ? 'female' : 'male'
    if (words.some(lower => femaleWords.has(lower))) return 'female'
    return words.some(lower => maleWords.has(lower)) ? 'male' : 'unknown'
  }

  /** Whom these words mean, with what they call them where that is another thing. */
  #calledSource(start: number, end: number): Source | null {
    const source = this.#sourceOf(start, end)
    if (!source || source.isPronoun || source.certainty === 'unknown') return source
    const mention =
      source.person &&
      this.#memory.mentions
        .at({ start, end })
        .find(each => each.person === source.person && each.start >= start && each.end <= end)
    const words = this.#text.slice(start, mention ? mention.titleStart : end)
    const called = callingIn(words, source.name)
    const { called: _, ...plain } = source
    return called === null ? plain : { ...plain, called }
  }

  #sourceOf(start: number, end: number): Source | null {
    if (start === end) return this.#leftOut(start)
    const text = this.#text.slice(start, end).trim()
    const words = wordsOf(text)
    const first = words[0]
    if (!first) return null
    // "He deleted it an hour later, then posted": a pronoun that a verb follows is all of the subject.
    const alone = /^(?:he|she|they|i|we)(?= \p{Ll}+(?:ed|t|ew|ok|ote) )/iu.exec(text)?.[0]
    if (alone !== undefined) {
      const from = start + this.#text.slice(start, end).indexOf(text)
      return this.#sourceOf(from, from + alone.length)
    }
    // "Lamentó la muerte y dijo": the verb stands for whoever the sentence before was of.
    if (beginsWithVerb(text)) return this.#leftOut(start)
    // "Lo cuenta sin dramatismo": what is told, and not who tells it.
    const told = /^(?:lo|le|les|se|nos)$/i.test(text)
      ? /^ (\p{Ll}+)/u.exec(this.#text.slice(end, end + 20))
      : null
    if (spanishSayingVerbs.has(told?.[1] ?? '')) return this.#leftOut(start)
    const length = beforeVerb(text)
    const { from: lead, to } = withoutTimes(text)
    if (lead > 0 || to < text.length) {
      const from = start + this.#text.slice(start, end).indexOf(text)
      return this.#sourceOf(from + lead, from + to)
    }
    if (length < text.length)
      return this.#sourceOf(start, start + this.#text.slice(start, end).indexOf(text) + length)
    const isAlone =
      words.length === 1 || (words.length === 2 && !/^(?:her|him|them|his|their)$/.test(first.lower))
    // "Spoke with an officer": what somebody did is not who they are.
    const met =
      /^(?:spoke|talked|went|came|met|walked|drove|ran|stood|sat|waited|phoned|called) (?:[\p{Ll}]+ ){0,3}?(?:with|to|from|by) (?=(?:an?|the|one|another|his|her) )/u.exec(
        text,
      )
    if (met) {
      const from = start + this.#text.slice(start, end).indexOf(text) + met[0].length
      const rest = this.#text.slice(from, end)
      const stop = /^.{3,40}?(?= (?:who|whose|whom|that|which)\b)/u.exec(rest)?.[0].length ?? rest.length
      return this.#sourceOf(from, from + stop)
    }
    const kind = isAlone ? pronouns[first.lower.replace(/'(?:s|re|ve|d|ll|m)$/, '')] : undefined
    // "Her last message": hers.
    const owner = ownerOf(text) ?? /^(.{2,40})['’]s? voice$/iu.exec(text)?.[1] ?? null
    if (owner !== null) return this.#sourceOf(start, start + owner.length)
    const sender = senderBehind(text, this.#text.slice(end, end + 80))
    if (sender) return this.#sourceOf(end + sender.start, end + sender.end)
    if (first.lower === 'it' && words.length === 1) return this.#body(start)
    if (kind !== undefined) return antecedentOf(this.#memory, start, kind)
    // "One, a man with a bandaged hand, told her", "one, whom we are calling Teo": who that is stands behind it.
    const apposed =
      /^(?:one|another|una?|otr[oa]|the (?:first|second|third|other|last)|(?:el|la) (?:primer[oa]|segund[oa]|otr[oa]))$/i.test(
        text,
      )
        ? /^, ((?:(?:an?|una?)(?: [\p{L}\d-]+){0,3}|the|whom? (?:we|I)(?: are|['’]re|['’]ll| will)? call(?:ing)?|who asked to be (?:called|known as))\s(?:[\p{L}-]+))(?=[\s,.])/u.exec(
            this.#text.slice(end, end + 120),
          )?.[1]
        : undefined
    if (apposed !== undefined) {
      const name = apposed.replace(/^who.*\s/u, '')
      const person = this.#people.persons.find(each => each.name === name) ?? null
      return { name, person, certainty: 'certain', isPronoun: false }
    }
    // "A neighbor, Witness 2, heard": what the account calls them from there on.
    const label = numbered.exec(this.#text.slice(end, end + 30))?.[1]
    if (label !== undefined && /^(?:an?|one|another|the)\s\p{Ll}/iu.test(text))
      return { name: label, person: null, certainty: 'certain', isPronoun: false }
    // "His roommate, who asked to be identified only as Theo".
    const alias = namesGiven(this.#text.slice(end, end + 90).split(/[.;“"«]/)[0] ?? '')[0]
    const aliased = this.#people.persons.find(({ name }) => name === alias)
    if (aliased && /^,\s/.test(this.#text.slice(end, end + 2)))
      return { name: aliased.name, person: aliased, certainty: 'certain', isPronoun: false }
    const inside = this.#memory.mentions
      .at({ start, end })
      .filter(each => each.start >= start && each.start < end)
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
    const givenOnly = namedAlone.exec(text)?.[1]
    if (givenOnly !== undefined)
      return { name: givenOnly, person: null, certainty: 'certain', isPronoun: false }
    const member = memberOf(text, this.#text.slice(Math.max(0, start - 800), start))
    if (member !== null) return { name: member, person: null, certainty: 'certain', isPronoun: false }
    const parent = relativeOf(text, this.#text, this.#people, start)
    if (parent) return { name: parent.name, person: parent, certainty: 'inferred', isPronoun: false }
    if (isOtherOffice(text, this.#text))
      return { name: clean(text), person: null, certainty: 'certain', isPronoun: false }
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
    const before = this.#text.slice(0, at)
    const isAdded = !description.isBackward && isAddedTo(description, before)
    const introduced = description.isBackward || isAdded ? null : leadOf(description, before)
    const isLate = introduced !== null
    const isNew = !description.isBackward && !isAdded && !isLate
    if (isNew && !isNewTo(description, before, this.#text.slice(end, end + 10))) return null
    // “What's your name?” he asks. ¶ “Benny,” the man says.: whoever asked does not answer.
    const asker =
      isNew && answers.test(before.slice(-400)) ? this.#memory.spoken.at(-1)?.source.name : undefined
    const near = [...this.#memory.spoken, ...this.#memory.subjects]
      .filter(each => asker === undefined || each.source.name !== asker)
      // "A witness said that the man shouted": whoever tells of him is another.
      .filter(each => !this.#memory.manner.isInner || !isSameSentence(this.#text, each.at, at))
      .filter(each => each.at < at && at - each.at < 900 && !('manner' in each && each.manner.isInner))
      .filter(each => !each.isGroup && !isBody(each.source) && each.source.name !== this.#memory.except?.name)
      .filter(each => !(isAdded || isLate) || each.source.person !== null)
      .filter(
        each => introduced === null || (at - each.at < 300 && this.#isNamedSince(each.source, introduced)),
      )
      .sort((a, b) => b.at - a.at)
    const fits = (each: Spoken | Subject) =>
      each.source.person
        ? canBe(description, each.source.person) && canAlsoBe(description, each.source.person)
        : isHuman(each.source) &&
          isOfOneAge(description, each.source.name) &&
          (description.gender === 'unknown' ||
            each.gender === 'unknown' ||
            each.gender === description.gender) &&
          at - each.at < 400
    const found = near.slice(0, isNew ? 1 : mostTried).find(fits)
    return found ? { ...found.source, certainty: 'inferred', isPronoun: false } : null
  }

  /** Whether somebody is named for the first time behind `from`, and is called nothing else. */
  #isNamedSince({ person }: Source, from: number): boolean {
    const first = this.#people.mentions.find(each => each.person === person)
    return person !== null && person.roles.size === 0 && first !== undefined && first.start > from
  }

  /** Whom a verb without a subject goes back to: who spoke last, else whom the text was about last. */
  #leftOut(at: number): Source | null {
    const spoken = this.#memory.spoken.findLast(
      ({ manner, source }) =>
        !manner.isInner && source.name !== 'author' && source.name !== this.#memory.except?.name,
    )
    const told = this.#memory.subjects.findLast(each => each.at < at)
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
    const last = this.#memory.spoken.findLast(
      ({ at: spoken, source, gender, isGroup }) =>
        at - spoken < 700 && gender === 'unknown' && (isGroup ? source.person === null : isThing(source)),
    )
    const lead = this.#text.slice(Math.max(0, at - 400), at).replace(/[“"«][^“”"«»]*[”"»],?\s*$/, '')
    const before = lead.slice(-200)
    const origin = Math.max(0, at - 400) + lead.length - before.length
    for (const span of [senderBefore(before), ownerBefore(before)]) {
      const source = span && this.#sourceOf(origin + span.start, origin + span.end)
      if (source && source.certainty !== 'unknown')
        return {
          ...source,
          certainty: 'inferred',
          isPronoun: true,
          // "Hale's report is four lines long. It says …": hers, and the report's.
          ...(paperOf(this.#text.slice(origin + span.start, at)) ?? {}),
        }
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
    // "Plaintiff stated", as court papers write.
    const party = lowers.length === 1 ? (lowers[0] ?? '') : ''
    if (/^(?:plaintiff|defendant|petitioner|respondent|claimant|complainant|decedent)$/.test(party)) {
      const fits = this.#people.persons.filter(({ roles }) => roles.has(party))
      return fits.length === 1 ? (fits[0] ?? null) : null
    }
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
}
