import { readFile } from 'node:fs/promises'
import {
  type CaseState,
  type Command,
  type PersonId,
  Provenance,
  type Recording,
  Region,
  receivedAs,
} from '@sightline/core/case'
import { SightlineError } from '@sightline/core/errors'
import { type MediaMicros, mediaMicros } from '@sightline/core/time'
import * as z from 'zod'
import type { CaseKeeper } from '../case/keeper.ts'
import { enterCards, type PreparedCards } from './opening-cards.ts'

const seconds = z.number()
const Instant = z.strictObject({ recording: z.string(), media: seconds })

/** What the owner of a prepared case has to say of it, by the names of its files. Times are seconds of media time. */
export const PreparedOpening = z.strictObject({
  v: z.literal(1),
  about: z.string(),
  cover: z.strictObject({ title: z.string(), warning: z.string(), question: z.string() }),
  people: z.array(z.string()),
  /** One of `people`: who states what is not signed otherwise. */
  owner: z.string(),
  /** Why every recording may be shown without a warning. */
  clearance: z.string(),
  opensAt: Instant,
  wordings: z.strictObject({
    matter: z.string(),
    at: Instant,
    words: z.array(z.strictObject({ file: z.string(), words: z.string() })),
  }),
  film: z.strictObject({ recording: z.string(), title: z.string(), maker: z.string(), reason: z.string() }),
  provenance: z.array(
    z.strictObject({
      recording: z.string(),
      receivedAs: z.enum(receivedAs),
      supplier: z.string(),
      receivedOn: z.string(),
      authority: z.string(),
      evidenceNumber: z.string(),
      device: z.nullable(z.string()),
      wearer: z.nullable(z.string()),
    }),
  ),
  expected: z.array(z.strictObject({ description: z.string(), saidBy: z.string(), note: z.string() })),
  moments: z.array(
    z.strictObject({
      by: z.string(),
      recording: z.string(),
      from: seconds,
      to: z.nullable(seconds),
      name: z.string(),
      description: z.nullable(z.string()),
      tags: z.array(z.string()),
      region: z.optional(z.custom<Region>(value => Region.safeParse(value).success)),
    }),
  ),
})
export type PreparedOpening = z.infer<typeof PreparedOpening>

export async function readOpening(path: string): Promise<PreparedOpening> {
  return PreparedOpening.parse(JSON.parse(await readFile(path, 'utf8')))
}

/**
 * Enters what the owner of a prepared case has to say, through the same commands as a person in the room. The doors of
 * the cover come last: where they are chosen everything was entered before, and what people changed since is left alone.
 * After a cut it goes on with what is missing. Throws 'case.unknown' where a file it names was not taken in.
 */
export async function enterOpening(
  keeper: CaseKeeper,
  opening: PreparedOpening,
  cards: PreparedCards,
): Promise<void> {
  if (keeper.state().cover?.doors.opensAt) return
  const people = await peopleOf(keeper, opening.people)
  const enter = async (by: string, command: (state: CaseState) => Command | null) => {
    const asked = command(keeper.state())
    const person = people.get(by)
    if (person === undefined)
      throw new SightlineError('case.unknown', `${by} is not among the people of the opening`)
    if (asked) await keeper.command(asked, { kind: 'person', person })
  }
  const { owner } = opening
  await enter(owner, state => {
    const { title, maker, reason, recording } = opening.film
    const { id, rev, film } = named(state, recording)
    return film ? null : { do: 'declare-edited-film', recording: id, rev, title, maker, reason }
  })
  for (const { recording, ...said } of opening.provenance)
    await enter(owner, state => {
      const { id, rev, provenance } = named(state, recording)
      if (provenance.supplier !== null) return null
      const stated: Provenance = { ...said, caseNumber: '26-0612', note: null }
      return { do: 'state-provenance', recording: id, rev, provenance: Provenance.parse(stated) }
    })
  for (const { firstName } of [...keeper.state().recordings.values()])
    await enter(owner, state => {
      const { id, rev, isCleared } = named(state, firstName)
      return isCleared ? null : { do: 'clear-recording', recording: id, rev, reason: opening.clearance }
    })
  for (const expected of opening.expected)
    await enter(owner, state => {
      const isThere = [...state.expected.values()].some(each => each.description === expected.description)
      return isThere ? null : { do: 'expect-recording', ...expected }
    })
  for (const { by, recording, from, to, region, ...said } of opening.moments)
    await enter(by, state => {
      if ([...state.moments.values()].some(each => each.name === said.name)) return null
      const { id } = named(state, recording)
      const when = {
        on: 'recording',
        recording: id,
        from: micros(from),
        to: to === null ? null : micros(to),
      } as const
      return { do: 'mark-moment', when, region: region ?? null, ...said }
    })
  await enterCards(keeper, cards, people)
  await enter(owner, state => ({
    do: 'choose-cover-doors',
    rev: state.cover?.rev ?? 0,
    question: opening.cover.question,
    opensAt: instantOf(state, opening.opensAt),
    wordings: { ...opening.wordings, at: instantOf(state, opening.wordings.at) },
  }))
}

async function peopleOf(
  keeper: CaseKeeper,
  names: readonly string[],
): Promise<ReadonlyMap<string, PersonId>> {
  const held = () => new Map([...keeper.state().people.values()].map(({ id, name }) => [name ?? '', id]))
  for (const name of names) {
    if (held().has(name)) continue
    const person = `p${keeper.state().people.size + 1}`
    const agent = { kind: 'person', person } as const
    await keeper.enter(
      [{ type: 'person-named', detail: { v: 1, person, name, basis: 'self-declared' } }],
      agent,
    )
  }
  return held()
}

function named(state: CaseState, name: string): Recording {
  const sha256 = state.files.get(name)?.found.sha256
  const recording = sha256 ? state.recordings.get(sha256) : undefined
  if (!recording)
    throw new SightlineError('case.unknown', `expected ${name} among the recordings of the case, found none`)
  return recording
}

function instantOf(state: CaseState, { recording, media }: z.infer<typeof Instant>) {
  return { recording: named(state, recording).id, media: micros(media) }
}

function micros(value: number): MediaMicros {
  return mediaMicros(value * 1e6)
}
