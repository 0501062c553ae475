import { batch, computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import type { ReleaseDraft } from '@sightline/core/case'
import { type Composition, draftComposition, type Part } from '@sightline/core/release'
import type { CheckedStop, PreviewState, ReleaseCheck, ReleaseDeskInfo } from '@sightline/core/release-desk'
import { madeOnce } from '../../made-once.ts'
import type { Room } from '../../room-model.ts'
import type { ReleaseDesk } from '../../source/case-source.ts'
import { composeWords } from '../../strings/compose-words.ts'

export const composeParts = ['going-out', 'readers', 'staying', 'checklist', 'seal'] as const
export type ComposePart = (typeof composeParts)[number]

/** The dialog that lies over the page. */
export type ComposeDialog =
  | { readonly kind: 'override'; readonly stops: readonly CheckedStop[] }
  | { readonly kind: 'take-back'; readonly id: string; readonly what: string }
  | { readonly kind: 'approve' }
  | { readonly kind: 'publish' }
  | { readonly kind: 'parts'; readonly recording: string; readonly parts: readonly Part[] }
  | { readonly kind: 'statement'; readonly index: number | null }
  | { readonly kind: 'withheld'; readonly index: number | null }
  | { readonly kind: 'gone'; readonly index: number | null; readonly what: string }

/** How far what is composed has come: not asked for yet, on its way, here, or not to be had. */
export type Opening =
  | { readonly kind: 'coming' | 'here' | 'none' }
  | { readonly kind: 'failed'; readonly why: string }

export interface ComposeModel {
  readonly part: Signal<ComposePart>
  readonly dialog: Signal<ComposeDialog | null>
  readonly opening: ReadonlySignal<Opening>
  readonly info: ReadonlySignal<ReleaseDeskInfo | null>
  /** What is chosen now, kept or not. */
  readonly composition: ReadonlySignal<Composition | null>
  /** The content that was kept last and is open here; null while nothing was kept. */
  readonly kept: ReadonlySignal<string | null>
  readonly isDirty: ReadonlySignal<boolean>
  /** How many changes can be taken back one by one. */
  readonly changes: ReadonlySignal<number>
  /** A draft that somebody else kept meanwhile, while something here is not kept. */
  readonly theirs: ReadonlySignal<ReleaseDraft | null>
  readonly check: ReadonlySignal<ReleaseCheck | null>
  readonly preview: ReadonlySignal<PreviewState>
  /** What is to get the focus when its part is shown: a recording, an account, a file, a name of a field. */
  readonly target: Signal<string | null>
  change(how: (now: Composition) => Composition): void
  undo(): void
  /** Keeps what is chosen as a draft. True when it was entered. */
  save(): Promise<boolean>
  takeTheirs(): Promise<void>
  /** Keeps what is chosen here as the next draft after theirs. */
  keepMine(): Promise<boolean>
  approve(reason: string): Promise<boolean>
  /** Goes past each of these stops for one reason, an entry for each. True when all of them were entered. */
  override(stops: readonly CheckedStop[], reason: string): Promise<boolean>
  takeBack(id: string, reason: string): Promise<boolean>
  beginPreview(): Promise<void>
  giveUpPreview(): Promise<void>
  publish(name: string): Promise<boolean>
  goTo(part: ComposePart, target: string | null): void
  /** Follows what the server does while the page is open; gives the way to stop. */
  follow(): () => void
}

const pollMs = 400
/** What was typed last has to be on the screen first; a check may take some of a second. */
const checkAfterMs = 250

export const composeModel = madeOnce((room: Room): ComposeModel => newModel(room))

function newModel(room: Room): ComposeModel {
  const { source, entering, speaker } = room
  const opening = signal<Opening>({ kind: 'coming' })
  const info = signal<ReleaseDeskInfo | null>(null)
  const composition = signal<Composition | null>(null)
  const saved = signal<Composition | null>(null)
  const kept = signal<string | null>(null)
  const past = signal<readonly Composition[]>([])
  const theirs = signal<ReleaseDraft | null>(null)
  const check = signal<ReleaseCheck | null>(null)
  const preview = signal<PreviewState>({ kind: 'none' })
  const part = signal<ComposePart>('going-out')
  const target = signal<string | null>(null)
  const isDirty = computed(() => composition.value !== saved.value)
  let desk: ReleaseDesk | null = null
  /** The revision of the draft that is open here. */
  let rev = 0
  let keeping: string | null = null
  let asked = 0

  const tell = (error: unknown) => speaker.tell(error instanceof Error ? error.message : String(error))

  const open = async (sha256: string | null, at: number) => {
    const { value: state } = source.state
    const read = sha256 === null || !desk ? draftComposition(state) : await desk.composition(sha256)
    batch(() => {
      rev = at
      composition.value = read
      saved.value = read
      kept.value = sha256
      past.value = []
      theirs.value = null
      opening.value = { kind: 'here' }
    })
  }

  const begin = async () => {
    desk = await source.releaseDesk()
    if (!desk) {
      opening.value = { kind: 'none' }
      return
    }
    info.value = await desk.info()
    preview.value = await desk.preview()
    const { releaseDraft, composed } = source.state.peek()
    await open(releaseDraft?.draft.sha256 ?? composed?.composition.sha256 ?? null, releaseDraft?.rev ?? 0)
  }
  begin().catch((error: unknown) => {
    opening.value = { kind: 'failed', why: error instanceof Error ? error.message : String(error) }
  })

  // Until something is kept or changed, the case itself says what could go out: copies are still being made.
  effect(() => {
    const { value: state } = source.state
    if (opening.value.kind !== 'here' || kept.value !== null || isDirty.peek()) return
    const drafted = draftComposition(state)
    if (JSON.stringify(drafted) === JSON.stringify(composition.peek())) return
    batch(() => {
      composition.value = drafted
      saved.value = drafted
    })
  })

  // Another draft was kept, here, by an undo, or by somebody else.
  effect(() => {
    const { releaseDraft } = source.state.value
    if (!releaseDraft || releaseDraft.rev <= rev || opening.peek().kind !== 'here') return
    if (releaseDraft.draft.sha256 === keeping || releaseDraft.draft.sha256 === kept.peek()) {
      rev = releaseDraft.rev
      return
    }
    if (isDirty.peek()) theirs.value = releaseDraft
    else open(releaseDraft.draft.sha256, releaseDraft.rev).catch(tell)
  })

  const runCheck = async () => {
    const { value: now } = composition
    if (!desk || !now) return
    asked += 1
    const mine = asked
    const answer = await desk.check(now)
    if (mine === asked) check.value = answer
  }

  const keep = async (): Promise<boolean> => {
    const now = composition.peek()
    if (!desk || !now) return false
    if (!isDirty.peek() && kept.peek() !== null) return true
    const draft = await desk.keep(now)
    keeping = draft.sha256
    const isEntered = await entering.enter({ do: 'draft-release', rev, draft }, composeWords.peek().said.kept)
    if (isEntered)
      batch(() => {
        saved.value = now
        kept.value = draft.sha256
        theirs.value = null
        const { releaseDraft } = source.state.peek()
        if (releaseDraft?.draft.sha256 === draft.sha256) rev = releaseDraft.rev
      })
    keeping = null
    return isEntered
  }

  const poll = async () => {
    if (desk) preview.value = await desk.preview()
  }

  const model: ComposeModel = {
    part,
    dialog: signal(null),
    opening,
    info,
    composition,
    kept,
    isDirty,
    changes: computed(() => past.value.length),
    theirs,
    check,
    preview,
    target,
    change(how) {
      const now = composition.peek()
      if (!now) return
      const next = how(now)
      if (next === now) return
      batch(() => {
        past.value = [...past.peek(), now]
        composition.value = next
      })
    },
    undo() {
      const last = past.peek().at(-1)
      if (!last) return
      batch(() => {
        past.value = past.peek().slice(0, -1)
        composition.value = last
      })
      speaker.say(composeWords.peek().said.takenBack)
    },
    async save() {
      return await keep().catch((error: unknown) => {
        tell(error)
        return false
      })
    },
    async takeTheirs() {
      const draft = theirs.peek()
      if (draft) await open(draft.draft.sha256, draft.rev).catch(tell)
    },
    async keepMine() {
      rev = theirs.peek()?.rev ?? rev
      return await model.save()
    },
    async approve(reason) {
      if (!(await model.save())) return false
      await stateWith(kept.peek())
      return await entering.enter({ do: 'compose-release', rev, reason }, composeWords.peek().said.approved)
    },
    async override(stops, reason) {
      const version = check.peek()?.version ?? source.state.peek().sealedReleases.length + 1
      const { said } = composeWords.peek()
      for (const { code, what, about } of stops) {
        const words = what.slice(0, 300).trim()
        const command = { do: 'override-stop', version, stop: code, what: words, about, reason } as const
        if (!(await entering.enter(command, said.overridden))) return false
      }
      return true
    },
    async takeBack(id, reason) {
      const standing = source.state.peek().stopOverrides.get(id)
      if (!standing) return false
      return await entering.enter({ do: 'withdraw-stop-override', id, rev: standing.rev, reason })
    },
    async beginPreview() {
      if (!(await model.save())) return
      const sha256 = kept.peek()
      if (!desk || sha256 === null) return
      try {
        await stateWith(sha256)
        preview.value = await desk.beginPreview(sha256)
      } catch (error) {
        tell(error)
      }
    },
    async giveUpPreview() {
      if (!desk) return
      try {
        preview.value = await desk.giveUpPreview()
      } catch (error) {
        tell(error)
      }
    },
    async publish(name) {
      const now = preview.peek()
      if (!desk || now.kind !== 'made') return false
      try {
        preview.value = await desk.publish(now.sealed, name)
        return true
      } catch (error) {
        tell(error)
        return false
      }
    },
    goTo(next, wanted) {
      batch(() => {
        part.value = next
        target.value = wanted
      })
    },
    follow() {
      let timer: ReturnType<typeof setTimeout> | undefined
      // Checked anew when something is chosen, and when something in the case changed.
      const stopChecking = effect(() => {
        if (composition.value === null || source.state.value.seq < 0) return
        clearTimeout(timer)
        timer = setTimeout(() => runCheck().catch(tell), checkAfterMs)
      })
      let polling: ReturnType<typeof setTimeout> | undefined
      const stopPolling = effect(() => {
        if (preview.value.kind === 'making') polling = setTimeout(() => poll().catch(tell), pollMs)
      })
      // Whether what was made would still be what goes out, once the case went on.
      const seq = computed(() => source.state.value.seq)
      const stopWatching = seq.subscribe(() => {
        if (preview.peek().kind === 'made') poll().catch(tell)
      })
      return () => {
        stopChecking()
        stopPolling()
        stopWatching()
        clearTimeout(timer)
        clearTimeout(polling)
      }
    },
  }
  return model

  /** Resolves once this page has heard of the draft that it kept: what is decided next is decided on its revision. */
  function stateWith(sha256: string | null): Promise<void> {
    return new Promise(resolve => {
      const stop = source.state.subscribe(({ releaseDraft, composed }) => {
        if (releaseDraft?.draft.sha256 !== sha256 && composed?.composition.sha256 !== sha256) return
        rev = releaseDraft?.rev ?? rev
        queueMicrotask(() => stop())
        resolve()
      })
    })
  }
}
