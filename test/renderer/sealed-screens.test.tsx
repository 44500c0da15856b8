// After a sealed ballot the screens of a role that may not know it are the same to the letter, whoever won and whatever others do next.
import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, test } from 'vitest'
import { officeParts } from '../../renderer/office-parts.ts'
import { approved, checks, conference, program } from '../support/appointment.ts'
import { caseId, memoryOffice } from './memory-office.ts'
import { showApp } from './show.tsx'

/** `carried`: A goes on and the desk asks the committee; `failed`: nobody has enough votes and the case is stopped. */
function closed(how: 'carried' | 'failed') {
  const play = approved('RB2026')
  for (const id of ['a', 'b', 'd']) play.do('hr', program(id))
  conference(play, 'leadershipOrientation', { list: ['a', 'b'] }, { votes: { A: 2, B: 2 }, invalid: 1 })
  conference(play, 'expandedNomination', { people: 24, presenters: ['a', 'b'] }, { votes: { A: 20, B: 4 } })
  conference(
    play,
    'keyOfficialsConsultation',
    { people: 45 },
    how === 'carried' ? { votes: { A: 43 }, invalid: 2 } : { votes: { A: 4 }, invalid: 41 },
  )
  return how === 'carried' ? checks(play) : play
}

const worlds = { carried: closed('carried'), failed: closed('failed') }
// The same morning in both.
for (const play of Object.values(worlds)) play.at('2026-09-08T07:30:00+07:00')

/** All that is read on the page, and by which names. The length of the log, which says that something was done and not what, is left out. */
async function readBy(how: keyof typeof worlds, working: string, hash: string): Promise<string> {
  showApp(memoryOffice(worlds[how], { working }), hash)
  const page = await screen.findByRole('main')
  await waitFor(() => expect(page.textContent?.length).toBeGreaterThan(30))
  await screen.findByRole('heading', { level: 1 })
  const names = [...page.querySelectorAll('[aria-label], [title], [aria-current], [aria-disabled]')].map((one) =>
    ['aria-label', 'title', 'aria-current', 'aria-disabled'].map((name) => one.getAttribute(name)).join('|'),
  )
  const said = JSON.stringify([page.textContent, names]).replaceAll(new RegExp(`\\b${worlds[how].facts.length}\\b`, 'g'), '#')
  cleanup()
  return said
}
afterEach(cleanup)

describe('the two worlds', () => {
  test('differ for the personnel desk, which may know', async () => {
    expect(await readBy('carried', 'hr', `#/case/${caseId}`)).not.toBe(await readBy('failed', 'hr', `#/case/${caseId}`))
  })

  test.each([
    '#/home',
    `#/case/${caseId}`,
    `#/meeting/${caseId}`,
    `#/count/${caseId}`,
    '#/sign',
    ...officeParts.map((part) => `#/office/${part}`),
    '#/help',
  ])('are one and the same on %s for the secretary', async (hash) => {
    const [carried, failed] = [await readBy('carried', 'tk', hash), await readBy('failed', 'tk', hash)]
    expect(carried).toBe(failed)
    expect(carried).not.toMatch(/95,56|8,89/)
  })

  test('and in the palette: the same entries for every search', async () => {
    const found: Record<string, (string | null)[][]> = {}
    for (const how of ['carried', 'failed'] as const) {
      const { user } = showApp(memoryOffice(worlds[how], { working: 'tk' }), `#/case/${caseId}`)
      await screen.findByRole('heading', { level: 1 })
      await user.keyboard('{Control>}k{/Control}')
      const box = await screen.findByRole('combobox', { name: 'Tìm hồ sơ, văn bản, việc' })
      const all: (string | null)[][] = []
      for (const typed of ['pho giam doc', 'y kien', 'bao cao']) {
        await user.clear(box)
        await user.type(box, typed)
        if (typed === 'pho giam doc') await screen.findByRole('group', { name: 'Hồ sơ' })
        const dialog = screen.getByRole('dialog')
        all.push(
          within(dialog)
            .queryAllByRole('option')
            .map(({ textContent }) => textContent),
        )
      }
      found[how] = all
      cleanup()
    }
    expect(found.carried).toEqual(found.failed)
    expect(found.carried?.[0]?.length).toBeGreaterThan(0)
  })
})
