// Text as it is searched: lower case without tone and letter marks, so that `nguyen` finds `Nguyễn` in either spelling (documents.md A9.5).

export const foldedText = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('đ', 'd')

/** The words typed or written, folded; whatever is no letter or digit parts them. */
export const foldedWords = (text: string): readonly string[] =>
  foldedText(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
