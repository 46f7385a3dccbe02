/** Runs in the head before anything is painted, so that tabs do not jump: which distribution and runtime to show. */
export const EARLY_SCRIPT = `{
  const root = document.documentElement.dataset
  root.tabs = ''
  for (const [name, usual] of [['distro', 'debian'], ['runtime', 'containerd']]) {
    try {
      root[name] = localStorage.getItem('k101-' + name) || usual
    } catch {
      root[name] = usual
    }
  }
}`
