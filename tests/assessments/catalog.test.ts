import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { canonicalJson } from '#assessments/canonical.ts'
import { CatalogError } from '#assessments/catalog-error.ts'
import { loadCatalog, withStoredVersions, type StoredVersion } from '#assessments/catalog.server.ts'
import { sha256 } from '#assessments/sha256.server.ts'
import { questionnaireJson, type Json } from '#tests/support/questionnaires.ts'

let root: string
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'catalog-'))
})
afterEach(() => rm(root, { recursive: true }))

async function write(place: string, content: unknown): Promise<string> {
  const file = join(root, place)
  await mkdir(join(file, '..'), { recursive: true })
  await writeFile(file, typeof content === 'string' ? content : JSON.stringify(content))
  return file
}

const load = (...folders: string[]) => loadCatalog({ folders: folders.map((folder) => join(root, folder)) })

async function refusal(loading: Promise<unknown>): Promise<string[]> {
  const error: unknown = await loading.catch((reason: unknown) => reason)
  if (!(error instanceof CatalogError)) throw new Error('was not refused', { cause: error })
  return error.message.replaceAll(`${root}/`, '').split('\n  ').slice(1)
}

const revision = (fields: Json = {}): Json =>
  questionnaireJson({
    version: '1.1.0',
    revises: { version: '1.0.0', same: ['leadership.workgroup', 'leadership.coordinator'], changes: [] },
    ...fields,
  })

function stored(json: Json): StoredVersion {
  const text = canonicalJson(json)
  return { slug: String(json.slug), version: String(json.version), sha256: sha256(text), json: text }
}

describe('loadCatalog', () => {
  test('reads every version of every folder', async () => {
    await write('a/sample/1.0.0.json', questionnaireJson())
    await write('a/sample/1.1.0.json', revision())
    await write('b/other/1.0.0.json', questionnaireJson({ slug: 'other' }))
    const catalog = await load('a', 'b')
    expect(catalog.versions.map(({ slug, version }) => `${slug}@${version}`)).toEqual([
      'other@1.0.0',
      'sample@1.1.0',
      'sample@1.0.0',
    ])
    expect(catalog.find('sample', '1.0.0')?.file).toBe(join(root, 'a/sample/1.0.0.json'))
    expect(catalog.find('sample', '9.0.0')).toBeUndefined()
    expect(catalog.lineage('sample').map(({ version }) => version)).toEqual(['1.1.0', '1.0.0'])
    expect(catalog.warnings).toEqual([])
  })

  test('takes the newest by number and not by letter, and never a draft', async () => {
    const same = { same: ['leadership.workgroup', 'leadership.coordinator'], changes: [] }
    await write('a/sample/1.2.0.json', questionnaireJson({ version: '1.2.0' }))
    await write(
      'a/sample/1.10.0.json',
      revision({ version: '1.10.0', revises: { version: '1.2.0', ...same } }),
    )
    await write('a/sample/1.11.0.json', questionnaireJson({ version: '1.11.0', draft: true }))
    const catalog = await load('a')
    expect(catalog.newest('sample')?.version).toBe('1.10.0')
    expect(catalog.find('sample', '1.11.0')).toMatchObject({ offered: false })
    expect(catalog.newest('lost')).toBeUndefined()
  })

  test('hashes what the author wrote, whatever its layout, and no defaults', async () => {
    const json = questionnaireJson()
    await write('a/sample/1.0.0.json', `\uFEFF${JSON.stringify(json, null, 8)}\n`)
    const version = (await load('a')).find('sample', '1.0.0')
    expect(version?.json).toBe(canonicalJson(json))
    expect(version?.json).not.toContain('"weight"')
    expect(version?.sha256).toBe(sha256(canonicalJson(json)))
  })

  test('passes over what is no questionnaire’s file', async () => {
    await write('a/README.md', 'Read me.')
    await write('a/sample/notes.txt', 'Notes.')
    await write('a/.git/config.json', '{')
    await write('a/sample/1.0.0.json', questionnaireJson())
    expect((await load('a')).versions).toHaveLength(1)
  })

  test('reports every fault of every file at once', async () => {
    await write('a/sample/1.0.0.json', '{"slug": }')
    await write('a/sample/2.0.0.json', questionnaireJson())
    await write('a/third/1.0.0.json', questionnaireJson({ slug: 'third', title: '', minutes: 3 }))
    expect((await refusal(load('a', 'nowhere'))).sort()).toEqual([
      'a/sample/1.0.0.json: is not JSON: a value was expected at line 1, column 10',
      'a/sample/2.0.0.json: holds sample@1.0.0, so that it must stand at sample/1.0.0.json',
      'a/third/1.0.0.json: minutes: must be an object',
      'a/third/1.0.0.json: title: must not be empty',
      'nowhere: is not a folder',
    ])
  })

  test('takes one version from two folders where the content is the same, and refuses it where it differs', async () => {
    await write('a/sample/1.0.0.json', questionnaireJson())
    await write('b/sample/1.0.0.json', JSON.stringify(questionnaireJson(), null, 2))
    expect((await load('a', 'b')).versions).toHaveLength(1)
    await write('b/sample/1.0.0.json', questionnaireJson({ title: 'Another' }))
    expect(await refusal(load('a', 'b'))).toEqual([
      'b/sample/1.0.0.json: differs from a/sample/1.0.0.json, which is sample@1.0.0 too',
    ])
  })

  test('checks a version against the one that it revises', async () => {
    await write('a/sample/1.0.0.json', questionnaireJson())
    await write(
      'a/sample/1.1.0.json',
      revision({
        revises: { version: '1.0.0', same: ['leadership.workgroup'], changes: [] },
      }),
    )
    expect(await refusal(load('a'))).toEqual([
      'a/sample/1.1.0.json: revises: leaves "leadership.coordinator" of 1.0.0 unaccounted for',
      'a/sample/1.1.0.json: revises: leaves "leadership.coordinator" of 1.1.0 unaccounted for',
    ])
  })

  test('refuses a version that revises one that is nowhere', async () => {
    await write('a/sample/1.1.0.json', revision())
    expect(await refusal(load('a'))).toEqual([
      'a/sample/1.1.0.json: revises.version: sample@1.0.0 is nowhere to be found',
    ])
  })

  test('takes the revised version from the database where its file is gone', async () => {
    await write('a/sample/1.1.0.json', revision())
    const catalog = await loadCatalog({ folders: [join(root, 'a')], stored: [stored(questionnaireJson())] })
    expect(catalog.lineage('sample')).toHaveLength(2)
    expect(catalog.warnings).toHaveLength(1)
  })

  test('refuses a later version that does not say what it revises, unless it is a draft', async () => {
    await write('a/sample/1.0.0.json', questionnaireJson())
    await write('a/sample/1.1.0.json', questionnaireJson({ version: '1.1.0' }))
    expect(await refusal(load('a'))).toEqual([
      'a/sample/1.1.0.json: revises: is missing: say what became of the items of an earlier version, such as 1.0.0',
    ])
    await write('a/sample/1.1.0.json', questionnaireJson({ version: '1.1.0', draft: true }))
    expect((await load('a')).versions).toHaveLength(2)
  })
})

describe('withStoredVersions', () => {
  test('adds nothing where the files are what was used', async () => {
    await write('a/sample/1.0.0.json', questionnaireJson())
    const catalog = withStoredVersions(await load('a'), [stored(questionnaireJson())])
    expect(catalog.versions).toHaveLength(1)
    expect(catalog.newest('sample')?.offered).toBe(true)
    expect(catalog.warnings).toEqual([])
  })

  test('names a file whose content is no longer what was used', async () => {
    await write('a/sample/1.0.0.json', questionnaireJson({ title: 'Edited' }))
    const catalog = await load('a')
    const merge = () => withStoredVersions(catalog, [stored(questionnaireJson())])
    expect(merge).toThrow(CatalogError)
    expect(merge).toThrow(
      /sample\/1\.0\.0\.json: differs from the sample@1\.0\.0 that assessments already use/,
    )
  })

  test('serves a version without a file, offers it for nothing new, and warns', async () => {
    await write('a/sample/1.0.0.json', questionnaireJson())
    const catalog = withStoredVersions(await load('a'), [stored(questionnaireJson({ slug: 'gone' }))])
    expect(catalog.find('gone', '1.0.0')).toMatchObject({ file: null, offered: false })
    expect(catalog.newest('gone')).toBeUndefined()
    expect(catalog.warnings).toEqual([
      'gone@1.0.0 is in use, but its file is gone: it is served from the database and offered for nothing new.',
    ])
  })

  test('refuses a version in the database that is not what its hash says', async () => {
    await write('a/sample/1.0.0.json', questionnaireJson())
    const catalog = await load('a')
    const gone = stored(questionnaireJson({ slug: 'gone' }))
    for (const json of [gone.json.replace('A sample', 'B sample'), 'no json', ` ${gone.json}`]) {
      expect(() => withStoredVersions(catalog, [{ ...gone, json }])).toThrow(
        /database, gone@1\.0\.0: is not what/,
      )
    }
  })
})

test('every questionnaire that comes with the program is valid', async () => {
  const folder = new URL('../../assessments/questionnaires', import.meta.url).pathname
  const catalog = await loadCatalog({ folders: [folder] })
  expect(catalog.newest('pmhc-self-assessment')).toBeDefined()
})
