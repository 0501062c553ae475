import { capsOf, shortcuts } from '../shortcuts.ts'
import { helpWords } from '../strings/help-words.ts'
import { words } from '../strings/index.ts'
import { Dialog } from './dialog.tsx'

/** Every key, from the one table, and what a reader of the numbers should know. */
export function Help({ onClose }: { readonly onClose: () => void }) {
  const w = words.value
  const help = helpWords.value
  return (
    <Dialog title={help.title} isWide onClose={onClose}>
      <p class="muted">{help.lead}</p>
      <dl class="keys">
        {shortcuts.map(({ action }) => (
          <div key={action}>
            <dt>{help.actions[action]}</dt>
            <dd>
              {capsOf(action, w.space).map(cap => (
                <kbd key={cap}>{cap}</kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
      <p class="muted small">{help.limits}</p>
      <div class="row end">
        <button type="button" class="button key" onClick={onClose}>
          {w.close}
        </button>
      </div>
    </Dialog>
  )
}
