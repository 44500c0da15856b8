// Every paper, read back from its pages: the margins, sizes and lines of A2 and A3, and ends that never stand alone, with the most an
// office can put into them.
import { describe, expect, test } from 'vitest'
import type { CheckSheet } from '../../records/check-sheet.ts'
import { paperData } from '../../records/paper-data.ts'
import { paperKinds } from '../../workflows/papers/kinds.ts'
import type { Paper } from '../../workflows/papers/paper.ts'
import { pdffonts, put, run, workFolder } from '../support/tools.ts'
import {
  endingIn,
  everyPaper,
  type Form,
  textOfWords,
  withEndlessWords,
  withLongNames,
  withRecipients,
  withRows,
  withSigners,
  withTallRows,
} from './every-paper.ts'
import { sharedTypesetter } from './making.ts'
import { archivedDrawing, hasNativeTypst, mainOf, plainDrawing } from './native-typst.ts'
import { faultsOfLayout, faultsOfWords, type ReadPage, readPages } from './page-reading.ts'

const MM = 72 / 25.4
const forms: readonly Form[] = ['Party', 'State']
const papersOf: Readonly<Record<Form, readonly Paper[]>> = { Party: everyPaper('Party'), State: everyPaper('State') }
const textPapers = (form: Form): readonly Paper[] => papersOf[form].filter(({ slip }) => !slip)
function paperOf(form: Form, kind: Paper['kind']): Paper {
  const found = papersOf[form].find((one) => one.kind === kind)
  if (!found) throw new Error(`no ${kind}`)
  return found
}

async function drawn(paper: Paper): Promise<{ readonly faults: readonly string[]; readonly pages: readonly ReadPage[] }> {
  const { pdf, places } = await plainDrawing(paper)
  expect(places.map(({ field }) => field).toSorted()).toEqual(paper.signBlocks.map(({ field }) => field).toSorted())
  const pages = readPages(put(workFolder(), 'paper.pdf', pdf))
  return { faults: faultsOfLayout(paper, pages, places), pages }
}

/** What is wrong with each of them, by its kind; an empty list when nothing is. */
async function faultsOfAll(papers: readonly Paper[]): Promise<readonly string[]> {
  const told: string[] = []
  for (const paper of papers) told.push(...(await drawn(paper)).faults.map((fault) => `${paper.kind}: ${fault}`))
  return told
}

test('the case these tests draw has every kind of paper there is', () => {
  for (const form of forms) expect(papersOf[form].map(({ kind }) => kind).toSorted()).toEqual(paperKinds.toSorted())
})

describe.each(forms)('in the %s form', (form) => {
  test('every paper of the case keeps to its form, is drawn as the check wants it, and embeds Tinos alone', async () => {
    for (const paper of papersOf[form]) {
      const made = await (await sharedTypesetter()).typeset(paper, null)
      if (!made.ok) throw new Error(`${paper.kind}: ${JSON.stringify(made.refusal)}`)
      for (const font of pdffonts(put(workFolder(), 'paper.pdf', made.value)))
        expect(font).toMatchObject({ embedded: true, subset: true, unicode: true, name: expect.stringMatching(/^[A-Z]{6}\+Tinos-/) })
    }
    expect(await faultsOfAll(textPapers(form))).toEqual([])
  }, 60_000)

  test('with names of bodies, people and offices as long as they come', async () => {
    expect(await faultsOfAll(textPapers(form).map(withLongNames))).toEqual([])
  }, 60_000)

  test('with words that no line holds', async () => {
    expect(await faultsOfAll(textPapers(form).map(withEndlessWords))).toEqual([])
  }, 60_000)

  test('with one person, with sixty, with two hundred', async () => {
    const kinds = ['nomineeList', 'convocationList', 'voteCountMinutes', 'partyOpinionRequest'] as const
    const papers = kinds.map((kind) => paperOf(form, kind))
    expect(await faultsOfAll(papers.map((one) => withRows(one, 1)))).toEqual([])
    expect(await faultsOfAll(papers.map((one) => withLongNames(withRows(one, 60))))).toEqual([])
    expect(await faultsOfAll([withRows(paperOf(form, 'convocationList'), 200)])).toEqual([])
  }, 60_000)

  test('the particulars of one person are not cut over two pages', async () => {
    const list = paperOf(form, 'nomineeList')
    const { pages } = await drawn({
      ...list,
      blocks: list.blocks.map((one) => (one.type === 'table' ? { ...one, rows: one.rows.slice(0, 1) } : one)),
    })
    const pageOf = (text: string) => pages.findIndex(({ words }) => words.some((word) => word.text === text))
    expect(pageOf('LLCT:')).toBeGreaterThanOrEqual(0)
    // The first and the last line of the longest cell.
    expect(pageOf('03/02/2003')).toBe(pageOf('LLCT:'))
  })

  test('the list of one person is one page, with its signature and its proof', async () => {
    const { faults, pages } = await drawn(withRows(paperOf(form, 'nomineeList'), 1))
    expect([faults, pages.length]).toEqual([[], 1])
  })

  test('three people sign in two rows, the chair beside the recipients, and no page is left half empty for them', async () => {
    const minutes = paperOf(form, 'voteCountMinutes')
    expect(minutes.signBlocks.map(({ column }) => column)).toEqual(['left', 'left', 'right'])
    const { pdf, places } = await plainDrawing(minutes)
    const pages = readPages(put(workFolder(), 'paper.pdf', pdf))
    const [head, secretary, chair] = minutes.signBlocks.map(({ field }) => places.find((place) => place.field === field))
    if (!head || !secretary || !chair) throw new Error('three places')
    expect([secretary.y, secretary.page, chair.page]).toEqual([head.y, head.page, head.page])
    expect([secretary.x > head.x, chair.x, chair.y > head.y]).toEqual([true, secretary.x, true])
    const recipients = pages.at(-1)?.words.find(({ text }) => text === 'nhận:')
    expect(recipients?.top).toBeGreaterThan(head.y + head.height)
    expect(recipients?.top).toBeLessThan(chair.y)
    expect(pages).toHaveLength(2)
  })

  test('the minutes of a count of three people, signed by four, are one sheet, the proof beside the recipients', async () => {
    const minutes = withRows(paperOf(form, 'voteCountMinutes'), 3)
    const [head, secretary, chair] = minutes.signBlocks
    if (!head || !secretary || !chair) throw new Error('three places')
    const member = { ...secretary, order: 3, field: 'ky.thanh_vien_2', role: 'thanh-vien-kiem-phieu', officeTitle: 'THÀNH VIÊN' }
    const four = { ...minutes, signBlocks: [head, secretary, member, { ...chair, order: 4 }] }
    const { faults, pages } = await drawn(four)
    expect([faults, pages.length]).toEqual([[], 2])
    const last = pages[1]?.words ?? []
    const recipients = last.find(({ text }) => text === 'nhận:')
    const proof = last.find(({ text }) => text === 'chiếu')
    expect(Math.abs((recipients?.top ?? 0) - (proof?.top ?? 99))).toBeLessThan(12)
  })

  // A2: the office of who signs is not bold, whether he signs for somebody or not; A3: it is.
  test.each([undefined, form === 'Party' ? 'T/M BAN THƯỜNG VỤ' : 'TM. ỦY BAN NHÂN DÂN'])(
    'the office of who signs, signing for %s',
    async (authority) => {
      const letter = paperOf(form, 'announcement')
      const signBlocks = letter.signBlocks.map((one) => ({
        ...one,
        officeTitle: 'PHÓ BÍ THƯ',
        ...(authority !== undefined && { authority }),
      }))
      const { pdf } = await plainDrawing({ ...letter, signBlocks })
      const text = run('pdftohtml', ['-xml', '-i', '-stdout', put(workFolder(), 'paper.pdf', pdf)])
      const isBold = (words: string) => new RegExp(`<b>[^<]*${words}`).test(text)
      expect(text).toContain('PHÓ BÍ THƯ')
      expect(isBold('PHÓ BÍ THƯ')).toBe(form === 'State')
      expect(isBold(letter.signBlocks[0]?.personName ?? '?')).toBe(true)
      if (authority !== undefined) expect(isBold(authority)).toBe(true)
    },
  )

  test('a table that begins with a row no page holds stands clear of the text before it', async () => {
    const { pages } = await drawn(withTallRows(withRows(paperOf(form, 'nomineeList'), 1), 'last'))
    const lines = pages[0]?.lines ?? []
    const at = lines.findIndex(({ text }) => text.includes('xếp theo thứ tự tên'))
    expect((lines[at + 1]?.top ?? 0) - (lines[at]?.bottom ?? 0)).toBeGreaterThan(6)
  })

  test('with a row that no page holds, at the head of a table or at its end', async () => {
    const papers = textPapers(form).filter(({ blocks }) => blocks.some(({ type }) => type === 'table'))
    expect(papers.length).toBeGreaterThan(5)
    expect(await faultsOfAll(papers.map((one) => withTallRows(one, 'last')))).toEqual([])
    expect(await faultsOfAll(papers.slice(0, 3).map((one) => withTallRows(one, 'first')))).toEqual([])
  }, 60_000)

  test('with more recipients than stand beside the signature, and more signers than stand on a page', async () => {
    const kinds = ['invitation', 'voteSummary', 'conferenceMinutes', 'submission'] as const
    expect(await faultsOfAll(kinds.map((kind) => withRecipients(paperOf(form, kind), 60)))).toEqual([])
    expect(await faultsOfAll([withSigners(paperOf(form, 'voteCountMinutes'), 15)])).toEqual([])
  }, 60_000)

  test('on a page that lies, with every number of recipients', async () => {
    const papers = [withRows(paperOf(form, 'nomineeList'), 1), ...[2, 4].map((rows) => withRows(paperOf(form, 'eligibilitySheet'), rows))]
    for (let count = 2; count <= 18; count += 2) expect(await faultsOfAll(papers.map((one) => withRecipients(one, count)))).toEqual([])
  }, 60_000)

  // A page holds some 34 lines of 13 words: the lengths walk the end of the text over its foot.
  test('wherever the last paragraph ends on its page', async () => {
    const told: string[] = []
    for (const kind of ['policyRequest', 'voteCountMinutes'] as const) {
      for (let count = 5; count < 470; count += 31) {
        const faults = await faultsOfAll([endingIn(paperOf(form, kind), count)])
        told.push(...faults.map((fault) => `${count} words: ${fault}`))
      }
    }
    expect(told).toEqual([])
  }, 60_000)

  test.each([
    ['ĐẢNG ỦY SỞ NỘI VỤ TỈNH MẪU', ['ĐẢNG ỦY', 'SỞ NỘI VỤ', 'TỈNH MẪU']],
    ['CHI CỤC THỦY LỢI VÀ MÔI TRƯỜNG TỈNH MẪU', ['CHI CỤC', 'MÔI TRƯỜNG', 'TỈNH MẪU']],
    ['BAN THƯỜNG VỤ ĐẢNG ỦY CÁC CƠ QUAN ĐẢNG TỈNH MẪU', ['BAN THƯỜNG VỤ', 'ĐẢNG ỦY', 'CƠ QUAN', 'TỈNH MẪU']],
  ])('the name of a body on several lines, %s, is never parted inside a word', async (issuingBody, whole) => {
    const { pages } = await drawn({ ...paperOf(form, 'invitation'), issuingBody })
    const left = pages[0]?.words.filter(({ left: at, top }) => at < 100 * MM && top < 70 * MM) ?? []
    const rows = [...Map.groupBy(left, ({ top }) => Math.round(top)).values()].map((row) => row.map(({ text }) => text).join(' '))
    for (const words of whole) expect(rows).toContainEqual(expect.stringContaining(words))
  })

  test('the head is of the sizes of its form, and its lines stand whole', async () => {
    const { pages } = await drawn(paperOf(form, 'invitation'))
    const first = pages[0]
    const sized = (text: string) => first?.words.filter((word) => text.split(' ').includes(word.text)).map(({ size }) => size)
    const linesWith = (text: string) => first?.lines.filter((line) => line.text.includes(text)) ?? []
    const isState = form === 'State'
    const title = isState ? 'Độc lập - Tự do - Hạnh phúc' : 'ĐẢNG CỘNG SẢN VIỆT NAM'
    expect(linesWith(title)).toHaveLength(1)
    expect(new Set(sized(isState ? 'Độc Hạnh' : 'CỘNG SẢN'))).toEqual(new Set([isState ? 14 : 15]))
    if (isState) {
      expect(linesWith('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM')).toHaveLength(1)
      expect([12, 13]).toContain(sized('NGHĨA')?.[0])
    }
    expect(linesWith('ngày 22 tháng 9 năm 2026')).toHaveLength(1)
    expect(sized('GIẤY')).toEqual([isState ? 14 : 16])
    const body = pages.flatMap(({ words }, at) => words.filter(({ top }) => at > 0 || top > 100 * MM))
    expect(new Set(body.map(({ size }) => size))).toEqual(new Set(isState ? [9, 11, 12, 14] : [9, 12, 14]))
  })

  test('from line to line of a paragraph there are exactly 20 points', async () => {
    const { pages } = await drawn(endingIn(paperOf(form, 'policyRequest'), 200))
    const lines = pages.at(-1)?.lines.filter(({ right }) => right > 194 * MM) ?? []
    const steps = lines.slice(1).map(({ bottom }, at) => Math.round((bottom - (lines[at]?.bottom ?? 0)) * 10) / 10)
    expect(lines.length).toBeGreaterThan(3)
    expect(new Set(steps.filter((step) => step < 26))).toEqual(new Set([20]))
  })
})

const contentsData = {
  title: 'HỒ SƠ QUY TRÌNH NHÂN SỰ',
  subtitle: textOfWords(30),
  note: textOfWords(60),
  day: '2026-09-15',
  isSample: false,
  rows: Array.from({ length: 120 }, (_, at) => ({
    title: at % 5 === 0 ? textOfWords(40) : 'Biên bản kiểm phiếu, Hội nghị tập thể lãnh đạo mở rộng',
    number: at % 7 === 0 ? '1234/BB-TCCBCCVC-BTCTU' : '05/BB-SNV',
    day: '15/9/2026',
    state: at % 3 === 0 ? 'chưa ký (đã lập, chờ người ký)' : 'đã ký đủ',
    page: 10 * at + 3,
    sha256: 'ab'.repeat(32),
  })),
}
const sheetData: CheckSheet = {
  lang: 'vi',
  words: {
    title: 'KẾT QUẢ KIỂM TRA',
    note: textOfWords(40),
    summary: 'Tóm tắt',
    file: 'Tệp',
    result: 'Kết quả',
    check: 'Phép kiểm',
    means: 'Nghĩa là: ',
    todo: 'Làm gì: ',
    sample: 'DỮ LIỆU MẪU',
    rehearsal: 'DIỄN TẬP',
  },
  day: '2026-09-15',
  files: Array.from({ length: 3 }, (_, no) => ({
    name: `${'thu-muc-dai-khong-co-dau-cach/'.repeat(6)}ho-so-${no}.pdf`,
    mark: no === 1 ? 'DỮ LIỆU MẪU' : '',
    verdict: 'KHÔNG HỢP LỆ',
    sub: textOfWords(20),
    overall: 'KHONG_HOP_LE' as const,
    sha256: 'cd'.repeat(32),
    rows: Array.from({ length: 9 }, (_row, at) => ({
      no: `${at + 1}`,
      title: textOfWords(12),
      state: 'broken' as const,
      word: 'không đạt',
      lines: Array.from({ length: 3 }, () => ({
        text: `${textOfWords(50)} ${'ef'.repeat(40)}`,
        code: 'CERTIFICATE_REVOKED_BEFORE_SIGNING',
        means: textOfWords(30),
        todo: textOfWords(30),
      })),
    })),
  })),
}

test('the list at the front of a joined file and the report of a check run over no margin, however long', async () => {
  const typesetter = await sharedTypesetter()
  for (const made of [await typesetter.contents(contentsData), await typesetter.checkReport(sheetData)]) {
    if (!made.ok) throw new Error(JSON.stringify(made.refusal))
    const pages = readPages(put(workFolder(), 'sheet.pdf', made.value))
    expect(pages.length).toBeGreaterThan(3)
    expect(pages.flatMap(faultsOfWords)).toEqual([])
  }
  const listed = await typesetter.contents(contentsData)
  const [first, second] = listed.ok ? readPages(put(workFolder(), 'list.pdf', listed.value)) : []
  expect([first, second].map((page) => page?.words.find(({ bottom }) => bottom < 19 * MM)?.text)).toEqual([undefined, '2'])
}, 60_000)

describe.runIf(hasNativeTypst)('the native compiler takes as PDF/A-3a', () => {
  test.each(forms)(
    'every paper in the %s form with the longest data',
    (form) => {
      for (const paper of papersOf[form]) {
        const longest = paper.slip ? paper : withRecipients(withLongNames(withRows(paper, 60)), 40)
        expect(archivedDrawing(mainOf(longest), paperData(longest)).length).toBeGreaterThan(10_000)
      }
    },
    60_000,
  )
  test('stamp, list and report', () => {
    const date = { year: 2026, month: 9, day: 15 }
    const stamp = { lines: ['Ký bởi: Nguyễn Văn Ánh', 'Thời gian ký: 15/9/2026'], width: 198, height: 76, date }
    for (const [main, data] of [
      ['stamp.typ', stamp],
      ['contents.typ', { ...contentsData, date, dayText: 'ngày 15 tháng 9 năm 2026' }],
      ['check-report.typ', { ...sheetData, date }],
    ] as const)
      expect(archivedDrawing(main, data).length).toBeGreaterThan(5_000)
  }, 30_000)
})
