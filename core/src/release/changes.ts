import type { CaseState, Moment, SealedRelease, Transcript } from '../case/index.ts'
import { type Composition, isTranscriptChosen } from './composition.ts'
import type { ReleaseDocument } from './release-document.ts'

/** One thing that goes out: how readers know it, and what it is, as a text to compare. */
interface Held {
  readonly title: string
  readonly what: string
}

/** A version as it went out, or is to go out: `sealed` is null for the one that is not sealed yet. */
interface Version {
  readonly composition: Composition
  readonly sealed: SealedRelease | null
}

/**
 * What a version holds otherwise than the one before, by title: counted, so that nobody has to be believed. Moments and transcripts count too,
 * whether another choice or another state of the case put them in, took them out or changed them.
 */
export function changesBetween(
  before: Version | null,
  composition: Composition,
  state: Pick<CaseState, 'moments' | 'transcripts'>,
): Omit<NonNullable<ReleaseDocument['changes']>, 'words'> {
  const was = before ? held(before, state) : new Map<string, Held>()
  const is = held({ composition, sealed: null }, state)
  const titles = (all: Iterable<readonly [string, Held]>, isMeant: (key: string, each: Held) => boolean) =>
    [...all].flatMap(([key, each]) => (isMeant(key, each) ? [each.title] : []))
  return {
    added: titles(is, key => !was.has(key)),
    removed: titles(was, key => !is.has(key)),
    replaced: titles(is, (key, { what }) => was.has(key) && was.get(key)?.what !== what),
  }
}

function held(
  version: Version,
  state: Pick<CaseState, 'moments' | 'transcripts'>,
): ReadonlyMap<string, Held> {
  const { composition, sealed } = version
  const { recordings, documents, accounts } = composition
  const byTitle = (title: string, what: string) => [title, { title, what }] as const
  /** The same thing said otherwise since the version was sealed is replaced in the next. */
  const said = (id: string, rev: number) => (sealed && rev > sealed.rev ? `${id} as it was` : id)
  const titleOf = new Map<string, string>(recordings.map(({ recording, title }) => [recording, title]))
  return new Map([
    ...recordings.map(({ title, recording, as, parts }) =>
      byTitle(title, `${recording} ${as} ${JSON.stringify(parts ?? null)}`),
    ),
    ...documents.map(({ title, file }) => byTitle(title, file)),
    ...accounts.map(({ title, account, whole }) => byTitle(title, `${account} ${whole}`)),
    ...[...state.moments.values()]
      .filter(moment => isMomentIn(moment, version))
      .map(({ id, name, rev }) => [`moment ${id}`, { title: name, what: said(id, rev) }] as const),
    ...[...state.transcripts.values()]
      .filter(each => stoodIn(each, sealed) && isTranscriptChosen(composition, each.id))
      .flatMap(({ id, recording, language, rev }) => {
        const title = titleOf.get(recording)
        const named = [title, language].filter(each => each !== null).join(' · ')
        return title === undefined
          ? []
          : [[`transcript ${id}`, { title: named, what: said(id, rev) }] as const]
      }),
  ])
}

/** Whether something of the case stood when a version was sealed; of one that is not sealed yet, whether it stands now. */
function stoodIn(
  { at, rev, withdrawn }: Pick<Moment | Transcript, 'at' | 'rev' | 'withdrawn'>,
  sealed: SealedRelease | null,
): boolean {
  return sealed ? at <= sealed.at && (withdrawn === null || rev > sealed.rev) : withdrawn === null
}

/** Parts of recordings are not looked into: a moment counts with its recording. */
function isMomentIn(moment: Moment, { composition, sealed }: Version): boolean {
  if (!stoodIn(moment, sealed)) return false
  const { moments, recordings } = composition
  if (moments && !moments.includes(moment.id)) return false
  const { when } = moment
  const seenIn = when.on === 'recording' ? when.recording : (when.seen?.recording ?? null)
  if (seenIn === null || recordings.some(({ recording }) => recording === seenIn)) return true
  return when.on !== 'recording' && moments !== null
}
