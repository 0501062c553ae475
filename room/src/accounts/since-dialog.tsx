import { useSignal } from '@preact/signals'
import type { AccountId } from '@sightline/core/case'
import { useEffect } from 'preact/hooks'
import * as z from 'zod/mini'
import { Dialog } from '../panels/dialog.tsx'
import { accountsWords } from '../strings/accounts-words.ts'
import { words } from '../strings/index.ts'
import { accountName } from './account-name.ts'
import type { AccountsModel } from './accounts-model.ts'

const Stretch = z.object({ start: z.number(), end: z.number() })

/** What the server answers of two versions, as far as it is shown (core/accounts: `VersionDifference`). */
const Difference = z.object({
  pieces: z.array(
    z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('kept'), later: Stretch }),
      z.object({ kind: z.literal('moved'), later: Stretch }),
      z.object({ kind: z.literal('added'), later: Stretch }),
      z.object({ kind: z.literal('removed'), earlier: Stretch }),
      z.object({
        kind: z.literal('changed'),
        earlier: Stretch,
        later: Stretch,
        removed: z.array(Stretch),
        added: z.array(Stretch),
      }),
    ]),
  ),
})
type Piece = z.infer<typeof Difference>['pieces'][number]

interface Props {
  readonly model: AccountsModel
  readonly account: AccountId
  readonly earlier: AccountId
  readonly onClose: () => void
}

/** What a version says otherwise than the one before: changed sentences with their words, what came in, what was taken out. */
export function SinceDialog({ model, account, earlier, onClose }: Props) {
  const w = accountsWords.value
  const { source, speaker } = model.room
  const told = useSignal<{
    readonly pieces: readonly Piece[]
    readonly before: string
    readonly after: string
  } | null>(null)
  useEffect(() => {
    const ask = async () => {
      const [difference, before, after] = await Promise.all([
        source.accountSince(account, earlier),
        source.accountText(earlier),
        source.accountText(account),
      ])
      const { pieces } = Difference.parse(difference)
      told.value = { pieces, before: before ?? '', after: after ?? '' }
    }
    speaker.heed(ask())
  }, [source, speaker, account, earlier, told])
  const held = source.state.value.accounts.get(account)
  const now = told.value
  const telling = now?.pieces.filter(({ kind }) => kind !== 'kept' && kind !== 'moved') ?? []
  return (
    <Dialog title={w.versionTitle(held ? accountName(held) : '')} isWide onClose={onClose}>
      {now === null && <p role="status">{w.waiting}</p>}
      {now !== null && telling.length === 0 && <p>{w.noChange}</p>}
      <ul class="since">
        {now !== null &&
          telling.map((piece, at) => (
            <li key={at}>
              <PieceView piece={piece} before={now.before} after={now.after} />
            </li>
          ))}
      </ul>
      <div class="row end">
        <button type="button" class="button" onClick={onClose}>
          {words.value.close}
        </button>
      </div>
    </Dialog>
  )
}

interface PieceProps {
  readonly piece: Piece
  readonly before: string
  readonly after: string
}

function PieceView({ piece, before, after }: PieceProps) {
  const w = accountsWords.value
  switch (piece.kind) {
    case 'added':
      return (
        <>
          <span class="muted small">{w.added}</span>
          <p>
            <ins>{cut(after, piece.later)}</ins>
          </p>
        </>
      )
    case 'removed':
      return (
        <>
          <span class="muted small">{w.removed}</span>
          <p>
            <del>{cut(before, piece.earlier)}</del>
          </p>
        </>
      )
    case 'changed':
      return (
        <>
          <span class="muted small">{w.changed}</span>
          <p>
            <Marked text={before} at={piece.earlier} marks={piece.removed} />
          </p>
          <p>
            <Marked text={after} at={piece.later} marks={piece.added} />
          </p>
        </>
      )
    default:
      return <p>{cut(after, piece.later)}</p>
  }
}

type At = z.infer<typeof Stretch>

const cut = (text: string, { start, end }: At) => text.slice(start, end)

function Marked({
  text,
  at,
  marks,
}: {
  readonly text: string
  readonly at: At
  readonly marks: readonly At[]
}) {
  const pieces = []
  let from = at.start
  for (const mark of marks) {
    pieces.push(
      text.slice(from, mark.start),
      <span key={mark.start} class="differs">
        {cut(text, mark)}
      </span>,
    )
    from = mark.end
  }
  pieces.push(text.slice(from, at.end))
  return <>{pieces}</>
}
