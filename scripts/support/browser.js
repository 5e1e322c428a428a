import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import process from 'node:process'
import { installed, run, say } from './say.js'

const programs = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge']

/** @param {Partial<NodeJS.ProcessEnv>} environment */
function usualPlaces(environment) {
  const folders = (environment.PATH ?? '').split(delimiter).filter(Boolean)
  const windows = [environment.PROGRAMFILES, environment['PROGRAMFILES(X86)'], environment.LOCALAPPDATA]
  return [
    ...folders.flatMap((folder) => programs.map((program) => join(folder, program))),
    '/usr/bin/chromium',
    '/usr/bin/google-chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    ...windows.flatMap((folder) =>
      folder
        ? [
            `${folder}\\Google\\Chrome\\Application\\chrome.exe`,
            `${folder}\\Microsoft\\Edge\\Application\\msedge.exe`,
          ]
        : [],
    ),
  ]
}

/**
 * A browser that is there may still not start, for want of a system library.
 *
 * @param {string} path
 */
function starts(path) {
  if (!existsSync(path)) return false
  // Chrome on Windows opens a window when asked for its version.
  if (process.platform === 'win32') return true
  return spawnSync(path, ['--version'], { timeout: 20_000 }).status === 0
}

async function playwrightsOwn() {
  const { chromium } = await import('playwright-core')
  return chromium.executablePath()
}

/**
 * The path of a Chromium: the one that CHROMIUM names, the one that Playwright downloaded, or one of this
 * machine's. Null where there is none.
 *
 * @param {Partial<NodeJS.ProcessEnv>} [environment]
 * @returns {Promise<string | null>}
 */
export async function findBrowser(environment = process.env) {
  if (environment.CHROMIUM) return starts(environment.CHROMIUM) ? environment.CHROMIUM : null
  const places = [await playwrightsOwn(), ...usualPlaces(environment)]
  return places.find(starts) ?? null
}

/** Finds a browser, or installs one: Playwright's own download first, then Debian's package. */
export async function findOrInstallBrowser() {
  const found = await findBrowser()
  if (found) return found
  if (process.env.CHROMIUM) say(`CHROMIUM names ${process.env.CHROMIUM}, which doesn't start`)
  say('No Chromium here: downloading one (playwright-core install chromium)')
  await run(process.execPath, [installed('playwright-core/cli.js'), 'install', '--no-shell', 'chromium'])
  const downloaded = await findBrowser({ PATH: process.env.PATH })
  if (downloaded || process.platform !== 'linux' || process.getuid?.() !== 0) return downloaded
  say('That one could not be had or does not start: installing the package chromium (apt-get)')
  await run('apt-get', ['update', '-q'])
  await run('apt-get', ['install', '-qy', '--no-install-recommends', 'chromium'], {
    DEBIAN_FRONTEND: 'noninteractive',
  })
  return findBrowser({ PATH: process.env.PATH })
}
