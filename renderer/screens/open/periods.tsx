// The times of the law for this track on one line, and where the day of the case falls: it chooses the rulebook.
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { periodsOf } from '../../../workflows/rulebooks/choose.ts'
import type { Track } from '../../../workflows/rulebooks/types.ts'
import { articleIn } from '../../../workflows/wording/articles.ts'
import type { Lang } from '../../../workflows/wording/sentence.ts'
import { showDay } from '../../parts/dates.ts'

const days = (day: string) => Date.parse(`${day}T00:00:00Z`) / 86_400_000
/** `Quy định 105-QĐ/TW` as `QĐ 105` or `Reg. 105`, `NĐ 170/2025/NĐ-CP` as `NĐ 170/2025` or `Decree 170/2025`. */
const short = (instrument: string, lang: Lang) =>
  articleIn(instrument, lang)
    .replace(/^Quy định (\d+).*$/u, 'QĐ $1')
    .replace(/^Regulation (\d+).*$/u, 'Reg. $1')
    .replace(/\/NĐ-CP$/u, '')

export function Periods(props: { readonly track: Track; readonly startDate: string }) {
  const { t, i18n } = useTranslation()
  const lang = i18n.language === 'en' ? 'en' : 'vi'
  const frame = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(900)
  useEffect(() => {
    const box = frame.current
    if (box === null) return
    const observer = new ResizeObserver(([entry]) => {
      if (entry !== undefined && entry.contentRect.width > 0) setWidth(Math.floor(entry.contentRect.width))
    })
    observer.observe(box)
    return () => observer.disconnect()
  }, [])
  const { startDate } = props
  const periods = periodsOf(props.track)
  const first = days(periods[0]?.from ?? startDate)
  const last = periods.at(-1)
  // The open end: as far past its beginning, or past the day of the case, that both can be seen.
  const end = Math.max(days(last?.from ?? startDate), days(startDate)) + 240
  // Every period keeps room for its words; the rest of the line is shared by their lengths.
  const least = lang === 'en' ? 116 : 96
  const spread = Math.max(0, width - least * periods.length)
  const ends = periods.map(({ until }) => (until === null ? end : days(until) + 1))
  const starts = periods.map(({ from }) => days(from))
  const wide = periods.map((_, index) => least + (spread * ((ends[index] ?? end) - (starts[index] ?? first))) / (end - first))
  const left = (index: number) => wide.slice(0, index).reduce((sum, one) => sum + one, 0)
  const at = periods.findLastIndex(({ from }) => from <= startDate)
  const inside = ((days(startDate) - (starts[at] ?? first)) / ((ends[at] ?? end) - (starts[at] ?? first))) * (wide[at] ?? 0)
  const x = left(at) + Math.min(inside, (wide[at] ?? 0) - 2)
  const sentence = t('opening.periods', {
    day: showDay(startDate),
    list: (periods[at]?.instruments ?? []).map((one) => articleIn(one, lang)).join(', '),
    from: showDay(periods[at]?.from ?? startDate),
  })
  return (
    <div ref={frame} className="periods">
      <svg width={width} height={58} role="img" aria-label={sentence}>
        <g className="day">
          <path d={`M${x} 6V18M${x - 5} 6h10`} />
          <text x={x > width / 2 ? x - 10 : x + 10} y={14} textAnchor={x > width / 2 ? 'end' : 'start'}>
            {t('opening.day', { day: showDay(startDate) })}
          </text>
        </g>
        {periods.map(({ from, instruments }, index) => (
          <g key={from}>
            <g className={index === at ? 'chosen' : undefined}>
              <rect x={left(index)} y={19} width={Math.max(0, (wide[index] ?? 0) - 2)} height={20} />
              <text x={left(index) + 6} y={33}>
                {fitting(instruments, (wide[index] ?? 0) - 12, lang)}
              </text>
            </g>
            <text x={left(index)} y={54}>
              {showDay(from)}
            </text>
          </g>
        ))}
      </svg>
    </div>
  )
}

/** As many of the names as fit, decrees before regulations and the newest first: the whole list stands in the sentence above. */
function fitting(instruments: readonly string[], width: number, lang: Lang): string {
  const isDecree = (name: string) => name.startsWith('NĐ')
  const names = [...instruments]
    .reverse()
    .sort((one, other) => Number(isDecree(other)) - Number(isDecree(one)))
    .map((name) => short(name, lang))
  const fits = (count: number) => names.slice(0, count).join(', ').length * 7.4 <= width
  const count = names.findLastIndex((_, index) => fits(index + 1)) + 1
  return names.slice(0, Math.max(1, count)).join(', ')
}
