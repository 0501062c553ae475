import type { en } from './en.ts'

/** The shape of a catalogue: a missing, extra or differently called message does not compile. */
export type Same<T> = {
  readonly [K in keyof T]: T[K] extends string
    ? string
    : T[K] extends (...values: infer V) => string
      ? (...values: V) => string
      : Same<T[K]>
}
export type Catalogue = Same<typeof en>
