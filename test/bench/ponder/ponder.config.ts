import { createConfig } from 'ponder'
import { billingAbi } from '../../../contracts/artifacts/abi.ts'

/** The same ledger by Ponder, as its documentation has it; what varies comes from the bench. */
export default createConfig({
  database: { kind: 'postgres', connectionString: process.env.DATABASE_URL ?? '' },
  chains: { ledger: { id: 20_482, rpc: process.env.RPC_URL } },
  contracts: {
    Billing: {
      chain: 'ledger',
      abi: billingAbi,
      address: process.env.CONTRACT as `0x${string}`,
      startBlock: 1,
    },
  },
})
