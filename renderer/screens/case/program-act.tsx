// Handing in an action program: its sections as text, its length, the day. Its hash is made from this text by the law.
import { useTranslation } from 'react-i18next'
import { PersonId } from '../../../workflows/core/ids.ts'
import { programSections } from '../../../workflows/procedure/facts.ts'
import { useCase } from '../../case-desk.tsx'
import { CountBox, countIn } from '../../parts/count-box.tsx'
import { parseDay, showDay } from '../../parts/dates.ts'
import { DayBox } from '../../parts/day-box.tsx'
import { clean, TextBox } from '../../parts/form.tsx'
import { NamesBox } from '../../parts/names-box.tsx'
import { useDraft } from '../../use-draft.ts'
import { SealedAct } from './act-frame.tsx'
import { AttachmentBoxes, type AttachmentDraft, TargetBoxes, type TargetDraft, targetsOf } from './program-extras.tsx'

export function SubmitProgram(props: { readonly onDone: () => void }) {
  const { t } = useTranslation()
  const { view, today } = useCase()
  const { draft, set } = useDraft({
    who: [] as readonly string[],
    pages: '',
    handedInOn: showDay(today),
    texts: {} as Readonly<Record<string, string>>,
    targets: [] as readonly TargetDraft[],
    attachments: [] as readonly AttachmentDraft[],
  })
  const people = view.nominees.filter((nominee) => !nominee.isWithdrawn)
  const chosen = people.find((nominee) => nominee.personId === draft.who[0])
  const sections = programSections
    .map((key) => ({ key, title: t(`programSection.${key}`), text: clean(draft.texts[key] ?? '') }))
    .filter((section) => section.text !== '')
  const pages = countIn(draft.pages)
  const targets = targetsOf(draft.targets, today)
  const build = () => {
    const handedInOn = parseDay(draft.handedInOn, today)
    if (chosen === undefined || handedInOn === null || pages === undefined || pages < 1 || sections.length === 0 || targets === null)
      return null
    const program = {
      sections,
      pages,
      ...(targets.length > 0 && { targets }),
      ...(draft.attachments.length > 0 && { attachments: [...draft.attachments] }),
    }
    return { type: 'submitActionProgram', personId: PersonId.parse(chosen.personId), program, handedInOn } as const
  }
  const version = (chosen?.programVersions.length ?? 0) + 1
  return (
    <SealedAct
      command="submitActionProgram"
      build={build}
      onDone={props.onDone}
      sentence={t('will.submitActionProgram', { name: chosen?.name ?? '', version, day: draft.handedInOn })}
    >
      {(tried) => (
        <>
          <NamesBox label={t('nominee.who')} people={people} value={draft.who} onChange={set('who')} isOne mustBeFilled={tried} />
          <div className="fields">
            <DayBox
              label={t('program.handedInOn')}
              value={draft.handedInOn}
              onChange={set('handedInOn')}
              today={today}
              mustBeFilled={tried}
            />
            <CountBox label={t('program.pages')} value={draft.pages} onChange={set('pages')} mustBeFilled={tried} width={110} />
          </div>
          {tried && sections.length === 0 && <p className="note wrong">{t('program.noText')}</p>}
          {programSections.map((key) => (
            <TextBox
              key={key}
              label={t(`programSection.${key}`)}
              rows={3}
              max={20_000}
              value={draft.texts[key] ?? ''}
              onChange={(text) => set('texts')({ ...draft.texts, [key]: text })}
            />
          ))}
          <TargetBoxes drafts={draft.targets} onChange={set('targets')} today={today} tried={tried} />
          <AttachmentBoxes files={draft.attachments} onChange={set('attachments')} />
        </>
      )}
    </SealedAct>
  )
}
