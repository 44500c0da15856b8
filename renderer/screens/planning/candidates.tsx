// People of the registry for a planning list, found as in the list of people: who may be proposed is chosen, who may not is told why.
import { Button, TextInput } from '@mantine/core'
import { Suspense, useDeferredValue } from 'react'
import { useTranslation } from 'react-i18next'
import type { Candidate } from '../../../workflows/planning/candidates.ts'
import { Chip } from '../../parts/chip.tsx'
import { TroubleBox } from '../../parts/trouble.tsx'
import { useKept } from '../../use-draft.ts'
import { useWording } from '../../wording.ts'
import { showPartial } from '../registry/fields.ts'
import { usePlanning } from './use-planning.ts'

type Chosen = Candidate['person']
type Props = { readonly listId: string; readonly isReElection: boolean; readonly onChoose: (person: Chosen) => void }

export function Candidates(props: Props) {
  const { t } = useTranslation()
  const [typed, setTyped] = useKept('search', '', 'candidates')
  const search = useDeferredValue(typed.trim())
  return (
    <>
      <TextInput
        label={t('planningPick.search')}
        description={t('planningPick.searchHelp')}
        placeholder={t('registry.people.searchHint')}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        autoComplete="off"
        maxLength={200}
        w={420}
      />
      {search !== '' && <Found {...props} search={search} />}
    </>
  )
}

function Found({ listId, search, isReElection, onChoose }: Props & { readonly search: string }) {
  const { t } = useTranslation()
  const { answer, trouble } = usePlanning({ about: 'planningCandidates', listId, search, isReElection })
  const found = answer?.candidates ?? []
  return (
    <>
      <TroubleBox trouble={trouble} />
      <p role="status" className="xs t2">
        {answer !== null &&
          (found.length === 0
            ? t('planningPick.none')
            : t(answer.isMore ? 'planningPick.more' : 'planningPick.found', { count: found.length }))}
      </p>
      {found.length > 0 && (
        <ul className="lines" aria-label={t('planningPick.list')}>
          {found.map((one) => (
            <li key={one.person.personId}>
              <Line candidate={one} onChoose={onChoose} />
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

function Line({ candidate, onChoose }: { readonly candidate: Candidate; readonly onChoose: (person: Chosen) => void }) {
  const { t } = useTranslation()
  const { person, problems } = candidate
  return (
    <>
      <div className="row">
        <b>{person.name}</b>
        <span className="t2">{aboutPerson(person)}</span>
        {problems.length === 0 ? (
          <Button variant="default" size="compact-sm" className="push" onClick={() => onChoose(person)}>
            {t('planningPick.choose', { name: person.name })}
          </Button>
        ) : (
          <span className="push">
            <Chip meaning="stopped">{t('planningPick.mayNot')}</Chip>
          </span>
        )}
      </div>
      <Suspense fallback={null}>
        <Reasons problems={problems} />
      </Suspense>
    </>
  )
}

function Reasons({ problems }: Pick<Candidate, 'problems'>) {
  const say = useWording()
  return problems.map((one) => (
    <p key={one.code} className="xs">
      {say.refusal(one)}
    </p>
  ))
}

/** Born, the post held and where, in one line. */
export const aboutPerson = ({ birthDate, currentPost, currentUnit }: Chosen): string =>
  [birthDate === undefined ? '' : showPartial(birthDate), currentPost, currentUnit ?? ''].filter((part) => part !== '').join(', ')
