// How much of a workbook is read, and what is said of one that is not.

export type WorkbookLimits = {
  /** Of the file as it lies on disk. */
  readonly bytes: number
  /** Of what a zip unfolds to, all its parts together; rosters of 200,000 rows stay below. */
  readonly unfolded: number
  readonly parts: number
  readonly rows: number
  readonly columns: number
  /** Filled cells of all sheets together. */
  readonly cells: number
}
export const workbookLimits: WorkbookLimits = {
  bytes: 60_000_000,
  unfolded: 400_000_000,
  parts: 2_000,
  rows: 200_000,
  columns: 256,
  cells: 6_000_000,
}

export type WorkbookRefusal =
  | { readonly code: 'workbook-empty-file' }
  | { readonly code: 'workbook-not-one' }
  | { readonly code: 'workbook-locked' }
  | { readonly code: 'workbook-broken' }
  /** Unfolds too far, or is too large as it is. */
  | { readonly code: 'workbook-too-big'; readonly megabytes: number }
  | { readonly code: 'workbook-too-many-rows'; readonly sheet: string; readonly most: number }
  | { readonly code: 'workbook-no-cells' }
