import type { Same } from './catalogue.ts'
import type { enEmbed } from './en-embed.ts'

export const esEmbed: Same<typeof enEmbed> = {
  show: title => `Mostrar ${title}`,
  warned: 'Antes de mirar',
  stretch: (from, to) => `de ${from} a ${to} s`,
  own: 'de su propio tiempo',
  onCase: 'en el reloj del caso',
  room: 'Abrir la publicación entera, cuadro a cuadro',
  none: 'Esta publicación no tiene ninguna grabación con ese nombre.',
  captions: 'Subtítulos',
  small: 'Copia pequeña, para una línea lenta: faltan detalles.',
  release: (title, version) => `${title}, versión ${version}`,
}
