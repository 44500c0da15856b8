// How the screens look on this PC: language, theme, text size, density. Kept by the browser, not in the data file: each PC has its own eyes.
import { useSyncExternalStore } from 'react'
import { type Language, languages } from './messages/start.ts'

/** `contrast`: black, white and the strongest colours; a theme of its own, beside the one the system may force. */
export const themes = ['light', 'dark', 'contrast'] as const
export type ThemeName = (typeof themes)[number]
/** Percent of the usual size; everything sized in rem follows. */
export const textSizes = [100, 112, 125, 150] as const
export type TextSize = (typeof textSizes)[number]
/** `wide`: 8 px more in every row. */
export const densities = ['usual', 'wide'] as const
export type Density = (typeof densities)[number]

export type Settings = {
  readonly language: Language
  readonly theme: ThemeName
  readonly textSize: TextSize
  readonly density: Density
}

export const settingsKey = 'tien-cu.settings'
const usual: Settings = { language: 'vi', theme: 'light', textSize: 100, density: 'usual' }

const among = <T>(known: readonly T[], value: unknown, otherwise: T): T => known.find((one) => one === value) ?? otherwise

/** What is kept, piece by piece: a piece that cannot be read is as usual, the others stand. */
export function settingsOf(text: string | null): Settings {
  let kept: unknown = null
  try {
    kept = JSON.parse(text ?? 'null')
  } catch {
    return usual
  }
  const at = (name: keyof Settings): unknown => (typeof kept === 'object' && kept !== null ? Reflect.get(kept, name) : undefined)
  return {
    language: among(languages, at('language'), usual.language),
    theme: among(themes, at('theme'), usual.theme),
    textSize: among(textSizes, at('textSize'), usual.textSize),
    density: among(densities, at('density'), usual.density),
  }
}

/** A browser that keeps nothing (a private window) still shows the app, as usual. */
function read(): Settings {
  try {
    return settingsOf(localStorage.getItem(settingsKey))
  } catch {
    return usual
  }
}

let settings = read()
const listeners = new Set<() => void>()

export const settingsNow = (): Settings => settings

/** Dark and high contrast are drawn over the dark scheme. */
export const schemeOf = (theme: ThemeName): 'light' | 'dark' => (theme === 'light' ? 'light' : 'dark')

/** Puts them on the page itself, so that the first thing painted already looks so. */
export function wearSettings(): void {
  const { style, dataset } = document.documentElement
  document.documentElement.lang = settings.language
  style.fontSize = `${settings.textSize}%`
  style.colorScheme = schemeOf(settings.theme)
  dataset.contrast = settings.theme === 'contrast' ? 'high' : 'usual'
  dataset.density = settings.density
}

function tell(next: Settings): void {
  settings = next
  wearSettings()
  for (const listener of listeners) listener()
}

export function setSettings(change: Partial<Settings>): void {
  const next = { ...settings, ...change }
  try {
    localStorage.setItem(settingsKey, JSON.stringify(next))
  } catch {
    // Not kept for tomorrow; today it stands.
  }
  tell(next)
}

/** One step of the text size up or down; at either end it stays. */
export function stepTextSize(by: 1 | -1): void {
  setSettings({ textSize: textSizes[textSizes.indexOf(settings.textSize) + by] ?? settings.textSize })
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const useSettings = (): Settings => useSyncExternalStore(subscribe, settingsNow)

/** Rows grow with the text and with the density. */
export const rowHeightOf = (usualHeight: number, { textSize, density }: Settings): number =>
  Math.round((usualHeight * textSize) / 100) + (density === 'wide' ? 8 : 0)

// Changed in another window of this PC: this one follows.
window.addEventListener('storage', ({ key }) => {
  if (key === settingsKey) tell(read())
})
