// English: work that lasts, and news from beside the screen.
import type { viNews } from './vi-news.ts'

export const enNews: typeof viNews = {
  work: {
    corner: 'Work under way and notices',
    label: 'Work under way',
    stop: 'Stop',
    asked: 'Stopping…',
    late: 'Being written whole: past stopping now',
    over: { done: 'Done', stopped: 'Stopped', failed: 'Not done' },
    plain: {
      exportCase: 'Exporting the case',
      exportOneFile: 'Joining the case',
      exportBag: 'Packing the case',
      backup: 'Backing up',
      checkFile: 'Checking the record',
      checkFolder: 'Checking the folder',
      sign: 'Signing',
      exportRegistry: 'Exporting the list',
      unpackRoster: 'Opening the roster',
      readRoster: 'Reading the roster',
      gatherRoster: 'Gathering the cells',
      accountRoster: 'Comparing with the registry',
      importRoster: 'Writing the roster into the registry',
    },
    counted: {
      exportCase: 'Exporting {{done}} of {{of}} papers',
      exportOneFile: 'Joining {{done}} of {{of}} papers',
      exportBag: 'Packing {{done}} of {{of}} papers',
      backup: 'Backing up: {{percent}} %',
      checkFile: 'Checking {{done}} of {{of}} papers',
      checkFolder: 'Checking {{done}} of {{of}} files',
      sign: 'Signing {{done}} of {{of}} papers',
      exportRegistry: 'Exporting {{done}} of {{of}} people',
      unpackRoster: 'Opening the roster: {{percent}} %',
      readRoster: 'Reading the roster: {{percent}} %',
      gatherRoster: 'Gathering the cells: {{percent}} %',
      accountRoster: 'Comparing with the registry: {{done}} of {{of}} rows',
      importRoster: 'Writing into the registry: {{done}} of {{of}} rows',
    },
  },
}
