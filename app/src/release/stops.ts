import type { CaseState, RecordingId, StopOverride } from '@sightline/core/case'
import { withholdingFor } from '@sightline/core/case-file'
import {
  type Composition,
  changesBetween,
  checklist,
  isTranscriptChosen,
  type Stop,
  type Version,
} from '@sightline/core/release'
import { isSettled } from '@sightline/core/transcript'
import type { ContentStore } from '../store/content-store.ts'
import { storedTranscript } from '../transcripts/stored.ts'
import { undoneIn } from './heard-out.ts'
import { versionOf } from './telling.ts'

/**
 * Everything that stands in the way of a composition, by the case and by what was measured of it. `before` is what went out last;
 * `asOf` is ISO 8601 in UTC.
 */
export async function stopsOf(
  state: CaseState,
  content: ContentStore,
  composition: Composition,
  before: Version | null,
  asOf: string,
): Promise<readonly Stop[]> {
  return checklist({
    ...{ state, composition, asOf },
    undone: await undoneIn(state, content, composition),
    unsettled: await unsettledLines(state, content, composition),
    namesTold: namesTold(state, composition),
    removed: before ? changesBetween(before, versionOf(composition, state)).removed : [],
  })
}

/** The entry by which a named person goes past a stop of the next version; null where nobody does. */
export function overrideOf(state: CaseState, { code, what, about }: Stop): StopOverride | null {
  const version = state.sealedReleases.length + 1
  const standing = [...state.stopOverrides.values()].filter(
    each => each.withdrawn === null && each.version === version,
  )
  return standing.find(each => each.stop === code && each.what === cut(what) && each.about === about) ?? null
}

/** Words as an entry of the log takes them. */
function cut(words: string): string {
  return words.slice(0, 300).trim()
}

async function unsettledLines(
  state: CaseState,
  content: ContentStore,
  composition: Composition,
): Promise<ReadonlyMap<RecordingId, number>> {
  const out = new Set(composition.recordings.map(({ recording }) => recording))
  const counts = new Map<RecordingId, number>()
  for (const transcript of state.transcripts.values()) {
    const { recording, withdrawn } = transcript
    if (withdrawn !== null || !out.has(recording) || !isTranscriptChosen(composition, transcript.id)) continue
    const { shown } = await storedTranscript(state, content, transcript)
    const open = shown.lines.filter(line => !isSettled(line)).length
    if (open > 0) counts.set(recording, (counts.get(recording) ?? 0) + open)
  }
  return counts
}

/**
 * Where the words that somebody chose for readers hold what is not told to them. It names the place and not the words: who goes
 * past it is told in the release.
 */
function namesTold(state: CaseState, composition: Composition): readonly string[] {
  const words = withholdingFor(state, composition.audience, '', [])
  return placesOf(composition).flatMap(([place, text]) => {
    const before = words.count()
    words.keep(text)
    return words.count() > before ? [place] : []
  })
}

/** Everything in a composition that a person worded, by its place in the form. */
function placesOf(composition: Composition): readonly (readonly [string, readonly (string | null)[]])[] {
  const { organization, title, warning, statements, recordings, accounts, documents } = composition
  const { people, withheld, changes, gone } = composition
  return [
    ['organization', [organization]],
    ['title', [title]],
    ['warning', [warning]],
    ['changes', [changes]],
    ...statements.map(({ by, text }, n) => [`statement ${n + 1}`, [by, text]] as const),
    ...recordings.map(
      each => [`recording ${each.recording.slice(0, 12)}`, [each.title, each.wearer]] as const,
    ),
    ...accounts.map(each => [`account ${each.account.slice(0, 12)}`, [each.title]] as const),
    ...documents.map(each => [`document ${each.file.slice(0, 12)}`, [each.title, each.rights]] as const),
    ...people.map(each => [`person ${each.person}`, [each.as]] as const),
    ...withheld.map((each, n) => [`withheld ${n + 1}`, [each.what, each.reason, each.citation]] as const),
    ...gone.map((each, n) => [`gone ${n + 1}`, [each.what, each.reason]] as const),
  ]
}
