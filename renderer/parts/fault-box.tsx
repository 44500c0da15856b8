// A fault of the machine: what failed, what was kept, what to do, and a code to read out on the telephone. Never a stack.
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useInSight } from '../in-sight.ts'

export function FaultBox(props: { readonly code: string; readonly children?: ReactNode }) {
  const { t, i18n } = useTranslation()
  const place = useInSight(1)
  const known: unknown = i18n.getResource(i18n.language, 'translation', `fault.known.${props.code}`)
  return (
    <div ref={place} className="fault" role="alert">
      <b className="fault-what">{t('fault.what')}</b> {typeof known === 'string' ? `${known} ` : ''}
      {t('fault.kept')} <span className="t2">{t('fault.code', { code: props.code })}</span>
      {props.children !== undefined && <div className="do">{props.children}</div>}
    </div>
  )
}
