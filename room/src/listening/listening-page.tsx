import { useCallback, useEffect } from 'preact/hooks'
import { usePageKeys } from '../accounts/page-keys.ts'
import { later } from '../panels/later.tsx'
import type { Room } from '../room-model.ts'
import { listeningWords } from '../strings/listening-words.ts'
import { ListeningDialogs } from './listening-dialogs.tsx'
import { listeningKey } from './listening-keys.ts'
import { type ListeningModel, listeningModelOf } from './listening-model.ts'
import { TranscriptPart } from './transcript-part.tsx'

const ImpulsesView = later(() => import('./impulses-view.tsx').then(part => part.ImpulsesView))

/** The page on which a person listens closely: what was said, and sharp sounds. */
export function ListeningPage({ room }: { readonly room: Room }) {
  const model = listeningModelOf(room)
  const w = listeningWords.value
  usePageKeys(useCallback((key: string) => listeningKey(model, key), [model]))
  // Nothing sounds on a page that is not seen.
  useEffect(() => () => model.player.stop(), [model])
  return (
    <main class="page listening-page" id="listening" tabIndex={-1}>
      <header class="listening-head">
        <h2>{w.title}</h2>
        <div class="listening-parts" role="group" aria-label={w.title}>
          {model.parts.value.map(part => (
            <button
              key={part}
              type="button"
              class="pill kind"
              aria-pressed={model.part.value === part}
              onClick={() => {
                model.player.stop()
                model.part.value = part
              }}
            >
              {w.parts[part]}
            </button>
          ))}
        </div>
      </header>
      <Part model={model} />
      <ListeningDialogs model={model} />
    </main>
  )
}

function Part({ model }: { readonly model: ListeningModel }) {
  switch (model.part.value) {
    case 'transcript':
      return <TranscriptPart model={model} />
    case 'impulses':
      return <ImpulsesView model={model} />
  }
}
