import { useSignal } from '@preact/signals'
import type { HeldFile } from '@sightline/core/case'
import { walledFiles } from '@sightline/core/case/cards'
import type { ComponentChildren } from 'preact'
import type { Room } from '../../room-model.ts'
import { composeWords } from '../../strings/compose-words.ts'
import { composeModel } from './compose-model.ts'
import { CheckInput, LineInput } from './field-inputs.tsx'

/** A case may hold thousands of papers: so many are listed, the rest is found by name. */
const mostListed = 30

/** Accounts, of which short quotes and links go out, and the agency's own documents, which go out whole. */
export function PapersOut({ room }: { readonly room: Room }) {
  return (
    <>
      <AccountsOut room={room} />
      <DocumentsOut room={room} />
    </>
  )
}

function AccountsOut({ room }: { readonly room: Room }) {
  const w = composeWords.value
  const model = composeModel(room)
  const { value: state } = room.source.state
  const walled = walledFiles(state)
  const chosen = model.composition.value?.accounts ?? []
  const all = [...state.accounts.values()].filter(({ firstName }) => !walled.has(firstName))
  const set = (account: string, more: { title?: string; whole?: boolean } | null) =>
    model.change(now => {
      if (more === null) return { ...now, accounts: now.accounts.filter(each => each.account !== account) }
      const accounts = now.accounts.map(each => (each.account === account ? { ...each, ...more } : each))
      return { ...now, accounts }
    })
  return (
    <section class="card-section" aria-labelledby="accounts-out">
      <h3 id="accounts-out">
        {w.accounts} <span class="count">{w.chosen(chosen.length, all.length)}</span>
      </h3>
      <p class="muted">{all.length === 0 ? w.accountsNone : w.accountsLead}</p>
      <Findable
        items={all.map(each => ({
          name: each.firstName,
          id: each.id,
          isChosen: chosen.some(({ account }) => account === each.id),
        }))}
        row={({ id, name }) => {
          const out = chosen.find(({ account }) => account === id)
          const title = lastOf(name)
          const add = () =>
            model.change(now => ({
              ...now,
              accounts: [...now.accounts, { account: id, title, whole: false }],
            }))
          return (
            <li key={id} data-out={out !== undefined}>
              <div class="outgoing-head">
                <CheckInput
                  {...{ id, label: name, isChecked: out !== undefined }}
                  onChange={isOut => (isOut ? add() : set(id, null))}
                />
              </div>
              {out && (
                <div class="outgoing-fields two">
                  <LineInput
                    {...{ room, label: w.fieldsOf.title, value: out.title, isRequired: true }}
                    onChange={changed => set(id, { title: changed })}
                  />
                  <CheckInput label={w.whole} isChecked={out.whole} onChange={whole => set(id, { whole })} />
                </div>
              )}
            </li>
          )
        }}
      />
    </section>
  )
}

function DocumentsOut({ room }: { readonly room: Room }) {
  const w = composeWords.value
  const model = composeModel(room)
  const { value: state } = room.source.state
  const walled = walledFiles(state)
  const chosen = model.composition.value?.documents ?? []
  const all = [...state.files.values()].filter(file => isPaper(file) && !walled.has(file.found.path))
  const set = (file: string, more: { title?: string; rights?: string } | null) =>
    model.change(now => {
      if (more === null) return { ...now, documents: now.documents.filter(each => each.file !== file) }
      const documents = now.documents.map(each => (each.file === file ? { ...each, ...more } : each))
      return { ...now, documents }
    })
  return (
    <section class="card-section" aria-labelledby="documents-out">
      <h3 id="documents-out">
        {w.documents} <span class="count">{w.chosen(chosen.length, all.length)}</span>
      </h3>
      <p class="muted">{all.length === 0 ? w.documentsNone : w.documentsLead}</p>
      <Findable
        items={all.map(({ found }) => ({
          name: found.path,
          id: found.sha256 ?? '',
          isChosen: chosen.some(({ file }) => file === found.sha256),
        }))}
        row={({ id, name }) => {
          const out = chosen.find(({ file }) => file === id)
          const added = { file: id, title: lastOf(name), rights: w.rightsOwn }
          return (
            <li key={name} data-out={out !== undefined}>
              <div class="outgoing-head">
                <CheckInput
                  {...{ id, label: name, isChecked: out !== undefined }}
                  onChange={isOut =>
                    isOut
                      ? model.change(now => ({ ...now, documents: [...now.documents, added] }))
                      : set(id, null)
                  }
                />
              </div>
              {out && (
                <div class="outgoing-fields two">
                  <LineInput
                    {...{ room, label: w.fieldsOf.title, value: out.title, isRequired: true }}
                    onChange={title => set(id, { title })}
                  />
                  <LineInput
                    {...{ room, label: w.fieldsOf.rights, value: out.rights, isRequired: true }}
                    onChange={rights => set(id, { rights })}
                  />
                </div>
              )}
            </li>
          )
        }}
      />
    </section>
  )
}

interface Item {
  readonly id: string
  readonly name: string
  readonly isChosen: boolean
}

interface FindableProps {
  readonly items: readonly Item[]
  readonly row: (item: Item) => ComponentChildren
}

/** What is chosen first, then the others; of many only those that are looked for by name. */
function Findable({ items, row }: FindableProps) {
  const w = composeWords.value
  const typed = useSignal('')
  const wanted = typed.value.trim().toLowerCase()
  const others = items.filter(each => !each.isChosen && each.name.toLowerCase().includes(wanted))
  const shown = others.slice(0, mostListed)
  return (
    <>
      {items.length > mostListed && (
        <label class="field search-field">
          <span>{w.find}</span>
          <input
            type="search"
            onInput={event => {
              typed.value = event.currentTarget.value
            }}
          />
        </label>
      )}
      <ul class="outgoing">{[...items.filter(({ isChosen }) => isChosen), ...shown].map(row)}</ul>
      {others.length > shown.length && <p class="muted">{w.further(others.length - shown.length)}</p>}
    </>
  )
}

function isPaper({ found, isMissing }: HeldFile): boolean {
  return found.sha256 !== null && !isMissing && found.kind !== 'recording' && found.kind !== 'archive'
}

function lastOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).slice(0, 300)
}
