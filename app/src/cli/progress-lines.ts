import type { Work } from '@sightline/core/api'
import type { RecordingId } from '@sightline/core/case'
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

function sentence(work: Work, nameOf: (id: RecordingId) => string): string {
  if (work.trouble !== null) return `stopped: ${work.trouble}`
  if (work.reading) return `reading: ${work.reading.done} of ${work.reading.of} names`
  if (work.isPlacing) return 'placing by sound'
  if (work.comparing !== null && work.waiting === 0)
    return `comparing ${JSON.stringify(nameOf(work.comparing)).slice(1, -1)} with recordings`
  if (work.waiting === 0) return 'nothing left to make'
  const percent = work.fraction === null ? '' : ` ${Math.floor(work.fraction * 100)} %`
  const left = work.secondsLeft === null ? '' : `, about ${spoken(work.secondsLeft)} left`
  const names = work.making.map(each => JSON.stringify(nameOf(each.recording)).slice(1, -1))
  return `making${percent}${left}: ${names.join(', ').slice(0, 60)}`
}

function spoken(seconds: number): string {
  if (seconds < 90) return `${seconds} s`
  return seconds < 5400 ? `${Math.round(seconds / 60)} min` : `${(seconds / 3600).toFixed(1)} h`
}
