// The percentage as printed: two decimals, half up, decimal comma. For show only: no law is applied to a rounded figure.

/** `percentText(13, 24)` is `"54,17"`. A base of 0 (nobody there) prints `"0,00"`. */
export function percentText(votes: number, base: number): string {
  if (base === 0) return '0,00'
  const hundredths = (BigInt(votes) * 20_000n + BigInt(base)) / (2n * BigInt(base))
  return `${hundredths / 100n},${(hundredths % 100n).toString().padStart(2, '0')}`
}
