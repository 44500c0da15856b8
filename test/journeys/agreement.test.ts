// A paper that differs from the rest of its case, on a real file: it is not signed before somebody puts it right or says why it stays.
import { expect, test } from 'vitest'
import { playCase } from '../../electron/cli/play-case.ts'
import { sampleKeyId } from '../../electron/services/sample-keys.ts'
import type { PaperId } from '../../workflows/core/ids.ts'
import { desks } from '../../workflows/sample/department.ts'
import type { SampleAct } from '../../workflows/sample/script.ts'
import { value } from './office.ts'
import { before, sampleOf, tableFor, tableOver } from './play.ts'

test('a request recorded under another number than it bears is signed only for a reason', async () => {
  const whole = sampleOf({ papers: true })
  // The clerk records the request with the number of last year.
  const acts = before(whole, 'proposeNominee').map(
    (act): SampleAct =>
      act.command.type === 'recordAct' && act.command.act === 'policyRequest' && act.command.document
        ? { ...act, command: { ...act.command, document: { ...act.command.document, number: '15/TTr-SNV' } } }
        : act,
  )
  const table = await tableFor({ ...whole, acts })
  const view = await playCase({ doorway: table.office.doorway, setClock: table.office.setClock, signs: false }, { ...whole, acts })
  const desk = tableOver(table.office, whole, view)
  await desk.sitDown(desks.hr)
  const [paper] = view.papers
  const signer = paper?.signers[0]
  if (!paper || !signer) throw new Error('no paper')
  const found = value(await table.office.ask({ about: 'agreement', caseId: table.caseId }))
  expect(found.hidden).toBe(0)
  expect(found.differences).toMatchObject([
    {
      matter: 'document',
      one: { says: '01/TTr-SNV', source: { paperId: paper.paperId } },
      other: { says: '15/TTr-SNV', source: { act: 'policyRequest' } },
    },
  ])
  const sign = () => desk.sign(desks.chair, paper.paperId, signer.field, sampleKeyId(signer), 'mẫu')
  expect(await sign()).toMatchObject({ refusal: { code: 'papers-disagree', differences: 1 } })

  const differences = found.differences.map(({ id }) => id)
  await desk.must(desks.chair, {
    type: 'acceptDifferences',
    paperId: paper.paperId as PaperId,
    differences,
    reason: 'Vào sổ nhầm số, đã báo văn thư',
  })
  value(await sign())
  const now = value(await table.office.ask({ about: 'agreement', caseId: table.caseId }))
  expect(now.differences[0]?.accepted).toMatchObject([
    { paperId: paper.paperId, reason: 'Vào sổ nhầm số, đã báo văn thư', by: desks.chair },
  ])
  expect(table.office.faults).toEqual([])
}, 30_000)
