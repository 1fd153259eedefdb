import http from 'node:http'

/** Answers asked for at the same time. */
const LANES = 4

/**
 * What Geth alone serves: `debug_getRawReceipts` of every block over kept connections, four at a time, the bytes thrown
 * away as they come. Seconds, and bytes of the answers.
 */
export const fetchRawReceipts = async (url: string, blocks: number) => {
  const agent = new http.Agent({ keepAlive: true, maxSockets: LANES })
  const began = performance.now()
  let next = 1
  let bytes = 0
  const lane = async () => {
    while (next <= blocks) {
      const more = await askFor(url, agent, next++)
      bytes += more
    }
  }
  await Promise.all(Array.from({ length: LANES }, lane))
  const seconds = (performance.now() - began) / 1000
  agent.destroy()
  return { seconds, bytes }
}

const askFor = (url: string, agent: http.Agent, block: number): Promise<number> =>
  new Promise((resolve, reject) => {
    const params = [`0x${block.toString(16)}`]
    const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'debug_getRawReceipts', params })
    const headers = { 'content-type': 'application/json' }
    const request = http.request(url, { method: 'POST', agent, headers }, (answer) => {
      let bytes = 0
      answer.on('data', (chunk: Buffer) => (bytes += chunk.length))
      answer.on('end', () => resolve(bytes))
      answer.on('error', reject)
    })
    request.on('error', reject)
    request.end(body)
  })
