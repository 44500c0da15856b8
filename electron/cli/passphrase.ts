// The passphrase of a data file: from the option, else the environment, else standard input. Never asked for twice, never printed.
import { text } from 'node:stream/consumers'
import { CliFault } from './exit.ts'

export async function readPassphrase(option: string | undefined): Promise<string> {
  const given = option ?? process.env.TIENCU_PASSPHRASE ?? (process.stdin.isTTY ? '' : await firstLine())
  if (given === '') throw new CliFault({ code: 'passphrase-missing' })
  return given
}

async function firstLine(): Promise<string> {
  const [line = ''] = (await text(process.stdin)).split(/\r?\n/)
  return line
}
