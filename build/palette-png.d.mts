// Types of palette-png.mjs, for its test.
/** PNG bytes of a browser to the same picture in at most 256 colours. Throws on any other kind of PNG. */
export function withPalette(png: Buffer): Buffer
