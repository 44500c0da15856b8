// The nominees and their action programs: which version, when handed in, and its text.
import { useTranslation } from 'react-i18next'
import { useCase } from '../../case-desk.tsx'
import { useDesk } from '../../desk.tsx'
import { Chip } from '../../parts/chip.tsx'
import { showDay } from '../../parts/dates.ts'
import { Empty } from '../../parts/empty.tsx'
import { Sheet } from '../../parts/sheet.tsx'

export function NomineeSheet() {
  const { t } = useTranslation()
  const { view } = useCase()
  const { go } = useDesk()
  if (view.nominees.length === 0)
    return (
      <Sheet title={t('nominee.sheet')}>
        <Empty title={t('nominee.none')} text={t('nominee.noneText')} />
      </Sheet>
    )
  return (
    <Sheet title={t('nominee.sheet')} sub={t('nominee.count', { count: view.nominees.length })}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('list.name')}</th>
            <th scope="col">{t('nominee.currentPost')}</th>
            <th scope="col">{t('program.title')}</th>
          </tr>
        </thead>
        <tbody>
          {view.nominees.map((nominee) => (
            <tr key={nominee.personId}>
              <td>
                <b>{nominee.name}</b>
                <div className="row">
                  {nominee.isWithdrawn && <Chip meaning="stopped">{t('nominee.withdrawn')}</Chip>}
                  {nominee.isIntroducedByHead && <Chip meaning="ink">{t('nominee.byHead')}</Chip>}
                  {view.goesOn.includes(nominee.personId) && <Chip meaning="carried">{t('nominee.goesOn')}</Chip>}
                  {!nominee.isPlanned && <Chip meaning="warn">{t('nominee.notPlanned')}</Chip>}
                  {!nominee.isEligible && <Chip meaning="warn">{t('nominee.notEligible')}</Chip>}
                </div>
              </td>
              <td>
                {nominee.currentPost}
                <div>
                  <button
                    type="button"
                    className="linkish"
                    onClick={() => go({ at: 'eligibility', caseId: view.caseId, personId: nominee.personId })}
                  >
                    {t('eligibility.open')}
                  </button>
                </div>
              </td>
              <td>
                {nominee.programVersions.length === 0 ? (
                  <span className="t2">{t('program.none')}</span>
                ) : (
                  nominee.programVersions.map((version) => (
                    <details key={version.version}>
                      <summary>
                        {t('program.version', { version: version.version, day: showDay(version.handedInOn), pages: version.program.pages })}{' '}
                        {version.isLate && <Chip meaning="warn">{t('program.late')}</Chip>}
                      </summary>
                      <p className="xs t2">SHA-256 {version.sha256.replaceAll(/(.{4})/g, '$1 ').trim()}</p>
                      {version.program.sections.map((section) => (
                        <div key={section.key} className="rec said">
                          <b>{section.title}</b>
                          <p>{section.text}</p>
                        </div>
                      ))}
                    </details>
                  ))
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Sheet>
  )
}
