// The act of the meeting that is being worked on or looked at.
import { useTranslation } from 'react-i18next'
import type { AgendaKey, ConferenceView } from '../../../workflows/procedure/case-view.ts'
import { Ballots } from './ballots.tsx'
import { Closing } from './closing.tsx'
import { Count } from './count.tsx'
import { CountDoor } from './count-door.tsx'
import { Opening } from './opening.tsx'
import { Outcome } from './outcome.tsx'
import { Presentations } from './presentations.tsx'
import { RollCall } from './roll-call.tsx'
import { IntroduceName, ListAdoption, NomineeInformation, Purpose } from './said.tsx'
import { Team } from './team.tsx'

export function AgendaPart(props: { readonly at: AgendaKey; readonly conference: ConferenceView }) {
  const { t } = useTranslation()
  const { conference } = props
  switch (props.at) {
    case 'opening':
      return <Opening conference={conference} />
    case 'purpose':
      return <Purpose conference={conference} />
    case 'listAdoption':
      return (
        <>
          <IntroduceName conference={conference} />
          <ListAdoption conference={conference} />
        </>
      )
    case 'actionPrograms':
      return <Presentations conference={conference} />
    case 'nomineeInformation':
      return <NomineeInformation conference={conference} />
    case 'countingTeam':
      return <Team conference={conference} />
    case 'ballots':
      return (
        <>
          {conference.ballot?.outsideNamesAllowed === true && <IntroduceName conference={conference} />}
          {conference.ballot?.issued === undefined && (
            <details className="pad">
              <summary>{t('roll.late')}</summary>
              <RollCall conference={conference} />
            </details>
          )}
          <Ballots conference={conference} />
          <CountDoor conference={conference} />
        </>
      )
    case 'count':
      return (
        <>
          {conference.ballot?.outsideNamesAllowed === true && <IntroduceName conference={conference} />}
          <CountDoor conference={conference} />
          {conference.countBundles === undefined && <Count conference={conference} />}
        </>
      )
    case 'result':
      return <Outcome conference={conference} />
    case 'minutes':
      return <Closing conference={conference} />
  }
}
