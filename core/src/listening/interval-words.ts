import type { ImpulseKind } from '../case/index.ts'
import type { Interval, IntervalEnd } from './interval.ts'

/** How named sounds and the times between them are worded, in the room and in what leaves it. */
export interface SoundWords {
  readonly kinds: Readonly<Record<ImpulseKind, string>>
  readonly error: (ms: string) => string
  readonly errorUnknown: string
  /** Without an article: the sentences below have theirs. */
  readonly soundAt: (time: string, name: string) => string
  readonly quote: (a: string, b: string, ms: string, error: string) => string
  readonly quoteOpen: (a: string, b: string, ms: string) => string
  readonly limitOnset: string
  readonly limitPlacement: string
  readonly limitSame: string
  readonly limitTravel: string
  readonly limitTravelIn: string
  readonly limitMarkUnknown: string
  readonly limitPlacementUnknown: string
  readonly limitClock: string
  readonly limitFrame: string
}

export const soundWordsEn: SoundWords = {
  kinds: {
    shot: 'shot',
    blank: 'blank shot',
    firework: 'firework',
    vehicle: 'vehicle',
    door: 'door',
    clap: 'clap',
    impact: 'impact',
    voice: 'voice',
    device: 'the recording device itself',
    other: 'something else',
    unresolved: 'cannot be told',
  },
  error: (ms: string) => `± ${ms} ms`,
  errorUnknown: 'error unknown',
  soundAt: (time: string, name: string) => `sound at ${time} (${name})`,
  quote: (a: string, b: string, ms: string, error: string) =>
    `The ${b} came ${ms} ms (± ${error} ms) after the ${a}.`,
  quoteOpen: (a: string, b: string, ms: string) =>
    `The ${b} came ${ms} ms after the ${a}, with an error that is not known.`,
  limitOnset: 'The error is that of both onsets',
  limitPlacement: 'and of where both recordings lie on the clock, added',
  limitSame: 'within one recording, whose place on the clock does not enter',
  limitTravel:
    'It does not include how long sound travelled to each microphone (2.9 ms for a metre): no distance was entered.',
  limitTravelIn: 'The travel of sound is taken off by the distances that were entered, with their errors.',
  limitMarkUnknown: 'Whoever marked a sound by hand did not say how far off the mark may be.',
  limitPlacementUnknown:
    'Nobody stated the error of a placement: the error holds only as far as the placement does.',
  limitClock: 'The recorder’s own clock was compared with no other.',
  limitFrame: 'A frame shows what happened at some time while it was exposed.',
}

export const soundWordsEs: SoundWords = {
  kinds: {
    shot: 'disparo',
    blank: 'disparo de fogueo',
    firework: 'petardo',
    vehicle: 'vehículo',
    door: 'puerta',
    clap: 'palmada',
    impact: 'golpe',
    voice: 'voz',
    device: 'el propio aparato',
    other: 'otra cosa',
    unresolved: 'no se puede saber',
  },
  error: (ms: string) => `± ${ms} ms`,
  errorUnknown: 'error desconocido',
  soundAt: (time: string, name: string) => `sonido de ${time} (${name})`,
  quote: (a: string, b: string, ms: string, error: string) =>
    `El ${b} llegó ${ms} ms (± ${error} ms) después del ${a}.`,
  quoteOpen: (a: string, b: string, ms: string) =>
    `El ${b} llegó ${ms} ms después del ${a}, con un error que no se conoce.`,
  limitOnset: 'El error es el de ambos inicios',
  limitPlacement: 'y el de dónde están ambas grabaciones en el reloj, sumados',
  limitSame: 'dentro de una sola grabación, cuyo lugar en el reloj no interviene',
  limitTravel:
    'No incluye cuánto viajó el sonido hasta cada micrófono (2,9 ms por metro): no se anotó ninguna distancia.',
  limitTravelIn: 'El viaje del sonido está descontado según las distancias anotadas, con sus errores.',
  limitMarkUnknown: 'Quien marcó un sonido a mano no dijo cuánto puede estar desviada la marca.',
  limitPlacementUnknown:
    'Nadie declaró el error de una colocación: el error vale solo mientras valga la colocación.',
  limitClock: 'El reloj del propio aparato no se comparó con ningún otro.',
  limitFrame: 'Un cuadro muestra lo que pasó en algún momento mientras se expuso.',
}

/** The sentences that limit an interval: what its error is made of, and what it leaves out. */
export function intervalLimits(
  { limits }: Pick<Interval, 'limits'>,
  [a, b]: readonly [IntervalEnd, IntervalEnd],
  words: SoundWords,
): string {
  const isSame =
    a.recording !== null && a.recording.id === b.recording?.id && a.recording.piece === b.recording.piece
  const sounds = [a, b].some(({ of }) => of.kind === 'sound')
  const travel = limits.includes('travel-unknown') ? words.limitTravel : sounds ? words.limitTravelIn : null
  const others = [
    ['placement-error-unknown', words.limitPlacementUnknown],
    ['onset-error-unknown', words.limitMarkUnknown],
    ['within-frame', words.limitFrame],
    ['clock-unchecked', words.limitClock],
  ] as const
  return [
    `${words.limitOnset} ${isSame ? words.limitSame : words.limitPlacement}.`,
    ...(travel === null ? [] : [travel]),
    ...others.flatMap(([limit, sentence]) => (limits.includes(limit) ? [sentence] : [])),
  ].join(' ')
}
