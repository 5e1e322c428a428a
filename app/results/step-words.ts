import type { ItemStep } from '#assessments/item-steps.ts'
import { findItem, type Questionnaire } from '#assessments/questionnaire.ts'
import { listed } from '../format.ts'

/** What a version did to an item, and the author's sentence why. */
export interface StepWords {
  what: string
  why: string
}

/** A step in words, with the questions as the version before and the version itself put them. */
export function stepWords(step: ItemStep, lineage: readonly Questionnaire[]): StepWords {
  const { change, version, revised, from, to, why } = step
  const questions = (ids: readonly string[], of: string) => {
    const questionnaire = lineage.find((one) => one.version === of)
    return listed(ids.map((id) => `“${(questionnaire && findItem(questionnaire, id)?.question) ?? id}”`))
  }
  const did = {
    reworded: 'put it into other words',
    changed: 'asks something else here, which can’t be compared',
    renamed: 'keeps it under another name',
    split: `split ${questions(from, revised)} into ${questions(to, version)}`,
    merged: `merged ${questions(from, revised)} into ${questions(to, version)}`,
    added: 'added it',
    retired: 'no longer asks it',
  } satisfies Record<ItemStep['change'], string>
  return { what: `Version ${version} ${did[change]}.`, why }
}
