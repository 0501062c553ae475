import { wordSet } from '../words.ts'

/** Words that carry no matter of their own: they do not count when statements are compared. English and Spanish. */
export const functionWords = wordSet(`
  a an the this that these those and or but nor so yet if then than as at by for from in into of off on onto out over to up with
  without within about above after again against all also am any are aren't be because been before being below between both
  can can't could couldn't did didn't do does doesn't doing don't down during each few further had hadn't has hasn't have
  haven't having he he'd he'll he's her here here's hers herself him himself his how i i'd i'll i'm i've is isn't it it's its
  itself just let's me more most must my myself once only other ought our ours ourselves own same shall she she'd she'll she's
  should shouldn't some such that's their theirs them themselves there there's they they'd they'll they're they've through too
  under until very was wasn't we we'd we'll we're we've were weren't what when where which while who whom why will won't would
  wouldn't you you'd you'll you're you've your yours yourself upon according say tell add ask mr mrs ms dr
  statement spokesman spokeswoman spokesperson however meanwhile though although nonetheless despite appear appears appeared seem seems
  really quite around another every everything something anything yet even ever like
  el la los las un una unos unas y o pero de del al en con sin por para que se su sus lo le les es son era eran fue fueron ser
  ha han había habían como más ya no ni si cuando donde quien este esta estos estas ese esa esos esas entre sobre desde hasta
  dijo dijeron según también muy yo tú él ella nosotros ellos ellas me te nos mi tu
`)

/** Words that turn a claim round. */
export const negators = wordSet(`
  not no never none nobody nothing neither nor without cannot can't couldn't didn't doesn't don't hadn't hasn't haven't isn't
  wasn't weren't won't wouldn't shouldn't aren't ain't unable denied denies deny refuted false untrue nunca ningún ninguna nadie
  nada tampoco sin
`)

/** Words by which a speaker holds back from a plain claim. */
export const hedgePattern =
  /\b(?:appear(?:s|ed)? to|appears|appeared|apparent(?:ly)?|seem(?:s|ed)?|alleged(?:ly)?|reported(?:ly)?|possibl[ey]|probabl[ey]|likely|may have|might|could have|believed? to|is thought|are thought|was thought|were thought|suspected|purported(?:ly)?|supposed(?:ly)?|presumabl[ey]|what (?:police|officers|officials|witnesses) (?:said|say|describe|described)|preliminary|initial (?:information|indications)|as far as|i think|we think|we believe|i believe|unconfirmed|about|around|roughly|approximately|some|al parecer|presunt[oa]s?|presuntamente|supuest[oa]s?|supuestamente|posiblemente|probablemente|aparentemente)\b/i

/** Hedges on a number are told from hedges on the claim itself. */
export const numberHedges = /\b(?:about|around|roughly|approximately|some)\b/i
