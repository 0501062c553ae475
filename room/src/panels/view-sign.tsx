import type { Room } from '../room-model.ts'
import { words } from '../strings/index.ts'
import { numbers } from '../strings/numbers.ts'
import { isToned, isUntouched, type PictureView } from '../viewing/picture-view.ts'
import { filterId } from '../viewing/show-view.ts'

interface Props {
  readonly room: Room
  readonly id: string
}

/** What stands on a picture that is not shown as it is. */
export function ViewSign({ room: { viewing }, id }: Props) {
  const w = words.value.picture
  const view = viewing.shown(id)
  if (!isUntouched(view)) {
    return (
      <span class="sign amber">
        {w.adjusted} <span class="mono view-what">{viewWords(view).join(' · ')}</span>
      </span>
    )
  }
  return viewing.isSetAside.value && viewing.changed.value.has(id) ? (
    <span class="sign">{w.untouchedSign}</span>
  ) : null
}

/** What differs from the untouched picture, each in a few words. */
export function viewWords(view: PictureView): readonly string[] {
  const w = words.value.picture
  const { factor, stops } = numbers.value
  return [
    view.zoom !== 1 && `${factor(view.zoom)}×`,
    view.turn !== 0 && w.turned(`${view.turn}°`),
    view.exposure !== 0 && `${w.exposure} ${stops(view.exposure)}`,
    view.contrast !== 1 && `${w.contrast} ${factor(view.contrast)}`,
    view.gamma !== 1 && `${w.gamma} ${factor(view.gamma)}`,
    view.saturation !== 1 && `${w.saturation} ${factor(view.saturation)}`,
  ].filter(part => part !== false)
}

/**
 * Light and colour, done by the browser when it shows the canvas. Exposure multiplies linear light; gamma, contrast around
 * middle grey and saturation (luma of Rec. 709) act on the values as stored.
 */
export function ViewFilter({ room: { viewing }, id }: Props) {
  const view = viewing.shown(id)
  if (!isToned(view)) return null
  const light = { type: 'linear', slope: 2 ** view.exposure }
  const curve = { type: 'gamma', exponent: 1 / view.gamma }
  const spread = { type: 'linear', slope: view.contrast, intercept: 0.5 * (1 - view.contrast) }
  return (
    <svg class="view-filter" aria-hidden="true">
      <filter id={filterId(id)} x="0" y="0" width="1" height="1" color-interpolation-filters="sRGB">
        <feComponentTransfer color-interpolation-filters="linearRGB">
          <feFuncR {...light} />
          <feFuncG {...light} />
          <feFuncB {...light} />
        </feComponentTransfer>
        <feComponentTransfer>
          <feFuncR {...curve} />
          <feFuncG {...curve} />
          <feFuncB {...curve} />
        </feComponentTransfer>
        <feComponentTransfer>
          <feFuncR {...spread} />
          <feFuncG {...spread} />
          <feFuncB {...spread} />
        </feComponentTransfer>
        <feColorMatrix type="saturate" values={String(view.saturation)} />
      </filter>
    </svg>
  )
}
