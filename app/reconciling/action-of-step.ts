/** What somebody must be allowed to do, to send this: signing is more than settling. */
export function actionOfStep(body: unknown): 'assessment.sign' | 'differences.settle' {
  const step = fieldOf(body, 'step')
  return fieldOf(step, 'kind') === 'signed' ? 'assessment.sign' : 'differences.settle'
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
}
