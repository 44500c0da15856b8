// Branded ids: a case is never mistaken for a person. The shell makes them, the law only carries them.
import { z } from 'zod'

const id = z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/)

export const CaseId = id.brand<'CaseId'>()
export type CaseId = z.infer<typeof CaseId>
export const ConferenceId = id.brand<'ConferenceId'>()
export type ConferenceId = z.infer<typeof ConferenceId>
export const PersonId = id.brand<'PersonId'>()
export type PersonId = z.infer<typeof PersonId>
export const OperatorId = id.brand<'OperatorId'>()
export type OperatorId = z.infer<typeof OperatorId>
export const PaperId = id.brand<'PaperId'>()
export type PaperId = z.infer<typeof PaperId>
export const UnitId = id.brand<'UnitId'>()
export type UnitId = z.infer<typeof UnitId>
export const PostId = id.brand<'PostId'>()
export type PostId = z.infer<typeof PostId>
export const TenureId = id.brand<'TenureId'>()
export type TenureId = z.infer<typeof TenureId>
export const ImportId = id.brand<'ImportId'>()
export type ImportId = z.infer<typeof ImportId>
