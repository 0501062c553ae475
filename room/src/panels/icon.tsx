/** Drawn in one stroke weight on a 16 px square. */
const paths = {
  play: 'M5 3.2v9.6L12.6 8z',
  pause: 'M5.2 3.5v9M10.8 3.5v9',
  previous: 'M9.8 4 5.8 8l4 4',
  next: 'M6.2 4l4 4-4 4',
  first: 'M11.5 4l-4 4 4 4M4.5 4v8',
  last: 'M4.5 4l4 4-4 4M11.5 4v8',
  plus: 'M8 3.5v9M3.5 8h9',
  minus: 'M3.5 8h9',
  fit: 'M2 5v6M14 5v6M4.5 8h7M6.5 6l-2 2 2 2M9.5 6l2 2-2 2',
  loop: 'M3.5 7.6V6.2a2 2 0 0 1 2-2H12M10 2.2l2 2-2 2M12.5 8.4v1.4a2 2 0 0 1-2 2H4M6 9.8l-2 2 2 2',
  sound: 'M3 6.3h2.2L8.2 4v8L5.2 9.7H3zM10.6 5.8a3.2 3.2 0 0 1 0 4.4M12.4 4a5.6 5.6 0 0 1 0 8',
  grid: 'M2.5 3h11v10h-11zM8 3v10M2.5 8h11',
  solo: 'M2.5 3h11v10h-11zM10.5 3v10M10.5 6.3h3M10.5 9.7h3',
  full: 'M2.5 6V3h3M10.5 3h3v3M13.5 10v3h-3M5.5 13h-3v-3',
  link: 'M6.8 9.2l2.4-2.4M7.4 4.9l1-1a2.6 2.6 0 0 1 3.7 3.7l-1 1M8.6 11.1l-1 1a2.6 2.6 0 0 1-3.7-3.7l1-1',
  away: 'M8 2.5v7M5.2 6.8 8 9.6l2.8-2.8M3 11v2.5h10V11',
  swap: 'M5 3v9.5M2.8 10.4 5 12.6l2.2-2.2M11 13V3.5M8.8 5.6 11 3.4l2.2 2.2',
  eye: 'M1.8 8S4 4 8 4s6.2 4 6.2 4S12 12 8 12 1.8 8 1.8 8zM8 6.4a1.6 1.6 0 1 1 0 3.2 1.6 1.6 0 0 1 0-3.2',
  loupe: 'M7 2.6a4.4 4.4 0 1 1 0 8.8 4.4 4.4 0 0 1 0-8.8M10.2 10.2 13.6 13.6M5.2 7h3.6M7 5.2v3.6',
  spectrum: 'M2.5 13.5h11M4 11V8.5M6.7 11V4M9.3 11V6M12 11V2.5',
  lock: 'M4 7.5h8v5.5H4zM5.8 7.5V5.2a2.2 2.2 0 0 1 4.4 0v2.3',
  close: 'M4 4l8 8M12 4l-8 8',
} as const

export type IconName = keyof typeof paths

/** An icon. Without a label it is decoration and what holds it has the name. */
export function Icon({ name, label }: { readonly name: IconName; readonly label?: string }) {
  return (
    <svg
      class="icon-line"
      viewBox="0 0 16 16"
      role={label ? 'img' : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : 'true'}
    >
      <path d={paths[name]} fill={name === 'play' ? 'currentcolor' : undefined} />
    </svg>
  )
}
