import { spare, spared, spareKinds } from '../spared.ts'
import { words } from '../strings/index.ts'
import { Dialog } from './dialog.tsx'

/** What a viewer wants to be spared, on this screen only. */
export function SparedDialog({ onClose }: { readonly onClose: () => void }) {
  const w = words.value.spared
  return (
    <Dialog title={w.title} onClose={onClose}>
      <p class="muted small">{w.lead}</p>
      <fieldset class="choices column">
        <legend class="unseen">{w.title}</legend>
        {spareKinds.map(kind => (
          <label key={kind} class="check">
            <input
              type="checkbox"
              checked={spared[kind].value}
              onChange={event => spare(kind, event.currentTarget.checked)}
            />
            {w[kind]}
          </label>
        ))}
      </fieldset>
      <p class="muted small">{w.always}</p>
      <div class="row end">
        <button type="button" class="button key" onClick={onClose}>
          {words.value.close}
        </button>
      </div>
    </Dialog>
  )
}
