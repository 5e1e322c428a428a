import { describe, expect, test } from 'vitest'
import { readJson } from '#assessments/json-text.ts'

describe('readJson', () => {
  test.each<[string]>([
    ['null'],
    [' {"a": [1, -2.5e+3, 0, "x\\u00e9\\n\\"", true, false, null, {}, []]} '],
    ['"\u2028"'],
    ['[[[[]]]]'],
  ])('reads %s as JSON.parse does', (text) => {
    expect(readJson(text)).toEqual({ status: 'read', json: JSON.parse(text) as unknown, faults: [] })
  })

  test.each([
    ['', 'it ends too early at line 1, column 1'],
    ['{"a": 1', 'a comma or "}" was expected at line 1, column 8'],
    ['[1, 2', 'a comma or "]" was expected at line 1, column 6'],
    ['[1,]', 'a value was expected at line 1, column 4'],
    ['{"a": 1,}', 'a key in double quotes was expected at line 1, column 9'],
    ["{'a': 1}", 'a key in double quotes was expected at line 1, column 2'],
    ['{"a" 1}', 'a colon was expected at line 1, column 6'],
    ['{"a": 01}', 'a value was expected at line 1, column 7'],
    ['{"a": nul}', 'a value was expected at line 1, column 7'],
    ['{\n "a": "x\n', 'text in double quotes is never closed at line 2, column 7'],
    ['"\t"', 'text holds a control character or a wrong escape at line 1, column 1'],
    ['"\\x"', 'text holds a control character or a wrong escape at line 1, column 1'],
    ['1 2', 'something follows after the end at line 1, column 3'],
    ['['.repeat(5000), 'lists and objects are nested too deep at line 1, column 102'],
  ])('tells where %j breaks', (text, message) => {
    expect(readJson(text)).toEqual({
      status: 'broken',
      fault: { path: '', reason: `is not JSON: ${message}` },
    })
    expect(() => JSON.parse(text) as unknown).toThrow()
  })

  test('tells of keys that an object has twice, escaped or not, and not of keys in two objects', () => {
    expect(readJson('{"a": [{"b": 1, "\\u0062": 2}, {"b": 3}], "c": {"a": 1}}')).toMatchObject({
      faults: [{ path: 'a[0].b', reason: 'is there twice' }],
    })
  })

  test('reads a long text', () => {
    const text = JSON.stringify({ long: 'é\\"'.repeat(500_000) })
    expect(readJson(text)).toMatchObject({ status: 'read', faults: [] })
  })
})
