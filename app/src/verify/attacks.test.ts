// Known tampering, each held against the verifier and against the commands that VERIFY.txt tells people to type.
import assert from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { buildVerifier } from '../../../scripts/build-verifier.ts'
import { attacks, type Kit } from '../../../test/cases/release/attacks.ts'
import { attacksByForm } from '../../../test/cases/release/attacks-by-form.ts'
import { type Authority, makeAuthority } from '../../../test/cases/release/authority.ts'
import { mutate } from '../../../test/cases/release/mutations.ts'
import { rewrite } from '../../../test/cases/release/rewrites.ts'
import { type MadeRelease, makeSmallRelease } from '../../../test/cases/release/small-release.ts'
import { commandsOf, stockCommands, stockComplaint } from '../../../test/cases/release/stock.ts'
import { randomFrom } from '../../../test/cases/sound/random.ts'
import { allowedSignersLine, newSigningKey, privateText } from '../release/key-file.ts'
import { stampRequest } from '../release/time-stamping.ts'
import { macSum, verifyText } from '../release/verify-text.ts'
import { readTrust } from './arguments.ts'
import { looksLikeRelease, type Trust, verifyRelease } from './verify-release.ts'

const identity = 'records@lark-yard.example'
const worker = new URL('./hash-worker.ts', import.meta.url)
const { signal } = new AbortController()

let dir: string
let good: MadeRelease
let earlier: MadeRelease
let kit: Kit

const root = () => join(dir, 'room/release')
const trusted = (...without: readonly string[]) =>
  readTrust(
    Object.fromEntries(
      Object.entries({
        signers: join(dir, 'room/allowed_signers'),
        identity,
        'tsa-ca': join(dir, 'room/tsa-ca.pem'),
        head: good.head,
        length: String(good.seq),
      }).filter(([name]) => !without.includes(name)),
    ),
    new Date(),
  )

async function sealed(
  name: string,
  authority: Authority,
  more: Partial<Parameters<typeof makeSmallRelease>[1]>,
) {
  const made = await makeSmallRelease(join(dir, name), {
    ...{ entries: 8, withheld: [2, 5, 6], identity, timestamp: 'an authority for tests', key },
    ...more,
  })
  const stamp = authority.stamp(stampRequest(made.message, randomBytes(8)))
  writeFileSync(join(made.root, 'tagmanifest-sha256.txt.tsr'), stamp)
  return made
}

const key = newSigningKey(identity)

before(async () => {
  dir = mkdtempSync(join(tmpdir(), 'sightline-attacks-'))
  const authority = makeAuthority(join(dir, 'authority'), 'An authority for tests')
  const another = makeAuthority(join(dir, 'another'), 'An authority for tests')
  earlier = await sealed('earlier', authority, { entries: 5, withheld: [2, 5] })
  const names = { version: 1, sealed: earlier.sealed, sealedBy: 7 }
  const details = new Map([[7, ['release-sealed', { v: 1, sealed: earlier.sealed }] as const]])
  good = await sealed('good', authority, { version: 2, earlier: [names], details })
  const other = await sealed('other', authority, { entries: 8, withheld: [1] })
  kit = {
    earlier: earlier.root,
    other: other.root,
    stampByAnother: message => another.stamp(stampRequest(message, randomBytes(8))),
    signFor: (namespace, message) => {
      writeFileSync(join(dir, 'key'), privateText(key, 1), { mode: 0o600 })
      const args = ['-Y', 'sign', '-f', join(dir, 'key'), '-n', namespace]
      return execFileSync('ssh-keygen', args, {
        input: message,
        encoding: 'utf8',
        stdio: ['pipe', 'pipe', 'ignore'],
      })
    },
  }
  mkdirSync(join(dir, 'room'))
  writeFileSync(join(dir, 'room/allowed_signers'), allowedSignersLine(identity, key.wire))
  cpSync(authority.ca, join(dir, 'room/tsa-ca.pem'))
})

after(() => rmSync(dir, { recursive: true }))

test('a good release has no fault, with or without trust from outside, and stock commands agree', async () => {
  cpSync(good.root, root(), { recursive: true })
  const all = await verifyRelease(root(), trusted(), { worker, signal })
  assert.deepEqual([all.faults, all.notChecked], [[], []])
  assert.deepEqual([all.signature?.isTrusted, all.stamp?.isTrusted], [true, true])
  assert.equal(all.stamp?.authority, 'An authority for tests')
  assert.equal(all.sealed, good.sealed)
  const none = await verifyRelease(root(), readTrust({}, new Date()), { worker, signal })
  assert.deepEqual(none.faults, [])
  assert.equal(none.notChecked.length, 3)
  assert.equal(stockComplaint(root(), commandsOf(root()), good), null)
})

test('no false alarm: a release stays whole when it is linked, packed and unpacked, touched, or made read-only', async () => {
  const whole = async (folder: string) =>
    assert.deepEqual((await verifyRelease(folder, trusted(), { worker, signal })).faults, [], folder)
  const run = (program: string, ...args: readonly string[]) => execFileSync(program, args, { cwd: dir })
  run('cp', '-al', good.root, 'linked')
  await whole(join(dir, 'linked'))
  mkdirSync(join(dir, 'un packed \n'))
  run('tar', '-cf', 'packed.tar', '-C', good.root, '.')
  run('tar', '-xf', 'packed.tar', '-C', 'un packed \n')
  run('chmod', '-R', 'a-w,a+X', 'un packed \n')
  run('touch', '-d', '2001-01-01', 'un packed \n/data/index.html')
  await whole(join(dir, 'un packed \n'))
  run('chmod', '-R', 'u+w', 'un packed \n')
})

test('a folder with a link to itself in place of its list is told as a release, and what is no folder as no input', () => {
  rmSync(root(), { recursive: true, force: true })
  cpSync(good.root, root(), { recursive: true })
  rmSync(join(root(), 'tagmanifest-sha256.txt'))
  symlinkSync('tagmanifest-sha256.txt', join(root(), 'tagmanifest-sha256.txt'))
  assert.equal(looksLikeRelease(root()), true)
  assert.equal(looksLikeRelease(join(root(), 'release.json')), false)
})

test('a key whose time is over counts for what was stamped before, and for nothing that only its holder dates', async () => {
  const signersUntil = (day: string, principal = identity) => {
    const line = allowedSignersLine(principal, key.wire).replace(
      'namespaces=',
      `valid-before="${day}",namespaces=`,
    )
    writeFileSync(join(dir, 'signers'), line)
    return join(dir, 'signers')
  }
  const codes = async (words: object, now: Date) => {
    const { faults } = await verifyRelease(good.root, readTrust(words, now), { worker, signal })
    return faults.map(({ code }) => code)
  }
  const later = new Date(Date.now() + 10 * 86_400_000)
  const soon = later.toISOString().slice(0, 10).replaceAll('-', '')
  const after = new Date(later.getTime() + 2 * 86_400_000)
  const authority = { 'tsa-ca': join(dir, 'room/tsa-ca.pem') }
  assert.deepEqual(await codes({ signers: signersUntil(soon), ...authority }, after), [], 'stamped in time')
  assert.deepEqual(
    await codes({ signers: signersUntil(soon) }, after),
    ['signer-unknown'],
    'nobody trusted dates it',
  )
  assert.deepEqual(await codes({ signers: signersUntil('20010101'), ...authority }, after), [
    'signer-unknown',
  ])
  const other = { signers: signersUntil(soon, 'someone@else.example'), identity }
  assert.deepEqual(await codes(other, new Date()), ['signer-unknown'], 'the key of another')
})

test('on a Macintosh the same words do the same, by the program that it has', context => {
  if (spawnSync('shasum', ['--version']).status !== 0) return context.skip('shasum is not installed here')
  rmSync(root(), { recursive: true, force: true })
  cpSync(good.root, root(), { recursive: true })
  const commands = commandsOf(root())
  assert.ok(readFileSync(join(root(), 'VERIFY.txt'), 'utf8').includes(`\n  ${macSum}\n`))
  assert.equal(stockComplaint(root(), commands, good, macSum), null)
  for (const path of ['data/media/r1.mp4', 'custody/bodies/000003.json']) {
    writeFileSync(join(root(), path), 'other')
    assert.match(stockComplaint(root(), commands, good, macSum) ?? '', /^sha256sum -c/)
    cpSync(join(good.root, path), join(root(), path))
  }
  assert.equal(stockComplaint(root(), commands.slice(-4), { head: 'f'.repeat(64) }, macSum), commands.at(-1))
  return undefined
})

test('an identity with blanks and signs in it stands as one word in the commands', () => {
  const odd = "Records; touch ../planted & O'Neil"
  const text = verifyText({
    ...{ title: 'A release', version: 1, identity: odd, fingerprint: 'SHA256:x', stampedBy: null },
    log: { length: 1, head: 'f'.repeat(64) },
  })
  const [command = ''] = stockCommands(text).filter(each => each.startsWith('ssh-keygen'))
  const said = execFileSync('bash', ['-c', `set -- ${command.split(' < ')[0]}; printf '%s' "$7"`], {
    encoding: 'utf8',
  })
  assert.equal(said, odd)
})

test('the version that a release follows is held against it, and must be the one that it names', async () => {
  const follow = readTrust({ previous: earlier.root }, new Date())
  const { faults } = await verifyRelease(good.root, follow, { worker, signal })
  assert.deepEqual(
    faults.map(({ code }) => code),
    [],
  )
  const wrong = readTrust({ previous: kit.other }, new Date())
  const found = await verifyRelease(good.root, wrong, { worker, signal })
  assert.ok(found.faults.some(({ code }) => code === 'version-broken'))
})

test('the verifier as one file says the same, on its own, and takes its arguments as every verb does', () => {
  const program = buildVerifier(join(dir, 'alone/sightline-verify.mjs'))
  const run = (...args: readonly string[]) => {
    const { status, stdout, stderr } = spawnSync('node', [program, ...args], { encoding: 'utf8' })
    return { status, stdout, stderr }
  }
  const trust = [
    '--signers',
    join(dir, 'room/allowed_signers'),
    '--head',
    good.head,
    '--length',
    String(good.seq),
  ]
  const whole = run(good.root, ...trust, '--json')
  const answer = JSON.parse(whole.stdout)
  assert.deepEqual(
    [whole.status, answer.ok, answer.sealed, answer.release.version],
    [0, true, good.sealed, 2],
  )
  // What `sightline verify` runs is another build of the same check.
  const typed = spawnSync(join(import.meta.dirname, '../../../bin/sightline'), [
    ...['verify', good.root, '--json', ...trust],
  ])
  const { tool, ...said } = JSON.parse(typed.stdout.toString())
  assert.match(tool, /^sightline \d/)
  assert.deepEqual([typed.status, { ...said, tool: answer.tool }], [0, answer])
  const old = run(kit.earlier, ...trust, '--json')
  assert.deepEqual([old.status, JSON.parse(old.stdout).faults[0].code], [1, 'log-not-extended'])
  assert.match(
    run(kit.earlier, ...trust).stdout,
    /entries were rewritten or cut off, or this is an older version/,
  )
  assert.deepEqual([run(dir).status, run(good.root, '--head', 'x').status, run().status], [3, 2, 2])
  assert.equal(run(good.root, '--signers', join(dir, 'nothing')).status, 3)
})

test('hundreds of random changes are all caught', async () => {
  const seed = randomBytes(4).readUInt32BE()
  const random = randomFrom(seed)
  rmSync(root(), { recursive: true, force: true })
  cpSync(good.root, root(), { recursive: true })
  for (let round = 0; round < 300; round++) {
    const { what, undo } = mutate(root(), random)
    const { faults } = await verifyRelease(root(), trusted(), { worker, signal })
    assert.notEqual(faults.length, 0, `seed ${seed}, round ${round}: ${what}`)
    undo()
  }
  const { faults } = await verifyRelease(root(), trusted(), { worker, signal })
  assert.deepEqual(faults, [], 'what was put right again has no fault')
})

test('changes by somebody who knows the format are caught, however far tracks are covered', async () => {
  const seed = randomBytes(4).readUInt32BE()
  const random = randomFrom(seed)
  for (let round = 0; round < 60; round++) {
    rmSync(root(), { recursive: true, force: true })
    cpSync(good.root, root(), { recursive: true })
    const done = rewrite(root(), random)
    if (!done) continue
    const faultsBy = async (trust: Trust) =>
      (await verifyRelease(root(), trust, { worker, signal })).faults.length
    const said = `seed ${seed}, round ${round}: ${done.what}, tracks covered: ${done.cover}`
    assert.notEqual(await faultsBy(trusted()), 0, said)
    // Only a signature of somebody else's takes more than the folder to tell.
    if (done.cover !== 'signature') assert.notEqual(await faultsBy(readTrust({}, new Date())), 0, said)
  }
})

for (const attack of [...attacks, ...attacksByForm])
  test(`caught: ${attack.name}`, async () => {
    rmSync(root(), { recursive: true, force: true })
    cpSync(good.root, root(), { recursive: true })
    const commands = commandsOf(root())
    attack.run(root(), kit)
    const { faults } = await verifyRelease(root(), trusted(), { worker, signal })
    const codes = new Set(faults.map(({ code }) => code))
    assert.ok(
      attack.expect.some(code => codes.has(code as never)),
      `found ${[...codes]}`,
    )
    if (attack.isUnseenByStock !== true) assert.notEqual(stockComplaint(root(), commands, good), null)
  })
