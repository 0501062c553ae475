import type { Same } from './catalogue.ts'
import type { enFrames } from './en-frames.ts'

/** Palabras para el lugar del cuadro en pantalla entre sus vecinos. */
export const esFrames: Same<typeof enFrames> = {
  ease: {
    held: 'detenido hasta la pausa',
    heldWhy: 'este equipo no puede reproducir todos los ángulos',
    fewerAngles: live =>
      `Este equipo no puede reproducir todos los ángulos: ${live === 1 ? 'uno sigue' : `${live} siguen`} en vivo; los demás conservan su última imagen.`,
    slower: 'más lento que la velocidad elegida: las imágenes llegan tarde',
    fewerFrames: 'al reproducir no se muestran todos los cuadros: este navegador los busca uno por uno',
  },
  frameHere: {
    title: 'Cuadro en pantalla',
    none: '–',
    frame: 'Cuadro',
    of: (index, last) => `${index} de 0 a ${last}`,
    pts: 'Su propio tiempo (PTS)',
    lasts: 'Dura',
    usual: (own, usual) => `${own}; lo habitual aquí, ${usual}`,
    next: 'El cuadro siguiente',
    previous: 'El cuadro anterior',
    first: 'ninguno: este es el primero',
    earlier: (ms, finding) => `${ms} antes; este ${finding}`,
    finding: {
      even: 'sigue como es habitual',
      gap: missing =>
        `sigue tarde: según los tiempos ${missing === 1 ? 'falta 1' : `faltan ${missing}`} entre ambos`,
      early: 'sigue tras menos de la mitad del intervalo habitual',
      sameTime: frames => `es uno de ${frames} con el mismo tiempo, de los que se muestra el último`,
      varies: 'sigue; los intervalos varían aquí y los tiempos no dicen si faltan cuadros',
      tooFew: 'sigue; hay muy pocos cuadros para decir qué es habitual',
      last: 'no existe: este es el último',
    },
    note: 'Medido en los tiempos del archivo tal como se recibió. No dicen por qué falta un cuadro, ni si un aparato guardó dos veces una misma imagen.',
    gapSign: (missing, ms) =>
      `cuadro siguiente ${ms} ms después: según los tiempos ${missing === 1 ? 'falta 1' : `faltan ${missing}`}`,
    sameTimeSign: frames => `${frames} cuadros con un mismo tiempo`,
  },
}
