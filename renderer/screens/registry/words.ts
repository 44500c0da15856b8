// The words of the registry on screen: fields, choices, and what an entry of the history says.
import { useTranslation } from 'react-i18next'
import type { RegistryEntry } from '../../../workflows/registry/entries.ts'
import type { PersonField } from '../../../workflows/registry/person.ts'
import { showDay } from '../../parts/dates.ts'
import { type FieldKind, fieldKinds, type PartKind, showPartial } from './fields.ts'

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null

export function useRegistryWords() {
  const { t, i18n } = useTranslation()
  const language = i18n.language === 'en' ? 'en' : 'vi'
  const among = (path: string, name: string): string => {
    const said: unknown = i18n.getResource(language, 'translation', `registry.${path}.${name}`)
    return typeof said === 'string' ? said : name
  }
  const choice = (list: string, value: string) => among(`choice.${list}`, value)
  const field = (name: string) => among('field', name)
  const part = (name: string) => among('part', name)

  function one(kind: PartKind, value: unknown): string {
    if (value === undefined || value === null) return ''
    switch (kind.kind) {
      case 'choice':
        return choice(kind.list, String(value))
      case 'partial':
      case 'day':
        return showPartial(String(value))
      case 'hundredths':
        return (Number(value) / 100).toFixed(2).replace('.', ',')
      case 'tick':
        return value === true ? t('registry.yes') : ''
      case 'person':
        return t('registry.yes')
      default:
        return String(value)
    }
  }
  /** Parts of a value in one line, each after its name where a bare word says too little. */
  const several = (parts: Readonly<Record<string, PartKind>>, value: unknown): string =>
    Object.entries(parts)
      .flatMap(([name, kind]) => {
        const said = one(kind, isRecord(value) ? value[name] : undefined)
        if (said === '') return []
        return [
          kind.kind === 'choice' || name === 'name' || name === 'text'
            ? said
            : kind.kind === 'tick' || kind.kind === 'person'
              ? part(name)
              : `${part(name)} ${said}`,
        ]
      })
      .join(', ')
  /** The lines that show a value. */
  function lines(name: PersonField, value: unknown): readonly string[] {
    const kind: FieldKind = fieldKinds[name]
    if (value === undefined || value === null) return []
    if (kind.kind === 'place') return [isRecord(value) ? String(value.text ?? '') : '']
    if (kind.kind === 'group') return [several(kind.parts, value)]
    if (kind.kind === 'list') return Array.isArray(value) ? value.map((row: unknown) => several(kind.parts, row)) : []
    return [one(kind, value)]
  }
  const setLine = (set: Readonly<Record<string, unknown>>): string =>
    Object.entries(set)
      .map(([name, value]) => {
        const said = isPersonField(name) ? lines(name, value).join('; ') : saidOf(name, value)
        return said === '' ? t('registry.history.cleared', { field: field(name) }) : `${field(name)}: ${said}`
      })
      .join('; ')
  /** A value of a unit, a post or a tenure. */
  function saidOf(name: string, value: unknown): string {
    if (value === undefined || value === null) return ''
    if (name === 'document') return isRecord(value) ? String(value.number ?? '') : ''
    const list = choiceLists[name]
    if (list !== undefined) return choice(list, String(value))
    const said = String(value)
    return /^\d{4}-\d{2}-\d{2}$/.test(said) ? showDay(said) : said
  }
  function entry(said: RegistryEntry): string {
    const h = (key: string, numbers: Readonly<Record<string, string>> = {}) =>
      among('history', key).replace(/\{\{(\w+)\}\}/g, (_, name: string) => numbers[name] ?? '')
    switch (said.type) {
      case 'personChanged':
      case 'unitChanged':
      case 'postChanged':
        return h('changed', { day: showDay(said.from), what: setLine(said.set) })
      case 'personCorrected':
      case 'unitCorrected':
      case 'postCorrected':
        return h('corrected', { day: showDay(said.at), what: setLine(said.set) })
      case 'personConfirmed':
        return h('confirmed', { day: showDay(said.on) })
      case 'tenureAdded':
        return h('tenureAdded', { day: showDay(said.data.from) })
      case 'tenureSet':
        return h('tenureSet', { what: setLine(said.set) })
      case 'unitsReorganised':
        return h('unitsReorganised', { day: showDay(said.on), kind: choice('reorganisation', said.kind) })
      case 'postClosed':
        return h('postClosed', { day: showDay(said.on) })
      default:
        return h(said.type)
    }
  }
  return {
    among,
    choice,
    field,
    part,
    lines,
    entry,
    options: (list: string, values: readonly string[]) => values.map((value) => ({ value, label: choice(list, value) })),
  }
}

const choiceLists: Readonly<Record<string, string>> = {
  level: 'unitLevel',
  kind: 'unitKind',
  group: 'postGroup',
  managedBy: 'managedBy',
  form: 'tenureForm',
  endedBy: 'tenureEnd',
}

const isPersonField = (name: string): name is PersonField => Object.hasOwn(fieldKinds, name)
