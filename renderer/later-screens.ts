// The screens behind the first one, each a file of its own.
import { lazy, useEffect } from 'react'
import { readSentences } from './read-sentences.ts'

/** The list of cases is on screen before the rest of the app is read; the rest follows while the person looks at it. */
export const laterScreens = {
  case: () => import('./screens/case/case.tsx'),
  check: () => import('./screens/check.tsx'),
  count: () => import('./screens/count/count-room.tsx'),
  help: () => import('./help/help-screen.tsx'),
  keyList: () => import('./keys/key-list.tsx'),
  import: () => import('./screens/registry/import.tsx'),
  eligibility: () => import('./screens/case/eligibility.tsx'),
  homeSide: () => import('./screens/home-side.tsx'),
  meeting: () => import('./screens/meeting/meeting.tsx'),
  office: () => import('./screens/office.tsx'),
  open: () => import('./screens/open/open-case.tsx'),
  operator: () => import('./screens/operator.tsx'),
  palette: () => import('./palette/palette.tsx'),
  newPerson: () => import('./screens/registry/person-new.tsx'),
  paper: () => import('./screens/papers/paper.tsx'),
  people: () => import('./screens/registry/people.tsx'),
  person: () => import('./screens/registry/person.tsx'),
  records: () => import('./screens/registry/records.tsx'),
  settings: () => import('./screens/settings.tsx'),
  planning: () => import('./screens/planning/planning.tsx'),
  planningList: () => import('./screens/planning/planning-list.tsx'),
  sitting: () => import('./screens/papers/sitting.tsx'),
  start: () => import('./screens/start.tsx'),
  unit: () => import('./screens/registry/unit.tsx'),
  news: () => import('./news/news.tsx'),
  tour: () => import('./tour/tour.tsx'),
}
export const CaseScreen = lazy(() => laterScreens.case().then(({ CaseScreen }) => ({ default: CaseScreen })))
export const CheckScreen = lazy(() => laterScreens.check().then(({ CheckScreen }) => ({ default: CheckScreen })))
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
export const NewPersonScreen = lazy(() => laterScreens.newPerson().then(({ NewPersonScreen }) => ({ default: NewPersonScreen })))
export const UnitScreen = lazy(() => laterScreens.unit().then(({ UnitScreen }) => ({ default: UnitScreen })))
export const RecordsScreen = lazy(() => laterScreens.records().then(({ RecordsScreen }) => ({ default: RecordsScreen })))
export const SettingsScreen = lazy(() => laterScreens.settings().then(({ SettingsScreen }) => ({ default: SettingsScreen })))
export const PlanningScreen = lazy(() => laterScreens.planning().then(({ PlanningScreen }) => ({ default: PlanningScreen })))
export const PlanningListScreen = lazy(() =>
  laterScreens.planningList().then(({ PlanningListScreen }) => ({ default: PlanningListScreen })),
)
export const SittingScreen = lazy(() => laterScreens.sitting().then(({ SittingScreen }) => ({ default: SittingScreen })))
export const StartScreen = lazy(() => laterScreens.start().then(({ StartScreen }) => ({ default: StartScreen })))
export const News = lazy(() => laterScreens.news().then(({ News }) => ({ default: News })))
export const Tour = lazy(() => laterScreens.tour().then(({ Tour }) => ({ default: Tour })))

/** A second after the first screen: no click should wait for a file, and no file should hold up the first screen. */
export function useLaterScreens(isShown: boolean): void {
  useEffect(() => {
    if (!isShown) return
    const timer = setTimeout(() => void Promise.allSettled([readSentences(), ...Object.values(laterScreens).map((load) => load())]), 1000)
    return () => clearTimeout(timer)
  }, [isShown])
}
