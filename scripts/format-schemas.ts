/** The JSON Schemas in docs/format: what outsiders may rely on, made from the schemas the code itself reads with. */
import * as z from 'zod'
import { CompareReport } from '../app/src/cli/compare-report.ts'
import { ListenReport } from '../app/src/cli/listen-report.ts'
import { SyncReport } from '../app/src/cli/sync-report.ts'
import { DiffReport } from '../app/src/edits/diff-report.ts'
import { cardKindNames, fieldsOf } from '../core/src/case/cards/index.ts'
import { CaseMicrosValue, MediaMicrosValue } from '../core/src/case/ids.ts'
import { Agent, entryDetails, Listing } from '../core/src/case/index.ts'
import { ImpulseGroups, ListeningResult } from '../core/src/listening/index.ts'
import { ProvenanceSheet } from '../core/src/moments/index.ts'
import { ReleaseDocument } from '../core/src/release/index.ts'

type Schema = z.core.$ZodType

/** Branded times are whole numbers to everyone else. */
const wholeNumbers = new Set<Schema>([CaseMicrosValue, MediaMicrosValue])

/** A JSON Schema (2020-12) as text. Throws for a type that JSON Schema cannot say and that is not known here. */
export function schemaText(title: string, description: string, schema: Schema): string {
  const made = z.toJSONSchema(schema, {
    unrepresentable: 'any',
    reused: 'ref',
    override: ({ zodSchema, jsonSchema }) => {
      if (wholeNumbers.has(zodSchema)) jsonSchema.type = 'integer'
      else if (zodSchema._zod.def.type === 'custom')
        throw new Error(`${title} holds a type that has no JSON Schema`)
    },
  })
  return `${JSON.stringify({ title, description, ...made }, null, 2)}\n`
}

/** One entry of the custody log as its body holds it: every type and version ever written. */
const EntryBodies = z.union(
  Object.entries(entryDetails).map(([type, detail]) =>
    z.strictObject({
      v: z.literal(1),
      salt: z.string().regex(/^[0-9a-f]{32}$/),
      at: z.iso.datetime({ precision: 3 }),
      type: z.literal(type),
      agent: Agent,
      detail,
    }),
  ),
)

/** What a card of each kind says: `said` of the entries `card-entered` and `card-changed`, `hidden` of `card-hidden-stated`. */
const Cards = z.union(
  cardKindNames.map(of => {
    const stated = (isHidden: boolean) =>
      z.strictObject(
        Object.fromEntries(
          Object.entries(fieldsOf(of, isHidden)).map(([name, { schema }]) => [name, z.optional(schema)]),
        ),
      )
    return z.strictObject({ of: z.literal(of), said: stated(false), hidden: stated(true) })
  }),
)

/** File names in docs/format and how each is made. */
export const formatSchemas: Readonly<Record<string, () => string>> = {
  'listing.schema.json': () =>
    schemaText('sightline list --json', 'Every name in a case and what became of it.', Listing),
  'sync.schema.json': () =>
    schemaText(
      'sightline sync --json',
      'Where each recording lies on the clock of its group, or why not.',
      SyncReport,
    ),
  'listen.schema.json': () =>
    schemaText(
      'sightline listen --json',
      'Speech spans and impulses of each file as candidates, in file time; nothing in it says what made a sound.',
      ListenReport,
    ),
  'listening.schema.json': () =>
    schemaText(
      'listening result',
      'What was heard in one recording, as a case keeps it: candidates with their method and version.',
      ListeningResult,
    ),
  'impulse-groups.schema.json': () =>
    schemaText(
      'impulse groups',
      'Which impulses of the placed recordings of a case are hearings of one, as a case keeps it.',
      ImpulseGroups,
    ),
  'diff.schema.json': () =>
    schemaText(
      'sightline diff --json',
      'What every frame and every stretch of sound of an edited film shows of the recordings held.',
      DiffReport,
    ),
  'compare.schema.json': () =>
    schemaText('sightline compare --json', 'What several accounts say and how it lines up.', CompareReport),
  'provenance-sheet.schema.json': () =>
    schemaText(
      'provenance sheet',
      'What a still, contact sheet, clip or list of moments was made from; it lies beside the file.',
      ProvenanceSheet,
    ),
  'cards.schema.json': () =>
    schemaText(
      'cards of the case file',
      'What a card of each kind may say, by field: open fields in `said`, private ones in `hidden`. What nobody stated is left out.',
      Cards,
    ),
  'release.schema.json': () =>
    schemaText(
      'release.json',
      'What a release says of itself. The signature covers it; trust it after that is checked against a key from elsewhere.',
      ReleaseDocument,
    ),
  'entry-body.schema.json': () =>
    schemaText('custody log entry', 'The body of an entry of the custody log, by type.', EntryBodies),
}
