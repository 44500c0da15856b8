// Text as it is searched: lower case without tone and letter marks, so that `nguyen` finds `Nguyễn` in either spelling (documents.md A9.5).

export const foldedText = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('đ', 'd')

/** Small ASCII letters, digits and hyphens, for names that any PC can write: `Sở Nội vụ` is `so-noi-vu`. */
export const slugOf = (text: string): string =>
  foldedText(text)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')

/** The words typed or written, folded; whatever is no letter or digit parts them. */
export const foldedWords = (text: string): readonly string[] =>
  foldedText(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
