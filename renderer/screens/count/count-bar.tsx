// The head of the counting table: which meeting, who counts, whether the slips are kept.
import { useTranslation } from 'react-i18next'
import { useCase } from '../../case-desk.tsx'
import { useDesk } from '../../desk.tsx'
import { Chip } from '../../parts/chip.tsx'
import { showDay } from '../../parts/dates.ts'
import { IconUser } from '../../parts/icons.ts'
import { PageTitle } from '../../parts/page-title.tsx'
import { useWording } from '../../wording.ts'

export function CountBar(props: { readonly isCounting: boolean }) {
  const { t } = useTranslation()
  const say = useWording()
  const { session } = useDesk()
  const { view } = useCase()
  const { conference } = view
  return (
    <header className="count-bar">
      <PageTitle>
        {conference === undefined
          ? t('countRoom.title')
          : t('countRoom.titleOf', { name: say.conference(conference), step: conference.stepNo })}
      </PageTitle>
      <span className="t2 sub">
        {view.opening.post.title}
        {conference !== undefined && ` · ${showDay(conference.plannedAt.slice(0, 10))}`}
      </span>
      <span className="row push">
        {session.operator !== undefined && (
          <Chip meaning="plain" icon={<IconUser size={15} stroke={2} aria-hidden="true" />}>
            {t('countRoom.counter', { name: session.operator.name })}
          </Chip>
        )}
        {props.isCounting && <Chip meaning="passed">{t('countRoom.durable')}</Chip>}
      </span>
    </header>
  )
}
