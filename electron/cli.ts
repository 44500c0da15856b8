#!/usr/bin/env node
// The services without a window: sample, tally, verify, replay, export. Exit 0 for done, 1 for a refusal, 2 for a fault.
import { runCommand } from './cli/run.ts'

// A reader that has seen enough (`| head`) closes the pipe: no reason for a stack trace.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit(process.exitCode ?? 0)
})
process.exitCode = await runCommand(process.argv.slice(2))
