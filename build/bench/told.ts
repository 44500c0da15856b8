// What an office answers a bench: a refusal there is a fault of the bench.
import type { Doorway } from '../../electron/doorway.ts'

export async function told<T>(reply: ReturnType<Doorway['ask']>): Promise<T> {
  const answer = (await reply) as { readonly ok: boolean; readonly value: T }
  if (!answer.ok) throw new Error(JSON.stringify(answer))
  return answer.value
}
