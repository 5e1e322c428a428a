/**
 * The Remix options. vite.config.ts hands them to Remix's Vite plugin; Remix's classic compiler, which
 * would read a file of this name by itself, is not used.
 *
 * @type {import('@remix-run/dev').VitePluginConfig}
 */
export default {
  appDirectory: 'app',
  buildDirectory: 'build',
  // app/routes.ts lists every URL; nothing is found by a file's name.
  ignoredRouteFiles: ['**/*'],
  future: {
    v3_fetcherPersist: true,
    v3_lazyRouteDiscovery: true,
    v3_relativeSplatPath: true,
    v3_routeConfig: true,
    v3_singleFetch: true,
    v3_throwAbortReason: true,
  },
}
