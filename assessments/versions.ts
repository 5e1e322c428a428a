import { changeEntries, isComparable, type ChangeEntry } from './change-entries.ts'
import { differencesBetween, questionnaireFacts, type Difference } from './facts.ts'
import type { Fault } from './faults.ts'
import { checkAccount } from './item-account.ts'
import { itemDifferences } from './item-differences.ts'
import { findItem, questionnaireName, type Questionnaire } from './questionnaire.ts'
import { bumpBetween, isHigherVersion } from './version-order.ts'

/**
 * Checks what a version declares about the one that it revises: that every item of both is accounted for
 * once, that the declarations are true, and that the version's number says how much changed. Paths are
 * those of the newer version's file.
 *
 * Weight, must-have, who is asked and the help beside a question may change in an item that is declared
 * `same`: answers stay comparable, as a change is taken at the newer weights, and `diffVersions` shows it.
 */
export function checkDeclaredChanges(older: Questionnaire, newer: Questionnaire): Fault[] {
  const { revises } = newer
  if (!revises)
    return [{ path: 'revises', reason: `is missing: say what became of ${older.version}’s items` }]
  if (newer.slug !== older.slug || revises.version !== older.version) {
    const reason = `is ${newer.slug}@${revises.version}, and not ${questionnaireName(older)}`
    return [{ path: 'revises.version', reason }]
  }
  const entries = changeEntries(revises)
  return [
    ...checkHigher(older, newer),
    ...checkAccount(entries, older, newer),
    ...entries.flatMap((entry) => checkTruth(entry, older, newer)),
    ...checkNeeded(entries, older, newer),
    ...checkBump(entries, older, newer),
  ]
}

function checkHigher(older: Questionnaire, newer: Questionnaire): Fault[] {
  if (isHigherVersion(newer.version, older.version)) return []
  return [{ path: 'version', reason: `must be higher than ${older.version}, which it revises` }]
}

/** An item declared comparable must ask the same, by the same levels or options. */
function checkTruth(entry: ChangeEntry, older: Questionnaire, newer: Questionnaire): Fault[] {
  const [from, to] = [entry.from[0], entry.to[0]]
  if (!isComparable(entry.change) || from === undefined || to === undefined) return []
  const differences = itemDifferences(older, from, newer, to)
  const forbidden = differences.filter(
    ({ kind }) => kind === 'measure' || (kind === 'wording' && entry.change === 'same'),
  )
  if (forbidden.length === 0) return []
  const fields = forbidden.map(({ field }) => `"${field}"`).join(', ')
  const remedy = forbidden.some(({ kind }) => kind === 'measure') ? 'changed' : 'reworded'
  return [{ path: entry.path, reason: `"${to}" differs in ${fields}, so that it is "${remedy}" at least` }]
}

/** A change that is declared must be one: a needless one would end a comparison, or tell agencies of nothing. */
function checkNeeded(entries: readonly ChangeEntry[], older: Questionnaire, newer: Questionnaire): Fault[] {
  if (differentLevels(older, newer)) return []
  return entries
    .filter(({ change }) => change === 'reworded' || change === 'changed')
    .filter(({ from: [id = ''] }) => findItem(older, id) && findItem(newer, id))
    .filter(({ from: [id = ''] }) => itemDifferences(older, id, newer, id).length === 0)
    .map(({ from, path }) => ({
      path,
      reason: `nothing about "${from.join()}" differs from ${older.version}, so that it is "same"`,
    }))
}

/** Other levels, or other words for them, change what every scored item asks. */
function differentLevels(older: Questionnaire, newer: Questionnaire): boolean {
  return differencesBetween(questionnaireFacts(older), questionnaireFacts(newer)).some(
    ({ field }) => field === 'levels' || field.startsWith('levels.'),
  )
}

function checkBump(entries: readonly ChangeEntry[], older: Questionnaire, newer: Questionnaire): Fault[] {
  const differences = differencesBetween(questionnaireFacts(older), questionnaireFacts(newer))
  const scale = differences.some(({ kind }) => kind === 'scale')
  const bump = bumpBetween(older.version, newer.version)
  return [
    ...(scale ? checkScale(entries, older, newer) : []),
    ...(bump === 'major' ? [] : checkNotMajor(differences, older)),
    ...(bump === 'patch' ? checkPatch(entries, differences, older, newer) : []),
  ]
}

/** Where the levels are others, no scored item can be compared. */
function checkScale(entries: readonly ChangeEntry[], older: Questionnaire, newer: Questionnaire): Fault[] {
  const scored = new Set(
    [older, newer].flatMap(({ domains }) =>
      domains.flatMap(({ items }) => items.filter(({ kind }) => kind === 'level').map(({ id }) => id)),
    ),
  )
  return entries
    .filter(({ change, to }) => isComparable(change) && to.some((id) => scored.has(id)))
    .map(({ change, to, path }) => ({
      path,
      reason: `the levels are others than in ${older.version}, so that "${to.join()}" is "changed", not "${change}"`,
    }))
}

function checkNotMajor(differences: readonly Difference[], older: Questionnaire): Fault[] {
  return differences
    .filter(({ kind }) => kind === 'scale' || kind === 'domains')
    .map(({ field }) => ({ path: field, reason: `differ from ${older.version}: that needs a major version` }))
}

/** A patch changes words and nothing that anybody is asked or scored by. */
function checkPatch(
  entries: readonly ChangeEntry[],
  differences: readonly Difference[],
  older: Questionnaire,
  newer: Questionnaire,
): Fault[] {
  const tooMuch = ({ kind }: Difference) => kind === 'scoring' || kind === 'asking'
  return [
    ...entries
      .filter(({ change }) => change !== 'same' && change !== 'reworded')
      .map(({ change, path }) => ({
        path,
        reason: `"${change}" needs a minor version; a patch changes words only`,
      })),
    ...differences.filter(tooMuch).map(({ field }) => ({
      path: field,
      reason: `differs from ${older.version}: that needs a minor version`,
    })),
    ...entries.flatMap(({ from: [from], to: [to], path }) =>
      from === undefined || to === undefined
        ? []
        : itemDifferences(older, from, newer, to)
            .filter(tooMuch)
            .map(({ field }) => ({
              path,
              reason: `"${field}" of "${to}" differs: that needs a minor version`,
            })),
    ),
  ]
}
