import express, { Router, type RequestHandler } from 'express'

/** The built files of the browser: those with a hash in their name are kept for a year. */
export function builtAssets(folder: string): RequestHandler {
  const files = Router()
  files.use(
    '/assets',
    express.static(`${folder}/assets`, { immutable: true, maxAge: '1y', fallthrough: false }),
  )
  files.use(express.static(folder, { maxAge: '1h', index: false }))
  return files
}
