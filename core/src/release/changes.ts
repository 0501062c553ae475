import type { CaseState, ImpulseLabel, Matter, Moment, StatementLink, Transcript } from '../case/index.ts'
import { type Composition, isSoundChosen, isTranscriptChosen } from './composition.ts'
import type { ReleaseDocument } from './release-document.ts'

/** One thing that goes out: how readers know it, and what it is, as a text to compare. */
interface Held {
  readonly title: string
  readonly what: string
}

/** A claim or finding that goes out, with all that is said of it. */
export interface ClaimOut {
  readonly id: string
  readonly title: string
  readonly said: unknown
}

/** What of a case is looked at to tell what a version changes. */
type Looked = Pick<
  CaseState,
  | 'moments'
  | 'transcripts'
  | 'transcriptLayers'
  | 'impulseLabels'
  | 'statementLinks'
  | 'matters'
  | 'editLists'
  | 'editReviews'
>

/** A version as it went out, with the case as it was then; or as it is to go out, with the case as it is now. */
export interface Version {
  readonly composition: Composition
  readonly state: Looked
  readonly claims: readonly ClaimOut[]
}

/**
 * What a version holds otherwise than the one before, by title: counted, so that nobody has to be believed. Moments, transcripts,
 * named sounds, claims, findings, what is quoted of accounts and lists of edits count too, whether another choice or another state of the case put
 * them in, took them out or changed them.
 */
export function changesBetween(
  before: Version | null,
  version: Version,
): Omit<NonNullable<ReleaseDocument['changes']>, 'words'> {
  const was = before ? held(before) : new Map<string, Held>()
  const is = held(version)
  const titles = (all: Iterable<readonly [string, Held]>, isMeant: (key: string, each: Held) => boolean) =>
    [...all].flatMap(([key, each]) => (isMeant(key, each) ? [each.title] : []))
  return {
    added: titles(is, key => !was.has(key)),
    removed: titles(was, key => !is.has(key)),
    replaced: titles(is, (key, { what }) => was.has(key) && was.get(key)?.what !== what),
  }
}

function held({ composition, state, claims }: Version): ReadonlyMap<string, Held> {
  const { recordings, documents, accounts } = composition
  const language = composition.languages[0] ?? 'en'
  const isChosen = (id: string) => isTranscriptChosen(composition, id)
  const quoted = new Set<string>(accounts.map(({ account }) => account))
  const titleOf = new Map<string, string>(recordings.map(({ recording, title }) => [recording, title]))
  const byTitle = (title: string, what: string) => [title, { title, what }] as const
  const known = (key: string, title: string, what: unknown) =>
    [key, { title: title.slice(0, longestTitle), what: JSON.stringify(what) }] as const
  const of = (recording: string, more: string | null) =>
    [titleOf.get(recording), more].filter(each => each != null).join(' · ')
  return new Map([
    ...recordings.map(({ title, recording, as, parts }) =>
      byTitle(title, `${recording} ${as} ${JSON.stringify(parts ?? null)}`),
    ),
    ...documents.map(({ title, file }) => byTitle(title, file)),
    ...accounts.map(({ title, account, whole }) =>
      byTitle(title, `${account} ${whole} ${JSON.stringify(quotesOf(account, quoted, state))}`),
    ),
    ...[...state.moments.values()]
      .filter(moment => isMomentIn(moment, composition))
      .map(({ id, name, when, region, description, tags }) =>
        known(`moment ${id}`, name, [name, when, region, description, tags]),
      ),
    ...[...state.transcripts.values()]
      .filter(each => stands(each) && isChosen(each.id) && titleOf.has(each.recording))
      .map(each => known(`transcript ${each.id}`, of(each.recording, each.language), saidIn(each, state))),
    ...[...state.impulseLabels.values()]
      .filter(each => stands(each) && isSoundChosen(composition, each.id))
      .flatMap(({ id, is, words, reason, hearings }) => {
        const heard = hearings.filter(({ recording }) => titleOf.has(recording))
        const name = [soundWords[language], words].filter(each => each !== null).join(' · ')
        return heard.length === 0 ? [] : [known(`sound ${id}`, name, [is, words, reason, heard])]
      }),
    ...claims.map(({ id, title, said }) => known(`claim ${id}`, title, said)),
    ...recordings
      .filter(({ parts }) => parts === undefined)
      .flatMap(({ recording }) => {
        const lines = editLinesOf(recording, state)
        const name = of(recording, editListWords[language])
        return lines.length === 0 ? [] : [known(`edits ${recording}`, name, lines)]
      }),
  ])
}

/** How a list of edits is known beside its film, and a named sound before its words, in the first language of the release. */
const editListWords = { en: 'edit list', es: 'lista de edición' } as const
const soundWords = { en: 'sharp sound', es: 'sonido seco' } as const

/** As long as the title of anything else. */
const longestTitle = 300

/** Whether something of the case stands. */
function stands({
  withdrawn,
}: Pick<Moment | Transcript | ImpulseLabel | Matter | StatementLink, 'withdrawn'>): boolean {
  return withdrawn === null
}

/** A transcript with every change of it that stands. */
function saidIn({ id, result, speakers, language, translationOf }: Transcript, state: Looked): unknown {
  const layers = [...state.transcriptLayers.values()].filter(each => each.transcript === id && stands(each))
  return [result, [...speakers], language, translationOf, layers.map(each => each.id)]
}

/** What people gathered and linked of an account, as far as all of it can go out. */
function quotesOf(account: string, out: ReadonlySet<string>, state: Looked): unknown {
  const links = [...state.statementLinks.values()].filter(
    each =>
      stands(each) &&
      [each.a.account, each.b.account].some(end => end === account) &&
      out.has(each.a.account) &&
      out.has(each.b.account),
  )
  const matters = [...state.matters.values()].filter(stands).flatMap(({ name, passages }) => {
    const own = passages.filter(each => each.account === account)
    return own.length === 0 ? [] : [[name, own]]
  })
  return [links.map(({ a, b, relation }) => [a, b, relation]), matters]
}

/** The lines of a film's edits that people stand for. */
function editLinesOf(film: string, { editLists, editReviews }: Looked): readonly unknown[] {
  if (![...editLists].some(([of, run]) => of === film && run.kind === 'made')) return []
  return [...editReviews.values()]
    .filter(each => each.of === film && stands(each) && each.verdict !== 'dismissed')
    .map(({ line, verdict, said }) => [line, verdict, said])
}

/** Parts of recordings are not looked into: a moment counts with its recording. */
function isMomentIn(moment: Moment, { moments, recordings }: Composition): boolean {
  if (!stands(moment)) return false
  if (moments && !moments.includes(moment.id)) return false
  const { when } = moment
  const seenIn = when.on === 'recording' ? when.recording : (when.seen?.recording ?? null)
  if (seenIn === null || recordings.some(({ recording }) => recording === seenIn)) return true
  return when.on !== 'recording' && moments !== null
}
