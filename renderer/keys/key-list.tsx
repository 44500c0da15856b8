// The keys of this screen, under F1: drawn from the very list the handlers read.
import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useDesk } from '../desk.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { KeyCap } from '../parts/key-cap.tsx'
import type { Route } from '../route.ts'
import '../palette/palette.css'
import { everywhere, onScreen, type Shortcut, shortcutsOn } from './shortcuts.ts'
import { sayStroke } from './stroke.ts'

export function KeyList(props: { readonly at: Route['at']; readonly onClose: () => void }) {
  const { t } = useTranslation()
  const { go } = useDesk()
  const all = shortcutsOn(props.at)
  const own = onScreen[props.at] ?? []
  const rest = all.filter((one) => everywhere.some(({ name }) => name === one.name))
  return (
    <Dialog title={t('keys.title')} className="key-list" onClose={props.onClose}>
      {own.length > 0 && <Keys title={t('keys.here')} shortcuts={own} />}
      <Keys title={t('keys.everywhere')} shortcuts={rest} />
      <p className="sm t2">{t('keys.letters')}</p>
      <div className="row key-list-foot">
        <Button
          variant="default"
          onClick={() => {
            props.onClose()
            go({ at: 'help' })
          }}
          rightSection={<KeyCap>F1</KeyCap>}
        >
          {t('keys.help')}
        </Button>
        <Button variant="subtle" onClick={props.onClose} rightSection={<KeyCap>Esc</KeyCap>}>
          {t('keys.close')}
        </Button>
      </div>
    </Dialog>
  )
}

function Keys(props: { readonly title: string; readonly shortcuts: readonly Shortcut[] }) {
  const { t } = useTranslation()
  return (
    <section>
      <h3>{props.title}</h3>
      <dl>
        {props.shortcuts.map(({ name, strokes }) => (
          <div key={name}>
            <dt>
              {strokes.map((stroke) => (
                <KeyCap key={stroke}>{sayStroke(stroke)}</KeyCap>
              ))}
            </dt>
            <dd>{t(`shortcut.${name}`)}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
