/**
 * One paragraph on what a film shows of recordings and how it differs: totals and times, never a reason. The words stand here and
 * not in the room's catalogue because the command line says them too.
 */
import type { EditKind, HeardKind, RecordingId } from '../case/index.ts'
import type { Span } from '../time/index.ts'
import type { Difference, FilmSummary } from './film-summary.ts'

/** What a recording is held as, where it is not what its camera made. */
export const copyKinds = ['redacted', 'published', 'converted'] as const
export type CopyKind = (typeof copyKinds)[number]

export interface Naming {
  readonly nameOf: (raw: RecordingId) => string
  /** Null for what is not known to be a copy. */
  readonly copyOf: (raw: RecordingId) => CopyKind | null
}

export interface SummaryWords {
  readonly decimal: '.' | ','
  readonly and: string
  readonly runs: (lasts: string) => string
  readonly noPictures: string
  readonly compared: (count: number, copies: string) => string
  readonly copies: Readonly<Record<CopyKind, (count: number) => string>>
  readonly withoutPictures: (count: number) => string
  readonly comeFrom: (count: number, shown: string) => string
  readonly allFrom: (count: number) => string
  readonly oneFrom: (shown: string, name: string) => string
  readonly none: (count: number, none: string) => string
  readonly unsaid: (length: string) => string
  readonly during: (from: string, to: string) => string
  readonly inAll: (stretches: number, whole: string, first: string) => string
  readonly throughout: string
  readonly speed: (kind: 'slow' | 'fast' | 'reverse', length: string, factor: string | null) => string
  readonly factor: (factor: number) => string | null
  readonly kinds: Readonly<Record<Exclude<EditKind, 'slow' | 'fast' | 'reverse'>, string>>
  readonly sounds: Readonly<Record<Exclude<HeardKind, 'raw'>, string>>
  readonly noSound: string
  readonly notShown: (name: string, out: string, whole: string) => string
  readonly allShown: (names: string) => string
  readonly nothingOf: (names: string) => string
  readonly others: (count: number) => string
}

const mostNamed = 4

export function summaryText(
  summary: FilmSummary,
  recordings: readonly RecordingId[],
  naming: Naming,
  w: SummaryWords,
): string {
  return [
    w.runs(clockText(summary.lasts, w)),
    comparedSentence(summary, recordings, naming, w),
    ...leftSentences(summary, naming, w),
  ].join(' ')
}

function comparedSentence(
  summary: FilmSummary,
  recordings: readonly RecordingId[],
  naming: Naming,
  w: SummaryWords,
): string {
  const { compared, withoutPictures, shown, none, unsaid, from, differences } = summary
  const copies = copyKinds.flatMap(kind => {
    const count = recordings.filter(raw => naming.copyOf(raw) === kind).length
    return count === 0 ? [] : [w.copies[kind](count)]
  })
  const held = withoutPictures === 0 ? copies : [...copies, w.withoutPictures(withoutPictures)]
  const each = from.map(one => w.oneFrom(lengthText(one.shown, w), naming.nameOf(one.raw)))
  const shares = from.length > 1 ? ` (${listed(each.slice(0, mostNamed), from.length - mostNamed, w)})` : ''
  const pictures = differences.filter(({ of }) => of === 'picture')
  const sounds = differences.filter(({ of }) => of === 'sound')
  const isFromNone = ({ kind }: Difference) => kind === 'title' || kind === 'black' || kind === 'insert'
  const clauses = summary.hasPictures
    ? [
        `${none + unsaid === 0 ? w.allFrom(compared) : w.comeFrom(compared, lengthText(shown, w))}${shares}`,
        ...pictures.filter(one => !isFromNone(one)).map(one => differenceClause(one, summary, w)),
      ]
    : [w.noPictures]
  const heard = summary.hasSound ? sounds.map(one => differenceClause(one, summary, w)) : [w.noSound]
  const parts = pictures.filter(one => isFromNone(one) && one.kind !== 'insert')
  const told = parts.map(one => differenceClause(one, summary, w))
  const last =
    summary.hasPictures && none > 0
      ? [`${w.none(compared, lengthText(none, w))}${told.length > 0 ? ` (${told.join('; ')})` : ''}`]
      : []
  const open = summary.hasPictures && unsaid > 0 ? [w.unsaid(lengthText(unsaid, w))] : []
  return `${w.compared(compared, held.length > 0 ? ` (${held.join(', ')})` : '')}: ${[...clauses, ...heard, ...last, ...open].join('; ')}.`
}

function differenceClause(difference: Difference, { lasts }: FilmSummary, w: SummaryWords): string {
  const { spans, whole } = difference
  const [only] = spans
  const where =
    only && spans.length === 1 && whole >= lasts - 50_000 ? w.throughout : whereText(spans, whole, w)
  if (difference.of === 'sound') return `${w.sounds[difference.kind]} ${where}`
  const { kind, factor } = difference
  if (kind === 'slow' || kind === 'fast' || kind === 'reverse')
    return `${w.speed(kind, lengthText(whole, w), factor === null ? null : (w.factor(factor) ?? decimal(factor, w)))}${spans.length <= mostNamed && only ? ` (${spans.map(each => spanText(each, w)).join(', ')})` : ''}`
  return `${w.kinds[kind]} ${where}`
}

/** Where, by name: one stretch, some, or how many there are, how long in all, and the first. */
function whereText(spans: readonly Span[], whole: number, w: SummaryWords): string {
  const named = spans.map(({ from, to }) => w.during(clockText(from, w), clockText(to, w)))
  if (named.length <= mostNamed) return listed(named, 0, w)
  return w.inAll(named.length, lengthText(whole, w), named[0] ?? '')
}

function spanText({ from, to }: Span, w: SummaryWords): string {
  return `${clockText(from, w)}–${clockText(to, w)}`
}

function leftSentences({ left }: FilmSummary, { nameOf }: Naming, w: SummaryWords): readonly string[] {
  const nothing = left.filter(({ out, whole }) => out >= whole - 1000)
  const some = left.filter(each => !nothing.includes(each) && each.out > 0)
  const all = left.filter(({ out }) => out === 0)
  const names = (of: typeof left) =>
    listed(
      of.slice(0, mostNamed).map(({ raw }) => nameOf(raw)),
      of.length - mostNamed,
      w,
    )
  return [
    ...some.map(({ raw, out, whole }) => w.notShown(nameOf(raw), lengthText(out, w), lengthText(whole, w))),
    ...(nothing.length > 0 ? [w.nothingOf(names(nothing))] : []),
    ...(all.length > 0 ? [w.allShown(names(all))] : []),
  ]
}

function listed(parts: readonly string[], more: number, w: SummaryWords): string {
  const all = more > 0 ? [...parts, w.others(more)] : parts
  return all.length < 2 ? (all[0] ?? '') : `${all.slice(0, -1).join(', ')} ${w.and} ${all.at(-1)}`
}

/** A place in the film to a tenth of a second: 1:02.3, and 1:04 where it is whole. */
export function clockText(micros: number, { decimal: point }: Pick<SummaryWords, 'decimal'>): string {
  const tenths = Math.round(micros / 100_000)
  const [hours, minutes] = [Math.floor(tenths / 36_000), Math.floor(tenths / 600) % 60]
  const seconds = tenths % 600
  const rest = `${String(Math.floor(seconds / 10)).padStart(2, '0')}${seconds % 10 === 0 ? '' : `${point}${seconds % 10}`}`
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${rest}` : `${minutes}:${rest}`
}

/** How long something is: 22 s, 0.4 s, and 1:40 from a minute on. */
function lengthText(micros: number, w: SummaryWords): string {
  if (micros >= 59_950_000) return clockText(micros, w)
  return `${decimal(Math.round(micros / 100_000) / 10, w)} s`
}

function decimal(value: number, { decimal: point }: Pick<SummaryWords, 'decimal'>): string {
  return String(Number(value.toFixed(2))).replace('.', point)
}
