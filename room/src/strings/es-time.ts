import type { Same } from './catalogue.ts'
import type { enTime } from './en-time.ts'

const many = (n: number, one: string, more: string) => `${n} ${n === 1 ? one : more}`

/** La hora del día y la ubicación a mano, en español. */
export const esTime: Same<typeof enTime> = {
  goToWall: {
    hint: zone => `O una hora del día (${zone}), como 14:03:22.5, con fecha si hay varias.`,
    either: plain =>
      `Es tiempo del reloj y también hora del día: escriba w ${plain} para la hora del día, c ${plain} para el reloj.`,
    days: 'El reloj abarca varios días: escriba también la fecha, como 2031-05-02 14:03:22.',
    outside: (from, to) => `Nada se grabó entonces: el reloj abarca de ${from} a ${to}.`,
    notAnchored: 'El reloj del caso no está anclado: no se pueden buscar horas del día.',
  },
  byHand: {
    moveLink: 'Mover a mano, mirando …',
    sign: 'se está moviendo, sin asentar',
    cannot: {
      none: 'Elija primero una grabación del reloj del caso.',
      group: 'Una persona ubica grabaciones en el reloj del caso. Esta está en otro reloj.',
      locked: name => `La ubicación de ${name} está bloqueada. Desbloquéela primero.`,
    },
    lock: 'Bloquear la ubicación …',
    unlock: 'Desbloquear …',
    locked: 'Bloqueada',
    typeWall: 'Inicio por la lectura de un reloj …',
    clocks: 'Relojes que lleva',
    byClock: 'Por su propio reloj …',
  },
  distance: {
    state: 'Distancia al micrófono …',
    change: 'Cambiar la distancia …',
    withdraw: 'Retirar la distancia …',
    label: 'Distancia',
    stated: (metres, error, source) => `${metres} m ± ${error} m: ${source}`,
    allowedFor: ms =>
      `Viaje del sonido descontado: ${ms} ms, y el error incluye lo que la distancia pueda errar.`,
    notAll: n =>
      `De ${many(n, 'otra grabación ubicada', 'otras grabaciones ubicadas')} por sonido en este reloj no hay distancia declarada: su viaje no está incluido.`,
    waiting: 'Su lugar se está calculando de nuevo con la distancia.',
    pinned: 'La ubicó una persona: la distancia mueve solo las grabaciones que el sonido ata a ella.',
  },
}
