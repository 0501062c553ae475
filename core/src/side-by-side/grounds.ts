import type { ShownLink } from './shown.ts'

/** On what a link rests, as the engine names it: what it found, or what two statements have in common. */
export type Ground =
  | { readonly kind: (typeof findings)[number]['kind']; readonly of: string | null }
  | { readonly kind: 'shared' | 'issue' | 'matter' | 'topic' | 'beside'; readonly terms: readonly string[] }
  /** A reason in a person's or a newer engine's own words. */
  | { readonly kind: 'words'; readonly words: string }

/** What the engine writes for each finding, and what stands behind the colon. */
const findings = [
  { kind: 'number', begins: 'number differs' },
  { kind: 'how-many', begins: 'how many' },
  { kind: 'of-how-many', begins: 'of how many' },
  { kind: 'number-denied', begins: 'number said and denied' },
  { kind: 'bound', begins: 'number with a bound' },
  { kind: 'time', begins: 'time differs' },
  { kind: 'age', begins: 'age differs' },
  { kind: 'dimension', begins: 'differs' },
  { kind: 'answers', begins: 'answers differ' },
  { kind: 'said-denied', begins: 'said and denied' },
  { kind: 'not-in-recording', begins: 'not in a recording' },
  { kind: 'not-perceived', begins: 'not perceived' },
  { kind: 'people', begins: 'people differs' },
  { kind: 'lasting', begins: 'lasting differs' },
  { kind: 'interval', begins: 'interval differs' },
  { kind: 'moment', begins: 'moment differs' },
  { kind: 'often', begins: 'times differs' },
  { kind: 'how-far', begins: 'length differs' },
  { kind: 'speed', begins: 'speed differs' },
  { kind: 'money', begins: 'money differs' },
  { kind: 'who-to-whom', begins: 'who did it to whom' },
  { kind: 'order', begins: 'order' },
  { kind: 'speakers', begins: 'one text, put down to different speakers' },
  { kind: 'same-quoted', begins: 'the same words quoted' },
  { kind: 'utterance', begins: 'one utterance in different words' },
  { kind: 'figure', begins: 'one figure' },
] as const

/** The grounds of a link, what was found before what is shared. */
export function groundsOf({ why }: Pick<ShownLink, 'why'>): readonly Ground[] {
  return why.map((words): Ground => {
    const [, kind, terms] = /^(shared|issue|matter|topic|beside): (.+)$/.exec(words) ?? []
    const shared = (['shared', 'issue', 'matter', 'topic', 'beside'] as const).find(each => each === kind)
    if (shared && terms) return { kind: shared, terms: terms.split(', ') }
    const finding = findings.find(
      ({ begins }) => words === begins || new RegExp(`^${begins}(?: \\(.*\\))?(?: |: )`).test(words),
    )
    if (!finding) return { kind: 'words', words }
    const rest = words
      .slice(finding.begins.length)
      .replace(/^ ?[^:]*: |^: /, '')
      .trim()
    return { kind: finding.kind, of: rest === '' ? null : rest }
  })
}

/** The engine's tables call a matter `injury.side` and a dimension `diedWhere`: in words that a person reads. */
export function nameOfMatter(id: string): string {
  return id
    .replace(/([\p{Ll}])(\p{Lu})/gu, '$1 $2')
    .replace(/[.:]/g, ' ')
    .toLowerCase()
}

/** Terms that stand in any two sentences: alone they bring nothing together. */
const tellsNothing: ReadonlySet<string> = new Set([
  'not',
  'no',
  'be',
  'have',
  'do',
  'say',
  'the',
  'one',
  'see',
])

/** How many words of weight two linked statements share, as the engine names them. It orders what is to be looked at, and is no measure of truth. */
export function sharedWords({ why }: Pick<ShownLink, 'why'>): number {
  const terms = groundsOf({ why }).flatMap(ground => (ground.kind === 'shared' ? [...ground.terms] : []))
  return terms.filter(term => !tellsNothing.has(term)).length
}

/**
 * Whether a candidate rests on one shared word, or on a question that both speak to and at most one: of such links between accounts by
 * another writer a quarter were about one matter, of those with two shared words half (docs/measurements.md). It is offered for review
 * last, and its statements are laid side by side only when a person asks for that. It is no measure of truth.
 */
export function isThin({ origin, relation, why }: Pick<ShownLink, 'origin' | 'relation' | 'why'>): boolean {
  if (origin.kind === 'taken-up' || (relation !== 'detail' && relation !== 'same')) return false
  const isWeak = ({ kind }: Ground) =>
    kind === 'shared' ||
    kind === 'topic' ||
    kind === 'beside' ||
    (relation === 'detail' && (kind === 'matter' || kind === 'issue'))
  return groundsOf({ why }).every(isWeak) && sharedWords({ why }) <= 1
}
