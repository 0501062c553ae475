import type { Work } from '@sightline/core/api'
import type { CompareStage, RecordingId } from '@sightline/core/case'
import type { Io } from './io.ts'

/** Without a terminal a line is printed when this much more is done. */
const stepOfTen = 0.1

/**
 * Tells how the work goes on standard error: one line that rewrites itself on a terminal, else one now and then.
 * `nameOf` gives a recording's name.
 */
export function progressTeller(
  io: Io,
  nameOf: (id: RecordingId) => string,
): { readonly tell: (work: Work) => void; readonly end: () => void } {
  let hasLine = false
  let lastStep = -1
  const line = (text: string) => {
    if (!io.isTerminal) return io.err(`${text}\n`)
    io.err(`\r\u001b[2K${text}`)
    hasLine = true
  }
  return {
    tell(work) {
      const share = work.reading ? work.reading.done / Math.max(1, work.reading.of) : (work.fraction ?? 1)
      const step = Math.floor(share / stepOfTen) + (work.reading ? 0 : 100)
      if (!io.isTerminal && step === lastStep) return
      lastStep = step
      line(sentence(work, nameOf))
    },
    end() {
      if (hasLine) io.err('\n')
    },
  }
}

/** What is being found out of a film, as it stands before a share. */
export const stageWords = {
  places: 'where its frames come from',
  changes: 'what was done to them',
  sound: 'its sound',
} as const satisfies Record<CompareStage, string>

function sentence(work: Work, nameOf: (id: RecordingId) => string): string {
  if (work.trouble !== null) return `stopped: ${work.trouble}`
  if (work.reading) return `reading: ${work.reading.done} of ${work.reading.of} names`
  if (work.isPlacing) return 'placing by sound'
  if (work.comparing !== null && work.waiting === 0)
    return `comparing ${JSON.stringify(nameOf(work.comparing.of)).slice(1, -1)} with recordings: ${stageWords[work.comparing.stage]} ${Math.floor(100 * work.comparing.share)} %`
  if (work.waiting === 0) return 'nothing left to make'
  const percent = work.fraction === null ? '' : ` ${Math.floor(work.fraction * 100)} %`
  const left = work.secondsLeft === null ? '' : `, about ${spoken(work.secondsLeft)} left`
  const names = work.making.map(each => JSON.stringify(nameOf(each.recording)).slice(1, -1))
  return `making${percent}${left}: ${names.join(', ').slice(0, 60)}`
}

/**
 * Tells how far one stage after another is: a line that rewrites itself on a terminal, else one at its beginning and each quarter.
 * `end` leaves the terminal's line empty.
 */
export function shareTeller({ err, isTerminal }: Pick<Io, 'err'> & Partial<Pick<Io, 'isTerminal'>>): {
  readonly tell: (stage: string, share: number) => void
  readonly end: () => void
} {
  let last = ''
  return {
    tell(stage, share) {
      const percent = Math.floor(100 * share)
      const line = `${stage}, ${isTerminal ? percent : percent - (percent % 25)} %`
      if (line === last) return
      last = line
      err(isTerminal ? `\r\u001b[2K${line}` : `${line}\n`)
    },
    end() {
      if (isTerminal && last !== '') err('\r\u001b[2K')
      last = ''
    },
  }
}

function spoken(seconds: number): string {
  if (seconds < 90) return `${seconds} s`
  return seconds < 5400 ? `${Math.round(seconds / 60)} min` : `${(seconds / 3600).toFixed(1)} h`
}
