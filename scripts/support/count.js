import { existsSync, readFileSync } from 'node:fs'

/** @typedef {{ passed: number, failed: number, skipped: number }} Count */

/**
 * What Vitest's JSON report of a run counts. A file that could not even be loaded is one failure, and so
 * is a run that failed though each of its tests passed.
 *
 * @param {string} file
 * @param {number} status the exit status of the run
 * @returns {Count}
 */
export function countOf(file, status) {
  if (!existsSync(file)) return { passed: 0, failed: 1, skipped: 0 }
  const report = JSON.parse(readFileSync(file, 'utf8'))
  const broken = report.testResults.filter(
    (/** @type {{ status: string, assertionResults: unknown[] }} */ result) =>
      result.status === 'failed' && result.assertionResults.length === 0,
  ).length
  const failed = report.numFailedTests + broken
  return {
    passed: report.numPassedTests,
    failed: failed === 0 && status !== 0 ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
  }
}

/**
 * The closing line of `npm test`.
 *
 * @param {readonly Count[]} counts
 */
export function closingLine(counts) {
  const total = (/** @type {keyof Count} */ key) => counts.reduce((sum, count) => sum + count[key], 0)
  const skipped = total('skipped')
  return `${total('passed')} passed, ${total('failed')} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}
