/** The numbers that WebAssembly works on. The buffer is another one each time the memory has grown; ours never grows. */
interface WebAssemblyMemory {
  readonly buffer: ArrayBuffer
}

/** What was compiled and takes no part in anything yet. */
type WebAssemblyModule = object

interface WebAssemblyInstance {
  readonly exports: Readonly<Record<string, unknown>>
}

type WebAssemblyImports = Readonly<Record<string, Readonly<Record<string, unknown>>>>

/** What we call of WebAssembly, which Node.js has and the types of its package leave to those of browsers. */
declare const WebAssembly: {
  readonly Memory: new (descriptor: { readonly initial: number }) => WebAssemblyMemory
  readonly Module: new (bytes: Uint8Array<ArrayBuffer>) => WebAssemblyModule
  readonly Instance: new (module: WebAssemblyModule, imports: WebAssemblyImports) => WebAssemblyInstance
  readonly instantiate: (
    bytes: Uint8Array<ArrayBuffer>,
    imports: WebAssemblyImports,
  ) => Promise<{ readonly instance: WebAssemblyInstance }>
}
