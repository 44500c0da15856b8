// A process beside ours that may crash or hang without taking the app along.
import { fork } from 'node:child_process'

export type Helper = {
  send(message: unknown): void
  onMessage(listener: (message: unknown) => void): void
  /** Also when it could not be started. */
  onExit(listener: () => void): void
  kill(): void
}
/** @param flags of V8, as `--max-semi-space-size=32`: a process of its own may be run otherwise than the app. */
export type StartHelper = (file: string, flags?: readonly string[]) => Helper

/** Plain Node: the browser shell, the command line, the tests. Electron brings its own (main.ts), for its fuses allow no plain Node. */
export const forkHelper: StartHelper = (file, flags = []) => {
  const child = fork(file, [], { serialization: 'advanced', stdio: ['ignore', 'ignore', 'ignore', 'ipc'], execArgv: [...flags] })
  return {
    send: (message) => void child.send(message as object, () => undefined),
    onMessage: (listener) => void child.on('message', listener),
    onExit(listener) {
      child.on('exit', listener)
      child.on('error', listener)
    },
    kill: () => void child.kill('SIGKILL'),
  }
}
