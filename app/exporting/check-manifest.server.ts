import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readFile, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Fault, Reading } from '#assessments/faults.ts'
import {
  manifestName,
  manifestSchema,
  type Manifest,
  type ManifestFile,
} from '#assessments/exporting/manifest.ts'
import { readJson } from '#assessments/json-text.ts'
import { shapeFaults } from '#assessments/shape-faults.ts'

/** Checks that the files of a folder are those of its manifest, whole: every fault at once. */
export async function checkManifest(folder: string): Promise<Reading<{ manifest: Manifest }>> {
  const text = await readFile(join(folder, manifestName), 'utf8').catch(() => null)
  if (text === null) return { status: 'invalid', faults: [{ path: manifestName, reason: 'is missing' }] }
  const reading = readManifest(text)
  if (reading.status === 'invalid') return reading
  const { files } = reading.manifest
  const wrong = await Promise.all(files.map((file) => faultsOf(folder, file)))
  const faults = [...wrong.flat(), ...(await strangers(folder, files))]
  return faults.length > 0 ? { status: 'invalid', faults } : reading
}

/** Reads a manifest's text. */
export function readManifest(text: string): Reading<{ manifest: Manifest }> {
  const reading = readJson(text)
  if (reading.status === 'broken') return { status: 'invalid', faults: [reading.fault] }
  const faults = [...reading.faults, ...shapeFaults(manifestSchema, reading.json)]
  if (faults.length > 0) return { status: 'invalid', faults }
  return { status: 'valid', manifest: manifestSchema.parse(reading.json) }
}

async function faultsOf(folder: string, file: ManifestFile): Promise<Fault[]> {
  const path = join(folder, file.name)
  const found = await stat(path).catch(() => null)
  const fault = (reason: string) => [{ path: file.name, reason }]
  if (!found?.isFile()) return fault('is missing')
  if (found.size !== file.bytes) return fault(`has ${found.size} bytes, and not ${file.bytes}`)
  const hash = createHash('sha256')
  for await (const piece of createReadStream(path)) hash.update(piece as Buffer)
  return hash.digest('hex') === file.sha256 ? [] : fault('has other bytes than when it was made')
}

async function strangers(folder: string, files: readonly ManifestFile[]): Promise<Fault[]> {
  const known = new Set([manifestName, ...files.map(({ name }) => name)])
  const unknown = (await readdir(folder)).filter((name) => !known.has(name))
  return unknown.map((name) => ({ path: name, reason: 'is not in the manifest' }))
}
