import { useSignal } from '@preact/signals'
import type { OpenCandidate } from '@sightline/core/side-by-side'
import { useEffect, useRef } from 'preact/hooks'
import { accountsWords } from '../strings/accounts-words.ts'
import { accountName } from './account-name.ts'
import { type AccountsModel, columnIn, takeUpLink, takeUpStatement } from './accounts-model.ts'
import { press } from './accounts-table.tsx'
import { LinkCard } from './link-card.tsx'
import { usePageKeys } from './page-keys.ts'
import { StatementCard } from './statement-card.tsx'
import { StatementButton } from './statement-view.tsx'

/**
 * What nobody has looked at, one candidate at a time, worked by keyboard alone. It stays at its place in the list: when one
 * is taken up or set aside the next slides there.
 */
export function ReviewPanel({ model }: { readonly model: AccountsModel }) {
  const w = accountsWords.value
  const at = useSignal(0)
  const place = useRef<HTMLDivElement>(null)
  const open = model.open.value
  const index = Math.min(at.value, Math.max(0, open.length - 1))
  const now = open[index]
  const canEnter = model.room.source.can.command
  const isAsking = model.asking.value !== null
  // After a dialog the keys act here again.
  useEffect(() => {
    if (!isAsking) place.current?.focus({ preventScroll: true })
  }, [isAsking])
  const go = (by: number) => {
    at.value = Math.max(0, Math.min(open.length - 1, index + by))
  }
  usePageKeys(key => {
    if (!now) return false
    // Between two pictures of the list a key would act on what is gone, or on what nobody has seen yet.
    if (model.open.peek()[index]?.key !== now.key) return true
    return act(model, now, key, canEnter, go)
  })
  return (
    <div ref={place} class="beside-body review" role="group" aria-label={w.reviewTitle} tabIndex={-1}>
      {now ? (
        <>
          <p class="row review-head">
            <span class="mono">{w.reviewAt(index + 1, open.length)}</span>
            <button type="button" class="button" disabled={index === 0} onClick={() => go(-1)}>
              {w.previous}
            </button>
            <button type="button" class="button" disabled={index >= open.length - 1} onClick={() => go(1)}>
              {w.next}
            </button>
          </p>
          <div aria-live="polite">
            <Candidate key={now.key} model={model} candidate={now} />
          </div>
          <p class="muted small">{w.reviewKeys}</p>
        </>
      ) : (
        <p>{w.reviewEmpty}</p>
      )}
    </div>
  )
}

function Candidate({
  model,
  candidate,
}: {
  readonly model: AccountsModel
  readonly candidate: OpenCandidate
}) {
  const w = accountsWords.value
  if (candidate.kind === 'quote')
    return (
      <>
        <p class="muted">{w.quoteWithout}</p>
        <StatementCard model={model} statement={candidate.quote} />
      </>
    )
  const { link } = candidate
  return (
    <>
      {[link.a, link.b].map(statement => {
        const column = columnIn(model, statement.group)
        return (
          <section key={statement.key} class="row-statement">
            <p class="of-account">{column && accountName(column.group.shown)}</p>
            <StatementButton
              model={model}
              statement={statement}
              links={[link]}
              onPress={() => press(model, statement)}
            />
          </section>
        )
      })}
      <LinkCard model={model} link={link} />
    </>
  )
}

/** What a key does with the candidate; false where it means nothing here. */
function act(
  model: AccountsModel,
  now: OpenCandidate,
  key: string,
  canEnter: boolean,
  go: (by: number) => void,
): boolean {
  const w = accountsWords.peek()
  switch (key.toLowerCase()) {
    case 'j':
    case 'arrowdown':
      go(1)
      return true
    case 'k':
    case 'arrowup':
      go(-1)
      return true
    case 'o':
      press(model, now.kind === 'link' ? now.link.a : now.quote)
      return true
    case 'a':
      if (!canEnter) return false
      model.room.speaker.heed(
        now.kind === 'link'
          ? takeUpLink(model, now.link, now.link.relation, null, w.isTakenUp)
          : takeUpStatement(model, now.quote, w.isTakenUp),
      )
      return true
    case 'c':
      if (!canEnter) return false
      model.asking.value =
        now.kind === 'link'
          ? { kind: 'correct-link', link: now.link }
          : { kind: 'source', statement: now.quote }
      return true
    case 'x':
      if (!canEnter) return false
      model.asking.value = { kind: 'set-aside', of: now.kind === 'link' ? now.link : now.quote }
      return true
    default:
      return false
  }
}
