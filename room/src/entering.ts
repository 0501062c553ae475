import type { CaseState, Command } from '@sightline/core/case'
import type { Speaker } from './notices.ts'
import { agentName } from './panels/placement-words.ts'
import type { CaseSource } from './source/case-source.ts'
import { words } from './strings/index.ts'

interface Done {
  readonly before: CaseState
  readonly command: Command
  readonly seq: number
  /** Of what it changed: `seq`, until a later change of the same was taken back. */
  readonly rev: number
}

/** Enters what a person decides, tells what became of it, and takes the last of it back. */
export interface Entering {
  /** True when it was entered. */
  enter(command: Command, said?: string): Promise<boolean>
  /** The number of its entry, by which what is new is known; null when it was refused. */
  enterNew(command: Command, said?: string): Promise<number | null>
  undo(): Promise<void>
}

export function newEntering(source: CaseSource, speaker: Speaker): Entering {
  let done: readonly Done[] = []
  const submit = async (command: Command): Promise<number | null> => {
    const answer = await source.submit(command)
    if (answer.kind === 'done') return answer.seq
    const { problems } = words.peek()
    speaker.tell(
      answer.kind === 'stale' ? await staleWords(source, answer.rev) : problems.refused(answer.message),
    )
    return null
  }
  let undoing: Promise<void> = Promise.resolve()
  const takeBack = async (): Promise<void> => {
    const last = done.at(-1)
    const { said } = words.peek()
    if (!last) return speaker.say(said.nothingToUndo)
    const { inverse } = await import('./taking-back.ts')
    done = done.slice(0, -1)
    const back = inverse(last.before, last.command, last.seq, last.rev)
    if (!back) return speaker.tell(said.cannotUndo)
    const undone = await submit(back)
    if (undone === null) return
    // What was done before to the same thing now meets it at a new revision.
    const decidedOn = 'rev' in last.command ? last.command.rev : null
    done = done.map(each => (each.rev === decidedOn ? { ...each, rev: undone } : each))
    speaker.tell(said.undone, 'confirmation')
  }
  const enterNew: Entering['enterNew'] = async (command, said) => {
    const before = source.state.peek()
    const seq = await submit(command)
    if (seq === null) return null
    done = [...done, { before, command, seq, rev: seq }]
    speaker.say(said ?? words.peek().said.entered)
    return seq
  }
  return {
    enterNew,
    enter: async (command, said) => (await enterNew(command, said)) !== null,
    undo() {
      // One after the other: a second press does not take the same back again.
      undoing = undoing.then(takeBack, takeBack)
      return undoing
    },
  }
}

/** What was changed meanwhile, by whom: the entry that came first. It may not have reached this page yet. */
async function staleWords(source: CaseSource, rev: number | null): Promise<string> {
  const { problems } = words.peek()
  const entry = rev === null ? undefined : source.log[rev - 1]?.entry
  if (!entry || !('agent' in entry)) return problems.stale
  const { logWords } = await import('./strings/log-words.ts')
  const what = logWords.peek().entries[entry.type]
  return `${problems.stale} ${problems.changedBy(what, agentName({ source }, entry.agent))}`
}
