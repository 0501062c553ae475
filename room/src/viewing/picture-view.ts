/** How a picture is shown to one person; the picture itself is never changed. */
export interface PictureView {
  /** 1 shows the whole picture as large as its place allows. */
  readonly zoom: number
  /** The point of the upright picture in the middle of its place, as fractions of its width and height. */
  readonly x: number
  readonly y: number
  /** Degrees clockwise. */
  readonly turn: Turn
  /** In stops: each doubles the light. */
  readonly exposure: number
  /** Factors around middle grey, of the exponent, and of the colour; 1 leaves them. */
  readonly contrast: number
  readonly gamma: number
  readonly saturation: number
}

export const turns = [0, 90, 180, 270] as const
export type Turn = (typeof turns)[number]

export interface Size {
  readonly width: number
  readonly height: number
}

/** Pixels on the screen, from the middle of the picture's place. */
export interface Offset {
  readonly x: number
  readonly y: number
}

export const untouched: PictureView = {
  zoom: 1,
  x: 0.5,
  y: 0.5,
  turn: 0,
  exposure: 0,
  contrast: 1,
  gamma: 1,
  saturation: 1,
}

/** A picture of 640 pixels fills a screen with about 20 of them. */
export const maxZoom = 64

export function isUntouched(view: PictureView): boolean {
  return view.zoom === 1 && view.turn === 0 && !isToned(view)
}

/** True where light or colour is changed. */
export function isToned({ exposure, contrast, gamma, saturation }: PictureView): boolean {
  return exposure !== 0 || contrast !== 1 || gamma !== 1 || saturation !== 1
}

/** Pixels of the screen to one pixel of the picture. */
export function scaleOf({ zoom, turn }: PictureView, picture: Size, place: Size): number {
  return zoom * fitOf(turn, picture, place)
}

/** Where the middle of the picture lies, and how much larger it is than untouched; never with an edge inside its place. */
export function placeOf(
  view: PictureView,
  picture: Size,
  place: Size,
): Offset & { readonly enlarged: number } {
  const { x, y, turn } = within(view, picture, place)
  const scale = scaleOf(view, picture, place)
  const middle = turned({ x: (x - 0.5) * picture.width * scale, y: (y - 0.5) * picture.height * scale }, turn)
  // Not minus zero, which would be written into a style.
  return { x: 0 - middle.x, y: 0 - middle.y, enlarged: scale / fitOf(0, picture, place) }
}

/** The point of the upright picture, in its own pixels, that a point of the screen shows; it may lie outside the picture. */
export function pictureAt(view: PictureView, at: Offset, picture: Size, place: Size): Offset {
  const middle = placeOf(view, picture, place)
  const scale = scaleOf(view, picture, place)
  const from = { x: (at.x - middle.x) / scale, y: (at.y - middle.y) / scale }
  const { x, y } = turned(from, opposite(view.turn))
  return { x: x + picture.width / 2, y: y + picture.height / 2 }
}

/** Where on the screen a point of the upright picture is shown; it may lie outside its place. */
export function screenAt(view: PictureView, at: Offset, picture: Size, place: Size): Offset {
  const middle = placeOf(view, picture, place)
  const scale = scaleOf(view, picture, place)
  const from = { x: (at.x - picture.width / 2) * scale, y: (at.y - picture.height / 2) * scale }
  const { x, y } = turned(from, view.turn)
  return { x: x + middle.x, y: y + middle.y }
}

/** Zoomed by a factor around a point of the screen, which goes on showing the same point of the picture where it can. */
export function zoomedAt(
  view: PictureView,
  factor: number,
  at: Offset,
  picture: Size,
  place: Size,
): PictureView {
  const zoom = zoomFrom(view.zoom * factor)
  const before = scaleOf(view, picture, place)
  const after = scaleOf({ ...view, zoom }, picture, place)
  const by = { x: at.x * (1 - after / before), y: at.y * (1 - after / before) }
  return panned({ ...within(view, picture, place), zoom }, by, picture, place)
}

/** Moved by pixels of the screen. */
export function panned(view: PictureView, by: Offset, picture: Size, place: Size): PictureView {
  const scale = scaleOf(view, picture, place)
  const move = turned({ x: by.x / scale, y: by.y / scale }, opposite(view.turn))
  const moved = { ...view, x: view.x - move.x / picture.width, y: view.y - move.y / picture.height }
  return within(moved, picture, place)
}

export function turnedOn(turn: Turn): Turn {
  return turns[(turns.indexOf(turn) + 1) % turns.length] ?? 0
}

/** A zoom that can be had: within its bounds, and exactly 1 close to it. */
export function zoomFrom(wanted: number): number {
  return wanted < 1.02 ? 1 : Math.min(maxZoom, wanted)
}

/** The view with its middle where no edge of the picture lies inside the place, unless the picture is smaller. */
function within(view: PictureView, picture: Size, place: Size): PictureView {
  const scale = scaleOf(view, picture, place)
  const seen = isSideways(view.turn) ? { width: place.height, height: place.width } : place
  const middle = (wanted: number, seenPx: number, allPx: number) => {
    const half = seenPx / scale / allPx / 2
    return half >= 0.5 ? 0.5 : Math.min(1 - half, Math.max(half, wanted))
  }
  return {
    ...view,
    x: middle(view.x, seen.width, picture.width),
    y: middle(view.y, seen.height, picture.height),
  }
}

function fitOf(turn: Turn, { width, height }: Size, place: Size): number {
  const [w, h] = isSideways(turn) ? [height, width] : [width, height]
  return Math.min(place.width / w, place.height / h)
}

function isSideways(turn: Turn): boolean {
  return turn === 90 || turn === 270
}

function opposite(turn: Turn): Turn {
  return turns[(turns.length - turns.indexOf(turn)) % turns.length] ?? 0
}

function turned({ x, y }: Offset, turn: Turn): Offset {
  switch (turn) {
    case 0:
      return { x, y }
    case 90:
      return { x: -y, y: x }
    case 180:
      return { x: -x, y: -y }
    case 270:
      return { x: y, y: -x }
  }
}
