import { invoke } from '@tauri-apps/api/core'

import { DeskError } from './error'

/** Calls a command of the core; what it refuses is thrown as a `DeskError`. */
export async function call<T>(command: string, args: Record<string, unknown> = {}): Promise<T> {
  try {
    return await invoke<T>(command, args)
  } catch (thrown) {
    throw DeskError.from(thrown)
  }
}

/** A page as pixels: four bytes each, red, green, blue, alpha, row by row. */
export interface Bitmap {
  width: number
  height: number
  pixels: Uint8ClampedArray<ArrayBuffer>
}

/** Calls a command that answers with a bitmap: width and height as little-endian u32, then RGBA. */
export async function callBitmap(command: string, args: Record<string, unknown>): Promise<Bitmap> {
  return readBitmap(await call<ArrayBuffer>(command, args))
}

export function readBitmap(bytes: ArrayBuffer): Bitmap {
  const damaged = () => DeskError.from(new Error('The picture of the page came incomplete.'))
  if (bytes.byteLength < 8) throw damaged()
  const head = new DataView(bytes)
  const [width, height] = [head.getUint32(0, true), head.getUint32(4, true)]
  if (bytes.byteLength !== 8 + width * height * 4) throw damaged()
  return { width, height, pixels: new Uint8ClampedArray(bytes, 8) }
}
