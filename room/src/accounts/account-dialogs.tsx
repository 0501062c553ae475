import { never } from '@sightline/core/errors'
import { ReasonDialog } from '../panels/reason-dialog.tsx'
import { accountsWords } from '../strings/accounts-words.ts'
import type { AccountsModel, Asking } from './accounts-model.ts'
import { DayDialog } from './day-dialog.tsx'
import { DescribeDialog } from './describe-dialog.tsx'
import { CorrectLinkDialog, LinkDialog } from './link-dialogs.tsx'
import { MatterDialog, RenameDialog } from './matter-dialogs.tsx'
import { NotMeantDialog } from './not-meant-dialog.tsx'
import { ParticipantDialog } from './participant-dialog.tsx'
import { WithdrawLabelDialog } from './put-to.tsx'
import { SetAsideDialog } from './set-aside-dialog.tsx'
import { SinceDialog } from './since-dialog.tsx'
import { SourceDialog } from './source-dialog.tsx'
import { SplitDialog } from './split-dialog.tsx'
import { TakeAccountsDialog } from './take-accounts-dialog.tsx'

/** Whatever is asked before something is entered: at most one dialog at a time. */
export function AccountDialogs({ model }: { readonly model: AccountsModel }) {
  const asking = model.asking.value
  if (asking === null) return null
  return (
    <Asked
      model={model}
      asking={asking}
      onClose={() => {
        model.asking.value = null
      }}
    />
  )
}

interface Props {
  readonly model: AccountsModel
  readonly asking: Asking
  readonly onClose: () => void
}

function Asked({ model, asking, onClose }: Props) {
  switch (asking.kind) {
    case 'source':
      return <SourceDialog model={model} statement={asking.statement} onClose={onClose} />
    case 'split':
      return <SplitDialog model={model} statement={asking.statement} onClose={onClose} />
    case 'set-aside':
      return <SetAsideDialog model={model} of={asking.of} onClose={onClose} />
    case 'link':
      return <LinkDialog model={model} a={asking.a} b={asking.b} onClose={onClose} />
    case 'correct-link':
      return <CorrectLinkDialog model={model} link={asking.link} onClose={onClose} />
    case 'matter':
      return <MatterDialog model={model} passages={asking.passages} onClose={onClose} />
    case 'rename':
      return <RenameDialog model={model} row={asking.row} onClose={onClose} />
    case 'withdraw':
    case 'restore':
      return <WithdrawDialog model={model} asking={asking} onClose={onClose} />
    case 'describe':
      return <DescribeDialog model={model} account={asking.account} onClose={onClose} />
    case 'since':
      return <SinceDialog model={model} account={asking.account} earlier={asking.earlier} onClose={onClose} />
    case 'day':
      return <DayDialog model={model} asking={asking} onClose={onClose} />
    case 'participant':
      return <ParticipantDialog model={model} person={asking.person} onClose={onClose} />
    case 'withdraw-label':
      return <WithdrawLabelDialog model={model} label={asking} onClose={onClose} />
    case 'not-meant':
      return <NotMeantDialog model={model} calling={asking.calling} name={asking.name} onClose={onClose} />
    case 'take-away':
      return <TakeAccountsDialog model={model} onClose={onClose} />
    default:
      return never(asking)
  }
}

interface WithdrawProps {
  readonly model: AccountsModel
  readonly asking: Extract<Asking, { readonly kind: 'withdraw' | 'restore' }>
  readonly onClose: () => void
}

/** Withdraws what a person entered, or takes it up again, with a reason. */
function WithdrawDialog({ model, asking, onClose }: WithdrawProps) {
  const w = accountsWords.value
  const { kind, what, id, rev } = asking
  const isBack = kind === 'restore' || what === 'dismissal'
  return (
    <ReasonDialog
      title={isBack ? w.restoreTitle : w.withdrawTitle}
      what={isBack ? undefined : w.withdrawWhat}
      submit={w.enter}
      onClose={onClose}
      onReason={reason => model.room.entering.enter({ do: `${kind}-${what}`, id, rev, reason })}
    />
  )
}
