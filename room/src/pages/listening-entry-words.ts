import type { CaseState, Entry, TranscriptLine } from '@sightline/core/case'
import { textOf } from '@sightline/core/transcript'
import { secondsText } from '../time-text.ts'

type ListeningEntry = Extract<
  Entry,
  { readonly type: `transcript-${string}` | `impulse-${string}` | `quote-tie${string}` }
>

const longestWords = 80

/** Of what an entry about sound tells, without sentences of our own: names, words, reasons. */
export function listeningEntryDetail(state: CaseState, entry: ListeningEntry): string {
  const nameOf = (id: string) => state.recordings.get(id)?.firstName ?? id
  const ofTranscript = (id: string) => {
    const transcript = state.transcripts.get(id)
    return transcript ? nameOf(transcript.recording) : id
  }
  switch (entry.type) {
    case 'transcript-brought': {
      const { id, recording, origin, language } = entry.detail
      const from = origin.kind === 'file' ? origin.name : origin.kind === 'recogniser' ? origin.model : null
      return said(id, nameOf(recording), from, language)
    }
    case 'transcript-remade':
      return said(entry.detail.id, ofTranscript(entry.detail.id))
    case 'transcript-described': {
      const { id, language, translator } = entry.detail
      return said(id, ofTranscript(id), language, translator)
    }
    case 'transcript-withdrawn':
    case 'transcript-restored':
      return said(entry.detail.id, ofTranscript(entry.detail.id), entry.detail.reason)
    case 'transcript-speaker-named':
      return said(entry.detail.id, ofTranscript(entry.detail.id), entry.detail.speaker)
    case 'transcript-revised':
    case 'transcript-settled': {
      const { transcript, replaces, by } = entry.detail
      const first = by[0] ?? replaces[0]
      const at = first ? `${secondsText(first.from)} s` : null
      return said(transcript, ofTranscript(transcript), at, wordsOf(by), entry.detail.note)
    }
    case 'transcript-layer-withdrawn':
    case 'transcript-layer-restored': {
      const layer = state.transcriptLayers.get(entry.detail.id)
      return said(layer?.transcript, layer ? wordsOf(layer.by) : entry.detail.id, entry.detail.reason)
    }
    case 'impulse-labelled':
    case 'impulse-relabelled':
      return said(entry.detail.id, entry.detail.is, entry.detail.words, entry.detail.reason)
    case 'impulse-label-withdrawn':
    case 'impulse-label-restored':
      return said(entry.detail.id, entry.detail.reason)
    case 'quote-tied': {
      const { passage, transcript, from } = entry.detail
      return said(`“${cut(passage.exact)}”`, ofTranscript(transcript), `${secondsText(from)} s`)
    }
    case 'quote-tie-withdrawn':
    case 'quote-tie-restored':
      return said(entry.detail.id, entry.detail.reason)
  }
}

const wordsOf = (lines: readonly TranscriptLine[]) => cut(lines.map(textOf).join(' '))

function said(...parts: readonly (string | null | undefined)[]): string {
  return parts.filter(part => part).join(' · ')
}

function cut(words: string): string {
  return words.length <= longestWords ? words : `${words.slice(0, longestWords - 1)}…`
}
