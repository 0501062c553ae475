import type { FrameTimes } from '@sightline/core/time'

/** A picture of one frame, ready to be drawn, with what is needed to draw it upright. */
export interface FramePicture {
  readonly image: CanvasImageSource
  /** Size in square pixels before `turn`. */
  readonly width: number
  readonly height: number
  /** Degrees clockwise that make the picture upright, then whether it is mirrored left to right. */
  readonly turn: 0 | 90 | 180 | 270
  readonly isMirrored: boolean
}

/** Which way the playhead goes: 1 forward, -1 backward, 0 when it rests and may go either way. */
export type Heading = 1 | -1 | 0

/**
 * Gives the frames of one recording by their index in presentation order. One implementation decodes with WebCodecs;
 * the other seeks a `<video>` where there is no WebCodecs or a page was opened from disk.
 */
export interface FrameProvider {
  /**
   * Each frame is fetched by itself, which takes longer than frames last. In play the clock then keeps its pace, and as many
   * frames are shown as come; where frames come in a row, the clock waits for every one that it demands.
   */
  readonly isSampled?: boolean
  /** The picture if it is held now, at once; null otherwise. It stays valid until the next call of any method. */
  frame(index: number): FramePicture | null
  /** Why a frame can never be given, or null while it is held or may still come. */
  failure(index: number): string | null
  /** Names the frame that is wanted first; what lies around it in the heading is fetched afterwards. */
  want(index: number, heading: Heading, framesPerSecond: number): void
  /** Settles when the frame is held or has failed. Only for the frame wanted last: another want may leave it waiting. */
  ready(index: number): Promise<void>
  /** Bytes of decoded pictures that may be held. */
  setBudget(bytes: number): void
  /** Lets go of decoder and pictures until the next want. */
  rest(): void
  dispose(): void
}

/** What a provider is told and asks when it is opened. */
export interface FrameNeeds {
  readonly times: FrameTimes
  readonly budgetBytes: number
  /** True when no angle waits for the frame of this instant, so that frames around it may be fetched. */
  readonly mayRunAhead: () => boolean
  /** Called whenever `frame` or `failure` has a new answer for an index. */
  readonly onChange: (index: number) => void
  /** The media as a whole cannot be used; nothing more will come. */
  readonly onBroken: (why: string) => void
}

/** A stretch of sound: samples per channel as the platform holds them, and where it lies in media time. */
export interface SoundPiece {
  readonly buffer: AudioBuffer
  /** Media time of the first sample in seconds, unrounded. */
  readonly at: number
}

/** Gives the sound of one recording in order. */
export interface SoundProvider {
  pieces(fromSeconds: number, signal: AbortSignal): AsyncIterable<SoundPiece>
}

/** The opened media of one recording: an original the browser can decode, or a proxy. */
export interface Media {
  /** Opens the pictures. Rejects with a reason when they are not the frames of `times`. */
  frames(needs: FrameNeeds): Promise<FrameProvider>
  /** The sound, or null where there is none that can be decoded here. */
  sound(): Promise<SoundProvider | null>
  dispose(): void
}
