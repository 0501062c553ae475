// One detail of every type of entry that the format knows, in which everything that a person or program could write is one known word.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

interface Schema {
  readonly $ref?: string
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly allOf?: readonly Schema[]
  readonly type?: string
  readonly properties?: Readonly<Record<string, Schema>>
  readonly items?: Schema
  readonly prefixItems?: readonly Schema[]
  readonly pattern?: string
  readonly minimum?: number
  readonly exclusiveMinimum?: number
}

interface Format extends Schema {
  readonly $defs: Readonly<Record<string, Schema>>
}

/** What patterns of the format ask for, by how they begin; anything else with a pattern is a number behind letters. */
const shapes: readonly (readonly [RegExp, string])[] = [
  [/^\^\[0-9a-f\]\{32\}/, '0'.repeat(32)],
  [/^\^SHA256/, `SHA256:${'A'.repeat(43)}`],
  [/^\^\[A-Za-z0-9\+\/\]\{68\}/, 'A'.repeat(68)],
  [/^\^\[a-zA-Z-\]/, 'en'],
  [/cancelled/, 'media.failed'],
  [/^\^\(\[\+-\]/, '+00:00'],
  [/T\(\?:/, '2031-05-03T09:00:00.000Z'],
  [/dT\\d/, '2031-05-03T09:00:00'],
  [/02-29|\\d\{4\}-/, '2031-05-03'],
  [/^\^\(\?:\[01\]/, '09:00'],
]

/** Details by type. `hash` stands for every file that is named, `word` and the type for everything that is written. */
export function sampleDetails(hash: string, word: string): ReadonlyMap<string, unknown> {
  // Each type has its own: what is private by one must not take out of the release what another lets slip.
  let type = ''
  const path = join(import.meta.dirname, '../../../docs/format/entry-body.schema.json')
  const format = JSON.parse(readFileSync(path, 'utf8')) as Format

  function sample(schema: Schema): unknown {
    if (schema.$ref !== undefined) return sample(format.$defs[schema.$ref.slice('#/$defs/'.length)] ?? {})
    if ('const' in schema) return schema.const
    if (schema.enum) return schema.enum[0]
    const arms = schema.anyOf ?? schema.oneOf ?? schema.allOf
    if (arms) return sample(arms.find(({ type }) => type !== 'null') ?? {})
    switch (schema.type) {
      case 'object':
        return Object.fromEntries(
          Object.entries(schema.properties ?? {}).map(([key, each]) => [key, sample(each)]),
        )
      case 'array':
        return (schema.prefixItems ?? [schema.items ?? {}]).map(sample)
      case 'string':
        return text(schema.pattern)
      case 'boolean':
        return true
      case 'integer':
      case 'number':
        return Math.max(schema.minimum ?? 1, (schema.exclusiveMinimum ?? 0) + 1)
      default:
        // What the format does not bound: whole microseconds.
        return 1
    }
  }

  function text(pattern: string | undefined): string {
    if (pattern === undefined) return `${word}-${type}`
    if (pattern === '^[0-9a-f]{64}$') return hash
    const shape = shapes.find(([begins]) => begins.test(pattern))
    return shape ? shape[1] : `${/^\^([a-z]+)\[1-9\]/.exec(pattern)?.[1] ?? ''}1`
  }

  return new Map(
    (format.anyOf ?? []).map(({ properties }) => {
      type = String(properties?.['type']?.const)
      return [type, sample(properties?.['detail'] ?? {})]
    }),
  )
}
