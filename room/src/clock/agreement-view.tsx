import type { PairLook } from '@sightline/core/sync'
import { samplesPerSecond } from '@sightline/core/sync'
import { useEffect, useRef } from 'preact/hooks'
import { isLight } from '../preferences.ts'
import { clockWords } from '../strings/clock-words.ts'
import { numbers } from '../strings/numbers.ts'
import { timeText } from '../time-text.ts'
import { cleared, coloursOf } from '../timeline/paint.ts'
import { agreementHeight, paintAgreement } from './paint-agreement.ts'
import type { PairModel } from './pair-model.ts'

interface Props {
  readonly model: PairModel
  readonly look: PairLook
  /** Another lag was chosen and its look is still to come. */
  readonly isStale: boolean
}

/** How well the two agree when the lower one is moved: the curve with its peaks, and rivals among all lags. Peaks can be moved to. */
export function AgreementView({ model, look, isStale }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const w = clockWords.value
  const n = numbers.value
  const ms = (samples: number) =>
    samples === 0 ? '0' : n.signedMs(Math.round((samples * 1e6) / samplesPerSecond) / 1000)
  const told = ({ offset, z }: PairLook['peaks'][number]) => `${ms(offset)} ms · ${n.decimals(z, 1)}`
  const shift = model.shift.value
  const way = model.way.value
  const rivals = model.ways.value.filter(({ kind }) => kind !== 'placement')
  const isLightNow = isLight.value
  useEffect(() => {
    const { current } = canvas
    if (!current) return
    const paint = () => {
      const width = current.parentElement?.clientWidth ?? 0
      const context = cleared(current, width, agreementHeight)
      if (!context) return
      paintAgreement(context, width, {
        look,
        shift,
        colours: coloursOf(current),
        lags: rivals.map(({ lagSeconds, score, kind, n: number }) => ({
          lagSeconds,
          score: score ?? 0,
          label: kind === 'rival' ? String(number) : '',
        })),
        chosen: way?.lagSeconds ?? null,
        range: {
          from: (look.a.originMicros - look.b.originMicros) / 1e6 - look.b.count / samplesPerSecond,
          to: (look.a.originMicros - look.b.originMicros) / 1e6 + look.a.count / samplesPerSecond,
        },
        words: {
          peak: told,
          chance: w.chance,
          allLags: w.allLags,
          lag: seconds => timeText(Math.round(seconds * 1e6), 0),
          offset: samples => `${n.whole((samples * 1000) / samplesPerSecond).replace('-', '−')} ms`,
        },
      })
    }
    paint()
    const observer = new ResizeObserver(paint)
    if (current.parentElement) observer.observe(current.parentElement)
    document.fonts.ready.then(paint, paint)
    return () => observer.disconnect()
  }, [look, shift, way?.key, clockWords.value, isLightNow])
  return (
    <section class="agreement" data-stale={isStale || undefined} aria-busy={isStale}>
      <h3>{w.agreement}</h3>
      {look.windows === 0 ? (
        <p class="muted">{w.noWindows}</p>
      ) : (
        <>
          <div class="chart">
            <canvas ref={canvas} role="img" aria-label={w.agreementChart} />
          </div>
          <div class="row small">
            <span class="muted">{look.peaks.length > 0 ? w.peaks : w.noPeaks}</span>
            {look.peaks.map(peak => (
              <button
                key={peak.offset}
                type="button"
                class="button peak mono"
                aria-pressed={peak.offset === shift}
                onClick={() => {
                  model.shift.value = peak.offset
                }}
              >
                <span class="unseen">{w.moveTo} </span>
                {told(peak)}
              </button>
            ))}
          </div>
          <p class="muted small">{w.agreementWhat(look.windows)}</p>
        </>
      )}
    </section>
  )
}
