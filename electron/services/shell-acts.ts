// Acts of the shell itself, one by one: files, people at work, keys, papers, hand-overs.
import { dirname } from 'node:path'
import { ok, type Result, refuse } from '../../workflows/core/result.ts'
import { findOperator } from '../../workflows/desk/state.ts'
import type { Done, Refusal, ShellAct } from '../../workflows/office.ts'
import { backUp } from './backup.ts'
import { exportBag } from './bag-export.ts'
import { changeFilePassphrase } from './change-passphrase.ts'
import { loadCommunes } from './communes.ts'
import { doCountAct } from './count-acts.ts'
import { viewOf } from './dispatch.ts'
import { fileDossier, saveDossierFile } from './dossier-acts.ts'
import { keepDraft } from './drafts.ts'
import { exportCase } from './export.ts'
import { exportForm2C } from './form-2c.ts'
import { drawAllOwed, drawOwed } from './issue-papers.ts'
import { createAuthority, importKey, issueCertificate } from './key-acts.ts'
import { noticesAtStart } from './notices.ts'
import { exportOneFile } from './one-file.ts'
import type { OpenFile } from './open-file.ts'
import { acceptPolicy } from './policy-acts.ts'
import { printPapers } from './print.ts'
import { makeRecoveryKit, restoreAuthority } from './recovery-acts.ts'
import { exportRegistry } from './registry-export.ts'
import { openRehearsals, practise, rehearseCase, sitDown } from './rehearsal.ts'
import { keepListsTrusted, keysShown } from './revocation.ts'
import { exportRevocationList, renewRevocationList, revokeCertificate } from './revocation-acts.ts'
import { importRevocationList } from './revocation-import.ts'
import { doInRoom } from './room.ts'
import { importRoster } from './roster-import.ts'
import { openProvince } from './sample-province.ts'
import type { Services } from './services.ts'
import { sessionView } from './session-view.ts'
import { createFile, openFile } from './shell-files.ts'
import { signPaper } from './sign.ts'
import { startSitting } from './sitting-acts.ts'
import { takeReturn } from './taken-returns.ts'
import { addTokenDriver, registerToken } from './token-acts.ts'
import { exportWord } from './word-copies.ts'
import { dropTemplate, loadTemplate } from './word-templates.ts'

/** `change` puts another file in the place of the open one, which is closed. */
export type ShellDesk = {
  readonly services: Services
  readonly change: (next: OpenFile | null) => void
  /** The open file, if it may be written to. */
  readonly mustWrite: () => Result<OpenFile, Refusal>
  readonly rehearsals: {
    /** The records are put aside, not closed. */
    readonly enter: (rehearsals: OpenFile) => OpenFile
    /** The records again, as they were left; null when they are open already. */
    readonly leave: () => OpenFile | null
  }
}

export async function doShellAct({ services, change, mustWrite, rehearsals }: ShellDesk, act: ShellAct): Promise<Result<Done, Refusal>> {
  if (act.act === 'createFile') {
    const made = createFile(services, act)
    if (!made.ok) return made
    change(made.value)
    return ok({ session: sessionView(services, made.value) })
  }
  if (act.act === 'openFile') {
    const opened = openFile(services, act)
    change(opened)
    return ok({ session: sessionView(services, opened) })
  }
  if (act.act === 'closeFile') {
    change(null)
    return ok({ session: sessionView(services, null) })
  }
  if (act.act === 'openSample') {
    // Its file may be the one that is open: left first, so that it can be made anew.
    change(null)
    const opened = openProvince(services, act.afresh)
    change(opened)
    const owed = await drawAllOwed(services, opened)
    return ok({ session: sessionView(services, opened), owed })
  }
  if (act.act === 'leaveRehearsal') {
    const records = rehearsals.leave()
    return records === null ? refuse({ code: 'not-in-rehearsals' }) : ok({ session: sessionView(services, records) })
  }
  const file = mustWrite()
  if (!file.ok) return file
  const open = file.value
  if (act.act === 'enterRehearsal' || act.act === 'rehearseCase') {
    const enter = () => rehearsals.enter(openRehearsals(services, open))
    if (act.act === 'rehearseCase') return rehearseCase(services, open, act.caseId, enter)
    const entered = enter()
    sitDown(entered)
    return ok({ session: sessionView(services, entered) })
  }
  return inFile(services, open, act)
}

type FileAct = Exclude<
  ShellAct,
  { act: 'createFile' | 'openFile' | 'openSample' | 'closeFile' | 'enterRehearsal' | 'leaveRehearsal' | 'rehearseCase' }
>

async function inFile(services: Services, open: OpenFile, act: FileAct): Promise<Result<Done, Refusal>> {
  const { works } = services
  switch (act.act) {
    case 'startWork':
      return startWork(services, open, act.operatorId)
    case 'createAuthority':
      return withKeys(services, open, await createAuthority(services, open, act))
    case 'issueCertificate':
      return withKeys(services, open, await issueCertificate(services, open, act))
    case 'makeRecoveryKit': {
      const made = await makeRecoveryKit(services, open, act)
      return made.ok ? ok({ printed: made.value, session: sessionView(services, open) }) : made
    }
    case 'restoreAuthority':
      return withKeys(services, open, await restoreAuthority(services, open, act))
    case 'revokeCertificate':
      return withKeys(services, open, await revokeCertificate(services, open, act))
    case 'renewRevocationList':
      return withKeys(services, open, await renewRevocationList(services, open, act))
    case 'exportRevocationList': {
      const exported = exportRevocationList(open, act)
      return exported.ok ? ok({ exported: { folder: dirname(exported.value[0] ?? ''), files: exported.value } }) : exported
    }
    case 'importRevocationList':
      return withKeys(services, open, await importRevocationList(services, open, act))
    case 'acceptPolicy':
      return withKeys(services, open, await acceptPolicy(services, open, act))
    case 'importKey':
      return withKeys(services, open, await importKey(services, open, act))
    case 'addTokenDriver':
      return withKeys(services, open, await addTokenDriver(services, open, act))
    case 'registerToken':
      return withKeys(services, open, await registerToken(services, open, act))
    case 'signPaper': {
      const signed = await works.run('sign', (work) => signPaper(services, open, act, work))
      return signed.ok ? ok({ case: viewOf(open, signed.value) }) : signed
    }
    case 'fileDossier': {
      const filed = fileDossier(open, act)
      return filed.ok ? ok({ case: viewOf(open, filed.value) }) : filed
    }
    case 'saveDossierFile': {
      const saved = saveDossierFile(open, act)
      return saved.ok ? ok({ exported: { folder: dirname(saved.value), files: [saved.value] } }) : saved
    }
    case 'startSitting': {
      const started = await startSitting(services, open, act)
      return started.ok ? ok({ session: sessionView(services, open) }) : started
    }
    case 'endSitting':
      open.sitting.end()
      return ok({ session: sessionView(services, open) })
    case 'printPapers': {
      const printed = printPapers(open, act)
      return printed.ok ? ok({ case: viewOf(open, printed.value.live), printed: printed.value.print }) : printed
    }
    case 'exportOneFile': {
      const exported = await works.run('exportOneFile', (work) => exportOneFile(services, open, act.caseId, act.file, work))
      return exported.ok ? ok({ exported: exported.value }) : exported
    }
    case 'exportBag': {
      const exported = await works.run('exportBag', (work) => exportBag(services, open, act, work))
      return exported.ok ? ok({ exported: exported.value }) : exported
    }
    case 'drawPapers': {
      if (open.operator() === undefined) return refuse({ code: 'nobody-at-work' })
      if (open.cases.get(act.caseId) === null) return refuse({ code: 'case-unknown', caseId: act.caseId })
      const { live, owed } = await drawOwed(services, open, act.caseId)
      return ok({ case: viewOf(open, live), owed })
    }
    case 'exportCase': {
      const exported = await works.run('exportCase', (work) => exportCase(open, act.caseId, act.folder, work))
      return exported.ok ? ok({ exported: exported.value }) : exported
    }
    case 'loadWordTemplate': {
      const loaded = await loadTemplate(open, act)
      return loaded.ok ? ok({ session: sessionView(services, open) }) : loaded
    }
    case 'dropWordTemplate': {
      const dropped = dropTemplate(open, act)
      return dropped.ok ? ok({ session: sessionView(services, open) }) : dropped
    }
    case 'exportWord': {
      const exported = await works.run('exportWord', (work) => exportWord(open, act, work))
      return exported.ok ? ok({ exported: exported.value }) : exported
    }
    case 'openCountBundle':
    case 'addSlip':
    case 'takeBackSlip':
    case 'setTotals':
    case 'closeOpenBundle':
    case 'leaveOpenBundle':
      return doCountAct(open, act)
    case 'exportRegistry': {
      const exported = await works.run('exportRegistry', (work) => exportRegistry(services, open, act, work))
      return exported.ok ? ok({ book: exported.value, session: sessionView(services, open) }) : exported
    }
    case 'takeReturn': {
      const taken = await works.run('readReturn', (work) => takeReturn(open, act, work))
      return taken.ok ? ok({ session: sessionView(services, open) }) : taken
    }
    case 'loadCommunes': {
      const loaded = await works.run('readCommunes', (work) => loadCommunes(open, act, work))
      return loaded.ok ? ok({ session: sessionView(services, open) }) : loaded
    }
    case 'exportForm2C': {
      const exported = await works.run('exportForm2C', (work) => exportForm2C(services, open, act, work))
      return exported.ok ? ok({ book: exported.value, session: sessionView(services, open) }) : exported
    }
    case 'importRoster': {
      const imported = await works.run('importRoster', (work) => importRoster(services, open, act, work))
      return imported.ok ? ok({ imported: imported.value, session: sessionView(services, open) }) : imported
    }
    case 'inRoom': {
      const done = doInRoom(services, open, act.caseId, act.deed)
      return done.ok ? ok({ room: done.value }) : done
    }
    case 'keepDraft':
      return keepDraft(services, open, act)
    case 'practise':
      return practise(services, open, act.caseId, act.until)
    case 'changePassphrase': {
      const changed = changeFilePassphrase(services, open, act)
      return changed.ok ? ok({ session: sessionView(services, open) }) : changed
    }
    case 'backup': {
      const done = await works.run('backup', (work) => backUp(open, act.file, services.assets.migrations, work))
      return done.ok ? ok({ session: sessionView(services, open) }) : done
    }
  }
}

/** Papers that were owed when the app last stopped are drawn now: somebody is here in whose name. */
async function startWork(services: Services, open: OpenFile, operatorId: string): Promise<Result<Done, Refusal>> {
  const operator = findOperator(open.desk().state, operatorId)
  if (operator === undefined) return refuse({ code: 'operator-unknown', operatorId })
  open.startWork(operatorId)
  const stamp = open.stamp()
  // A clock set back stops the work, not the person: he must be there to say why.
  if (!stamp.ok) return ok({ session: sessionView(services, open) })
  const done = open.recordDesk([{ type: 'workStarted', operatorId: operator.operatorId }], stamp.value)
  if (!done.ok) return done
  keepListsTrusted(services, open)
  noticesAtStart(services, open)
  const owed = await drawAllOwed(services, open)
  return ok({ session: sessionView(services, open), owed })
}

async function withKeys(services: Services, open: OpenFile, done: Result<unknown, Refusal>): Promise<Result<Done, Refusal>> {
  return done.ok ? ok({ keys: await keysShown(services, open), session: sessionView(services, open) }) : done
}
