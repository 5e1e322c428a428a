/* A thread begins as plain JavaScript; from here on TypeScript is read as everywhere else. */
import { register } from 'tsx/esm/api'

register()
await import('./export-worker.server.ts')
