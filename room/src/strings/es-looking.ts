import type { Same } from './catalogue.ts'
import type { enLooking } from './en-looking.ts'

/** Para mirar de cerca, en español. */
export const esLooking: Same<typeof enLooking> = {
  film: {
    region: name => `Cuadros alrededor del cursor de ${name}`,
    here: 'aquí',
    warned: 'sin autorizar',
    coming: 'decodificando',
    none: name => `${name} no tiene cuadro en este instante.`,
    noAngle: 'Ninguna grabación de este reloj tiene imágenes.',
    someWarned: 'Los cuadros en fila se muestran solo donde una persona autorizó la grabación.',
    toClearance: 'Ver qué está autorizado',
    keys: 'Las flechas van de a un cuadro; las teclas de página, de a una tira.',
  },
  loupe: {
    lens: name =>
      `Lupa sobre ${name}. Las flechas la mueven un píxel, con Mayús diez; + y − cambian el aumento; Escape la quita.`,
    pixel: (x, y) => `píxel ${x}, ${y}`,
    outside: 'fuera de la imagen',
    smallerCopy: (size, of) => `copia de revisión, ${size} de ${of}`,
    copy: size => `copia de revisión, ${size}`,
    asReceived: size => `archivo tal como se recibió, ${size}`,
    adjusted: 'vista ajustada',
    nothing: 'sin imagen',
  },
  causes: {
    heading: 'Por qué falta sonido o imagen',
    say: 'Decir por qué …',
    none: 'Nadie ha asentado una causa.',
    noneOf: n =>
      n === 1
        ? 'Nadie ha dicho por qué en el tramo de arriba. Lo medido no nombra ninguna causa.'
        : `Nadie ha dicho por qué en los ${n} tramos de arriba. Lo medido no nombra ninguna causa.`,
    title: name => `Por qué ${name} no tiene sonido o imagen`,
    what: 'Lo que usted diga queda junto a lo medido, con su nombre. No cambia nada de la medición.',
    lacks: 'Qué falta',
    of: { sound: 'sin sonido', picture: 'sin imagen' },
    from: 'Desde, en el tiempo propio del archivo',
    to: 'Hasta',
    cause: 'Causa, en sus palabras',
    causeHint:
      'Por ejemplo: el aparato no guarda sonido antes de activarse. Sin suponer lo que alguien quiso hacer.',
    by: (who, when) => `dicho por ${who}, ${when}`,
    known: reason => `se sabe por: ${reason}`,
    withdrawn: n => (n === 1 ? 'Una retirada' : `${n} retiradas`),
    withdrawnBy: (who, when, reason) => `retirada por ${who}, ${when}: ${reason}`,
    withdraw: 'Retirar …',
    restore: 'Anular la retirada …',
    withdrawTitle: 'Retirar esta causa',
    restoreTitle: 'Dejar en pie esta causa de nuevo',
  },
  spectrogram: {
    region: name => `Espectrograma de ${name}`,
    picture: name =>
      `Intensidad de cada altura de ${name}, de 0 a 4 kHz hacia arriba, en el tiempo de la regla`,
    title: 'Espectrograma',
    close: 'Quitar el espectrograma',
    window: 'Ventana',
    level: 'dBFS',
    limit: 'Del sonido propio del archivo a 8 kHz: nada por encima de 4 kHz está en él.',
    under: (time, hertz, level) => `${time}  ${hertz} Hz · ${level} dB`,
    loudest: (hertz, level) => `en el cursor, lo más fuerte: ${hertz} Hz  ${level} dB`,
    noSound: name => `${name} no tiene sonido que mostrar: elija una grabación que lo tenga.`,
    state: {
      coming: 'Leyendo muestras …',
      'too-wide': 'Acerque hasta cuatro minutos o menos para ver alturas.',
      'no-sound': 'Su sonido aún no se ha leído.',
      'not-in-view': 'Esta grabación no llega hasta aquí.',
    },
  },
  here: {
    none: 'sin imagen en este instante',
    next: 'el cuadro siguiente',
    onClock: (from, to) => `en el reloj ${from} a ${to}`,
  },
}
