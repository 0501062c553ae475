// A case in which every private field, every walled field and every name that is not told holds a word that can be looked for.
import { cardKindNames, cardKinds, type Field, kindOf } from '../../../core/src/case/cards/index.ts'
import { chicago, type Desk, newDesk } from './desk.ts'

const sha = 'a'.repeat(64)

export const canary = 'zzcanary'

/** One card of every kind, with every open field filled with `open…` and every private one with a canary. */
export function plantedDesk(): Desk {
  const desk = newDesk()
  const facts = {
    path: 'clip.mp4',
    encoded: false,
    kind: 'recording',
    format: 'mp4',
    sha256: sha,
    bytes: 1,
    changedMs: null,
    why: null,
    listing: null,
  } as const
  desk.tell(
    { type: 'case-opened', detail: { v: 1, title: 'Planted case' } },
    { type: 'person-named', detail: { v: 1, person: 'p1', name: 'R. Desk', basis: 'self-declared' } },
    { type: 'file-received', detail: { v: 1, file: facts } },
  )
  const moment = `m${desk.state.seq + 1}`
  const when = { on: 'recording', recording: sha, from: 0, to: null }
  desk.done({ do: 'mark-moment', when, region: null, name: 'open moment', description: null, tags: [] })
  const made = new Map<string, string>()
  const enter = (of: (typeof cardKindNames)[number], more: object = {}) => {
    const { open, hidden, leaves } = kindOf(of)
    const fill = (fields: Readonly<Record<string, Field>>, word: string) =>
      Object.fromEntries(
        Object.entries(fields).map(([name, field]) => [
          name,
          plantedIn(field, `${word} ${of} ${name}`, made, moment),
        ]),
      )
    made.set(of, desk.card(of, { ...fill(open, leaves ? 'open' : canary), ...more }, fill(hidden, canary)))
  }
  // Kinds that others point to come first.
  const first = [
    'participant',
    'claim',
    'question',
    'document',
    'place',
    'object',
    'rule',
    'proceeding',
  ] as const
  for (const of of first) enter(of, of === 'rule' ? { applies: 'yes' } : {})
  const rest = cardKindNames.filter(of => !(first as readonly string[]).includes(of))
  const participant = made.get('participant')
  const other = desk.card('participant', { role: 'open second', minor: 'no' })
  for (const of of rest) {
    if (of === 'name') {
      enter(of, { name: `${canary} Untold`, audience: 'family', minorGround: null })
      enter(of, { name: 'Open Told', audience: 'public', participant })
    } else if (of === 'identity') enter(of, { what: 'two', other, participant })
    else if (of === 'portrait') enter(of, { audience: 'nobody' })
    else if (of === 'walled') enter(of, { file: null })
    else enter(of)
  }
  return desk
}

function plantedIn(field: Field, words: string, made: ReadonlyMap<string, string>, moment: string): unknown {
  switch (field.is) {
    case 'line':
    case 'text':
      return words
    case 'lines':
      return [words]
    case 'day':
      return '2031-05-04'
    case 'wall':
      return chicago('2031-05-02T10:00:00')
    case 'count':
      return 5
    case 'choice':
      return field.choices.includes('no') ? 'no' : field.choices[0]
    case 'card':
      return made.get(field.of[0] ?? '') ?? null
    case 'recording':
      return sha
    case 'moment':
      return moment
    case 'moments':
      return [moment]
    case 'statement':
      return null
    case 'file':
      return 'clip.mp4'
    case 'hashes':
      return ['b'.repeat(64)]
    case 'coverage':
      return [{ recording: sha, had: 'pictures' }]
  }
}

/** The number of fields that hold a canary: a kind that is added later raises it. */
export const plantedFields = Object.values(cardKinds).reduce(
  (sum, { hidden }) => sum + Object.keys(hidden).length,
  0,
)
