import type { RecordingFacts } from '@sightline/core/case'
import type { ComponentChildren } from 'preact'
import { words } from '../strings/index.ts'
import { laterWords } from '../strings/later-words.ts'
import { numbers } from '../strings/numbers.ts'
import { secondsText } from '../time-text.ts'

type Video = NonNullable<RecordingFacts['video']>
type Audio = RecordingFacts['audio'][number]

/** What the file is, as read from it, and what it claims. */
export function Facts({ facts }: { readonly facts: RecordingFacts }) {
  const w = laterWords.value.details
  const n = numbers.value
  return (
    <>
      <section class="section">
        <h3>{w.facts}</h3>
        <dl class="facts">
          <Fact name={w.container}>
            {facts.container} · {n.bytes(facts.bytes)}
          </Fact>
          {facts.start !== null && facts.end !== null && (
            <Fact name={w.duration} isMono>
              {secondsText(facts.end - facts.start)} s
            </Fact>
          )}
          {facts.start !== null && (
            <Fact name={w.firstTime} isMono>
              {secondsText(facts.start, 6)} s
            </Fact>
          )}
          {facts.video ? <VideoFacts video={facts.video} /> : <Fact name={w.video}>{w.noVideo}</Fact>}
          {facts.otherVideoTracks.length > 0 && (
            <Fact name="">{w.tracksNotShown(facts.otherVideoTracks.length)}</Fact>
          )}
          {facts.audio.length === 0 && <Fact name={w.audio}>{w.noAudio}</Fact>}
          {facts.audio.map(audio => (
            <AudioFacts key={audio.track} audio={audio} />
          ))}
        </dl>
      </section>
      <Claims facts={facts} />
    </>
  )
}

function Fact({
  name,
  isMono = false,
  note,
  children,
}: {
  readonly name: string
  readonly isMono?: boolean
  readonly note?: string
  readonly children: ComponentChildren
}) {
  return (
    <>
      <dt>{name}</dt>
      <dd class={isMono ? 'mono' : undefined}>
        {children}
        {note && <span class="note">{note}</span>}
      </dd>
    </>
  )
}

function VideoFacts({ video }: { readonly video: Video }) {
  const w = laterWords.value.details
  const n = numbers.value
  const coded = `${video.codedWidth} × ${video.codedHeight}`
  const shown = `${video.displayWidth} × ${video.displayHeight}`
  const notes = [
    ...(shown === coded ? [] : [w.shownAs(shown)]),
    ...(video.rotation === 0 ? [] : [w.rotated(n.whole(video.rotation))]),
    ...(video.fieldOrder && video.fieldOrder !== 'progressive' ? [w.fieldOrder[video.fieldOrder]] : []),
  ]
  const rate = video.declaredRate
  const codec = [video.codec, video.profile, video.pixelFormat].filter(part => part !== null).join(' · ')
  return (
    <>
      <Fact
        name={w.video}
        note={video.bitDepth !== null && video.bitDepth !== 8 ? w.bits(video.bitDepth) : ''}
      >
        {codec}
      </Fact>
      <Fact name={w.size} isMono note={notes.join(', ')}>
        {coded}
      </Fact>
      {video.frames !== null && (
        <Fact name={w.frames} isMono>
          {n.whole(video.frames)}
        </Fact>
      )}
      <Fact name={w.declared} isMono>
        {rate ? `${n.decimals(rate.num / rate.den, 3)} ${w.fps}` : words.value.unknown}
      </Fact>
      <Fact
        name={w.measured}
        note={video.timing.kind === 'unknown' ? '' : longWords(video.timing.longIntervals)}
      >
        {timingWords(video)}
      </Fact>
    </>
  )
}

function timingWords({ timing }: Video): string {
  const w = laterWords.value.details
  if (timing.kind === 'unknown') return w.timingUnknown
  const ms = (micros: number) => numbers.value.decimals(micros / 1000, 3)
  return timing.kind === 'constant'
    ? w.constant(ms(timing.medianMicros))
    : w.variable(ms(timing.minMicros), ms(timing.medianMicros), ms(timing.maxMicros))
}

function longWords({
  spans,
  leftOut,
}: {
  readonly spans: readonly unknown[]
  readonly leftOut: number
}): string {
  const count = spans.length + leftOut
  return count > 0 ? laterWords.value.details.longIntervals(count) : ''
}

function AudioFacts({ audio }: { readonly audio: Audio }) {
  const w = laterWords.value.details
  const n = numbers.value
  const gaps = audio.gaps.spans.length + audio.gaps.leftOut
  const notes = [
    ...(audio.start === null || audio.start === 0 ? [] : [w.soundStarts(`${secondsText(audio.start)} s`)]),
    ...(gaps > 0 ? [w.gaps(gaps)] : []),
    ...(audio.language ? [audio.language] : []),
  ]
  return (
    <Fact name={w.audio} note={notes.join(', ')}>
      {audio.codec} · {n.decimals(audio.sampleRate / 1000, 1)} kHz · {w.channels(audio.channels)}
    </Fact>
  )
}

function trackWords(track: number | null): readonly string[] {
  return track === null ? [] : [laterWords.value.details.track(track)]
}

function Claims({ facts }: { readonly facts: RecordingFacts }) {
  const w = laterWords.value.details
  if (facts.claimedTimes.length + facts.device.length + facts.privateTags.length === 0) return null
  return (
    <section class="section">
      <h3>{w.claims}</h3>
      <dl class="facts">
        {facts.claimedTimes.map(claim => (
          <Fact
            key={`${claim.track} ${claim.tag}`}
            name={claim.tag}
            isMono
            note={[...trackWords(claim.track), ...claim.cautions.map(each => w.cautions[each])].join(', ')}
          >
            {claim.value}
          </Fact>
        ))}
        {facts.device.map(tag => (
          <Fact key={`${tag.track} ${tag.tag}`} name={tag.tag} note={trackWords(tag.track).join('')}>
            {tag.value}
          </Fact>
        ))}
      </dl>
      {facts.privateTags.length > 0 && <p class="muted small">{w.privateTags(facts.privateTags.length)}</p>}
      <p class="muted small">{w.claimsNote}</p>
    </section>
  )
}
