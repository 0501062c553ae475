import { spanishSayingVerbs } from './lexicon/reporting.ts'
import { nounPhraseFrom, type SourceWords, withName } from './noun-phrases.ts'
import { type Word, wordsOf } from './words.ts'

/** Words that lead into a Spanish sentence and are never its subject. */
const leading =
  /^(?:también|tampoco|además|asimismo|igualmente|luego|después|entonces|incluso|así|ahora|ayer|hoy|finalmente|posteriormente|según|y|pero|más|tarde|por|otra|parte|su|lado|hasta|solo|sólo|ya|aun|aún|antes)$/

/**
 * Who "también afirma que …", "añadió que …" and "…, aseguró." go back to: Spanish leaves out whoever the sentence before was of. An
 * empty stretch at the verb stands for them; null where something else stands before the verb.
 */
export function droppedSubject(frame: string, words: readonly Word[], index: number): SourceWords | null {
  const verb = words[index]
  if (!verb) return null
  const before = frame.slice(0, verb.start)
  const clause = /(?:^|[.;!?]\s|,\s(?:y|pero)\s)([^.;!?]*)$/u.exec(before)?.[1] ?? before
  const isAsked = /^(?:preguntad|consultad|interrogad|cuestionad)[oa]s?\b[^,]*,\s*$/iu.test(clause)
  const isLed =
    isAsked ||
    /^(?:desde|en|tras|durante|ante|por)\s[^,]{2,60}$/iu.test(clause) ||
    wordsOf(clause).every(({ lower }) => leading.test(lower) || /^(?:se|lo|le|les|la|nos)$/.test(lower))
  // «Lo siento», le dijo.
  const isBehind =
    /\uE000[\s,.]*(?:[—–-]\s*)?(?:(?:se|me|te|nos|le|les)\s+){0,2}$/u.test(before) &&
    /^\s*(?:[.;,]|$|a\s|al\s|entre\s|con\s|en\s|desde\s|tras\s)/u.test(frame.slice(verb.end))
  // "Los guardias, agregó, tardaron diez minutos": between commas it is of whoever spoke last.
  const isBetween = /,\s*$/.test(before) && /^\s*,/.test(frame.slice(verb.end))
  if (isBehind || isBetween) return { start: verb.start, end: verb.start }
  if (
    !isLed ||
    !/^(?:(?:\sal?\s(?:[\p{L}’'-]+\s?){1,4}?)?\s*que\s|:|\s+[«“"\uE000]|\s[^.,;:\uE000]{2,40}:\s?[«“"\uE000])/u.test(
      frame.slice(verb.end),
    )
  )
    return null
  return { start: verb.start, end: verb.start }
}

/** "Según cuenta su hermana", "según dijo": whom the verb behind "según" names, and the verb. */
export function spanishSource(
  frame: string,
  words: readonly Word[],
  from: number,
): { readonly verb: Word; readonly subject: SourceWords } | null {
  const verb = words.find(({ start }) => start >= from)
  if (!verb || verb.start !== from || !spanishSayingVerbs.has(verb.lower)) return null
  const next = words.find(({ start }) => start >= verb.end)
  const isNear =
    next !== undefined &&
    frame.slice(verb.end, next.start) === ' ' &&
    !/^(?:al?|en|que|por|con)$/.test(next.lower)
  const named = isNear ? withName(frame, nounPhraseFrom(frame, words, next.start)) : null
  return {
    verb,
    subject: (named && spanishNoun(frame, named)) ?? { start: verb.start, end: verb.start },
  }
}

/** Of "Quispe a este periódico" and "una mujer que lo vio todo" who it is; null where only an adverb is left ("También"). */
export function spanishNoun(frame: string, span: SourceWords): SourceWords | null {
  const words = frame.slice(span.start, span.end)
  const cut =
    /\s(?:al?\s(?=(?:este|esta|los|las|la|el|un|una|medios|periodistas|diario|programa|micrófonos)\b|\p{Lu})|que\s|quien(?:es)?\s|cuy[oa]s?\s|tras\s)/u.exec(
      words,
    )
  // "La ministra salió al paso y aseguró": up to what she did first.
  const deed = /\s\p{Ll}{2,}(?:ó|aron|ieron)\s/u.exec(words)
  const whole = words.slice(0, Math.min(cut?.index ?? words.length, deed?.index ?? words.length))
  // "Una pasajera lo contradice".
  const end =
    span.start +
    whole.replace(/(?:\s(?:lo|la|le|les|los|las|se|me|nos|no|ya|también|nunca|siempre))+\s*$/iu, '').length
  const left = wordsOf(frame, span.start, end)
  // "Desde la cama del hospital contó a este diario que …": what a preposition leads in is nobody.
  if (/^(?:desde|en|tras|durante|ante|por|para|según|al?|del?|con)$/.test(left[0]?.lower ?? '')) return null
  // "Preguntada por las cámaras, respondió": who was asked is named before.
  if (/^(?:preguntad|consultad|interrogad|cuestionad)[oa]s?$/.test(left[0]?.lower ?? '')) return null
  if (left.length > 0 && left.every(({ lower }) => leading.test(lower))) return null
  return { start: span.start, end: span.start + frame.slice(span.start, end).trimEnd().length }
}
