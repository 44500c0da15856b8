// One person of the registry: the fields of the personal record 2C/TCTW-98 (programme.md 13). Only the name must be known.
import { z } from 'zod'
import { DocumentRef, line, text } from '../core/document.ts'
import { PersonId, UnitId } from '../core/ids.ts'
import { Day } from '../core/stamp.ts'
import { PartialDate } from './partial-date.ts'
import { Place } from './places/places.ts'

export const sexes = ['male', 'female'] as const
export const categories = ['cadre', 'civilServant', 'publicEmployee', 'armedForces', 'contract', 'other'] as const
export const degreeLevels = ['secondaryVocational', 'college', 'bachelor', 'master', 'doctor'] as const
export const politicalTheoryLevels = ['elementary', 'intermediate', 'advanced', 'bachelor'] as const
/** Chuyên viên, chuyên viên chính, chuyên viên cao cấp and what stands beside them. */
export const rankStandards = ['staff', 'specialist', 'principal', 'senior'] as const
export const disciplineForms = ['reprimand', 'warning', 'payStepDown', 'demotion', 'removal', 'expulsion', 'dismissal'] as const
export const relations = ['father', 'mother', 'spouse', 'child', 'brother', 'sister', 'grandparent', 'uncleOrAunt', 'other'] as const
/** By the side of the spouse: `inLaw`. */
const Kin = z.strictObject({
  relation: z.enum(relations),
  inLaw: z.boolean().optional(),
  name: line(120),
  birthDate: PartialDate.optional(),
  /** Native place, occupation, post, residence as the form has them in one box. */
  about: text(500).optional(),
  /** When the relative is in the registry too. */
  personId: PersonId.optional(),
})
export type Kin = z.infer<typeof Kin>

const years = z.int().min(1945).max(2200)
const list = <S extends z.ZodType>(one: S) => z.array(one).max(60)

/** Every field but the name. Integers only: a coefficient of pay of 4,98 is 498. */
const optionalFields = {
  // 1-9 who the person is
  otherName: line(120),
  birthDate: PartialDate,
  sex: z.enum(sexes),
  birthPlace: Place,
  nativePlace: Place,
  ethnicity: line(60),
  religion: line(60),
  residence: Place,
  dwelling: Place,
  citizenId: z.string().regex(/^\d{12}$/),
  citizenIdIssuedOn: Day,
  /** The identity card of nine digits from before 2021. */
  oldIdNumber: z.string().regex(/^\d{9}$/),
  socialInsuranceNumber: z.string().regex(/^\d{10}$/),
  phone: line(40),
  /** Số hiệu cán bộ, công chức: above the items of the form, given by whoever manages the person. */
  staffCode: line(40),
  // 10-13 work
  recruitedOn: PartialDate,
  recruitedBy: line(200),
  mainWork: line(300),
  category: z.enum(categories),
  // 14 rank and pay
  rank: z.strictObject({
    code: line(20).optional(),
    name: line(120),
    step: z.int().min(1).max(20).optional(),
    coefficientHundredths: z.int().min(100).max(2000).optional(),
    since: PartialDate.optional(),
    overFramePercent: z.int().min(0).max(100).optional(),
  }),
  // 15-20 education
  generalEducation: line(20),
  degrees: list(
    z.strictObject({
      level: z.enum(degreeLevels),
      field: line(200).optional(),
      form: line(80).optional(),
      school: line(200).optional(),
      year: years.optional(),
    }),
  ),
  politicalTheory: z.enum(politicalTheoryLevels),
  /** The certificate of state management held. */
  stateManagement: z.enum(rankStandards),
  languages: list(z.strictObject({ language: line(60), level: line(60).optional() })),
  informatics: line(120),
  postTraining: list(z.strictObject({ name: line(200), year: years.optional() })),
  /** The standard of rank somebody confirmed; without it there is a proposal only (H-2). */
  rankStandard: z.strictObject({ standard: z.enum(rankStandards), confirmedOn: Day, confirmedBy: line(120), basis: line(300) }),
  // 21-24 Party and bodies
  partyJoinedOn: PartialDate,
  partyOfficialOn: PartialDate,
  partyCell: line(200),
  partyCardNumber: z.string().regex(/^[0-9. ]{6,14}$/),
  youthUnionJoinedOn: PartialDate,
  military: z.strictObject({ enlistedOn: PartialDate.optional(), dischargedOn: PartialDate.optional(), rank: line(80).optional() }),
  titles: list(z.strictObject({ name: line(200), year: years.optional() })),
  // 25-31
  strengths: text(1000),
  awards: list(z.strictObject({ name: line(300), on: PartialDate.optional(), by: line(200).optional() })),
  disciplines: list(
    z.strictObject({
      form: z.enum(disciplineForms),
      side: z.enum(['party', 'state', 'organisation']),
      effectiveOn: Day,
      endsOn: Day.optional(),
      document: DocumentRef.optional(),
      reason: line(500).optional(),
    }),
  ),
  health: z.strictObject({ grade: line(80), on: PartialDate.optional() }),
  policyFamily: line(200),
  // 32-37 tables
  careers: list(
    z.strictObject({
      from: PartialDate,
      to: PartialDate.optional(),
      /** Unit and post as they were called at the time. */
      text: line(500),
      place: Place.optional(),
      unitId: UnitId.optional(),
    }),
  ),
  family: list(Kin),
  personalHistory: text(8000),
  assetDeclarations: list(z.strictObject({ year: years, declaredOn: Day.optional() })),
  ratings: list(
    z.strictObject({
      year: years,
      quarter: z.int().min(1).max(4).optional(),
      level: z.enum(['excellent', 'good', 'completed', 'notCompleted']),
      document: DocumentRef.optional(),
    }),
  ),
  remarks: text(4000),
  /** What the office notes for itself; not on the form, whose remarks are an assessment. */
  notes: text(2000),
} as const

export const PersonData = z.strictObject({ name: line(120), ...optionalOf(optionalFields) })
export type PersonData = z.infer<typeof PersonData>
export type PersonField = keyof PersonData

/** Values to put in place of others; `null` takes a value away. */
export const PersonPatch = z
  .strictObject({ name: line(120).optional(), ...nullableOf(optionalFields) })
  .refine((patch) => Object.keys(patch).length > 0)
export type PersonPatch = z.infer<typeof PersonPatch>

export const personFields = ['name', ...Object.keys(optionalFields)] as readonly PersonField[]

/** The groups of the form, in its order. */
export const personGroups: Readonly<Record<string, readonly PersonField[]>> = {
  identity: ['name', 'otherName', 'birthDate', 'sex', 'birthPlace', 'nativePlace', 'ethnicity', 'religion', 'residence', 'dwelling'],
  numbers: ['citizenId', 'citizenIdIssuedOn', 'oldIdNumber', 'socialInsuranceNumber', 'phone', 'staffCode'],
  work: ['recruitedOn', 'recruitedBy', 'mainWork', 'category', 'rank'],
  education: [
    'generalEducation',
    'degrees',
    'politicalTheory',
    'stateManagement',
    'rankStandard',
    'languages',
    'informatics',
    'postTraining',
  ],
  party: ['partyJoinedOn', 'partyOfficialOn', 'partyCell', 'partyCardNumber', 'youthUnionJoinedOn', 'military', 'titles'],
  merits: ['strengths', 'awards', 'disciplines', 'health', 'policyFamily'],
  tables: ['careers', 'family', 'personalHistory', 'assetDeclarations', 'ratings', 'remarks', 'notes'],
}

type Shape = Readonly<Record<string, z.ZodType>>
type OptionalOf<S extends Shape> = { [K in keyof S]: z.ZodOptional<S[K]> }
type NullableOf<S extends Shape> = { [K in keyof S]: z.ZodOptional<z.ZodNullable<S[K]>> }

function optionalOf<const S extends Shape>(shape: S): OptionalOf<S> {
  return Object.fromEntries(Object.entries(shape).map(([key, one]) => [key, one.optional()])) as OptionalOf<S>
}
function nullableOf<const S extends Shape>(shape: S): NullableOf<S> {
  return Object.fromEntries(Object.entries(shape).map(([key, one]) => [key, one.nullable().optional()])) as NullableOf<S>
}
