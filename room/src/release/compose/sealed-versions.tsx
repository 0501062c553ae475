import { agentName } from '../../panels/placement-words.ts'
import type { Room } from '../../room-model.ts'
import { composeWords } from '../../strings/compose-words.ts'
import { numbers } from '../../strings/numbers.ts'

/** Every version that was sealed, the last one first. */
export function SealedVersions({ room }: { readonly room: Room }) {
  const w = composeWords.value
  const sealed = room.source.state.value.sealedReleases
  return (
    <section class="card-section" aria-label={w.versions}>
      <h3>
        {w.versions} {sealed.length > 0 && <span class="count">{sealed.length}</span>}
      </h3>
      {sealed.length === 0 && <p class="muted">{w.versionsNone}</p>}
      <ol class="versions">
        {sealed.toReversed().map(each => (
          <li key={each.rev}>
            <strong>{w.version(each.version)}</strong>{' '}
            <span class="mono">{numbers.value.utc(each.at).slice(0, 16)} UTC</span>, {w.sealedBy}{' '}
            {agentName(room, each.agent)} · {w.overriddenCount(each.overridden.length)}
            <br />
            <code class="hash">{each.sealed}</code>
          </li>
        ))}
      </ol>
    </section>
  )
}
