// The bar over every screen: practice data while the rehearsals are open, with the way back to the records; sample data on a sample case.
import { useTranslation } from 'react-i18next'
import { useDesk } from './desk.tsx'
import { TroubleBox } from './parts/trouble.tsx'
import { useRehearsals } from './rehearsals.ts'

export function RehearsalBand(props: { readonly isSample: boolean }) {
  const { t } = useTranslation()
  const { session } = useDesk()
  const { leave, trouble } = useRehearsals()
  if (session.isRehearsal !== true && !props.isSample) return null
  return (
    <>
      <div className="rehearsal-band" role="status">
        <span>{session.isRehearsal ? t('practice.band') : t('rehearsal')}</span>
        {session.isRehearsal && (
          <button type="button" onClick={() => void leave()}>
            {t('practice.leave')}
          </button>
        )}
      </div>
      <TroubleBox trouble={trouble} />
    </>
  )
}
