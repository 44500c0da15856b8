// What is said of a post: a new one in a unit, what it becomes or truly was, its end.
import { useTranslation } from 'react-i18next'
import { PostId, UnitId } from '../../../workflows/core/ids.ts'
import type { PostView } from '../../../workflows/registry/counter.ts'
import { managingLevels, type PostData, PostPatch, postGroups } from '../../../workflows/registry/unit.ts'
import { parseDay, showDay } from '../../parts/dates.ts'
import { DayBox } from '../../parts/day-box.tsx'
import { ChoiceBox, clean, DocumentBoxes, documentOf, emptyDocument, LineBox, TickBox } from '../../parts/form.tsx'
import { FormFrame } from './form-frame.tsx'
import { useRegistryForm } from './use-registry-form.ts'
import { newWhy, WhyBoxes, whyOf } from './why-boxes.tsx'
import { useRegistryWords } from './words.ts'

type Props = { readonly post: PostView; readonly onDone: () => void }

/** They stand side by side in the fields of a form. */
function GroupBoxes(props: {
  readonly group: PostData['group']
  readonly managedBy: '' | NonNullable<PostData['managedBy']>
  readonly onGroup: (group: PostData['group']) => void
  readonly onManagedBy: (level: '' | NonNullable<PostData['managedBy']>) => void
}) {
  const { t } = useTranslation()
  const words = useRegistryWords()
  return (
    <>
      <ChoiceBox
        label={t('registry.post.group')}
        value={props.group}
        onChange={props.onGroup}
        options={postGroups.map((value) => ({ value, label: words.choice('postGroup', value) }))}
        width={260}
      />
      <ChoiceBox
        label={t('registry.post.managedBy')}
        value={props.managedBy}
        onChange={props.onManagedBy}
        options={[{ value: '', label: '' }, ...managingLevels.map((value) => ({ value, label: words.choice('managedBy', value) }))]}
        isList
        width={260}
      />
    </>
  )
}

function StandingTicks(props: {
  readonly isHead: boolean
  readonly isKey: boolean
  readonly onHead: (isHead: boolean) => void
  readonly onKey: (isKey: boolean) => void
}) {
  const { t } = useTranslation()
  return (
    <div className="row">
      <TickBox label={t('registry.post.isHead')} isOn={props.isHead} onChange={props.onHead} />
      <TickBox label={t('registry.post.isKey')} isOn={props.isKey} onChange={props.onKey} />
    </div>
  )
}

export function NewPostForm(props: { readonly unitId: string; readonly onDone: () => void }) {
  const { t } = useTranslation()
  const { today, draft, set, isSaved, tried, setTried, trouble, isBusy, order } = useRegistryForm((today) => ({
    title: '',
    group: 'other' as (typeof postGroups)[number],
    managedBy: '' as '' | (typeof managingLevels)[number],
    isHead: false,
    isKey: false,
    from: showDay(today),
  }))
  const save = async () => {
    setTried(true)
    const from = parseDay(draft.from, today)
    const title = clean(draft.title)
    if (from === null || title === '') return
    const done = await order({
      type: 'addPost',
      from,
      data: {
        unitId: UnitId.parse(props.unitId),
        title,
        group: draft.group,
        ...(draft.managedBy !== '' && { managedBy: draft.managedBy }),
        ...(draft.isHead && { isHead: true }),
        ...(draft.isKey && { isKey: true }),
      },
    })
    if (done === null) return
    isSaved()
    props.onDone()
  }
  return (
    <FormFrame does={t('registry.post.doAdd')} onSave={save} isBusy={isBusy} trouble={trouble}>
      <LineBox label={t('registry.post.title')} value={draft.title} onChange={set('title')} mustBeFilled={tried} width={380} />
      <div className="fields">
        <GroupBoxes group={draft.group} managedBy={draft.managedBy} onGroup={set('group')} onManagedBy={set('managedBy')} />
        <DayBox label={t('registry.post.from')} value={draft.from} today={today} onChange={set('from')} mustBeFilled={tried} />
      </div>
      <StandingTicks isHead={draft.isHead} isKey={draft.isKey} onHead={set('isHead')} onKey={set('isKey')} />
    </FormFrame>
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

export function EditForm({ post, data, onDone }: Props & { readonly data: PostData }) {
  const { t } = useTranslation()
  const { today, draft, set, isSaved, tried, setTried, trouble, isBusy, order } = useRegistryForm(
    (today) => ({ ...typedOf(data), why: newWhy(today) }),
    `edit ${post.postId}`,
  )
  const patch = PostPatch.safeParse(changesOf(draft, data))
  const { why } = draft
  const save = async () => {
    setTried(true)
    const said = whyOf(why, today)
    if (said === null || !patch.success) return
    const { from, reason, document } = said
    const [postId, seen] = [PostId.parse(post.postId), post.revision]
    const done = await order(
      why.mode === 'change'
        ? { type: 'changePost', postId, seen, from, set: patch.data, reason, document }
        : { type: 'correctPost', postId, seen, at: post.day, set: patch.data, reason: reason ?? '' },
    )
    if (done === null) return
    isSaved()
    onDone()
  }
  return (
    <FormFrame
      does={t(why.mode === 'change' ? 'registry.why.doChange' : 'registry.why.doCorrect')}
      onSave={save}
      isBusy={isBusy}
      trouble={trouble}
    >
      <LineBox label={t('registry.post.title')} value={draft.title} onChange={set('title')} mustBeFilled={tried} width={380} />
      <div className="fields">
        <GroupBoxes group={draft.group} managedBy={draft.managedBy} onGroup={set('group')} onManagedBy={set('managedBy')} />
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
      <StandingTicks isHead={draft.isHead} isKey={draft.isKey} onHead={set('isHead')} onKey={set('isKey')} />
      <WhyBoxes draft={why} onChange={set('why')} tried={tried} day={post.day} />
      {tried && !patch.success && <p className="note">{t('registryPost.nothingNew')}</p>}
    </FormFrame>
  )
}

export function CloseForm({ post, onDone }: Props) {
  const { t } = useTranslation()
  const { today, draft, set, isSaved, tried, setTried, trouble, isBusy, order } = useRegistryForm(
    () => ({ on: '', reason: '', document: emptyDocument }),
    `close ${post.postId}`,
  )
  const close = async () => {
    setTried(true)
    const on = parseDay(draft.on, today)
    if (on === null) return
    const document = documentOf(draft.document, today)
    const done = await order({
      type: 'closePost',
      postId: PostId.parse(post.postId),
      seen: post.revision,
      on,
      ...(clean(draft.reason) !== '' && { reason: clean(draft.reason) }),
      ...(document !== null && { document }),
    })
    if (done === null) return
    isSaved()
    onDone()
  }
  return (
    <FormFrame does={t('registryPost.doClose')} onSave={close} isBusy={isBusy} trouble={trouble}>
      <p className="t2">{t('registryPost.closeHelp')}</p>
      <div className="fields">
        <DayBox label={t('registryPost.closeOn')} value={draft.on} today={today} onChange={set('on')} mustBeFilled={tried} />
        <LineBox label={t('registry.why.reason')} value={draft.reason} max={500} width={420} onChange={set('reason')} />
      </div>
      <DocumentBoxes legend={t('registry.why.document')} value={draft.document} today={today} onChange={set('document')} />
    </FormFrame>
  )
}
