// What the papers need of people and the case does not hold: citizen numbers, and who heads the personnel work of the office.
import type { DeskState } from '../../workflows/desk/state.ts'
import type { PaperPeople } from '../../workflows/papers/sign-blocks.ts'
import type { CaseState } from '../../workflows/procedure/state.ts'

/**
 * The number of a person on a convocation list is that of the account with the same id, else of the only account with
 * the same name; where two could be meant, none: then the signer is told by name alone.
 */
export function peopleOf(state: CaseState, { operators, hrHead: named }: Pick<DeskState, 'operators' | 'hrHead'>): PaperPeople {
  const invited = state.conferences.flatMap(({ list }) => list)
  const citizenIds: Record<string, string> = {}
  for (const { personId, name } of invited) {
    const namesakes = operators.filter((one) => one.name === name)
    const account = operators.find(({ operatorId }) => `${operatorId}` === personId) ?? (namesakes.length === 1 ? namesakes[0] : undefined)
    if (account?.citizenId !== undefined) citizenIds[personId] = account.citizenId
  }
  const unique = operators.filter((one) => operators.filter(({ name }) => name === one.name).length === 1)
  const personIds = Object.fromEntries(unique.map(({ name, operatorId }) => [name, operatorId]))
  const citizenIdsByName = Object.fromEntries(unique.flatMap(({ name, citizenId }) => (citizenId === undefined ? [] : [[name, citizenId]])))
  // Until somebody is named, the first HR officer of the office; the office page asks for the name while there are several.
  const hrHead = operators.find(({ operatorId }) => operatorId === named) ?? operators.find(({ roles }) => roles.includes('hrOfficer'))
  if (hrHead === undefined) return { citizenIds, personIds, citizenIdsByName }
  const { operatorId: personId, name, citizenId } = hrHead
  const title = 'Người phụ trách tổ chức cán bộ'
  const [maker, ...more] = operators.filter((one) => one !== hrHead && one.roles.includes('hrOfficer'))
  return {
    citizenIds,
    personIds,
    citizenIdsByName,
    hrHead: { personId, name, title, ...(citizenId !== undefined && { citizenId }) },
    ...(maker && more.length === 0 && { tableMaker: signerOf(maker) }),
  }
}

const signerOf = ({ operatorId, name, citizenId }: DeskState['operators'][number]) => ({
  personId: operatorId,
  name,
  ...(citizenId !== undefined && { citizenId }),
})
