// Which command was meant. Each is loaded only when asked for: `tally` must not wait for a database or a typesetter.
import type { ExitCode } from './exit.ts'
import { CliFault } from './exit.ts'
import { type Lang, printLine, tell } from './say.ts'

type Command = (args: readonly string[]) => Promise<ExitCode>

const commands: Readonly<Record<string, () => Promise<Command>>> = {
  sample: async () => (await import('./sample.ts')).sample,
  tally: async () => (await import('./tally.ts')).tallyCommand,
  verify: async () => (await import('./verify.ts')).verify,
  checker: async () => (await import('./checker.ts')).checker,
  replay: async () => (await import('./replay.ts')).replay,
  passphrase: async () => (await import('./change-passphrase.ts')).changePassphraseCommand,
  export: async () => (await import('./export.ts')).exportCommand,
}

/** One clear line on standard error for everything that stops a command; the exit code says which kind. */
export async function runCommand(argv: readonly string[]): Promise<ExitCode> {
  const [name = '', ...args] = argv
  const lang: Lang = argv.some((arg, index) => arg === '--lang=en' || (arg === '--lang' && argv[index + 1] === 'en')) ? 'en' : 'vi'
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (load === undefined) {
    printLine(
      process.stderr,
      tell({ code: name === '' ? 'command-missing' : 'command-unknown', given: name, known: Object.keys(commands).join(', ') }, lang),
    )
    return 2
  }
  try {
    return await (await load())(args)
  } catch (error) {
    const stopped = await asStopped(error)
    printLine(process.stderr, tell(stopped.refusal, lang))
    return stopped.exit
  }
}

async function asStopped(error: unknown): Promise<CliFault> {
  if (error instanceof CliFault) return error
  const { answerTo } = await import('../services/faults.ts')
  const answer = answerTo(error, '')
  // A file that stays shut was not judged: a wrong passphrase is no broken log.
  return new CliFault('refusal' in answer ? answer.refusal : { code: answer.fault.code, at: answer.fault.at })
}
