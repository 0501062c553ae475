/** What the small page says that other pages take in. */
export const enEmbed = {
  show: (title: string) => `Show ${title}`,
  warned: 'Before you look',
  stretch: (from: string, to: string) => `from ${from} to ${to} s`,
  own: 'of its own time',
  onCase: 'on the clock of the case',
  room: 'Open the whole release, frame by frame',
  none: 'This release holds no recording of that name.',
  captions: 'Captions',
  small: 'Small copy, for a slow line: details are missing.',
  release: (title: string, version: number) => `${title}, version ${version}`,
}
