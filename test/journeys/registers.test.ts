// Registers on a real file: two cases draw in turn, a drawing fails between, the file is closed and opened; no number is lost or given twice.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { findAssets } from '../../electron/places.ts'
import { openOffice } from '../../electron/services/office.ts'
import { CaseId, PaperId } from '../../workflows/core/ids.ts'
import type { OfficeCommand } from '../../workflows/office.ts'
import { desks } from '../../workflows/sample/department.ts'
import { put, textOf, workFolder } from '../support/tools.ts'
import { cheap, freshFolder, passphrase, testOffice, value } from './office.ts'
import { real, sampleOf, tableFor, tableOver } from './play.ts'

const short = real(sampleOf({ upTo: 'leadershipOrientation' }))
const other = { ...short, caseId: `${short.caseId}-hai` }
const lastAt = short.acts.at(-1)?.at ?? ''
const register = 'state/SNV/BB/2026'

test('two cases take numbers in turn, and a drawing that failed took none', async () => {
  const one = await tableFor(short)
  const { office } = one
  await one.play(short.acts)
  const numbersOf = (papers: readonly { readonly number?: string }[]) => papers.map(({ number }) => number)
  expect(numbersOf(one.view().papers)).toEqual(['01/BB-SNV', '02/BB-SNV'])

  // The second case ends while nothing can be drawn: its papers stay owed, and no number is burnt.
  await office.close()
  const broken = join(office.dataDir, 'broken.wasm')
  writeFileSync(broken, 'not a typesetter')
  let now = lastAt
  const crippled = await openOffice({
    dataDir: office.dataDir,
    clock: () => now,
    keyCost: cheap,
    shell: 'browser',
    assets: { ...findAssets(), typstWasm: broken },
  })
  expect(await crippled.dispatch({ to: 'shell', act: { act: 'openFile', file: office.file, passphrase } })).toMatchObject({ ok: true })
  let seen = 0
  for (const { by, command } of short.acts) {
    now = new Date(Date.parse(now) + 1000).toISOString().replace('Z', '+00:00')
    await crippled.dispatch({ to: 'shell', act: { act: 'startWork', operatorId: by } })
    const done = (await crippled.dispatch({ to: 'case', caseId: other.caseId, seen, command })) as { value: { case: { version: number } } }
    seen = done.value.case.version
  }
  expect(await crippled.ask({ about: 'registers', register })).toMatchObject({ value: { registers: [{ register, next: 3 }] } })
  await crippled.close()

  const again = await testOffice(now, office.dataDir)
  value(await again.act({ act: 'openFile', file: office.file, passphrase }))
  const first = tableOver(again, short, one.view())
  await first.sitDown(desks.hr)
  const second = value(await again.ask({ about: 'case', caseId: CaseId.parse(other.caseId) }))
  expect(numbersOf(second.papers)).toEqual(['03/BB-SNV', '04/BB-SNV'])

  // The office's own book, then a voided number, then the paper made anew: it takes the next number, the old one stays.
  let officeVersion = value(await again.ask({ about: 'session' })).officeVersion
  const order = async (command: OfficeCommand) => {
    const answer = await again.dispatch({ to: 'office', seen: officeVersion, command })
    if (answer.ok) officeVersion = answer.value.session?.officeVersion ?? officeVersion
    return answer
  }
  expect(await order({ type: 'startRegister', register: register as never, next: 9 })).toMatchObject({
    refusal: { code: 'register-in-use' },
  })
  value(await order({ type: 'takeNumber', register: register as never, count: 2, reason: 'Văn thư cấp' }))
  value(await order({ type: 'startRegister', register: 'state/SNV/TTr/2026' as never, next: 41 }))
  const [minutes] = second.papers
  if (!minutes?.conferenceId) throw new Error('minutes of a meeting')
  const { version } = second
  const voided = value(
    await again.dispatch({
      to: 'case',
      caseId: CaseId.parse(other.caseId),
      seen: version,
      command: { type: 'voidNumber', paperId: PaperId.parse(minutes.paperId), reason: 'Sai tên hội nghị' },
    }),
  )
  const remade = value(
    await again.dispatch({
      to: 'case',
      caseId: CaseId.parse(other.caseId),
      seen: voided.case?.version ?? 0,
      command: {
        type: 'requestPaper',
        kind: minutes.kind,
        conferenceId: minutes.conferenceId as never,
        day: now.slice(0, 10),
        details: {},
        reason: 'Lập lại sau khi hủy số',
      },
    }),
  )
  expect(remade.case?.papers.map(({ number, status }) => [number, status])).toEqual([
    ['03/BB-SNV', 'voided'],
    ['04/BB-SNV', 'awaiting-signatures'],
    ['07/BB-SNV', 'awaiting-signatures'],
  ])
  const refused = await again.act({
    act: 'signPaper',
    caseId: CaseId.parse(other.caseId),
    paperId: PaperId.parse(minutes.paperId),
    field: minutes.signers[0]?.field ?? '',
    keyId: 'x',
    seen: minutes.sha256 ?? '',
    secret: 'x',
  })
  expect(refused).toMatchObject({ refusal: { code: 'paper-voided' } })

  const view = value(await again.ask({ about: 'registers', register: register as never }))
  expect(view.registers.map(({ register: id, next }) => [id, next])).toEqual([
    [register, 8],
    ['state/SNV/TTr/2026', 41],
  ])
  expect(view.numbers.map(({ first: from, last, standing, reason }) => [from, last, standing, reason])).toEqual([
    [7, 7, 'awaiting-signatures', undefined],
    [5, 6, 'takenByHand', 'Văn thư cấp'],
    [4, 4, 'awaiting-signatures', undefined],
    [3, 3, 'voided', 'Sai tên hội nghị'],
    [2, 2, 'awaiting-signatures', undefined],
    [1, 1, 'awaiting-signatures', undefined],
  ])
  // Minutes of several meetings of one case are told apart by their meeting.
  expect(view.numbers.find(({ first: from }) => from === 1)?.stage).toBe('leadershipOrientation')
  expect(value(await again.ask({ about: 'ledger' })).verified).toBe(true)
}, 120_000)

test('papers drawn after the house spelling was chosen follow it, and those before do not', async () => {
  const one = await tableFor(short)
  const { office } = one
  const end = short.acts.findIndex(({ command }) => command.type === 'closeConference')
  await one.play(short.acts.slice(0, end))
  await one.sitDown(desks.hr)
  const { officeVersion } = value(await office.ask({ about: 'session' }))
  value(await office.dispatch({ to: 'office', seen: officeVersion, command: { type: 'chooseSpelling', toneMarks: 'secondVowel' } }))
  expect(value(await office.ask({ about: 'session' })).toneMarks).toBe('secondVowel')
  await one.play(short.acts.slice(end))
  const minutes = one.view().papers.find(({ kind }) => kind === 'conferenceMinutes')
  const question = { about: 'paper', caseId: CaseId.parse(short.caseId), paperId: PaperId.parse(minutes?.paperId) } as const
  const { bytes } = value(await office.ask(question))
  const text = textOf(put(workFolder(), 'minutes.pdf', Buffer.from(bytes, 'base64')))
  expect(text).toContain('CHỦ TOẠ')
  expect(text).toContain('CỘNG HÒA XÃ HỘI')
  expect(text).not.toContain('CHỦ TỌA')
  // A Word copy writes as its paper does, whatever the office chose since.
  await one.sitDown(desks.hr)
  const chosenAgain = value(await office.ask({ about: 'session' })).officeVersion
  office.setClock(`${(short.acts.at(-1)?.at ?? '').slice(0, 10)}T23:00:00+07:00`)
  value(await office.dispatch({ to: 'office', seen: chosenAgain, command: { type: 'chooseSpelling', toneMarks: 'firstVowel' } }))
  const folder = freshFolder()
  const { exported } = value(await office.act({ act: 'exportWord', caseId: question.caseId, folder, paperId: question.paperId }))
  const copy = unzipSync(readFileSync(join(folder, exported?.files[0] ?? '')))['word/document.xml']
  const xml = strFromU8(copy ?? new Uint8Array())
  expect([xml.includes('CHỦ TOẠ'), xml.includes('CHỦ TỌA')]).toEqual([true, false])
}, 60_000)
