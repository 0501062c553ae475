import type { Entry } from '@sightline/core/case'
import { knownCard } from '@sightline/core/case/cards'
import { kindWords, titleOf } from '@sightline/core/case-file'
import type { Room } from '../room-model.ts'
import type { LogLine } from '../source/case-source.ts'
import { cardWords, caseWords } from '../strings/case-words.ts'
import { words } from '../strings/index.ts'
import { logWords } from '../strings/log-words.ts'
import { secondsText, timeText } from '../time-text.ts'
import { accountEntryDetail, isAboutAccounts } from './account-entry-words.ts'
import { editEntryDetail } from './edit-entry-words.ts'
import { listeningEntryDetail } from './listening-entry-words.ts'

/** An entry of the log in words: what happened, and of what. */
export interface EntryWords {
  readonly what: string
  readonly detail: string
}

export function entryWords(room: Room, entry: LogLine['entry']): EntryWords {
  const w = words.value.custody
  switch (entry.type) {
    case 'withheld':
      return { what: w.withheld, detail: w.withheldWhat }
    case 'expunged':
      return { what: w.expunged, detail: w.expungedWhat }
    case 'unreadable':
      return { what: w.unreadable, detail: entry.problem.kind === 'newer' ? w.newer : entry.problem.message }
    default:
      return { what: logWords.value.entries[entry.type], detail: detailWords(room, entry) }
  }
}

function detailWords(room: Room, entry: Entry): string {
  const w = logWords.value.entryDetail
  const nameOf = (id: string) => room.source.state.value.recordings.get(id)?.firstName ?? id
  const said = (...parts: readonly string[]) => parts.filter(part => part !== '').join(' · ')
  if (isAboutAccounts(entry)) return accountEntryDetail(room.source.state.value, entry)
  switch (entry.type) {
    case 'case-opened':
      return entry.detail.title
    case 'person-named':
      return entry.detail.name
    case 'intake-begun':
      return w.names(entry.detail.names)
    case 'file-received':
    case 'file-altered':
      return entry.detail.file.path
    case 'file-missing':
    case 'file-found-again':
      return entry.detail.path
    case 'intake-completed':
      return w.intake(entry.detail.present, entry.detail.missing, entry.detail.altered)
    case 'recording-probed':
      return said(nameOf(entry.detail.recording), entry.detail.facts.container)
    case 'recording-refused':
      return said(nameOf(entry.detail.recording), entry.detail.why.message)
    case 'derivation-made': {
      const { recording, recipe, version, partial } = entry.detail
      return said(nameOf(recording), `${recipe} ${version}`, partial === null ? '' : w.inPart)
    }
    case 'derivation-failed':
      return said(nameOf(entry.detail.recording), entry.detail.why.message)
    case 'sync-computed':
      return said(entry.detail.method, entry.detail.version)
    case 'placement-computed': {
      const { recording, placement } = entry.detail
      return said(
        nameOf(recording),
        placement.kind === 'placed' ? w.startsAt(timeText(placement.start, 6)) : w.unplaced,
      )
    }
    case 'placement-pinned':
      return said(
        nameOf(entry.detail.recording),
        w.startsAt(timeText(entry.detail.start, 6)),
        entry.detail.reason,
      )
    case 'placement-unpinned':
    case 'stand-in-unbound':
    case 'edited-film-revoked':
    case 'distance-withdrawn':
    case 'placement-locked':
    case 'placement-unlocked':
    case 'recording-cleared':
    case 'recording-warned':
      return said(nameOf(entry.detail.recording), entry.detail.reason)
    case 'provenance-stated':
      return nameOf(entry.detail.recording)
    case 'recording-expected':
      return said(entry.detail.description, entry.detail.saidBy)
    case 'expectation-met':
      return said(
        room.source.state.value.expected.get(entry.detail.expected)?.description ?? '',
        nameOf(entry.detail.recording),
      )
    case 'expectation-withdrawn':
      return said(
        room.source.state.value.expected.get(entry.detail.expected)?.description ?? '',
        entry.detail.reason,
      )
    case 'edited-film-declared':
      return said(nameOf(entry.detail.recording), entry.detail.title, entry.detail.maker)
    case 'stand-in-bound':
      return said(nameOf(entry.detail.recording), nameOf(entry.detail.standsFor), entry.detail.reason)
    case 'moment-marked':
    case 'moment-edited':
      return entry.detail.name
    case 'moment-withdrawn':
    case 'moment-restored':
      return said(
        room.source.state.value.moments.get(entry.detail.moment)?.name ?? entry.detail.moment,
        entry.detail.reason,
      )
    case 'span-cleared':
    case 'span-warned': {
      const { recording, from, to, reason } = entry.detail
      return said(nameOf(recording), w.stretch(secondsText(from), secondsText(to)), reason)
    }
    case 'clock-anchored':
    case 'clock-read': {
      const { recording, media, reading, reason } = entry.detail
      const { local, zone } = reading
      return said(nameOf(recording), `${secondsText(media)} s = ${local.replace('T', ' ')} ${zone}`, reason)
    }
    case 'clock-anchor-withdrawn':
      return entry.detail.reason
    case 'clock-reading-withdrawn':
    case 'clock-reading-restored': {
      const { clock, reason } = entry.detail
      const read = room.source.state.value.clockReadings.get(clock)
      return said(read ? nameOf(read.recording) : clock, reason)
    }
    case 'cause-stated': {
      const { recording, from, to, cause, reason } = entry.detail
      return said(nameOf(recording), w.stretch(secondsText(from), secondsText(to)), cause, reason)
    }
    case 'cause-withdrawn':
    case 'cause-restored': {
      const { why, reason } = entry.detail
      const stated = room.source.state.value.causes.get(why)
      return said(stated ? nameOf(stated.recording) : why, stated?.cause ?? '', reason)
    }
    case 'distance-stated': {
      const { recording, metres, errorMetres, source, reason } = entry.detail
      return said(nameOf(recording), w.metres(String(metres), String(errorMetres), source), reason)
    }
    case 'card-entered':
    case 'card-changed':
    case 'card-hidden-stated': {
      const { card, of } = entry.detail
      return said(kindWords(cardWords.value, of), cardName(room, card))
    }
    case 'card-withdrawn':
    case 'card-restored':
      return said(cardName(room, entry.detail.card), entry.detail.reason)
    case 'release-moved':
      return said(caseWords.value.stage[entry.detail.to], entry.detail.reason)
    case 'sealing-key-entered':
      return said(entry.detail.identity, entry.detail.fingerprint)
    case 'sealing-key-revoked':
      return said(entry.detail.fingerprint, entry.detail.reason)
    case 'release-composed':
      return entry.detail.reason
    case 'release-drafted':
      return `SHA-256 ${entry.detail.draft.sha256}`
    case 'stop-overridden':
      return said(`v${entry.detail.version}`, entry.detail.what, entry.detail.reason)
    case 'stop-override-withdrawn':
    case 'stop-override-restored':
      return said(entry.detail.id, entry.detail.reason)
    case 'release-previewed':
    case 'release-sealed':
      return said(`v${entry.detail.version}`, `SHA-256 ${entry.detail.sealed}`)
    case 'taken-away':
      return said(
        entry.detail.files.map(file => file.name).join(', '),
        entry.detail.recordings.map(nameOf).join(', '),
      )
    case 'cover-worded':
      return entry.detail.title
    case 'cover-doors-chosen':
      return entry.detail.question ?? ''
    case 'edit-list-made':
    case 'edit-list-not-made':
    case 'edit-line-reviewed':
    case 'edit-review-changed':
    case 'edit-review-withdrawn':
    case 'edit-review-restored':
    case 'difference-declared':
    case 'declared-difference-withdrawn':
    case 'declared-difference-restored':
      return editEntryDetail(room.source.state.value, entry)
    case 'transcript-brought':
    case 'transcript-remade':
    case 'transcript-described':
    case 'transcript-withdrawn':
    case 'transcript-restored':
    case 'transcript-speaker-named':
    case 'transcript-revised':
    case 'transcript-settled':
    case 'transcript-layer-withdrawn':
    case 'transcript-layer-restored':
    case 'impulse-labelled':
    case 'impulse-relabelled':
    case 'impulse-label-withdrawn':
    case 'impulse-label-restored':
    case 'quote-tied':
    case 'quote-tie-withdrawn':
    case 'quote-tie-restored':
      return listeningEntryDetail(room.source.state.value, entry)
    case 'access-head-entered':
      return w.viewings(entry.detail.length)
  }
}

/** What a card is called now; its number where its entry was taken away. */
function cardName(room: Room, id: string): string {
  const { value: state } = room.source.state
  const card = knownCard(state, id)
  return card ? titleOf(state, card) : id
}
