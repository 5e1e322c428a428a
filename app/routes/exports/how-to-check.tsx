/** How somebody finds out that a download arrived whole. */
export function HowToCheck() {
  return (
    <section className="page-section" aria-labelledby="check">
      <h2 id="check">Check a download</h2>
      <p>
        Keep <code>manifest.json</code> in the same folder as the files. A file arrived whole if its SHA-256
        is the one above. To compute it:
      </p>
      <dl className="exports__how">
        <dt>Windows, in PowerShell</dt>
        <dd>
          <code>Get-FileHash responses.csv</code>
        </dd>
        <dt>macOS</dt>
        <dd>
          <code>shasum -a 256 responses.csv</code>
        </dd>
        <dt>Linux</dt>
        <dd>
          <code>sha256sum responses.csv</code>
        </dd>
        <dt>With this program installed: all files of a folder at once</dt>
        <dd>
          <code>npm run -s pmhc -- export --check FOLDER</code>
        </dd>
      </dl>
      <p>A download that was cut off can be continued: the file stays the same until it is deleted.</p>
    </section>
  )
}
