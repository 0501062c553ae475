import { command, type Decision, enter, Rev } from '../command.ts'
import { isSamePassage, type Passage } from '../passage.ts'
import { onStanding, restoring, withdrawing } from '../standing-commands.ts'
import { MatterId, matterSaid, Passages, without } from './matter.ts'
import { unreadRefusal } from './statement-commands.ts'

export const matterCommands = {
  'name-matter': command(
    { ...matterSaid, passages: Passages },
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
    { id: MatterId, rev: Rev, ...matterSaid },
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

/** More than every account of a large case could say on one matter. */
const mostHeld = 400

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

const within = (passages: readonly Passage[], others: readonly Passage[]) =>
  passages.filter(each => others.some(other => isSamePassage(each, other)))

function eachOnce(passages: readonly Passage[]): Passage[] {
  return passages.filter((each, at) => !passages.slice(0, at).some(other => isSamePassage(each, other)))
}
