import type { Logger } from 'pino'
import { startDesktopProgram } from '../media/run.ts'

/** Shows an address in the person's browser. Where there is no desktop, the printed address has to do. */
export function openBrowser(address: string, log: Logger): void {
  startDesktopProgram('xdg-open', [address], error => log.info({ err: error }, 'no browser could be started'))
}
