// A character the papers' face lacks, on a real file: refused where it is typed, for the paper would never be drawn.
import { expect, test } from 'vitest'
import { playCase } from '../../electron/cli/play-case.ts'
import type { CaseCommand } from '../../workflows/procedure/commands.ts'
import { desks } from '../../workflows/sample/department.ts'
import { refusalText } from '../../workflows/wording/refusals.ts'
import { value } from './office.ts'
import { before, sampleOf, tableFor, tableOver } from './play.ts'

test('a request with a character that cannot be printed records nothing and says where it stands', async () => {
  const sample = sampleOf({ papers: true })
  const acts = before(sample, 'recordAct')
  const table = await tableFor({ ...sample, acts })
  const view = await playCase({ doorway: table.office.doorway, setClock: table.office.setClock, signs: false }, { ...sample, acts })
  const desk = tableOver(table.office, sample, view)
  const known = sample.acts.flatMap(({ command }) =>
    command.type === 'requestPaper' && command.kind === 'policyRequest' ? [command] : [],
  )[0]
  if (!known) throw new Error('no request')
  const command: CaseCommand = {
    ...known,
    details: { ...known.details, reason: 'Khối lượng công việc tăng ☑ theo đề án' },
    reason: 'lập lại',
  }
  const answer = await desk.ask(desks.hr, command)
  expect(answer).toMatchObject({
    refusal: { code: 'glyph-missing', character: '☑', codePoint: 'U+2611', near: 'ượng công việc tăng ☑ theo đề án' },
  })
  if (answer.ok || !answer.refusal) throw new Error('refused')
  expect(refusalText(answer.refusal, 'vi')).toContain('“ượng công việc tăng ☑ theo đề án”')
  const nominee = {
    personId: 'an',
    name: 'An',
    ballotName: 'An',
    currentPost: 'Trưởng phòng 🙂',
    currentRank: 5,
    isPlanned: true,
    isEligible: true,
  }
  expect(await desk.ask(desks.hr, { type: 'proposeNominee', nominee } as never)).toMatchObject({
    refusal: { code: 'glyph-missing', character: '🙂' },
  })
  expect(value(await table.office.ask({ about: 'case', caseId: table.caseId })).version).toBe(view.version)
  expect(table.office.faults).toEqual([])
}, 20_000)
