// A case in a test: commands are carried out as the keeper does, and what is entered is read back as a reader does.
import assert from 'node:assert/strict'
import type { CardKind } from '../../../core/src/case/cards/kinds.ts'
import { Command, decide, inverse } from '../../../core/src/case/commands.ts'
import type { Entry, Fact } from '../../../core/src/case/entries.ts'
import { readEntry } from '../../../core/src/case/entries.ts'
import { fold, type Numbered } from '../../../core/src/case/fold.ts'
import type { CardId } from '../../../core/src/case/ids.ts'
import { type CaseState, emptyCase } from '../../../core/src/case/state.ts'

export interface Desk {
  state: CaseState
  /** Everything that was entered, in order. */
  readonly entries: readonly Numbered[]
  /** Enters facts as they are, such as a recording received. */
  tell(...facts: readonly Fact[]): void
  /** Carries a command out; a refusal is an error with its reason. */
  done(command: object, by?: string): void
  refused(command: object): string
  card(of: CardKind, said: object, hidden?: object): CardId
  change(card: CardId, said: object): void
  /** Takes the last command back. */
  undo(): void
}

export function newDesk(at = '2031-05-03T09:00:00.000Z'): Desk {
  const steps: { readonly before: CaseState; readonly command: Command }[] = []
  const entries: Numbered[] = []
  const enter = (facts: readonly Fact[], by: string) => {
    for (const fact of facts) {
      const agent = { kind: 'person', person: by }
      const read = readEntry(JSON.parse(JSON.stringify({ v: 1, salt: 'x', at, agent, ...fact })))
      assert.ok(!('kind' in read), `what is entered can be read back: ${JSON.stringify(read)}`)
      const numbered = { seq: desk.state.seq + 1, entry: read as Entry }
      entries.push(numbered)
      desk.state = fold(desk.state, numbered)
    }
  }
  const desk: Desk = {
    state: emptyCase,
    entries,
    tell: (...facts) => enter(facts, 'p1'),
    done(asked, by = 'p1') {
      const command = Command.parse(asked)
      const decision = decide(desk.state, command)
      assert.equal(decision.kind, 'enter', JSON.stringify(decision))
      steps.push({ before: desk.state, command })
      if (decision.kind === 'enter') enter(decision.facts, by)
    },
    refused(asked) {
      const decision = decide(desk.state, Command.parse(asked))
      if (decision.kind === 'impossible') return decision.message
      return decision.kind === 'enter' ? 'entered' : `${decision.kind} ${decision.noun}`
    },
    card(of, said, hidden) {
      const id = `k${desk.state.seq + 1}`
      desk.done({ do: 'enter-card', of, said, hidden: hidden ?? null })
      return id
    },
    change(card, said) {
      const rev = desk.state.cards.get(card)?.rev
      desk.done({ do: 'change-card', card, rev, said, hidden: null })
    },
    undo() {
      const last = steps.at(-1)
      assert.ok(last, 'something was done')
      const back = inverse(last.before, last.command, desk.state.seq)
      assert.ok(back, 'there is a way back')
      desk.done(back)
    },
  }
  return desk
}

/** A date and time of day in Chicago as a card holds it; `offsetMinutes` is what the zone had then. */
export const chicago = (local: string, offsetMinutes = -300) => ({
  local,
  zone: 'America/Chicago',
  offsetMinutes,
})
