// Handing a list, a return or a 2C record out as a file. Lists of the registry give their own filter along.
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PersonId } from '../../../workflows/core/ids.ts'
import type { ShellAct } from '../../../workflows/office.ts'
import { useDesk } from '../../desk.tsx'
import { useOrders } from '../../orders.ts'
import { bytesOf } from '../../parts/bytes.ts'
import { TroubleBox } from '../../parts/trouble.tsx'

export type BookAsked = Omit<Extract<ShellAct, { act: 'exportRegistry' }>, 'act'>

export function ExportButton(props: { readonly asked: BookAsked | null }) {
  const { t } = useTranslation()
  const { office } = useDesk()
  const { send, trouble, isBusy } = useOrders(office)
  const [rows, setRows] = useState<number | null>(null)
  const { asked } = props
  const save = async () => {
    setRows(null)
    if (asked === null) return
    const done = await send({ to: 'shell', act: { act: 'exportRegistry', ...asked } })
    if (done?.book === undefined) return
    download(done.book)
    setRows(done.book.rows)
  }
  return (
    <>
      <div>
        <Button variant="default" aria-disabled={isBusy || undefined} onClick={() => void save()}>
          {t('registryExport.do')}
        </Button>
      </div>
      <TroubleBox trouble={trouble} />
      {rows !== null && (
        <p className="note passed" role="status">
          {t('registryExport.done', { count: rows })}
        </p>
      )}
    </>
  )
}

/** The 2C record of one person as of a day, to print or to write on in Word. */
export function Form2CButtons(props: { readonly personId: PersonId; readonly day: string }) {
  const { t } = useTranslation()
  const { office } = useDesk()
  const { send, trouble, isBusy } = useOrders(office)
  const { personId, day } = props
  const save = async (as: 'pdf' | 'docx') => {
    const done = await send({ to: 'shell', act: { act: 'exportForm2C', personId, day, as } })
    if (done?.book !== undefined) download(done.book)
  }
  return (
    <>
      <div className="row">
        <Button variant="default" aria-disabled={isBusy || undefined} onClick={() => void save('pdf')}>
          {t('registryExport.form2CPdf')}
        </Button>
        <Button variant="default" aria-disabled={isBusy || undefined} onClick={() => void save('docx')}>
          {t('registryExport.form2CWord')}
        </Button>
      </div>
      <TroubleBox trouble={trouble} />
    </>
  )
}

/** As the browser saves files: both shells have it. */
function download({ bytes, name }: { readonly bytes: string; readonly name: string }): void {
  const url = URL.createObjectURL(new Blob([bytesOf(bytes)], { type: 'application/octet-stream' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
