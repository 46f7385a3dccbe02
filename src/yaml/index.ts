/** Door: YAML with the place of every key and value, for frontmatter, versions and inventories; offsets to lines and columns. */
export { placesIn } from './places.ts'
export { parseYamlTree } from './tree.ts'
export type { YamlEntry, YamlMap, YamlNode } from './tree.ts'
