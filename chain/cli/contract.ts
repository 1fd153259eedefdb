import { Interface } from 'ethers'
import { billingAbi } from '../../contracts/artifacts/abi.ts'

/** The contract's functions, events and errors, for encoding calls and decoding answers. */
export const billing = new Interface(billingAbi)
