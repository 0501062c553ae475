import { type ReadonlySignal, signal } from '@preact/signals'

export interface Notice {
  readonly id: number
  readonly text: string
}

/** What the room tells a person: `said` is read aloud by screen readers, `notices` stay on the screen until closed. */
export interface Speaker {
  readonly said: ReadonlySignal<string>
  readonly notices: ReadonlySignal<readonly Notice[]>
  say(text: string): void
  tell(text: string): void
  close(id: number): void
  /** Looks after work that nobody waits for: what goes wrong is told. */
  heed(work: Promise<unknown>): void
}

export function newSpeaker(): Speaker {
  const said = signal('')
  const notices = signal<readonly Notice[]>([])
  let last = 0
  const tell = (text: string) => {
    last += 1
    const kept = notices.peek().filter(notice => notice.text !== text)
    notices.value = [...kept, { id: last, text }].slice(-3)
  }
  return {
    said,
    notices,
    say: text => {
      // A repeated sentence has to change to be read again.
      said.value = said.peek() === text ? `${text}\u00a0` : text
    },
    tell,
    close: id => {
      notices.value = notices.peek().filter(notice => notice.id !== id)
    },
    heed: work => {
      work.catch((error: unknown) => tell(error instanceof Error ? error.message : String(error)))
    },
  }
}
