/**
 * By which rule a sound of a package is sharp, small, speech or a bed: what the words of its path say it is, and then what it must measure like. A path without a
 * word that tells is left out: a slam and a cupboard's door measure alike.
 */

export const sorts = ['sharp', 'small', 'speech', 'beds'] as const
export type Sort = (typeof sorts)[number]

export const soundRate = 48_000

/** One letter before or after makes another word ("boot" is no "boo"), digits do not; names are written in all ways: `wp_gun_fire-03`, `FootStepGrass2`. */
const wordOf = (words: string) => new RegExp(`(?<![a-z])(?:${words})(?![a-z])`)

/** Music, and what neither is struck nor stays: engines of magic, flames, falls, voices of beasts. Snares and the like are left out: they are impulses by every measure. */
const neither = [
  /music|tunes|theme|\bloop_|jingle|laser|plasma|lightning|electr|phaser|crylink|hagar|tuba|magic|bodyimpact|bullet-impact|bfg|ptl|boomerang|teleport|tele(?:in|out)|whoosh|swoosh|swish|\bsn_|snare|snap|cymbal|splash_|roll|glass/,
  wordOf(
    'hum|fly|flying|falling|flame|flamer|fuze|fuse|charge|missile|prefire|hover\\w*|gib\\w*|splat\\w*|scream\\w*|die|death|hurt|pain|gasp|grunt|laugh\\w*|firestart|fireend|firesoft|smallfire|embers|tone|tones|beep|beeps|silence|monkeys|dtmf|nexfire|minstanexfire|strength|fireball|slime|worm|zombie|tuba|friendly|rapid|psiattack|taser|taserdouble|kamikaze\\w*|incoming\\w*|reset|respawn|spawn|pkup|pickup|itempickup|weaponpickup|levelup|powerup',
  ),
  /(?:^|\/)fire\d*(?:-fadeout)?$|injured|implode|submarine|klaxon|alarm|attack/,
]

const sayings: Readonly<Record<Sort, readonly RegExp[]>> = {
  beds: [
    wordOf(
      'ambien(?:t|ce)|ambience\\w*|rain|wind|weather|city|forest|country|swamp|engine|traffic|crowd|tavern|waterfall|water|machine|machinery\\w*|train|helicopter|fan|generator\\w*|pump',
    ),
    /ambient|machine\d|machinerydrone|windoutside|desertfactory\/\w+_loop/,
  ],
  speech: [
    /asterisk\/sounds|librivox|pocketsphinx.*\/cards|tutorial\/|announcer\/|sound\/voices\/|(?:^|\/)(?:[a-z]t|mu)-selected_|(?:^|\/)(?:target|move)_[a-z]/,
  ],
  small: [
    /foot_?step|footsteps?\/|foley_(?:foot|land)|reload|noammo|casing|brass|cartridge|key(?:board|press)|click|clank|(?:metal)?hitground|bounce|mouseclick|typehit|bucklespring\/wav|drum_(?:tom|bass)|bd_|tabla_|elec_(?:tick|pop|blip|wood|flip|plip|ping|tom|bong|kick|soft_kick|hollow_kick)|ric(?:oche)?\d/,
    wordOf(
      'step|steps|land|boot|menu|switch|butn|select|hover|change|clic|clack|tick|tink|pin|bump|bumpsoft|flip\\w?|nudge|drop|drops|thud|draw|sheathe|hook|type|kick|tom|wood|perc|tap|knock|lock',
    ),
  ],
  sharp: [
    /expl|hagexp|bang|cannon|rifle|pistol|shotg|shotty|sshot|machgf|vulcanf|vulfire|grenlf|rockl[fx]|wnalfire|boom|1shot|gun_?fire|combat-gun|_fire|-fire|battle_|bullet-|slap|clap|crack|blast|mortar|nuke|dynamite|riot_bomb|mg\d|uzi|m16|(?:rocket|grenade|hook|hookbomb)_impact/,
    wordOf('gun|shot|fire|shoot|firework|slam|launch|burst|bolter|sniper|smg|hmg'),
  ],
}

/** What the path says, as packages write it, without its extension; null where it says nothing or too much. */
export function sortByPath(path: string): Sort | null {
  const plain = path
    .replace(/\.\w+$/, '')
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .toLowerCase()
  const said = (sort: Sort) => sayings[sort].some(word => word.test(plain))
  // A voice may say "fire", and a bed lies in a folder of its own.
  if (said('speech')) return /beep|tone|silence|monkeys|dtmf/.test(plain) ? null : 'speech'
  if (/music|tunes/.test(plain)) return null
  if (said('beds')) return 'beds'
  if (neither.some(word => word.test(plain))) return null
  return said('small') ? 'small' : said('sharp') ? 'sharp' : null
}

/** A fifth of its height is where a sound is held to begin: as `found-sounds.ts` cuts it. */
const beginShare = 0.2

export interface SoundMeasures {
  readonly seconds: number
  readonly height: number
  /** Most of its height that it reaches in 10 and in 30 ms after it begins. */
  readonly reaches: { readonly tenMs: number; readonly thirtyMs: number }
  /** How far its level rises again at most later than 60 ms after its height, dB, where it comes within 10 dB of the loudest 5 of the first 20 ms: another stroke, or something that stays. */
  readonly risesAgainDb: number
  /** Share of its power that lies in the first 300 ms. */
  readonly early: number
}

export function measuresOf(samples: Int16Array): SoundMeasures {
  let height = 0
  for (const value of samples) height = Math.max(height, Math.abs(value))
  const begin = Math.max(
    0,
    samples.findIndex(value => Math.abs(value) >= beginShare * height),
  )
  const mostIn = (ms: number) => {
    let most = 0
    for (const value of samples.subarray(begin, begin + ms * 48)) most = Math.max(most, Math.abs(value))
    return height === 0 ? 0 : most / height
  }
  const powers: number[] = []
  const block = 5 * 48
  for (let at = begin; at + block <= samples.length; at += block) {
    let power = 0
    for (let n = at; n < at + block; n++) power += (samples[n] as number) ** 2
    powers.push(power / block + 1)
  }
  const first = Math.max(1, ...powers.slice(0, 4))
  const total = powers.reduce((sum, power) => sum + power, 0)
  const early = powers.slice(0, 60).reduce((sum, power) => sum + power, 0)
  return {
    seconds: samples.length / soundRate,
    height: height / 32_768,
    reaches: { tenMs: mostIn(10), thirtyMs: mostIn(30) },
    risesAgainDb: risesAgain(powers, first),
    early: total === 0 ? 0 : early / total,
  }
}

function risesAgain(powers: readonly number[], first: number): number {
  // Over 20 ms: within less the level of a deep bang sways by itself.
  const levels = powers.map((_, n) => powers.slice(n, n + 4).reduce((sum, power) => sum + power, 0) / 4)
  let [least, most] = [Number.POSITIVE_INFINITY, 0]
  for (const [n, power] of levels.entries()) {
    if (n >= 12 && power > first / 10) most = Math.max(most, 10 * Math.log10(power / least))
    least = Math.min(least, Math.max(power, first / 10 ** 4))
  }
  return most
}

/**
 * Whether a sound measures like what its path says. A sharp one reaches seven tenths of its height in 10 ms, has three tenths of its power in the first 300 ms
 * and strikes once: where it strikes several times, where the further ones are is not known. A bed lasts.
 */
export function isLike(
  sort: Sort,
  { seconds, height, reaches, risesAgainDb, early }: SoundMeasures,
): boolean {
  if (height < 0.01) return false
  switch (sort) {
    case 'sharp':
      return seconds >= 0.06 && seconds <= 12 && reaches.tenMs >= 0.7 && risesAgainDb < 10 && early >= 0.3
    case 'small':
      return seconds >= 0.01 && seconds <= 2.5 && reaches.thirtyMs >= 0.6 && risesAgainDb < 12
    case 'speech':
      return seconds >= 0.5 && seconds <= 8
    case 'beds':
      return seconds >= 3
  }
}

/** Without what lies 46 dB and more below its height at either end: what is silent there is no speech. */
export function withoutEnds(samples: Int16Array): Int16Array {
  const least = samples.reduce((most, value) => Math.max(most, Math.abs(value)), 0) / 200
  const from = samples.findIndex(value => Math.abs(value) > least)
  const to = samples.findLastIndex(value => Math.abs(value) > least)
  return from < 0 ? samples.subarray(0, 0) : samples.subarray(from, to + 1)
}

/** What two sounds are compared by: 50 ms about their height. */
export function heartOf(samples: Int16Array): Float64Array {
  let at = 0
  for (let n = 0; n < samples.length; n++)
    if (Math.abs(samples[n] as number) > Math.abs(samples[at] as number)) at = n
  return Float64Array.from({ length: 2 * halfAbout }, (_, n) => samples[at - halfAbout + n] ?? 0)
}

const halfAbout = 25 * 48

/** Whether two are the same sound, perhaps at another level or through another codec. */
export function isSameHeart(one: Float64Array, other: Float64Array): boolean {
  let [both, ones, others] = [0, 1e-9, 1e-9]
  for (let n = 0; n < one.length; n++) {
    const [value, beside] = [one[n] as number, other[n] as number]
    both += value * beside
    ones += value * value
    others += beside * beside
  }
  return Math.abs(both) / Math.sqrt(ones * others) > 0.9
}

/** At most `count` of a sorted list, evenly out of all of it, so that the same list gives the same ones. */
export function evenly<T>(all: readonly T[], count: number): readonly T[] {
  if (all.length <= count) return all
  return Array.from({ length: count }, (_, n) => all[Math.floor((n * all.length) / count)] as T)
}
