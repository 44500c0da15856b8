// Rosters as they really come: each is read, its table found, and every row accounted for in the way written beside it.
import { describe, expect, test } from 'vitest'
import { readWorkbook } from '../../records/workbook/read.ts'
import { type ImportAccount, type RowAccount, startAccount } from '../../workflows/registry/import/account.ts'
import type { FieldChange } from '../../workflows/registry/import/differences.ts'
import { recogniseLayout } from '../../workflows/registry/import/layout.ts'
import { personIn } from '../../workflows/registry/import/person-values.ts'
import { suggestedPlan } from '../../workflows/registry/import/plan.ts'
import type { PostMatch } from '../../workflows/registry/import/posts.ts'
import { rowReader } from '../../workflows/registry/import/rows.ts'
import type { PersonData } from '../../workflows/registry/person.ts'
import { knownRegistry } from '../support/registry-known.ts'
import { fullRosters } from './full-rosters.ts'
import { type Ugly, uglyWorkbooks } from './ugly-workbooks.ts'

async function accountOf({ bytes, known, units, answers = (plan) => plan, sheet = 0 }: Ugly): Promise<ImportAccount> {
  const read = await readWorkbook(bytes())
  if (!read.ok) throw new Error(read.refusal.code)
  const raw = read.value.sheets[sheet]
  if (raw === undefined) throw new Error('no such sheet')
  const plan = answers(suggestedPlan(sheet, recogniseLayout(raw), '2026-06-30'))
  const reader = rowReader(raw, plan)
  const accountant = startAccount(knownRegistry(known, units), plan)
  // In small goes, as a large sheet is taken.
  for (let from = reader.start; from < reader.end; from += 3) accountant.take(reader.read(from, 3))
  return accountant.finish()
}

const shown = (value: FieldChange['from']): string =>
  value === undefined
    ? '–'
    : typeof value === 'object' && 'text' in value
      ? value.text
      : typeof value === 'string'
        ? value
        : JSON.stringify(value)

const held = ({ title, unit, from, lastDay }: PostMatch): string =>
  `${title}, ${unit}, ${from}${lastDay === undefined ? '' : ` until ${lastDay}`}`

function more(data: PersonData | undefined): readonly (string | undefined)[] {
  const { staffCode, category, partyCell, phone, health, notes, disciplines = [], awards = [] } = data ?? {}
  return [
    staffCode && `code ${staffCode}`,
    category,
    partyCell && `cell ${partyCell}`,
    phone && `tel ${phone}`,
    health && `health ${health.grade}`,
    notes && `note ${notes}`,
    ...disciplines.map(({ form, side, effectiveOn, document }) =>
      [form, side, effectiveOn, document?.number].filter((one) => one !== undefined).join('/'),
    ),
    ...awards.map(({ name, on }) => `award ${name}${on === undefined ? '' : ` (${on})`}`),
  ]
}

/** What the clerk may answer, or did. */
function asked({ conflict }: RowAccount): readonly string[] {
  if (conflict === undefined) return []
  if (conflict.decided !== undefined) return [`= ${conflict.decided}`]
  return [
    `? ${[...conflict.candidates.map(({ personId, row }) => personId ?? `row ${row}`), ...(conflict.mayBeNew ? ['new'] : [])].join(', ')}`,
  ]
}

function told(row: RowAccount): string {
  const { said, post } = row
  const data = said === undefined ? row.data : personIn(said)
  const problems = row.refused.map(({ code, at, shown: says, proposed, known, knownBirth }) =>
    [
      `${at} ${code}`,
      knownBirth !== undefined && code === 'import-birth-differs'
        ? `(${known} ${knownBirth})`
        : says === undefined || says === ''
          ? ''
          : proposed === undefined
            ? `(${says})`
            : `(${says} → ${proposed})`,
      known !== undefined && code !== 'import-birth-differs' ? known : '',
    ]
      .filter((one) => one !== '')
      .join(' '),
  )
  const left = row.left.map(
    ({ at, field, code, shown: says }) =>
      `left ${at}${/^\d/.test(at) ? ` ${field}` : ''} ${code}${says === undefined || (/import-(?:post|unit)/.test(code) && !/^party/.test(field ?? '')) ? '' : ` (${says})`}`,
  )
  const rank =
    data?.rank === undefined
      ? undefined
      : `rank ${[data.rank.code, data.rank.name, data.rank.step, data.rank.coefficientHundredths].join('/')}`
  const facts =
    row.kind === 'new' && row.sameAsRow === undefined
      ? [
          data?.birthDate,
          data?.sex,
          data?.citizenId,
          rank,
          ...(data?.degrees ?? []).map(({ level, field }) => `${level}:${field}`),
          data?.politicalTheory,
          data?.stateManagement,
          ...more(data),
          ...(data?.languages ?? []).map(({ language, level }) => (level === undefined ? language : `${language}:${level}`)),
        ]
      : []
  const changes = row.changes.map(({ field, from, to }) => `${field} ${shown(from)} → ${shown(to)}`).join(', ')
  const who = row.kind === 'skipped' ? `${row.skippedAs}: ${row.text}` : [row.text, ...facts].filter((one) => one !== undefined).join(' ')
  const head = `${row.row} ${row.kind} ${who}${row.sameAsRow !== undefined && row.kind !== 'refused' ? ` as row ${row.sameAsRow}` : ''}`
  const detail = problems.length > 0 ? `: ${problems.join(', ')}` : changes === '' ? '' : `: ${changes}`
  const posts =
    post?.isNew === true && row.kind !== 'refused'
      ? [`+ ${held(post)}${post.isConcurrent ? ' (concurrent)' : ''}`]
      : post?.ends === undefined
        ? []
        : [`- ${post.title}, ${post.unit}, ${post.lastDay}`]
  const side = (row.sidePosts ?? []).map((one) => `+ ${held(one)}`)
  return [head + detail, ...posts, ...side, ...left].join('; ')
}

describe('rosters as they come', () => {
  test.each(fullRosters)('$title', async (full) => {
    const { rows, totals } = await accountOf(full)
    const lines = rows.map((row) => [`${told(row)}${row.isHidden ? ' (hidden)' : ''}`, ...asked(row)].join('; '))
    expect(lines).toEqual(full.account)
    expect(totals.conflicts).toBe(rows.filter(({ conflict }) => conflict !== undefined).length)
    expect(totals.open).toBe(
      rows.filter(({ conflict, kind }) => conflict !== undefined && conflict.decided === undefined && kind === 'refused').length,
    )
  })
  test.each(uglyWorkbooks)('$title', async (ugly) => {
    const account = await accountOf(ugly)
    expect(account.rows.map(told)).toEqual(ugly.account)
    const { totals } = account
    expect(totals.new + totals.changed + totals.unchanged + totals.refused + totals.skipped).toBe(account.rows.length)
  })
  test('there are at least twenty-five of them, no two alike', () => {
    expect(new Set(uglyWorkbooks.map(({ title }) => title)).size).toBeGreaterThanOrEqual(25)
  })
})
