import type { Same } from './catalogue.ts'
import type { enRelease } from './en-release.ts'

export const esRelease: Same<typeof enRelease> = {
  title: 'Publicación',
  lead: 'Lo que usted ve fue sellado por quienes lo publicaron. Si desde entonces se cambió un solo byte puede comprobarse, con herramientas corrientes o aquí.',
  stock: 'Cómo comprobarla con lo que su ordenador ya tiene (VERIFY.txt)',
  document: 'Qué dice de sí misma la publicación (release.json)',
  check: 'Comprobar todos los archivos en esta página',
  checkLead:
    'La página vuelve a pedir cada archivo de la publicación, calcula su hash y lo compara con la lista sellada.',
  chooseLead:
    'La página se abrió desde un disco, donde no puede leer archivos por sí misma. Elija la carpeta de la publicación: aquella en la que está START-HERE.html. No se envía nada a ninguna parte.',
  begin: 'Comprobar todos los archivos',
  choose: 'Carpeta de la publicación',
  running: 'Se calculan los hashes …',
  stop: 'Parar',
  failed: why => `La comprobación no pudo terminarse: ${why}`,
  whole: 'Todo lo comprobado aquí coincide con la lista sellada.',
  faults: count => (count === 1 ? 'Una cosa no coincide:' : `${count} cosas no coinciden:`),
  means: {
    altered: 'sus bytes no son los que se sellaron',
    missing: 'se selló y no está aquí',
    extra: 'no se selló: alguien lo puso aquí después',
    log: 'una entrada del registro de custodia se cambió, se quitó, se añadió o se movió',
    document: 'no puede leerse como lo que contiene una publicación',
    signature:
      'el sello no corresponde a la lista de archivos, o la clave no es la que nombra la publicación',
  },
  checkedWhat: 'Comprobado',
  checkedFiles: (files, bytes, entries) =>
    `${files} archivos, ${(bytes / 1e6).toFixed(1)} MB; ${entries} entradas del registro de custodia`,
  version: 'Versión, a fecha de',
  signed: 'Lista firmada, SHA-256',
  key: 'Clave que la selló',
  unknown: 'desconocido',
  signature: {
    good: 'el sello corresponde a la lista de archivos',
    bad: 'el sello no corresponde',
    untold: 'este navegador no puede decir si el sello corresponde: use VERIFY.txt',
    unread: 'el sello no pudo leerse',
  },
  small: 'Grabaciones por una línea lenta',
  smallLead: (count: number) =>
    `${count === 1 ? 'Una grabación tiene' : `${count} grabaciones tienen`} una copia pequeña: como mucho 360 líneas, alrededor de la décima parte de los datos, cada cuadro en el mismo tiempo. La página se carga de nuevo.`,
  smallChoice: 'Mostrar copias pequeñas',
  smallShown:
    'Se muestran copias pequeñas de las grabaciones, para líneas lentas: faltan detalles. La página «Publicación» muestra las completas.',
  embed: 'Mostrar una grabación en una página propia',
  embedLead:
    'Copie esto en la página. No muestra nada antes de que quien lee lo pida, y no pide nada a nadie salvo al lugar donde está esta publicación. Con &from=12.5&to=20 detrás del nombre, en segundos del reloj, muestra solo ese tramo.',
  embedOf: (title: string) => `Para mostrar ${title}`,
  notChecked: 'No comprobado aquí',
  notWhose: 'De quién es la clave: compare su huella con la publicada en otro lugar.',
  notPage:
    'Esta misma página, si alguien la alteró para que diga que todo está bien. Las herramientas corrientes no dependen de ella.',
  notStamp: by => `El sello de tiempo de ${by}: VERIFY.txt dice cómo.`,
  noStamp: 'Cuándo se selló: no lleva sello de tiempo.',
  notHead: 'Si esta es la versión más nueva, y si su registro creció de uno que usted conoce.',
  notClosed: 'Si se añadió algo junto a los archivos de la lista: por la red una carpeta no puede listarse.',
  entries: count =>
    `El registro de custodia, de ${count} entradas, está en Custodia. Donde se reserva un cuerpo, su lugar en la cadena sigue en pie.`,
}
