import js from '@eslint/js'
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript'
import { importX } from 'eslint-plugin-import-x'
import jsxA11y from 'eslint-plugin-jsx-a11y'
import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'

export default tseslint.config(
  {
    ignores: [
      'build/',
      'node_modules/',
      'data/',
      'coverage/',
      '.cache/',
      'test-results/',
      'db/migrations/',
      'public/',
    ],
  },
  js.configs.recommended,
  tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { 'import-x': importX },
    settings: { 'import-x/resolver-next': [createTypeScriptImportResolver()] },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-import-type-side-effects': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/only-throw-error': ['error', { allow: [{ from: 'lib', name: 'Response' }] }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/no-non-null-assertion': 'error',
      'import-x/no-cycle': 'error',
      'import-x/no-duplicates': ['error', { 'prefer-inline': true }],
      'import-x/no-restricted-paths': [
        'error',
        {
          zones: [
            {
              target: './assessments',
              from: ['./db', './app', './cli', './demo', './bench', './tests'],
              message: 'assessments/ imports nothing of ours.',
            },
            {
              target: './db',
              from: ['./app', './cli', './demo', './bench', './tests'],
              message: 'db/ imports assessments/ alone.',
            },
            {
              target: './app',
              from: ['./cli', './demo', './bench', './tests'],
              message: 'app/ imports db/ and assessments/.',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['assessments/**/*.ts'],
    ignores: ['assessments/**/*.server.ts'],
    rules: {
      'no-restricted-imports': ['error', { patterns: ['react*', 'drizzle-orm*', 'node:*', '*.server.ts'] }],
      'no-restricted-globals': ['error', 'Date', 'process', 'fetch', 'window', 'document'],
    },
  },
  {
    files: ['app/routes/**'],
    rules: { 'no-restricted-imports': ['error', { patterns: ['drizzle-orm*', 'better-sqlite3', 'pg'] }] },
  },
  {
    files: ['**/*.tsx'],
    ...jsxA11y.flatConfigs.strict,
  },
  {
    files: ['**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },
  { files: ['**/*.js'], ...tseslint.configs.disableTypeChecked },
)
