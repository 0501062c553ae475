import { roleNouns } from './lexicon/people-words.ts'
import { wordSet } from './words.ts'

/** Words that end as words for people do, and are things. */
const things = wordSet(`
  number water paper matter order corner letter weather summer winter river tower floor error mirror motor computer printer shoulder finger
  dinner power manner border center centre trailer cruiser barrier helicopter laser taser pepper ladder locker counter trigger holster bumper
  scooter container elevator sensor corridor fever liver layer laughter leather murder disorder register chapter quarter charter shelter
  gutter shutter litter butter batter clutter filter meter metre liter litre slipper zipper paper diaper copper supper temper bumper
  jumper hammer slammer dimmer banner spanner scanner planner burner runner drawer shower flower lower upper outer inner former latter
  other another either neither rather whether together further later never ever over under after however danger anger hunger finger
  ginger stranger trouser trousers sticker poster charger receiver transmitter speaker loudspeaker toaster roster cluster disaster master
  semester monster blister register ether tether feather weather leather bother lather blazer freezer razor color colour door indoor outdoor
  harbor harbour labor labour favor favour honor honour humor humour odor odour rumor rumour tumor tumour terror horror factor sector vector
  tractor reactor detector reflector projector connector conductor minor major senior junior prior interior exterior anterior superior
  behavior behaviour demeanor demeanour armor armour vapor vapour parlor parlour flavor flavour endeavor endeavour candor fervor
  list fist wrist mist twist gist assist insist exist persist resist consist moist hoist waist heist
  obsidian meridian median guardian shepherd german human woman roman ottoman talisman
  employee coffee committee degree knee tree three free fee toffee see agree guarantee settee refugee jubilee pedigree
  consumer's order reader folder binder cylinder calendar cinder fender gender tender wonder thunder blunder
  buffer offer suffer differ prefer refer transfer answer chamber timber lumber slumber remember november december september october
  lever clever cover discover recover silver quiver shiver sliver fewer sewer tower cooker pager beeper buzzer alter halter falter
  bulletproof deterrent tender cruiser cutter freighter tanker tugger steamer trawler lighter fighter
  career beforehand secondhand firsthand offhand shorthand restaurant warrant covenant remnant instant constant distant important relevant elephant
  saturday tour hour four your our floor poor moor doctor's
`)

const personEnding =
  /^\p{L}{2,}(?:er|or|ist|eer|man|woman|men|women|ian|monger|smith|wright|keeper|hand|folk|mate|goer|maid|boy|girl|kid)$/u

/** Whether a word, in lower case, means somebody by what they are or do, known or by its ending: "busker", "florist", "deckhand". */
export const isPersonNoun = (lower: string): boolean =>
  roleNouns.has(lower) || (lower.length >= 5 && personEnding.test(lower) && !things.has(lower))
