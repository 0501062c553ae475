/** One camera of the drawn yard. Colours are 0xRRGGBB; `from` is the second of the scene at which it started. */
export interface DemoCamera {
  readonly file: string
  readonly width: number
  readonly height: number
  readonly rate: string
  readonly from: number
  readonly seconds: number
  /** Where it stands: the scene shifted sideways by pixels, and how near it is. */
  readonly view: { readonly x: number; readonly scale: number }
  readonly sky: string
  readonly ground: string
  readonly wall: string
}

const figureWidth = 70
const figureHeight = 170
const boxSide = 14
/** The figure walks from the left at second 3 and stands from second 9 on. */
const walkFrom = 3
const walkTo = 9
/** The box falls for half a second before the first burst of noise. */
const fallFrom = 9.7
const fallSeconds = 0.5

/** An ffmpeg filter graph that draws what the camera sees, ending without a label. */
export function pictureGraph(camera: DemoCamera): string {
  const { width, height, rate, seconds, sky, ground, wall, view } = camera
  const horizon = Math.round(height * 0.62)
  const at = (x: number) => Math.round(width / 2 + (x + view.x) * view.scale)
  const long = (length: number) => Math.max(2, Math.round(length * view.scale))
  const walls = [-300, -120, 40, 230].map((x, n) => {
    const tall = long([120, 170, 95, 140][n] as number)
    return `drawbox=x=${at(x)}:y=${horizon - tall}:w=${long([110, 70, 120, 90][n] as number)}:h=${tall}:color=${wall}:t=fill`
  })
  const yard = [
    `color=c=${sky}:s=${width}x${height}:r=${rate}:d=${seconds}`,
    ...walls,
    `drawbox=x=0:y=${horizon}:w=${width}:h=${height - horizon}:color=${ground}:t=fill`,
    `drawbox=x=0:y=${horizon}:w=${width}:h=2:color=0xffffff@0.06:t=fill`,
  ].join(',')
  const time = `(t+${camera.from})`
  const progress = `clip((${time}-${walkFrom})/${walkTo - walkFrom},0,1)`
  const walkX = `(${at(-260)}+(${at(20)}-${at(-260)})*${progress})`
  const sway = `${long(4)}*abs(sin(6*${time}))*lt(${progress},1)`
  const feet = Math.round(height * 0.9)
  const fallen = `clip((${time}-${fallFrom})/${fallSeconds},0,1)`
  const handY = feet - long(figureHeight * 0.48)
  const boxY = `(${handY}+(${feet - long(boxSide)}-${handY})*pow(${fallen},2))`
  return [
    `${yard}[yard]`,
    `${figure(camera)}[figure]`,
    `color=c=0xe8763a:s=${long(boxSide)}x${long(boxSide)}:r=${rate}:d=${seconds}[box]`,
    `[yard][figure]overlay=x='${walkX}':y='${feet - long(figureHeight)}-${sway}':eval=frame[walking]`,
    `[walking][box]overlay=x='${walkX}+${long(figureWidth * 0.82)}':y='${boxY}':eval=frame`,
  ].join(';')
}

/** A figure of a head, shoulders and legs, drawn once and held. */
function figure({ view, rate, seconds }: DemoCamera): string {
  const width = Math.round(figureWidth * view.scale) & ~1
  const height = Math.round(figureHeight * view.scale) & ~1
  const x = `((X-${width / 2})/${width})`
  const y = `(Y/${height})`
  const head = `lt(hypot(${x}*${width},(${y}-0.09)*${height}),${width * 0.19})`
  const body = `between(${y},0.2,0.6)*lt(abs(${x}),0.24+0.22*(${y}-0.2))`
  const legs = `between(${y},0.6,1)*lt(abs(abs(${x})-0.15-0.06*(${y}-0.6)),0.11)`
  const shape = `255*gt(${head}+${body}+${legs},0)`
  return `color=c=0xb9b4a9:s=${width}x${height}:r=${rate}:d=0.2,trim=end_frame=1,format=rgba,geq=r='r(X,Y)':g='g(X,Y)':b='b(X,Y)':a='${shape}',loop=loop=-1:size=1,setpts=N/(${rate})/TB,trim=duration=${seconds}`
}
