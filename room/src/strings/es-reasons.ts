/** What the comparison of sounds says in English, in Spanish. A sentence that is not here is shown as it is, marked as English. */
const sentences: Readonly<Record<string, string>> = {
  'no sound in common was found': 'no se halló sonido en común',
  'no better than chance': 'no mejor que el azar',
  'too few windows agree for a line': 'concuerdan muy pocas ventanas para una recta',
  'a rival': 'un rival',
  beaten: 'superado',
  'only the edges of the two overlap, and a sound played twice would look the same':
    'las dos solo coinciden en los bordes, y un sonido emitido dos veces se vería igual',
  'another lag fits nearly as well: a sound that repeats, or a cut':
    'otro desfase encaja casi igual de bien: un sonido que se repite, o un corte',
  'the sounds agree in one part of the overlap only':
    'los sonidos concuerdan solo en una parte de la coincidencia',
  'too few windows of the overlap agree': 'concuerdan muy pocas ventanas de la coincidencia',
  'what agrees is one stretch of the overlap: it may be the same sound at another time':
    'lo que concuerda es un tramo de la coincidencia: puede ser el mismo sonido en otro momento',
}

const withNumbers: readonly (readonly [RegExp, (...found: readonly string[]) => string])[] = [
  [/^(\d+) % of (\d+) windows agree$/, (part, of) => `concuerda el ${part} % de ${of} ventanas`],
  [
    /^beside a sound that repeats, (\d+) % of (\d+) windows agree$/,
    (part, of) => `junto a un sonido que se repite, concuerda el ${part} % de ${of} ventanas`,
  ],
  [
    /^(\d+) stretches with cuts between them, in which (\d+) % of the windows agree$/,
    (stretches, part) =>
      `${stretches} tramos con cortes entre ellos, en los que concuerda el ${part} % de las ventanas`,
  ],
  [
    /^contradicts stronger pairs by ([\d.]+) s$/,
    (seconds = '') => `contradice a pares más fuertes por ${seconds.replace('.', ',')} s`,
  ],
]

/** A reason of the machine in Spanish; null where there are no words for it. */
export function reasonInSpanish(why: string): string | null {
  const known = Object.hasOwn(sentences, why) ? sentences[why] : undefined
  if (known !== undefined) return known
  for (const [pattern, told] of withNumbers) {
    const found = pattern.exec(why)
    if (found) return told(...found.slice(1))
  }
  return null
}
