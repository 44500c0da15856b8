// The nominees and their action programs: which version, when handed in, and its text.
import { useTranslation } from 'react-i18next'
import type { NomineeSheet as DossierSheet } from '../../../workflows/eligibility/view.ts'
import type { CaseView } from '../../../workflows/procedure/case-view.ts'
import { useCase } from '../../case-desk.tsx'
import { useDesk } from '../../desk.tsx'
import { Chip } from '../../parts/chip.tsx'
import { showDay, showTime } from '../../parts/dates.ts'
import { Empty } from '../../parts/empty.tsx'
import { IconAlertTriangle } from '../../parts/icons.ts'
import { Sheet } from '../../parts/sheet.tsx'
import { useEligibility } from './use-eligibility.ts'

/** What the record of the person still lacks. */
const lacksOf = (nominee: CaseView['nominees'][number]) =>
  [
    nominee.isPlanned ? null : 'nominee.notPlanned',
    nominee.isEligible ? null : 'nominee.notEligible',
    nominee.birthDate === undefined ? 'person.noBirth' : null,
    nominee.citizenId === undefined ? 'person.noId' : null,
  ].filter((lack) => lack !== null) as readonly ('nominee.notPlanned' | 'nominee.notEligible' | 'person.noBirth' | 'person.noId')[]

export function NomineeSheet() {
  const { t } = useTranslation()
  const { view } = useCase()
  const { go } = useDesk()
  const { view: eligibility } = useEligibility()
  if (view.nominees.length === 0)
    return (
      <Sheet title={t('nominee.sheet')}>
        <Empty title={t('nominee.none')} text={t('nominee.noneText')} />
      </Sheet>
    )
  const meetings = [...view.pastConferences, ...(view.conference === undefined ? [] : [view.conference])]
  const spoken = meetings.flatMap(({ presentations, stepNo }) =>
    presentations.filter(({ isPresented }) => isPresented).map((talk) => ({ talk, stepNo })),
  )
  const presents = view.overlays.includes('OV-AP2021')
  return (
    <Sheet title={t('nominee.sheet')} sub={t('nominee.count', { count: view.nominees.length })}>
      <table className="table nominees">
        <thead>
          <tr>
            <th scope="col">{t('list.name')}</th>
            <th scope="col">{t('person.title')}</th>
            <th scope="col">{t('program.title')}</th>
            {presents && <th scope="col">{t('person.presented')}</th>}
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
                </div>
                <span className="xs t2">{nominee.currentPost}</span>
              </td>
              <td>
                {lacksOf(nominee).map((lack) => (
                  <Chip key={lack} meaning="warn" icon={<IconAlertTriangle size={15} stroke={2} aria-hidden="true" />}>
                    {t(lack)}
                  </Chip>
                ))}
                <Dossier of={eligibility?.nominees.find(({ personId }) => personId === nominee.personId)} />
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
              {presents && (
                <td>
                  {spoken
                    .filter(({ talk }) => talk.personId === nominee.personId)
                    .map(({ talk, stepNo }) => (
                      <div key={`${stepNo} ${talk.presentedFrom}`} className="nowrap">
                        {t('person.presentedAt', { step: stepNo, from: showTime(talk.presentedFrom ?? '') })}
                        {talk.differsFromEarlier && <Chip meaning="warn">{t('person.differs')}</Chip>}
                      </div>
                    ))}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </Sheet>
  )
}

/** How many of the papers the checklist asks for are there, and which are not. Nothing where this role may not see dossiers, or until it is known. */
function Dossier({ of: sheet }: { readonly of: DossierSheet | undefined }) {
  const { t } = useTranslation()
  if (sheet === undefined) return null
  const asked = sheet.dossier.filter(({ rule }) => rule.required.value).length
  const count = t('person.papers', { there: asked - sheet.missing.length, asked })
  if (sheet.missing.length === 0) return <Chip meaning="passed">{count}</Chip>
  return (
    <details>
      <summary>{count}</summary>
      <p className="xs t2">{t('person.missing')}</p>
      <ul className="xs">
        {sheet.missing.map((item) => (
          <li key={item}>{t(`dossier.name.${item}`)}</li>
        ))}
      </ul>
    </details>
  )
}
