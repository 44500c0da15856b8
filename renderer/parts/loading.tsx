// Loading: nothing for 300 ms, then still outlines of a sheet and a word. No spinner.
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'

export function Loading() {
  const { t } = useTranslation()
  const [isLate, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 300)
    return () => clearTimeout(timer)
  }, [])
  return isLate ? (
    <p className="page t2" role="status">
      {t('loading')}
    </p>
  ) : null
}
