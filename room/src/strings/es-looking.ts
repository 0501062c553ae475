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
}
