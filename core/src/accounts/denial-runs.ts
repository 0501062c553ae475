import { negators } from './lexicon/function-words.ts'
import { readOnce } from './read-once.ts'
import { stemOf, type Word } from './words.ts'

/** What ought not or cannot be is a view and no denial of an event. */
export const views = /^(?:can't|cannot|shouldn't|won't|wouldn't|don't)$/

/** The words that each denial of a statement reaches, by their places: up to seven, to the end of its clause. */
export function denialRuns(words: readonly Word[]): readonly (readonly number[])[] {
  const runs: number[][] = []
  for (const [index, { lower }] of words.entries()) {
    if (!negators.has(lower) && !/n't$/.test(lower)) continue
    if (lower === 'no' && /^(?:longer|doubt|matter|comment)$/.test(words[index + 1]?.lower ?? '')) continue
    if (lower === 'not' && /^(?:only|just)$/.test(words[index + 1]?.lower ?? '')) continue
    // "Heard no warning", "saw none thrown": it may have been there all the same.
    if (
      /^(?:no|none|nothing|ningún|ninguna?|nada)$/.test(lower) &&
      /^(?:heard|hear|saw|see|seen|noticed|oyó|oyeron|vio|vieron)$/.test(words[index - 1]?.lower ?? '')
    )
      continue
    // "No more than five metres", "nothing worse than a scratch" bound a thing and deny none.
    if (isBounding(words, index)) continue
    // "Nobody can tell one from the other", "couldn't see the light": it may have been there all the same.
    if (isUnmade(words, index)) continue
    if (views.test(lower) || /^(?:should|must|ought)$/.test(words[index - 1]?.lower ?? '')) continue
    // "Police have not said why": nothing is denied but the saying.
    // "No evidence that …" reaches over all that follows.
    const isNever = lower === 'no' && /^(?:time|point|stage|moment)$/.test(words[index + 1]?.lower ?? '')
    const reach =
      isNever || /^(?:evidence|indication|sign|proof|record)$/.test(words[index + 1]?.lower ?? '') ? 16 : 8
    const next = words[index + 1]?.lower ?? ''
    // Who does not know or mention a thing does not deny it; who did not stop or fail to do it did it.
    if (unknowing.test(next) || unfailing.test(next)) continue
    // "From the gatehouse, not from the street", "the steps but not the word": one thing told from another.
    if (lower === 'not' && (contrasting.test(next) || words[index - 1]?.lower === 'but')) continue
    const isVerb = lower !== 'no' && lower !== 'without'
    if (
      isVerb &&
      (/^(?:say|tell|release|disclose|identify|explain|elaborat|confirm|nam|comment|specify)$/.test(
        stemOf(words[index + 1]?.lower ?? ''),
      ) ||
        /^(?:said|told|saying|telling|decir|dicho|dijo|commented|disclosed|explained|confirmed|identified|named|released)$/.test(
          words[index + 1]?.lower ?? '',
        ))
    )
      continue
    const run: number[] = []
    for (let at = index + 1; at < Math.min(words.length, index + reach); at++) {
      const word = words[at]
      if (!word || word.start - (words[at - 1]?.end ?? 0) > 1 || (clauseEnd.test(word.lower) && !isNever))
        break
      // Where it did not happen is not denied: "no weapon was found in the car".
      if (run.length > 0 && reach < 16 && whereabouts.test(word.lower)) break
      run.push(at)
    }
    runs.push(run)
  }
  return runs
}

const isBounding = (words: readonly Word[], at: number): boolean =>
  /^(?:more|less|fewer|later|earlier|longer|sooner|worse|better|further|farther|closer|faster|greater|else|other|más|menos)$/.test(
    words[at + 1]?.lower ?? '',
  ) && words.slice(at + 2, at + 4).some(({ lower }) => /^(?:than|que|de)$/.test(lower))

/** Whether a statement says that something cannot be made out. */
export const cannotMakeOut = readOnce((words: readonly Word[]): boolean =>
  words.some(({ lower }, at) => (negators.has(lower) || /n't$/.test(lower)) && isUnmade(words, at)),
)

function isUnmade(words: readonly Word[], at: number): boolean {
  const lowers = words.slice(Math.max(0, at - 1), at + 7).map(({ lower }) => lower)
  const own = Math.min(1, at)
  // "No siren can be heard".
  if (/^(?:no|none|nothing|ningún|ninguna|nada)$/.test(lowers[own] ?? '')) {
    const can = lowers.findIndex((lower, index) => index > own && /^(?:can|could)$/.test(lower))
    if (can > 0 && lowers[can + 1] === 'be' && madeOut.test(lowers[can + 2] ?? '')) return true
  }
  const from = /^(?:can|could|pudo|puede|pudieron|podía)$/.test(lowers[own + 1] ?? '')
    ? own + 2
    : /^(?:couldn't|can't|cannot)$/.test(lowers[own] ?? '') ||
        (own === 1 && /^(?:can|could)$/.test(lowers[0] ?? ''))
      ? own + 1
      : null
  if (from === null) return false
  return lowers[from] === 'be' ? madeOut.test(lowers[from + 1] ?? '') : makesOut.test(lowers[from] ?? '')
}

const makesOut = /^(?:tell|see|hear|make|say|distinguish|identify|discern|verify|confirm|ver|oír|distinguir)$/
const madeOut = /^(?:seen|heard|made|told|distinguished|identified|verified|confirmed)$/

const unknowing =
  /^(?:know|knew|known|concern|considered|mention|mentioned|remember|remembered|recall|understand|understood|believe|think|thought|realize|realise|expect|want|wanted|wish|mean|care|clear|sure|certain|aware|determined|established|decided|sabía|sabe|recuerda|mencionó)$/
const unfailing = /^(?:stop|stopped|fail|failed|cease|hesitate|miss|refuse|dejó|dejaba)$/
const contrasting = /^(?:from|in|at|to|for|with|on|by|of|because|as|de|en)$/
const clauseEnd =
  /^(?:and|but|because|then|before|after|when|while|until|since|unless|y|pero|antes|cuando|después)$/
const whereabouts = /^(?:in|at|on|near|inside|outside|during|within|under|behind|by|en)$/
