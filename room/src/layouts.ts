/** How the angles share their part of the window: film is one angle over the frames around the playhead. */
export const layouts = ['grid', 'solo', 'pair', 'film'] as const
export type Layout = (typeof layouts)[number]
