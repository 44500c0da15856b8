// The ear's check on the hand: the name just pressed is spoken, or a tone of its own where this PC has no Vietnamese voice. The screen always says it too.
import { useCallback, useEffect, useRef, useState } from 'react'

const kept = 'tien-cu.count-echo'
/** A slip may take two seconds at most: a long name is spoken faster, and the next one cuts it short. */
const rate = 1.35

/** Voices of this PC alone: others send what they say over the network. */
function vietnameseVoice(): SpeechSynthesisVoice | undefined {
  if (!('speechSynthesis' in window)) return undefined
  return window.speechSynthesis.getVoices().find((voice) => voice.localService && voice.lang.toLowerCase().startsWith('vi'))
}

let context: AudioContext | undefined

/** `line` 0: an invalid slip, low. Each line has its own pitch, five to the octave. */
function tone(line: number): void {
  if (!('AudioContext' in window)) return
  context ??= new AudioContext()
  const oscillator = context.createOscillator()
  const gain = context.createGain()
  const steps = [0, 2, 4, 7, 9]
  const place = (line - 1) % 10
  const pitch = line === 0 ? 110 : 330 * 2 ** (Math.floor(place / 5) + (steps[place % 5] ?? 0) / 12)
  const from = context.currentTime
  oscillator.type = line === 0 ? 'square' : 'sine'
  oscillator.frequency.value = pitch
  gain.gain.setValueAtTime(0.18, from)
  gain.gain.exponentialRampToValueAtTime(0.001, from + 0.16)
  oscillator.connect(gain).connect(context.destination)
  oscillator.start(from)
  oscillator.stop(from + 0.17)
}

export type Echo = {
  readonly isOn: boolean
  readonly hasVoice: boolean
  toggle(): void
  /** `line`: 1 and up; 0 for an invalid slip. */
  say(words: string, line: number): void
}

export function useEcho(): Echo {
  const [isOn, setOn] = useState(() => localStorage.getItem(kept) !== 'off')
  const [hasVoice, setVoice] = useState(() => vietnameseVoice() !== undefined)
  // The list of voices comes late.
  useEffect(() => {
    if (!('speechSynthesis' in window)) return
    const onVoices = () => setVoice(vietnameseVoice() !== undefined)
    window.speechSynthesis.addEventListener?.('voiceschanged', onVoices)
    return () => window.speechSynthesis.removeEventListener?.('voiceschanged', onVoices)
  }, [])
  const on = useRef(isOn)
  on.current = isOn
  const say = useCallback((words: string, line: number) => {
    if (!on.current) return
    const voice = vietnameseVoice()
    if (voice === undefined) return tone(line)
    window.speechSynthesis.cancel()
    const spoken = new SpeechSynthesisUtterance(words)
    spoken.voice = voice
    spoken.lang = voice.lang
    spoken.rate = rate
    window.speechSynthesis.speak(spoken)
  }, [])
  const toggle = useCallback(() => {
    localStorage.setItem(kept, on.current ? 'off' : 'on')
    setOn(!on.current)
  }, [])
  return { isOn, hasVoice, toggle, say }
}
