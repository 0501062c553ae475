import { isGivenName } from './given-names.ts'
import { spanishSayingVerbs } from './lexicon/reporting.ts'
import type { Paragraph } from './reading.ts'

/** Exact words between quotation marks, without the marks. UTF-16, half-open. */
export interface MarkedSpan {
  readonly start: number
  readonly end: number
  /** With the marks, as far as there are any. */
  readonly outerStart: number
  readonly outerEnd: number
  /** Index of the paragraph it stands in. */
  readonly paragraph: number
  /** Quotes within quotes count from 0. */
  readonly depth: number
  readonly isClosed: boolean
  /** True where a paragraph goes on with the words of the paragraph before, its opening mark repeated. */
  readonly isContinued: boolean
}

type Family = 'double' | 'single' | 'angle'

interface Open {
  readonly family: Family
  readonly at: number
  readonly mark: string
  readonly isContinued: boolean
}

const isLetter = (mark: string | undefined) => mark !== undefined && /[\p{L}\p{N}]/u.test(mark)
const isSpaceOrNone = (mark: string | undefined) => mark === undefined || /[\s([{—–-]/.test(mark)
/** Words that begin with an apostrophe. */
const elided = /^['’‘](?:em|til|cause|tis|twas|bout|n|round|nuff|cuz|\d0s|\d\d)\b/i

/** Finds every marked stretch, paragraph by paragraph, with what is open carried over where the next paragraph repeats the mark. */
export function markedSpans(text: string, paragraphs: readonly Paragraph[]): readonly MarkedSpan[] {
  const spans: MarkedSpan[] = []
  let carried: Family | null = null
  // Speech behind dashes is looked for only where a dash is followed by a verb of saying somewhere.
  const isDashed = paragraphs.some(
    ({ start, end }) =>
      dashOpening.test(text.slice(start, start + 3)) && narration(text.slice(start, end)) !== null,
  )
  for (const [index, paragraph] of paragraphs.entries()) {
    const dashed = isDashed ? dashedSpans(text, paragraph, index) : []
    if (dashed.length > 0) {
      spans.push(...dashed)
      carried = null
      continue
    }
    const found = scan(text, paragraph, index, carried)
    spans.push(...found.spans)
    carried = found.carried
  }
  return spans
    .filter(({ outerStart, outerEnd }) => !isNickname(text, outerStart, outerEnd))
    .sort((a, b) => a.start - b.start || b.end - a.end)
}

/** Ana “Sunny” Reyes: part of her name, and nothing anybody says. */
const isNickname = (text: string, from: number, to: number): boolean =>
  to - from < 24 &&
  /^[“"‘'«]\p{Lu}[\p{L}’'-]*(?: \p{Lu}[\p{L}’'-]*)?[”"’'»]$/u.test(text.slice(from, to)) &&
  // “Mayor Calls ‘Shameful’ Arrest”: a headline in capitals.
  isGivenName(/\p{Lu}\p{Ll}+(?= $)/u.exec(text.slice(Math.max(0, from - 24), from))?.[0] ?? '') &&
  /^ \p{Lu}\p{Ll}/u.test(text.slice(to, to + 3))

const dashOpening = /^[—–-](?=[\p{L}¿¡«“"])/u

/** " —dijo Vega": a dash right before a verb of saying, within speech. Null where there is none. */
function narration(body: string): { readonly index: number; readonly length: number } | null {
  for (const match of body.matchAll(/[\s,.?!…]\s?[—–-](\p{Ll}+)/gu))
    if (spanishSayingVerbs.has(match[1] ?? '') || /^(?:se|le|les|me|nos)$/.test(match[1] ?? ''))
      // The mark that ends what is said belongs to it: "—¿Iba con la sirena? —preguntó".
      return /^[?!…]/.test(match[0])
        ? { index: match.index + 1, length: match[0].length - 1 }
        : { index: match.index, length: match[0].length }
  return null
}

/** Speech as Spanish prints it: —Words —dijo Vega—. More words. */
function dashedSpans(text: string, { start, end }: Paragraph, paragraph: number): readonly MarkedSpan[] {
  if (!dashOpening.test(text.slice(start, start + 3))) return []
  const spans: MarkedSpan[] = []
  let from = start + 1
  while (from < end) {
    const told = narration(text.slice(from, end))
    const to = told === null ? end : from + told.index
    const raw = text.slice(from, to)
    const lead = raw.length - raw.trimStart().length
    const words = raw.trim().replace(/,$/, '')
    if (/[\p{L}\d]/u.test(words))
      spans.push({
        start: from + lead,
        end: from + lead + words.length,
        outerStart: from === start + 1 ? start : from + lead,
        outerEnd: from + lead + words.length,
        paragraph,
        depth: 0,
        isClosed: true,
        isContinued: false,
      })
    if (told === null) break
    // The narration ends with the next dash; without one it runs to the end.
    const closing = /[\p{L}\d)”"»][—–-](?=[\s.,;:?!]|$)[.,;:?!]*/u.exec(
      text.slice(from + told.index + told.length, end),
    )
    if (!closing) break
    from += told.index + told.length + closing.index + closing[0].length
  }
  return spans
}

function scan(
  text: string,
  { start, end }: Paragraph,
  paragraph: number,
  carried: Family | null,
): { readonly spans: MarkedSpan[]; readonly carried: Family | null } {
  const spans: MarkedSpan[] = []
  const open: Open[] = []
  const close = (at: number, markLength: number, isClosed: boolean) => {
    const begun = open.pop()
    if (!begun) return
    const from = begun.at + 1
    const inner = text.slice(from, at)
    const lead = inner.length - inner.trimStart().length
    const words = inner.trim()
    if (words === '') return
    spans.push({
      start: from + lead,
      end: from + lead + words.length,
      outerStart: begun.at,
      outerEnd: at + markLength,
      paragraph,
      depth: open.length,
      isClosed,
      isContinued: begun.isContinued,
    })
  }
  for (let at = start; at < end; at++) {
    const mark = text[at] ?? ''
    const family = familyOf(mark)
    if (family === null) continue
    const before = at > start ? text[at - 1] : undefined
    const after = at + 1 < end ? text[at + 1] : undefined
    const top = open.at(-1)
    const act =
      family === 'single' ? single(text, at, start, end, open) : double(mark, before, after, top, open)
    if (act === 'none') continue
    if (act === 'open') {
      if (family !== 'single' && top?.family === family) {
        // The same mark again, nothing closed: the first was never closed.
        const cut = unclosedEnd(text, top.at + 1, at)
        close(cut, 0, false)
      }
      open.push({ family, at, mark, isContinued: carried === family && open.length === 0 && at - start <= 1 })
      continue
    }
    const level = open.findLastIndex(each => each.family === family)
    if (level < 0) continue
    while (open.length - 1 > level) {
      const inner = open.at(-1)
      // An inner single that never closed was an apostrophe.
      if (inner?.family === 'single') open.pop()
      else close(at, 0, false)
    }
    close(at, 1, true)
  }
  while (open.length > 1) open.pop()
  const last = open.at(-1)
  if (!last) return { spans, carried: null }
  if (last.family === 'single') return { spans, carried: null }
  close(unclosedEnd(text, last.at + 1, end), 0, false)
  return { spans, carried: last.family }
}

function familyOf(mark: string): Family | null {
  if ('“”"„‟″'.includes(mark)) return 'double'
  if ('«»'.includes(mark)) return 'angle'
  if ("‘’'‚‹›`".includes(mark)) return 'single'
  return null
}

function double(
  mark: string,
  before: string | undefined,
  after: string | undefined,
  top: Open | undefined,
  open: readonly Open[],
): 'open' | 'close' | 'none' {
  const isOpen = open.some(({ family }) => family !== 'single')
  if (mark === '«') return 'open'
  if (mark === '»') return isOpen ? 'close' : 'none'
  if (mark === '“' || mark === '„') {
    // A wrong-way curly that ends its words: “stop“
    if (isOpen && top && !isSpaceOrNone(before) && !isLetter(after)) return 'close'
    return 'open'
  }
  if (mark === '”') return isOpen ? 'close' : isSpaceOrNone(before) && isLetter(after) ? 'open' : 'none'
  // Straight. Inches and seconds stand right behind a digit, with no quote open.
  if (before !== undefined && /\d/.test(before) && !isOpen) return 'none'
  if (isOpen) {
    if (isSpaceOrNone(before) && isLetter(after) && !/[—–-]/.test(before ?? '')) return 'open'
    return 'close'
  }
  return after === undefined || /\s/.test(after) ? 'none' : 'open'
}

/** Single marks: apostrophes inside words and plural possessives are left alone. */
function single(
  text: string,
  at: number,
  start: number,
  end: number,
  open: readonly Open[],
): 'open' | 'close' | 'none' {
  const mark = text[at] ?? ''
  const before = at > start ? text[at - 1] : undefined
  const after = at + 1 < end ? text[at + 1] : undefined
  const isOpen = open.some(({ family }) => family === 'single')
  if (isLetter(before) && isLetter(after)) return 'none'
  const canOpen =
    (isSpaceOrNone(before) || '“"«'.includes(before ?? ' ')) &&
    (isLetter(after) || '"“¿¡$£€…['.includes(after ?? ' '))
  if (canOpen && mark !== '’') {
    if (elided.test(text.slice(at, at + 8))) return 'none'
    return isOpen || !closesLater(text, at, end) ? 'none' : 'open'
  }
  if (canOpen && mark === '’') {
    if (elided.test(text.slice(at, at + 8)) || isOpen) return 'none'
    return 'none'
  }
  if (!isOpen || isLetter(after)) return 'none'
  if (before !== undefined && /[.,!?…;:)\]—–]/.test(before)) return 'close'
  if (before !== undefined && /\s/.test(before)) return 'none'
  // "the officers' van": a possessive when a better end comes later.
  if (
    /[sz]/i.test(before ?? '') &&
    /^\s+\p{Ll}/u.test(text.slice(at + 1, at + 4)) &&
    closesLater(text, at, end)
  ) {
    const rest = text.slice(at + 1, end)
    const nextOpen = rest.search(/(?:^|[\s(])['‘](?=[\p{L}\d])/u)
    const nextClose = rest.search(/[.,!?…][’'](?![\p{L}\d])/u)
    if (nextClose >= 0 && (nextOpen < 0 || nextClose < nextOpen)) return 'none'
  }
  return 'close'
}

function closesLater(text: string, at: number, end: number): boolean {
  return /[^\s][’'](?![\p{L}\d])/u.test(text.slice(at + 1, end))
}

/** Where words end whose closing mark is missing: before a reporting clause, or with the paragraph or the last sentence. */
function unclosedEnd(text: string, from: number, to: number): number {
  const part = text.slice(from, to)
  const clause =
    /[,.!?](?=\s+(?:(?:he|she|they|the \p{Ll}+|\p{Lu}[\p{L}.'’]+(?: \p{Lu}[\p{L}.'’]+){0,3}) (?:said|says|told|added|asked|yelled|shouted|replied)|(?:said|says|added|asked) )\b)/u.exec(
      part,
    )
  if (clause) return from + clause.index + 1
  const trimmed = part.trimEnd()
  return from + trimmed.length
}
