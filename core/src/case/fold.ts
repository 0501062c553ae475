import { assert } from '../errors.ts'
import { type Draft, draftOf, type Told } from './draft.ts'
import type { AbsentEntry, Entry, EntryDetail, EntryType } from './entries.ts'
import { accessFolds } from './nouns/access.ts'
import { accountFolds } from './nouns/account.ts'
import { cardFolds } from './nouns/card.ts'
import { clearanceFolds, spanClearanceFolds } from './nouns/clearance.ts'
import { clockReadingFolds } from './nouns/clock-reading.ts'
import { comparisonRunFolds } from './nouns/comparison-run.ts'
import { coverFolds } from './nouns/cover.ts'
import { declaredDifferenceFolds } from './nouns/declared-difference.ts'
import { dismissalFolds } from './nouns/dismissal.ts'
import { distanceFolds } from './nouns/distance.ts'
import { editListFolds } from './nouns/edit-list.ts'
import { editReviewFolds } from './nouns/edit-review.ts'
import { editedFilmFolds } from './nouns/edited-film.ts'
import { expectedFolds } from './nouns/expected.ts'
import { fileFolds } from './nouns/file.ts'
import { impulseLabelFolds } from './nouns/impulse-label.ts'
import { lockFolds } from './nouns/lock.ts'
import { matterFolds } from './nouns/matter.ts'
import { momentFolds } from './nouns/moment.ts'
import { openingFolds } from './nouns/opening.ts'
import { partingFolds } from './nouns/parting.ts'
import { personFolds } from './nouns/person.ts'
import { pinFolds } from './nouns/pin.ts'
import { provenanceFolds } from './nouns/provenance.ts'
import { quoteHeardFolds } from './nouns/quote-heard.ts'
import { recordingFolds } from './nouns/recording.ts'
import { releaseDraftFolds } from './nouns/release-draft.ts'
import { releaseStateFolds } from './nouns/release-state.ts'
import { sealedReleaseFolds } from './nouns/sealed-release.ts'
import { standInFolds } from './nouns/stand-in.ts'
import { causeFolds } from './nouns/stated-cause.ts'
import { statedDayFolds } from './nouns/stated-day.ts'
import { statementFolds } from './nouns/statement.ts'
import { statementLinkFolds } from './nouns/statement-link.ts'
import { syncRunFolds } from './nouns/sync-run.ts'
import { takenAwayFolds } from './nouns/taken-away.ts'
import { transcriptFolds } from './nouns/transcript.ts'
import { wallAnchorFolds } from './nouns/wall-anchor.ts'
import { type CaseState, emptyCase } from './state.ts'

/** How the case takes up each type of entry; each noun brings its own, and a missing arm does not compile. */
const arms: { readonly [T in EntryType]: (draft: Draft, told: Told<EntryDetail<T>>) => void } = {
  ...openingFolds,
  ...personFolds,
  ...fileFolds,
  ...recordingFolds,
  ...syncRunFolds,
  ...pinFolds,
  ...provenanceFolds,
  ...expectedFolds,
  ...standInFolds,
  ...editedFilmFolds,
  ...clearanceFolds,
  ...coverFolds,
  ...accessFolds,
  ...momentFolds,
  ...spanClearanceFolds,
  ...takenAwayFolds,
  ...wallAnchorFolds,
  ...clockReadingFolds,
  ...causeFolds,
  ...distanceFolds,
  ...lockFolds,
  ...accountFolds,
  ...comparisonRunFolds,
  ...statementFolds,
  ...statementLinkFolds,
  ...matterFolds,
  ...partingFolds,
  ...dismissalFolds,
  ...statedDayFolds,
  ...cardFolds,
  ...releaseStateFolds,
  ...sealedReleaseFolds,
  ...releaseDraftFolds,
  ...editListFolds,
  ...editReviewFolds,
  ...declaredDifferenceFolds,
  ...transcriptFolds,
  ...impulseLabelFolds,
  ...quoteHeardFolds,
}

/** Numbered entries, as a log gives them. */
export interface Numbered {
  readonly seq: number
  readonly entry: Entry | AbsentEntry
}

/** The case after one more entry. `state` is left as it was; only the collections that change are copied. */
export function fold(state: CaseState, next: Numbered): CaseState {
  const draft = draftOf(state)
  apply(draft, next)
  return draft.state
}

/** Folds entries as they come. It alone owns the maps it builds, so 100,000 entries take well under a second. */
export interface Folding {
  add(next: Numbered): void
  /** The case so far. Nothing may be added afterwards: the maps now belong to the caller. */
  finish(): CaseState
}

export function startFolding(from: CaseState = emptyCase): Folding {
  const draft = draftOf(from)
  let isFinished = false
  return {
    add(next) {
      assert(!isFinished, 'nothing is folded into a finished case')
      apply(draft, next)
    },
    finish() {
      isFinished = true
      return draft.state
    },
  }
}

/** The case after many entries; each collection is copied at most once. */
export function foldAll(entries: Iterable<Numbered>, from: CaseState = emptyCase): CaseState {
  const folding = startFolding(from)
  for (const next of entries) folding.add(next)
  return folding.finish()
}

function apply(draft: Draft, { seq, entry }: Numbered): void {
  const { state } = draft
  assert(seq === state.seq + 1, `entries are folded in order: expected ${state.seq + 1}, found ${seq}`)
  state.seq = seq
  if (!('detail' in entry)) return
  const { type, at, agent, detail } = entry
  const arm = arms[type] as (draft: Draft, told: Told<unknown>) => void
  arm(draft, { seq, at, agent, detail })
}
