// The two languages: Vietnamese first. The choice stays on this PC; nothing is fetched.
import i18next, { type i18n } from 'i18next'
import { initReactI18next } from 'react-i18next'
import { firstWords } from './first-words.ts'
import type { Messages } from './vi.ts'

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: Messages }
  }
}

export const languages = ['vi', 'en'] as const
export type Language = (typeof languages)[number]

let started: i18n | undefined
let whole: Messages | undefined
let reading: Promise<void> | undefined

/** The words of the screens behind the first one: whoever shows such a screen waits for them. */
export function readWords(): Promise<void> {
  reading ??= import('./vi.ts').then(({ vi }) => {
    whole = vi
    started?.addResourceBundle('vi', 'translation', vi, true, true)
  })
  return reading
}

/** A ready instance that speaks Vietnamese; `speak` changes that. `escapeValue` is off because React escapes. */
export function startMessages(): i18n {
  const messages = i18next.createInstance()
  void messages.use(initReactI18next).init({
    lng: 'vi',
    fallbackLng: 'vi',
    resources: { vi: { translation: whole ?? firstWords } },
    interpolation: { escapeValue: false },
    initAsync: false,
  })
  started = messages
  return messages
}

/** The words of the other language are read when somebody asks for them. */
export async function speak(messages: i18n, language: Language): Promise<void> {
  if (language === 'en' && !messages.hasResourceBundle('en', 'translation')) {
    const { en } = await import('./en.ts')
    messages.addResourceBundle('en', 'translation', en)
  }
  await messages.changeLanguage(language)
}
