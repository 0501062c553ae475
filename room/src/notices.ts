import { type ReadonlySignal, signal } from '@preact/signals'

export interface Notice {
  readonly id: number
  readonly text: string
}

/** Long enough to be read twice. */
const confirmationMs = 5000

/** What the room tells a person: `said` is read aloud by screen readers, `notices` stay on the screen until closed. */
export interface Speaker {
  readonly said: ReadonlySignal<string>
  readonly notices: ReadonlySignal<readonly Notice[]>
  say(text: string): void
  /** Something to be read: a problem stays until it is closed, a confirmation goes by itself. */
  tell(text: string, how?: 'problem' | 'confirmation'): void
  close(id: number): void
  /** Looks after work that nobody waits for: what goes wrong is told. */
  heed(work: Promise<unknown>): void
}

export function newSpeaker(): Speaker {
  const said = signal('')
  const notices = signal<readonly Notice[]>([])
  let last = 0
  const close = (id: number) => {
    notices.value = notices.peek().filter(notice => notice.id !== id)
  }
  const tell: Speaker['tell'] = (text, how = 'problem') => {
    last += 1
    const id = last
    const kept = notices.peek().filter(notice => notice.text !== text)
    notices.value = [...kept, { id, text }].slice(-3)
    if (how === 'confirmation') setTimeout(close, confirmationMs, id)
  }
  return {
    said,
    notices,
    say: text => {
      // A repeated sentence has to change to be read again.
      said.value = said.peek() === text ? `${text}\u00a0` : text
    },
    tell,
    close,
    heed: work => {
      work.catch((error: unknown) => tell(error instanceof Error ? error.message : String(error)))
    },
  }
}
