import type { Stop, StopCode } from './checklist.ts'
import { type Incidental, incidentals } from './composition.ts'

/** What the stops of the checklist say to a person: in the room where a release is composed, and in the release where somebody went past one. */
export interface StopWords {
  readonly stops: Readonly<Record<StopCode, string>>
  readonly incidentals: Readonly<Record<Incidental, string>>
  /** Parts of a composition, as `name-told` names them. */
  readonly places: {
    readonly [P in
      | 'organization'
      | 'title'
      | 'warning'
      | 'changes'
      | 'recording'
      | 'account'
      | 'document'
      | 'person']: string
  } & { readonly [P in 'statement' | 'withheld' | 'gone']: (n: string) => string }
}

export const stopWordsEn: StopWords = {
  stops: {
    'nothing-goes-out': 'Nothing goes out',
    'not-reviewed': 'The case is still being collected: nobody said that review began',
    walled: 'Walled',
    'redaction-unknown': 'Nobody said whether what the law wants hidden is hidden',
    'original-with-tags': 'The file as received holds tags of device, time or place',
    'placement-unapproved': 'Placed by the machine, and nobody stands for it: lock the place',
    'not-looked-for': 'Nobody looked for it',
    'no-transcript': 'It has sound, and no line that a reviewer settled: no captions',
    'transcript-unreviewed': 'Lines of its transcript that nobody settled; they stay behind',
    'no-description': 'No moment that goes out describes its pictures, for those who cannot see them',
    'film-unreviewed': 'No line of its edit list was accepted by a person',
    'name-told': 'Its words hold a name or a private field that is kept from these readers',
    'removed-unexplained': 'It was in the version before, and nothing says why it is gone',
    'sound-undoes-mute': 'What is muted in the first can be heard in the second',
    'no-rule': 'No rule is named that governs the release',
    'no-clock-start': 'It is not stated when the time of this rule began',
    'redaction-open': 'A document that is still to be redacted',
    'hold-stands': 'A hold stands',
    'no-viewing': 'The family has not seen what is sealed, and did not decline',
    'notice-owed': 'A notice is owed',
    'extension-not-published': 'An extension was not published',
    'embargo-stands': 'An embargo stands',
  },
  incidentals: {
    'radio-name-checks': 'names and numbers read out by radio or telephone',
    screens: 'screens and papers that can be read',
    interiors: 'the inside of homes',
    children: 'children',
    'medical-care': 'medical care',
  },
  places: {
    organization: 'who releases it',
    title: 'the title',
    warning: 'the warning',
    changes: 'what this version says otherwise',
    statement: n => `statement ${n}`,
    recording: 'a recording',
    account: 'an account',
    document: 'a document',
    person: 'how somebody is named',
    withheld: n => `what is held back, ${n}`,
    gone: n => `what is gone, ${n}`,
  },
}

export const stopWordsEs: StopWords = {
  stops: {
    'nothing-goes-out': 'No sale nada',
    'not-reviewed': 'El caso aún se está reuniendo: nadie dijo que empezara la revisión',
    walled: 'Tras un muro',
    'redaction-unknown': 'Nadie dijo si está oculto lo que la ley manda ocultar',
    'original-with-tags': 'El archivo tal como se recibió lleva etiquetas de aparato, hora o lugar',
    'placement-unapproved': 'Colocada por la máquina, y nadie responde de ello: fije el lugar',
    'not-looked-for': 'Nadie lo buscó',
    'no-transcript': 'Tiene sonido y ninguna línea dada por buena: sin subtítulos',
    'transcript-unreviewed': 'Líneas de su transcripción que nadie dio por buenas; se quedan atrás',
    'no-description': 'Ningún momento que salga describe sus imágenes, para quienes no pueden verlas',
    'film-unreviewed': 'Ninguna persona aceptó una línea de su lista de edición',
    'name-told': 'Sus palabras contienen un nombre o campo privado que se reserva a estos lectores',
    'removed-unexplained': 'Estaba en la versión anterior, y nada dice por qué ya no está',
    'sound-undoes-mute': 'Lo que se silenció en la primera puede oírse en la segunda',
    'no-rule': 'No se nombra ninguna norma que rija la publicación',
    'no-clock-start': 'No consta cuándo empezó el plazo de esta norma',
    'redaction-open': 'Un documento que aún ha de ocultar datos',
    'hold-stands': 'Hay una orden de retención',
    'no-viewing': 'La familia no ha visto lo sellado, ni lo rehusó',
    'notice-owed': 'Se debe un aviso',
    'extension-not-published': 'Una prórroga no se publicó',
    'embargo-stands': 'Hay un embargo',
  },
  incidentals: {
    'radio-name-checks': 'nombres y números leídos por radio o teléfono',
    screens: 'pantallas y papeles que pueden leerse',
    interiors: 'interiores de viviendas',
    children: 'menores',
    'medical-care': 'atención médica',
  },
  places: {
    organization: 'quién publica',
    title: 'el título',
    warning: 'la advertencia',
    changes: 'lo que esta versión dice de otro modo',
    statement: n => `declaración ${n}`,
    recording: 'una grabación',
    account: 'un relato',
    document: 'un documento',
    person: 'cómo se nombra a alguien',
    withheld: n => `lo que se reserva, ${n}`,
    gone: n => `lo que ya no está, ${n}`,
  },
}

/** What a stop is about, in the words of a language; null where its own words say all. */
export function aboutStop(
  words: StopWords,
  { code, what }: Pick<Stop, 'what'> & { readonly code: string },
): string | null {
  switch (code as StopCode) {
    case 'not-looked-for':
      return words.incidentals[incidentals.find(each => each === what) as Incidental] ?? what
    case 'name-told':
      return placeOf(words, what)
    case 'nothing-goes-out':
    case 'not-reviewed':
    case 'no-rule':
    case 'no-viewing':
      return null
    default:
      return what
  }
}

function placeOf({ places }: StopWords, what: string): string {
  const [kind = '', which = ''] = what.split(' ')
  const place = places[kind as keyof StopWords['places']]
  if (place === undefined) return what
  return typeof place === 'string' ? place : place(which)
}
