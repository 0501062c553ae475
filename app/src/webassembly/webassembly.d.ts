/** The numbers that WebAssembly works on. The buffer is another one each time the memory has grown; ours never grows. */
interface WebAssemblyMemory {
  readonly buffer: ArrayBuffer
}

/** What we call of WebAssembly, which Node.js has and the types of its package leave to those of browsers. */
declare const WebAssembly: {
  readonly Memory: new (descriptor: { readonly initial: number }) => WebAssemblyMemory
  readonly instantiate: (
    bytes: Uint8Array<ArrayBuffer>,
    imports: Readonly<Record<string, Readonly<Record<string, WebAssemblyMemory>>>>,
  ) => Promise<{ readonly instance: { readonly exports: Readonly<Record<string, unknown>> } }>
}
