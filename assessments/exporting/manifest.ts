import { z } from 'zod'

const manifestFileSchema = z.strictObject({
  name: z
    .string()
    .regex(/^[\w-][\w.-]*$/, 'must be the name of a file, without a folder')
    .describe('The file’s name, in the folder of the manifest.'),
  rows: z
    .int()
    .min(0)
    .describe('Rows without the header; of a JSON file, assessments; of a workbook, all sheets of data.'),
  bytes: z.int().min(0),
  sha256: z.string().regex(/^[0-9a-f]{64}$/, 'must be 64 lower-case hexadecimal digits'),
})
export type ManifestFile = z.infer<typeof manifestFileSchema>

/** What an export is made of: lies beside its files as `manifest.json`, so that a broken download shows. */
export const manifestSchema = z.strictObject({
  format: z.literal('pmhc-export/1'),
  madeAt: z.iso.datetime().describe('When it was made, in UTC.'),
  assessments: z.int().min(0).describe('How many final assessments it holds.'),
  leftOut: z
    .array(z.string())
    .exactOptional()
    .describe('Of an anonymous export: what was left out, in sentences.'),
  files: z
    .array(manifestFileSchema)
    .refine((files) => new Set(files.map(({ name }) => name)).size === files.length, 'has a file twice'),
})
export type Manifest = z.infer<typeof manifestSchema>

/** The name under which a manifest lies beside its files. */
export const manifestName = 'manifest.json'

/** A manifest's text. */
export function manifestText(manifest: Manifest): string {
  return `${JSON.stringify(manifestSchema.parse(manifest), null, 2)}\n`
}
