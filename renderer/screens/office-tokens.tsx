// Tokens: which drivers the office has named, what is in the readers now, and which of those keys are to be used here.
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TokenView } from '../../workflows/office.ts'
import { useDesk } from '../desk.tsx'
import { askOffice, type Trouble, troubleOf, useOrders } from '../orders.ts'
import { Chip } from '../parts/chip.tsx'
import { showDay } from '../parts/dates.ts'
import { ChoiceBox, clean, LineBox } from '../parts/form.tsx'
import { TroubleBox } from '../parts/trouble.tsx'
import { useAnswer } from '../use-answer.ts'
import { useKept } from '../use-draft.ts'
import type { KeyProps } from './office-keys.tsx'

export function TokenForm(props: KeyProps) {
  const { t } = useTranslation()
  const { office } = useDesk()
  const { send, trouble, isBusy } = useOrders(office)
  const known = useAnswer({ about: 'drivers' })
  const drivers = known.answer ?? []
  const [chosen, setChosen] = useState('')
  const [path, setPath] = useKept('path', '')
  const [tried, setTried] = useState(false)
  const [tokens, setTokens] = useState<readonly TokenView[] | null>(null)
  const [askTrouble, setAskTrouble] = useState<Trouble | null>(null)
  const [isLooking, setLooking] = useState(false)
  const driver = chosen === '' ? (drivers[0]?.path ?? '') : chosen
  const add = async () => {
    setTried(true)
    if (clean(path) === '') return
    const done = await send({ to: 'shell', act: { act: 'addTokenDriver', path: clean(path) } })
    if (done === null) return
    setChosen(clean(path))
    setPath('')
    setTried(false)
    await known.reload()
  }
  const look = async () => {
    if (driver === '' || isLooking) return
    setLooking(true)
    const reply = await askOffice(office, { about: 'tokens', driver })
    setLooking(false)
    setTokens(reply.ok ? reply.value : null)
    setAskTrouble(reply.ok ? null : troubleOf(reply))
  }
  const register = async (token: TokenView, certificate: TokenView['certificates'][number]) => {
    const { serial, label } = token
    const { ckaId, sha256 } = certificate
    const done = await send({ to: 'shell', act: { act: 'registerToken', driver, serial, label, ckaId, certificateSha256: sha256 } })
    if (done === null) return
    if (done.keys !== undefined) props.onDone(done.keys)
    else await props.reload()
    await look()
  }
  return (
    <details>
      <summary>{t('token.title')}</summary>
      <div className="form">
        <p className="sm t2">{t('token.help')}</p>
        <TroubleBox trouble={known.trouble} />
        {known.answer === null ? null : drivers.length === 0 ? (
          <p className="t2">{t('token.noDriver')}</p>
        ) : (
          <>
            <ChoiceBox
              label={t('token.driver')}
              value={driver}
              onChange={setChosen}
              width="100%"
              isList
              options={drivers.map((one) => ({ value: one.path, label: `${one.description} · ${one.path}` }))}
            />
            <div>
              <Button variant="default" aria-disabled={isLooking || undefined} onClick={() => void look()}>
                {isLooking ? t('key.busy') : t('token.look')}
              </Button>
            </div>
          </>
        )}
        <TroubleBox trouble={askTrouble} />
        {tokens?.map((token) => (
          <section key={`${token.serial} ${token.label}`} aria-label={token.label}>
            <p>
              <b>{t('token.holds', { label: token.label, model: token.model })}</b>{' '}
              {token.tries !== 'some' && <Chip meaning="warn">{t(`tokenTries.${token.tries}`)}</Chip>}
            </p>
            {token.certificates.length === 0 && <p className="t2">{t('token.none')}</p>}
            <ul className="lines">
              {token.certificates.map((certificate) => (
                <li key={certificate.sha256}>
                  <span>
                    {t('token.certificate', {
                      name: certificate.name,
                      id: certificate.citizenId ?? '',
                      issuer: certificate.issuer,
                      day: showDay(certificate.validTo),
                    })}
                  </span>{' '}
                  {certificate.isRegistered ? (
                    <Chip meaning="passed">{t('token.registered')}</Chip>
                  ) : (
                    <Button variant="default" size="compact-sm" onClick={() => void register(token, certificate)}>
                      {t('token.register', { name: certificate.name })}
                    </Button>
                  )}
                </li>
              ))}
            </ul>
          </section>
        ))}
        <LineBox
          label={t('token.path')}
          value={path}
          max={1000}
          width="100%"
          onChange={setPath}
          help={t('token.pathHelp')}
          mustBeFilled={tried}
        />
        <TroubleBox trouble={trouble} />
        <div>
          <Button variant="default" aria-disabled={isBusy || undefined} onClick={() => void add()}>
            {isBusy ? t('key.busy') : t('token.addDriver')}
          </Button>
        </div>
      </div>
    </details>
  )
}
