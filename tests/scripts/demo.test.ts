import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { promisify } from 'node:util'
import { expect, it, onTestFinished } from 'vitest'
import { root } from '../../scripts/support/say.js'

it('npm run demo says that its port is in use before it touches anything', async () => {
  const other = createServer().listen(0)
  onTestFinished(() => void other.close())
  await once(other, 'listening')
  const address = other.address()
  const port = typeof address === 'object' && address ? String(address.port) : ''
  const env = { ...process.env, PORT: port, DATABASE_URL: 'file:/nowhere/demo.sqlite' }
  const running = promisify(execFile)(process.execPath, ['scripts/demo.js'], {
    cwd: root,
    env,
    timeout: 20_000,
  })
  await expect(running).rejects.toMatchObject({
    code: 1,
    stdout: '',
    stderr: `Port ${port} is in use by another program. Stop that one, or set PORT to another port.\n`,
  })
})
