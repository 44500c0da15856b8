// One post as of a day: what it is, who held it and holds it, what was said of it.
import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { PostId } from '../../../workflows/core/ids.ts'
import type { PostView } from '../../../workflows/registry/counter.ts'
import { forever } from '../../../workflows/registry/records.ts'
import { isHeldOn } from '../../../workflows/registry/tenure.ts'
import { useDesk } from '../../desk.tsx'
import { Chip } from '../../parts/chip.tsx'
import { showDay } from '../../parts/dates.ts'
import { Loading } from '../../parts/loading.tsx'
import { Lost } from '../../parts/lost.tsx'
import { PageTitle } from '../../parts/page-title.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { AsOfBox, NotToday, useAsOf } from './as-of.tsx'
import { HistorySheet } from './history.tsx'
import { CloseForm, EditForm } from './post-forms.tsx'
import './registry.css'
import { useView } from './use-view.ts'
import { useRegistryWords } from './words.ts'

export function PostScreen(props: { readonly postId: string }) {
  const { t } = useTranslation()
  const { go } = useDesk()
  const day = useAsOf()
  const { view: post, trouble, reload } = useView({ about: 'post', postId: PostId.parse(props.postId), day })
  if (post === null) return trouble === null ? <Loading /> : <Lost trouble={trouble} at="people" />
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
