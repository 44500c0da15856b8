// The registers papers take their numbers from (documents.md A2, A3): Party bodies count each type through one term of the committee, state bodies through one year.
import { z } from 'zod'

/**
 * `state/SNV/BB/2026`, `party/ĐU/BB/2025-08-12`: form, body, type, and the year, or the day the term began. Papers of
 * sample cases are counted apart (`2026-mau`): a rehearsal leaves no hole in the real book.
 */
export const RegisterId = z
  .string()
  .regex(/^(?:state\/.{1,40}\/\p{L}{1,10}\/\d{4}|party\/.{1,40}\/\p{L}{1,10}\/\d{4}-\d{2}-\d{2})(?:-mau)?$/u)
const sampleMark = '-mau'

export const TakenNumber = z.strictObject({ register: RegisterId, no: z.int().min(1).max(999_999) })
export type TakenNumber = z.infer<typeof TakenNumber>

/** A term of the committee, from the close of one congress (`from`) to the close of the next. */
export type Term = { readonly name: string; readonly from: string }

type Body = { readonly form: 'party' | 'state'; readonly sign: string }
/** Letters have their own register; state letters print no sign of type (A3), and are kept under the habit's one. */
const letters = 'CV'

/** Null where no term is on record that holds the day: then nobody can say which count the number belongs to. */
export function registerOf({ form, sign }: Body, type: string, day: string, terms: readonly Term[], isSample: boolean): string | null {
  const kept = type === '' ? letters : type
  const period = form === 'state' ? day.slice(0, 4) : terms.findLast(({ from }) => from <= day)?.from
  return period === undefined ? null : registerId({ form, sign, type: kept, period, isSample })
}

/** `period`: the year, or the day the term began. */
export type RegisterParts = Body & { readonly type: string; readonly period: string; readonly isSample: boolean }

export const registerId = ({ form, sign, type, period, isSample }: RegisterParts): string =>
  `${form}/${sign}/${type}/${period}${isSample ? sampleMark : ''}`

/** Throws for a text that is no register id. */
export function partsOf(register: string): RegisterParts {
  const [form, ...rest] = RegisterId.parse(register).split('/')
  const [period = '', type = ''] = rest.reverse()
  return {
    form: form === 'party' ? 'party' : 'state',
    sign: rest.slice(2).reverse().join('/'),
    type,
    period: period.replace(sampleMark, ''),
    isSample: period.endsWith(sampleMark),
  }
}

/** Numbers under 10 get a leading zero in both families. */
const shown = (no: number | undefined): string => (no === undefined ? '' : String(no).padStart(2, '0'))

/** `Số 05-BB/ĐU`, `Số: 05/BB-SNV`, `Số: 05/SNV` for letters of state bodies; a place for the number where none was taken. */
export function numberLine({ form, sign }: Body, type: string, no?: number): string {
  if (form === 'party') return `Số ${shown(no)}-${type}/${sign}`
  return type === '' ? `Số: ${shown(no)}/${sign}` : `Số: ${shown(no)}/${type}-${sign}`
}

/** A number not yet given prints as dots to be filled by hand: `Số ....-BB/ĐU`, `Số: ..../BB-SNV`. A paper without number and sign prints none. */
export const withPlaceForNumber = (numberAndSign: string): string => numberAndSign.trim().replace(/^(Số:?)\s*(?=[-/])/u, '$1 .......')

/** The number alone, as other papers cite it: `05/BB-SNV`. */
export function numberWords({ register, no }: TakenNumber): string {
  const { type, ...body } = partsOf(register)
  return numberLine(body, body.form === 'state' && type === letters ? '' : type, no).replace(/^Số:? /u, '')
}

/** A run of numbers that one fact takes from a register. */
export type NumberRun = { readonly register: string; readonly first: number; readonly last: number }

const Drawn = z.looseObject({ number: TakenNumber.optional() })
const Taken = z.looseObject({ register: RegisterId, first: z.int(), last: z.int() })
const Started = z.looseObject({ register: RegisterId, last: z.int() })

/** What a fact takes: a drawn paper one number, the office's own book a run of them. Everything in the registers comes from here. */
export function numbersIn({ type, payload }: { readonly type: string; readonly payload: unknown }): NumberRun | undefined {
  switch (type) {
    case 'paperDrawn': {
      const { number } = Drawn.parse(payload)
      return number && { register: number.register, first: number.no, last: number.no }
    }
    case 'numbersTaken': {
      const { register, first, last } = Taken.parse(payload)
      return { register, first, last }
    }
    case 'registerStarted': {
      const { register, last } = Started.parse(payload)
      return { register, first: 1, last }
    }
    default:
      return undefined
  }
}
