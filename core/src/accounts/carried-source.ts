import { recordingIn } from './recording-in.ts'

/** Whether a sentence goes on with what a recording or a paper tells that the one before spoke of: "It shows smoke.", "No siren can be heard." */
export function goesOnTelling(words: string, thing: string): boolean {
  // What a recording does not show it does not tell.
  if (itTells.test(words)) return !/^(?:But |And )?It (?:also )?(?:does|did)(?: not|n['’]t) show/.test(words)
  return recordingIn(thing) !== null && isWatching.test(words)
}

/** The words by which a sentence speaks of a paper: "The company sent us its report." */
export function paperIn(words: string): string | null {
  return papers.exec(words)?.[1] ?? null
}

const papers =
  /\b((?:[Tt]he|[Aa]n?|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|\p{Lu}[\p{L}’'-]+['’]s) (?:[\p{L}-]+ ){0,2}?(?:statement|report|letter|complaint|lawsuit|suit|affidavit|log|filing|warrant|memo|indictment|petition|autopsy|ruling|transcript|diary|carta|informe))\b/u

const itTells =
  /^(?:But |And )?It (?:also |then |further |only |does not |does(?:n['’]t) |did not |did(?:n['’]t) |never |appears to |seems to )*(?:shows?|captures?|captured|depicts?|records?|picks? up|mentions?|alleges?|says?|say|states?|notes?|lists?|gives?|describes?|accuses?|names?|blames?|finds?|found|concludes?|concluded|contains?|makes? no mention|offers? no|puts?)\b/u

const isWatching =
  /^(?:In|On) (?:one|two|three|another|both|all|the (?:first|second|third|last|other)|none|most|some) of (?:them|the (?:videos|clips|recordings)),? |^(?:In|On) (?:it|the (?:first|second|third|last|other|latter)),? |^The (?:first|second|third|last|other|latter) shows |^(?:But |And )?(?:He|She|They|(?:The|An?|One|Another|Two|No|Three) (?:[\p{L}-]+ ){0,3}?[\p{L}-]+) (?:is|are|can be|could be) (?:then |also |clearly |faintly )?(?:seen|heard|shown|made out|visible|audible)\b|^En (?:él|ella|ellas|ellos) se (?:ve|oye|escucha|observa)/u
