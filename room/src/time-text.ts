/** Clock time as people read it: `00:43.867`, from an hour on `1:00:43.867`. Cut, not rounded, so that it never shows an instant not yet reached. */
export function timeText(micros: number, decimals = 3): string {
  const unit = 10 ** (6 - decimals)
  const units = Math.floor(Math.abs(micros) / unit)
  const perSecond = 10 ** decimals
  const seconds = Math.floor(units / perSecond)
  const fraction = decimals === 0 ? '' : `.${String(units % perSecond).padStart(decimals, '0')}`
  const hours = Math.floor(seconds / 3600)
  const minutes = two(Math.floor(seconds / 60) % 60)
  const clock = `${hours > 0 ? `${hours}:` : ''}${minutes}:${two(seconds % 60)}${fraction}`
  return micros < 0 && units > 0 ? `−${clock}` : clock
}

/** The digits below a millisecond that `timeText` leaves out, as three digits. */
export function microsTail(micros: number): string {
  return String(Math.abs(micros) % 1000).padStart(3, '0')
}

/** Seconds, rounded to three decimals, for media times that are written beside a frame: `40.133`. */
export function secondsText(micros: number, decimals = 3): string {
  const units = Math.round(Math.abs(micros) / 10 ** (6 - decimals))
  return (micros < 0 && units > 0 ? '−' : '') + (units / 10 ** decimals).toFixed(decimals)
}

const written = /^([+\-−]?)(?:(?:(\d+):)?(\d{1,2}):)?(\d+)(?:[.,](\d{1,6}))?$/

/** Reads what a person types: `43.2`, `0:43,2`, `1:02:03.5`. Whole microseconds, or null when it is not a time. */
export function microsFromTyped(text: string): number | null {
  const match = written.exec(text.trim())
  if (!match) return null
  const [, sign, hours = '0', minutes, seconds = '0', fraction = ''] = match
  if (minutes !== undefined && Number(seconds) >= 60) return null
  const whole = Number(hours) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds)
  const micros = whole * 1e6 + Number(fraction.padEnd(6, '0'))
  if (!Number.isSafeInteger(micros)) return null
  return sign && sign !== '+' && micros !== 0 ? -micros : micros
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}

/** Clock time with every digit that carries something, for a field that is read back: `00:43.8671`. */
export function decimalText(micros: number): string {
  return timeText(micros, 6).replace(/0+$/, '').replace(/\.$/, '')
}
