import { Validator } from '@seriousme/openapi-schema-validator'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { beforeAll, describe, expect, it } from 'vitest'
import { openApiDocument } from '#app/api/openapi.ts'
import { apiRoot, operations, type Operation } from '#app/api/operations.ts'
import routes from '#app/routes.ts'
import { apiWorld, ask, tokenOf } from '#tests/support/api-world.ts'

const document = JSON.parse(JSON.stringify(openApiDocument('http://localhost:3000', '1.0.0'))) as ReturnType<
  typeof openApiDocument
>

/** Holds a body against a schema of the document. */
function faultsOf(schema: string, body: unknown): unknown {
  const ajv = new Ajv2020({ strict: false, validateFormats: false })
  ajv.addSchema(document, 'api')
  const validate = ajv.getSchema(`api#/components/schemas/${schema}`)
  return validate?.(body) ? null : (validate?.errors ?? 'there is no such schema')
}

const filled = (path: string) =>
  apiRoot +
  path
    .replace('{agencyId}', 'notes')
    .replace('{assessmentId}', 'notes-1')
    .replace('{slug}', 'sample')
    .replace('{version}', '1.2.0')

describe('the OpenAPI document', () => {
  it('is one, by the meta-schema of OpenAPI 3.1', async () => {
    const validator = new Validator()
    const result = await validator.validate(document)
    expect(result).toMatchObject({ valid: true })
    expect(validator.version).toBe('3.1')
  })

  it('describes every route of the API, and no other', () => {
    const served = routes
      .map(({ path = '' }) => `/${path}`)
      .filter((path) => path.startsWith(apiRoot))
      .map((path) => path.replaceAll(/:(\w+)/g, '{$1}'))
    expect(operations.map(({ path }) => `${apiRoot}${path}`).sort()).toEqual(served.sort())
    expect(Object.keys(document.paths)).toHaveLength(served.length)
  })

  it('has each schema that it refers to', () => {
    const text = JSON.stringify(document)
    const named = [...text.matchAll(/"\$ref":"#\/components\/(\w+)\/(\w+)"/g)]
    expect(named.length).toBeGreaterThan(40)
    const components: Record<string, object> = document.components
    const missing = named.filter(([, kind = '', name = '']) => !Object.hasOwn(components[kind] ?? {}, name))
    expect(missing).toEqual([])
  })

  it('refuses a body that is not what it says', () => {
    expect(faultsOf('Agencies', { data: [], next: null })).toBeNull()
    expect(faultsOf('Agencies', { data: [], next: null, secret: 1 })).not.toBeNull()
    expect(faultsOf('Assessments', { data: [{}], next: null })).not.toBeNull()
  })
})

describe('what the document says of', () => {
  let world: Awaited<ReturnType<typeof apiWorld>>
  const tokenFor = ({ token }: Operation) =>
    token === 'agency' ? tokenOf(world.program, 'notes') : Promise.resolve(world.office)
  beforeAll(() => {
    expect(operations).toHaveLength(10)
  })

  it.each(operations)('GET $path, is how it answers', async (operation) => {
    world = await apiWorld()
    const answer = await ask(world.program, filled(operation.path), { token: await tokenFor(operation) })
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      200,
      'application/json; charset=utf-8',
    ])
    const body: unknown = await answer.json()
    expect(faultsOf(operation.answer, body)).toBeNull()
    if (operation.id.startsWith('list')) {
      expect((body as { data: unknown[] }).data.length).toBeGreaterThan(0)
    }
  })

  it.each(operations)('GET $path, holds for what it refuses', async (operation) => {
    world = await apiWorld()
    const path = filled(operation.path)
    const refused = [
      await ask(world.program, `${path}?no-such-parameter=1`, { token: await tokenFor(operation) }),
      ...(operation.token ? [await ask(world.program, path)] : []),
    ]
    const statuses = refused.map(({ status }) => status)
    // What there is and its description take anything after the question mark.
    const takesAnything = ['getApi', 'getDocument'].includes(operation.id)
    expect(statuses).toEqual([takesAnything ? 200 : 400, ...(operation.token ? [401] : [])])
    for (const answer of refused.filter(({ status }) => status !== 200)) {
      expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
      expect(faultsOf('Problem', await answer.json())).toBeNull()
    }
  })
})
