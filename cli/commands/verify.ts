import { readFrozen, rescore, scorecardText, type FrozenDocument } from '#assessments/frozen-copy.ts'
import { questionnaireName, type Questionnaire } from '#assessments/questionnaire.ts'
import { readQuestionnaire } from '#assessments/read-questionnaire.ts'
import { replay } from '#assessments/replay.ts'
import { sha256 } from '#assessments/sha256.server.ts'
import type { Database } from '#db/database.server.ts'
import { eachFrozenCopy, type FrozenCopy } from '#db/queries/frozen-copies.server.ts'
import { readSoundSteps } from '#db/queries/reconciliation-steps.server.ts'
import { listStoredVersions } from '#db/queries/questionnaire-versions.server.ts'
import { printJson, say, type ExitStatus } from '../command.ts'
import { withDatabase } from '../database.ts'
import { readParameters } from '../parameters.ts'

interface Difference {
  assessment: string
  copy: number
  reason: string
}

interface StoredQuestionnaire {
  questionnaire: Questionnaire
  sha256: string
}

/**
 * Scores everything that was ever made final again, replays what both sides did to agree, and names what comes
 * out differently.
 */
export async function run(parameters: readonly string[]): Promise<ExitStatus> {
  readParameters(parameters, [])
  const result = await withDatabase(verifyAll)
  if (result === null) return 1
  printJson(result)
  for (const { assessment, copy, reason } of result.differing) {
    say(`Assessment ${assessment}, copy ${copy}: ${reason}.`)
  }
  say(`${result.checked} frozen copies checked, ${result.differing.length} differ.`)
  return result.differing.length === 0 ? 0 : 1
}

async function verifyAll(database: Database): Promise<{ checked: number; differing: Difference[] }> {
  const questionnaires = await storedQuestionnaires(database)
  const differing: Difference[] = []
  let checked = 0
  for await (const { copy } of eachFrozenCopy(database)) {
    checked += 1
    const reason = await whatDiffers(database, copy, questionnaires)
    if (reason) differing.push({ assessment: copy.assessmentId, copy: copy.number, reason })
  }
  return { checked, differing }
}

async function storedQuestionnaires(database: Database): Promise<Map<string, StoredQuestionnaire>> {
  const stored = await listStoredVersions(database)
  return new Map(
    stored.flatMap((version) => {
      const reading = readQuestionnaire(JSON.parse(version.json))
      if (reading.status === 'invalid') return []
      return [
        [questionnaireName(version), { questionnaire: reading.questionnaire, sha256: sha256(version.json) }],
      ]
    }),
  )
}

async function whatDiffers(
  database: Database,
  copy: FrozenCopy,
  questionnaires: Map<string, StoredQuestionnaire>,
): Promise<string | null> {
  if (sha256(copy.document) !== copy.sha256) return 'its text is not the one that was hashed'
  if (sha256(copy.scorecard) !== copy.scorecardSha256) return 'its scorecard is not the one that was hashed'
  const document = readFrozen(copy.document)
  if (scorecardText(document.scorecard) !== copy.scorecard) return 'its text holds another scorecard'
  const { name, sha256: expected } = document.questionnaire
  const stored = questionnaires.get(name)
  if (stored?.sha256 !== expected) return `its questionnaire ${name} is not the one that is kept`
  const { questionnaire } = stored
  const { assessmentId, scorecardSha256 } = copy
  const unequal = scoredDifferently(document, questionnaire)
  if (unequal) return unequal
  const signedAt = document.signatures.map(({ revision }) => revision ?? 0)
  const read = await readSoundSteps(database, assessmentId, Math.max(0, ...signedAt))
  if (read.status === 'damaged') return `what both sides did can’t be replayed: ${read.reason}`
  return replay({ document, questionnaire, steps: read.steps, scorecardSha256 })
}

function scoredDifferently(document: FrozenDocument, questionnaire: Questionnaire): string | null {
  const rescoring = rescore(document, questionnaire)
  switch (rescoring.status) {
    case 'same':
      return null
    case 'unknown-engine':
      return `it was scored by engine ${rescoring.engine}, which this program doesn’t have`
    case 'differs':
      return `scoring it again gives ${rescoring.again}, and not ${rescoring.frozen}`
  }
}
