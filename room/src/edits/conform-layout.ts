/** Heights in the picture of the conform, in pixels. */
export const rowHeight = 18
export const barHeight = 30
export const laneHeight = 22
export const laneGap = 8
