import { scorecardText } from '../frozen-copy.ts'
import { sha256 } from '../sha256.server.ts'
import type { SharedCopy } from '../shared-copy.ts'

/**
 * The SHA-256 of a shared scorecard's canonical text. Where answers are shared it is the one that was signed.
 * Where only scores are, it is that of the scorecard without the items that cap a band: the signed one would
 * let one try out which those are.
 */
export function scorecardSha256({ scorecard }: Pick<SharedCopy, 'scorecard'>): string {
  return sha256(scorecardText(scorecard))
}
