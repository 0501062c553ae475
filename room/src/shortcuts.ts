/** Every key of the room: the one table that the keyboard, the help page and the buttons' hints are made from. */
export const shortcuts = [
  { action: 'toggle-play', keys: [' '] },
  { action: 'next-frame', keys: ['.'] },
  { action: 'previous-frame', keys: [','] },
  { action: 'next-frame-of-any', keys: ['e'] },
  { action: 'previous-frame-of-any', keys: ['w'] },
  { action: 'loop', keys: ['y'] },
  { action: 'shuttle-back', keys: ['j'] },
  { action: 'shuttle-stop', keys: ['k'] },
  { action: 'shuttle-on', keys: ['l'] },
  { action: 'second-back', keys: ['ArrowLeft'] },
  { action: 'second-on', keys: ['ArrowRight'] },
  { action: 'to-start', keys: ['Home'] },
  { action: 'to-end', keys: ['End'] },
  { action: 'go-to-time', keys: ['g'] },
  { action: 'slower', keys: ['['] },
  { action: 'faster', keys: [']'] },
  { action: 'true-speed', keys: ['t'] },
  { action: 'mark-moment', keys: ['m'] },
  { action: 'previous-moment', keys: ['b'] },
  { action: 'next-moment', keys: ['n'] },
  { action: 'previous-of-claim', keys: ['PageUp'] },
  { action: 'next-of-claim', keys: ['PageDown'] },
  { action: 'measure-from', keys: ['i'] },
  { action: 'measure-to', keys: ['o'] },
  { action: 'count-instant', keys: ['x'] },
  { action: 'move-by-hand', keys: ['h'] },
  { action: 'take-away', keys: ['p'] },
  { action: 'sound', keys: ['v'] },
  { action: 'select-angle', keys: ['1', '2', '3', '4', '5', '6', '7', '8', '9'] },
  { action: 'next-layout', keys: ['s'] },
  { action: 'full-window', keys: ['f'] },
  { action: 'full-screen', keys: ['d'] },
  { action: 'back', keys: ['Escape'] },
  { action: 'picture-larger', keys: ['z'] },
  { action: 'picture-smaller', keys: ['a'] },
  { action: 'picture-turn', keys: ['r'] },
  { action: 'picture-untouched', keys: ['0'] },
  { action: 'picture-panel', keys: ['q'] },
  { action: 'magnifier', keys: [';'] },
  { action: 'zoom-in', keys: ['+', '='] },
  { action: 'zoom-out', keys: ['-'] },
  { action: 'spectrogram', keys: [':'] },
  { action: 'captions', keys: ["'"] },
  { action: 'copy-link', keys: ['c'] },
  { action: 'undo', keys: ['u'] },
  { action: 'help', keys: ['?'] },
] as const

export type Action = (typeof shortcuts)[number]['action']

/** What a key press means for the page. */
export interface KeyPress {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
}

/** The action of a key, or null. Letters act with and without Shift; with Ctrl, Alt or Meta the key is the browser's. */
export function actionOf(press: KeyPress): Action | null {
  if (press.ctrlKey || press.metaKey || press.altKey) return null
  const key = press.key.length === 1 ? press.key.toLowerCase() : press.key
  return shortcuts.find(each => (each.keys as readonly string[]).includes(key))?.action ?? null
}

const keyNames: Readonly<Record<string, string>> = {
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
  PageUp: 'PgUp',
  PageDown: 'PgDn',
}

/** How a key is written on a key cap; the space bar's name is in the catalogue. */
export function keyCap(key: string, space: string): string {
  return key === ' ' ? space : (keyNames[key] ?? key)
}

/** The caps of an action as shown in the help: `1 – 9` for the run of digits. */
export function capsOf(action: Action, space: string): readonly string[] {
  const keys: readonly string[] = shortcuts.find(each => each.action === action)?.keys ?? []
  if (keys.length > 4) return [`${keys[0]} – ${keys.at(-1)}`]
  return keys.map(key => keyCap(key, space))
}
