// One post as of a day: what it is, who held it and holds it, what was said of it; changing it, putting it right, closing it.
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PostId } from '../../../workflows/core/ids.ts'
import type { PostView } from '../../../workflows/registry/counter.ts'
import { forever } from '../../../workflows/registry/records.ts'
import { isHeldOn } from '../../../workflows/registry/tenure.ts'
import { managingLevels, type PostData, PostPatch, postGroups } from '../../../workflows/registry/unit.ts'
import { useDesk } from '../../desk.tsx'
import { useOrders } from '../../orders.ts'
import { Chip } from '../../parts/chip.tsx'
import { parseDay, showDay } from '../../parts/dates.ts'
import { DayBox } from '../../parts/day-box.tsx'
import { ChoiceBox, clean, DocumentBoxes, documentOf, emptyDocument, LineBox, TickBox } from '../../parts/form.tsx'
import { Loading } from '../../parts/loading.tsx'
import { PageTitle } from '../../parts/page-title.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { TroubleBox } from '../../parts/trouble.tsx'
import { useDraft } from '../../use-draft.ts'
import { AsOfBox, NotToday, useAsOf } from './as-of.tsx'
import { HistorySheet } from './history.tsx'
import './registry.css'
import { useView } from './use-view.ts'
import { newWhy, WhyBoxes, whyOf } from './why-boxes.tsx'
import { useRegistryWords } from './words.ts'

type Props = { readonly post: PostView; readonly onDone: () => void }

export function PostScreen(props: { readonly postId: string }) {
  const { t } = useTranslation()
  const { go } = useDesk()
  const day = useAsOf()
  const { view: post, trouble, reload } = useView({ about: 'post', postId: PostId.parse(props.postId), day })
  if (post === null) return trouble === null ? <Loading /> : <TroubleBox trouble={trouble} />
  const onDone = () => void reload()
  return (
    <div className="page stack">
      <header className="row home-head">
        <PageTitle>{(post.data ?? post.spans.at(-1)?.data)?.title ?? ''}</PageTitle>
        <AsOfBox />
        <Button variant="subtle" className="push" onClick={() => go({ at: 'unit', unitId: post.unitId })}>
          {post.unit}
        </Button>
      </header>
      <NotToday />
      {post.data === undefined && <p className="note">{t('registryPost.notThere', { day: showDay(day) })}</p>}
      <div className="record-page">
        <div className="stack">
          <What post={post} />
          {post.data !== undefined && (
            <>
              <Sheet title={t('registryPost.edit')}>
                <EditForm key={`${post.revision} ${day}`} post={post} data={post.data} onDone={onDone} />
              </Sheet>
              <Sheet title={t('registryPost.close')}>
                <CloseForm key={post.revision} post={post} onDone={onDone} />
              </Sheet>
            </>
          )}
        </div>
        <div className="stack">
          <Holders post={post} />
          <HistorySheet history={post.history} onDone={onDone} />
        </div>
      </div>
    </div>
  )
}

/** Everything known of the post, stretch by stretch. */
function What({ post }: { readonly post: PostView }) {
  const { t } = useTranslation()
  const words = useRegistryWords()
  return (
    <Sheet title={t('registryPost.life')}>
      <ul className="lines">
        {post.spans.map(({ from, until, data }) => (
          <li key={from}>
            <p>
              <b>{data.title}</b>
            </p>
            <p>
              {[
                words.choice('postGroup', data.group),
                data.managedBy === undefined ? '' : words.choice('managedBy', data.managedBy),
                data.isHead === true ? t('registry.post.isHead') : '',
                data.isKey === true ? t('registry.post.isKey') : '',
                data.rank === undefined ? '' : t('registryPost.rankIs', { rank: data.rank }),
                data.peerClass === undefined ? '' : t('registryPost.peersAre', { peers: data.peerClass }),
                data.seats === undefined ? '' : t('registryPost.seatsAre', { seats: data.seats }),
              ]
                .filter((one) => one !== '')
                .join(', ')}
            </p>
            <p className="t2">
              {until === forever
                ? t('registry.unit.since', { from: showDay(from) })
                : t('registry.unit.between', { from: showDay(from), until: showDay(until) })}
            </p>
          </li>
        ))}
      </ul>
    </Sheet>
  )
}

function Holders({ post }: { readonly post: PostView }) {
  const { t } = useTranslation()
  const words = useRegistryWords()
  const { go } = useDesk()
  return (
    <Sheet title={t('registry.post.holders')}>
      {post.holders.length === 0 && <p className="pad t2">{t('registry.post.vacant')}</p>}
      <ul className="lines">
        {post.holders.map(({ tenureId, personId, name, data }) => (
          <li key={tenureId}>
            <p>
              <button type="button" className="linkish" onClick={() => go({ at: 'person', personId })}>
                {name}
              </button>{' '}
              {isHeldOn(data, post.day) && <Chip meaning="passed">{t('registry.tenure.now')}</Chip>}
            </p>
            <p className="t2">
              {t(data.lastDay === undefined ? 'registry.tenure.since' : 'registry.tenure.between', {
                from: showDay(data.from),
                to: data.lastDay === undefined ? '' : showDay(data.lastDay),
              })}
              {`, ${words.choice('tenureForm', data.form)}`}
              {data.endedBy !== undefined && `, ${words.choice('tenureEnd', data.endedBy)}`}
            </p>
          </li>
        ))}
      </ul>
    </Sheet>
  )
}

const typedOf = (data: PostData) => ({
  title: data.title,
  group: data.group,
  managedBy: data.managedBy ?? ('' as const),
  rank: data.rank === undefined ? '' : `${data.rank}`,
  peerClass: data.peerClass ?? '',
  seats: data.seats === undefined ? '' : `${data.seats}`,
  isHead: data.isHead === true,
  isKey: data.isKey === true,
})

/** Only what is said otherwise than it stands. Read by the shape of a patch, which refuses what is no number. */
function changesOf(typed: ReturnType<typeof typedOf>, data: PostData): Readonly<Record<string, unknown>> {
  const before = typedOf(data)
  const number = (text: string) => (text.trim() === '' ? null : Number(text))
  const set: Record<string, unknown> = {}
  if (clean(typed.title) !== before.title) set.title = clean(typed.title)
  if (typed.group !== before.group) set.group = typed.group
  if (typed.managedBy !== before.managedBy) set.managedBy = typed.managedBy === '' ? null : typed.managedBy
  if (typed.rank.trim() !== before.rank) set.rank = number(typed.rank)
  if (clean(typed.peerClass) !== before.peerClass) set.peerClass = clean(typed.peerClass) === '' ? null : clean(typed.peerClass)
  if (typed.seats.trim() !== before.seats) set.seats = number(typed.seats)
  if (typed.isHead !== before.isHead) set.isHead = typed.isHead ? true : null
  if (typed.isKey !== before.isKey) set.isKey = typed.isKey ? true : null
  return set
}

function EditForm({ post, data, onDone }: Props & { readonly data: PostData }) {
  const { t } = useTranslation()
  const words = useRegistryWords()
  const { office, session } = useDesk()
  const { send, trouble, isBusy } = useOrders(office)
  const { draft, set, done: isSaved } = useDraft({ ...typedOf(data), why: newWhy(session.today) }, `edit ${post.postId}`)
  const [tried, setTried] = useState(false)
  const patch = PostPatch.safeParse(changesOf(draft, data))
  const { why } = draft
  const save = async () => {
    setTried(true)
    const said = whyOf(why, session.today)
    if (said === null || !patch.success) return
    const { from, reason, document } = said
    const [postId, seen] = [PostId.parse(post.postId), post.revision]
    const done = await send({
      to: 'registry',
      command:
        why.mode === 'change'
          ? { type: 'changePost', postId, seen, from, set: patch.data, reason, document }
          : { type: 'correctPost', postId, seen, at: post.day, set: patch.data, reason: reason ?? '' },
    })
    if (done === null) return
    isSaved()
    onDone()
  }
  return (
    <div className="pad form">
      <LineBox label={t('registry.post.title')} value={draft.title} onChange={set('title')} mustBeFilled={tried} width={380} />
      <div className="fields">
        <ChoiceBox
          label={t('registry.post.group')}
          value={draft.group}
          onChange={set('group')}
          options={postGroups.map((value) => ({ value, label: words.choice('postGroup', value) }))}
          width={260}
        />
        <ChoiceBox
          label={t('registry.post.managedBy')}
          value={draft.managedBy}
          onChange={set('managedBy')}
          options={[
            { value: '' as const, label: '' },
            ...managingLevels.map((value) => ({ value, label: words.choice('managedBy', value) })),
          ]}
          isList
          width={260}
        />
      </div>
      <div className="fields">
        <LineBox
          label={t('registryPost.rank')}
          value={draft.rank}
          max={2}
          width={150}
          help={t('registryPost.rankHelp')}
          onChange={set('rank')}
        />
        <LineBox
          label={t('registryPost.peerClass')}
          value={draft.peerClass}
          max={60}
          width={220}
          help={t('registryPost.peerHelp')}
          onChange={set('peerClass')}
        />
        <LineBox label={t('registryPost.seats')} value={draft.seats} max={3} width={120} onChange={set('seats')} />
      </div>
      <div className="row">
        <TickBox label={t('registry.post.isHead')} isOn={draft.isHead} onChange={set('isHead')} />
        <TickBox label={t('registry.post.isKey')} isOn={draft.isKey} onChange={set('isKey')} />
      </div>
      <WhyBoxes draft={why} onChange={set('why')} tried={tried} day={post.day} />
      {tried && !patch.success && <p className="note">{t('registryPost.nothingNew')}</p>}
      <TroubleBox trouble={trouble} />
      <div className="row">
        <Button variant="default" aria-disabled={isBusy || undefined} onClick={() => void save()}>
          {t(why.mode === 'change' ? 'registry.why.doChange' : 'registry.why.doCorrect')}
        </Button>
      </div>
    </div>
  )
}

function CloseForm({ post, onDone }: Props) {
  const { t } = useTranslation()
  const { office, session } = useDesk()
  const { send, trouble, isBusy } = useOrders(office)
  const { draft, set, done: isSaved } = useDraft({ on: '', reason: '', document: emptyDocument }, `close ${post.postId}`)
  const [tried, setTried] = useState(false)
  const close = async () => {
    setTried(true)
    const on = parseDay(draft.on, session.today)
    if (on === null) return
    const document = documentOf(draft.document, session.today)
    const done = await send({
      to: 'registry',
      command: {
        type: 'closePost',
        postId: PostId.parse(post.postId),
        seen: post.revision,
        on,
        ...(clean(draft.reason) !== '' && { reason: clean(draft.reason) }),
        ...(document !== null && { document }),
      },
    })
    if (done === null) return
    isSaved()
    onDone()
  }
  return (
    <div className="pad form">
      <p className="t2">{t('registryPost.closeHelp')}</p>
      <div className="fields">
        <DayBox label={t('registryPost.closeOn')} value={draft.on} today={session.today} onChange={set('on')} mustBeFilled={tried} />
        <LineBox label={t('registry.why.reason')} value={draft.reason} max={500} width={420} onChange={set('reason')} />
      </div>
      <DocumentBoxes legend={t('registry.why.document')} value={draft.document} today={session.today} onChange={set('document')} />
      <TroubleBox trouble={trouble} />
      <div className="row">
        <Button variant="default" aria-disabled={isBusy || undefined} onClick={() => void close()}>
          {t('registryPost.doClose')}
        </Button>
      </div>
    </div>
  )
}
