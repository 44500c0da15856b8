// The part of `qrcode` that only computes the matrix: its main entry pulls in Node's file system, which this folder may not use.
declare module 'qrcode/lib/core/qrcode.js' {
  const qr: {
    create(
      text: string,
      options: { errorCorrectionLevel: 'L' | 'M' | 'Q' | 'H' },
    ): { modules: { size: number; get(row: number, column: number): number | boolean } }
  }
  export default qr
}
