// The verbs that make and check a release, called as a person does, over a case whose recordings are a small film.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { after, before, test } from 'node:test'
import type { Fact } from '@sightline/core/case'
import { type Film, outputsOf, recordingFacts } from '../../../test/cases/release/desk-release.ts'
import { CaseKeeper, logPath } from '../case/keeper.ts'
import { readLog } from '../release/read-log.ts'

const root = resolve(import.meta.dirname, '../../..')
const id = '1'.repeat(64)
const film: Film = { bytes: Buffer.from('a film'), frames: 50, micros: 40_000 }

let dir: string
const inDir = (name: string) => join(dir, name)

function sightline(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(join(root, 'bin/sightline'), args, { encoding: 'utf8' })
  return { status, stdout, stderr }
}

before(async () => {
  dir = mkdtempSync(join(tmpdir(), 'sightline-cli-release-'))
  await using keeper = await CaseKeeper.open(inDir('case'), { now: () => new Date('2031-05-03T09:00:00Z') })
  for (const bytes of outputsOf(film).values()) await keeper.content.put({ kind: 'bytes', bytes })
  const opening: readonly Fact[] = [
    { type: 'case-opened', detail: { v: 1, title: 'A case' } },
    { type: 'person-named', detail: { v: 1, person: 'p1', name: 'R. Desk', basis: 'self-declared' } },
    ...recordingFacts(id, 'camera.mp4', film, outputsOf(film)),
  ]
  await keeper.enter(opening, { kind: 'person', person: 'p1' })
})

after(() => rmSync(dir, { recursive: true }))

test('a release is stopped by what it lacks, sealed by name and reason, followed, and rebuilt to the same bytes', async () => {
  assert.equal(sightline('key', 'new', inDir('key'), '--identity', 'records@lark-yard.example').status, 0)
  assert.equal(statSync(inDir('key')).mode & 0o777, 0o600)
  const release = (out: string, ...more: readonly string[]) =>
    sightline(
      'release',
      inDir('case'),
      '--out',
      inDir(out),
      '--key',
      inDir('key'),
      '--as',
      'R. Desk',
      ...more,
    )

  const stopped = release('v1', '--json')
  assert.equal(stopped.status, 1)
  const codes = JSON.parse(stopped.stdout).stops.map(({ code }: { code: string }) => code)
  for (const code of ['not-reviewed', 'redaction-unknown', 'not-looked-for', 'no-rule'])
    assert.ok(codes.includes(code), code)
  assert.equal(statSync(inDir('v1'), { throwIfNoEntry: false }), undefined, 'nothing was written')

  assert.equal(sightline('release', inDir('case'), '--draft', inDir('draft.json')).status, 0)
  const chosen = {
    ...JSON.parse(readFileSync(inDir('draft.json'), 'utf8')),
    title: 'What the yard saw',
    organization: 'An office',
  }
  writeFileSync(inDir('chosen.json'), JSON.stringify(chosen))
  const first = release('v1', '--compose', inDir('chosen.json'), '--override-all', 'a test', '--json')
  assert.equal(first.status, 0, first.stderr)
  const { sealed, version } = JSON.parse(first.stdout)
  const document = JSON.parse(readFileSync(inDir('v1/release.json'), 'utf8'))
  assert.deepEqual([version, document.title, document.overridden[0].by], [1, 'What the yard saw', 'Person 1'])

  const second = release('v2', '--override-all', 'a test', '--json')
  assert.equal(second.status, 0, second.stderr)
  assert.deepEqual(JSON.parse(readFileSync(inDir('v2/release.json'), 'utf8')).earlier[0].sealed, sealed)
  const trust = ['--signers', inDir('key.allowed_signers'), '--previous', inDir('v1'), '--json']
  const checked = sightline('verify', inDir('v2'), ...trust)
  assert.deepEqual([checked.status, JSON.parse(checked.stdout).faults], [0, []])
  const older = sightline(
    'verify',
    inDir('v1'),
    '--signers',
    inDir('key.allowed_signers'),
    '--previous',
    inDir('v2'),
    '--json',
  )
  assert.equal(older.status, 1, 'an old version in place of the new one is named')

  const again = sightline(
    'release',
    inDir('case'),
    '--out',
    inDir('again'),
    '--key',
    inDir('key'),
    '--version',
    '1',
    '--json',
  )
  assert.deepEqual([again.status, JSON.parse(again.stdout).sealed], [0, sealed], again.stderr)
  assert.equal(release('v2', '--override-all', 'a test').status, 2, 'a release is never written over')
  writeFileSync(inDir('checkpoint.json'), sightline('checkpoint', inDir('v1')).stdout)
  const since = sightline('checkpoint', inDir('case'), '--since', inDir('checkpoint.json'))
  assert.deepEqual([since.status, JSON.parse(since.stdout).extends], [0, true])
  const proof = sightline('checkpoint', inDir('case'), '--entry', '2').stdout
  assert.ok(JSON.parse(proof).proof.path.length > 0 && proof.length < 1500)
  writeFileSync(inDir('other.json'), JSON.stringify({ v: 1, length: 2, head: 'a'.repeat(64) }))
  assert.equal(sightline('checkpoint', inDir('case'), '--since', inDir('other.json')).status, 1)
  const { state } = await readLog(logPath(inDir('case')), null)
  assert.deepEqual(
    state.sealedReleases.map(each => each.version),
    [1, 2],
  )
})

test('a key that was revoked seals nothing, and the case is still whole', async () => {
  const fingerprint = JSON.parse(readFileSync(inDir('v1/release.json'), 'utf8')).signer.fingerprint
  const revoked = sightline(
    'key',
    'revoke',
    inDir('case'),
    fingerprint,
    '--as',
    'R. Desk',
    '--reason',
    'the laptop was lost',
  )
  assert.equal(revoked.status, 0, revoked.stderr)
  const refused = sightline(
    'release',
    inDir('case'),
    '--out',
    inDir('v3'),
    '--key',
    inDir('key'),
    '--override-all',
    'a test',
  )
  assert.equal(refused.status, 3)
  assert.match(refused.stderr, /was revoked: the laptop was lost/)
  const whole = JSON.parse(sightline('verify', inDir('case'), '--json').stdout)
  assert.deepEqual(whole.faults, [])
})
