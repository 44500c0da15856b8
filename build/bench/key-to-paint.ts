// Bench of a meeting's keys: a slip counted, and a person found and checked in among five hundred, each with its writing to the disk in between.
import { PersonId } from '../../workflows/core/ids.ts'
import { sampleAppointment } from '../../workflows/sample/appointment.ts'
import { desks } from '../../workflows/sample/department.ts'
import { type PaintLine, paintLine } from './painted.ts'
import { goTo, onSampleScreen, type ScreenBench } from './sample-office.ts'

export type KeyBench = ScreenBench & { readonly presses: number }

/** Slip by slip, into the open bundle beside the file. */
export function countEntryLine({ presses, ...options }: KeyBench): Promise<PaintLine> {
  const sample = sampleAppointment({ rulebook: 'RB2026', overlay: true })
  const second = sample.acts.filter(({ command }) => command.type === 'typeCount')[1]
  const acts = sample.acts.slice(0, second === undefined ? 0 : sample.acts.indexOf(second))
  return onSampleScreen(
    options,
    sample,
    acts,
    async ({ as, order }) => {
      await as(desks.counter)
      await order({ type: 'makeCountBundles', size: 25 })
    },
    async (page, caseId) => {
      await goTo(page, `#/count/${caseId}`)
      await page.locator('.count-modes').waitFor()
      await page.keyboard.press('Enter')
      await page.locator('.count-line').first().waitFor()
      // In and back out again, so that no bundle is ever full: both are written through to the disk.
      const key = (round: number) => (round % 2 === 0 ? 'Digit1' : 'Minus')
      return paintLine(page, 'count entry', presses, { answer: '.count-no', focus: '.count-entry', key })
    },
  )
}

const attendees = 500

/** A letter typed among five hundred people, then Enter: the person checked in, on the disk and on the screen. */
export async function rollCallLines({ presses, ...options }: KeyBench): Promise<readonly PaintLine[]> {
  const sample = sampleAppointment({ rulebook: 'RB2026', overlay: true, upTo: 'keyOfficialsConsultation' })
  const at = sample.acts.findLastIndex(({ command }) => command.type === 'conveneConference')
  const acts = sample.acts.slice(0, at + 1).map((act, index) => (index === at ? { ...act, command: crowded(act.command) } : act))
  return onSampleScreen(
    options,
    sample,
    acts,
    ({ as }) => as(desks.meeting),
    async (page, caseId) => {
      await goTo(page, `#/meeting/${caseId}`)
      await page.locator('[data-roll]').waitFor()
      const rows = '.roll tbody'
      const letters = await paintLine(page, `roll call of ${attendees}, a letter`, presses, {
        answer: rows,
        focus: '[data-roll]',
        key: (round) => (round % 2 === 0 ? 'n' : 'Backspace'),
      })
      const checkIn = await paintLine(page, `roll call of ${attendees}, a person checked in`, Math.min(presses, attendees >> 1), {
        answer: '.roll [role=status]',
        focus: '[data-roll]',
        typed: 'khach',
        key: () => 'Enter',
      })
      return [letters, checkIn]
    },
  )
}

type Command = ReturnType<typeof sampleAppointment>['acts'][number]['command']

/** The same meeting with a hall full of people. */
function crowded(command: Command): Command {
  if (command.type !== 'conveneConference') return command
  const more = attendees - new Set(command.rows.map(({ personId }) => personId)).size
  const [first] = command.rows
  if (first === undefined) return command
  const rows = Array.from({ length: more }, (_, index) => ({
    ...first,
    personId: PersonId.parse(`khach-${index}`),
    name: `Nguyễn Khách ${index + 1} (dữ liệu mẫu)`,
  }))
  return { ...command, membersTotal: command.membersTotal + more, rows: [...command.rows, ...rows] }
}
