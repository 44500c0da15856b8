// Ctrl K: type a few letters without marks, go there or do it. A list box under one text box; the keys never leave the text.
import { type KeyboardEvent, useEffect, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../parts/dialog.tsx'
import { KeyCap } from '../parts/key-cap.tsx'
import type { Route } from '../route.ts'
import { type Entry, type EntryGroup, useEntries } from './entries.ts'
import './palette.css'

const groups: readonly EntryGroup[] = ['cases', 'acts', 'papers', 'people', 'sections', 'help']

export function Palette(props: { readonly route: Route; readonly onClose: () => void }) {
  const { t } = useTranslation()
  const id = useId()
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const entries = useEntries(props.route, typed)
  const shown = groups.flatMap((group) => entries.filter((entry) => entry.group === group))
  const here = Math.min(at, Math.max(shown.length - 1, 0))
  const chosen = shown[here]
  useEffect(() => {
    if (chosen !== undefined) document.getElementById(`${id}-${chosen.id}`)?.scrollIntoView({ block: 'nearest' })
  }, [id, chosen])
  const run = (entry: Entry | undefined) => {
    if (entry === undefined) return
    props.onClose()
    // When the dialog is gone and has given the focus back: what is pressed may take it on.
    setTimeout(entry.run)
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return
    const step = event.code === 'ArrowDown' ? 1 : event.code === 'ArrowUp' ? -1 : 0
    if (step !== 0) {
      event.preventDefault()
      setAt((here + step + shown.length) % Math.max(shown.length, 1))
    }
    if (event.code === 'Enter' || event.code === 'NumpadEnter') {
      event.preventDefault()
      if (!event.nativeEvent.repeat) run(chosen)
    }
  }
  return (
    <Dialog title={t('palette.title')} isTitleHidden className="palette" onClose={props.onClose}>
      <input
        type="text"
        role="combobox"
        aria-label={t('palette.box')}
        aria-expanded="true"
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={chosen === undefined ? undefined : `${id}-${chosen.id}`}
        placeholder={t('palette.hint')}
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value)
          setAt(0)
        }}
        onKeyDown={onKey}
      />
      <div role="listbox" id={`${id}-list`} aria-label={t('palette.found')} className="found" tabIndex={-1}>
        {groups.map((group) => {
          const inGroup = shown.filter((entry) => entry.group === group)
          return inGroup.length === 0 ? null : (
            // biome-ignore lint/a11y/useSemanticElements: a group of options, not of boxes
            <div key={group} role="group" aria-labelledby={`${id}-${group}`}>
              <div className="head" id={`${id}-${group}`}>
                {t(`palette.${group}`)}
              </div>
              {inGroup.map((entry) => (
                // biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/useFocusableInteractive: the text box has the focus and hears the keys for its list
                <div
                  key={entry.id}
                  id={`${id}-${entry.id}`}
                  role="option"
                  aria-selected={entry === chosen}
                  className="entry"
                  onClick={() => run(entry)}
                  onMouseMove={() => setAt(shown.indexOf(entry))}
                >
                  <span>{entry.label}</span>
                  {entry.about !== '' && <small>{entry.about}</small>}
                </div>
              ))}
            </div>
          )
        })}
      </div>
      <p className="sm t2 foot-line" role="status">
        {shown.length === 0 ? t('palette.none') : t('palette.count', { count: shown.length })}
        <span className="push">
          <KeyCap>↑</KeyCap> <KeyCap>↓</KeyCap> {t('palette.move')} · <KeyCap>Enter</KeyCap> {t('palette.go')} · <KeyCap>Esc</KeyCap>{' '}
          {t('palette.leave')}
        </span>
      </p>
    </Dialog>
  )
}
