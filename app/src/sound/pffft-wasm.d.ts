/** What we call of the package, which ships no types: the C interface of PFFFT on a WebAssembly heap. */
declare module '@echogarden/pffft-wasm/simd' {
  export interface Pffft {
    /** A new object each time the heap has grown. */
    readonly HEAPF32: Float32Array
    _pffft_new_setup(size: number, isComplex: 0 | 1): number
    _pffft_aligned_malloc(bytes: number): number
    _pffft_transform_ordered(
      setup: number,
      input: number,
      output: number,
      work: number,
      direction: 0 | 1,
    ): void
  }
  /** What the package is told before it starts; by `instantiateWasm` it takes a module that was compiled before. */
  type Instance = InstanceType<typeof WebAssembly.Instance>
  export interface Start {
    instantiateWasm?(
      imports: ConstructorParameters<typeof WebAssembly.Instance>[1],
      done: (instance: Instance) => Instance['exports'],
    ): Instance['exports']
  }
  export default function load(start?: Start): Promise<Pffft>
}
