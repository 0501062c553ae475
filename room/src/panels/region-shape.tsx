import type { Region } from '@sightline/core/case'

/** A region as lines with a dark edge, so that they are seen on any picture. */
export function Shape({
  region,
  isChosen = false,
}: {
  readonly region: Region
  readonly isChosen?: boolean
}) {
  const lines = ['region-edge', isChosen ? 'region-line chosen' : 'region-line']
  return (
    <>
      {lines.map(name => (
        <Outline key={name} region={region} name={name} />
      ))}
    </>
  )
}

function Outline({ region, name }: { readonly region: Region; readonly name: string }) {
  switch (region.kind) {
    case 'rectangle': {
      const { x, y, width, height } = region
      return <rect class={name} x={x} y={y} width={width} height={height} />
    }
    case 'ellipse': {
      const [rx, ry] = [region.width / 2, region.height / 2]
      return <ellipse class={name} cx={region.x + rx} cy={region.y + ry} rx={rx} ry={ry} />
    }
    case 'arrow':
      return <path class={name} d={arrowPath(region)} />
  }
}

/** A line with a head of a fifth of its length. */
function arrowPath({ fromX, fromY, toX, toY }: Extract<Region, { kind: 'arrow' }>): string {
  const [dx, dy] = [(toX - fromX) / 5, (toY - fromY) / 5]
  const wing = (side: 1 | -1) => `${toX - dx - side * dy * 0.6} ${toY - dy + side * dx * 0.6}`
  return `M${fromX} ${fromY}L${toX} ${toY}M${wing(1)}L${toX} ${toY}L${wing(-1)}`
}
