import { randomBytes } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import type { Agent, Fact } from '@sightline/core/case'
import { SightlineError } from '@sightline/core/errors'
import { CaseKeeper } from '../case/keeper.ts'
import {
  allowedSignersLine,
  fingerprint,
  newSigningKey,
  readPublicKey,
  writeKeyFiles,
} from '../release/key-file.ts'
import { findCase } from './case-dir.ts'
import { exitCodes, type Io, readArgs } from './io.ts'
import { keyUsage } from './usages.ts'

const options = {
  identity: { type: 'string' },
  key: { type: 'string' },
  as: { type: 'string' },
  reason: { type: 'string' },
  replaces: { type: 'string' },
} as const

/** Makes a key that releases are sealed with, enters one in a case, or enters that one seals no more. */
export async function keyCommand(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = readArgs(args, options, keyUsage)
  const [what, first, second] = positionals
  if (what === 'new' && first !== undefined && second === undefined)
    return await makeKey(first, values.identity, io)
  if (first === undefined || values.as === undefined || values.reason === undefined) throw wrong()
  const by = { name: values.as, reason: values.reason }
  if (what === 'enter' && values.key !== undefined && second === undefined) {
    const { wire, comment } = await readPublicKey(values.key)
    const detail = {
      v: 1,
      fingerprint: fingerprint(wire),
      identity: comment || 'sightline',
      publicKey: wire.toString('base64'),
      replaces: values.replaces ?? null,
      reason: by.reason,
    } as const
    return await enter(first, by.name, { type: 'sealing-key-entered', detail }, io)
  }
  if (what === 'revoke' && second !== undefined) {
    const detail = { v: 1, fingerprint: second, reason: by.reason } as const
    return await enter(first, by.name, { type: 'sealing-key-revoked', detail }, io)
  }
  throw wrong()
}

async function makeKey(path: string, identity: string | undefined, io: Io): Promise<number> {
  if (identity === undefined || !/^[\x21-\x7e]{1,100}$/.test(identity))
    throw new SightlineError(
      'usage.wrong',
      `--identity takes a name without blanks, such as records@office.example\nusage: ${keyUsage}`,
    )
  const key = newSigningKey(identity)
  await writeKeyFiles(path, key, randomBytes(4).readUInt32BE())
  const line = allowedSignersLine(identity, key.wire)
  await writeFile(`${path}.allowed_signers`, line, { flag: 'wx' })
  io.out(
    [
      `${path}: the key, for its owner alone. Keep a copy that cannot be lost.`,
      `${path}.allowed_signers: what those who check need. Publish it, and this fingerprint beside it:`,
      fingerprint(key.wire),
      '',
    ].join('\n'),
  )
  return exitCodes.done
}

async function enter(given: string, name: string, fact: Fact, io: Io): Promise<number> {
  const { caseDir } = await findCase(given)
  await using keeper = await CaseKeeper.open(caseDir, { now: () => new Date() })
  const { sealingKeys, people } = keeper.state()
  if (fact.type === 'sealing-key-revoked' && !sealingKeys.has(fact.detail.fingerprint))
    throw new SightlineError('case.unknown', `the case knows no key ${fact.detail.fingerprint}`)
  const { replaces } = fact.type === 'sealing-key-entered' ? fact.detail : { replaces: null }
  if (replaces !== null && !sealingKeys.has(replaces))
    throw new SightlineError('case.unknown', `the case knows no key ${replaces}`)
  const known = [...people.values()].find(each => each.name === name)
  const person = known?.id ?? `p${people.size + 1}`
  const agent: Agent = { kind: 'person', person }
  const naming: readonly Fact[] = known
    ? []
    : [{ type: 'person-named', detail: { v: 1, person, name, basis: 'self-declared' } }]
  const seq = await keeper.enter([...naming, fact], agent)
  io.out(`entry ${seq}: ${fact.type}\n`)
  return exitCodes.done
}

function wrong(): SightlineError<'usage.wrong'> {
  return new SightlineError('usage.wrong', `usage: ${keyUsage}`)
}
