import type { Same } from './catalogue.ts'
import type { enPlacing } from './en-placing.ts'

/** Lo que dicen los relojes, y los diálogos sobre lugares, en español. */
export const esPlacing: Same<typeof enPlacing> = {
  wall: {
    title: 'Hora del día',
    of: (time, zone) => `hora del día ${time} ${zone}`,
    none: 'Nadie ha dicho aún qué hora del día era: el reloj del caso no está anclado.',
    adrift: name => `Se ancló por ${name}, que ahora no tiene lugar en el reloj del caso.`,
    anchor: 'Anclar el reloj por una lectura …',
    anchorAnew: 'Anclarlo de nuevo …',
    withdraw: 'Retirar el ancla …',
    withdrawTitle: 'Retirar el ancla del reloj',
    withdrawWhat: 'La hora del día deja de mostrarse. Las lecturas de otros relojes quedan.',
    anchoredBy: 'Anclado por',
    reads: (reading, zone) => `${reading}, ${zone}`,
    atFrame: (seconds, name) => `en ${seconds} s (PTS) de ${name}`,
    error: ms => `± ${ms} ms según se declaró`,
    errorNotStated: 'error no declarado',
    atZero: 'El tiempo 0 es',
    drifts:
      'El reloj del caso corre tan rápido como la grabadora de la que se tomó: a una hora del ancla, la hora del día puede errar hasta 0,9 s más.',
    clocks: 'Relojes que llevan las grabaciones',
    noClocks: 'Ninguna grabación de este reloj lleva una hora del día legible.',
    whatClocks:
      'Diferencias con el ancla. Lo afirma un aparato o una marca de agua: nada de ello se usa para ubicar.',
    toAnchor: 'Las diferencias se muestran cuando el reloj esté anclado.',
  },
  claims: {
    none: 'No lleva ninguna hora del día legible que aquí se conozca.',
    read: 'Leer un reloj en su imagen …',
    typed: (reason, who) => `leído: ${reason} (${who})`,
    tag: tag => `etiqueta ${tag}`,
    at: {
      frame: seconds => `en ${seconds} s`,
      begin: 'como su comienzo',
      end: 'como su final',
    },
    zone: {
      'as-utc': ', si escribió UTC',
      'as-local': ', si escribió hora local',
    },
    agrees: 'coincide con el ancla',
    slow: by => `atrasa ${by}`,
    fast: by => `adelanta ${by}`,
    notPlaced: 'sin lugar en el reloj: no hay con qué compararlo',
    withdraw: 'Retirar la lectura …',
    withdrawTitle: reading => `Retirar la lectura ${reading}`,
    candidates: 'Dónde quedaría por su propio reloj',
    candidatesWhat:
      'Candidatos. El sonido no pudo ubicarla, y un reloj puede estar errado en cualquier medida.',
    wouldStart: time => `Empezaría en ${time}.`,
    wouldStartWall: (time, wall) => `Empezaría en ${time} (${wall}).`,
    others: (n, least, most) =>
      n === 1
        ? `Otro reloj de aparato difiere en ${most}.`
        : `Otros ${n} relojes de aparatos difieren de ${least} a ${most}.`,
    othersApart: (n, least, most) =>
      n === 1
        ? 'Solo se pudo comparar con otro reloj de aparato.'
        : `Comparado con otros ${n} relojes de aparatos, que difieren de su medio de ${least} a ${most}.`,
    noOthers: 'No se pudo comparar con ningún otro reloj de aparato.',
    take: 'Ubicarla así …',
    takeTitle: name => `Ubicar ${name} por su propio reloj`,
    takeWhat: (clock, time) =>
      `${clock}: tiempo 0 del archivo en ${time}. Solo ese reloj habla por este lugar.`,
  },
  readClock: {
    noteTitle: name => `Un reloj en la imagen de ${name}`,
    anchorTitle: name => `Anclar el reloj del caso por ${name}`,
    placeTitle: name => `Dónde empieza ${name}, por la lectura de un reloj`,
    noteWhat:
      'Lo que muestra una marca de agua o un reloj a la vista. Se compara con el ancla y no ubica nada.',
    anchorWhat:
      'Elija el reloj en que más confía: los demás se muestran con su diferencia. Cuál, y por qué, queda en el registro.',
    placeWhat: 'Su lugar se sigue de la lectura y del reloj anclado del caso. Solo ese reloj habla por él.',
    notAnchored: 'El reloj del caso aún no está anclado: una hora del día no dice nada de un lugar.',
    frame: 'Cuadro, por su propio tiempo en s (PTS)',
    reading: 'Fecha y hora que muestra',
    readingHint: 'Como 2031-05-02 14:03:22.5',
    zone: 'Zona horaria de ese reloj',
    zoneHint: 'Como America/Bogota, o una diferencia con UTC como −05:00.',
    error: 'Cuánto puede errar la lectura, en ms (vacío si no puede decirlo)',
    errorHint: 'Un reloj que muestra segundos enteros: 1000.',
    notATime: 'No es fecha y hora: escriba año-mes-día horas:minutos:segundos.',
    notAZone: 'No es una zona horaria que este navegador conozca, ni una diferencia como −05:00.',
    skipped: 'Esa zona saltó esa hora (se adelantaron los relojes): escriba una diferencia con UTC.',
    twice: 'Esa zona tuvo esa hora dos veces (se atrasaron los relojes): escriba una diferencia con UTC.',
    notAFrame: 'No es un tiempo en segundos.',
    notMs: 'No es un número de milisegundos.',
    note: 'Asentar la lectura',
    anchor: 'Anclar el reloj',
    noted: name => `Lectura de un reloj en ${name} asentada en el registro.`,
    anchored: 'El reloj del caso está anclado; el asiento está en el registro.',
  },
  moving: {
    bar: name => `Moviendo ${name} a mano`,
    anchored: 'El reloj del caso está anclado por ella: las horas del día se moverán con ella.',
    notEntered: 'Aún no asentado: las imágenes muestran cómo quedaría.',
    keys: '← → un cuadro, con Mayús 1 ms, con Alt 100 ms. Intro lo asienta, Escape lo deja.',
    frameBack: 'Un cuadro suyo antes',
    frameOn: 'Un cuadro suyo después',
    msBack: '1 ms antes',
    msOn: '1 ms después',
    enter: 'Asentarlo …',
    giveUp: 'Dejarlo',
    lockTitle: name => `Bloquear la ubicación de ${name}`,
    lockWhat:
      'Nadie podrá moverla a mano, ni renunciar a una ubicación a mano, antes de desbloquearla. Una ubicación por sonido se sigue calculando al añadir grabaciones.',
    unlockTitle: name => `Desbloquear la ubicación de ${name}`,
  },
  distance: {
    title: name => `A qué distancia estaba el micrófono de ${name}`,
    what: 'El sonido tarda 2,9 ms por metro. Lo que tardó hasta este micrófono se descuenta donde el sonido ubica la grabación, y lo que la distancia pueda errar se suma al error. Vale para el sonido de esa sola fuente.',
    metres: 'Metros desde la fuente del sonido',
    errorMetres: 'Cuántos metros puede errar',
    source: 'Qué se oyó, y dónde',
    notMetres: 'No es un número de metros entre 0 y 20000.',
    withdrawTitle: name => `Retirar la distancia de ${name}`,
    entered: name => `Distancia de ${name} asentada en el registro.`,
  },
}
