import { computed, effect, type ReadonlySignal, signal } from '@preact/signals'
import type { TakeAwayState } from '@sightline/core/api'
import type { StoredOutput } from '@sightline/core/case'
import { linesText, Proof } from '@sightline/core/conform'
import { madeOnce } from '../made-once.ts'
import type { EditsModel } from './edits-model.ts'

/** How often it is asked how far the making is. */
const askAgainMs = 500

/** The last proof of the film on the page, and one that is being made. */
export interface ProofModel {
  readonly proof: ReadonlySignal<Proof | null>
  readonly files: ReadonlySignal<readonly StoredOutput[]>
  /** The lines have changed since it was made. */
  readonly isOld: ReadonlySignal<boolean>
  readonly making: ReadonlySignal<TakeAwayState | null>
  make(): void
  stop(): void
}

export const proofModelOf = madeOnce(newModel)

function newModel(model: EditsModel): ProofModel {
  const { source, speaker } = model.room
  const proof = signal<Proof | null>(null)
  const making = signal<TakeAwayState | null>(null)
  let request: string | null = null
  const files = computed((): readonly StoredOutput[] => {
    const id = model.film.value?.id
    const all = [...source.state.value.takenAway.values()]
    // The film itself stands first among what it was made from.
    return all.findLast(({ what, recordings }) => what === 'film-proof' && recordings[0] === id)?.files ?? []
  })
  let wanted = ''
  const fetchProof = async (sha256: string) => {
    const answer = await fetch(source.takenUrl(sha256))
    const read = Proof.safeParse(await answer.json())
    if (wanted === sha256) proof.value = read.success ? read.data : null
  }
  effect(() => {
    const stored = files.value.find(
      ({ name }) => /^proof-.*\.json$/.test(name) && !name.endsWith('.provenance.json'),
    )
    if (wanted === (stored?.sha256 ?? '')) return
    wanted = stored?.sha256 ?? ''
    proof.value = null
    if (stored) speaker.heed(fetchProof(stored.sha256))
  })
  const ask = async (id: string) => {
    const state = await source.takeAwayState(id)
    if (request !== id) return
    making.value = state.kind === 'made' ? null : state
    if (state.kind === 'making') setTimeout(() => speaker.heed(ask(id)), askAgainMs)
    else request = null
  }
  const begin = async () => {
    const id = model.film.peek()?.id
    if (id === undefined || request !== null) return
    making.value = { kind: 'making', fraction: 0 }
    request = await source.takeAway({ what: 'film-proof', film: id })
    await ask(request)
  }
  return {
    proof,
    files,
    isOld: computed(() => proof.value !== null && proof.value.lines !== linesText(model.lines.value)),
    making,
    make: () => speaker.heed(begin()),
    stop() {
      if (request !== null) speaker.heed(source.giveUpTakeAway(request))
      request = null
      making.value = null
    },
  }
}
