import { areAboutOthers } from './about-others.ts'
import type { Nearness } from './align.ts'
import { textOf } from './fact-words.ts'
import type { Statement } from './features.ts'
import { isCueOf } from './matters-in.ts'
import { type Amount, amountsOf, areCompatible } from './number-findings.ts'
import type { Found } from './related.ts'

/** Matters so wide that two numbers in them are of different things. */
const wide =
  /^(?:officers\.number|officer\.hurt|death|fled|posture|released|investigated|notified|direction|colour|distance|charges|duty|injury|asked|suspect|equipment)$/

type Kind = 'count' | 'time' | 'length' | 'speed' | 'people'

/** How many officers there were, of whom an account may count any: "there were five of them", "four deputies". */
const ofOfficers = 'officers.number'
const leastSure = 0.6
const office = /^(?:officer|polic|guard|guardia|steward|inspector|ranger|trooper|deputy|agent)$/
const isSure = ({ chance, likelier }: Nearness) => chance >= leastSure && likelier === 0

/** Matters in which officers are counted. */
const ofForce = /^(?:chase|restrained|officers\.number)$/
const anybody =
  /^(?:person|man|woman|victim|individual|member|other|body|casualty|life|soul|colleagu|brother|sister|friend|guest|worker|employe|student|passenger|inmate|protester|resident|fatality|die|arrest|fan|child|teen|arrested|detain|custody|marcher|demonstrator|none)$/

/** Those who come in numbers and do something to somebody. */
const forces = /^(?:officer|polic|guard|guardia|steward|inspector|person|man|ranger|trooper|deputy|agent|of)$/

/** How often, how long and how far one thing was done: numbers of one kind in statements on one matter. */
export function matterNumberFindings(near: Nearness): readonly Found[] {
  const { a, b } = near
  if (a.numbers.length === 0 || b.numbers.length === 0 || areAboutOthers(a, b)) return []
  for (const id of a.answers.keys()) {
    if (!b.answers.has(id) || (wide.test(id) && !(id === ofOfficers && isSure(near)))) continue
    for (const kind of kindsOf(id)) {
      const one = onlyOne(a, id, kind)
      const two = onlyOne(b, id, kind)
      if (!one || !two || one.value === two.value || areCompatible(one, two)) continue
      if (id === ofOfficers && !office.test(one.unit) && !office.test(two.unit)) continue
      const ratio = Math.max(one.value, two.value) / Math.max(1e-9, Math.min(one.value, two.value))
      if (ratio > (kind === 'count' ? 20 : kind === 'length' ? 6 : 60)) continue
      return [
        {
          relation: 'conflict',
          kind: 'fact',
          differing: [textOf(a, one.fact), textOf(b, two.fact)],
          why: [`number differs: ${id}`],
          rank: 83,
        },
      ]
    }
  }
  return []
}

function kindsOf(id: string): readonly Kind[] {
  if (id === 'speed') return ['speed']
  if (id === ofOfficers) return ['people']
  if (/^(?:arrests|arrested|dead|crowd)$/.test(id)) return ['people']
  return ofForce.test(id) ? ['count', 'time', 'length', 'people'] : ['count', 'time', 'length']
}

/** The one amount of a kind in a statement; of several nobody knows which is meant. */
function onlyOne(statement: Statement, id: string, kind: Kind): Amount | null {
  const fits = amountsOf(statement).filter(({ unit, isArticle }) =>
    id === ofOfficers && isArticle
      ? false
      : kind === 'count'
        ? /^(?:tim|occasion)$/.test(unit) || isCueOf(id, unit)
        : kind === 'people'
          ? (ofForce.test(id) ? forces : anybody).test(unit)
          : kind === 'speed'
            ? /^(?:mph|kmh|speed|none)$/.test(unit)
            : unit === kind,
  )
  const named = fits.filter(({ unit }) => unit !== 'none')
  const pool = named.length > 0 ? named : fits
  return pool.length === 1 ? (pool[0] ?? null) : null
}
