import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Comparison, compareAccounts } from '../../../core/src/accounts/compare.ts'
import { type Marked, parseMarked, type Span } from './marked-account.ts'

export interface Cluster {
  readonly name: string
  readonly accounts: readonly { readonly name: string; readonly marked: Marked }[]
}

/**
 * `held-out` and `unseen` were written after the rules and looked at afterwards; `last` was written after version 2 of them, and
 * `kept` before version 3 was begun. `elsewhere` was written by one who had read neither the rules nor any other cluster. Of those
 * three only the totals are ever looked at. `third-writer` is by yet another who had read none of it, read once and looked at freely since;
 * `fourth-writer` to `seventh-writer` by a fourth to seventh, in the same way; of the sixth eight and of the seventh seven more clusters stay outside and unread.
 * `habits` and `habits-kept` have one text for each way in which outlets write, marked for who speaks and what stands around it and for no matters; of the second only totals are looked at.
 */
export const folders = [
  'practice',
  'held-out',
  'unseen',
  'last',
  'kept',
  'elsewhere',
  'third-writer',
  'fourth-writer',
  'fifth-writer',
  'sixth-writer',
  'seventh-writer',
  'habits',
  'habits-kept',
] as const

/** The clusters of a folder beside this file, in order of name. */
export function clustersIn(folder: (typeof folders)[number]): readonly Cluster[] {
  const root = join(import.meta.dirname, folder)
  return readdirSync(root)
    .sort()
    .map(name => ({
      name,
      accounts: readdirSync(join(root, name))
        .filter(file => file.endsWith('.txt'))
        .sort()
        .map(file => ({ name: file, marked: parseMarked(readFileSync(join(root, name, file), 'utf8')) })),
    }))
}

/** Found, expected and right, from which precision, recall and F1 follow. */
export interface Tally {
  found: number
  expected: number
  right: number
  readonly wrong: string[]
}

export const measures = [
  'sentences',
  'boilerplate',
  'lost',
  'quotes',
  'speakers',
  'chains',
  'numbers',
  'times',
  'people',
  'links',
  'conflicts',
] as const
export type Measure = (typeof measures)[number]
export type Scores = Record<Measure, Tally>

export const precisionOf = ({ right, found }: Tally) => (found === 0 ? 1 : right / found)
export const recallOf = ({ right, expected }: Tally) => (expected === 0 ? 1 : right / expected)
export const f1Of = ({ right, found, expected }: Tally) =>
  found + expected === 0 ? 1 : (2 * right) / (found + expected)

export function emptyScores(): Scores {
  return Object.fromEntries(
    measures.map(measure => [measure, { found: 0, expected: 0, right: 0, wrong: [] }]),
  ) as unknown as Scores
}

/** Adds what one cluster came to. */
export function scoreCluster(cluster: Cluster, scores: Scores): Comparison {
  const result = compareAccounts(cluster.accounts.map(({ marked }) => marked.text))
  for (const [index, { name, marked }] of cluster.accounts.entries()) {
    const reading = result.accounts[index]
    if (!reading) throw new Error('every account is read')
    const where = `${cluster.name}/${name}`
    scoreExact(scores.sentences, reading.sentences, marked.sentences, marked.text, where)
    scoreFolds(scores, reading.folds, marked, where)
    scoreExact(
      scores.quotes,
      // Quotes within quotes are marked in some texts and left out in others.
      reading.quotes.filter(quote => quote.depth === 0 || marked.quotes.some(want => same(want, quote))),
      marked.quotes,
      marked.text,
      where,
    )
    for (const quote of marked.quotes) {
      const found = reading.quotes.find(({ start, end }) => start === quote.start && end === quote.end)
      if (!found) continue
      scores.speakers.found++
      scores.speakers.expected++
      if (
        isSameSource(found.speaker?.name ?? '', quote.speaker) ||
        // "Marek", where he is also named in full.
        found.speaker?.person?.given?.toLowerCase() === quote.speaker.toLowerCase()
      )
        scores.speakers.right++
      else
        scores.speakers.wrong.push(
          `${where}: “${marked.text.slice(quote.start, quote.end).slice(0, 50)}” ${quote.speaker} / found ${found.speaker?.name}`,
        )
    }
    scoreChains(scores.chains, reading.attributions, marked, where)
    for (const [measure, type] of [
      ['numbers', 'number'],
      ['times', 'time'],
      ['people', 'person'],
    ] as const) {
      const wanted = marked.facts.filter(fact => fact.type === type)
      const found = reading.facts.filter(
        fact => fact.type === type && !marked.optional.some(span => overlaps(span, fact)),
      )
      const tally = scores[measure]
      tally.expected += wanted.length
      tally.found += found.length
      for (const want of wanted) {
        const hit = found.find(
          each =>
            overlaps(each, want) &&
            (type !== 'number' || each.value === want.value) &&
            (type !== 'person' || isOnePerson(each.value, want.value ?? '')),
        )
        if (hit) tally.right++
        else tally.wrong.push(`${where}: missed ${type} ${marked.text.slice(want.start, want.end)}`)
      }
      for (const extra of found)
        if (!wanted.some(want => overlaps(want, extra)))
          tally.wrong.push(`${where}: extra ${type} ${marked.text.slice(extra.start, extra.end)}`)
    }
  }
  scoreLinks(cluster, result, scores)
  return result
}

/** One name in full or in part, in capitals or not: an account may not give the whole of it. */
function isOnePerson(a: string, b: string): boolean {
  const [left, right] = [a.toLowerCase(), b.toLowerCase()]
  return left === right || left.endsWith(` ${right}`) || right.endsWith(` ${left}`)
}

const overlaps = (a: Span, b: Span) => a.start < b.end && b.start < a.end
const same = (a: Span, b: Span) => a.start === b.start && a.end === b.end

function scoreExact(
  tally: Tally,
  found: readonly Span[],
  wanted: readonly Span[],
  text: string,
  where: string,
): void {
  tally.found += found.length
  tally.expected += wanted.length
  for (const want of wanted) {
    if (found.some(each => same(each, want))) tally.right++
    else tally.wrong.push(`${where}: missed “${text.slice(want.start, want.end)}”`)
  }
  for (const extra of found)
    if (!wanted.some(want => same(want, extra)))
      tally.wrong.push(`${where}: extra “${text.slice(extra.start, extra.end)}”`)
}

function scoreFolds(scores: Scores, found: readonly Span[], marked: Marked, where: string): void {
  const inside = (spans: readonly Span[], at: number) =>
    spans.some(({ start, end }) => at >= start && at < end)
  for (let at = 0; at < marked.text.length; at++) {
    if (/\s/.test(marked.text[at] ?? '')) continue
    const [isFound, isWanted] = [inside(found, at), inside(marked.folds, at)]
    if (isFound) scores.boilerplate.found++
    if (isWanted) scores.boilerplate.expected++
    if (isFound && isWanted) scores.boilerplate.right++
    if (isFound && inside(marked.sentences, at)) scores.lost.found++
  }
  for (const span of marked.folds)
    if (!found.some(each => same(each, span)))
      scores.boilerplate.wrong.push(`${where}: unfolded “${marked.text.slice(span.start, span.end)}”`)
  for (const span of found)
    if (!marked.folds.some(each => overlaps(each, span)))
      scores.boilerplate.wrong.push(`${where}: folded “${marked.text.slice(span.start, span.end)}”`)
}

/** Two ways of naming one source: a shared last word, articles aside, or the head of a description alone. */
export function isSameSource(a: string, b: string): boolean {
  const words = (name: string) =>
    name
      .toLowerCase()
      .replace(/[^\p{L}\p{N} ]/gu, '')
      .replace(/^(?:the|a|an|la|los|el|his|her) /, '')
      .split(' ')
  const [left, right] = [words(a), words(b)]
  return (
    left.join(' ') === right.join(' ') ||
    (left.at(-1) !== '' && left.at(-1) === right.at(-1)) ||
    (left.length > 1 &&
      right.length > 1 &&
      (left.join(' ').includes(right.join(' ')) || right.join(' ').includes(left.join(' ')))) ||
    (left.length === 1 && isHeadOf(left[0] ?? '', b)) ||
    (right.length === 1 && isHeadOf(right[0] ?? '', a))
  )
}

/** Writers mark "voice" and "portavoz" where others write out "a voice from the back" and "una portavoz de la compañía". */
function isHeadOf(word: string, description: string): boolean {
  const found =
    /^(?:the |an? |his |her |los |las |el |la |una? )?((?:[\p{L}’'-]+ )*?[\p{L}’'-]+) (?:of|for|from|in|on|at|by|with|to|near|behind|beside|who|that|que|de|del|en|con|por|\p{Ll}{2,}ing)(?: |$)/u.exec(
      description.toLowerCase(),
    )
  return word !== '' && found?.[1]?.split(' ').at(-1) === word
}

/** Of a source that is named in full, a given name alone is the same one, as it is of a speaker. */
const isSameLink = (found: string, marked: string) =>
  isSameSource(found, marked) || (/^\p{Lu}\p{Ll}+$/u.test(marked) && found.startsWith(`${marked} `))

function scoreChains(
  tally: Tally,
  found: readonly (Span & { readonly chain: readonly string[] })[],
  marked: Marked,
  where: string,
): void {
  const wanted = marked.chains.flatMap(span => span.chain.map(link => ({ span, link })))
  const given = found
    .filter(
      each =>
        !marked.text.slice(each.start, each.end).includes(':') ||
        marked.chains.some(want => same(want, each)),
    )
    .flatMap(span => span.chain.map(link => ({ span, link })))
  tally.expected += wanted.length
  tally.found += given.length
  for (const { span, link } of wanted) {
    if (given.some(each => overlaps(each.span, span) && isSameLink(each.link, link))) tally.right++
    else
      tally.wrong.push(
        `${where}: missed ${link} in “${marked.text.slice(span.start, span.end).slice(0, 90)}”`,
      )
  }
  for (const { span, link } of given)
    if (!wanted.some(each => overlaps(each.span, span) && isSameLink(link, each.link)))
      tally.wrong.push(`${where}: extra ${link} in “${marked.text.slice(span.start, span.end).slice(0, 90)}”`)
}

/** A link counts when its two ends overlap statements on one matter; pairs of unmarked statements are left out of account. */
function scoreLinks(cluster: Cluster, result: Comparison, scores: Scores): void {
  const wanted: {
    readonly a: number
    readonly b: number
    readonly one: Marked['matters'][number]
    readonly two: Marked['matters'][number]
    readonly isConflict: boolean
  }[] = []
  for (const [a, left] of cluster.accounts.entries())
    for (const [b, right] of cluster.accounts.entries()) {
      if (b <= a) continue
      for (const one of left.marked.matters)
        for (const two of right.marked.matters)
          if (one.matter === two.matter)
            wanted.push({
              a,
              b,
              one,
              two,
              isConflict: one.value !== null && two.value !== null && one.value !== two.value,
            })
    }
  const hits = (each: (typeof wanted)[number]) =>
    result.links.filter(
      ({ a, b }) =>
        a.account === each.a && b.account === each.b && overlaps(a, each.one) && overlaps(b, each.two),
    )
  const text = (account: number, span: Span) =>
    cluster.accounts[account]?.marked.text.slice(span.start, span.end).replace(/\s+/g, ' ').slice(0, 90)
  const links = scores.links
  links.expected += wanted.length
  links.found += result.links.length
  for (const each of wanted) {
    const found = hits(each)
    if (found.length > 0) links.right++
    else
      links.wrong.push(
        `${cluster.name}: missed ${each.one.matter}: ${text(each.a, each.one)} / ${text(each.b, each.two)}`,
      )
    if (!each.isConflict) continue
    scores.conflicts.expected++
    if (found.some(({ relation }) => relation === 'conflict')) scores.conflicts.right++
    else
      scores.conflicts.wrong.push(
        `${cluster.name}: missed ${each.one.matter}${found.length > 0 ? ' (linked)' : ''}: ${text(each.a, each.one)} / ${text(each.b, each.two)}`,
      )
  }
  for (const link of result.links) {
    const isWanted = wanted.some(
      each =>
        each.a === link.a.account &&
        each.b === link.b.account &&
        overlaps(link.a, each.one) &&
        overlaps(link.b, each.two),
    )
    if (!isWanted)
      links.wrong.push(
        `${cluster.name}: extra ${text(link.a.account, link.a)} / ${text(link.b.account, link.b)} (${link.why.join('; ')})`,
      )
    if (link.relation !== 'conflict') continue
    scores.conflicts.found++
    const isTrue = wanted.some(
      each =>
        each.isConflict &&
        each.a === link.a.account &&
        each.b === link.b.account &&
        overlaps(link.a, each.one) &&
        overlaps(link.b, each.two),
    )
    if (!isTrue)
      scores.conflicts.wrong.push(
        `${cluster.name}: extra [${link.differing.join(' | ')}] ${text(link.a.account, link.a)} / ${text(link.b.account, link.b)} (${link.why[0]})`,
      )
  }
}
