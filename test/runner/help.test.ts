import { describe, expect, it } from 'vitest'
import { helpText } from '../../src/runner/help.ts'
import { OPTION_NAMES } from '../../src/runner/options.ts'
import { runbookOf, step } from './world.ts'

const meanings = { ko: '주인공의 주소', en: 'address of the hero' }
const runbook = runbookOf([step('one', 'true')], {
  vars: [{ name: 'HERO_IP', meaning: meanings.ko, meanings, from: 'master[0].address' }],
})

describe.each(['ko', 'en'] as const)('--help in %s', (lang) => {
  it('names every option that the command line takes, and no other', () => {
    const words = helpText(runbook, lang).match(/(?<!\S)--[a-z-]+/g) ?? []
    expect([...new Set(words)].toSorted()).toEqual(OPTION_NAMES.map((name) => `--${name}`).toSorted())
  })

  it('says what a variable means in the same language', () => {
    expect(helpText(runbook, lang)).toContain(`\n  HERO_IP: ${meanings[lang]} (master[0].address)\n`)
  })

  it('keeps to 120 columns, where a Hangul syllable takes two', () => {
    const columns = (line: string): number => line.length + (line.match(/[가-힣]/g)?.length ?? 0)
    expect(
      helpText(runbook, lang)
        .split('\n')
        .filter((line) => columns(line) > 120),
    ).toEqual([])
  })
})
