/** Where the tour stops, in order; the style sheet outlines the part of the room that each speaks of. */
export const tourStops = ['clock', 'step', 'lanes', 'tray', 'custody'] as const
export type TourStop = (typeof tourStops)[number]
