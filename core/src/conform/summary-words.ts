import type { SummaryWords } from './summary-text.ts'

const fractions: Readonly<Record<string, string>> = {
  '0.1': 'a tenth',
  '0.2': 'a fifth',
  '0.25': 'a quarter',
  '0.33': 'a third',
  '0.5': 'half',
  '0.75': 'three quarters',
}
const fracciones: Readonly<Record<string, string>> = {
  '0.1': 'una décima parte',
  '0.2': 'una quinta parte',
  '0.25': 'una cuarta parte',
  '0.33': 'un tercio',
  '0.5': 'la mitad',
  '0.75': 'tres cuartos',
}
const near = (factor: number) => String(Number(factor.toFixed(2)))
const recordings = (count: number) => `${count} ${count === 1 ? 'recording' : 'recordings'}`
const grabaciones = (count: number) => `${count} ${count === 1 ? 'grabación' : 'grabaciones'}`

export const summaryWordsEn: SummaryWords = {
  decimal: '.',
  and: 'and',
  runs: lasts => `The film runs ${lasts}.`,
  noPictures: 'it has no pictures that could be read',
  compared: (count, copies) => `Compared with ${recordings(count)} as held${copies}`,
  copies: {
    redacted: count => `${count} redacted ${count === 1 ? 'copy' : 'copies'}`,
    published: count => `${count} published ${count === 1 ? 'copy' : 'copies'}`,
    converted: count => `${count} ${count === 1 ? 'conversion' : 'conversions'}`,
  },
  withoutPictures: count => `${count} without pictures`,
  comeFrom: (count, shown) => `${shown} comes from ${count === 1 ? 'it' : 'them'}`,
  allFrom: count => `all of its pictures come from ${count === 1 ? 'it' : 'them'}`,
  oneFrom: (shown, name) => `${shown} from ${name}`,
  none: (count, none) => `${none} comes from ${count === 1 ? 'no part of it' : 'none of them'}`,
  unsaid: length => `of ${length} no line says where it comes from`,
  during: (from, to) => `from ${from} to ${to}`,
  inAll: (stretches, whole, first) => `in ${stretches} stretches, ${whole} in all, the first ${first}`,
  throughout: 'throughout',
  speed: (kind, length, factor) => {
    if (kind === 'reverse') return `${length} of it is played backwards`
    if (kind === 'slow') return `${length} of it is slowed${factor === null ? '' : ` to ${factor}`}`
    return `${length} of it is sped up${factor === null ? '' : ` to ${factor} times true speed`}`
  },
  factor: factor => fractions[near(factor)] ?? (factor < 1 ? `${near(factor)} of true speed` : null),
  kinds: {
    freeze: 'one frame is held',
    crop: 'a part of the picture is shown larger',
    zoom: 'the picture is moved into or out of',
    letterbox: 'it is shown smaller, with bars,',
    mirror: 'it is mirrored left to right',
    rotate: 'it is turned',
    pip: 'another picture is set into it',
    split: 'two pictures stand side by side',
    redaction: 'a part of the picture is made unrecognisable',
    overlay: 'something is drawn over the picture',
    title: 'cards',
    black: 'black',
    insert: 'other pictures',
    dissolve: 'one picture fades into the next',
    fade: 'it fades from or to black',
    colour: 'brightness, contrast or colour is changed',
  },
  sounds: {
    other: 'sound of another recording is heard',
    offset: 'sound is shifted against its picture',
    muted: 'sound is absent',
    bleep: 'a steady tone is heard',
    replaced: 'sound that matches none of them is heard',
    voiceover: 'a voice or other sound is heard over or instead of theirs',
  },
  noSound: 'it has no sound that could be read',
  notShown: (name, out, whole) => `Of ${name}, ${out} of ${whole} is not shown.`,
  allShown: names => `Every picture of ${names} is shown.`,
  nothingOf: names => `No picture of ${names} is shown.`,
  others: count => `${count} ${count === 1 ? 'other' : 'others'}`,
}

export const summaryWordsEs: SummaryWords = {
  decimal: ',',
  and: 'y',
  runs: lasts => `La película dura ${lasts}.`,
  noPictures: 'no tiene imágenes que se pudieran leer',
  compared: (count, copies) => `Comparada con ${grabaciones(count)} tal como se tienen${copies}`,
  copies: {
    redacted: count => (count === 1 ? '1 copia censurada' : `${count} copias censuradas`),
    published: count => (count === 1 ? '1 copia publicada' : `${count} copias publicadas`),
    converted: count => (count === 1 ? '1 conversión' : `${count} conversiones`),
  },
  withoutPictures: count => `${count} sin imágenes`,
  comeFrom: (count, shown) => `${shown} ${count === 1 ? 'proceden de ella' : 'proceden de ellas'}`,
  allFrom: count => `todas sus imágenes proceden de ${count === 1 ? 'ella' : 'ellas'}`,
  oneFrom: (shown, name) => `${shown} de ${name}`,
  none: (count, none) => `${none} no ${count === 1 ? 'proceden de ella' : 'proceden de ninguna de ellas'}`,
  unsaid: length => `de ${length} ninguna línea dice de dónde proceden`,
  during: (from, to) => `de ${from} a ${to}`,
  inAll: (stretches, whole, first) => `en ${stretches} tramos, ${whole} en total, el primero ${first}`,
  throughout: 'de principio a fin',
  speed: (kind, length, factor) => {
    if (kind === 'reverse') return `${length} se reproducen hacia atrás`
    if (kind === 'slow') return `${length} se ralentizan${factor === null ? '' : ` a ${factor}`}`
    return `${length} se aceleran${factor === null ? '' : ` a ${factor} veces la velocidad real`}`
  },
  factor: factor =>
    fracciones[near(factor)] ??
    (factor < 1 ? `${near(factor).replace('.', ',')} de la velocidad real` : null),
  kinds: {
    freeze: 'se detiene un cuadro',
    crop: 'una parte de la imagen se muestra ampliada',
    zoom: 'la imagen se acerca o se aleja',
    letterbox: 'se muestra más pequeña, con bandas,',
    mirror: 'se muestra invertida de izquierda a derecha',
    rotate: 'se muestra girada',
    pip: 'hay otra imagen dentro de ella',
    split: 'hay dos imágenes una junto a la otra',
    redaction: 'una parte de la imagen se hace irreconocible',
    overlay: 'hay algo dibujado sobre la imagen',
    title: 'carteles',
    black: 'negro',
    insert: 'otras imágenes',
    dissolve: 'una imagen se funde con la siguiente',
    fade: 'hay un fundido desde o hacia negro',
    colour: 'cambian brillo, contraste o color',
  },
  sounds: {
    other: 'se oye el sonido de otra grabación',
    offset: 'el sonido está desplazado respecto a su imagen',
    muted: 'falta el sonido',
    bleep: 'se oye un tono constante',
    replaced: 'se oye sonido que no corresponde a ninguna de ellas',
    voiceover: 'se oye una voz u otro sonido encima o en lugar del suyo',
  },
  noSound: 'no tiene sonido que se pudiera leer',
  notShown: (name, out, whole) => `De ${name}, ${out} de ${whole} no se muestran.`,
  allShown: names => `Se muestran todas las imágenes de ${names}.`,
  nothingOf: names => `No se muestra ninguna imagen de ${names}.`,
  others: count => (count === 1 ? 'otra más' : `otras ${count}`),
}
