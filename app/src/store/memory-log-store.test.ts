import { logStoreContract } from './log-store.contract.ts'
import { memoryLogStore } from './memory-log-store.ts'

logStoreContract('log in memory', memoryLogStore)
