#!/usr/bin/env zx
// Generated from content/docs/start/how-this-book-runs.mdx by `npm run extract`; edit the chapter, not this file.
// 이 책이 실행되는 법 / How this book runs
// Run it with: npx zx runbooks/how-this-book-runs.mjs --help
import { runbook } from '../src/runner/entry.mjs'

await runbook({
  id: 'how-this-book-runs',
  page: 'start/how-this-book-runs',
  title: { ko: '이 책이 실행되는 법', en: 'How this book runs' },
  topology: 'blank',
  isolation: 'machine',
  needs: [],
  vars: [
    {
      name: 'READER',
      meaning: '인사말에 들어갈 이름',
      default: 'reader',
      meanings: { ko: '인사말에 들어갈 이름', en: 'the name in the greeting' },
    },
  ],
  versions: {},
  items: [

    // ── content/docs/start/how-this-book-runs.mdx ────────────────────────────────────────────────

    // 단계 / Steps
    {
      type: 'step', id: 'start/how-this-book-runs/where',
      source: { file: 'content/docs/start/how-this-book-runs.mdx', line: 39 },
      title: { ko: '단계', en: 'Steps' },
      lead: { ko: '다음 블록은 네 대에서 한꺼번에 실행됩니다.', en: 'The next block runs on all four at the same time.' },
      on: 'every',
      script: 'echo "this block ran on $(hostname)"',
      expect: { match: 'exact', text: 'this block ran on …' },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: 'd62343d7470252cc',
    },

    // 파일 / Files
    {
      type: 'file', id: 'start/how-this-book-runs/file:greeting.txt',
      source: { file: 'content/docs/start/how-this-book-runs.mdx', line: 70 },
      title: { ko: '파일', en: 'Files' },
      lead: {
        ko: '경로가 /로 시작하지 않으면 지금 있는 디렉터리의 파일입니다.',
        en: 'A path that does not begin with / is a file in the directory where you are.',
      },
      on: 'master',
      path: 'greeting.txt', subst: ['READER'],
      text: `Hello, \${READER}.
This file came out of a page of the book.`,
      hash: '02147400a4ff8f68',
    },
    {
      type: 'step', id: 'start/how-this-book-runs/read-file',
      source: { file: 'content/docs/start/how-this-book-runs.mdx', line: 77 },
      title: { ko: '파일', en: 'Files' },
      lead: { ko: '파일이 그렇게 쓰였는지 봅니다.', en: 'See whether it was written so.' },
      on: 'master',
      script: 'cat greeting.txt',
      expect: {
        match: 'exact',
        text: `Hello, ….
This file came out of a page of the book.`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: 'c06ce24e3b1cf03c',
    },

    // 실패가 정답일 때 / When failure is the right answer
    {
      type: 'step', id: 'start/how-this-book-runs/missing-file',
      source: { file: 'content/docs/start/how-this-book-runs.mdx', line: 94 },
      title: { ko: '실패가 정답일 때', en: 'When failure is the right answer' },
      lead: {
        ko: '만약 성공하면 런북은 실패로 칩니다.',
        en: 'If it succeeded, the runbook would count that as a failure.',
      },
      on: 'master',
      script: 'ls no-such-file.txt 2>&1',
      expect: { match: 'exact', text: "ls: cannot access 'no-such-file.txt': No such file or directory" },
      exit: 2, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '31380174523bfa8a',
    },

    // 두 번 실행해도 / Twice does no harm
    {
      type: 'step', id: 'start/how-this-book-runs/once',
      source: { file: 'content/docs/start/how-this-book-runs.mdx', line: 106 },
      title: { ko: '두 번 실행해도', en: 'Twice does no harm' },
      lead: {
        ko: '다음 블록은 파일이 없을 때에만 실행되므로, 런북을 여러 번 실행해도 처음의 시각이 남습니다.',
        en: 'The next block runs only while the file is missing, so the first time stays however often you run the runbook.',
      },
      on: 'master',
      script: 'date --utc +%Y-%m-%dT%H:%M:%SZ > first-run.txt',
      unless: 'test -e first-run.txt',
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '015be8a588fdc658',
    },
    {
      type: 'step', id: 'start/how-this-book-runs/once-look',
      source: { file: 'content/docs/start/how-this-book-runs.mdx', line: 112 },
      title: { ko: '두 번 실행해도', en: 'Twice does no harm' },
      lead: { ko: '그 시각을 봅니다.', en: 'See that time.' },
      on: 'master',
      script: 'cat first-run.txt',
      expect: { match: 'regex', text: "^20\\d\\d-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ$" },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: 'fc39e8afcafff9d3',
    },

    // 값을 다음 블록으로 / A value for a later block
    {
      type: 'step', id: 'start/how-this-book-runs/capture',
      source: { file: 'content/docs/start/how-this-book-runs.mdx', line: 124 },
      title: { ko: '값을 다음 블록으로', en: 'A value for a later block' },
      lead: { ko: 'master에서 커널 버전을 담아,', en: 'Take the kernel version on master,' },
      on: 'master',
      script: 'KERNEL=$(uname -r)',
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: ['KERNEL'], secrets: [],
      hash: '88c45f54531af0b5',
    },
    {
      type: 'step', id: 'start/how-this-book-runs/use-capture',
      source: { file: 'content/docs/start/how-this-book-runs.mdx', line: 130 },
      title: { ko: '값을 다음 블록으로', en: 'A value for a later block' },
      lead: {
        ko: '손으로 할 때에는 master에서 나온 값을 입력란에 붙여 넣습니다.',
        en: 'By hand, paste the value from master into the form.',
      },
      on: 'utility',
      script: 'echo "master runs Linux $KERNEL, and $(hostname) knows it"',
      expect: { match: 'exact', text: 'master runs Linux …, and … knows it' },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '4bcf0339889ed1c5',
    },

    // 비밀 / Secrets
    {
      type: 'step', id: 'start/how-this-book-runs/secret',
      source: { file: 'content/docs/start/how-this-book-runs.mdx', line: 142 },
      title: { ko: '비밀', en: 'Secrets' },
      lead: { ko: '무작위 글자 열두 개를 만들어,', en: 'Make twelve random characters,' },
      on: 'master',
      script: "TICKET=$(od -An -N6 -tx1 /dev/urandom | tr -d ' \\n')",
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: true, captures: [], secrets: ['TICKET'],
      hash: '65d11a924b4491d9',
    },
    {
      type: 'step', id: 'start/how-this-book-runs/use-secret',
      source: { file: 'content/docs/start/how-this-book-runs.mdx', line: 148 },
      title: { ko: '비밀', en: 'Secrets' },
      lead: { ko: '값 대신 길이만 봅니다.', en: 'and show how many they are; the value itself is masked.' },
      on: 'master',
      script: 'echo "the ticket has ${#TICKET} characters: $TICKET"',
      expect: { match: 'exact', text: 'the ticket has 12 characters: …' },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'run', idempotent: false, captures: [], secrets: [],
      hash: '7014384429003848',
    },

    // 확인 / Check
    {
      type: 'step', id: 'start/how-this-book-runs/check',
      source: { file: 'content/docs/start/how-this-book-runs.mdx', line: 238 },
      title: { ko: '확인', en: 'Check' },
      lead: { ko: '위에서 만든 파일 둘이 남아 있는지 봅니다.', en: 'See whether the two files from above are there.' },
      on: 'master',
      script: 'grep -c . greeting.txt first-run.txt',
      expect: {
        match: 'exact',
        text: `greeting.txt:2
first-run.txt:1`,
      },
      exit: 0, order: 'parallel', timeoutSeconds: 120, phase: 'verify', idempotent: false, captures: [], secrets: [],
      hash: '51a803f40489fee0',
    },
  ],
})
