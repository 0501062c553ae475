/**
 * Makes scenes and writes what is measured at each onset in them, one a line: `p` for an impulse, `n` for anything else, `e` for an echo, then the
 * features in their order. `train-score.ts` trains on such lines.
 *
 *     bin/node scripts/listening/score-rows.ts FIRST-SEED SCENES > rows.txt
 */
import { loadFft } from '../../app/src/sound/fft.ts'
import { featureNames } from '../../core/src/listening/impulse-features.ts'
import { ImpulseFinder } from '../../core/src/listening/impulse-finder.ts'
import { backgroundKinds } from '../../test/cases/listening/backgrounds.ts'
import { channelKinds, throughChannel } from '../../test/cases/listening/channel.ts'
import { makeScene, plainPlan, type ScenePlan } from '../../test/cases/listening/scene.ts'
import { foundFolder, foundSounds } from './found-sounds.ts'

const [firstSeed = 1000, scenes = 50] = process.argv.slice(2).map(Number)
const found = foundSounds(foundFolder)
const fft = await loadFft()

/** Backgrounds, pairs, echoes, speech and recorders in turn, so that each meets each. */
function planOf(n: number): ScenePlan {
  return {
    ...plainPlan,
    seed: firstSeed + n,
    background: backgroundKinds[n % backgroundKinds.length] ?? 'street',
    snrDb: [5, 30],
    found,
    smallPerTen: 5,
    speechPerTen: n % 3 === 0 ? 0 : 2,
    echoes: n % 4 === 1,
    pairApart: n % 5 === 2 ? 0.04 + 0.006 * ((n * 7) % 10) : null,
  }
}

for (let n = 0; n < scenes; n++) {
  const scene = makeScene(planOf(n))
  const channel = n % 3 === 0 ? (channelKinds[1 + (Math.floor(n / 3) % 5)] ?? 'plain') : 'plain'
  const recorded = throughChannel(channel, scene.samples)
  const finder = new ImpulseFinder({ fft }, recorded.rate, 0)
  finder.push(recorded.samples)
  const used = new Set<number>()
  for (const { at, features } of finder.finish().onsets) {
    const time = at / recorded.rate
    const impulse = scene.impulses.findIndex(
      (each, index) => Math.abs(each.at - time) < 0.012 && !used.has(index),
    )
    if (impulse >= 0) used.add(impulse)
    const isEcho = scene.echoes.some(each => Math.abs(each.at - time) < 0.01)
    const label = impulse >= 0 ? 'p' : isEcho ? 'e' : 'n'
    console.log([label, ...featureNames.map(name => features[name].toFixed(3))].join(' '))
  }
}
