/** A page as the core sends it: grey lines of text on white, A4, 72 points to the inch times `scale`. */
export function page(scale: number): ArrayBuffer {
  const [width, height] = [Math.round(595 * scale), Math.round(842 * scale)]
  const bytes = new ArrayBuffer(8 + width * height * 4)
  const head = new DataView(bytes)
  head.setUint32(0, width, true)
  head.setUint32(4, height, true)
  const pixels = new Uint8ClampedArray(bytes, 8).fill(255)
  for (let line = 0; line < 30; line += 1) {
    const top = Math.round((266 + line * 15) * scale)
    const end = Math.round(width * (line % 6 === 5 ? 0.5 : 0.88))
    for (let y = top; y < top + Math.max(1, 2 * scale); y += 1) {
      for (let x = Math.round(width * 0.12); x < end; x += 1) {
        pixels.fill(90, (y * width + x) * 4, (y * width + x) * 4 + 3)
      }
    }
  }
  return bytes
}
