import { contentStoreContract } from './content-store.contract.ts'
import { memoryContentStore } from './memory-content-store.ts'

contentStoreContract('content in memory', async () => memoryContentStore())
