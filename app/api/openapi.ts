import { z } from 'zod'
import { apiRoot, operations, type Operation } from './operations.ts'
import { jsonSchemas } from './schemas.ts'

const tokenWords = {
  any: 'Takes any organization’s token.',
  agency: 'Takes an agency’s token.',
  program: 'Takes a program’s token.',
  'agency or program': 'Takes an agency’s or a program’s token.',
}

const problems = {
  400: 'Something after the question mark can’t be taken as it is.',
  401: 'There is no token, or it is unknown, expired or revoked.',
  404: 'It does not exist, or this token does not open it: the two look the same.',
  405: 'The API is only read: GET and HEAD.',
  429: 'Too many requests; Retry-After says in how many seconds to go on.',
  500: 'Something went wrong that was not the request’s fault.',
}

/** The API in words for programs: OpenAPI 3.1, made of the schemas that the answers are held against. */
export function openApiDocument(origin: string, version: string) {
  return {
    openapi: '3.1.0',
    info: {
      title: 'PMHC self-assessment',
      version,
      description:
        'What an agency may read of itself, and a program of the agencies that share with it. Read-only. Fields may be added; what is there keeps its meaning.',
    },
    servers: [{ url: `${origin}${apiRoot}` }],
    paths: Object.fromEntries(
      operations.map((operation) => [operation.path || '/', { get: described(operation) }]),
    ),
    components: {
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', description: 'A token of an organization.' },
      },
      schemas: jsonSchemas(),
      responses: Object.fromEntries(
        Object.entries(problems).map(([status, description]) => [
          `Problem${status}`,
          problemResponse(description),
        ]),
      ),
    },
  }
}

function described({ path, id, summary, token, query, answer }: Operation) {
  const refusals = Object.keys(problems).filter((status) => token !== null || status !== '401')
  return {
    operationId: id,
    summary,
    ...(token !== null && { description: tokenWords[token] }),
    security: token === null ? [] : [{ token: [] }],
    parameters: [...pathParameters(path), ...queryParameters(query)],
    responses: {
      200: {
        description: summary,
        content: { 'application/json': { schema: { $ref: `#/components/schemas/${answer}` } } },
      },
      ...Object.fromEntries(
        refusals.map((status) => [status, { $ref: `#/components/responses/Problem${status}` }]),
      ),
    },
  }
}

function pathParameters(path: string) {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }))
}

function queryParameters(query: z.ZodObject) {
  const { properties = {} } = z.toJSONSchema(query, { io: 'input' })
  return Object.entries(properties).map(([name, schema]) => ({ name, in: 'query', schema }))
}

function problemResponse(description: string) {
  return {
    description,
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  }
}
