import { type BlockSource, jsonSource, rawSource } from './blockSource.ts'
import type { Transport } from './transport.ts'
import { RpcError } from './transportError.ts'

/** The fastest way in which this node gives blocks whole: raw, if it serves `debug`, else from JSON. */
export const findSource = async (
  transport: Transport,
  signal?: AbortSignal,
): Promise<BlockSource> =>
  (await servesRaw(transport, signal)) ? rawSource(transport) : jsonSource(transport)

const servesRaw = async (transport: Transport, signal?: AbortSignal): Promise<boolean> => {
  for (const method of ['debug_getRawHeader', 'debug_getRawReceipts', 'debug_getRawBlock']) {
    try {
      await transport.request(method, ['0x0'], signal)
    } catch (error) {
      if (error instanceof RpcError && error.isUnknownMethod) return false
      throw error
    }
  }
  return true
}
