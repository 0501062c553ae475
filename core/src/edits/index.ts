export {
  accountOfFilm,
  type FilmAccount,
  type FilmToAccountFor,
  type ToldRun,
} from './account-of-film.ts'
export { type Around, type AroundKernels, cell, cellNumbers, ofCell, plainAround } from './around-kernels.ts'
export { codedColour, nothing, type Spared, sparedColour } from './beyond-around.ts'
export {
  type CornerKernels,
  cornerEdge,
  edgeShare,
  leastScore,
  leastSlope,
  type Peaks,
  pairPlaces,
  plainCorners,
} from './corner-kernels.ts'
export type { Corners } from './features.ts'
export { FingerprintMaker, type Fingerprints } from './fingerprints.ts'
export type { HalfKernels } from './halves.ts'
export type { Edit } from './kinds.ts'
export { type LagLoops, plainLagLoops } from './lag-loops.ts'
export {
  cellsAtOnce,
  justBelow,
  type LikestParts,
  type LookupKernels,
  mostDifferent,
  mostDifferentFirst,
  partUnits,
  patternWords,
  plainLookups,
  type Shape,
  wholeThumb,
} from './lookup-kernels.ts'
export {
  blockArea,
  blockSide,
  codedVariance,
  gradientSums,
  isUnmoved,
  leastGain,
  lightRounds,
  mostGain,
  type PictureKernels,
  plainKernels,
  type Sampled,
  type Sampling,
  viewUnits,
} from './picture-kernels.ts'
export { Levels, type Pictures } from './pictures.ts'
export {
  linesInGroup,
  mostEdgeFrames,
  plainSeams,
  type SeamEdges,
  type SeamKernels,
} from './seam-kernels.ts'
export { heldRecording, type Reference, referencesOf } from './search.ts'
export { type HeardRun, heardIn, type PictureThere } from './sound-account.ts'
export type { Sound, SoundTransforms } from './sound-lags.ts'
export { searchSound } from './sound-search.ts'
export {
  bandBins,
  bands,
  firstBin,
  halfWindow,
  keptNumbers,
  type Looks,
  lookSamples,
  type MakeSpectraLoops,
  plainSpectraLoops,
} from './spectra-loops.ts'
export type { ThumbBlock } from './thumb-block.ts'
export { thumbCells, thumbColumns, thumbRows } from './thumbs.ts'
export {
  bitsOfRootHalf,
  type Deviation,
  deviationUnits,
  inSquaredLevels,
  logOfTwo,
  logTerms,
  mostDeviation,
  plainTiles,
  type RenewedBlocks,
  renewedSums,
  type ShownBlocks,
  type TileKernels,
  type TileParts,
} from './tile-kernels.ts'
export { blocksOfTile, type TileOrder, tileArea, tileOrderOf } from './tile-order.ts'
export { TileBasis } from './tiles.ts'
