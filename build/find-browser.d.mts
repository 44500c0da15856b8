// Types of find-browser.mjs: it must run on plain Node 20, before any compiler is there.
export type Browser = { readonly name: string; readonly path: string }
export function findBrowser(
  env?: Readonly<Record<string, string | undefined>>,
  platform?: NodeJS.Platform,
  exists?: (path: string) => boolean,
): Browser | undefined
