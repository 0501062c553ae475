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
  inhaler nebulizer screwdriver launcher planter sneaker sweater stretcher defibrillator ventilator respirator extinguisher transponder trimmer mower
  lawnmower boiler heater blender marker wrapper cracker hanger opener dresser recliner stroller newsletter crossover layover turnover hangover takeover
  handover refrigerator radiator generator calculator escalator simulator accelerator burger hamburger badger transistor sprinkler fertilizer starter
  lever clever cover discover recover silver quiver shiver sliver fewer sewer tower cooker pager beeper buzzer alter halter falter
  bulletproof deterrent tender cruiser cutter freighter tanker tugger steamer trawler lighter fighter
  career beforehand secondhand firsthand offhand shorthand restaurant warrant covenant remnant instant constant distant important relevant elephant
  saturday tour hour four your our floor poor moor doctor's
  accelerator adaptor airliner alligator alternator altogether amber amphibian amphitheater amplifier analyzer anteater antler appetizer
  applicator arbor ardor backhand banister banter barometer barter beaker bedder bender bicker bitter blacklist bladder blinder blinker
  blockbuster blotter blubber bluster boiler bolster boulder bowlder brazier breakwater breather broiler bulldozer bummer bunker caliber
  canister canker canter capacitor caper carburetor cauliflower centimeter chandelier changeover chatter cheer chiller chopper chowder cider
  clamber clamor clatter cleanser cleaver climate cloister clover coffer colander condor conifer connecter converter convertor cooler copier
  crater cucumber cullender cursor dagger damper debugger decanter denominator descriptor detonator diameter dimer disclaimer disfavor
  dishonor dither divisor drier dryer dumpster eager easter ember encounter equator eraser escalator estimate extinguisher feeler fertilizer
  fester fetter fiber filler firecracker fiver flicker flipper flounder fluster flutter flyover forefinger foyer frankfurter freshwater
  fritter frontier furor gander garter gather geyser gibber girder glacier glamor glider glimmer glitter glower gossamer grasshopper grater
  graver grinder grouper gunpowder gusher haler hamburger hamper hamster header heater heather heifer hereafter holler hooter horsepower
  icebreaker identifier incinerator incisor incubator indicator inhaler insulator integer jabber juniper kilometer kingfisher kipper lacquer
  lager lander languor launcher lavender leaner ledger limber liner liquor lobster longhand luster madder maneuver manger manor manpower
  manslaughter marker meander merger metaphor meteor microcomputer micrometer microprocessor midsummer milker millimeter minicomputer
  misbehavior misdemeanor misnomer mister mixer mower muffler muster mutter neuter newsletter newspaper numerator nutcracker odometer otter
  overestimate oyster pacemaker pallor panther parameter parser passover patter penultimate percolator perimeter pewter phosphor photocopier
  plaster platter plunder pointer poker posterior powder primer proffer propeller protractor pucker puffer pullover quantifier quaver radiator
  rainwater rancor rasher raster rattler refrigerator reindeer rejoinder remainder render resistor respirator retriever revolver rigor roller
  rooster rotor rubber rudder rummer saber sandpaper saucer saunter savor scamper scatter scepter scheduler schooner screwdriver semiconductor
  separator sepulcher sequencer sharpener shimmer shortlist shudder simmer simulator skewer skyscraper slander slaughter sledgehammer slobber
  smolder smoother smother smoulder sneer snicker snigger snooker soccer solder sounder sparkler spatter speedometer spider splatter splendor
  splinter sprinkler sputter squalor stagger stalemate stammer stapler steeper steer stepladder stinger stopover stopper strainer streamer
  stretcher stupor stutter succor sunflower supercomputer surrender suspender takeover tamper taper teeter terrier theater thermometer thinner
  thresher thriller tinder titter tranquilizer tranquillizer transformer transistor tremor trimester turnover twister twitter typewriter udder
  ulcer ultimate underestimate valor veneer ventilator vigor viper visor vizor wafer wager waiver wallpaper warmer watercolor welter whimper
  whisker whisper whopper wicker willpower woodpecker wrapper wringer
`)

const personEnding =
  /^\p{L}{2,}(?:er|or|ist|eer|man|woman|men|women|ian|monger|smith|wright|keeper|hand|folk|mate|goer|maid|boy|girl|kid)$/u

/** Whether a word, in lower case, means somebody by what they are or do, known or by its ending: "busker", "florist", "deckhand". */
export const isPersonNoun = (lower: string): boolean =>
  roleNouns.has(lower) || (lower.length >= 5 && personEnding.test(lower) && !things.has(lower))
