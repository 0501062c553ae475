import { type Camera, clockSlowBy, zeroOnTheWall } from '../cameras.ts'

/** Burns in what such devices burn in: who and when, by the device's own clock. The film of a phone carries nothing. */
export function burnIn(context: CanvasRenderingContext2D, camera: Camera, t: number): void {
  const { width, height } = camera
  switch (camera.marks) {
    case 'none':
      return
    case 'body': {
      const unit = camera.name.endsWith('a') ? 'A' : 'B'
      const when = new Date(zeroOnTheWall + t * 1000).toISOString().slice(0, 19)
      const rows = [
        `${when.replace('T', ' T')}Z`,
        `LARK YARD ACADEMY · BODY ${unit} LY-0${unit === 'A' ? 71 : 84}`,
        'STAGED EXERCISE',
      ]
      context.font = '500 15px "IBM Plex Mono"'
      context.textAlign = 'right'
      for (const [at, row] of rows.entries()) outlined(context, row, width - 16, 26 + at * 20)
      context.fillStyle = 'rgba(232,178,64,0.95)'
      context.beginPath()
      context.moveTo(width - 16, 78)
      context.lineTo(width - 30, 78)
      context.lineTo(width - 23, 90)
      context.fill()
      return
    }
    case 'doorbell': {
      const local = new Date(zeroOnTheWall + (t - clockSlowBy.doorbell) * 1000 - 5 * 3600_000)
      context.fillStyle = 'rgba(8,10,12,0.55)'
      context.fillRect(0, height - 34, width, 34)
      context.font = '500 17px "IBM Plex Sans"'
      context.textAlign = 'left'
      context.fillStyle = '#fff'
      context.fillText('Gatehouse door  ·  staged exercise', 14, height - 11)
      context.textAlign = 'right'
      const hours = local.getUTCHours()
      const two = (value: number) => String(value).padStart(2, '0')
      context.fillText(
        `12 Jun 2026  ${hours % 12}:${two(local.getUTCMinutes())}:${two(local.getUTCSeconds())} pm`,
        width - 14,
        height - 11,
      )
      return
    }
    case 'cctv': {
      const local = new Date(zeroOnTheWall + (t - clockSlowBy.cctv) * 1000 - 5 * 3600_000)
      context.font = '600 16px "IBM Plex Mono"'
      context.textAlign = 'left'
      outlined(context, `CAM 04 YARD  ${local.toISOString().slice(0, 19).replace('T', ' ')}`, 14, 26)
      outlined(context, 'STAGED EXERCISE', 14, height - 16)
      return
    }
  }
}

function outlined(context: CanvasRenderingContext2D, text: string, x: number, y: number): void {
  context.lineWidth = 2
  context.lineJoin = 'round'
  context.strokeStyle = 'rgba(0,0,0,0.45)'
  context.strokeText(text, x, y)
  context.fillStyle = '#f4f4f0'
  context.fillText(text, x, y)
}
