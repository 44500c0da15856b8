// Torture: a counter that is killed. Says what it is about to put on the disk, and once it is there, that it is.
import { writeSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { slotFile } from '../../db/slot-file.ts'
import { openCountOver } from '../../electron/services/open-count.ts'
import { addSlip, noTotals, slipsIn } from '../../workflows/conference/bundle-totals.ts'
import { slipFormOf } from '../../workflows/conference/slip-form.ts'
import { CaseId, ConferenceId, OperatorId } from '../../workflows/core/ids.ts'
import { seededChance } from './archive-orders.ts'

const { values } = parseArgs({
  options: { file: { type: 'string' }, key: { type: 'string' }, seed: { type: 'string' }, hasty: { type: 'boolean' } },
})
const { file = '', key = '', seed = '1', hasty = false } = values
const size = 25
const form = slipFormOf({ method: 'nomination', seats: 1, names: ['A', 'B', 'C'], blankIs: 'invalid' })
const by = OperatorId.parse('kp1')
const fresh = {
  caseId: CaseId.parse('case-1'),
  conferenceId: ConferenceId.parse('c-1'),
  round: 1,
  no: 1,
  attempt: 1,
  by,
  mode: 'slips',
} as const
const chance = seededChance(Number(seed))
// Written at once and not through a stream: what was said must be what was done.
const say = (word: string, state: unknown): void => void writeSync(1, `${JSON.stringify({ word, state })}\n`)

const count = openCountOver(slotFile(file, Buffer.from(key, 'hex')))
say('found', count.of(by)?.totals ?? null)
for (;;) {
  const totals = count.of(by)?.totals ?? noTotals(form)
  if (slipsIn(totals) >= size) {
    say('next', null)
    if (hasty) say('done', null)
    count.drop(by)
    if (!hasty) say('done', null)
    continue
  }
  const added = addSlip(form, size, totals, chance() < 0.1 ? { invalid: 'OTHER' } : { marks: [Math.floor(chance() * 3)] })
  if (!added.ok) throw new Error(added.refusal.code)
  say('next', added.value)
  if (hasty) {
    say('done', added.value)
    // On a slow disk nearly every kill falls into the flush, when the slip is written already.
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5)
  }
  count.put({ ...fresh, totals: added.value }, true)
  if (!hasty) say('done', added.value)
}
