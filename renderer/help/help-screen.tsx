// Help: pages on the main tasks, and one page per role that is read off the table of rights, so that it cannot say anything else.
import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { knowsSealedResults, learnsWhoGoesOn, mayAsk, type Role, readsOut, roles } from '../../workflows/roles.ts'
import { useDesk } from '../desk.tsx'
import { PageTitle } from '../parts/page-title.tsx'
import { Sheet } from '../parts/sheet.tsx'
import { setTourStop } from '../tour/state.ts'
import { useWording } from '../wording.ts'
import { type HelpPage, isRolePage, type TaskPage, taskPages, titleOf } from './pages.ts'
import './help.css'
import { helpEn } from './words-en.ts'
import { helpVi } from './words-vi.ts'

type Command = keyof typeof mayAsk

/** The acts a role may ask for, in the order of the table. */
export const actsOf = (role: Role): readonly Command[] =>
  (Object.keys(mayAsk) as readonly Command[]).filter((command) => mayAsk[command].includes(role))

export function HelpScreen(props: { readonly page: HelpPage | undefined }) {
  const { t } = useTranslation()
  const { go, session } = useDesk()
  const { page } = props
  return (
    <div className="page stack help">
      <header className="row">
        <PageTitle key={page}>{page === undefined ? t('help.title') : titleOf(page, t)}</PageTitle>
        {page !== undefined && (
          <Button className="push" variant="default" size="compact-sm" onClick={() => go({ at: 'help' })}>
            {t('help.all')}
          </Button>
        )}
      </header>
      {page === undefined && session.isSampleProvince === true && (
        <div>
          <Button variant="default" onClick={() => setTourStop(0)}>
            {t('tour.again')}
          </Button>
        </div>
      )}
      {page === undefined ? <Contents /> : isRolePage(page) ? <RolePage role={page} /> : <Task page={page} />}
    </div>
  )
}

function Contents() {
  const { t } = useTranslation()
  const { go, session } = useDesk()
  const link = (page: HelpPage, after: string) => (
    <li key={page} className="row">
      <Button variant="subtle" size="compact-sm" onClick={() => go({ at: 'help', page })}>
        {titleOf(page, t)}
      </Button>
      {after !== '' && <span className="sm t2">{after}</span>}
    </li>
  )
  return (
    <div className="halves">
      <Sheet title={t('help.tasks')}>
        <ul className="pad">{taskPages.map((page) => link(page, ''))}</ul>
      </Sheet>
      <Sheet title={t('help.roles')} sub={t('help.rolesSub')}>
        <ul className="pad">
          {roles.map((role) =>
            link(
              role,
              [
                t('help.acts', { count: actsOf(role).length }),
                ...(session.operator?.roles.includes(role) === true ? [t('help.yours')] : []),
              ].join(' · '),
            ),
          )}
        </ul>
      </Sheet>
    </div>
  )
}

function RolePage(props: { readonly role: Role }) {
  const { t } = useTranslation()
  const say = useWording()
  const { role } = props
  const acts = actsOf(role)
  return (
    <div className="help-role">
      <Sheet title={t('help.may')} sub={t('help.acts', { count: acts.length })}>
        {acts.length === 0 ? (
          <p className="pad">{t('help.noActs')}</p>
        ) : (
          <ul className="pad help-told help-acts">
            {acts.map((command) => (
              <li key={command}>{say.command(command)}</li>
            ))}
          </ul>
        )}
      </Sheet>
      <Sheet title={t('help.knows')}>
        <ul className="pad help-told">
          <li>{knowsSealedResults([role]) ? t('help.knowsYes') : t('help.knowsNo')}</li>
          {readsOut([role]) && <li>{t('help.readsOut')}</li>}
          <li>{t(`help.learns.${learnsWhoGoesOn[role]}`)}</li>
        </ul>
      </Sheet>
    </div>
  )
}

function Task(props: { readonly page: TaskPage }) {
  const { i18n } = useTranslation()
  const words = (i18n.language === 'en' ? helpEn : helpVi)[props.page]
  return (
    <section className="sheet pad form">
      <p>{words.about}</p>
      <ol className="help-told">
        {words.do.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ol>
      <ul className="help-told">
        {words.know.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  )
}
