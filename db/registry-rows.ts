// Rows of the registry made from its facts, in the transaction that appends them: a registry of a million people is never loaded to be
// changed. Statements go straight to the driver: an import writes seven rows a person, and each layer between would be felt.
import { addDays } from '../workflows/core/calendar.ts'
import { type CanonicalTexts, canonical } from '../workflows/core/canonical.ts'
import type { PersonId, PostId, UnitId } from '../workflows/core/ids.ts'
import type { RegistryFact } from '../workflows/registry/facts.ts'
import { entityKey, foldPerson, foldPost, foldUnit, type StampedEntry, type Touched, touchedBy } from '../workflows/registry/fold.ts'
import type { PersonData } from '../workflows/registry/person.ts'
import { asBits, contradictions, contradictionsIn, missingIn, neededFields } from '../workflows/registry/quality.ts'
import { forever, type PersonRecord, type PostRecord, type TenureRecord, type UnitRecord } from '../workflows/registry/records.ts'
import { entriesOf } from '../workflows/registry/undo.ts'
import { rowBulk } from './registry-bulk.ts'
import { foldedName, NAME_COLUMNS, nameColumns, namesIn, writeNames } from './registry-name-rows.ts'
import type { RegistryQueries } from './registry-queries.ts'

/** A fact of the stream with its place. */
export type PlacedFact = { readonly version: number; readonly at: string; readonly fact: RegistryFact }

/** `factAt`: reads a fact of the stream that was recorded before; only needed where something is taken back. */
export function registryRows(q: RegistryQueries, factAt: (version: number) => PlacedFact | undefined) {
  /** Writes what the fact says. Only from inside the transaction that appends it, facts in order. `texts`: of objects in the fact. */
  function take(placed: PlacedFact, texts?: CanonicalTexts): void {
    const { version, fact } = placed
    // What a fact left behind that did not land never was.
    for (const bulk of bulks) bulk.drop()
    if (fact.type === 'registryUndone') {
      takeBack(version, fact.versions)
      return
    }
    if (fact.type === 'registryImported') q.run('INSERT INTO registry_imports VALUES (?, ?, ?)', fact.importId, fact.part, version)
    for (const [key, { touched, entries }] of byRecord(placed)) {
      touches.add(key, version)
      const made = touched.kind === 'person' ? newPerson(touched.id as PersonId, entries) : undefined
      if (made !== undefined) {
        addPerson(made, texts)
        continue
      }
      // What others are held against must be there.
      flush()
      goOn(q, touched, entries)
    }
    flush()
  }

  // `OR FAIL`: a row that is refused undoes the transaction, so SQLite need not be able to undo the statement alone (a copy of every page).
  const touches = rowBulk(q, 'INSERT OR IGNORE INTO registry_touches', '(?, ?)')
  const people = rowBulk(
    q,
    'INSERT OR FAIL INTO registry_people (person, revision, merged_into, confirmed_on, missing, contradictions, record)',
    '(?, ?, NULL, ?, ?, ?, ?)',
  )
  const names = rowBulk(q, `INSERT OR FAIL INTO registry_names (${NAME_COLUMNS}, merged)`, '(?, ?, ?, ?, ?, ?, ?, ?, ?, 0)')
  const bulks = [touches, people, names]
  const flush = (): void => {
    for (const bulk of bulks) bulk.flush()
  }

  /** As `writePerson` writes somebody nobody knew. */
  function addPerson({ personId, revision, confirmedOn, spans, tenures }: PersonRecord, texts?: CanonicalTexts): void {
    const data = lastData(spans)
    people.add(personId, revision, confirmedOn, missingBits(data), contradictionBits(data, tenures), canonical(spans, texts))
    q.namesChanged()
    for (const row of namesIn(spans)) names.add(...nameColumns(personId, row))
    insertTenures(q, personId, personId, tenures)
  }

  function takeBack(version: number, versions: readonly number[]): void {
    for (const one of versions) q.run('INSERT INTO registry_undone VALUES (?, ?)', one, version)
    const concerned = new Map<string, Touched>()
    for (const one of versions)
      for (const entry of entriesAt(one)) for (const touched of touchedBy(entry.entry)) concerned.set(entityKey(touched), touched)
    // Units and posts first: rows of tenures name the unit of their post.
    for (const touched of [...concerned.values()].sort((one, other) => rankOf(one) - rankOf(other))) {
      q.run('INSERT OR IGNORE INTO registry_touches VALUES (?, ?)', entityKey(touched), version)
      again(touched, version)
    }
  }

  /** Facts read again lately: what is taken back together was mostly recorded together. */
  const lately = new Map<number, readonly StampedEntry[]>()
  function entriesAt(version: number): readonly StampedEntry[] {
    const known = lately.get(version)
    if (known) return known
    const placed = factAt(version)
    if (!placed) throw new RangeError(`registry fact ${version} is not there`)
    const entries = stamped(placed)
    if (lately.size >= 32) lately.delete(lately.keys().next().value ?? 0)
    lately.set(version, entries)
    return entries
  }

  /** The record made anew from everything that stands. */
  function again(touched: Touched, version: number): void {
    const key = entityKey(touched)
    const standing = q
      .all<{ version: number }>(
        'SELECT version FROM registry_touches t WHERE entity = ? AND NOT EXISTS (SELECT 1 FROM registry_undone u WHERE u.version = t.version) ORDER BY version',
        key,
      )
      .filter((one) => one.version !== version)
    const entries = standing.flatMap((one) =>
      entriesAt(one.version).filter(({ entry }) => touchedBy(entry).some((other) => entityKey(other) === key)),
    )
    write(q, touched, entries, version)
  }

  /** After a transaction that did not land. */
  function forget(): void {
    lately.clear()
    q.forget()
  }

  return { take, forget }
}

const ranks = { unit: 0, post: 1, person: 2 } as const
const rankOf = ({ kind }: Touched): number => ranks[kind]

const stamped = ({ version, at, fact }: PlacedFact): readonly StampedEntry[] => entriesOf(fact).map((entry) => ({ version, at, entry }))

type OfRecord = { readonly touched: Touched; readonly entries: StampedEntry[] }

/** The entries of a fact by the record they speak of, units and posts first. */
function byRecord(placed: PlacedFact): Iterable<readonly [string, OfRecord]> {
  const found = new Map<string, OfRecord>()
  for (const one of stamped(placed))
    for (const touched of touchedBy(one.entry)) {
      const key = entityKey(touched)
      const known = found.get(key)
      if (known) known.entries.push(one)
      else found.set(key, { touched, entries: [one] })
    }
  return [...found].sort(([, one], [, other]) => rankOf(one.touched) - rankOf(other.touched))
}

const beginsRecord = ({ entry }: StampedEntry): boolean =>
  entry.type === 'personAdded' || entry.type === 'unitAdded' || entry.type === 'postAdded'

/** Somebody these entries add, who is merged into nobody by them: of whom no row is there yet. */
function newPerson(personId: PersonId, entries: readonly StampedEntry[]): PersonRecord | undefined {
  const record = entries[0]?.entry.type === 'personAdded' ? foldPerson(personId, entries) : undefined
  return record?.mergedInto === undefined ? record : undefined
}

/** From the record as it stands: folding on gives what folding everything gives. */
function goOn(q: RegistryQueries, touched: Touched, entries: readonly StampedEntry[]): void {
  const isNew = entries[0] !== undefined && beginsRecord(entries[0])
  switch (touched.kind) {
    case 'person': {
      const personId = touched.id as PersonId
      const before = isNew ? undefined : ownRecord(q, personId)
      const record = foldPerson(personId, entries, before)
      if (record) writePerson(q, record, isNew && before === undefined)
      return
    }
    case 'unit': {
      const record = foldUnit(touched.id as UnitId, entries, isNew ? undefined : q.unit(touched.id as UnitId))
      if (record) writeUnit(q, record)
      return
    }
    case 'post': {
      const record = foldPost(touched.id as PostId, entries, isNew ? undefined : q.post(touched.id as PostId))
      if (record) writePost(q, record)
      return
    }
  }
}

/** The record made of nothing but these entries; `revision`: the version of the fact that took others back. */
function write(q: RegistryQueries, touched: Touched, entries: readonly StampedEntry[], revision: number): void {
  switch (touched.kind) {
    case 'person': {
      const record = foldPerson(touched.id as PersonId, entries)
      if (record) writePerson(q, { ...record, revision }, false)
      else dropPerson(q, touched.id as PersonId)
      return
    }
    case 'unit': {
      const record = foldUnit(touched.id as UnitId, entries)
      if (record) writeUnit(q, { ...record, revision })
      else dropUnit(q, touched.id)
      return
    }
    case 'post': {
      const record = foldPost(touched.id as PostId, entries)
      if (record) writePost(q, { ...record, revision })
      else q.run('DELETE FROM registry_posts WHERE post = ?', touched.id)
      return
    }
  }
}

/** The person with the tenures recorded for it, not those of records merged into it. */
function ownRecord(q: RegistryQueries, personId: PersonId): PersonRecord | undefined {
  const row = q.personRow(personId)
  if (!row) return undefined
  const tenures = q
    .all<{ data: string; tenure: string }>(
      'SELECT tenure, data FROM registry_tenures WHERE person = ? AND owner = ? ORDER BY tenure',
      q.root(personId),
      personId,
    )
    .map(({ tenure, data }): TenureRecord => ({ tenureId: tenure as TenureRecord['tenureId'], data: JSON.parse(data) }))
  return q.personOf(row, tenures)
}

function writePerson(q: RegistryQueries, record: PersonRecord, isNew: boolean): void {
  const { personId, revision, mergedInto, confirmedOn, spans, tenures } = record
  const data = lastData(spans)
  const oldRoot = isNew ? personId : q.root(personId)
  const columns = [
    revision,
    mergedInto ?? null,
    confirmedOn,
    missingBits(data),
    contradictionBits(data, tenures),
    canonical(spans),
  ] as const
  const isKnown = !isNew && q.personRow(personId) !== undefined
  if (isKnown)
    q.run(
      'UPDATE registry_people SET revision = ?, merged_into = ?, confirmed_on = ?, missing = ?, contradictions = ?, record = ? WHERE person = ?',
      ...columns,
      personId,
    )
  else
    q.run(
      'INSERT INTO registry_people (person, revision, merged_into, confirmed_on, missing, contradictions, record) VALUES (?, ?, ?, ?, ?, ?, ?)',
      personId,
      ...columns,
    )
  writeNames(q, personId, spans, mergedInto !== undefined, isKnown)
  if (!isKnown) {
    insertTenures(q, personId, personId, tenures)
    return
  }
  const newRoot = q.root(personId)
  q.run('DELETE FROM registry_tenures WHERE person = ? AND owner = ?', oldRoot, personId)
  insertTenures(q, newRoot, personId, tenures)
  if (oldRoot === newRoot) return
  for (const owner of q.mergedInto(personId))
    q.run('UPDATE registry_tenures SET person = ? WHERE person = ? AND owner = ?', newRoot, oldRoot, owner)
}

function lastData(spans: PersonRecord['spans']): PersonData {
  const data = spans.at(-1)?.data
  if (data === undefined) throw new RangeError('a person has a span')
  return data
}
const missingBits = (data: PersonData): number => asBits(neededFields, missingIn(data))
const contradictionBits = (data: PersonData, tenures: readonly TenureRecord[]): number =>
  asBits(contradictions, contradictionsIn(data, tenures))

function insertTenures(q: RegistryQueries, person: string, owner: string, tenures: readonly TenureRecord[]): void {
  for (const { tenureId, data } of tenures)
    q.run(
      'INSERT INTO registry_tenures VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
      person,
      tenureId,
      owner,
      data.postId,
      q.unitOfPost(data.postId) ?? '',
      data.from,
      // The last day is counted.
      data.lastDay === undefined ? forever : dayAfter(data.lastDay),
      canonical(data),
    )
}

function dropPerson(q: RegistryQueries, personId: PersonId): void {
  const row = q.personRow(personId)
  if (!row) return
  q.run('DELETE FROM registry_tenures WHERE person = ? AND owner = ?', q.root(personId), personId)
  q.namesChanged()
  q.run('DELETE FROM registry_names WHERE person = ?', personId)
  q.run('DELETE FROM registry_people WHERE id = ?', row.id)
}

function dropUnit(q: RegistryQueries, unitId: string): void {
  q.run('DELETE FROM registry_units WHERE unit = ?', unitId)
  q.run('DELETE FROM registry_unit_spans WHERE unit = ?', unitId)
}

function writeUnit(q: RegistryQueries, record: UnitRecord): void {
  const { unitId, revision, spans, events } = record
  q.run('INSERT OR REPLACE INTO registry_units VALUES (?, ?, ?)', unitId, revision, canonical({ spans, events }))
  q.run('DELETE FROM registry_unit_spans WHERE unit = ?', unitId)
  for (const { from, until, data } of spans)
    q.run(
      'INSERT INTO registry_unit_spans VALUES (?, ?, ?, ?, ?, ?)',
      unitId,
      from,
      until,
      data.parentId ?? '',
      foldedName(data.name),
      canonical(data),
    )
}

function writePost(q: RegistryQueries, { postId, revision, spans }: PostRecord): void {
  q.run('INSERT OR REPLACE INTO registry_posts VALUES (?, ?, ?, ?)', postId, spans[0]?.data.unitId ?? '', revision, canonical(spans))
}

const dayAfter = (day: string): string => addDays(day, 1)
