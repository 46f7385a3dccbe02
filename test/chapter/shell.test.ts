/** The shell scanner: commands, variables, what changes something, what prints. */
import { describe, expect, test } from 'vitest'
import { firstChange, prints } from '../../src/chapter/shell/effects.ts'
import { unknownVariables } from '../../src/chapter/shell/lint.ts'
import { scanShell } from '../../src/chapter/shell/scan.ts'

const words = (text: string) => scanShell(text).commands.map((command) => command.words.join(' '))

describe('commands', () => {
  test.each([
    ['a && b || c; d | e & f', ['a', 'b', 'c', 'd', 'e', 'f']],
    ['if a; then b; else c; fi', ['a', 'b', 'c']],
    ['for x in 1 2; do echo "$x"; done', ['echo $x']],
    ['case $x in a|b) one;; *) two;; esac; three', ['one', 'two', 'three']],
    ['(cd /x && make) > /dev/null', ['cd /x', 'make', '']],
    ['X=$(one "$(two)")', ['two', 'one $(two)']],
    ['f() { one; }; f', ['one', 'f']],
    ['cat <<EOF\nrm -rf / `date`\nEOF\ntrue', ['cat', 'date', 'true']],
    ["cat <<'EOF'\n$(rm)\nEOF\ntrue", ['cat', 'true']],
    ['one \\\n  two', ['one two']],
    ['A=1 B=2 one', ['one']],
    ["awk '{print $1; exit}' x", ['awk {print $1; exit} x']],
    ['[[ -f x ]] || exit 1', ['[[ -f x ]]', 'exit 1']],
    ['[[ $a == b* && ( -n "$c" || x < y ) ]] && rm z', ['[[ $a == b* && ( -n $c || x < y ) ]]', 'rm z']],
    ['[[ -f x &&\n-f y ]]; rm z', ['[[ -f x && -f y ]]', 'rm z']],
    ['[[ a ]]&& rm z', ['[[ a ]]', 'rm z']],
    ['if ! [[ $a =~ ^(b|c)$ ]]; then rm z; fi', ['[[ $a =~ ^(b|c)$ ]]', 'rm z']],
  ])('%s', (text, expected) => expect(words(text)).toEqual(expected))

  test('a comment is one only where a word could start', () => {
    expect(scanShell('echo a#b "# no" # yes').comments).toEqual([16])
  })
})

describe('variables that nothing has set', () => {
  const unknown = (text: string, known: string[] = []) =>
    unknownVariables(scanShell(text), new Set(known)).map(({ name }) => name)
  test.each([
    ['echo "$A" ${B} \'$C\' \\$D', ['A', 'B']],
    ['A=1\necho "$A"', []],
    ['echo "${A:-x}" "${B:?}"', ['B']],
    ['for A in 1; do echo "$A"; done', []],
    ['read -r A B <<<"1 2"; echo "$A$B"', []],
    ['cat <<EOF\n$A\nEOF', ['A']],
    ["cat <<'EOF'\n$A\nEOF", []],
    ['echo "$HOME $1 $? $$"', []],
    ['echo $(( 1 + $A ))', ['A']],
    ['. /etc/os-release; echo "$VERSION_CODENAME"', []],
    ['echo "$VERSION_CODENAME"', ['VERSION_CODENAME']],
  ])('%s', (text, expected) => expect(unknown(text)).toEqual(expected))

  test('what is known counts', () => expect(unknown('echo "$A"', ['A'])).toEqual([]))
})

describe('commands that only read', () => {
  test.each([
    'kubectl get nodes -o wide',
    'kubectl -n kube-system get pods',
    'kubectl rollout status deployment/web',
    'sudo systemctl status kubelet --no-pager',
    'sudo cat /etc/passwd | grep root 2>/dev/null',
    'curl -fsS http://master:30080/',
    'ip -brief address show',
    'sudo crictl ps',
    'sudo crio status config',
    'sudo kubeadm config validate --config x.yaml',
    'sysctl net.ipv4.ip_forward',
    'dpkg -l kubelet',
    'containerd --version',
    'hostname',
    "sed -n '1,5p' /x",
    'timeout 5 kubectl wait --for=condition=Ready node/a',
    'tar -tzf x.tar.gz',
  ])('%s', (text) => expect(firstChange(scanShell(text))).toBeUndefined())
})

describe('commands that may change something', () => {
  test.each([
    ['ls; kubectl apply -f x', 'kubectl apply -f x'],
    ['echo x > /etc/x', 'echo x'],
    ['echo x | sudo tee /etc/x', 'sudo tee /etc/x'],
    ['ip link set lo up', 'ip link set lo up'],
    ['curl -fsSLO https://x', 'curl -fsSLO https://x'],
    ['TOKEN=$(sudo kubeadm token create)', 'sudo kubeadm token create'],
    ['sudo sysctl --system', 'sudo sysctl --system'],
    ['sudo crio wipe', 'sudo crio wipe'],
    ['kubeadm config migrate --old-config a', 'kubeadm config migrate --old-config a'],
    ["sed -i 's/a/b/' /x", 'sed -i s/a/b/ /x'],
    ['sudo systemctl restart kubelet', 'sudo systemctl restart kubelet'],
    ['unheard-of', 'unheard-of'],
    ['kubectl config set-context x', 'kubectl config set-context x'],
  ])('%s', (text, expected) => expect(firstChange(scanShell(text))?.words.join(' ')).toBe(expected))
})

describe('what prints on stdout', () => {
  test.each(['kubectl get nodes', 'mkdir x; ls', 'curl -fsS http://x', 'tar -xvf x', 'echo a >&2; echo b'])(
    '%s prints',
    (text) => expect(prints(scanShell(text))).toBe(true),
  )
  test.each([
    'mkdir -p /x && sudo cp a b',
    'X=$(kubectl get nodes)',
    'kubectl get nodes > /dev/null',
    'echo x | sudo tee /x > /dev/null',
    'sudo systemctl enable --now kubelet',
    'curl -fsSLo x https://y',
    'sudo tar -C /usr/local -xzf x.tgz',
  ])('%s is silent', (text) => expect(prints(scanShell(text))).toBe(false))
})
