// A door of the spreadsheet reader its own types leave out: a zip that was judged and unpacked before, so that it unpacks nothing itself.
import type { ParsingOptions, WorkBook } from '@e965/xlsx'

declare module '@e965/xlsx' {
  export function parse_zip(
    zip: {
      readonly FullPaths: readonly string[]
      readonly FileIndex: readonly { readonly name: string; readonly type: 2; readonly size: number; readonly content: Uint8Array }[]
    },
    options: ParsingOptions,
  ): WorkBook
}
