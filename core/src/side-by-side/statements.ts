import {
  type AccountGroup,
  type CaseState,
  type FindableText,
  findable,
  findPassage,
  type Parting,
  type Passage,
  type Statement,
  type StatementKind,
  type Stretch,
} from '../case/index.ts'
import type { AccountCandidates } from './candidates.ts'
import type { Column, SetAside, ShownSource, ShownStatement, Unfound } from './shown.ts'

/** A column under construction: what people say of it can still add statements. */
export interface Bench {
  readonly group: AccountGroup
  readonly where: FindableText
  readonly folds: Column['folds']
  readonly minors: Column['minors']
  /** Statements and quotes by their keys. */
  readonly shown: Map<string, ShownStatement>
  /** Statements in whose place a parting put others, by their keys. */
  readonly parted: Map<string, ShownStatement>
  readonly unfound: Unfound[]
  readonly setAside: SetAside[]
}

export function keyOf(group: string, kind: StatementKind, { start, end }: Stretch): string {
  return `${group.slice(0, 16)} ${kind} ${start}-${end}`
}

/** The statements of one account: what the engine reads, parted, taken up and set aside as people say. */
export function benchOf(
  state: CaseState,
  group: AccountGroup,
  text: string,
  candidates: AccountCandidates | null,
): Bench {
  const bench: Bench = {
    group,
    where: findable(text),
    folds: candidates?.boilerplate ?? [],
    minors: candidates?.minors?.filter(({ end }) => end <= text.length) ?? [],
    shown: new Map(),
    parted: new Map(),
    unfound: [],
    setAside: [],
  }
  for (const candidate of candidates ? candidateStatements(group.id, candidates, text.length) : [])
    bench.shown.set(candidate.key, candidate)
  sourcesOfQuotes(bench)
  const own = new Set(group.versions.map(({ id }) => id))
  for (const each of enteredOf(state, own)) {
    if ('from' in each) part(bench, each)
    else takeUp(bench, each)
  }
  for (const dismissal of state.dismissals.values()) {
    const { kind: of } = dismissal.of
    if (dismissal.withdrawn !== null || of === 'link' || of === 'calling') continue
    const { kind, passage } = dismissal.of
    if (!own.has(passage.account)) continue
    const at = findPassage(bench.where, passage)
    const key = at && keyOf(group.id, kind, at)
    const statement = (key && bench.shown.get(key)) || null
    // What somebody has taken up since stands.
    if (statement?.origin.kind === 'taken-up') continue
    if (key) bench.shown.delete(key)
    bench.setAside.push({ dismissal, statement, link: null })
  }
  return bench
}

export function columnOf({ group, where, folds, minors, shown }: Bench, days: Column['days']): Column {
  const inOrder = [...shown.values()].sort((one, two) => one.start - two.start || two.end - one.end)
  return {
    group,
    text: where.text,
    folds,
    statements: inOrder.filter(({ kind }) => kind === 'statement'),
    quotes: inOrder.filter(({ kind }) => kind === 'quote'),
    minors,
    days,
  }
}

/** The statement of a passage that a person refers to; made where the engine parts the text otherwise now. Null where its words are gone. */
export function statementAt(bench: Bench, passage: Passage, id: string): ShownStatement | null {
  const at = findPassage(bench.where, passage)
  if (at === null) {
    bench.unfound.push({ account: passage.account, words: passage.exact, id })
    return null
  }
  const known =
    bench.shown.get(keyOf(bench.group.id, 'statement', at)) ??
    bench.shown.get(keyOf(bench.group.id, 'quote', at))
  if (known) return known
  const parted = bench.parted.get(keyOf(bench.group.id, 'statement', at))
  if (parted) {
    const merged = [...bench.shown.values()].find(
      each => each.parting !== null && each.start <= at.start && each.end >= at.end,
    )
    // Which part a person meant of what was split since is not guessed: what was linked stands as it was.
    if (!merged) bench.shown.set(parted.key, parted)
    return merged ?? parted
  }
  const around = [...bench.shown.values()].find(each => each.start <= at.start && each.end >= at.end)
  const made: ShownStatement = {
    ...{ key: keyOf(bench.group.id, 'statement', at), kind: 'statement', group: bench.group.id, ...at },
    ...{ isHeadline: around?.isHeadline ?? false, source: around?.source ?? null },
    ...{ origin: { kind: 'candidate' }, parting: null, partedFrom: [] },
  }
  bench.shown.set(made.key, made)
  return made
}

function* candidateStatements(
  group: string,
  { sentences, quotes, attributions }: AccountCandidates,
  length: number,
): Iterable<ShownStatement> {
  const told = new Map(attributions.map(each => [`${each.start}-${each.end}`, each]))
  const base = { group, origin: { kind: 'candidate' }, parting: null, partedFrom: [] } as const
  for (const { start, end, headline } of sentences) {
    if (end > length || start >= end) continue
    const attribution = told.get(`${start}-${end}`)
    const source: ShownSource | null = attribution
      ? {
          ...{ chain: attribution.chain, to: null, recording: attribution.recording },
          ...{ negated: attribution.negated, hedged: attribution.hedged, declining: attribution.declining },
          ...{ by: 'machine', certainty: null },
        }
      : null
    const key = keyOf(group, 'statement', { start, end })
    yield { ...base, key, kind: 'statement', start, end, isHeadline: headline, source }
  }
  for (const { start, end, speaker, to, via, certainty } of quotes) {
    if (end > length || start >= end) continue
    const chain = [...(speaker === null ? [] : [speaker]), ...(via === null ? [] : [via])]
    const source: ShownSource | null =
      speaker === null
        ? null
        : {
            ...{ chain, to, recording: null, negated: false, hedged: false, declining: false },
            ...{ by: 'machine', certainty },
          }
    const key = keyOf(group, 'quote', { start, end })
    yield { ...base, key, kind: 'quote', start, end, isHeadline: false, source }
  }
}

/**
 * A sentence of which nothing else is told goes back to whom its one quote goes back to; in a turn of talk ("He says, 'What did I do?'") to them
 * through whoever speaks.
 */
function sourcesOfQuotes(bench: Bench): void {
  const quotes = [...bench.shown.values()].filter(({ kind }) => kind === 'quote')
  for (const statement of [...bench.shown.values()]) {
    if (statement.kind !== 'statement') continue
    const all = quotes.filter(({ start, end }) => start >= statement.start && end <= statement.end)
    const inner = all.filter(({ start, end }) => end - start < statement.end - statement.start)
    const within = inner.length > 0 ? inner : all
    const [first] = within
    const of = first?.source?.chain ?? []
    if (!first?.source || within.some(({ source }) => source?.chain.join() !== of.join())) continue
    const { source } = statement
    if (source === null) bench.shown.set(statement.key, { ...statement, source: first.source })
    else if (source.by === 'machine' && isTurnOf(quotes, statement) && !source.chain.includes(of[0] ?? ''))
      bench.shown.set(statement.key, {
        ...statement,
        source: { ...source, chain: [...of, ...source.chain], certainty: first.source.certainty },
      })
  }
}

/** Whether a statement is told of as part of a turn: whoever speaks there tells it, also where others' words stand within. */
function isTurnOf(quotes: readonly ShownStatement[], { start, end, source }: ShownStatement): boolean {
  return quotes.some(
    turn => turn.start <= start && turn.end >= end && turn.source?.chain.join() === source?.chain.join(),
  )
}

function part(bench: Bench, parting: Parting): void {
  const into = parting.into.map(passage => ({ passage, at: findPassage(bench.where, passage) }))
  const lost = into.find(({ at }) => at === null)
  if (lost) {
    const { account, exact } = lost.passage
    bench.unfound.push({ account, words: exact, id: parting.id })
    return
  }
  const places = into.flatMap(({ at }) => (at ? [at] : []))
  const were = parting.from.map(passage => findPassage(bench.where, passage))
  // What a person took up of other words stands, even where it overlaps.
  const overlapped = [...bench.shown.values()].filter(
    each =>
      each.kind === 'statement' &&
      (each.origin.kind === 'candidate'
        ? places.some(({ start, end }) => start < each.end && each.start < end)
        : were.some(at => at !== null && at.start === each.start && at.end === each.end)),
  )
  for (const each of overlapped) {
    bench.shown.delete(each.key)
    bench.parted.set(each.key, each)
  }
  for (const at of places) {
    // What was said of the whole's source holds for each part until it is corrected; a person's word before a machine's.
    const of = overlapped.filter(each => each.start < at.end && at.start < each.end)
    const stated = of.find(({ source }) => source?.by === 'person') ?? of[0]
    const key = keyOf(bench.group.id, 'statement', at)
    // The very words that a person has taken up, before they were parted or beside that, are that statement.
    const known = bench.shown.get(key) ?? bench.parted.get(key)
    if (known?.origin.kind === 'taken-up') {
      bench.shown.set(key, { ...known, parting })
      continue
    }
    bench.shown.set(key, {
      ...{ key, kind: 'statement', group: bench.group.id, ...at, isHeadline: of[0]?.isHeadline ?? false },
      ...{ source: stated?.source ?? null, origin: { kind: 'candidate' }, parting },
      partedFrom: [
        ...new Set(
          of.flatMap(each => [
            ...each.partedFrom,
            ...(each.origin.kind === 'taken-up' ? [each.origin.held] : []),
          ]),
        ),
      ],
    })
  }
}

/** Partings and what was taken up, in the order in which people entered them: what is split or merged after it was taken up stands in its parts. */
function enteredOf(state: CaseState, own: ReadonlySet<string>): readonly (Parting | Statement)[] {
  const numberOf = ({ id }: Parting | Statement) => Number(id.replace(/^[a-z]+/, ''))
  return [
    ...[...state.partings.values()].filter(({ from }) => from.some(({ account }) => own.has(account))),
    ...[...state.statements.values()].filter(({ passage }) => own.has(passage.account)),
  ]
    .filter(({ withdrawn }) => withdrawn === null)
    .sort((one, two) => numberOf(one) - numberOf(two))
}

function takeUp(bench: Bench, statement: Statement): void {
  const { passage, kind, id, source } = statement
  const at = findPassage(bench.where, passage)
  if (at === null) {
    bench.unfound.push({ account: passage.account, words: passage.exact, id })
    return
  }
  const key = keyOf(bench.group.id, kind, at)
  const known = bench.shown.get(key)
  bench.shown.set(key, {
    ...{ key, kind, group: bench.group.id, ...at },
    isHeadline: known?.isHeadline ?? false,
    source: source ? { ...source, by: 'person', certainty: null } : (known?.source ?? null),
    origin: { kind: 'taken-up', held: statement },
    parting: known?.parting ?? null,
    partedFrom: known?.partedFrom ?? [],
  })
}
