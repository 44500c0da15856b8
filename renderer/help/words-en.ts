// English words of the pages on tasks.
import type { TaskPage } from './pages.ts'
import type { TaskWords } from './words-vi.ts'

export const helpEn: Readonly<Record<TaskPage, TaskWords>> = {
  start: {
    about: 'All cases of the office lie in one encrypted file on this PC. No network, no server.',
    do: [
      'To try first: on the first screen press “Open the sample province”. Everything in it is made up.',
      'For real work: make a new file, name the office and the people who work, each with their roles.',
      'Choose yourself under “Who is working?”. Every act on record carries that name.',
      'In the section Office: days off, registers of papers, Word templates; an authority of your own if the office signs with its own keys.',
    ],
    know: ['Without the passphrase nobody can open the file, its makers included.', 'The counting team needs at least two people.'],
  },
  case: {
    about: 'A case follows the rulebook of the day its policy was given; it is bound once and never changes silently.',
    do: [
      'Ctrl M opens a case: answer the questions on the left, read on the right which rules apply and why.',
      'Press the red seal in two beats: the first shows the sentence, the second records it.',
      'The page of the case names the next act. What is shut says what is missing, by which article, and what opens it.',
      'Record each act with its paper; convene meetings; take in action programs; submit; record the decision; archive.',
    ],
    know: [
      'What is recorded is never edited. A mistake is put right by another act, with a reason.',
      'An amber “setting” marks a place where the texts are silent; the app never cites it as law.',
    ],
  },
  meeting: {
    about: 'The meeting page follows the order of the law: opening, list, action programs, counting team, ballots, count, result, minutes.',
    do: [
      'Roll call: type a few letters without marks, Enter checks in.',
      'Invite each person to present the action program; while one is missing no ballots go out.',
      'Ballots out, ballots back, then the count. Each number goes on record at once.',
      'Read out the result if it is announced; otherwise read the closing words.',
    ],
    know: [
      'After a power cut, open again: all that was recorded is there, and so is the draft.',
      'Esc leaves level by level: the box, the part looked at, then back to the case. The meeting goes on and the draft stays.',
    ],
  },
  count: {
    about: 'Two people count independently under two names; neither sees the figures of the other until both have closed.',
    do: [
      'The first types; sums are checked while typing and say what does not add up.',
      'The second chooses their own name in the masthead, checks and confirms.',
      'Where they differ, the app says where; recount that part.',
    ],
    know: ['Nothing in the app can hold who voted for whom, in which order or when.', 'Whoever typed a result may not confirm it.'],
  },
  sealed: {
    about: 'A result the law does not announce is sealed at once: not on screens of roles that may not know, never on the hall screen.',
    do: [
      'A cross-hatched field means: there is a result, and you may not see it.',
      'To open it, one person asks with a reason and a second agrees; it shows for 30 seconds. Both are on record.',
    ],
    know: ['The pages “Who does what” say what each role may know, and from when.'],
  },
  sign: {
    about: 'A paper is drawn as soon as its step is done, and signed in the order printed on it.',
    do: [
      'Open the paper from its case, read it, choose the key, type passphrase or PIN, press the seal.',
      'Many papers at once: section Sign papers, open the key once, sign one after another.',
      'To print: Ctrl P on the page of the paper shows exactly what will be printed.',
    ],
    know: [
      'Before signing, names, days and counts of all papers are compared; a difference needs a reason.',
      'Classified papers are printed only, unless the office has loaded a policy that allows signing.',
    ],
  },
  people: {
    about: 'People, units and posts are recorded by day: the registry can be seen as of any day, days before the recording too.',
    do: [
      'Section People: type a few letters of a name or a citizen number to find, choose a unit on the left, change “As of”.',
      'Make records one by one; in a record add or put right part by part, and note posts taken up and left with their days.',
      'Import, export, returns: drop a spreadsheet, look at what each column is, press “Try, recording nothing”, read what each row becomes, then import.',
      'Quality of the records: every figure opens the list of people behind it.',
    ],
    know: [
      'Nothing is erased or overwritten: a mistake is put right by an addition, its history stays. A whole import can be taken back too.',
      'One name is not one person: where a row is not clear, the app asks.',
      'Looking at a personal record and exporting personal data are both noted.',
    ],
  },
  planning: {
    about: 'Each post of a term has one planning list; what falls due is reminded of by the working days of the office.',
    do: [
      'Sheet Due: a name leads to its person, case or list.',
      'Open a list for a post, then propose people found in the registry; whoever may not be proposed has the reason and its article.',
      'Approve with a document; the yearly review goes in one pass: keep, take out, bring in.',
    ],
    know: [
      'The law only proposes that somebody leaves; whoever answers for it confirms, or says why not.',
      'Days of the calendar and times of reminders can be set; terms fixed by a regulation cannot.',
    ],
  },
  check: {
    about: 'Anyone can check a record offline, even without this app.',
    do: [
      'Section Check a record: drop a PDF or a package.',
      'Read the verdict, then each numbered check; a failed one says what is seen, what it means, what to do.',
    ],
    know: ['“Not decided” is not “passed”.', 'The one-file checker runs in any browser; every package carries it.'],
  },
  backup: {
    about: 'The data file and the key file beside it are everything. A backup copies both while the file is open.',
    do: [
      'Section Office, part Data file, backup: type a path (a USB stick, say), press Backup.',
      'Try to open a copy once a month.',
      'The recovery kit of the authority: print it, lock it in the safe.',
    ],
    know: ['A copy needs the passphrase of the file too.', 'Do not keep the working file on a network or synchronised drive.'],
  },
  keys: {
    about: 'Everything can be done by keyboard, and no letter is a shortcut.',
    do: [
      'Ctrl K finds cases, people, papers, acts and pages of help by a few letters without marks.',
      'F6 next sheet, Esc one level out, F1 the keys of the screen.',
      'Drafts keep themselves in the encrypted file on every key; Ctrl Z takes back, Ctrl Shift Z does again.',
      'Ctrl + and Ctrl − change the text size; dark and high contrast are in Settings.',
    ],
    know: ['Passphrases and PINs are never in a draft.', 'Counts being typed are in no draft: they are kept apart, sealed.'],
  },
}
