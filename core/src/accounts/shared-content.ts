import type { Nearness } from './align.ts'
import { settingMatters } from './features.ts'
import { wider } from './lexicon/concepts.ts'

/** What both tell, without who and where, names, and the wider word beside the narrower one. */
export function contentOf({ a, b, shared }: Nearness): readonly string[] {
  const words = shared.filter(
    term =>
      !/^[#@~=]|^of /.test(term) && !settingMatters.has(term) && !a.about.has(term) && !b.about.has(term),
  )
  return words.filter(term => !words.some(other => wider[other] === term))
}
