import { areOne, barredAt } from './barred.ts'
import { describedBefore } from './described-before.ts'
import { jointBefore } from './joint-before.ts'
import { bodyWords, groupNouns } from './lexicon/people-words.ts'
import { isEvidence } from './noun-phrases.ts'
import type { Gender, Mention } from './people.ts'
import { severalBefore } from './several-before.ts'
import { headWords, inferred, isBody, isHuman } from './source-words.ts'
import type { Source } from './speakers.ts'
import { isRightBefore, isSameSentence, type Memory, type Spoken, type Subject } from './spoken.ts'

/** "Police", "the officers": who can be they. */
const isBodyOfPeople = (name: string) => {
  const head = headWords(name).at(-1) ?? ''
  return bodyWords.has(head) || groupNouns.has(head)
}

/** What lies in an earlier paragraph is further away. */
const otherParagraph = 70

/** Whom a pronoun at `at` means, by who has spoken, whom sentences were about and who was named or described before. */
export function antecedentOf(
  memory: Memory,
  at: number,
  kind: 'female' | 'male' | 'plural' | 'self',
): Source | null {
  const {
    text,
    people,
    mentions,
    heads,
    spoken: said,
    subjects,
    genders,
    manner,
    except,
    turn,
    isHeaded,
  } = memory
  if (kind === 'self') return { name: 'author', person: null, certainty: 'unknown', isPronoun: true }
  if (kind === 'plural') {
    const spoken = said.findLast(each => each.isGroup && at - each.at < 700)
    const told = subjects.findLast(each => each.isGroup && each.at < at && at - each.at < 300)
    // Who spoke last; a group that a sentence is about where none has.
    // "Police were looking for three people. They say …": whom the sentence before is about, when it comes after.
    const isNearer =
      told !== undefined &&
      spoken !== undefined &&
      told.at > spoken.at &&
      !told.isReported &&
      isBodyOfPeople(told.source.name) &&
      isRightBefore(text, told, at)
    const group = isNearer ? told : (spoken ?? told)
    const both = jointBefore(text.slice(Math.max(0, at - 260), at))
    if (both) {
      const from = Math.max(0, at - 260)
      return {
        name: text.slice(from + both.start, from + both.end),
        person: null,
        certainty: 'inferred',
        isPronoun: true,
      }
    }
    const several = severalBefore(text, at, group ? at - group.at : null)
    if (several !== null) return { name: several, person: null, certainty: 'inferred', isPronoun: true }
    return group
      ? { ...group.source, certainty: 'inferred', isPronoun: true }
      : { name: 'they', person: null, certainty: 'unknown', isPronoun: true }
  }
  const fits = (gender: Gender) => gender === kind || gender === 'unknown'
  const sure = (gender: Gender) => gender === kind
  const genderOf = (each: Spoken | Subject) =>
    each.source.person?.gender ??
    (each.gender === 'unknown' ? (genders.get(each.source.name) ?? 'unknown') : each.gender)
  const lastQuoted = said.findLast(({ manner }) => !manner.isInner)
  // "“…,” a constable told her. “…,” she told him": who was spoken to answers, and who spoke is spoken to.
  const { to = 'unknown' } = manner
  const addressed =
    lastQuoted &&
    at - lastQuoted.at < 400 &&
    !sure(genderOf(lastQuoted)) &&
    // "Lee told Roe … “…,” she told him": the same one goes on.
    !(to !== 'unknown' && lastQuoted.manner.to === to) &&
    (lastQuoted.manner.to === kind || (to !== kind && to !== 'unknown'))
      ? lastQuoted.source
      : null
  const isBarredHere = barredAt(memory, at, kind)
  const isBarred = (source: Source) =>
    areOne(source, except) || (addressed !== null && areOne(source, addressed)) || isBarredHere(source)
  const subject = subjects.findLast(
    each =>
      each.at < at &&
      !each.isGroup &&
      !isBody(each.source) &&
      !isBarred(each.source) &&
      !(manner.isAside && each.source.person === null && isSameSentence(text, each.at, at)) &&
      fits(genderOf(each)) &&
      at - each.at < 350,
  )
  const couldSpeak = (each: Spoken) =>
    // "Según él, …": what stands behind it in its sentence was read before it.
    each.at < at &&
    !each.isGroup &&
    !isBody(each.source) &&
    !isBarred(each.source) &&
    !areOne(each.source, turn) &&
    // "Grandmother says police had the wrong house": the story names her.
    !(each.source.person === null && isHeaded(each.at) && !isHeaded(at)) &&
    fits(genderOf(each)) &&
    // Whoever is known to be a he or a she is remembered for longer than who might be.
    at - each.at < (sure(genderOf(each)) && each.source.person ? 1800 : 900) &&
    each.source.name !== 'author' &&
    (each.source.person !== null || !isEvidence(each.source.name))
  // Who is only said to have said something comes after who says so, and is weighed by itself.
  const speakers = [
    said.findLast(each => couldSpeak(each) && !each.manner.isInner),
    said.findLast(each => couldSpeak(each) && !each.manner.isInner && !each.manner.isAsking),
    said.findLast(each => couldSpeak(each) && each.manner.isInner),
  ].flatMap(each => (each ? [each] : []))
  const named = mentions
    .at({ start: at - 600, end: at })
    .findLast(
      mention =>
        mention.start < at &&
        at - mention.start < 600 &&
        !isBarred(inferred(mention.person)) &&
        fits(mention.person.gender) &&
        !heads.has(mention.start),
    )
  const found = describedBefore(
    text,
    people,
    heads,
    at,
    kind,
    (source, head) =>
      except !== null && (areOne(source, except) || (except.person?.roles.has(head) ?? false)),
  )
  const isOther =
    found !== null &&
    ((genders.get(found.source.name) ?? kind) !== kind ||
      isBarred(found.source) ||
      (manner.isAside && isSameSentence(text, found.at, at)))
  const near = isOther ? null : found
  // Within what somebody says, whom they speak of: who was named or described last, and not who is quoted elsewhere.
  if (except !== null) {
    const last = [
      ...(named ? [{ at: named.start, source: inferred(named.person) }] : []),
      ...(near ? [near] : []),
      ...(subject ? [subject] : []),
    ].sort((a, b) => b.at - a.at)[0]
    if (last) return { ...last.source, certainty: 'inferred', isPronoun: true }
  }
  // "‘The guard had his earbuds in,’ she said": whom the quote speaks of does not speak it. "You’d" ends none.
  const unspelled = (from: number, to: number) => text.slice(from, to).replace(/(?<=\p{L})’(?=\p{L})/gu, ' ')
  const described =
    near !== null &&
    /^[^‘“"«]*[’”"»]\s*,?\s*$/u.test(unspelled(near.at, at)) &&
    /[‘“"«][^’”"»]{0,200}$/u.test(unspelled(Math.max(0, near.at - 200), near.at))
      ? null
      : near
  // "My friend who sells tickets she told me": whom the same sentence describes.
  const isSame = described !== null && at - described.at < 60 && !/[.!?\n]/.test(text.slice(described.at, at))
  const opening = text.lastIndexOf('\n', at)
  // "The boy had built what he called “…”": whom the clause is about.
  const isOwn = subject !== undefined && !manner.isAside && isSameSentence(text, subject.at, at)
  const candidates = [
    ...speakers.map(spoken => ({
      at: spoken.at,
      source: spoken.source,
      weight:
        (sure(genderOf(spoken))
          ? spoken.source.person === null && isRightBefore(text, spoken, at) && isHuman(spoken.source)
            ? 600
            : 500
          : spoken.source.person
            ? 350
            : isRightBefore(text, spoken, at) && isHuman(spoken.source)
              ? 470
              : 300) -
        (spoken.manner.isInner ? 120 : 0) -
        (spoken.manner.isAsking ? 330 : manner.isQuestion && spoken === lastQuoted ? 250 : 0),
    })),
    ...(subject
      ? [
          {
            at: subject.at,
            source: subject.source,
            weight:
              (isRightBefore(text, subject, at) &&
              (subject.source.person !== null || subject.isCalledSo === true || isHuman(subject.source))
                ? subject.source.person
                  ? 500
                  : 600
                : sure(genderOf(subject))
                  ? 390
                  : 290) -
              (isOwn
                ? 0
                : (subject.isReported ? 200 : 0) +
                  (subject.isTold &&
                  !(
                    subject.at >= opening &&
                    subject.source.person !== null &&
                    isRightBefore(text, subject, at)
                  )
                    ? 120
                    : 0)),
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
              (isSubject(text, named) ? 160 : 0) -
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
    : subjects.findLast(
        each => each.source.person !== null && each.at < at && at - each.at < 200 && !isBarred(each.source),
      )
  if (only) return { ...only.source, certainty: 'inferred', isPronoun: true }
  // "Mother of man who died wasn't told": nobody else is there yet.
  const headed = best
    ? null
    : said.findLast(
        each => isHeaded(each.at) && !each.isGroup && !isBody(each.source) && fits(genderOf(each)),
      )
  if (headed) return { ...headed.source, certainty: 'inferred', isPronoun: true }
  if (!best)
    return { name: kind === 'female' ? 'she' : 'he', person: null, certainty: 'unknown', isPronoun: true }
  if (best.source.person && best.source.person.gender === 'unknown') best.source.person.gender = kind
  if (best.source.person === null) genders.set(best.source.name, kind)
  return { ...best.source, certainty: 'inferred', isPronoun: true }
}

function isSubject(text: string, mention: Mention): boolean {
  const before = text.slice(Math.max(0, mention.titleStart - 3), mention.titleStart)
  return mention.titleStart === 0 || /[.!?”"\n]\s*$/.test(before)
}
