// Notices to every window: kept until somebody else sits down, for whom other things may be news.
import { daysBetween } from '../../workflows/core/calendar.ts'
import { dayOf } from '../../workflows/core/stamp.ts'
import { mayAskDesk } from '../../workflows/desk/commands.ts'
import { backupDueDays, backupWorthFacts, type Notice } from '../../workflows/notices.ts'
import type { OpenFile } from './open-file.ts'
import { listViews } from './revocation.ts'
import type { Services } from './services.ts'

/** Spread over a union, which `Omit` would flatten. */
type Without<N> = N extends Notice ? Omit<N, 'noticeId' | 'at'> : never
export type News = Without<Notice>

export type Notices = {
  say(news: News): void
  list(): readonly Notice[]
  clear(): void
}

const most = 20

export function noticeBoard(clock: () => string, tell: (notice: Notice) => void): Notices {
  let said: readonly Notice[] = []
  let count = 0
  return {
    say(news) {
      const notice = { ...news, noticeId: ++count, at: clock() }
      said = [...said, notice].slice(-most)
      tell(notice)
    },
    list: () => said,
    clear() {
      said = []
    },
  }
}

/** What the person who sits down should know of the file, as far as it is hers to act on. */
export function noticesAtStart({ notices, clock }: Services, open: OpenFile): void {
  notices.clear()
  if (open.keeps === 'rehearsals') return
  const may = (roles: readonly string[]) => open.operator()?.roles.some((role) => roles.includes(role)) === true
  if (may(mayAskDesk.backup)) {
    const { lastBackupAt } = open.desk().state
    const days = lastBackupAt === undefined ? null : daysBetween(dayOf(lastBackupAt), open.today())
    if (days === null) {
      if (open.archive.head().size >= backupWorthFacts) notices.say({ code: 'backup-never' })
    } else if (days > backupDueDays) notices.say({ code: 'backup-overdue', days })
  }
  const old = listViews(open, Date.parse(clock())).filter(({ isFresh }) => !isFresh).length
  if (old > 0 && may(mayAskDesk.importRevocationList)) notices.say({ code: 'lists-old', count: old })
}
