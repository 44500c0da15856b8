// Which form belongs to which act of a case.
import { ConferenceId } from '../../../workflows/core/ids.ts'
import type { NextAct } from '../../../workflows/procedure/case-view.ts'
import { useCase } from '../../case-desk.tsx'
import { DraftPlace } from '../../draft-place.tsx'
import { GateList } from '../../parts/gate-list.tsx'
import { PlainAct } from './act-frame.tsx'
import { HoldBundle, ReleaseBundle } from './bundle-acts.tsx'
import { ChangeClassification } from './classification-acts.tsx'
import { Convene } from './convene.tsx'
import { MigrateRulebook, ResetStage } from './course-acts.tsx'
import { DestroyBundles } from './destroy-bundles.tsx'
import { HeadChoose, ReceiveDirection, SendReport } from './direction-acts.tsx'
import { ArchiveCase, CancelCase, DecideCase, MakeEffective, SubmitCase } from './end-acts.tsx'
import { RaiseIssue, ResolveIssue } from './issue-acts.tsx'
import { IntroduceByHead, ProposeNominee, WithdrawNominee } from './nominee-acts.tsx'
import { SubmitProgram } from './program-act.tsx'
import { RecordAct } from './record-act.tsx'
import { SealBundle } from './seal-bundle.tsx'

type Props = { readonly act: NextAct; readonly onDone: () => void }

/** Each act keeps a draft of its own. */
export function ActForm(props: Props) {
  const { command, act, stage } = props.act
  return (
    <DraftPlace name={[command, act?.key, stage].filter((part) => part !== undefined).join(' ')}>
      <Form {...props} />
    </DraftPlace>
  )
}

function Form(props: Props) {
  const { view } = useCase()
  const { act, onDone } = props
  switch (act.command) {
    case 'recordAct':
      return act.act === undefined ? null : <RecordAct next={act} rule={act.act} onDone={onDone} />
    case 'conveneConference':
      return act.stage === undefined ? null : <Convene next={act} stage={act.stage} onDone={onDone} />
    case 'proposeNominee':
      return <ProposeNominee onDone={onDone} />
    case 'withdrawNominee':
      return <WithdrawNominee onDone={onDone} />
    case 'introduceByHead':
      return <IntroduceByHead onDone={onDone} />
    case 'submitActionProgram':
      return <SubmitProgram onDone={onDone} />
    case 'headChoose':
      return <HeadChoose onDone={onDone} />
    case 'sendReport':
      return <SendReport onDone={onDone} />
    case 'receiveDirection':
      return <ReceiveDirection onDone={onDone} />
    case 'raiseNewIssue':
      return <RaiseIssue onDone={onDone} />
    case 'resolveNewIssue':
      return <ResolveIssue onDone={onDone} />
    case 'resetStage':
      return <ResetStage onDone={onDone} />
    case 'migrateRulebook':
      return <MigrateRulebook onDone={onDone} />
    case 'submitCase':
      return <SubmitCase onDone={onDone} />
    case 'decideCase':
      return <DecideCase onDone={onDone} />
    case 'makeEffective':
      return <MakeEffective onDone={onDone} />
    case 'archiveCase':
      return <ArchiveCase onDone={onDone} />
    case 'cancelCase':
      return <CancelCase onDone={onDone} />
    case 'changeClassification':
      return <ChangeClassification onDone={onDone} />
    case 'sealBundle':
      return <SealBundle onDone={onDone} />
    case 'holdBundle':
      return <HoldBundle onDone={onDone} />
    case 'releaseBundle':
      return <ReleaseBundle onDone={onDone} />
    case 'destroyBundles':
      return <DestroyBundles onDone={onDone} />
    case 'confirmCorrection': {
      const waiting = view.pastConferences.find((conference) => conference.correctionTyped !== undefined)
      return waiting === undefined ? null : (
        <div className="pad">
          <PlainAct
            command="confirmCorrection"
            isMain
            onDone={onDone}
            build={() => ({ type: 'confirmCorrection', conferenceId: ConferenceId.parse(waiting.conferenceId) })}
          />
        </div>
      )
    }
    default:
      // Acts of the meeting are asked on its page, corrections at the meeting they correct.
      return <GateList conditions={act.gate.conditions} />
  }
}
