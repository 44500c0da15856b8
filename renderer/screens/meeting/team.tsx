// The counting team: proposed by the chair, adopted by a show of hands before ballots go out (procedure.md 7.2).
import { useTranslation } from 'react-i18next'
import type { TeamMember } from '../../../workflows/conference/facts.ts'
import { PersonId } from '../../../workflows/core/ids.ts'
import type { ConferenceView } from '../../../workflows/procedure/case-view.ts'
import { actOf, useCase } from '../../case-desk.tsx'
import { CitizenBox, isCitizenIdBad } from '../../parts/citizen-box.tsx'
import { CountBox, countIn } from '../../parts/count-box.tsx'
import { ChoiceBox, clean } from '../../parts/form.tsx'
import { useDraft } from '../../use-draft.ts'
import { SealedAct } from '../case/act-frame.tsx'

const roles = ['head', 'secretary', 'member'] as const
type Row = { readonly key: string; readonly personId: string; readonly role: TeamMember['role']; readonly citizenId: string }

export function Team(props: { readonly conference: ConferenceView }) {
  const { t } = useTranslation()
  const { view } = useCase()
  const { countingTeam } = props.conference
  return (
    <>
      {countingTeam !== undefined && (
        <div className="pad">
          <ul>
            {countingTeam.members.map((member) => (
              <li key={member.personId}>
                <b>{member.name}</b> <span className="t2">{t(`teamRole.${member.role}`)}</span>
              </li>
            ))}
          </ul>
          <p className="sm t2">{t('team.adopted', { inFavour: countingTeam.inFavour, of: countingTeam.of })}</p>
        </div>
      )}
      {actOf(view, 'adoptCountingTeam') !== undefined && <AdoptTeam conference={props.conference} />}
    </>
  )
}

function AdoptTeam(props: { readonly conference: ConferenceView }) {
  const { t } = useTranslation()
  const { list, attendance, teamSizeDefault, quorum } = props.conference
  const present = new Set(attendance.filter((line) => line.status === 'present').map((line) => line.personId))
  const people = list.filter((person) => present.has(person.personId))
  const first: readonly Row[] = Array.from({ length: teamSizeDefault }, (_, index) => ({
    key: `seat-${index}`,
    personId: '',
    role: roles[Math.min(index, 2)] ?? 'member',
    citizenId: '',
  }))
  const { draft, set } = useDraft({ rows: first, inFavour: '', of: String(quorum.present) })
  const change = (key: string, part: Partial<Row>) => set('rows')(draft.rows.map((row) => (row.key === key ? { ...row, ...part } : row)))
  const build = () => {
    const inFavour = countIn(draft.inFavour)
    const of = countIn(draft.of)
    const members = draft.rows.flatMap((row): TeamMember[] => {
      const person = people.find((one) => one.personId === row.personId)
      const citizenId = clean(row.citizenId)
      return person === undefined
        ? []
        : [{ personId: PersonId.parse(person.personId), name: person.name, role: row.role, ...(citizenId === '' ? {} : { citizenId }) }]
    })
    const isIdBad = members.some((member) => isCitizenIdBad(member.citizenId ?? ''))
    if (inFavour === undefined || of === undefined || members.length !== draft.rows.length || isIdBad) return null
    return { type: 'adoptCountingTeam', members, inFavour, of } as const
  }
  const names = draft.rows.flatMap((row) => people.find((person) => person.personId === row.personId)?.name ?? []).join(', ')
  return (
    <SealedAct
      command="adoptCountingTeam"
      build={build}
      sentence={t('will.adoptCountingTeam', { names, inFavour: draft.inFavour, of: draft.of })}
    >
      {(tried) => (
        <>
          <div className="team-seats">
            {draft.rows.map((row, index) => (
              <fieldset className="plain" key={row.key}>
                <legend>{t('team.seat', { no: index + 1 })}</legend>
                <div className="fields">
                  <ChoiceBox
                    label={t('team.person')}
                    value={row.personId}
                    onChange={(personId) => change(row.key, { personId })}
                    options={[
                      { value: '', label: t('form.choose') },
                      ...people.map((person) => ({ value: person.personId as string, label: `${person.name}, ${person.title}` })),
                    ]}
                    isList
                  />
                  <ChoiceBox
                    label={t('team.role')}
                    value={row.role}
                    onChange={(role) => change(row.key, { role })}
                    options={roles.map((value) => ({ value, label: t(`teamRole.${value}`) }))}
                    isList
                    width={170}
                  />
                  <CitizenBox value={row.citizenId} width={160} onChange={(citizenId) => change(row.key, { citizenId })} tried={tried} />
                </div>
                {tried && row.personId === '' && <p className="note wrong">{t('form.missing')}</p>}
              </fieldset>
            ))}
          </div>
          <div className="fields">
            <CountBox label={t('hands.inFavour')} value={draft.inFavour} onChange={set('inFavour')} mustBeFilled={tried} />
            <CountBox label={t('hands.of')} value={draft.of} onChange={set('of')} mustBeFilled={tried} />
          </div>
        </>
      )}
    </SealedAct>
  )
}
