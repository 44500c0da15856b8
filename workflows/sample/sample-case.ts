// What every made-up case hands to those who play it.

import type { Operator } from '../office.ts'
import type { Signer } from '../papers/sign-blocks.ts'
import type { CommandOf } from '../procedure/commands.ts'
import type { Organisation } from '../procedure/facts.ts'
import { type Department, operatorsOf } from './department.ts'
import type { SampleAct, Script } from './script.ts'

export type SampleCase = {
  readonly caseId: string
  readonly organisation: Organisation
  readonly operators: readonly Operator[]
  readonly opening: CommandOf<'openCase'>
  /** Every order of the case in time; the first is `opening`. */
  readonly acts: readonly SampleAct[]
  /** Everyone who signs a paper of the case, with citizen numbers. */
  readonly signers: readonly (Signer & { readonly citizenId: string; readonly title: string })[]
  /** Signs the result table. */
  readonly hrHead: Signer & { readonly citizenId: string; readonly title: string }
}

export function sampleCase(caseId: string, department: Department, to: Script): SampleCase {
  const [first] = to.acts
  if (first?.command.type !== 'openCase') throw new Error('a case of the sample begins with its opening')
  const { organisation, chair, secretary, hrHead, hrExpert, inspector } = department
  const signers = [chair, secretary, hrHead, hrExpert, inspector].map(({ personId, name, citizenId, title }) => ({
    personId,
    name,
    citizenId,
    title,
  }))
  const { personId, name, citizenId, title } = hrHead
  return {
    caseId,
    organisation,
    operators: operatorsOf(department),
    opening: first.command,
    acts: to.acts,
    signers,
    hrHead: { personId, name, citizenId, title },
  }
}
