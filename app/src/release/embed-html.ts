import { type CaseState, clockMapOf, placementOf } from '@sightline/core/case'
import type { Embeddable, EmbedList, ReleaseDocument } from '@sightline/core/release'
import type { RecordingOut } from './case-files.ts'
import { escaped } from './html.ts'
import type { Written } from './release-folder.ts'

export interface EmbedInput {
  /** The case as the release tells it. */
  readonly state: CaseState
  readonly document: ReleaseDocument
  readonly recordings: readonly RecordingOut[]
  readonly captions: ReadonlyMap<string, Written>
}

/** What the small page may do: run its own script, show what lies beside it, and ask nobody else for anything. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "media-src 'self' blob:",
  "connect-src 'self'",
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

/** `data/embed.html`: one recording, or a span of it, for pages of others to take in. What is shown stands in its address. */
export function embedHtml(input: EmbedInput): string {
  const { document } = input
  const [first = 'en'] = document.languages
  // The one sign that could end the script early.
  const list = JSON.stringify(listOf(input)).replaceAll('<', '\\u003c')
  return `<!DOCTYPE html>
<html lang="${first}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escaped(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escaped(document.title)}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="embed.css">
<script src="embed.js" defer></script>
</head>
<body>
<main id="embed"><p><a href="index.html" target="_top">${escaped(document.title)}</a></p></main>
<script type="application/json" id="recordings">${list}</script>
</body>
</html>
`
}

function listOf({ state, document, recordings, captions }: EmbedInput): EmbedList {
  return {
    v: 1,
    title: document.title,
    version: document.version,
    warning: state.cover?.warning || null,
    recordings: recordings.flatMap(each => embeddable(state, each, captions.get(each.id)) ?? []),
  }
}

/** Null where nobody knows how long it is. */
function embeddable(
  state: CaseState,
  { id, recording, out, files, parts }: RecordingOut,
  captions: Written | undefined,
): Embeddable | null {
  const facts = recording.probe.kind === 'probed' ? recording.probe.facts : null
  const { media } = files
  const start = parts?.[0]?.from ?? facts?.start ?? null
  const end = parts?.at(-1)?.to ?? facts?.end ?? null
  if (!facts || start === null || end === null || media === null) return null
  const told = state.recordings.get(recording.id)
  const placement = told ? placementOf(told) : null
  const warnings = (told?.spans ?? []).flatMap(({ isCleared, warning }) => (isCleared ? [] : (warning ?? [])))
  const transcript = [...state.transcripts.values()].find(each => each.recording === recording.id)
  return {
    ...{ id, title: out.title, media, small: files.small ?? null, isSound: facts.video === null, start, end },
    captions: captions
      ? { file: captions.path.replace(/^data\//, ''), language: transcript?.language ?? null }
      : null,
    warning: warnings.length === 0 ? null : warnings.join('\n'),
    countsFromStart: parts !== null,
    clock: placement?.kind === 'placed' ? clockMapOf(placement).map(piece => ({ ...piece })) : null,
  }
}
