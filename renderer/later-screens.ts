// The screens behind the first one, each a file of its own.
import { lazy, useEffect, useState } from 'react'
import { readWords } from './messages/start.ts'
import { readSentences } from './read-sentences.ts'

const withWords =
  <S>(screen: () => Promise<S>) =>
  async (): Promise<S> => {
    const [found] = await Promise.all([screen(), readWords()])
    return found
  }

/** The list of cases is on screen before the rest of the app is read; the rest follows while the person looks at it. */
export const laterScreens = {
  case: withWords(() => import('./screens/case/case.tsx')),
  clockBack: withWords(() => import('./screens/clock-back.tsx')),
  check: withWords(() => import('./screens/check.tsx')),
  count: withWords(() => import('./screens/count/count-room.tsx')),
  help: withWords(() => import('./help/help-screen.tsx')),
  keyList: withWords(() => import('./keys/key-list.tsx')),
  import: withWords(() => import('./screens/registry/import.tsx')),
  eligibility: withWords(() => import('./screens/case/eligibility.tsx')),
  homeSide: withWords(() => import('./screens/home-side.tsx')),
  meeting: withWords(() => import('./screens/meeting/meeting.tsx')),
  office: withWords(() => import('./screens/office.tsx')),
  open: withWords(() => import('./screens/open/open-case.tsx')),
  operator: withWords(() => import('./screens/operator.tsx')),
  palette: withWords(() => import('./palette/palette.tsx')),
  newPerson: withWords(() => import('./screens/registry/person-new.tsx')),
  paper: withWords(() => import('./screens/papers/paper.tsx')),
  post: withWords(() => import('./screens/registry/post.tsx')),
  family: withWords(() => import('./screens/registry/family.tsx')),
  people: withWords(() => import('./screens/registry/people.tsx')),
  person: withWords(() => import('./screens/registry/person.tsx')),
  records: withWords(() => import('./screens/registry/records.tsx')),
  recordsOnly: withWords(() => import('./screens/records-only.tsx')),
  settings: withWords(() => import('./screens/settings.tsx')),
  planning: withWords(() => import('./screens/planning/planning.tsx')),
  planningList: withWords(() => import('./screens/planning/planning-list.tsx')),
  sitting: withWords(() => import('./screens/papers/sitting.tsx')),
  start: withWords(() => import('./screens/start.tsx')),
  unit: withWords(() => import('./screens/registry/unit.tsx')),
  news: withWords(() => import('./news/news.tsx')),
  tour: withWords(() => import('./tour/tour.tsx')),
}
export const CaseScreen = lazy(() => laterScreens.case().then(({ CaseScreen }) => ({ default: CaseScreen })))
export const CheckScreen = lazy(() => laterScreens.check().then(({ CheckScreen }) => ({ default: CheckScreen })))
export const ClockBack = lazy(() => laterScreens.clockBack().then(({ ClockBack }) => ({ default: ClockBack })))
export const CountScreen = lazy(() => laterScreens.count().then(({ CountScreen }) => ({ default: CountScreen })))
export const HelpScreen = lazy(() => laterScreens.help().then(({ HelpScreen }) => ({ default: HelpScreen })))
export const KeyList = lazy(() => laterScreens.keyList().then(({ KeyList }) => ({ default: KeyList })))
export const ImportScreen = lazy(() => laterScreens.import().then(({ ImportScreen }) => ({ default: ImportScreen })))
export const EligibilityScreen = lazy(() => laterScreens.eligibility().then(({ EligibilityScreen }) => ({ default: EligibilityScreen })))
export const HomeSide = lazy(() => laterScreens.homeSide().then(({ HomeSide }) => ({ default: HomeSide })))
export const MeetingScreen = lazy(() => laterScreens.meeting().then(({ MeetingScreen }) => ({ default: MeetingScreen })))
export const OfficeScreen = lazy(() => laterScreens.office().then(({ OfficeScreen }) => ({ default: OfficeScreen })))
export const OpenCaseScreen = lazy(() => laterScreens.open().then(({ OpenCaseScreen }) => ({ default: OpenCaseScreen })))
export const OperatorScreen = lazy(() => laterScreens.operator().then(({ OperatorScreen }) => ({ default: OperatorScreen })))
export const Palette = lazy(() => laterScreens.palette().then(({ Palette }) => ({ default: Palette })))
export const PaperScreen = lazy(() => laterScreens.paper().then(({ PaperScreen }) => ({ default: PaperScreen })))
export const PeopleScreen = lazy(() => laterScreens.people().then(({ PeopleScreen }) => ({ default: PeopleScreen })))
export const PersonScreen = lazy(() => laterScreens.person().then(({ PersonScreen }) => ({ default: PersonScreen })))
export const PostScreen = lazy(() => laterScreens.post().then(({ PostScreen }) => ({ default: PostScreen })))
export const FamilyScreen = lazy(() => laterScreens.family().then(({ FamilyScreen }) => ({ default: FamilyScreen })))
export const NewPersonScreen = lazy(() => laterScreens.newPerson().then(({ NewPersonScreen }) => ({ default: NewPersonScreen })))
export const UnitScreen = lazy(() => laterScreens.unit().then(({ UnitScreen }) => ({ default: UnitScreen })))
export const RecordsScreen = lazy(() => laterScreens.records().then(({ RecordsScreen }) => ({ default: RecordsScreen })))
export const RecordsOnlyScreen = lazy(() => laterScreens.recordsOnly().then(({ RecordsOnlyScreen }) => ({ default: RecordsOnlyScreen })))
export const SettingsScreen = lazy(() => laterScreens.settings().then(({ SettingsScreen }) => ({ default: SettingsScreen })))
export const PlanningScreen = lazy(() => laterScreens.planning().then(({ PlanningScreen }) => ({ default: PlanningScreen })))
export const PlanningListScreen = lazy(() =>
  laterScreens.planningList().then(({ PlanningListScreen }) => ({ default: PlanningListScreen })),
)
export const SittingScreen = lazy(() => laterScreens.sitting().then(({ SittingScreen }) => ({ default: SittingScreen })))
export const StartScreen = lazy(() => laterScreens.start().then(({ StartScreen }) => ({ default: StartScreen })))
export const News = lazy(() => laterScreens.news().then(({ News }) => ({ default: News })))
export const Tour = lazy(() => laterScreens.tour().then(({ Tour }) => ({ default: Tour })))

/** True a second after the first screen: no click should wait for a file, and no file should hold up the first screen. */
export function useLaterScreens(isShown: boolean): boolean {
  const [isLater, setLater] = useState(false)
  useEffect(() => {
    if (!isShown) return
    const timer = setTimeout(() => {
      setLater(true)
      void Promise.allSettled([readSentences(), ...Object.values(laterScreens).map((load) => load())])
    }, 1000)
    return () => clearTimeout(timer)
  }, [isShown])
  return isLater
}
