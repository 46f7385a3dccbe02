import { describe, expect, it } from 'vitest'
import { sshArguments } from '../../src/transport/ssh-command.ts'
import type { Host } from '../../src/transport/index.ts'

const host: Host = { name: 'n1', address: '192.0.2.1', roles: ['node'], become: true }

describe('the ssh command line', () => {
  it('asks nothing, checks the host key, forwards nothing', () => {
    const words = sshArguments(host, { ignoreUserConfig: false }).join(' ')
    for (const option of ['BatchMode=yes', 'StrictHostKeyChecking=yes', 'ForwardAgent=no', 'ClearAllForwardings=yes'])
      expect(words).toContain(`-o ${option}`)
    expect(words).not.toContain('-F')
    expect(words.endsWith(' -- 192.0.2.1')).toBe(true)
  })

  it('reads no configuration of the user for the lab', () => {
    expect(sshArguments(host, { ignoreUserConfig: true }).join(' ')).toContain('-F none')
  })

  const RULES = 'ssh -o BatchMode=yes -o StrictHostKeyChecking=yes -o ConnectTimeout=15'
  it.each([
    ['gate', `${RULES} -W '[%h]:%p' -- gate`],
    ['me@gate.example:2222', `${RULES} -p 2222 -W '[%h]:%p' -- me@gate.example`],
    ['first,me@second:22', `${RULES} -p 22 -J first -W '[%h]:%p' -- me@second`],
    ["it's%h", `${RULES} -W '[%h]:%p' -- 'it'\\''s%%h'`],
  ])('holds the jump host %j to the same rules', (jump, command) => {
    const words = sshArguments({ ...host, jump }, { ignoreUserConfig: false })
    expect(words).toContain(`ProxyCommand=${command}`)
    expect(words).not.toContain('-J')
  })
})
