import { type CaseState, placementOf, type Recording } from '@sightline/core/case'
import type { RecordingOut } from './case-files.ts'
import { escaped, factList, link, paragraph, type Row, seconds, table } from './html.ts'
import type { PageInput } from './page-html.ts'
import { type PageLanguage, pageWords } from './page-words.ts'

/** What is known of each recording that goes out, and where it lies. */
export function recordingTable({ recordings }: PageInput, language: PageLanguage): string {
  const w = pageWords[language]
  const rows = recordings.map(({ recording, out, main, parts, small }): Row => {
    const facts = recording.probe.kind === 'probed' ? recording.probe.facts : null
    const length =
      facts && facts.start !== null && facts.end !== null
        ? `${seconds(facts.end - facts.start)} s`
        : w.unknown
    const cut = (parts ?? []).map(({ from, to, frames }) => w.part(seconds(from), seconds(to), frames))
    const form = [w.forms[out.as], w.receivedAs[recording.provenance.receivedAs], ...cut]
    const known = factList([
      out.wearer === null ? null : [w.wornBy, out.wearer],
      [w.goesOutAs, [...form, ...(cut.length > 1 ? [w.betweenParts] : [])].join('; ')],
      [w.length, length],
      facts?.video === null ? null : [w.frames, String(facts?.video?.frames ?? w.unknown)],
      [w.onClock, placeOf(recording, language)],
      ['SHA-256', main.sha256],
    ])
    const copy = small ? `<br>${link(small.path, w.small((small.bytes / 1e6).toFixed(1)))}` : ''
    return [`${link(main.path, out.title)}${copy}`, known]
  })
  return rows.length === 0 ? paragraph(w.none) : table([w.recording, w.known], rows)
}

function placeOf(recording: Recording, language: PageLanguage): string {
  const w = pageWords[language]
  const placement = placementOf(recording)
  if (placement?.kind !== 'placed') return w.unplaced
  const errorMs = placement.errorMs === null ? w.unknown : String(placement.errorMs)
  return w.placedBy(seconds(placement.start), errorMs, w.by[placement.by])
}

/** Each recording in the browser's own player, shut until somebody opens it; nothing is fetched before. */
export function players({ recordings, captions, state }: PageInput, language: PageLanguage): string {
  const w = pageWords[language]
  const found = recordings.flatMap(each => {
    if (each.files.media === null) return []
    const file = captions.get(each.id)
    const track = file
      ? `<track kind="captions" src="${escaped(file.path.replace(/^data\//, ''))}" srclang="${escaped(spokenIn(state, each))}" label="${escaped(w.captions)}">`
      : ''
    const { out, main, files } = each
    const source = escaped(files.small ?? files.media ?? '')
    const name = isSound(each) ? 'audio' : 'video'
    const player = `<${name} controls preload="none" aria-label="${escaped(out.title)}" src="${source}">${track}${link(main.path, out.title)}</${name}>`
    return [
      `<details class="player"><summary>${escaped(w.playOne(out.title))}</summary>\n${player}</details>`,
    ]
  })
  if (found.length === 0) return ''
  const lead = state.cover?.warning ? w.playWarned : w.play
  return `<div class="players">${paragraph(lead)}\n${found.join('\n')}</div>`
}

function isSound({ recording }: RecordingOut): boolean {
  return recording.probe.kind === 'probed' && recording.probe.facts.video === null
}

function spokenIn(state: CaseState, { recording }: RecordingOut): string {
  return [...state.transcripts.values()].find(each => each.recording === recording.id)?.language ?? 'und'
}
