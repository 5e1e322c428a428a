import { expect, it } from 'vitest'
import { addOrganization, contextFor, testProgram } from '#tests/support/program.ts'
it('a test program knows who asks', async () => {
  const program = await testProgram()
  const { id, coordinator } = await addOrganization(program)
  const context = await contextFor(program, coordinator)
  const visitor = await context.visitor()
  expect(visitor.person?.id).toBe(coordinator)
  expect(visitor.memberships.map((m) => m.organizationId)).toEqual([id])
})
