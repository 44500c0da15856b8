// Starts the screens: faces, theme, words, the doorway.
import { firstOffice } from './first-office.ts' // first: what it asks is answered while the rest is read
import './mantine.css'
import './faces.css'
import './tokens.css'
import './contrast.css'
import './shell.css'
import './parts.css'
import './forms.css'
import './screens.css'
import './room.css'
import { createRoot } from 'react-dom/client'
import { I18nextProvider } from 'react-i18next'
import { App } from './app.tsx'
import { speak, startMessages } from './messages/start.ts'
import { askOffice } from './orders.ts'
import { settingsNow, wearSettings } from './settings.ts'
import { Themed } from './themed.tsx'

wearSettings()
const messages = startMessages()
const { language } = settingsNow()
if (language !== 'vi') await speak(messages, language)
const root = document.getElementById('root')
if (root === null) throw new Error('the page has no root')

if (firstOffice === null) root.textContent = messages.t('nav.noShell')
else {
  // Asked first of all and answered by now: waiting for it here saves drawing a page that says nothing.
  let isOld = false
  firstOffice.onChange(() => {
    isOld = true
  })
  const session = await askOffice(firstOffice, { about: 'session' })
  createRoot(root).render(
    <I18nextProvider i18n={messages}>
      <Themed>
        <App office={firstOffice} early={session.ok ? { view: session.value, isOld: () => isOld } : undefined} />
      </Themed>
    </I18nextProvider>,
  )
}
