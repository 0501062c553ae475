import assert from 'node:assert/strict'
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test, { after } from 'node:test'
import { mediaMicros, span } from '@sightline/core/time'
import { textOf } from '@sightline/core/transcript'
import { openMediaFile } from '../media/media-file.ts'
import { probe } from '../media/probe.ts'
import { requireDone, runTool } from '../media/run.ts'
import { soundTrackOf } from '../sound/decode.ts'
import { decodeStretch } from '../sound/decode-stretch.ts'
import { openRecogniser, recognise, stretchesOf } from './recogniser.ts'

const dir = mkdtempSync(join(tmpdir(), 'sightline-recogniser-'))
after(() => rmSync(dir, { recursive: true, force: true }))
const { signal } = new AbortController()

/** A stand-in for whisper-cli: it writes what that program would, for each file it is given, and keeps what it was told. */
const standIn = `#!/bin/sh
echo "$@" > arguments.txt
while [ $# -gt 0 ]; do
  case "$1" in
    --model|--language) shift 2 ;;
    --*) shift ;;
    *) cat > "$1.json" <<JSON
{ "model": { "type": "stand-in" }, "result": { "language": "en" }, "transcription": [
  { "offsets": { "from": 0, "to": 900 }, "text": " heard in $1", "tokens": [
    { "text": "[_BEG_]", "offsets": { "from": 0, "to": 0 }, "p": 0.5 },
    { "text": " heard", "offsets": { "from": 100, "to": 400 }, "p": 0.9 },
    { "text": ".", "offsets": { "from": 400, "to": 450 }, "p": 0.8 } ] },
  { "offsets": { "from": 60000, "to": 61000 }, "text": " Thank you for watching.", "tokens": [] } ] }
JSON
    shift ;;
  esac
done
`
const broken = '#!/bin/sh\necho "model is no model" >&2\nexit 3\n'

function program(name: string, text: string): string {
  const path = join(dir, name)
  writeFileSync(path, text)
  chmodSync(path, 0o755)
  return path
}

const model = join(dir, 'model.bin')
writeFileSync(model, 'no weights')

/** A recording with loud noise throughout, so that whatever was sent besides the spans would be seen. */
async function recording() {
  const made = await runTool({
    ...{ tool: 'ffmpeg', input: null, outputDir: dir, signal, timeLimitSeconds: 30 },
    args: [
      '-f',
      'lavfi',
      '-i',
      "aevalsrc='0.8*(2*random(0)-1)':s=16000:d=9",
      '-c:a',
      'pcm_s16le',
      'noise.wav',
    ],
  })
  requireDone(made, 'making noise.wav')
  const media = await openMediaFile(join(dir, 'noise.wav'))
  const probed = await probe(media, signal)
  const track = probed.kind === 'recording' ? soundTrackOf(probed.facts) : null
  assert.ok(track)
  return { media, track }
}

const at = (from: number, to: number) => span(mediaMicros(from * 1e6), mediaMicros(to * 1e6))
const folder = (name: string) => {
  mkdirSync(join(dir, name))
  return join(dir, name)
}

test('only the stretches in which speech was found are sent, to the sample, and their words come back on media time', async () => {
  const { media, track } = await recording()
  await using _ = media
  const recogniser = await openRecogniser(program('whisper-cli', standIn), model, null)
  const workDir = folder('work')
  const document = await recognise(recogniser, media, track, [at(2, 3.4), at(6, 6.5)], workDir, signal)
  const sent = readdirSync(workDir).filter(name => name.endsWith('.wav'))
  assert.deepEqual(sent, ['000000.wav', '000001.wav'])
  for (const [n, [from, to]] of [
    [1.9, 3.5],
    [5.9, 6.6],
  ].entries()) {
    const bytes = readFileSync(join(workDir, sent[n] ?? ''))
    const samples = new Int16Array(bytes.buffer.slice(bytes.byteOffset + 44, bytes.byteOffset + bytes.length))
    const count = Math.round(((to ?? 0) - (from ?? 0)) * 16_000)
    const heard = await decodeStretch(
      media,
      track,
      { first: Math.round((from ?? 0) * 16_000), count, rate: 16_000 },
      signal,
    )
    assert.deepEqual(samples.subarray(0, count), heard)
    // What fills a stretch up to the second that the program wants is digital silence, and nothing of the recording.
    assert.ok(samples.subarray(count).every(sample => sample === 0))
    assert.ok(samples.length <= Math.max(count, 17_600))
  }
  assert.match(
    readFileSync(join(workDir, 'arguments.txt'), 'utf8'),
    /--model \S*model\.bin --language auto --output-json-full --no-prints 000000\.wav 000001\.wav/,
  )
  // The words that the stand-in placed where nothing was sent are not in the transcript.
  assert.deepEqual(
    document.lines.map(line => [textOf(line), line.from, line.to]),
    [
      ['heard.', 1_900_000, 2_800_000],
      ['heard.', 5_900_000, 6_600_000],
    ],
  )
  assert.deepEqual(document.lines[0]?.pieces, [
    { kind: 'word', text: 'heard.', from: 2_000_000, to: 2_350_000, confidence: 0.8 },
  ])
  assert.equal(document.language, 'en')
})

test('without speech nothing is sent, and the program is not even started', async () => {
  const { media, track } = await recording()
  await using _ = media
  const recogniser = await openRecogniser(program('whisper-cli', standIn), model, 'en')
  const workDir = folder('nothing')
  const document = await recognise(recogniser, media, track, [], workDir, signal)
  assert.deepEqual([document.lines, readdirSync(workDir)], [[], []])
})

test('a program that fails is told in its own last words, and one that is not there by name', async () => {
  const { media, track } = await recording()
  await using _ = media
  const recogniser = await openRecogniser(program('broken', broken), model, null)
  await assert.rejects(
    recognise(recogniser, media, track, [at(1, 2)], folder('broken-work'), signal),
    /broken \([0-9a-f]{12}\) ended with 3: model is no model/,
  )
  await assert.rejects(openRecogniser(join(dir, 'absent'), model, null), /expected a program at .*absent/)
  await assert.rejects(
    openRecogniser(program('whisper-cli', standIn), join(dir, 'absent.bin'), null),
    /expected the file of a model/,
  )
})

test('spans that meet are one stretch, and long ones are cut to what a model hears at once', () => {
  assert.deepEqual(stretchesOf([at(5, 6), at(1, 2), at(2.1, 3)]), [at(0.9, 3.1), at(4.9, 6.1)])
  const long = stretchesOf([at(10, 70)])
  assert.equal(long.length, 3)
  assert.ok(long.every(({ from, to }) => to - from <= 28e6))
  assert.equal(long.at(-1)?.to, 70_100_000)
})
