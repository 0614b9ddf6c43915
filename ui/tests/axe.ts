import axe from 'axe-core'

/** What axe finds wrong here. Colours are looked at in the real window, not in a test document. */
export async function axeFindings(element: Element): Promise<string[]> {
  const found = await axe.run(element, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  })
  return found.violations.map(
    (one) =>
      `${one.id}: ${one.help} (${one.nodes.map((node) => node.html.slice(0, 120)).join(' | ')})`,
  )
}
