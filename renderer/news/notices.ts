// What happened beside this window, newest first: said once, kept as a short list, gone when somebody else sits down.
import { useCallback, useEffect, useRef, useState } from 'react'
import { CaseId } from '../../workflows/core/ids.ts'
import type { WorkKind } from '../../workflows/long-work.ts'
import type { Notice } from '../../workflows/notices.ts'
import type { Change, Office } from '../../workflows/office.ts'
import { askOffice } from '../orders.ts'

type Without<N> = N extends Notice ? Omit<N, 'noticeId' | 'at'> : never
export type Said =
  | Without<Notice>
  /** `isOpen`: the case on this screen, which has been read again. */
  | { readonly code: 'case-elsewhere'; readonly caseId: string; readonly title: string; readonly isOpen: boolean }
  | { readonly code: 'registry-elsewhere' | 'planning-elsewhere' }
  | { readonly code: 'work-elsewhere'; readonly kind: WorkKind }
/** `key`: what it speaks of; said again, it replaces what was said before. `isShown`: beside the screen too, until it is put away. */
export type NewsItem = { readonly key: string; readonly said: Said; readonly isShown: boolean }

const most = 12
/** Acts come in bursts: one word for all of a moment. */
const togetherMs = 400

export type NewsList = { readonly items: readonly NewsItem[]; hide(key: string): void; hideAll(): void; forget(): void }

export type Here = {
  /** At work, in which file. */
  readonly who: string
  /** Of the case on this screen. */
  readonly caseId?: string | undefined
  /** A meeting goes on here: nothing comes up beside it, it only goes on the list. */
  readonly isQuiet: boolean
}

/** What came up goes by itself after so long; it stays on the list. */
const shownMs = 20_000

export function useNotices(office: Office, here: Here): NewsList {
  const [items, setItems] = useState<readonly NewsItem[]>([])
  const { who } = here
  const now = useRef(here)
  now.current = here
  const add = useCallback((key: string, said: Said, isShown: boolean) => {
    const item = { key, said, isShown: isShown && !now.current.isQuiet }
    setItems((before) => [item, ...before.filter((one) => one.key !== key)].slice(0, most))
    if (item.isShown)
      setTimeout(() => setItems((before) => before.map((one) => (one === item ? { ...one, isShown: false } : one))), shownMs)
  }, [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: another person at work starts with an empty list
  useEffect(() => {
    setItems([])
    let isGone = false
    void askOffice(office, { about: 'notices' }).then((reply) => {
      if (isGone || !reply.ok) return
      for (const notice of reply.value) add(`notice ${notice.noticeId}`, notice, comesUp(notice))
    })
    return () => {
      isGone = true
    }
  }, [office, who, add])
  useEffect(() => {
    const waiting = new Map<string, ReturnType<typeof setTimeout>>()
    const ofCase = async (id: string) => {
      const reply = await askOffice(office, { about: 'case', caseId: CaseId.parse(id) })
      if (!reply.ok) return
      const { post } = reply.value.opening
      const isOpen = now.current.caseId === id
      add(`case ${id}`, { code: 'case-elsewhere', caseId: id, title: `${post.title}, ${post.unit}`, isOpen }, isOpen)
    }
    const stop = office.onChange((change) => {
      const { notice, work, elsewhere, stream } = change
      if (notice !== undefined) return add(`notice ${notice.noticeId}`, notice, comesUp(notice))
      if (elsewhere !== true) return
      if (work !== undefined) {
        if (work.over === 'done' && work.kind !== 'sign') add(`work ${work.workId}`, { code: 'work-elsewhere', kind: work.kind }, true)
        return
      }
      clearTimeout(waiting.get(stream))
      waiting.set(
        stream,
        setTimeout(() => {
          const id = caseIn(change)
          if (id !== undefined) void ofCase(id)
          else if (stream in streams) add(stream, { code: streams[stream as keyof typeof streams] }, false)
        }, togetherMs),
      )
    })
    return () => {
      stop()
      for (const timer of waiting.values()) clearTimeout(timer)
    }
  }, [office, add])
  const hide = (key: string) => setItems((before) => before.map((one) => (one.key === key ? { ...one, isShown: false } : one)))
  const hideAll = () => setItems((before) => before.map((one) => ({ ...one, isShown: false })))
  return { items, hide, hideAll, forget: () => setItems([]) }
}

const streams = { registry: 'registry-elsewhere', planning: 'planning-elsewhere' } as const

/** What has been so for days goes on the list; what happened just now comes up beside the screen. */
const comesUp = ({ code }: Notice): boolean => code === 'sitting-over'

const caseIn = ({ stream }: Change): string | undefined => (stream.startsWith('case/') ? stream.slice(5) : undefined)
