import type { Same } from './catalogue.ts'
import type { enVoices } from './en-voices.ts'

const many = (n: number, one: string, more: string) => `${n} ${n === 1 ? one : more}`

/** Spanish words for utterances, people, stated ages and the grounds of links. */
export const esVoices: Same<typeof enVoices> = {
  utterances: 'Intervenciones',
  utterancesTitle: 'Una intervención en varios relatos',
  utterancesWhat:
    'Fragmentos que pueden ser de una misma intervención, puestos unos sobre otros por las palabras que comparten. Que sean de una la decide una persona; qué hay en un hueco, y si lo de antes y lo de después se dijo en este orden, no lo cuenta ningún relato.',
  utterancesNone:
    'No se hallaron fragmentos de una misma intervención en dos relatos. Las citas de menos de tres palabras no se miran.',
  notYet: 'Los relatos se están comparando de nuevo; esto viene con ello.',
  gap: 'nadie lo cita',
  or: 'o ',
  partOf: n => `Candidato: parte de una intervención que ${many(n, 'relato cita', 'relatos citan')}`,
  alsoUtterances: n => `También en ${many(n, 'intervención', 'intervenciones')}`,
  people: 'Personas',
  peopleTitle: 'A quién nombran los relatos',
  peopleWhat:
    'Nombres que usan los relatos, reunidos donde parecen ser de una misma persona. Que lo sean lo decide una persona: asigne las palabras a un participante del expediente, y allí son uno.',
  peopleNone: 'No se hallaron nombres en los relatos.',
  namedIn: (name, account) => `«${name}» en ${account}`,
  age: (age, account) => `${age} años en ${account}`,
  agesDiffer: 'Los relatos indican edades distintas.',
  minor: 'menor de 18 años según se indica',
  minorSign: ages => `aquí se indica una edad menor de 18: ${ages}`,
  minorsHere: ages =>
    `Indica edades menores de 18: ${ages}. De quién son, y si se puede decir un nombre, lo deciden personas.`,
  minorsSomewhere: names => `Se indican edades menores de 18 de personas en: ${names}.`,
  isParticipant: role => `en el expediente: ${role}`,
  isMinorToo: 'marcado allí como menor',
  notMarkedMinor: 'no marcado allí como menor',
  sameAs: role => `lo mismo que ${role}, según se indicó`,
  toParticipant: 'Asignar a un participante …',
  toParticipantTitle: name => `Asignar «${name}» a un participante`,
  toParticipantWhat:
    'Las palabras de cada relato pasan a ser una denominación de ese participante en el expediente.',
  participant: 'Participante',
  choose: 'elija uno',
  noParticipants: 'El expediente aún no tiene participantes. Anote primero uno allí.',
  openCase: 'Al expediente',
  isPut: 'Asignado al participante.',
  further: n => `Más candidatos ${n}`,
  furtherShown: 'Más candidatos',
  linkedElsewhere: 'enlazado, no en esta fila',
  furtherWhat:
    'Enlaces más débiles que no están en ninguna fila: los que se apoyan en una sola palabra compartida, y aquellos cuyas dos afirmaciones están ya en filas por enlaces más fuertes. Mientras esto está activo cada uno forma una fila; en la revisión se ofrecen de todos modos.',
  thinSign: 'débil: una palabra compartida',
  ownWords: (a, b) => `palabras propias: ${a} / ${b}`,
  readAs: (a, b) => `leído como: ${a} / ${b}`,
  sharesNone: 'no comparten ninguna palabra',
  sharedWords: n => many(n, 'palabra compartida', 'palabras compartidas'),
  grounds: {
    number: 'un número que difiere',
    'how-many': 'una cuenta que difiere',
    bound: 'un número con límite',
    time: 'una hora o fecha que difiere',
    age: 'una edad que difiere',
    dimension: 'dos valores de una misma cosa',
    answers: 'dos respuestas a una pregunta',
    'said-denied': 'dicho por uno, negado por el otro',
    'not-in-recording': 'dicho por uno, según el otro no se ve en una grabación',
    'who-to-whom': 'quién se lo hizo a quién',
    order: 'qué fue primero',
    speakers: 'un texto, atribuido a distintas personas',
    'same-quoted': 'las mismas palabras citadas',
    utterance: 'una intervención con otras palabras',
    shared: 'palabras compartidas',
    matter: 'una pregunta de la que ambos hablan',
    issue: 'un tema del que ambos hablan',
  },
  inAccounts: 'En los relatos',
  inAccountsFound: n => `${many(n, 'afirmación', 'afirmaciones')} de relatos`,
}
