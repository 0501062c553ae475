import type { Same } from './catalogue.ts'
import type { enClock } from './en-clock.ts'

const many = (n: number, one: string, more: string) => `${n} ${n === 1 ? one : more}`

/** Palabras en español para la página del reloj. */
export const esClock: Same<typeof enClock> = {
  clockPage: {
    title: 'El reloj',
    lead: 'Qué grabaciones comparten un reloj, con qué exactitud está ubicada cada una y en qué se apoya. Elija dos para mirarlas de cerca.',
    open: 'Abrir el reloj',
    lookAt: 'Mirar este par',
    back: 'Todas las grabaciones',
    released: 'Qué grabaciones comparten un reloj, y con qué exactitud está ubicada cada una.',
    pairsStay:
      'Qué grabaciones se compararon por su sonido, y cuánto concuerdan, no está en esta publicación.',
    waiting:
      'Aún no se ha ubicado ninguna grabación por sonido. Los sonidos se comparan cuando se han leído.',
    main: n => (n === 1 ? 'El reloj del caso.' : `El reloj del caso: estas ${n} grabaciones lo comparten.`),
    zeroEarliest: 'El tiempo 0 es el tiempo 0 de archivo más temprano de las ubicadas.',
    zeroHeld: 'Las ubicaciones hechas por personas mantienen su tiempo 0 donde está.',
    ofItsOwn: n =>
      `Estas ${n} grabaciones comparten un reloj propio. Ningún sonido lo une con los demás, así que sus tiempos no pueden compararse con los de ellas.`,
    drift: ppm => `reloj ${ppm} ppm`,
    start: 'Tiempo 0 del archivo en el reloj',
    by: {
      sound: 'por sonido',
      person: 'por una persona',
      'device-clock': 'por reloj del aparato',
    },
    bySound:
      'Por sonido: ubicada donde el sonido llegó a cada micrófono. El sonido tarda 2,9 ms por metro; dos micrófonos cuya distancia al sonido difiere en 10 m quedan a 29 ms uno de otro. Donde no se indicó una distancia, los errores dados no lo incluyen.',
    byPerson: 'Por una persona: fijada con nombre y motivo, y más fuerte que cualquier sonido.',
    byDevice: 'Por reloj del aparato: tomada de lo que el aparato dice de su propia hora.',
    copyOf: name => `la misma toma que ${name}`,
    unplaced: 'Fuera de un reloj',
    allPlaced: 'Toda grabación que pudo leerse está en un reloj.',
    rejected: 'Lo mejor de lo rechazado',
    onOther: (name, time) => `con inicio en ${time} de ${name}`,
    score: score => `puntaje ${score}`,
    conflicts: 'Donde discrepan el sonido y las personas',
    conflict: (a, b, ms, error) =>
      `Entre ${a} y ${b} el sonido y las ubicaciones hechas por personas difieren en ${ms} ms (± ${error} ms). Valen las de las personas.`,
    noConflicts: 'Ninguna ubicación hecha por una persona discrepa del sonido.',
    pairs: 'En qué se apoya',
    pairsWhat:
      'Una línea gruesa es un par fuerte; una fina, uno débil. Una línea discontinua no se usó. El puntaje cuenta desviaciones típicas del azar; por debajo de 9 no se usa nada.',
    noPairs: 'Ningún par tiene sonido en común.',
    without: n => `En ${many(n, 'par más', 'pares más')} no se halló sonido en común.`,
    used: 'usado',
    setAside: 'no usado',
    method: (method, version) =>
      `Método ${method}, versión ${version}. Resultados de una máquina: candidatos hasta que los revise una persona.`,
    upper: 'Arriba',
    lower: 'Abajo',
    swap: 'Intercambiar arriba y abajo',
    choose: 'Elija dos grabaciones que tengan sonido.',
    verdict: {
      used: 'Este par sostiene el reloj.',
      'set-aside': 'Este par no se usa.',
      none: 'No se halló sonido en común en este par.',
      unknown: 'Este par no se ha comparado.',
    },
    lies: 'Dónde queda el tiempo 0 de la de abajo en la de arriba',
    lowerNow: 'La de abajo',
    way: {
      placement: (n, of) =>
        of > 1 ? `según las ubicaciones vigentes, parte ${n}` : 'según las ubicaciones vigentes',
      sound: (n, of) => (of > 1 ? `según el sonido de este par, parte ${n}` : 'según el sonido de este par'),
      rival: n => `en el rival ${n}, no tomado`,
    },
    noWay: 'Nada dice cómo quedan estas dos una sobre otra: no comparten reloj y no se halló ningún desfase.',
    scoreName: 'Puntaje',
    looking: 'Comparando los dos sonidos …',
    lookFailed: 'Ahora no se pudieron comparar los dos sonidos.',
    noSound: 'El sonido de una de las dos no se ha leído.',
    noWindows: 'Donde estas dos coinciden no hay dos segundos en que ambas tengan sonido.',
    closeLook: 'Dos grabaciones de cerca',
    agreement: 'Acuerdo junto a este desfase',
    agreementWhat: windows =>
      `Cuánto concuerdan en fase ${many(windows, 'ventana', 'ventanas')} de 2 s al mover la de abajo hasta medio segundo, en desviaciones típicas. Los ecos y los sonidos que se repiten forman más picos.`,
    agreementChart:
      'Acuerdo en ±0,5 s alrededor de este desfase, y todos los desfases examinados. Los picos y los rivales están en las listas contiguas.',
    chance: 'el azar queda bajo',
    peaks: 'Picos',
    noPeaks: 'Ningún pico sobresale del azar.',
    moveTo: 'Mover la de abajo',
    allLags: 'todos los desfases',
    waves: 'Formas de onda',
    wavesWhat:
      'Cada una está a la escala de su muestra más fuerte a la vista; una sobre otra, la de abajo es un contorno. Al pie de la vista general está el acuerdo de cada ventana.',
    wavesRegion: 'Formas de onda una sobre otra',
    wavesKeys:
      'Las flechas mueven el cursor, con Mayúsculas diez veces más; las teclas de página pasan la página; más y menos acercan y alejan; Inicio y Fin van a los extremos; coma y punto mueven la de abajo una muestra, con Mayúsculas diez; la barra espaciadora reproduce.',
    keysShort: '← → cursor · + − acercar · , . mover la de abajo · espacio reproduce',
    over: 'Una sobre otra',
    under: 'Una bajo otra',
    windowsAgree: (agreeing, of) =>
      `Aquí ${agreeing} de ${many(of, 'ventana concuerda', 'ventanas concuerdan')} por sí solas.`,
    more: n => `Mostrar ${n} más`,
    layout: 'Disposición',
    whole: 'Toda la coincidencia',
    zoomIn: 'Acercar',
    zoomOut: 'Alejar',
    toSamples: 'Muestras sueltas',
    pageBack: 'Antes',
    pageOn: 'Después',
    perPixel: samples => `${samples} muestras por píxel`,
    pixelsPer: pixels => `${pixels} píxeles por muestra`,
    cursor: 'Cursor',
    onClock: 'Cursor, en el reloj',
    inFile: (seconds, sample, value) => `${seconds} s · muestra ${sample} · ${value}`,
    noSample: 'aquí no hay muestra',
    move: 'Mover la de abajo en muestras',
    moved: (samples, ms) => `movida a mano ${samples} muestras (${ms} ms)`,
    unmoved: 'no movida a mano',
    reset: 'Devolverla',
    againstSound: (samples, ms) => `frente al sonido de este par ${samples} muestras (${ms} ms)`,
    againstPlacement: (samples, ms) => `frente a las ubicaciones vigentes ${samples} muestras (${ms} ms)`,
    later: 'Más: la de abajo queda más tarde.',
    playBoth: 'Oír ambas',
    stop: 'Parar',
    fetching: 'Trayendo el sonido …',
    apart: 'arriba izquierda, abajo derecha',
    together: 'ambas en los dos oídos',
    ears: 'Oídos',
    heardWhat:
      'Desde el cursor, o el comienzo de lo que está a la vista, hasta su final: 3 s como mínimo, 30 s como máximo. Cada una suena tan fuerte como se dibuja.',
    showRoom: 'Mostrar este momento en la sala',
    select: name => `Seleccionar ${name}`,
    pinHere: 'Fijar la de abajo como queda aquí …',
    matchFrames: 'Emparejar dos cuadros …',
    lowerLocked:
      'La de abajo está bloqueada donde queda: desbloquéela en su panel para ubicarla de otro modo.',
    locked: 'bloqueada',
    travel: ms => `descontados ${ms} ms de recorrido del sonido`,
    pieces: n => `en ${n} partes`,
    cut: (time, name) => `en ${time} a ${name} le falta algo que la otra tiene`,
    bend: (time, name) => `en ${time} de ${name} uno de los dos relojes cambia de ritmo`,
    cuts: 'Donde se unen las partes',
    pinNeedsUpper:
      'La de arriba no tiene lugar en el reloj del caso, así que la de abajo no puede fijarse por ella.',
  },
}
