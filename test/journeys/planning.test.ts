// Planning, sheets and dossiers on a real file: ordered through the doorway, there again after a restart, and only for those who may read them.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { CaseId, OperatorId, PersonId } from '../../workflows/core/ids.ts'
import { type Operator, Order, Question, type ShellAct } from '../../workflows/office.ts'
import type { PlanningCommand } from '../../workflows/planning/commands.ts'
import type { CaseCommand } from '../../workflows/procedure/commands.ts'
import { freshFolder, organisation, passphrase, type TestOffice, testOffice, value, withFile } from './office.ts'

const at = '2026-09-07T08:00:00+07:00'
const today = '2026-09-07'
const operators: readonly Operator[] = [
  { operatorId: OperatorId.parse('tcct'), name: 'Nguyễn Thị Hà', roles: ['hrOfficer'] },
  { operatorId: OperatorId.parse('thu-ky'), name: 'Lê Văn Ân', roles: ['meetingSecretary'] },
]
const caseId = CaseId.parse('ho-so-1')
const person = PersonId.parse('a')
const who = {
  personId: 'a',
  name: 'Người A',
  birthDate: '1980-02-03',
  sex: 'male',
  citizenId: '031080000001',
  currentPost: 'Trưởng phòng',
  currentRank: 5,
} as const

async function officeOf(): Promise<TestOffice> {
  const office = await withFile(at, operators)
  value(await office.act({ act: 'startWork', operatorId: OperatorId.parse('tcct') }))
  return office
}
const plan = async (office: TestOffice, command: PlanningCommand) =>
  office.dispatch({ to: 'planning', seen: value(await office.ask({ about: 'planning' })).version, command })
const order = async (office: TestOffice, command: CaseCommand) => {
  const seen = command.type === 'openCase' ? 0 : value(await office.ask({ about: 'case', caseId })).version
  return office.dispatch({ to: 'case', caseId, seen, command })
}
const opened: CaseCommand = {
  type: 'openCase',
  opening: {
    kind: 'appointmentOnSite',
    post: { title: 'Phó Giám đốc', unit: 'Sở Nội vụ', rank: 6, isHead: false },
    seats: 1,
    track: 'civilServant',
    startDate: today,
    organisation,
    decidesHere: true,
    headVacant: false,
    termYears: 5,
    classification: 'none',
    isSample: true,
  },
  overlays: [],
  settings: {},
}
const nominee: CaseCommand = {
  type: 'proposeNominee',
  nominee: {
    personId: person,
    name: 'Người A',
    ballotName: 'A',
    citizenId: who.citizenId,
    currentPost: 'Trưởng phòng',
    currentRank: 5,
    isPlanned: true,
    isEligible: true,
  },
}
const list: PlanningCommand = {
  type: 'openPlanningList',
  listId: 'pgd',
  post: { title: 'Phó Giám đốc', unit: 'Sở Nội vụ', level: 'province', rank: 6, kind: 'post', seats: 1 },
  term: { name: '2026-2031', from: '2026-10-01', until: '2031-09-30' },
  approver: 'Ban Thường vụ',
}
const proposal: PlanningCommand = {
  type: 'proposeForPlanning',
  listId: 'pgd',
  entryId: 'e1',
  person: who,
  source: 'inside',
  isReElection: false,
  on: today,
}

test('Q-6 in both directions: planning and an appointment are not proposed on one day', async () => {
  const office = await officeOf()
  value(await plan(office, list))
  value(await order(office, opened))
  value(await order(office, nominee))
  expect(await plan(office, proposal)).toMatchObject({ refusal: { code: 'planning-beside-proposal' } })
  office.setClock('2026-09-08T08:00:00+07:00')
  value(await plan(office, { ...proposal, on: '2026-09-08' }))
  const second = { ...nominee, nominee: { ...nominee.nominee, personId: PersonId.parse('b'), ballotName: 'B' } } as CaseCommand
  expect(await order(office, second)).toMatchObject({ refusal: { code: 'nominee-beside-planning' } })
})

test('planning stands again after a restart, in the chain of the file, and is read by those who may', async () => {
  const office = await officeOf()
  value(await plan(office, list))
  value(await plan(office, proposal))
  value(
    await plan(office, {
      type: 'approvePlanning',
      listId: 'pgd',
      entryIds: ['e1'],
      document: { number: '12-QĐ/TU', date: today },
      on: today,
    }),
  )
  expect(await office.dispatch({ to: 'planning', seen: 1, command: proposal })).toMatchObject({
    refusal: { code: 'changed-meanwhile', version: 3 },
  })
  await office.close()
  const again = await testOffice('2026-09-09T08:00:00+07:00', office.dataDir)
  value(await again.act({ act: 'openFile', file: office.file, passphrase }))
  value(await again.act({ act: 'startWork', operatorId: OperatorId.parse('tcct') }))
  expect(value(await again.ask({ about: 'planning' })).rows).toMatchObject([{ listId: 'pgd', approved: 1, proposed: 0, most: 3 }])
  expect(value(await again.ask({ about: 'planningList', listId: 'pgd' })).entries).toMatchObject([
    { standing: 'approved', retiresOn: '2042-02-28' },
  ])
  expect(await again.ask({ about: 'planningList', listId: 'x' })).toMatchObject({ refusal: { code: 'planning-list-unknown' } })
  expect(value(await again.ask({ about: 'ledger' })).verified).toBe(true)
  value(await again.act({ act: 'startWork', operatorId: OperatorId.parse('thu-ky') }))
  expect(await again.ask({ about: 'planningList', listId: 'pgd' })).toMatchObject({ refusal: { code: 'role-may-not' } })
  expect(await plan(again, list)).toMatchObject({ refusal: { code: 'role-may-not' } })
})

test('a scan goes into the archive once, in parts, and comes out byte for byte', async () => {
  const office = await officeOf()
  value(await order(office, opened))
  value(await order(office, nominee))
  const scan = Buffer.from(Uint8Array.from({ length: 3_000_000 }, (_, no) => (no * 7) % 253))
  const path = join(freshFolder(), 'giay-kham.pdf')
  writeFileSync(path, scan)
  const seen = async () => value(await office.ask({ about: 'case', caseId })).version
  const filing = { act: 'fileDossier', caseId, personId: person, item: 'healthCertificate', issuedOn: '2026-08-01' } as const
  value(await office.act({ ...filing, seen: await seen(), files: [{ path }] }))
  value(
    await office.act({
      ...filing,
      item: 'diplomaCopies',
      seen: await seen(),
      files: [{ name: 'bang.pdf', bytes: scan.toString('base64') }],
    }),
  )
  const sheet = value(await office.ask({ about: 'eligibility', caseId })).nominees[0]
  expect(sheet?.dossier.find((one) => one.rule.item === 'healthCertificate')).toMatchObject({
    standing: 'attached',
    validUntil: '2027-02-01',
  })
  expect(sheet?.missing).toContain('curriculumVitae')
  const [sha256 = ''] = sheet?.dossier.flatMap((one) => one.papers.flatMap((paper) => paper.files.map((file) => file.sha256))) ?? []
  const out = join(freshFolder(), 'ra.pdf')
  value(await office.act({ act: 'saveDossierFile', caseId, personId: person, sha256, file: out }))
  expect(readFileSync(out).equals(scan)).toBe(true)
  expect(value(await office.ask({ about: 'ledger' })).verified).toBe(true)

  const tried = async (files: Extract<ShellAct, { act: 'fileDossier' }>['files']) =>
    office.act({ ...filing, item: 'curriculumVitae', seen: await seen(), files })
  expect(await tried([{ path: join(freshFolder(), 'khong-co.pdf') }])).toMatchObject({ refusal: { code: 'dossier-file-unreadable' } })
  expect(await tried([{ name: 'a.exe', bytes: 'AAAA' }])).toMatchObject({ refusal: { code: 'dossier-file-kind' } })
  expect(await tried([{ name: 'a.pdf', bytes: '' }])).toMatchObject({ refusal: { code: 'dossier-file-empty' } })
  expect(await office.act({ act: 'saveDossierFile', caseId, personId: person, sha256, file: out })).toMatchObject({
    refusal: { code: 'dossier-place-unwritable' },
  })
  const stranger = { name: 'a.pdf', mime: 'application/pdf', bytes: 1, sha256: 'f'.repeat(64) }
  const direct: CaseCommand = { type: 'fileDossierPaper', personId: person, item: 'curriculumVitae', issuedOn: today, files: [stranger] }
  expect(await order(office, direct)).toMatchObject({ refusal: { code: 'dossier-file-unknown' } })
  expect(await office.act({ act: 'saveDossierFile', caseId, personId: person, sha256: 'f'.repeat(64), file: `${out}2` })).toMatchObject({
    refusal: { code: 'dossier-file-unknown' },
  })

  // Ten working days before it lapses the certificate is told, beside a review that is due.
  value(await plan(office, list))
  office.setClock('2027-01-22T08:00:00+07:00')
  const told = value(await office.ask({ about: 'reminders', year: 2027 }))
  expect(told.reminders.filter((one) => one.kind === 'dossierPaperLapses').map((one) => [one.about, one.dueOn])).toEqual([
    ['healthCertificate', '2027-02-01'],
  ])
  value(await plan(office, { type: 'setCalendarDay', item: 'planningReview', day: '02-15' }))
  const moved = value(await office.ask({ about: 'reminders', year: 2027 }))
  expect(moved.reminders.map((one) => one.kind)).toContain('planningReview')
  expect(moved.calendar.find((one) => one.item === 'planningReview')).toMatchObject({ day: '2027-02-15', isDefault: false })

  // After a restart no case is in memory: what lapses is told from the rows of the list, and no line of the list says it.
  await office.close()
  const again = await testOffice('2027-01-22T08:00:00+07:00', office.dataDir)
  value(await again.act({ act: 'openFile', file: office.file, passphrase }))
  value(await again.act({ act: 'startWork', operatorId: OperatorId.parse('tcct') }))
  const lapsing = async () =>
    value(await again.ask({ about: 'reminders', year: 2027 }))
      .reminders.filter((one) => one.kind === 'dossierPaperLapses')
      .map((one) => [one.subject, one.about, one.dueOn, one.caseId])
  expect(await lapsing()).toEqual([['Người A', 'healthCertificate', '2027-02-01', caseId]])
  const [line] = value(await again.ask({ about: 'cases' })).rows
  expect(line).toMatchObject({ caseId })
  expect(JSON.stringify(line)).not.toContain('Người A')
  value(await order(again, { type: 'withdrawNominee', personId: person, reason: 'Xin rút' }))
  expect(await lapsing()).toEqual([])
  value(await again.act({ act: 'startWork', operatorId: OperatorId.parse('thu-ky') }))
  expect(await again.ask({ about: 'reminders', year: 2027 })).toMatchObject({ refusal: { code: 'role-may-not' } })
})

test('a nominee is known by the registry: what it says is offered, what it does not say stays unknown, and those in post are reminded of', async () => {
  const office = await officeOf()
  const made = async (command: unknown): Promise<string> =>
    value(await office.dispatch(Order.parse({ to: 'registry', command }))).registry?.made[0] ?? ''
  const unit = await made({ type: 'addUnit', from: '2010-01-01', data: { name: 'Sở Nội vụ', level: 'department', kind: 'government' } })
  const postOf = (title: string, group: string, more: object) =>
    made({ type: 'addPost', from: '2010-01-01', data: { unitId: unit, title, group, ...more } })
  const head = await postOf('Giám đốc', 'head', { rank: 1, isHead: true, isKey: true })
  await postOf('Phó Giám đốc', 'deputyHead', { rank: 2, isKey: true })
  const division = await postOf('Trưởng phòng', 'divisionHead', { rank: 3 })
  const wife = await made({ type: 'addPerson', data: { name: 'Trần Thị B' } })
  await made({ type: 'addTenure', data: { personId: wife, postId: head, from: '2021-12-20', form: 'appointed' } })
  const discipline = { form: 'reprimand', side: 'party', effectiveOn: '2025-05-10' }
  const data = {
    name: 'Người A',
    birthDate: '1980-02',
    sex: 'male',
    citizenId: who.citizenId,
    ratings: [{ year: 2025, level: 'good' }],
    family: [{ relation: 'spouse', name: 'Trần Thị B', personId: wife }],
  }
  const registered = await made({ type: 'addPerson', data })
  await made({ type: 'addTenure', data: { personId: registered, postId: division, from: '2020-01-01', form: 'appointed' } })
  value(await plan(office, list))
  value(await plan(office, { ...proposal, person: { ...who, personId: registered } }))
  // What is learnt later of a sanction from before the proposal takes nobody off a list by itself.
  const revision = async () =>
    (value(await office.ask(Question.parse({ about: 'person', personId: registered, day: today }))) as { revision: number }).revision
  await made({
    type: 'correctPerson',
    personId: registered,
    seen: await revision(),
    at: today,
    set: { disciplines: [discipline] },
    reason: 'Bổ sung',
  })
  expect(await plan(office, { ...proposal, entryId: 'e2', person: { ...who, personId: registered } })).toMatchObject({
    refusal: { code: 'planning-person-listed' },
  })
  value(
    await plan(office, {
      type: 'approvePlanning',
      listId: 'pgd',
      entryIds: ['e1'],
      document: { number: '12-QĐ/TU', date: today },
      on: today,
    }),
  )
  office.setClock('2026-09-08T08:00:00+07:00')
  value(await order(office, opened))
  value(await order(office, nominee))
  const known = value(await office.ask({ about: 'nomineeFromRegistry', caseId, personId: person }))
  expect(known).toEqual({
    birthDate: '1980-02',
    sex: 'male',
    disciplines: { on: '2026-09-08', list: [{ sanction: 'reprimand', effectiveOn: '2025-05-10' }] },
    ratings: [{ year: 2025, level: 'good' }],
    held: { on: '2026-09-08', list: [{ post: 'Trưởng phòng', level: 'nextLower', from: '2020-01-01' }] },
    planning: {
      on: '2026-09-08',
      list: [{ post: 'Phó Giám đốc', relation: 'samePost', from: today, document: { number: '12-QĐ/TU', date: today } }],
    },
    relatives: {
      on: '2026-09-08',
      list: [
        {
          name: 'Trần Thị B',
          relation: 'spouse',
          from: '2021-12-20',
          holds: { post: 'Giám đốc', unit: 'Sở Nội vụ', level: 'province', isHead: true, isKey: true },
        },
      ],
    },
  })
  const beside = { post: 'Phó Giám đốc', unit: 'Sở Nội vụ', level: 'province', isHead: false, isKey: true } as const
  value(await order(office, { type: 'noteNomineeFacts', personId: person, facts: known, postFacts: { beside }, source: 'registry' }))
  const sheet = value(await office.ask({ about: 'eligibility', caseId })).nominees[0]
  expect(sheet?.stops).toEqual(['G-15', 'G-19'])
  const told = value(await office.ask({ about: 'reminders', year: 2026 })).reminders
  expect(told).toMatchObject([{ kind: 'reappointmentNotice', subject: 'Trần Thị B', personId: wife }])
  // A warning recorded in the registry proposes by itself that the person leaves the list.
  await made({
    type: 'changePerson',
    personId: registered,
    seen: await revision(),
    from: '2026-09-08',
    set: { disciplines: [discipline, { form: 'warning', side: 'party', effectiveOn: '2026-09-08' }] },
  })
  expect(value(await office.ask({ about: 'planningList', listId: 'pgd' })).entries[0]?.outProposals).toMatchObject([
    { ground: 'discipline', basis: { sanction: 'warning', on: '2026-09-08' } },
  ])
  const stranger = {
    ...nominee,
    nominee: { ...nominee.nominee, personId: PersonId.parse('z'), ballotName: 'Z', citizenId: '031080000009' },
  } as CaseCommand
  value(await order(office, stranger))
  expect(await office.ask({ about: 'nomineeFromRegistry', caseId, personId: PersonId.parse('z') })).toMatchObject({
    refusal: { code: 'nominee-not-in-registry' },
  })
})

test('the picker finds people by parts of the name and tells of each what stands against it', async () => {
  const office = await officeOf()
  const made = async (command: unknown): Promise<string> =>
    value(await office.dispatch(Order.parse({ to: 'registry', command }))).registry?.made[0] ?? ''
  const unit = await made({ type: 'addUnit', from: '2010-01-01', data: { name: 'Sở Nội vụ', level: 'department', kind: 'government' } })
  const postOf = (title: string, group: string, rank: number) =>
    made({ type: 'addPost', from: '2010-01-01', data: { unitId: unit, title, group, rank } })
  const [head, deputy, division] = [
    await postOf('Giám đốc', 'head', 1),
    await postOf('Phó Giám đốc', 'deputyHead', 2),
    await postOf('Trưởng phòng', 'divisionHead', 3),
  ]
  const someone = async (name: string, postId: string, more: object = {}) => {
    const personId = await made({ type: 'addPerson', data: { name, birthDate: '1980-02-03', sex: 'male', ...more } })
    await made({ type: 'addTenure', data: { personId, postId, from: '2022-01-01', form: 'appointed' } })
    return personId
  }
  const fit = await someone('Nguyễn Thị Hà', division, { ethnicity: 'Tày' })
  await someone('Nguyễn Văn Hà', head)
  await someone('Nguyễn Sơn Hà', deputy)
  await someone('Nguyễn Bích Hà', division, { disciplines: [{ form: 'warning', side: 'party', effectiveOn: '2025-05-10' }] })
  value(await plan(office, list))
  const asked = async (search: string, isReElection = false) =>
    value(await office.ask({ about: 'planningCandidates', listId: 'pgd', search, isReElection })).candidates
  const found = await asked('ha nguyen')
  expect(found.map(({ person, problems }) => [person.name, person.currentRank, problems.map((one) => one.code)])).toEqual([
    ['Nguyễn Bích Hà', 5, ['planning-disciplined']],
    ['Nguyễn Sơn Hà', 6, ['planning-own-post']],
    ['Nguyễn Thị Hà', 5, []],
    ['Nguyễn Văn Hà', 7, ['planning-post-not-higher']],
  ])
  expect((await asked('son ha', true)).map((one) => one.problems)).toEqual([[]])
  const chosen = found.find(({ person }) => person.personId === fit)?.person
  expect(chosen).toMatchObject({ isMinority: true, currentPost: 'Trưởng phòng', currentUnit: 'Sở Nội vụ' })
  if (!chosen) throw new Error('found above')
  // What was shown is what the order says: the same law.
  value(await plan(office, { ...proposal, person: chosen }))
  expect((await asked('thi ha')).map((one) => one.problems.map(({ code }) => code))).toEqual([['planning-person-listed']])
  value(await office.act({ act: 'startWork', operatorId: OperatorId.parse('thu-ky') }))
  expect(await office.ask({ about: 'planningCandidates', listId: 'pgd', search: 'ha', isReElection: false })).toMatchObject({
    refusal: { code: 'role-may-not' },
  })
})
