import type { Same } from './catalogue.ts'
import type { enDays } from './en-days.ts'

const times = (n: number, one: string, more: string) => (Math.abs(n) === 1 ? one : `${Math.abs(n)} ${more}`)
const names = ['domingo', 'lunes', 'martes', 'miércoles', 'jueves', 'viernes', 'sábado'] as const
const before = (n: number) => (n < 0 ? 'antes' : 'después')

/** Spanish words for days that accounts tell relatively. */
export const esDays: Same<typeof enDays> = {
  title: 'Días',
  panel: 'Días contados de forma relativa',
  lead: 'Los relatos dicen «el miércoles» o «el día anterior». Qué día es se sigue de un día que indica una persona. Las palabras quedan como están; al lado consta a qué día corresponden, por qué regla y según quién.',
  event: 'Lo ocurrido',
  eventNone: 'Nadie ha indicado el día de lo ocurrido.',
  accountNone: name => `Nadie ha indicado cuándo se escribió ${name}.`,
  stateEvent: 'Indicar el día de lo ocurrido …',
  stateWritten: 'Indicar el día en que se escribió …',
  stateWords: 'Indicar qué día se quiere decir …',
  correct: 'Corregir …',
  daySelected: 'Su día …',
  eventTitle: 'El día de lo ocurrido',
  writtenTitle: name => `El día en que se escribió ${name}`,
  wordsTitle: words => `Qué día quiere decir «${words}»`,
  wordsWhat: 'Lo que indique aquí vale solo para estas palabras, antes que cualquier regla.',
  firstDay: 'Día',
  lastDay: 'Último día',
  lastDayHint: 'Vacío si se trata de un solo día.',
  time: 'Hora',
  timeHint: 'Vacía si no se sabe. Las horas se cuentan desde ella.',
  fromClock: 'El reloj del caso está anclado a este día.',
  endsBefore: 'se esperaba un último día que no sea anterior al primero',
  writtenOn: (day, name) => `escrito el ${day}, según ${name}`,
  bears: (day, name) => `lleva la fecha ${day}, según ${name}`,
  happenedOn: (day, name) => `${day}, según ${name}`,
  because: reason => `Por qué: ${reason}`,
  about: day => `hacia el ${day}`,
  from: (day, name, isEvent) =>
    isEvent
      ? `contado desde lo ocurrido el ${day}, según ${name}; las palabras no dicen si se trata de eso`
      : `contado desde el ${day}, según ${name}`,
  meansStated: (name, reason) => `según ${name}: ${reason}`,
  quoted: 'está dentro de una cita: quien habló pudo contar desde otro día',
  open: {
    written: 'queda relativo: nadie ha indicado cuándo se escribió este relato',
    event: 'queda relativo: nadie ha indicado el día de lo ocurrido',
    'no-number': 'queda relativo: no dice ningún número',
    'names-its-own': 'queda relativo: se cuenta desde lo que nombra',
  },
  staysRelative: words => `relativo: ${words}`,
  rule: {
    day: n => (n === 0 ? 'ese mismo día' : `${times(n, 'un día', 'días')} ${before(n)}`),
    nights: n => (n === 0 ? 'la noche que empieza ese día' : `la noche de ${before(n)}`),
    week: n => (n === 0 ? 'la semana de ese día' : `${times(n, 'una semana', 'semanas')} ${before(n)}`),
    weekend: n =>
      n === 0
        ? 'el fin de semana de esa semana'
        : `el fin de semana de ${times(n, 'una semana', 'semanas')} ${before(n)}`,
    month: n => (n === 0 ? 'el mes de ese día' : `${times(n, 'un mes', 'meses')} ${before(n)}`),
    year: n => (n === 0 ? 'el año de ese día' : `${times(n, 'un año', 'años')} ${before(n)}`),
    hour: n => `${times(n, 'una hora', 'horas')} ${before(n)}`,
    until: day => `el último ${names[day % 7]} hasta ese día`,
    before: day => `el último ${names[day % 7]} antes de ese día`,
    ahead: day => `el próximo ${names[day % 7]} desde ese día`,
    after: day => `el próximo ${names[day % 7]} después de ese día`,
    date: 'la fecha más cercana de ese nombre',
  },
  none: 'No se halló ningún tiempo relativo en este relato. Las reglas conocen el inglés y el español, y no todas las formas de decirlos.',
}
