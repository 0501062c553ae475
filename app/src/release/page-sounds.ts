import { mainGroup } from '@sightline/core/case'
import {
  intervalLimits,
  intervalOf,
  type NamedSound,
  namedSounds,
  type SoundWords,
  soundWordsEn,
  soundWordsEs,
} from '@sightline/core/listening'
import { toldAgent } from '@sightline/core/release'
import { aside, escaped, list, paragraph, type Row, seconds, table } from './html.ts'
import type { PageInput } from './page-html.ts'
import { titleOf } from './page-said.ts'
import { type PageLanguage, pageWords } from './page-words.ts'

const soundWords = { en: soundWordsEn, es: soundWordsEs } as const satisfies Record<PageLanguage, SoundWords>

/** Sharp sounds that people named, and the time from each to the next on its clock; nothing where none goes out. */
export function namedSoundsTold(input: PageInput, language: PageLanguage): string {
  const w = pageWords[language]
  const words = soundWords[language]
  const named = namedSounds(input.state)
  if (named.length === 0) return ''
  const rows = named.map((sound): Row => {
    const { label, hearings } = sound
    const heardIn = hearings.map(({ recording }) => titleOf(input, recording))
    const { errorMs } = hearings[0]
    return [
      `<span class="exact">${seconds(timeOf(sound))} s</span><br>${escaped(whereOf(input, sound, language))}`,
      `<strong>${escaped(nameOf(sound, words))}</strong>${paragraph(label.reason)}${aside([
        w.onset(errorMs === null ? words.errorUnknown : words.error(milliseconds(errorMs))),
        w.heardIn(heardIn.join(', ')),
        w.namedBy(toldAgent(label.agent, input.state.people)),
      ])}`,
    ]
  })
  const between = named.flatMap((sound, index) => {
    const next = named[index + 1]
    return next && next.clock.id === sound.clock.id ? [intervalTold(input, sound, next, words)] : []
  })
  return [
    paragraph(w.soundsLead),
    table([w.when, w.what], rows, { isNarrow: true }),
    between.length === 0 ? '' : `<h3>${escaped(w.between)}</h3>${list(between)}`,
  ].join('\n')
}

/** The sentence to quote, and the sentences that limit it. */
function intervalTold({ state }: PageInput, a: NamedSound, b: NamedSound, words: SoundWords): string {
  const { ends, interval } = intervalOf(state, a, b)
  // Where distances turn the order, what is heard later happened earlier.
  const [one, two] = (interval.isReversed ? [b, a] : [a, b]).map(sound =>
    words.soundAt(`${seconds(timeOf(sound))} s`, nameOf(sound, words)),
  ) as [string, string]
  const ms = milliseconds(interval.ms)
  const said =
    interval.errorMs === null
      ? words.quoteOpen(one, two, ms)
      : words.quote(one, two, ms, milliseconds(interval.errorMs))
  return `${paragraph(said)}${aside([intervalLimits(interval, ends, words)])}`
}

/** By the clock of the case; what lies on another is told by the time of the recording that heard it first. */
function timeOf({ clock, hearings: [first] }: NamedSound): number {
  return clock.id === mainGroup ? first.at : first.media
}

function whereOf(input: PageInput, { clock, hearings: [first] }: NamedSound, language: PageLanguage): string {
  const w = pageWords[language]
  return clock.id === mainGroup ? w.onTheClock : w.inRecording(titleOf(input, first.recording))
}

function nameOf({ label }: NamedSound, { kinds }: SoundWords): string {
  return label.words === null ? kinds[label.is] : `${kinds[label.is]}: ${label.words}`
}

/** As the room words them: what is small with more decimals, and nothing measured as 0. */
function milliseconds(ms: number): string {
  const size = Math.abs(ms)
  if (size > 0 && size < 0.005) return '< 0.01'
  return ms.toFixed(size < 100 ? 2 : 1)
}
