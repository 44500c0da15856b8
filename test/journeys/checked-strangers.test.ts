// Files of strangers checked while the office's own file is open: whatever they are, the check is noted, and the data file opens again.
import { mkdirSync, mkdtempSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { desks } from '../../workflows/sample/department.ts'
import { passphrase, testOffice, value, withFile } from './office.ts'
import { sampleOf } from './play.ts'

test('a folder with a file of 100 MB, one that is no file and one that is no PDF is told file by file, and noted so that the ledger can be read again', async () => {
  const { operators } = sampleOf({ upTo: 'leadershipOrientation' })
  const office = await withFile('2026-09-01T08:00:00+07:00', operators)
  value(await office.act({ act: 'startWork', operatorId: desks.hr }))
  const folder = mkdtempSync(join(office.dataDir, 'cua-nguoi-la-'))
  writeFileSync(join(folder, 'to.pdf'), '%PDF-1.7')
  truncateSync(join(folder, 'to.pdf'), 100 * 1024 * 1024)
  symlinkSync(join(folder, 'vong.pdf'), join(folder, 'vong.pdf'))
  writeFileSync(join(folder, 'chu.pdf'), 'không phải PDF')
  mkdirSync(join(folder, 'thu-muc.pdf'))
  const { files } = value(await office.ask({ about: 'folder', folder }))
  expect(files.map(({ name, lines }) => [name, lines[0]?.code])).toEqual([
    ['chu.pdf', 'FILE_NOT_COMPARED'],
    ['to.pdf', 'TOO_BIG'],
    ['vong.pdf', 'FILE_UNREADABLE'],
  ])
  expect(value(await office.ask({ about: 'session' })).ledger?.size).toBeGreaterThan(3)
  await office.close()
  const again = await testOffice('2026-09-02T08:00:00+07:00', office.dataDir)
  value(await again.act({ act: 'openFile', file: again.file, passphrase }))
  expect([...office.faults, ...again.faults]).toEqual([])
})
