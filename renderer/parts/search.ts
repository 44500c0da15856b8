// Finding by typing without marks: `Thuy Tien`, `thủy tiên` and `thuỷ tiên` are one (both spellings of the tone mark fold away).

export const foldMarks = (text: string): string =>
  text.toLocaleLowerCase('vi').normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('đ', 'd')

/** Every typed word begins some word of the text. */
export function matches(text: string, typed: string): boolean {
  const words = foldMarks(text).split(/[^\p{L}\p{N}]+/u)
  return foldMarks(typed)
    .split(/\s+/)
    .filter((part) => part !== '')
    .every((part) => words.some((word) => word.startsWith(part)))
}
