import { useComputed } from '@preact/signals'
import { warningAt } from '@sightline/core/case'
import type { Room } from '../room-model.ts'
import { spared } from '../spared.ts'
import { words } from '../strings/index.ts'
import type { Lane } from '../watch/lanes.ts'

interface Props {
  readonly room: Room
  readonly lane: Lane
}

/** Lies over a picture and takes colour or detail from what is seen, never from what is drawn. */
export function Sparing() {
  const { colour, detail } = spared
  if (!colour.value && !detail.value) return null
  return (
    <div class="sparing" data-grey={colour.value || undefined} data-blurred={detail.value || undefined} />
  )
}

/** What a viewer's own setting took from the picture, and the warning that somebody worded for this stretch. */
export function SparingSigns({ room, lane }: Props) {
  const w = words.value.spared
  const warning = useComputed(() => {
    const shown = room.watch.views.value.get(lane.id)?.shown.value
    const recording = room.source.state.value.recordings.get(lane.id)
    return shown && recording ? warningAt(recording, shown.pts) : null
  })
  return (
    <>
      {spared.colour.value && <span class="sign">{w.greySign}</span>}
      {spared.detail.value && <span class="sign">{w.blurSign}</span>}
      {warning.value && <span class="sign">{w.warning(warning.value)}</span>}
    </>
  )
}
