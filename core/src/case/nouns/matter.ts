import * as z from 'zod/mini'
import { command, type Decision, enter, Rev } from '../command.ts'
import { type Folds, own } from '../draft.ts'
import { Line, Text } from '../ids.ts'
import { isSamePassage, Passage } from '../passage.ts'
import { changeStanding, onStanding, restoring, type Standing, withdrawing } from '../standing.ts'
import { unreadRefusal } from './statement.ts'

export const MatterId = z.string().check(z.regex(/^mt[1-9]\d*$/))
export type MatterId = z.infer<typeof MatterId>

/** A matter gathers this many passages in one entry, and any number in several. */
export const mostGathered = 8

/** More than every account of a large case could say on one matter. */
const mostHeld = 400

const said = { name: Line, note: z.nullable(Text) }
const Passages = z.array(Passage).check(z.minLength(1), z.maxLength(mostGathered))

/** What statements of several accounts are about, as a person has named it: one row when accounts stand side by side. */
export interface Matter extends Standing {
  readonly id: MatterId
  readonly name: string
  readonly note: string | null
  readonly passages: readonly Passage[]
}

const Reason = z.strictObject({ v: z.literal(1), id: MatterId, reason: Line })
const Some = z.strictObject({ v: z.literal(1), id: MatterId, passages: Passages })

export const matterEntries = {
  'matter-named': z.strictObject({ v: z.literal(1), id: MatterId, ...said, passages: Passages }),
  'matter-renamed': z.strictObject({ v: z.literal(1), id: MatterId, ...said }),
  'matter-gathered': Some,
  'matter-released': Some,
  'matter-withdrawn': Reason,
  'matter-restored': Reason,
} as const

export const matterFolds: Folds<typeof matterEntries> = {
  'matter-named': (draft, { seq, at, agent, detail: { v: _, ...rest } }) => {
    own(draft, 'matters').set(rest.id, { ...rest, agent, at, withdrawn: null, rev: seq })
  },
  'matter-renamed': (draft, { seq, detail: { id, name, note } }) =>
    changeStanding(draft, 'matters', seq, id, { name, note }),
  'matter-gathered': (draft, { seq, detail: { id, passages } }) => {
    const held = draft.state.matters.get(id)?.passages ?? []
    changeStanding(draft, 'matters', seq, id, { passages: [...held, ...without(passages, held)] })
  },
  'matter-released': (draft, { seq, detail: { id, passages } }) => {
    const held = draft.state.matters.get(id)?.passages ?? []
    changeStanding(draft, 'matters', seq, id, { passages: without(held, passages) })
  },
  'matter-withdrawn': (draft, { seq, detail }) =>
    changeStanding(draft, 'matters', seq, detail.id, { withdrawn: detail.reason }),
  'matter-restored': (draft, { seq, detail }) =>
    changeStanding(draft, 'matters', seq, detail.id, { withdrawn: null }),
}

export const matterCommands = {
  'name-matter': command(
    { ...said, passages: Passages },
    (state, { name, note, passages }) =>
      unreadRefusal(state, ...passages) ??
      enter('matter-named', {
        v: 1,
        id: `mt${state.seq + 1}`,
        ...{ name, note, passages: eachOnce(passages) },
      }),
    (_before, _asked, rev, seq) => ({ do: 'withdraw-matter', id: `mt${seq}`, rev, reason: 'undone' }),
  ),
  'rename-matter': command(
    { id: MatterId, rev: Rev, ...said },
    (state, asked) =>
      onStanding(state, 'matters', asked, ({ id }) =>
        enter('matter-renamed', { v: 1, id, name: asked.name, note: asked.note }),
      ),
    (before, { id }, rev) => {
      const was = before.matters.get(id)
      return was ? { do: 'rename-matter', id, rev, name: was.name, note: was.note } : null
    },
  ),
  'gather-in-matter': command(
    { id: MatterId, rev: Rev, passages: Passages },
    (state, asked) =>
      onStanding(state, 'matters', asked, ({ id, passages: held }) => {
        const added = without(eachOnce(asked.passages), held)
        return (
          unreadRefusal(state, ...added) ?? sizeRefusal(held, added) ?? some('matter-gathered', id, added)
        )
      }),
    (before, { id, passages }, rev) => {
      const added = without(eachOnce(passages), before.matters.get(id)?.passages ?? [])
      return added.length > 0 ? { do: 'release-from-matter', id, rev, passages: added } : null
    },
  ),
  'release-from-matter': command(
    { id: MatterId, rev: Rev, passages: Passages },
    (state, asked) =>
      onStanding(state, 'matters', asked, ({ id, passages: held }) =>
        some('matter-released', id, within(eachOnce(asked.passages), held)),
      ),
    (before, { id, passages }, rev) => {
      const released = within(eachOnce(passages), before.matters.get(id)?.passages ?? [])
      return released.length > 0 ? { do: 'gather-in-matter', id, rev, passages: released } : null
    },
  ),
  'withdraw-matter': withdrawing('matters', MatterId, 'matter-withdrawn', 'restore-matter'),
  'restore-matter': restoring('matters', MatterId, 'matter-restored', 'withdraw-matter'),
}

function some(type: 'matter-gathered' | 'matter-released', id: MatterId, passages: Passage[]): Decision {
  if (passages.length === 0)
    return {
      kind: 'impossible',
      message:
        type === 'matter-gathered'
          ? 'these statements are in that matter already'
          : 'these statements are not in that matter',
    }
  return enter(type, { v: 1, id, passages })
}

function sizeRefusal(held: readonly Passage[], added: readonly Passage[]): Decision | null {
  if (held.length + added.length <= mostHeld) return null
  return {
    kind: 'impossible',
    message: `a matter holds at most ${mostHeld} statements, and this one has ${held.length}`,
  }
}

const without = (passages: readonly Passage[], others: readonly Passage[]) =>
  passages.filter(each => !others.some(other => isSamePassage(each, other)))
const within = (passages: readonly Passage[], others: readonly Passage[]) =>
  passages.filter(each => others.some(other => isSamePassage(each, other)))

function eachOnce(passages: readonly Passage[]): Passage[] {
  return passages.filter((each, at) => !passages.slice(0, at).some(other => isSamePassage(each, other)))
}
