import { recordingIn } from './recording-in.ts'

/** Whether a sentence goes on with what a recording or a paper tells that the one before spoke of: "It shows smoke.", "No siren can be heard." */
export function goesOnTelling(words: string, thing: string): boolean {
  // What a recording does not show it does not tell.
  if (itTells.test(words)) return !/^(?:But |And )?It (?:also )?(?:does|did)(?: not|n['’]t) show/.test(words)
  return recordingIn(thing) !== null && (isWatching.test(words) || isNarrating.test(words))
}

/** The words by which a sentence speaks of a paper: "The company sent us its report." */
export function paperIn(words: string): string | null {
  return papers.exec(words)?.[1] ?? null
}

const papers =
  /\b((?:[Tt]he|[Aa]n?|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|\p{Lu}[\p{L}’'-]+['’]s) (?:[\p{L}’'-]+ ){0,2}?(?:statement|(?:press |news )release|report|letter|complaint|lawsuit|suit|affidavit|log|filing|warrant|memo|indictment|petition|autopsy|ruling|transcript|diary|carta|informe))\b/u

export const itTells =
  /^(?:But |And )?It (?:also |then |further |only |does not |does(?:n['’]t) |did not |did(?:n['’]t) |never |appears to |seems to )*(?:shows?|captures?|captured|depicts?|records?|picks? up|mentions?|alleges?|says?|say|states?|notes?|lists?|gives?|describes?|accuses?|names?|blames?|finds?|found|concludes?|concluded|contains?|makes? no mention|reads?|offers? no|puts?)\b/u

const isWatching =
  /^(?:In|On) (?:one|two|three|another|both|all|the (?:first|second|third|last|other)|none|most|some) of (?:them|the (?:videos|clips|recordings)),? |^(?:In|On) (?:it|the (?:first|second|third|last|other|latter)),? |^The (?:first|second|third|last|other|latter) shows |^(?:But |And )?(?:He|She|They|(?:The|An?|One|Another|Two|No|Three) (?:[\p{L}-]+ ){0,3}?[\p{L}-]+) (?:is|are|can be|could be) (?:then |also |clearly |faintly )?(?:seen|heard|shown|made out|visible|audible)\b|^En (?:él|ella|ellas|ellos) se (?:ve|oye|escucha|observa)|(?<!\p{L})se (?:les?|l[oa]s?) (?:ve|oye|escucha|observa)(?!\p{L})/u

const deeds =
  '(?:comes?|goes|go|walks?|runs?|push(?:es)?|pulls?|holds?|fires?|shoots?|stands?|kneels?|pins?|drags?|lifts?|grabs?|throws?|puts?|takes?|gets?|moves?|steps?|rush(?:es)?|enters?|leaves?|falls?|drops?|l(?:ies|ie|ays?)|sits?|raises?|lowers?|points?|yells?|shouts?|screams?|strikes?|hits?|punch(?:es)?|kicks?|sprays?|approach(?:es)?|surrounds?|looks?|turns?|backs?|charges?|carr(?:ies|y)|lands?|begins?|starts?|stops?|swings?|reach(?:es)?|opens?|closes?|slams?|tackles?|handcuffs?|rolls?|asks?|begs?|struggles?|waves?|crawls?|collapses?|lunges?|jumps?|climbs?|spins?|slips?)'
/** "Then he puts his knee between her shoulders.": in the present, as what a recording shows is told. */
const isNarrating = new RegExp(
  `^(?:(?:Then|Next|Later|Soon|(?:Seconds|Moments|Minutes) later|\\p{Lu}\\p{L}+ (?:seconds|minutes) later|After (?:\\p{L}+ ){1,4}(?:seconds?|minutes?)),? (?:[^,.“”]{2,40}, )?)?(?:[Hh]e|[Ss]he|[Tt]hey|(?:(?:[Tt]he|[Aa]n?|[Oo]ne|[Aa]nother|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]everal)(?: other)? )(?:[\\p{L}-]+ ){0,2}?[\\p{L}-]+)(?: of them)? (?:then |also |again |slowly |quickly )?${deeds}\\b(?! (?:that|whether|why|for an? |reporters|for the))`,
  'u',
)
