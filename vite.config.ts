import { vitePlugin as remix } from '@remix-run/dev'
import { defineConfig } from 'vite'
import remixConfig from './remix.config.js'

export default defineConfig({
  plugins: [remix(remixConfig)],
  build: {
    // A file that is inlined as a data: URL can't be cached by itself and makes the style sheet heavy.
    assetsInlineLimit: 0,
    target: 'es2022',
  },
  resolve: {
    alias: { 'uswds-img': new URL('./node_modules/@uswds/uswds/dist/img', import.meta.url).pathname },
  },
  css: {
    preprocessorOptions: {
      scss: {
        loadPaths: ['node_modules/@uswds/uswds/packages'],
        // The design system's own style sheets use what Sass will drop one day; that is theirs to mend.
        quietDeps: true,
        silenceDeprecations: ['import', 'global-builtin', 'if-function'],
      },
    },
  },
})
