import type { QuoteHeard } from '@sightline/core/case'
import { isSettled, linesWithin, type ShownLine, textOf } from '@sightline/core/transcript'
import { listeningWords } from '../strings/listening-words.ts'
import type { ListeningModel } from './listening-model.ts'
import { quoteAgainst } from './quote-difference.ts'

/** Quotes of accounts that a person tied to this stretch, and how their words differ from what a reviewer settled. */
export function LineQuotes({ model, line }: { readonly model: ListeningModel; readonly line: ShownLine }) {
  const w = listeningWords.value.panel
  const transcript = model.transcript.value
  const { room } = model
  if (!transcript) return null
  const tied = [...room.source.state.value.quotesHeard.values()].filter(
    each =>
      each.withdrawn === null &&
      each.transcript === transcript.id &&
      each.from < Math.max(line.to, line.from + 1) &&
      line.from < each.to,
  )
  if (tied.length === 0 && !room.source.can.command) return null
  return (
    <section class="section">
      <h3>{w.quotes}</h3>
      {tied.map(each => (
        <TiedQuote key={each.id} model={model} quote={each} />
      ))}
      {room.source.can.command && (
        <button
          type="button"
          class="link small"
          onClick={() => {
            model.dialog.value = { kind: 'tie' }
          }}
        >
          {w.tie}
        </button>
      )}
    </section>
  )
}

function TiedQuote({ model, quote }: { readonly model: ListeningModel; readonly quote: QuoteHeard }) {
  const w = listeningWords.value.panel
  const { room } = model
  const { value: state } = room.source.state
  const account = state.accounts.get(quote.passage.account)
  const lines = linesWithin(model.lines.value, quote.from, quote.to)
  const isOpen = lines.length === 0 || !lines.every(isSettled)
  const { runs, isSame } = quoteAgainst(quote.passage.exact, lines.map(textOf).join(' '))
  return (
    <div class="tied-quote">
      <p class="small muted">{account?.said?.outlet ?? account?.firstName ?? quote.passage.account}</p>
      {isOpen ? (
        <>
          <p>“{quote.passage.exact}”</p>
          <p class="small">{w.quoteOpen}</p>
        </>
      ) : (
        <>
          <p>
            {runs.map((run, at) =>
              run.in === 'both' ? (
                <span key={at}>{run.text} </span>
              ) : (
                <mark key={at} data-in={run.in} title={run.in === 'quote' ? w.quoteOnly : w.soundOnly}>
                  {run.in === 'sound' ? `[${run.text}]` : run.text}
                  <span class="unseen"> ({run.in === 'quote' ? w.quoteOnly : w.soundOnly})</span>{' '}
                </mark>
              ),
            )}
          </p>
          <p class="small muted">{isSame ? w.quoteSame : `${w.quoteOnly}: _; ${w.soundOnly}: [ ]`}</p>
        </>
      )}
      {quote.note && <p class="small muted">{quote.note}</p>}
      {room.source.can.command && (
        <button
          type="button"
          class="link small"
          onClick={() =>
            room.speaker.heed(
              room.entering.enter({ do: 'untie-quote', id: quote.id, rev: quote.rev, reason: w.untie }),
            )
          }
        >
          {w.untie}
        </button>
      )}
    </div>
  )
}
