import { existsSync, readFileSync } from 'node:fs'
import process from 'node:process'
import { root, run, say } from './say.js'

/** @typedef {Record<string, { version?: string, optional?: boolean, link?: boolean }>} Packages */

/**
 * @param {string} file
 * @returns {Packages}
 */
function packagesOf(file) {
  if (!existsSync(file)) return {}
  return JSON.parse(readFileSync(file, 'utf8')).packages
}

/**
 * Whether node_modules holds the very versions that package-lock.json names. What is optional may be
 * missing: it is for other machines.
 *
 * @param {Packages} wanted
 * @param {Packages} present
 */
export function isInstalled(wanted, present) {
  return Object.entries(wanted).every(
    ([path, { version, optional }]) =>
      path === '' || (optional && !present[path]) || present[path]?.version === version,
  )
}

function refuseOldNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  process.stderr.write(`Node 20.19 or newer is needed; this is ${process.versions.node}.\n`)
  process.exit(1)
}

/** Installs the packages of package-lock.json unless they are there already; ends the program if it can't. */
export async function install() {
  refuseOldNode()
  const present = packagesOf(`${root}node_modules/.package-lock.json`)
  if (isInstalled(packagesOf(`${root}package-lock.json`), present)) return
  say('Installing packages (npm ci)')
  const status = await run('npm', ['ci', '--include=dev', '--no-audit', '--no-fund'])
  if (status === 0) return
  process.stderr.write('The packages could not be installed; npm says why above.\n')
  process.exit(status)
}
