import type { Same } from './catalogue.ts'
import type { enCustody } from './en-custody.ts'

export const esCustody: Same<typeof enCustody> = {
  filter: 'Mostrar solo',
  words: 'Palabras',
  who: 'De',
  anyone: 'cualquiera',
  machines: 'programas',
  item: 'Sobre',
  anything: 'cualquier cosa',
  recordings: 'Grabaciones',
  accounts: 'Relatos',
  moments: 'Momentos',
  found: (count, of) => `Encajan ${count} de ${of} entradas, las más nuevas primero`,
  checkRelease:
    'La página Publicación calcula la huella de cada archivo y recorre este registro; VERIFY.txt, en la carpeta, contiene comandos que no necesitan nada nuestro.',
  none: 'Ninguna entrada encaja. Se buscó en qué ocurrió, sobre qué y quién.',
  clear: 'Mostrar todas',
  checkpoint: 'Punto de control',
  checkpointLead:
    'Un punto de control es la longitud del registro y el hash de su última línea. Guarde uno fuera de este caso: muestra después que nada anterior se cambió.',
  save: 'Guardar el punto de control de hoy',
  compare: '¿Este registro continúa uno que usted guardó?',
  extends: length =>
    `Sí: este registro creció desde el punto de control de ${length} entradas, y nada anterior se cambió.`,
  altered: length =>
    `No: en la entrada ${length} este registro tiene otro hash que su punto de control. Algo en ella o antes se cambió.`,
  shorter: (length, now) =>
    `No: su punto de control tiene ${length} entradas, y este registro solo ${now}. Se cortaron entradas, o es uno más antiguo.`,
  notRead: 'Este archivo no es un punto de control.',
  certificate: 'Borrador de certificado (EE. UU., FRE 902(13) y (14))',
  certificateLead:
    'Rellenado con el registro, para que una persona cualificada lo lea, lo corrija y lo firme. Por sí mismo no certifica nada.',
  history: 'Desde la entrada en el caso, estas son las entradas que lo nombran.',
}
