// The two languages: Vietnamese first. The choice stays on this PC; nothing is fetched.
import i18next, { type i18n } from 'i18next'
import { initReactI18next } from 'react-i18next'
import { en } from './en.ts'
import { type Messages, vi } from './vi.ts'

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: Messages }
  }
}

export const languages = ['vi', 'en'] as const
export type Language = (typeof languages)[number]

/** A ready instance. `escapeValue` is off because React escapes. */
export function startMessages(language: Language = 'vi'): i18n {
  const messages = i18next.createInstance()
  void messages.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'vi',
    resources: { vi: { translation: vi }, en: { translation: en } },
    interpolation: { escapeValue: false },
    initAsync: false,
  })
  return messages
}
