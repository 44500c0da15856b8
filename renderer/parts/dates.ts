// Days and times as people type and read them here: `5/10/2026`, `510`, `08:52`. ISO text inside, dd/MM/yyyy outside.
// An instant is read by its own offset.

const two = (value: number) => String(value).padStart(2, '0')

/** `5/10/2026`, `5-10-26`, `05102026`, `051026`, `0510`, `510` (day, then month; the year of `today` where none is typed). Null if it is no day. */
export function parseDay(typed: string, today: string): string | null {
  const text = typed.trim()
  const split = text.split(/[/.\-\s]+/)
  const parts =
    split.length > 1
      ? split
      : [
          text.slice(0, text.length % 2 === 1 ? 1 : 2),
          text.slice(text.length % 2 === 1 ? 1 : 2).slice(0, 2),
          text.slice(text.length % 2 === 1 ? 3 : 4),
        ]
  const [day = '', month = '', year = ''] = parts
  if (parts.length > 3 || !/^\d{1,2}$/.test(day) || !/^\d{1,2}$/.test(month) || !/^(\d{2}|\d{4})?$/.test(year)) return null
  const fullYear = year === '' ? today.slice(0, 4) : year.length === 2 ? `20${year}` : year
  const iso = `${fullYear}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const at = new Date(`${iso}T00:00:00Z`)
  return Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== iso ? null : iso
}

/** `8:5`, `0805`, `8h05`, `8` as `08:05`. Null if it is no time of day. */
export function parseTime(typed: string): string | null {
  const text = typed.trim()
  const found = /^(\d{1,2})\s*(?:[:hg.]\s*(\d{1,2})?)?$/.exec(text) ?? /^(\d{1,2})(\d{2})$/.exec(text)
  if (found === null) return null
  const hour = Number(found[1])
  const minute = Number(found[2] ?? 0)
  return hour > 23 || minute > 59 ? null : `${two(hour)}:${two(minute)}`
}

/** Vietnam has one time zone and no summer time; a PC set to another zone must not move a meeting. */
const offset = '+07:00'

export const instantOf = (day: string, time: string): string => `${day}T${time}:00${offset}`
/** The time of day now, as a clock in the room shows it. */
export const clockNow = (): string => new Date(Date.now() + 7 * 3_600_000).toISOString().slice(11, 16)

export const showDay = (iso: string): string => `${iso.slice(8, 10)}/${iso.slice(5, 7)}/${iso.slice(0, 4)}`
export const showTime = (instant: string): string => instant.slice(11, 16)
export const showInstant = (instant: string): string => `${showDay(instant)} ${showTime(instant)}`

const weekdays = ['d0', 'd1', 'd2', 'd3', 'd4', 'd5', 'd6'] as const
/** `d0` is Sunday. */
export const weekdayOf = (iso: string): (typeof weekdays)[number] => weekdays[new Date(`${iso.slice(0, 10)}T00:00:00Z`).getUTCDay()] ?? 'd0'
