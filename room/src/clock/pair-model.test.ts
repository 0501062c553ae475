import assert from 'node:assert/strict'
import test from 'node:test'
import { signal } from '@preact/signals'
import type { PairLook } from '@sightline/core/sync'
import { caseMicros } from '@sightline/core/time'
import { recordings } from '../look/fictional-case.ts'
import { fictionalSource } from '../look/fictional-source.ts'
import { newSpeaker } from '../notices.ts'
import type { Room } from '../room-model.ts'
import { type ClockFacts, clockFactsOf } from './clock-facts.ts'
import { newPairModel } from './pair-model.ts'

const [cameraA = '', cameraB = '', doorbell = ''] = recordings.map(({ id }) => id)

/** A room over the fiction that answers looks when it is told to, in whichever order. */
async function room() {
  const source = fictionalSource()
  const asked: {
    readonly lag: number
    readonly answer: (look: PairLook) => void
    readonly fail: (error: Error) => void
  }[] = []
  const looks = {
    ...source,
    pairLook: (_a: string, _b: string, { lagSeconds }: { readonly lagSeconds: number }) =>
      new Promise<PairLook | null>((answer, fail) => asked.push({ lag: lagSeconds, answer, fail })),
  }
  const [result, pairs] = await Promise.all([source.syncResult(), source.syncPairs()])
  assert.ok(result && pairs)
  const facts = signal<ClockFacts | null>(clockFactsOf(result, pairs))
  return { room: { source: looks, speaker: newSpeaker() } as unknown as Room, facts, asked, source }
}

const lookOf = (lagSeconds: number): PairLook => ({
  v: 1,
  lagSeconds,
  slopePpm: 0,
  from: 0,
  to: 10,
  windows: 0,
  curve: [],
  reach: 4000,
  peaks: [],
  chance: 5,
  along: [],
  a: { originMicros: 0 as PairLook['a']['originMicros'], count: 80_000 },
  b: { originMicros: 0 as PairLook['b']['originMicros'], count: 80_000 },
})

const settled = () => new Promise(resolve => setImmediate(resolve))

test('the placement in force comes first, and the same ways are told turned where the lower is named first', async () => {
  const { room: opened, facts } = await room()
  const told = newPairModel(opened, facts, cameraA, cameraB)
  const turned = newPairModel(opened, facts, cameraB, cameraA)
  const lags = (model: typeof told) => model.ways.value.map(({ lagSeconds }) => Number(lagSeconds.toFixed(3)))
  assert.deepEqual(
    told.ways.value.map(({ key }) => key),
    ['placement 0', 'sound 0', 'rival 0', 'rival 1'],
  )
  assert.deepEqual(
    lags(turned),
    lags(told).map(lag => -lag),
  )
  assert.equal(told.way.value?.key, 'placement 0')
  told.dispose()
  turned.dispose()
})

test('a further entry of the log asks for no other look; a pin does', async () => {
  const { room: opened, facts, asked, source } = await room()
  const model = newPairModel(opened, facts, cameraA, cameraB)
  assert.equal(asked.length, 1)
  const rev = (id: string) => source.state.value.recordings.get(id)?.rev ?? 0
  await source.submit({ do: 'clear-recording', recording: doorbell, rev: rev(doorbell), reason: 'r' })
  assert.equal(asked.length, 1)
  const pin = {
    start: caseMicros(8_500_000),
    driftPpm: 0,
    errorMs: null,
    evidence: { how: 'typed' },
  } as const
  await source.submit({ do: 'pin-placement', recording: cameraB, rev: rev(cameraB), reason: 'r', ...pin })
  assert.equal(asked.length, 2)
  model.dispose()
})

test('of two looks the one asked for last is shown, whichever comes last', async () => {
  const { room: opened, facts, asked } = await room()
  const model = newPairModel(opened, facts, cameraA, cameraB)
  model.shift.value = 7
  model.choose('rival 0')
  assert.equal(model.shift.value, 0, 'another way to lie begins unmoved')
  const [first, second] = asked
  assert.ok(first && second)
  second.answer(lookOf(second.lag))
  await settled()
  first.answer(lookOf(first.lag))
  await settled()
  const state = model.look.value
  assert.ok(state.kind === 'here')
  assert.equal(state.look.lagSeconds, second.lag)
  assert.equal(state.way.key, 'rival 0')
  model.dispose()
})

test('a look that does not come is said to have failed, and is asked for again', async () => {
  const { room: opened, facts, asked } = await room()
  const model = newPairModel(opened, facts, cameraA, cameraB)
  asked[0]?.fail(new Error('no answer'))
  await settled()
  assert.equal(model.look.value.kind, 'failed')
  assert.equal(opened.speaker.notices.value.length, 1)
  model.again()
  assert.equal(model.look.value.kind, 'coming')
  asked[1]?.answer(lookOf(6))
  await settled()
  assert.equal(model.look.value.kind, 'here')
  model.dispose()
})

test('two on no common clock lie as the best refused lag says, and with a silent one there is no look', async () => {
  const { room: opened, facts, asked } = await room()
  const clip = recordings[6]?.id ?? ''
  const model = newPairModel(opened, facts, cameraA, clip)
  assert.equal(model.way.value?.kind, 'rival')
  model.dispose()
  const silent = newPairModel(opened, facts, cameraA, recordings[5]?.id ?? '')
  assert.deepEqual([silent.way.value, asked.length], [null, 1])
  silent.dispose()
})
