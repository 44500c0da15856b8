// A rehearsal of a real case: what binds its course is copied, who is in it and what came out is not.
import { canonical } from '../core/canonical.ts'
import type { Refusal } from '../core/refusal.ts'
import { ok, type Result, refuse } from '../core/result.ts'
import { classificationOf } from '../papers/classification.ts'
import type { CommandOf } from '../procedure/commands.ts'
import type { Organisation } from '../procedure/facts.ts'
import type { CaseState } from '../procedure/state.ts'
import { chooseRulebook } from '../rulebooks/choose.ts'
import { CaseSettings } from '../rulebooks/settings.ts'
import { settingNamesFor } from '../rulebooks/settings-for.ts'

const mark = ' (diễn tập)'
const longestName = 200

/** The name of an organization on papers and screens of a rehearsal: one mark, whatever mark it bore, and never cut off by its length. */
export const practisedName = (name: string): string =>
  `${unmarked(name)
    .slice(0, longestName - mark.length)
    .trimEnd()}${mark}`

const unmarked = (name: string): string =>
  name
    .replaceAll(/\((?:dữ liệu mẫu|diễn tập)\)/giu, '')
    .replaceAll(/\s+/g, ' ')
    .trim()

/**
 * The opening of the rehearsal. Real names never come along: an invented number of votes beside the name of a real person is a paper
 * nobody should be able to print, watermark or not. A classified case is not copied at all: its post alone can be the secret.
 */
export function rehearsalOf(state: CaseState, organisation: Organisation): Result<CommandOf<'openCase'>, Refusal> {
  if (classificationOf(state) !== 'none') return refuse({ code: 'rehearsal-of-classified' })
  const { opened } = state
  const { kind, post, seats, track, startDate, decidesHere, headVacant, termEnd, termYears } = opened
  const chosen = chooseRulebook({ track, startDate })
  const scope = { rulebook: opened.rulebook, procedure: kind, overlays: opened.overlays, track }
  const known = settingNamesFor(scope)
  const defaults: Readonly<Record<string, unknown>> = CaseSettings.parse({})
  const settings = Object.fromEntries(
    Object.entries(opened.settings).filter(
      ([name, value]) =>
        known.some((one) => one === name) &&
        canonical(value) !== canonical(defaults[name]) &&
        // Always off under the overlay, whoever opens the case (10.1): that is no choice to copy.
        !(name === 'writeInAllowed' && opened.overlays.includes('OV-AP2021')),
    ),
  )
  return ok({
    type: 'openCase',
    opening: {
      kind,
      // The papers of a rehearsal say what they are by one mark, not also that they are a sample.
      post: { ...post, unit: unmarked(post.unit) },
      seats,
      track,
      startDate,
      organisation,
      decidesHere,
      headVacant,
      ...(termEnd !== undefined && { termEnd }),
      termYears,
      classification: 'none',
      isSample: true,
      rehearsal: true,
    },
    ...(chosen.ok && chosen.value.rulebook !== opened.rulebook && { rulebook: opened.rulebook }),
    overlays: [...opened.overlays],
    ...(opened.overlayDecision && { overlayDecision: opened.overlayDecision }),
    settings,
  })
}
