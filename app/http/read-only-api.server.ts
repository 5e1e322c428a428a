import { Router, type Response } from 'express'
import { problemDetails, problemHeaders, type ProblemStatus } from '../api/problem.server.ts'

/**
 * Answers whatever is sent to /api and can't be meant for it, before anything of it is read. A path that ends in
 * `.data` would get an answer in the encoding that pages and their server talk in.
 */
export function readOnlyApi(): Router {
  const api = Router()
  api.use((request, response, next) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.set('Allow', 'GET, HEAD')
      // Nobody reads the body that may still be coming.
      response.set('Connection', 'close')
      refuse(response, 405, 'The API is only read: GET and HEAD.')
    } else if (/\.data$/i.test(request.path) || !isReadable(request.path)) {
      refuse(response, 404, 'There is nothing here.')
    } else next()
  })
  return api
}

function refuse(response: Response, status: ProblemStatus, detail: string) {
  response
    .status(status)
    .set(problemHeaders)
    .send(JSON.stringify(problemDetails(status, detail)))
}

function isReadable(path: string): boolean {
  try {
    decodeURIComponent(path)
    return true
  } catch {
    return false
  }
}
