import type { Mark } from '../hues.ts'

/** The hue and shape of a recording, always beside its name. */
export function Tick({ mark }: { readonly mark: Mark | undefined }) {
  return <span class={`tick ${mark?.shape ?? 'square'} hue-${mark?.hue ?? 0}`} aria-hidden="true" />
}
